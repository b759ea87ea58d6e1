//! Anchors whose passages have moved: what became of all of them, and the moved ones written anew.

use parallax_core::text::VerifiedWork;

use super::Proposal;
use crate::edit::{Edits, mend};
use crate::{Error, Project};

/// How many anchors came out how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchors {
    /// Their passage stands elsewhere in the text, in one place.
    pub moved: usize,
    /// Their passage stands where they say.
    pub exact: usize,
    /// Their passage stands in several places.
    pub ambiguous: usize,
    /// Their passage stands nowhere.
    pub orphan: usize,
    /// Their text is not at hand.
    pub unverified: usize,
    /// Their text could not be read.
    pub refused: usize,
}

impl Project {
    /// What became of the anchors of all works.
    #[must_use]
    pub fn anchors(&self) -> Anchors {
        let is_refused = |verified: &&VerifiedWork| self.texts.refused(verified.work).is_some();
        let (refused, read): (Vec<_>, Vec<_>) = self.evidence.iter().partition(is_refused);
        let count = |name| read.iter().map(|verified| verified.count(name)).sum();
        Anchors {
            moved: count("moved"),
            exact: count("exact"),
            ambiguous: count("ambiguous"),
            orphan: count("orphan"),
            unverified: count("unverified"),
            refused: refused.iter().map(|verified| verified.unverified).sum(),
        }
    }

    /// Writes the new place into every anchor whose passage stands in one other place by now. The others need a judgement.
    ///
    /// # Errors
    ///
    /// If an anchor is written in a way that cannot be changed safely.
    pub fn follow_moved(&self) -> Result<Proposal, Error> {
        let mut edits = Edits::new(&self.sources);
        mend(&mut edits, &self.evidence)?;
        Ok(edits.finish()?.into())
    }
}
