//! Statements grouped by dyad, in the order of dyads.

use std::ops::Range;

use super::Pair;
use crate::model::RelationId;

/// Which statements are about which dyad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ByDyad {
    statements: Vec<RelationId>,
    /// Each dyad once, in order, with where its statements are.
    dyads: Vec<(Pair, Range<usize>)>,
}

impl ByDyad {
    /// Groups statements: O(n log n).
    pub(super) fn new(mut of_pairs: Vec<(Pair, RelationId)>) -> Self {
        of_pairs.sort_unstable();
        of_pairs.dedup();
        let mut dyads: Vec<(Pair, Range<usize>)> = Vec::new();
        for group in of_pairs.chunk_by(|one, other| one.0 == other.0) {
            let start = dyads.last().map_or(0, |(_, before)| before.end);
            dyads.push((group[0].0, start..start + group.len()));
        }
        Self { statements: of_pairs.into_iter().map(|(_, id)| id).collect(), dyads }
    }

    /// The statements about a dyad; none if there is none: O(log d).
    pub(super) fn of(&self, pair: Pair) -> &[RelationId] {
        let found = self.dyads.binary_search_by_key(&pair, |(pair, _)| *pair);
        found.map_or(&[], |at| &self.statements[self.dyads[at].1.clone()])
    }

    /// Every dyad with its statements.
    pub(super) fn groups(&self) -> impl Iterator<Item = (Pair, &[RelationId])> {
        self.dyads.iter().map(|(pair, range)| (*pair, &self.statements[range.clone()]))
    }

    /// Every dyad.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair> {
        self.dyads.iter().map(|(pair, _)| *pair)
    }
}
