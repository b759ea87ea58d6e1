//! How much of a record is about what: each statement weighs as strongly as it is said.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::{Pair, Side};
use crate::model::{ActorId, Corpus, FacetId, Layer, Relation, RelationId};
use crate::network::{Aggregation, Level};

/// A record as the briefing weighs it: of the world, with its actors lifted to those for whom they stand.
pub(super) struct Weighed<'c> {
    pub(super) corpus: &'c Corpus,
    pub(super) aggregation: Aggregation<'c>,
    /// The statements that relate two actors when they are lifted.
    pub(super) statements: Vec<RelationId>,
    /// Their weights, summed.
    pub(super) whole: u64,
}

impl<'c> Weighed<'c> {
    /// Weighs a record. Where authors and thinkers stand is left out.
    pub(super) fn of(corpus: &'c Corpus, side: &Side) -> Self {
        let aggregation = Aggregation::new(corpus, Level::State);
        let is_weighed = |id: &RelationId| {
            let relation = corpus.relation(*id);
            corpus.layer(relation) == Layer::World && !aggregation.is_within(relation)
        };
        let statements: Vec<RelationId> = side.record.iter().copied().filter(is_weighed).collect();
        let whole = statements.iter().map(|id| weight(corpus.relation(*id))).sum();
        Self { corpus, aggregation, statements, whole }
    }

    /// The statements.
    pub(super) fn relations(&self) -> impl Iterator<Item = (RelationId, &'c Relation)> + '_ {
        self.statements.iter().map(|id| (*id, self.corpus.relation(*id)))
    }

    /// What is held now of no occasion.
    pub(super) fn standing(&self) -> impl Iterator<Item = (RelationId, &'c Relation)> + '_ {
        self.relations().filter(|(_, relation)| relation.held_now() && !self.corpus.is_event(relation))
    }

    /// The share of the record that touches each actor.
    pub(super) fn actors(&self) -> BTreeMap<ActorId, f64> {
        self.shares(|relation| {
            let ends = self.aggregation.pairs(relation).into_iter().flat_map(|(from, to)| [from, to]);
            ends.collect::<BTreeSet<ActorId>>()
        })
    }

    /// The share of the record that is about each dyad.
    pub(super) fn pairs(&self) -> BTreeMap<Pair, f64> {
        self.shares(|relation| {
            let pairs = self.aggregation.pairs(relation).into_iter().map(|(from, to)| Pair::new(from, to));
            pairs.collect::<BTreeSet<Pair>>()
        })
    }

    fn shares<T: Ord>(&self, of: impl Fn(&Relation) -> BTreeSet<T>) -> BTreeMap<T, f64> {
        let mut weights: BTreeMap<T, u64> = BTreeMap::new();
        for (_, relation) in self.relations() {
            for part in of(relation) {
                *weights.entry(part).or_default() += weight(relation);
            }
        }
        shares_of(weights, self.whole)
    }

    /// The share of the record in each facet: a statement of several is split among them; one that names none is in no facet.
    pub(super) fn facets(&self) -> BTreeMap<FacetId, f64> {
        let mut weights: BTreeMap<FacetId, u64> = BTreeMap::new();
        for (_, relation) in self.relations() {
            for facet in relation.facets.iter() {
                *weights.entry(facet).or_default() += split(relation);
            }
        }
        shares_of(weights, self.whole)
    }

    /// The share of the record for which something is so.
    pub(super) fn share(&self, is_so: impl Fn(&Relation) -> bool) -> f64 {
        let so = self.relations().filter(|(_, relation)| is_so(relation));
        share(so.map(|(_, said)| weight(said)).sum(), self.whole)
    }
}

/// How many parts a weight can be split into without a rest: by every number up to ten.
const PARTS: u64 = 2520;

/// How much a statement weighs: whole numbers, so that no order of adding them up changes a share.
pub(super) fn weight(relation: &Relation) -> u64 {
    PARTS * u64::from(relation.strength)
}

/// How much of it falls to each of its facets.
pub(super) fn split(relation: &Relation) -> u64 {
    weight(relation) / (relation.facets.iter().count() as u64).max(1)
}

/// A part of a whole, from 0 to 1; nothing has no parts.
pub(super) fn share(part: u64, whole: u64) -> f64 {
    if whole > 0 { part as f64 / whole as f64 } else { 0.0 }
}

/// Weights as shares of a whole.
pub(super) fn shares_of<T: Ord>(weights: BTreeMap<T, u64>, whole: u64) -> BTreeMap<T, f64> {
    weights.into_iter().map(|(part, weight)| (part, share(weight, whole))).collect()
}
