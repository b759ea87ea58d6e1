//! Two views -> Difference: what two witnesses say of the same actors. Symmetric: nothing is "added" or "removed".
//!
//! In: two [`View`]s, of which the whole record is read, denials, reports and possibilities included. Out: a [`Difference`]:
//! a verdict for every dyad, the claims behind it in pairs, actors, frames and numbers; and on request the structure.

mod actors;
mod ancestors;
mod claims;
mod dyads;
mod frames;
mod numbers;
mod pair;
mod pairing;
mod ranks;
mod side;
mod silence;
mod structure;
mod tally;
mod verdict;

pub use actors::{ActorView, Actors, Granularity};
pub use claims::{ClaimPair, Differing};
pub use dyads::{Dyad, contested};
pub use frames::FrameReading;
pub use numbers::Numbers;
pub use pair::Pair;
pub use side::Side;
pub use silence::Silence;
pub use structure::{Centre, NetworkShape, Structure};
pub use tally::{Tally, tally};
pub use verdict::{Found, Verdict, is_weighed, other_bearers, speaks_of, speaks_of_other_time};

use crate::model::Corpus;
use crate::network::View;

/// What two views say, side by side.
#[derive(Debug)]
pub struct Difference<'c> {
    /// Where everything is looked up.
    pub corpus: &'c Corpus,
    /// The first view.
    pub a: View,
    /// The second view.
    pub b: View,
    /// The dyads: contested ones first, then by how much is said, then by name.
    pub dyads: Vec<Dyad>,
    /// Who occurs where.
    pub actors: Actors,
    /// Frames that either author reads.
    pub frames: Vec<FrameReading>,
    /// The summary.
    pub numbers: Numbers,
}

impl<'c> Difference<'c> {
    /// Compares two views of a corpus. Verdicts come from the whole records of the two witnesses; a selection of these only chooses
    /// which dyads are shown.
    #[must_use]
    pub fn of(corpus: &'c Corpus, a: &View, b: &View) -> Self {
        let sides = [Side::of(corpus, a), Side::of(corpus, b)];
        let dyads = match witnesses(a, b) {
            Some(views) => dyads::selected(dyads::compare(corpus, &views.map(|view| Side::of(corpus, &view))), &sides),
            None => dyads::compare(corpus, &sides),
        };
        let actors = actors::compare(corpus, &sides);
        let frames = frames::compare(corpus, &sides);
        let numbers = numbers::count(&sides, &dyads, &actors);
        Self { corpus, a: a.clone(), b: b.clone(), dyads, actors, frames, numbers }
    }

    /// Centres, camps, triads: searched for when they are asked for.
    #[must_use]
    pub fn structure(&self) -> Structure {
        structure::compare(self.corpus, &self.a, &self.b)
    }

    /// Whether the two views differ in anything.
    #[must_use]
    pub fn differs(&self) -> bool {
        let agrees = |dyad: &Dyad| {
            dyad.verdict == Verdict::Alike
                && dyad.more_a.is_empty()
                && dyad.more_b.is_empty()
                && dyad.pairs.iter().all(|pair| pair.differing.is_empty())
        };
        !self.dyads.iter().all(agrees)
    }
}

/// The witnesses that two views select from, if they are more than the views. Two selections of one witness are compared as they
/// are: else it would be held against itself.
fn witnesses(a: &View, b: &View) -> Option<[View; 2]> {
    let views = [a.witness(), b.witness()];
    let [one, other] = &views;
    let is_whole = one.filter == a.filter && other.filter == b.filter;
    let is_one = one.authors == other.authors && one.filter == other.filter;
    (!is_whole && !is_one).then_some(views)
}
