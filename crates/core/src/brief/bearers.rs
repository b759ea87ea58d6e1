//! At whose cost, for whose benefit, and who does harm to whom.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::weights::{Weighed, shares_of, weight};
use crate::diff::{Pair, Passage};
use crate::model::{ActorId, RelationId, Roles, Sign, WorkKind};

/// An actor, of whose ties it is named so, in how many passages, and the statements that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub actor: ActorId,
    /// In how many paragraphs; of events in how many of these.
    pub passages: usize,
    /// Of whose ties.
    pub dyad: Pair,
    /// The statements that name the actor so, the strongest first.
    pub ground: Vec<RelationId>,
}

/// Who is named how often, for one side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bearers {
    /// At whose cost friendly ties are: the most often named first.
    pub against: Vec<Named>,
    /// For whose benefit.
    pub benefiting: Vec<Named>,
}

/// Whom a side names as bearing the cost of friendly ties that it holds now, and whom as gaining by them; the two themselves are none.
pub(super) fn bearers(side: &Weighed<'_>) -> Bearers {
    let of = |role: fn(&Roles) -> &Vec<ActorId>| {
        let mut named: BTreeMap<(ActorId, Pair), Vec<RelationId>> = BTreeMap::new();
        for (id, relation) in side.relations().filter(|(_, said)| said.held_now() && said.sign == Sign::Positive) {
            let Some(roles) = relation.roles() else { continue };
            let pairs: BTreeSet<Pair> =
                side.aggregation.pairs(relation).into_iter().map(|(from, to)| Pair::new(from, to)).collect();
            let ends: BTreeSet<ActorId> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
            let thirds: BTreeSet<ActorId> = side.aggregation.all(role(roles), relation).into_iter().collect();
            for actor in thirds.difference(&ends) {
                for pair in &pairs {
                    named.entry((*actor, *pair)).or_default().push(id);
                }
            }
        }
        let strength = |id: &RelationId| side.corpus.relation(*id).strength;
        let named = named.into_iter().map(|((actor, dyad), mut ground)| {
            ground.sort_by_key(|id| (Reverse(strength(id)), *id));
            let passages: BTreeSet<Passage> = ground.iter().flat_map(|id| passages(side, *id)).collect();
            Named { actor, passages: passages.len(), dyad, ground }
        });
        let mut named: Vec<Named> = named.collect();
        named.sort_by_key(|named| Reverse((named.passages, named.ground.first().map(strength))));
        named
    };
    Bearers { against: of(|roles| &roles.against), benefiting: of(|roles| &roles.benefiting) }
}

/// The passages in which a statement stands: paragraphs, or the event itself.
pub(super) fn passages(side: &Weighed<'_>, id: RelationId) -> Vec<Passage> {
    let relation = side.corpus.relation(id);
    if side.corpus.work_kind(relation) == WorkKind::Events || relation.evidence().is_empty() {
        return vec![Passage::Statement(id)];
    }
    let paragraphs = relation.evidence().iter();
    paragraphs.map(|anchor| Passage::Paragraph(anchor.work, anchor.selector.paragraph)).collect()
}

/// The shares of each actor in the harm that a side tells of: as doer, as sufferer.
pub(super) fn harm(side: &Weighed<'_>) -> [BTreeMap<ActorId, f64>; 2] {
    let harmful = |(_, relation): &(RelationId, &crate::model::Relation)| {
        relation.held_now() && relation.sign == Sign::Negative && side.corpus.types.get(relation.kind).directed
    };
    let all: Vec<_> = side.relations().filter(harmful).map(|(_, relation)| relation).collect();
    let whole = all.iter().map(|relation| weight(relation)).sum();
    let mut weights = [BTreeMap::new(), BTreeMap::new()];
    for relation in all {
        let pairs = side.aggregation.pairs(relation);
        let ends = [pairs.iter().map(|pair| pair.0).collect(), pairs.iter().map(|pair| pair.1).collect()];
        for (weights, actors) in weights.iter_mut().zip::<[BTreeSet<ActorId>; 2]>(ends) {
            for actor in actors {
                *weights.entry(actor).or_default() += weight(relation);
            }
        }
    }
    weights.map(|weights| shares_of(weights, whole))
}
