//! Only one run of the program changes the files of a folder at a time.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Error;

/// How long to wait for another run.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often to look whether it is done.
const AGAIN: Duration = Duration::from_millis(10);

/// A folder in which nobody else writes until this is dropped. Where a folder cannot be locked, only the journal is.
pub(super) struct FolderLock {
    _folder: Option<File>,
}

impl FolderLock {
    /// Waits for other runs that write into the folder; none that goes on for long.
    pub(super) fn take(folder: &Path) -> Result<Self, Error> {
        let Ok(file) = File::open(folder) else { return Ok(Self { _folder: None }) };
        let end = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _folder: Some(file) }),
                Err(TryLockError::WouldBlock) if Instant::now() < end => std::thread::sleep(AGAIN),
                Err(TryLockError::WouldBlock) => return Err(busy(folder)),
                // Not every file system locks folders.
                Err(TryLockError::Error(_)) => return Ok(Self { _folder: None }),
            }
        }
    }
}

/// Another run writes there.
pub(super) fn busy(folder: &Path) -> Error {
    Error::Refused(format!(
        "another run of the program is writing into {}: run the command again when it is done",
        folder.display()
    ))
}
