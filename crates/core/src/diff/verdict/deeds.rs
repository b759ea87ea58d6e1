//! Rules over deeds: who does them, and at whose cost.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, Weight};
use crate::model::{ActorId, Attitude, Facets, Mode, Relation, Standing, TypeId};
use crate::network::{Aggregation, Level};

/// Of one deed that both hold now in facets that meet, one side names one doer: the other tells it only as mutual, or names the
/// other actor.
pub(super) fn agency(case: &Case<'_>) -> Option<Facets> {
    let deeds: BTreeMap<TypeId, TypeId> = case
        .sides
        .iter()
        .flat_map(|side| &side.now)
        .filter_map(|held| Some((held.kind, case.corpus.types.get(held.kind).mutual?)))
        .collect();
    let differs = |(deed, mutual): (TypeId, TypeId)| {
        let [a, b] = [0, 1].map(|side| Doers::of(case, side, deed, mutual));
        (a.facets.meets(b.facets)) && (a.opposes(&b) || b.opposes(&a))
    };
    deeds.into_iter().any(differs).then(Facets::default)
}

/// How a side tells a deed, as far as it carries it.
struct Doers {
    /// As mutual; by the first actor of the dyad; by the second.
    told: [bool; 3],
    facets: Facets,
}

impl Doers {
    fn of(case: &Case<'_>, side: usize, deed: TypeId, mutual: TypeId) -> Self {
        let way = |relation: &Relation| match case.direction(relation) {
            _ if relation.kind == mutual => Some(0),
            Some(forward) if relation.kind == deed => Some(if forward { 1 } else { 2 }),
            _ => None,
        };
        let mut weights = [Weight::default(); 3];
        let mut facets = Facets::default();
        let mut is_general = false;
        for (relation, way) in case.sides[side].now.iter().filter_map(|held| Some((held, way(held)?))) {
            weights[way].add(case.corpus, relation);
            facets = facets.joined(relation.facets);
            is_general |= relation.facets.is_empty();
        }
        Self { told: weights.map(Weight::carries), facets: if is_general { Facets::default() } else { facets } }
    }

    /// Whether this side names one doer where the other names none, or the other actor.
    fn opposes(&self, other: &Self) -> bool {
        matches!(
            (self.told, other.told),
            ([_, true, false] | [_, false, true], [true, false, false]) | ([_, true, false], [_, false, true])
        )
    }
}

/// A deed as its costs are compared.
type Deed = (TypeId, Option<bool>, Mode, Option<(Attitude, bool)>);

/// Whom a side names as bearing a deed, as gaining by it, and how much it says of them.
#[derive(Default)]
struct Bearers {
    against: BTreeSet<ActorId>,
    benefiting: BTreeSet<ActorId>,
    weight: Weight,
}

/// Of one deed, all whom one names as bearing it, or as gaining by it, are others than all whom the other names.
pub(super) fn at_whose_cost(case: &Case<'_>) -> Option<Facets> {
    let [a, b] = [0, 1].map(|side| bearers(case, side));
    let others = |one: &BTreeSet<ActorId>, other: &BTreeSet<ActorId>| {
        !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
    };
    let differ = |(deed, one): (&Deed, &Bearers)| {
        b.get(deed).is_some_and(|other| {
            one.weight.carries()
                && other.weight.carries()
                && (others(&one.against, &other.against) || others(&one.benefiting, &other.benefiting))
        })
    };
    a.iter().any(differ).then(Facets::default)
}

/// By deed, whom the statements that a side holds name; lifted, and without the two themselves.
fn bearers(case: &Case<'_>, side: usize) -> BTreeMap<Deed, Bearers> {
    let aggregation = Aggregation::new(case.corpus, Level::State);
    let mut found: BTreeMap<Deed, Bearers> = BTreeMap::new();
    let held = case.sides[side].all.iter().filter(|relation| relation.standing() == Standing::Holds);
    for (relation, roles) in held.filter_map(|held| Some((held, held.roles()?))) {
        if roles.against.is_empty() && roles.benefiting.is_empty() {
            continue;
        }
        let when = aggregation.reference(relation);
        let ends = [case.pair.0, case.pair.1].map(|end| aggregation.actor(end, when));
        let lifted = |actors: &[ActorId]| -> Vec<ActorId> {
            let actors = actors.iter().map(|actor| aggregation.actor(*actor, when));
            actors.filter(|actor| !ends.contains(actor)).collect()
        };
        let deed = (relation.kind, case.direction(relation), relation.mode, relation.feeling());
        let bearers = found.entry(deed).or_default();
        bearers.against.extend(lifted(&roles.against));
        bearers.benefiting.extend(lifted(&roles.benefiting));
        bearers.weight.add(case.corpus, relation);
    }
    found
}
