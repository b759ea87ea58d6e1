//! How a journal is known as one that was written where it lies: a copy, or one that was unpacked, is another file, born later.

use std::fs::Metadata;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

/// What a file is besides its name and bytes, and no archive and no copy can bring along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Birth {
    /// Its number in the file system, where that numbers files.
    number: u64,
    /// When it came to be, in nanoseconds, where the file system notes that.
    born: Option<u64>,
}

impl Birth {
    pub(super) fn of(about: &Metadata) -> Self {
        let born = about.created().ok().and_then(|born| born.duration_since(UNIX_EPOCH).ok());
        Self { number: number(about), born: born.map(|born| born.as_nanos() as u64) }
    }
}

#[cfg(unix)]
fn number(about: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

#[cfg(not(unix))]
fn number(_about: &Metadata) -> u64 {
    0
}

/// Whether a file belongs to whoever runs the program: what another has written says nothing of what this one did.
#[cfg(unix)]
pub(super) fn is_own(about: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(about) == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
pub(super) fn is_own(_about: &Metadata) -> bool {
    true
}
