//! Views -> Comparison: what several witnesses say of the same actors. Symmetric: nothing is "added" or "removed".
//!
//! In: [`View`]s, of which the whole record is read, denials, reports and possibilities included. Out: a [`Comparison`]. Of any two of
//! its sides it gives a [`Difference`]: a verdict for every dyad, the claims behind it in pairs, actors, frames and numbers; and on
//! request the structure. Of all together it gives a [`Survey`]: who holds what, who contests what, and how far apart each two are.

mod actors;
mod ancestors;
mod apart;
mod by_dyad;
mod claims;
mod comparison;
mod dyads;
mod firmness;
mod frames;
mod held;
mod issue;
mod issue_survey;
mod matching;
mod numbers;
mod pair;
mod pairing;
mod ranks;
mod side;
mod silence;
mod stand;
mod structure;
mod survey;
mod tally;
mod tension;
mod verdict;

pub use actors::{ActorView, Actors, Granularity};
pub use apart::{Doubled, doubled};
pub use claims::{ClaimPair, Differing};
pub use comparison::Comparison;
pub use dyads::Dyad;
pub use firmness::{Firmness, Passage};
pub use frames::FrameReading;
pub use held::{HeldType, Share};
pub use issue::{IssueDifference, IssueSilence, IssueVerdict, PositionTension, position_tensions};
pub use issue_survey::{IssuesBetween, SurveyedIssue};
pub use numbers::{LEAST_IN_COMMON, Numbers};
pub use pair::Pair;
pub use side::Side;
pub use silence::Silence;
pub use stand::{Reserve, Stand};
pub use structure::{Centre, NetworkShape, Structure};
pub use survey::{Between, Survey, SurveyedDyad};
pub use tally::{Tally, tally};
pub use tension::{Tension, tensions};
pub use verdict::{Contest, Finding, Verdict};

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
    /// The dyads: contested ones first, firm before others, then by how much is said, then by name.
    pub dyads: Vec<Dyad>,
    /// The issues that either answers: contested ones first, firm before others, then by how strongly they are answered, then by name.
    pub issues: Vec<IssueDifference>,
    /// Who occurs where.
    pub actors: Actors,
    /// Frames that either author reads.
    pub frames: Vec<FrameReading>,
    /// The summary.
    pub numbers: Numbers,
    /// How many contested dyads are left out because they rest on single passages: none, unless that was asked for.
    pub left_out: usize,
}

impl Difference<'_> {
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
