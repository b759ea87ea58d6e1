//! Changes to people's files as proposals: what would change, what is to be known before, and a diff to read. Nothing is
//! written before somebody says so.

mod anchors;
mod consequences;
mod layout;
mod names;
mod statement;

use std::path::Path;

use parallax_core::source::Sources;

use crate::edit::{Change, unified};
use crate::files::{Notes, write_all};
use crate::{Error, Project};

pub use anchors::Anchors;
pub use layout::layout;
pub use names::RENAMED;
pub use statement::{Goal, Passage};

/// Changes to files that nobody has agreed to yet.
#[derive(Debug, Default)]
pub struct Proposal {
    /// The files that would change.
    pub changes: Vec<Change>,
    /// What is to be known before somebody agrees, a line each.
    pub notes: Vec<String>,
}

/// What comes of asking for a change that others depend on.
#[derive(Debug)]
pub enum Proposed {
    /// It can be made.
    Sound(Proposal),
    /// The corpus would then have errors: what it would be, and they are.
    Flawed(Box<Project>),
}

impl Proposal {
    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The changes as a unified diff, which `patch -p1` takes as well.
    #[must_use]
    pub fn diff(&self) -> String {
        unified(&self.changes)
    }

    /// Writes the files below a folder, all of them or none.
    ///
    /// # Errors
    ///
    /// If a file is no longer what was read, or cannot be written.
    pub fn write(&self, folder: &Path, sources: &Sources) -> Result<Notes, Error> {
        let files = self.changes.iter().map(|change| change.write(folder, sources));
        write_all(Some(folder), files.collect::<Result<_, _>>()?)
    }
}

impl From<Vec<Change>> for Proposal {
    fn from(changes: Vec<Change>) -> Self {
        Self { changes, notes: Vec::new() }
    }
}
