//! A signed graph by numbers, in an order that follows from how its actors are tied and not from what they are called.

use std::collections::BTreeMap;

use super::SignedGraph;
use crate::model::{ActorId, Sign};

/// Rounds in which actors learn of ever farther ones.
const ROUNDS: usize = 8;

/// The dyads of one sign.
pub(super) struct Signed {
    /// Who has which number.
    pub(super) actors: Vec<ActorId>,
    /// The partners of each actor, with 1 or -1.
    pub(super) edges: Vec<Vec<(usize, i64)>>,
}

impl Signed {
    /// The actors and signed dyads of a network. Names only decide between actors that have the same neighbourhood, up to
    /// eight steps away (colour refinement, Weisfeiler and Leman 1968). O(n log n + m).
    pub(super) fn of(graph: &SignedGraph) -> Self {
        let named = graph.actors();
        let index: BTreeMap<ActorId, usize> = named.iter().enumerate().map(|(at, actor)| (*actor, at)).collect();
        let mut edges = vec![Vec::new(); named.len()];
        for (a, b, sign) in graph.signed() {
            if let (Some(&a), Some(&b)) = (index.get(&a), index.get(&b)) {
                let sign = if sign == Sign::Positive { 1 } else { -1 };
                edges[a].push((b, sign));
                edges[b].push((a, sign));
            }
        }
        let marks = marks(&edges);
        let mut order: Vec<usize> = (0..named.len()).collect();
        order.sort_by_key(|actor| (marks[*actor], *actor));
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, actor)| place[*actor] = at);
        let moved = |actor: &usize| {
            let mut moved: Vec<(usize, i64)> =
                edges[*actor].iter().map(|(other, sign)| (place[*other], *sign)).collect();
            moved.sort_unstable();
            moved
        };
        Self { actors: order.iter().map(|actor| named[*actor]).collect(), edges: order.iter().map(moved).collect() }
    }
}

/// A mark for each actor: the same for those that are tied alike, to others that are tied alike.
fn marks(edges: &[Vec<(usize, i64)>]) -> Vec<u64> {
    let mut marks = vec![0; edges.len()];
    for _ in 0..ROUNDS {
        let seen = |(other, sign): &(usize, i64)| mix(marks[*other] ^ if *sign > 0 { 0x5555 } else { 0xAAAA });
        let next = |(own, edges): (&u64, &Vec<(usize, i64)>)| edges.iter().map(seen).fold(mix(*own), u64::wrapping_add);
        marks = marks.iter().zip(edges).map(next).collect();
    }
    marks
}

/// Seeded chance: `SplitMix64` (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
pub(super) struct Random(pub(super) u64);

impl Random {
    /// A whole number below `n`; 0 if `n` is 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        (mix(self.0) % n.max(1) as u64) as usize
    }
}

fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
