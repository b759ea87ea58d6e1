//! A network folded into a simple signed graph: one edge a dyad, with the signs that occur on it.

use std::collections::BTreeMap;

use crate::model::{ActorId, Layer, Sign, Signs};
use crate::network::{Edge, Network};

/// A simple signed graph. A dyad with edges of both signs is ambivalent: it counts as a partnership, and as no sign.
#[derive(Debug, Clone, Default)]
pub struct SignedGraph {
    edges: BTreeMap<(ActorId, ActorId), Signs>,
    /// The partners of each actor, sorted.
    neighbours: BTreeMap<ActorId, Vec<ActorId>>,
}

impl SignedGraph {
    /// Folds the edges of a network by dyad: those of the world. Where authors stand, and whom they cite, has no centre and no camps.
    #[must_use]
    pub fn of(network: &Network<'_>) -> Self {
        let corpus = network.corpus;
        let of_the_world =
            |edge: &Edge| edge.relations.iter().any(|id| corpus.layer(corpus.relation(*id)) == Layer::World);
        let edges = network.edges().filter(|(_, _, edge)| of_the_world(edge));
        Self::from_edges(edges.map(|(from, to, edge)| (from, to, edge.sign)))
    }

    /// Folds signed edges.
    pub fn from_edges(edges: impl IntoIterator<Item = (ActorId, ActorId, Sign)>) -> Self {
        let mut folded = Self::default();
        for (from, to, sign) in edges {
            folded.edges.entry((from.min(to), from.max(to))).or_default().add(sign);
            folded.neighbours.entry(from).or_default().push(to);
            folded.neighbours.entry(to).or_default().push(from);
        }
        for partners in folded.neighbours.values_mut() {
            partners.sort_unstable();
            partners.dedup();
        }
        folded
    }

    /// The actors, in order.
    #[must_use]
    pub fn actors(&self) -> Vec<ActorId> {
        self.neighbours.keys().copied().collect()
    }

    /// Every actor with the number of its partners.
    pub fn partners(&self) -> impl Iterator<Item = (ActorId, usize)> + '_ {
        self.neighbours.iter().map(|(actor, partners)| (*actor, partners.len()))
    }

    /// How many dyads there are.
    #[must_use]
    pub fn dyads(&self) -> usize {
        self.edges.len()
    }

    /// The partners of an actor, sorted.
    #[must_use]
    pub fn partners_of(&self, actor: ActorId) -> &[ActorId] {
        self.neighbours.get(&actor).map_or(&[], |partners| partners)
    }

    /// The one sign of a dyad; `None` if there is no edge, or it is neutral or ambivalent.
    #[must_use]
    pub fn sign(&self, a: ActorId, b: ActorId) -> Option<Sign> {
        self.edges.get(&(a.min(b), a.max(b))).and_then(|signs| signs.only())
    }

    /// The dyads with one sign.
    pub fn signed(&self) -> impl Iterator<Item = (ActorId, ActorId, Sign)> + '_ {
        self.edges.iter().filter_map(|((a, b), signs)| signs.only().map(|sign| (*a, *b, sign)))
    }
}
