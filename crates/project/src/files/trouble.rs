//! Why a file did not come into its place.

use std::io;

/// Why a file did not come into its place.
pub(super) enum Trouble {
    /// Somebody else has saved it.
    Edited,
    Io(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
