//! Files and folders brought to the disk.

use std::fs::File;
use std::io;
use std::path::Path;

/// Brings the names in a folder to the disk, where a folder can be brought there.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder).and_then(|folder| synced(&folder)) } else { Ok(()) }
}

/// Brings a file to the disk, if it lies on one.
pub(super) fn synced(file: &File) -> io::Result<()> {
    match file.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}
