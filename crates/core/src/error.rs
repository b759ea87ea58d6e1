//! Trouble of the machine: singular, and never about what a person wrote.

use std::path::PathBuf;

/// What can fail when a corpus is read, apart from the author's data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// What stands in a place is no longer what was read.
    #[error("{0}")]
    Refused(String),
}
