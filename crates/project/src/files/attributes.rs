//! What a file has besides its bytes: permissions, owner, extended attributes (access lists among them), other names.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

/// Whether a file is one that nobody, or not this user, may write.
pub(super) fn is_locked(path: &Path, about: &Metadata) -> bool {
    about.permissions().readonly() || !is_writable(path)
}

/// Whether a file or folder may be written by this user.
#[cfg(unix)]
pub(super) fn is_writable(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
pub(super) fn is_writable(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.is_dir() || !about.permissions().readonly())
}

/// Whether a file has other names, which a new file in its place would not have.
#[cfg(unix)]
pub(super) fn has_other_names(about: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    about.nlink() > 1
}

#[cfg(not(unix))]
pub(super) fn has_other_names(_about: &Metadata) -> bool {
    false
}

/// Creates a file that only this user may read.
pub(super) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Gives a new file what an old one has. Whether it could be given all of it.
#[cfg(unix)]
pub(super) fn copy(old: &Path, about: &Metadata, new: &Path) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt, chown};
    let own = fs::metadata(new)?;
    if (own.uid(), own.gid()) != (about.uid(), about.gid()) && chown(new, Some(about.uid()), Some(about.gid())).is_err()
    {
        return Ok(false);
    }
    fs::set_permissions(new, about.permissions())?;
    let wanted = extended(old);
    for (name, value) in &wanted {
        if xattr::get(new, name).ok().flatten().as_ref() != Some(value) && xattr::set(new, name, value).is_err() {
            return Ok(false);
        }
    }
    for (name, _) in extended(new).iter().filter(|(name, _)| !wanted.iter().any(|(known, _)| known == name)) {
        if xattr::remove(new, name).is_err() {
            return Ok(false);
        }
    }
    Ok(fs::metadata(new)?.mode() == about.mode())
}

/// Extended attributes; none on a file system without any.
#[cfg(unix)]
fn extended(path: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let names = xattr::list(path).into_iter().flatten();
    names.filter_map(|name| xattr::get(path, &name).ok().flatten().map(|value| (name, value))).collect()
}

#[cfg(not(unix))]
pub(super) fn copy(_old: &Path, about: &Metadata, new: &Path) -> io::Result<bool> {
    fs::set_permissions(new, about.permissions())?;
    Ok(true)
}
