//! A dyad: two actors without an order between them, and which way a statement about them points.

use crate::model::{ActorId, Corpus, Relation};
use crate::network::Aggregation;

/// An unordered pair of actors: the smaller id first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair(pub ActorId, pub ActorId);

impl Pair {
    /// The dyad of two actors.
    #[must_use]
    pub fn new(a: ActorId, b: ActorId) -> Self {
        if a < b { Self(a, b) } else { Self(b, a) }
    }

    /// Which way a statement about this dyad points: from its first actor to its second, or back. Who is not named is
    /// looked up by lifting. `None` if it points both ways.
    #[must_use]
    pub fn direction(self, corpus: &Corpus, relation: &Relation) -> Option<bool> {
        // Only membership counts, so the pairs of a statement about many actors need not be listed.
        for aggregation in Aggregation::each(corpus) {
            let ends = aggregation.ends(relation);
            let [from, to] = ends.each_ref().map(|actors| {
                let has = |actor: ActorId| actors.binary_search(&actor).is_ok();
                (has(self.0), has(self.1))
            });
            let (forward, back) = (from.0 && to.1, from.1 && to.0);
            if forward || back {
                return (forward != back).then_some(forward);
            }
        }
        None
    }
}
