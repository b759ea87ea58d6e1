//! At whose cost, for whose benefit, and who does harm to whom.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::weights::{Statement, Weighed, distinct, shares_of, weight};
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
        let is_friendly = |told: &Statement<'_>| told.relation.held_now() && told.relation.sign == Sign::Positive;
        for told in side.statements().filter(is_friendly) {
            let Some(roles) = told.relation.roles() else { continue };
            let ends = told.actors();
            let mut thirds = distinct(side.aggregation.all(role(roles), told.relation).into_iter());
            thirds.retain(|third| !ends.contains(third));
            for actor in thirds {
                for pair in told.dyads() {
                    named.entry((actor, pair)).or_default().push(told.id);
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
    let is_harmful = |Statement { relation, .. }: &Statement<'_>| {
        relation.held_now() && relation.sign == Sign::Negative && side.corpus.types.get(relation.kind).directed
    };
    let mut whole = 0;
    let mut weights = [BTreeMap::new(), BTreeMap::new()];
    for told in side.statements().filter(is_harmful) {
        whole += weight(told.relation);
        let doers = distinct(told.pairs.iter().map(|pair| pair.0));
        let sufferers = distinct(told.pairs.iter().map(|pair| pair.1));
        for (weights, actors) in weights.iter_mut().zip([doers, sufferers]) {
            for actor in actors {
                *weights.entry(actor).or_default() += weight(told.relation);
            }
        }
    }
    weights.map(|weights| shares_of(weights, whole))
}
