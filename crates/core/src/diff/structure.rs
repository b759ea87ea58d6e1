//! Structure, compared: whose centre is whose, which camps each text draws, which triads are balanced.

use crate::measure::{BalancePartition, SignedGraph, Triads, balance_partition, triads};
use crate::model::{ActorId, Corpus};
use crate::network::{Network, View};

/// The shape of each view's network of what is held now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// The shape of the first and of the second.
    pub shapes: [NetworkShape; 2],
}

/// The shape of one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkShape {
    /// The five actors with the most partners, and whoever has as many as the fifth.
    pub centres: Vec<Centre>,
    /// The best camps that were found: positive edges inside, negative edges between. `None` if the network is too large to be searched.
    pub partition: Option<BalancePartition>,
    /// Triads, balanced and not. `None` if the network is too large to be searched.
    pub triads: Option<Triads>,
}

/// An actor and how many partners it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Centre {
    /// Who.
    pub actor: ActorId,
    /// How many others it has an edge with.
    pub partners: usize,
}

impl NetworkShape {
    /// How many actors with the most partners are looked for.
    pub const CENTRES: usize = 5;
    /// Networks with more actors than this are not searched for camps and triads.
    pub const MOST_ACTORS: usize = 2_000;
    /// Nor those with more dyads: the cost of camps grows with actors times dyads.
    pub const MOST_DYADS: usize = 20_000;
}

pub(super) fn compare(corpus: &Corpus, a: &View, b: &View) -> Structure {
    Structure { shapes: [a, b].map(|view| shape(corpus, view)) }
}

fn shape(corpus: &Corpus, view: &View) -> NetworkShape {
    let folded = SignedGraph::of(&Network::of(corpus, view));
    let mut centres: Vec<Centre> = folded.partners().map(|(actor, partners)| Centre { actor, partners }).collect();
    centres.sort_by_key(|centre| (std::cmp::Reverse(centre.partners), centre.actor));
    let least = centres.get(NetworkShape::CENTRES - 1).map_or(0, |fifth| fifth.partners);
    centres.retain(|centre| centre.partners >= least);
    let small = folded.partners().count() <= NetworkShape::MOST_ACTORS && folded.dyads() <= NetworkShape::MOST_DYADS;
    NetworkShape {
        centres,
        partition: small.then(|| balance_partition(&folded)),
        triads: small.then(|| triads(&folded)),
    }
}
