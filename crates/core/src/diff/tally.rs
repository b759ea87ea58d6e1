//! The tally per type: how many directed pairs one view has, the other, both.

use std::collections::BTreeMap;

use crate::model::{ActorId, Corpus, Factuality, Relation, RelationId, TypeId};
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
    let [a, b] = [a, b].map(|view| by_triple(corpus, view, in_some_time));
    let mut tallies: BTreeMap<TypeId, Tally> = BTreeMap::new();
    for (kind, _, _) in a.keys() {
        tallies.entry(*kind).or_default().a += 1;
    }
    for triple in b.keys() {
        let tally = tallies.entry(triple.0).or_default();
        tally.b += 1;
        tally.both += usize::from(a.contains_key(triple));
    }
    for tally in tallies.values_mut() {
        (tally.only_a, tally.only_b) = (tally.a - tally.both, tally.b - tally.both);
    }
    tallies.into_iter().collect()
}

/// Each type of which a view says something that is wanted, with the actors as edges have them: each once, in order, with the statements.
pub(super) fn by_triple(
    corpus: &Corpus,
    view: &View,
    is_wanted: impl Fn(&Relation) -> bool,
) -> BTreeMap<Triple, Vec<RelationId>> {
    let aggregation = view.aggregation(corpus);
    let record = view.record(corpus);
    let kept = view.kept(corpus, &record);
    let is_kept = |actor| kept.as_ref().is_none_or(|kept| kept.contains(&actor));
    let mut triples: BTreeMap<Triple, Vec<RelationId>> = BTreeMap::new();
    for (id, relation) in record.iter().map(|id| (*id, corpus.relation(*id))).filter(|(_, said)| is_wanted(said)) {
        for (from, to) in aggregation.ties(relation).into_iter().filter(|(from, to)| is_kept(*from) && is_kept(*to)) {
            triples.entry((relation.kind, from, to)).or_default().push(id);
        }
    }
    triples
}
