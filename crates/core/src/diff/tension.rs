//! What one author holds and denies at once, by the rule for two.

use std::collections::BTreeSet;

use super::by_dyad::ByDyad;
use super::{Pair, verdict};
use crate::model::{AuthorId, Corpus, Id, RelationId, Standing};

/// A dyad of which an author holds what the same author denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tension {
    /// The two actors.
    pub pair: Pair,
    /// The denial that is answered best.
    pub denied: RelationId,
    /// What is held against it.
    pub held: RelationId,
}

/// The dyads on which an author holds what is denied there as well: one type, in one world, of respects and times that can meet, each
/// carried. O(n log n) for n statements on dyads of which something is denied.
#[must_use]
pub fn tensions(corpus: &Corpus, author: AuthorId) -> Vec<Tension> {
    let said = corpus.relations_of(author).map(RelationId::from_index);
    let pairs = |id: RelationId| corpus.relation(id).pairs().filter(|(from, to)| from != to);
    let denied: BTreeSet<Pair> = said
        .clone()
        .filter(|id| corpus.relation(*id).standing() == Standing::Denies)
        .flat_map(pairs)
        .map(|(from, to)| Pair::new(from, to))
        .collect();
    let of_pairs = said.flat_map(|id| pairs(id).map(move |(from, to)| (Pair::new(from, to), id)));
    let by_dyad = ByDyad::new(of_pairs.filter(|(pair, _)| denied.contains(pair)).collect());
    let tension = |(pair, statements): (Pair, &[RelationId])| {
        let [denied, held] = verdict::own_denial(corpus, pair, statements)?;
        Some(Tension { pair, denied, held })
    };
    by_dyad.groups().filter_map(tension).collect()
}
