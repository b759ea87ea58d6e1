//! A file that is to be written, and where its bytes come from.

use std::io::{self, Seek, Write};

use tempfile::SpooledTempFile;

use super::Before;
use super::place::FilePlace;

/// A file that is to be written.
pub(super) struct Piece {
    pub(super) place: FilePlace,
    pub(super) content: Content,
    pub(super) before: Before,
}

/// What is to stand in it.
pub(super) enum Content {
    Bytes(Vec<u8>),
    /// What was written piece by piece.
    Spool(SpooledTempFile),
}

impl Content {
    /// Writes all of it; it can be done again.
    pub(super) fn copy_to(&mut self, mut out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => out.write_all(bytes),
            Self::Spool(spool) => {
                spool.rewind()?;
                io::copy(spool, &mut out).map(drop)
            }
        }
    }
}
