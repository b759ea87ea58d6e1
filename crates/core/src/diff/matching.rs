//! Dyads of two sides matched: as they name the actors, and by lifting what one side alone relates.

use std::collections::{BTreeMap, BTreeSet};

use super::side::lifted_pair;
use super::{Pair, Side};
use crate::model::{Corpus, RelationId};
use crate::network::{Aggregation, Level};

/// Which dyads two sides share, and of which one speaks alone.
pub(super) struct Matched {
    /// Shared dyads, each with the statements that belong there: those that name its actors, and those that lead there because the
    /// other side does not speak of whom they name.
    pub(super) shared: BTreeMap<Pair, Vec<RelationId>>,
    /// Dyads of one side alone, whose it is, and its statements.
    pub(super) alone: Vec<(Pair, usize, Vec<RelationId>)>,
}

impl Matched {
    /// Keeps the dyads of which something is selected: those that are named there, and those to which a statement leads that is.
    pub(super) fn select(&mut self, sides: [&Side; 2], selected: [&Side; 2]) {
        let pairs: BTreeSet<Pair> = selected.iter().flat_map(|side| side.named.pairs()).collect();
        let statements: BTreeSet<RelationId> = selected.iter().flat_map(|side| &side.record).copied().collect();
        self.shared.retain(|pair, own| {
            let is_named = |id: &RelationId| sides.iter().any(|side| side.named.of(*pair).binary_search(id).is_ok());
            pairs.contains(pair) || own.iter().any(|id| statements.contains(id) && !is_named(id))
        });
        self.alone.retain(|(pair, ..)| pairs.contains(pair));
    }
}

/// Matches the dyads of two sides: first as they name the actors; what one side alone relates is lifted, and meets what the other says
/// there. O(n log d) for n statements and d dyads.
pub(super) fn matched(corpus: &Corpus, sides: [&Side; 2]) -> Matched {
    let aggregation = Aggregation::new(corpus, Level::State);
    let mut matched = Matched { shared: BTreeMap::new(), alone: Vec::new() };
    for (side, other) in [(0, sides[1]), (1, sides[0])] {
        for (pair, statements) in sides[side].named.groups() {
            if !other.said.of(pair).is_empty() {
                matched.shared.entry(pair).or_default().extend_from_slice(statements);
                continue;
            }
            let mut alone = Vec::new();
            for id in statements {
                let up = lifted_pair(aggregation, pair, corpus.relation(*id));
                match up.filter(|up| !other.said.of(*up).is_empty()) {
                    Some(up) => matched.shared.entry(up).or_default().push(*id),
                    None => alone.push(*id),
                }
            }
            if !alone.is_empty() {
                matched.alone.push((pair, side, alone));
            }
        }
    }
    matched
}
