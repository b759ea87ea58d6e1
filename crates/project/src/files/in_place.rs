//! A file written over, for it has what a new one could not have. Between the looking and the writing somebody else can save it: that
//! moment is as short as can be, and what became of it is looked at again after each step.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::digest::{self, Digest};
use super::trouble::Trouble;

/// Writes the bytes of a file over those of another, which stays the file that it is. If it is to be one of `known`, and is not, or
/// somebody else saves it meanwhile, that is trouble.
pub(super) fn overwrite(target: &Path, from: &Path, known: Option<&[Digest]>) -> Result<(), Trouble> {
    let new = whole(&mut File::open(from)?)?;
    let mut file = File::options().read(true).write(true).open(target)?;
    let seen = file.metadata()?;
    let old = whole(&mut file)?;
    let heeds = known.is_some();
    if known.is_some_and(|known| !known.contains(&digest::of_bytes(&old))) {
        return Err(Trouble::Edited);
    }
    #[cfg(test)]
    super::tests::meanwhile(target);
    file.rewind()?;
    if heeds && !(is_same(&seen, &file.metadata()?) && leads_to(target, &seen)) {
        return Err(Trouble::Edited);
    }
    file.write_all(&new)?;
    #[cfg(test)]
    super::tests::meanwhile(target);
    cut(&mut file, &new, &old, heeds)?;
    file.sync_all()?;
    let is_new = !heeds || (leads_to(target, &seen) && whole(&mut file)? == new);
    if is_new { Ok(()) } else { Err(Trouble::Edited) }
}

/// Takes away what is left of the old bytes behind the new ones, if it still is just that. If it is not, somebody else has saved the
/// file just before it was written over, and it gets its old beginning back: if they only wrote behind it, it is what they saved.
fn cut(file: &mut File, new: &[u8], old: &[u8], heeds: bool) -> Result<(), Trouble> {
    let rest = old.get(new.len()..).unwrap_or_default();
    if heeds {
        let now = whole(file)?;
        let is_covered = now.starts_with(new) && now[new.len()..] != *rest;
        if is_covered && new.len() <= old.len() {
            file.rewind()?;
            file.write_all(&old[..new.len()])?;
        }
        if is_covered || !now.starts_with(new) {
            return Err(Trouble::Edited);
        }
    }
    if !rest.is_empty() {
        file.set_len(new.len() as u64)?;
    }
    Ok(())
}

/// Whether nobody has written into a file since it was seen, as far as the file system tells.
fn is_same(seen: &Metadata, now: &Metadata) -> bool {
    seen.len() == now.len() && seen.modified().ok() == now.modified().ok()
}

/// Whether a path leads to an open file.
#[cfg(unix)]
fn leads_to(path: &Path, open: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).is_ok_and(|about| (about.dev(), about.ino()) == (open.dev(), open.ino()))
}

#[cfg(not(unix))]
fn leads_to(_path: &Path, _open: &Metadata) -> bool {
    true
}

/// Whether a file is what [`overwrite`] leaves when it is stopped: the beginning of the new bytes, then the rest of the old.
pub(super) fn is_torn(target: &Path, new: &Path, old: &Path) -> io::Result<bool> {
    let read = |path: &Path| whole(&mut File::open(path)?);
    let [now, new, old] = [read(target)?, read(new)?, read(old)?];
    let written = now.iter().zip(&new).take_while(|(now, new)| now == new).count();
    Ok(now[written..] == *old.get(written..).unwrap_or_default())
}

fn whole(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}
