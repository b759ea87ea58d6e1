//! Balanced and unbalanced triads (Heider 1946; Cartwright and Harary 1956, doi:10.1037/h0046049).

use super::SignedGraph;
use crate::model::{ActorId, Sign};

/// The triangles of a signed graph whose three dyads each have one sign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Triads {
    /// An even number of negative dyads.
    pub balanced: usize,
    /// An odd number of negative dyads.
    pub unbalanced: usize,
    /// The first of the unbalanced, by their actors; at most [`Triads::EXAMPLES`].
    pub named: Vec<[ActorId; 3]>,
}

impl Triads {
    /// How many unbalanced triads are named: there can be as many as the cube of the actors.
    pub const EXAMPLES: usize = 20;
}

/// Finds them: O(sum over dyads of the smaller degree).
#[must_use]
pub fn triads(graph: &SignedGraph) -> Triads {
    let mut found = Triads::default();
    for (a, b, ab) in graph.signed() {
        let [ours, theirs] = [a, b].map(|actor| graph.partners_of(actor));
        let smaller = if ours.len() < theirs.len() { ours } else { theirs };
        // Each triangle is found once: from its two smallest ids.
        for &c in &smaller[smaller.partition_point(|c| *c <= b)..] {
            let Some((bc, ac)) = graph.sign(b, c).zip(graph.sign(a, c)) else { continue };
            let negative = [ab, bc, ac].into_iter().filter(|sign| *sign == Sign::Negative).count();
            if negative % 2 == 0 {
                found.balanced += 1;
            } else {
                found.unbalanced += 1;
                if found.named.len() < Triads::EXAMPLES {
                    found.named.push([a, b, c]);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_friend_of_an_enemy_is_unbalanced() {
        let [a, b, c] = [0, 1, 2].map(ActorId);
        let friend_of_enemy =
            SignedGraph::from_edges([(a, b, Sign::Negative), (b, c, Sign::Positive), (a, c, Sign::Positive)]);
        assert_eq!(triads(&friend_of_enemy), Triads { balanced: 0, unbalanced: 1, named: vec![[a, b, c]] });
        let enemy_of_enemy =
            SignedGraph::from_edges([(a, b, Sign::Negative), (b, c, Sign::Negative), (a, c, Sign::Positive)]);
        assert_eq!(triads(&enemy_of_enemy).balanced, 1);
    }

    #[test]
    fn all_are_counted_and_the_first_named() {
        let pairs = (0..9).flat_map(|a| (a + 1..9).map(move |b| (ActorId(a), ActorId(b), Sign::Negative)));
        let found = triads(&SignedGraph::from_edges(pairs));
        assert_eq!((found.balanced, found.unbalanced, found.named.len()), (0, 84, Triads::EXAMPLES));
        assert!(found.named.is_sorted());
    }
}
