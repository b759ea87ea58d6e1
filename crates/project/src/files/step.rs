//! One file of a change: where it stands, and how it comes into its place.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::digest::Digest;

/// How a file comes into its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Way {
    /// Nothing is there: the new file is moved there.
    Create,
    /// The new file and the old one are exchanged.
    Exchange,
    /// The old file is written over, for it has what a new one could not have; its bytes are kept beside it. This is also the way of
    /// what was to be exchanged, if old bytes are kept.
    InPlace,
}

/// A file that is written.
#[derive(Debug)]
pub(super) struct Step {
    /// As the caller calls it.
    pub(super) path: PathBuf,
    /// Its true path.
    pub(super) target: PathBuf,
    /// Where its new bytes stand.
    pub(super) new: PathBuf,
    /// Where its old bytes are kept, if it is written in place.
    pub(super) kept: PathBuf,
    pub(super) way: Way,
    /// Its bytes before; none if it was not there.
    pub(super) was: Option<Digest>,
    /// Its bytes afterwards.
    pub(super) is: Digest,
    /// Whether it was read, and must not be replaced if it is no longer what was read.
    pub(super) precious: bool,
}

impl Step {
    /// How it comes into its place: one whose old bytes are kept is written over.
    pub(super) fn way(&self) -> Way {
        if self.way == Way::Exchange && self.kept.exists() { Way::InPlace } else { self.way }
    }
}
