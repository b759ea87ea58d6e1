//! Trouble of the machine (files, fonts, Graphviz): singular, and never about what a person wrote.

use std::path::PathBuf;

/// What can fail apart from the author's data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error(transparent)]
    Source(#[from] parallax_core::error::Error),
    /// A file could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A change to a file would do what was not meant: nothing was written.
    #[error("{0}")]
    Refused(String),
    /// What is asked for cannot be.
    #[error("{0}")]
    Usage(String),
    /// A picture could not be made.
    #[error(transparent)]
    Render(parallax_render::Error),
}

impl Error {
    /// That a file or folder could not be read.
    #[must_use]
    pub fn unread(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Source(parallax_core::error::Error::Read { path: path.into(), source })
    }
}

impl From<parallax_render::Error> for Error {
    fn from(error: parallax_render::Error) -> Self {
        match error {
            parallax_render::Error::Usage(why) => Self::Usage(why),
            other => Self::Render(other),
        }
    }
}
