//! Structure, compared: whose centre is whose, which camps each text draws, which triads are balanced.

use crate::measure::{Camps, Folded, Triads, camps, triads};
use crate::model::{ActorId, Corpus};
use crate::network::{Network, View};

/// The shape of each view's network of what is held now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// The shape of the first and of the second.
    pub shapes: [Shape; 2],
}

/// The shape of one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The actors with the most partners, at most five.
    pub centres: Vec<Centre>,
    /// Camps: positive ties inside, negative ties between.
    pub camps: Camps,
    /// Triads, balanced and not.
    pub triads: Triads,
}

/// An actor and how many partners it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Centre {
    /// Who.
    pub actor: ActorId,
    /// How many others it has a tie with.
    pub partners: usize,
}

/// Networks larger than this are not searched for camps and triads, whose cost grows with the cube of a hub's partners.
const LARGEST: usize = 2_000;

pub(super) fn compare(corpus: &Corpus, a: &View, b: &View) -> Structure {
    Structure { shapes: [a, b].map(|view| shape(corpus, view)) }
}

fn shape(corpus: &Corpus, view: &View) -> Shape {
    let folded = Folded::of(&Network::of(corpus, view));
    let mut centres: Vec<Centre> = folded.partners().map(|(actor, partners)| Centre { actor, partners }).collect();
    centres.sort_by_key(|centre| (std::cmp::Reverse(centre.partners), centre.actor));
    centres.truncate(5);
    let small = folded.actors().len() <= LARGEST;
    let (camps, triads) = if small { (camps(&folded), triads(&folded)) } else { (Camps::default(), Triads::default()) };
    Shape { centres, camps, triads }
}
