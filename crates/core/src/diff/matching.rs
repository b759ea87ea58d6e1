//! Dyads of two sides matched: those of whom their actors stand for, and as they are named where the other side says nothing there.

use std::collections::BTreeSet;

use super::{Pair, Side};
use crate::model::{Corpus, RelationId};

/// Which dyads two sides share, and of which one speaks alone.
pub(super) struct Matched {
    /// Dyads of both.
    pub(super) shared: BTreeSet<Pair>,
    /// Dyads of one side alone, whose it is, and its statements.
    pub(super) alone: Vec<(Pair, usize, Vec<RelationId>)>,
}

impl Matched {
    /// Keeps the dyads of which something is selected: those that are named there, and those to which a statement leads that is.
    pub(super) fn select(&mut self, sides: [&Side; 2], selected: [&Side; 2]) {
        let pairs: BTreeSet<Pair> = selected.iter().flat_map(|side| side.named.pairs()).collect();
        let statements: BTreeSet<RelationId> = selected.iter().flat_map(|side| &side.record).copied().collect();
        self.shared.retain(|pair| {
            let leads_there = |side: &&Side| {
                let named = side.named.of(*pair);
                let mut led = side.said.of(*pair).iter().filter(|id| named.binary_search(id).is_err());
                led.any(|id| statements.contains(id))
            };
            pairs.contains(pair) || sides.iter().any(leads_there)
        });
        self.alone.retain(|(pair, ..)| pairs.contains(pair));
    }
}

/// Matches the dyads of two sides: a statement belongs to the dyad of those for whom its actors stand, if the other side speaks of that,
/// else to that of the actors themselves. O(n log d) for n statements and d dyads.
pub(super) fn matched(corpus: &Corpus, sides: [&Side; 2]) -> Matched {
    let mut matched = Matched { shared: BTreeSet::new(), alone: Vec::new() };
    for (side, other) in [(0, sides[1]), (1, sides[0])] {
        let speaks = |pair: &Pair| !other.said.of(*pair).is_empty();
        for (pair, statements) in sides[side].named.groups() {
            let mut alone = Vec::new();
            for id in statements {
                let up = sides[side].leads_to(corpus, pair, *id);
                match up.filter(speaks).or_else(|| Some(pair).filter(speaks)) {
                    Some(shared) => drop(matched.shared.insert(shared)),
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
