//! The tally per type: how many directed pairs one view has, the other, both.

use std::collections::BTreeMap;

use crate::model::{ActorId, Corpus, Factuality, Relation, TypeId};
use crate::network::View;

/// How many ordered pairs of actors (unordered for types without direction) two views relate by a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// In the first.
    pub a: usize,
    /// In the second.
    pub b: usize,
    /// In both.
    pub both: usize,
    /// In the first alone.
    pub only_a: usize,
    /// In the second alone.
    pub only_b: usize,
}

/// A type, and between whom.
pub(super) type Triple = (TypeId, ActorId, ActorId);

/// Tallies what two views hold, now, of the past or of what is to come, type by type. O(n log n) for n statements.
#[must_use]
pub fn tally(corpus: &Corpus, a: &View, b: &View) -> Vec<(TypeId, Tally)> {
    let in_some_time =
        |relation: &Relation| matches!(relation.factuality(), Factuality::Held | Factuality::Past | Factuality::Future);
    let [a, b] = [a, b].map(|view| triples(corpus, view, in_some_time));
    let mut tallies: BTreeMap<TypeId, Tally> = BTreeMap::new();
    for (kind, _, _) in &a {
        tallies.entry(*kind).or_default().a += 1;
    }
    for triple in &b {
        let tally = tallies.entry(triple.0).or_default();
        tally.b += 1;
        tally.both += usize::from(a.binary_search(triple).is_ok());
    }
    for tally in tallies.values_mut() {
        (tally.only_a, tally.only_b) = (tally.a - tally.both, tally.b - tally.both);
    }
    tallies.into_iter().collect()
}

/// Each type of which a view holds something, with the actors as edges have them: each once, in order.
pub(super) fn triples(corpus: &Corpus, view: &View, is_held: impl Fn(&Relation) -> bool) -> Vec<Triple> {
    let aggregation = view.aggregation(corpus);
    let record = view.record(corpus);
    let kept = view.kept(corpus, &record);
    let is_kept = |actor| kept.as_ref().is_none_or(|kept| kept.contains(&actor));
    let mut triples: Vec<Triple> = Vec::new();
    for relation in record.iter().map(|id| corpus.relation(*id)).filter(|relation| is_held(relation)) {
        let ties = aggregation.ties(relation).into_iter().filter(|(from, to)| is_kept(*from) && is_kept(*to));
        triples.extend(ties.map(|(from, to)| (relation.kind, from, to)));
    }
    triples.sort_unstable();
    triples.dedup();
    triples
}
