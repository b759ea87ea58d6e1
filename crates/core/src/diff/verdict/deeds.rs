//! Rules over deeds: who does them, and at whose cost.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, Statement, Weight, best};
use crate::model::{ActorId, Attitude, Facets, Mode, Relation, RelationId, Roles, Standing, TypeId};
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
        let told =
            [0, 1].map(|side| case.sides[side].now.iter().filter(|held| held.kind == deed || held.kind == mutual));
        let [of_a, of_b] = told;
        a.facets.meets(b.facets) && (a.opposes(&b) || b.opposes(&a)) && case.meet_in_time(of_a, of_b)
    };
    deeds.into_iter().any(differs).then(Facets::default)
}

/// The strongest statement of each type by which a side tells of a deed whose doer can be named.
pub(super) fn doers(case: &Case<'_>, _: Facets) -> [Vec<RelationId>; 2] {
    let types = &case.corpus.types;
    let all = case.sides.iter().flat_map(|side| &side.all).map(|said| said.kind);
    let told: BTreeSet<TypeId> = all.filter_map(|kind| Some([kind, types.get(kind).mutual?])).flatten().collect();
    case.sides.each_ref().map(|side| {
        let of = |kind: &TypeId| best(side.now.iter().copied().filter(|held| held.kind == *kind));
        told.iter().filter_map(of).collect()
    })
}

/// How a side tells a deed, as far as it carries it.
struct Doers {
    /// Carried as mutual; as done by the first actor of the dyad; as done by the second.
    carried: [bool; 3],
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
        Self { carried: weights.map(Weight::carries), facets: if is_general { Facets::default() } else { facets } }
    }

    /// Whether this side names one doer where the other names none, or the other actor.
    fn opposes(&self, other: &Self) -> bool {
        matches!(
            (self.carried, other.carried),
            ([_, true, false] | [_, false, true], [true, false, false]) | ([_, true, false], [_, false, true])
        )
    }
}

/// A deed as its costs are compared.
type Deed = (TypeId, Option<bool>, Mode, Option<(Attitude, bool)>);

/// Whom a side names in a role of a deed, in which statements.
#[derive(Default)]
struct Bearers<'c> {
    actors: BTreeSet<ActorId>,
    statements: Vec<Statement<'c>>,
}

/// Of one deed, all whom one names as bearing it, or as gaining by it, are others than all whom the other names.
pub(super) fn at_whose_cost(case: &Case<'_>) -> Option<Facets> {
    bearing(case).next().map(|_| Facets::default())
}

/// The strongest statement of each side on the first deed that is at the cost, or for the benefit, of others; and where a side says more
/// strongly of another tie of that sign, in that respect, that it is so of the same, that as well.
pub(super) fn other_bearers(case: &Case<'_>, _: Facets) -> [Vec<RelationId>; 2] {
    let Some((role, [a, b])) = bearing(case).next() else { return Default::default() };
    [(0, a), (1, b)].map(|(side, named)| {
        let stronger = stronger(case, side, role, &named);
        best(named.statements).into_iter().chain(stronger).collect()
    })
}

/// The strongest tie of a side that names some of the same in a role, and is held more strongly than those that do.
fn stronger(case: &Case<'_>, side: usize, role: usize, named: &Bearers<'_>) -> Option<RelationId> {
    let (sign, strength) = named.statements.iter().map(|said| (said.sign, said.strength)).max_by_key(|said| said.1)?;
    let is_stronger = |held: &Statement<'_>| {
        held.sign == sign
            && held.strength > strength
            && named.statements.iter().any(|said| said.facets.meets(held.facets))
            && borne_by(case, held, role).iter().any(|actor| named.actors.contains(actor))
    };
    best(case.sides[side].now.iter().copied().filter(is_stronger))
}

/// Whom each side names on every deed of which they name others in a role, in the order of types: in a respect and of a time that can
/// be the same.
fn bearing<'c>(case: &Case<'c>) -> impl Iterator<Item = (usize, [Bearers<'c>; 2])> {
    let [a, mut b] = [0, 1].map(|side| bearers(case, side));
    let corpus = case.corpus;
    a.into_iter().filter_map(move |((deed, role), one)| {
        let other = b.remove(&(deed, role))?;
        let carried = [&one, &other]
            .iter()
            .all(|side| Weight::of(corpus, side.statements.iter().map(|said| said.relation)).carries());
        let differ = !one.actors.is_empty() && !other.actors.is_empty() && one.actors.is_disjoint(&other.actors);
        let meets = |said: &Statement<'_>, other: &Statement<'_>| {
            said.facets.meets(other.facets) && corpus.contemporary(said.when, other.when)
        };
        let meet = one.statements.iter().any(|said| other.statements.iter().any(|other| meets(said, other)));
        (carried && differ && meet).then_some((role, [one, other]))
    })
}

/// The roles that tell at whose cost, or for whose benefit, a deed is.
const ROLES: [fn(&Roles) -> &Vec<ActorId>; 2] = [|roles| &roles.against, |roles| &roles.benefiting];

/// By deed and role, whom the statements that a side holds name; lifted, with whom bodies among them consist of, and without the two
/// themselves.
fn bearers<'c>(case: &Case<'c>, side: usize) -> BTreeMap<(Deed, usize), Bearers<'c>> {
    let corpus = case.corpus;
    let mut found: BTreeMap<(Deed, usize), Bearers<'_>> = BTreeMap::new();
    let held = case.sides[side].all.iter().filter(|said| said.standing() == Standing::Holds);
    for (said, roles) in held.filter_map(|held| Some((held, held.relation.roles()?))) {
        let deed = (said.kind, case.direction(said), said.mode, said.feeling());
        for role in (0..ROLES.len()).filter(|role| !ROLES[*role](roles).is_empty()) {
            let bearers = found.entry((deed, role)).or_default();
            for actor in borne_by(case, said, role) {
                bearers.actors.insert(actor);
                bearers.actors.extend(corpus.parts(actor, corpus.reference(said)));
            }
            bearers.statements.push(*said);
        }
    }
    found
}

/// Whom a statement names in a role, lifted and without the two themselves.
fn borne_by(case: &Case<'_>, said: &Statement<'_>, role: usize) -> Vec<ActorId> {
    let Some(roles) = said.relation.roles() else { return Vec::new() };
    let aggregation = Aggregation::new(case.corpus, Level::State);
    let when = aggregation.reference(said);
    let ends = [case.pair.0, case.pair.1].map(|end| aggregation.actor(end, when));
    let lifted = ROLES[role](roles).iter().map(|actor| aggregation.actor(*actor, when));
    lifted.filter(|actor| !ends.contains(actor)).collect()
}
