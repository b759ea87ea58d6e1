//! Two files exchanged at one stroke, and a file moved to where nothing is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Exchanges a file and the one beside it. No other program sees a moment in which one of them is missing, if the file system
/// can do that; else it is done in three steps, none of which loses a file.
pub(super) fn exchange(target: &Path, new: &Path) -> io::Result<()> {
    #[cfg(test)]
    super::tests::before_rename(target)?;
    match at_one_stroke(target, new) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => by_steps(target, new),
        done => done,
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn at_one_stroke(target: &Path, new: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, target, CWD, new, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn at_one_stroke(_target: &Path, _new: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The same in steps. The old file is moved away, not overwritten, so that it is the last that anybody saved there.
fn by_steps(target: &Path, new: &Path) -> io::Result<()> {
    let spare = spare(new);
    fs::rename(target, &spare)?;
    if let Err(error) = move_new(new, target) {
        fs::rename(&spare, target)?;
        return Err(error);
    }
    fs::rename(spare, new)
}

/// Where the old file stands in the middle of an exchange in steps.
pub(super) fn spare(new: &Path) -> PathBuf {
    new.with_added_extension("spare")
}

/// Moves a file to where nothing is; what is there stays, and is an error.
pub(super) fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(test)]
    super::tests::before_rename(to)?;
    let path = tempfile::TempPath::try_from_path(from)?;
    path.persist_noclobber(to).map_err(|error| {
        // It is not to be removed: whoever moves it decides what becomes of it.
        let _ = error.path.keep();
        error.error
    })
}
