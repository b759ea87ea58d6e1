//! How much of a record is about what: each statement weighs as strongly as it is said.

use std::collections::BTreeMap;

use crate::diff::{Pair, Side};
use crate::model::{ActorId, Corpus, FacetId, Layer, Relation, RelationId};
use crate::network::{Aggregation, Level};

/// A record as the briefing weighs it: of the world, with its actors lifted to those for whom they stand.
pub(super) struct Weighed<'c> {
    pub(super) corpus: &'c Corpus,
    pub(super) aggregation: Aggregation<'c>,
    /// The statements that relate two actors when they are lifted, each with the end of its pairs.
    statements: Vec<(RelationId, usize)>,
    pairs: Vec<(ActorId, ActorId)>,
    /// Their weights, summed.
    whole: u64,
    /// The share of the record that touches each actor.
    pub(super) actors: BTreeMap<ActorId, f64>,
    /// The share of the record that is about each dyad.
    pub(super) dyads: BTreeMap<Pair, f64>,
}

/// A statement of a record.
#[derive(Clone, Copy)]
pub(super) struct Statement<'w> {
    pub(super) id: RelationId,
    pub(super) relation: &'w Relation,
    /// Whom it relates to whom, lifted.
    pub(super) pairs: &'w [(ActorId, ActorId)],
}

impl Statement<'_> {
    /// The dyads that it is about, each once.
    pub(super) fn dyads(&self) -> Vec<Pair> {
        dyads(self.pairs)
    }

    /// The actors that it relates, each once.
    pub(super) fn actors(&self) -> Vec<ActorId> {
        actors(self.pairs)
    }
}

fn dyads(pairs: &[(ActorId, ActorId)]) -> Vec<Pair> {
    distinct(pairs.iter().map(|(from, to)| Pair::new(*from, *to)))
}

fn actors(pairs: &[(ActorId, ActorId)]) -> Vec<ActorId> {
    distinct(pairs.iter().flat_map(|(from, to)| [*from, *to]))
}

/// Each of several once, in order.
pub(super) fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl<'c> Weighed<'c> {
    /// Weighs a record: O(n log n) for n statements. Where authors and thinkers stand is left out.
    pub(super) fn of(corpus: &'c Corpus, side: &Side) -> Self {
        let aggregation = Aggregation::new(corpus, Level::State);
        let (statements, pairs) = (Vec::with_capacity(side.record.len()), Vec::with_capacity(side.record.len()));
        let (of_actors, of_dyads) = (BTreeMap::new(), BTreeMap::new());
        let mut weighed = Self { corpus, aggregation, statements, pairs, whole: 0, actors: of_actors, dyads: of_dyads };
        for id in &side.record {
            let relation = corpus.relation(*id);
            if corpus.layer(relation) != Layer::World {
                continue;
            }
            let before = weighed.pairs.len();
            weighed.pairs.extend(aggregation.pairs(relation));
            if weighed.pairs.len() > before {
                weighed.statements.push((*id, weighed.pairs.len()));
                weighed.whole += weight(relation);
            }
        }
        weighed.actors = weighed.shares(actors);
        weighed.dyads = weighed.shares(dyads);
        weighed
    }

    /// Whether the record relates nobody.
    pub(super) fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    /// The statements.
    pub(super) fn statements(&self) -> impl Iterator<Item = Statement<'_>> {
        let starts = std::iter::once(0).chain(self.statements.iter().map(|(_, end)| *end));
        let told = |((id, end), start): (&(RelationId, usize), usize)| Statement {
            id: *id,
            relation: self.corpus.relation(*id),
            pairs: &self.pairs[start..*end],
        };
        self.statements.iter().zip(starts).map(told)
    }

    /// What is held now of no occasion.
    pub(super) fn standing(&self) -> impl Iterator<Item = Statement<'_>> {
        self.statements().filter(|told| told.relation.held_now() && !self.corpus.is_event(told.relation))
    }

    fn shares<T: Ord>(&self, of: fn(&[(ActorId, ActorId)]) -> Vec<T>) -> BTreeMap<T, f64> {
        let mut weights: BTreeMap<T, u64> = BTreeMap::new();
        for told in self.statements() {
            for part in of(told.pairs) {
                *weights.entry(part).or_default() += weight(told.relation);
            }
        }
        shares_of(weights, self.whole)
    }

    /// A weight as a share of the record.
    pub(super) fn share_of(&self, weight: u64) -> f64 {
        share(weight, self.whole)
    }

    /// The share of the record in each facet: a statement of several is split among them; one that names none is in no facet.
    pub(super) fn facets(&self) -> BTreeMap<FacetId, f64> {
        let mut weights: BTreeMap<FacetId, u64> = BTreeMap::new();
        for told in self.statements() {
            for facet in told.relation.facets.iter() {
                *weights.entry(facet).or_default() += split(told.relation);
            }
        }
        shares_of(weights, self.whole)
    }

    /// The share of the record for which something is so.
    pub(super) fn share(&self, is_so: impl Fn(&Relation) -> bool) -> f64 {
        let so = self.statements().filter(|told| is_so(told.relation));
        self.share_of(so.map(|told| weight(told.relation)).sum())
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
fn share(part: u64, whole: u64) -> f64 {
    if whole > 0 { part as f64 / whole as f64 } else { 0.0 }
}

/// Weights as shares of a whole.
pub(super) fn shares_of<T: Ord>(weights: BTreeMap<T, u64>, whole: u64) -> BTreeMap<T, f64> {
    weights.into_iter().map(|(part, weight)| (part, share(weight, whole))).collect()
}
