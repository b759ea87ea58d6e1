//! Trouble of the machine (I/O, fonts, Graphviz): singular, and never about what a person wrote.

use std::path::PathBuf;

/// What can fail apart from the author's data.
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
    /// A file could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A picture could not be made from the SVG.
    #[error("cannot make the {format}: {reason}")]
    Render {
        /// The format wanted.
        format: &'static str,
        /// Why not.
        reason: String,
    },
    /// Graphviz is missing, failed, or took too long.
    #[error("{0}")]
    Graphviz(String),
    /// A change to a file would do what was not meant: nothing was written.
    #[error("{0}")]
    Refused(String),
    /// The command line asks for what cannot be.
    #[error("{0}")]
    Usage(String),
}
