//! Rules over deeds: who does them, and at whose cost.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Pair;
use super::case::{Case, Weight};
use crate::model::{ActorId, Attitude, Corpus, Facets, Mode, Relation, RelationId, Standing, TypeId};
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

/// Whom a side names as bearing a deed, as gaining by it, in which statements.
#[derive(Default)]
struct Bearers<'c> {
    against: BTreeSet<ActorId>,
    benefiting: BTreeSet<ActorId>,
    statements: Vec<&'c Relation>,
}

/// Of one deed, all whom one names as bearing it, or as gaining by it, are others than all whom the other names.
pub(super) fn at_whose_cost(case: &Case<'_>) -> Option<Facets> {
    bearing(case).next().map(|_| Facets::default())
}

/// The statements of two sides on a dyad by which one deed is at the cost, or for the benefit, of others: those of the first such
/// deed.
#[must_use]
pub fn other_bearers(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> [Vec<RelationId>; 2] {
    let case = Case::new(corpus, pair, [a, b]);
    let found = bearing(&case).next().unwrap_or_default();
    let ids = |side: &[RelationId], statements: Vec<&Relation>| {
        let told = |id: &RelationId| statements.iter().any(|relation| std::ptr::eq(*relation, corpus.relation(*id)));
        side.iter().copied().filter(told).collect()
    };
    let [one, other] = found;
    [ids(a, one), ids(b, other)]
}

/// The statements of each side on every deed of which they name others, in the order of types.
fn bearing<'c>(case: &Case<'c>) -> impl Iterator<Item = [Vec<&'c Relation>; 2]> {
    let [a, mut b] = [0, 1].map(|side| bearers(case, side));
    let corpus = case.corpus;
    a.into_iter().filter_map(move |(deed, one)| {
        let other = b.remove(&deed)?;
        let carried = [&one, &other].iter().all(|side| Weight::of(corpus, side.statements.iter().copied()).carries());
        let differ = others(&one.against, &other.against) || others(&one.benefiting, &other.benefiting);
        let meet = one
            .statements
            .iter()
            .any(|said| other.statements.iter().any(|other| corpus.contemporary(said.when, other.when)));
        (carried && differ && meet).then_some([one.statements, other.statements])
    })
}

/// Whether two sets have nobody in common, and somebody each.
fn others(one: &BTreeSet<ActorId>, other: &BTreeSet<ActorId>) -> bool {
    !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
}

/// By deed, whom the statements that a side holds name; lifted, and without the two themselves.
fn bearers<'c>(case: &Case<'c>, side: usize) -> BTreeMap<Deed, Bearers<'c>> {
    let aggregation = Aggregation::new(case.corpus, Level::State);
    let mut found: BTreeMap<Deed, Bearers<'_>> = BTreeMap::new();
    let held = case.sides[side].all.iter().copied().filter(|relation| relation.standing() == Standing::Holds);
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
        bearers.statements.push(relation);
    }
    found
}
