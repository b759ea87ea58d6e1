//! Files that appear whole or not at all: written beside their place, then renamed into it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::Error;

/// Writes a file whole: whoever reads it finds the old bytes or the new, never half of them. Missing folders are made.
///
/// A link keeps its place, and the file that it points to is written. What is no file, such as a pipe or a device, is
/// written into and never replaced.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_whole_with(path, |out| out.write_all(bytes))
}

/// The same for what is written piece by piece.
pub fn write_whole_with(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    prepare(path, write).and_then(Prepared::appear)
}

/// The same for several files: none appears before all are written, so that trouble with one leaves all as they were.
pub fn write_all_whole(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Error> {
    let prepared = files.iter().map(|(path, bytes)| prepare(path, |out| out.write_all(bytes)));
    prepared.collect::<Result<Vec<_>, _>>()?.into_iter().try_for_each(Prepared::appear)
}

/// What is written, but does not stand in its place yet.
struct Prepared {
    path: PathBuf,
    target: PathBuf,
    /// `None` if it went straight into what stands there.
    temporary: Option<NamedTempFile<File>>,
}

impl Prepared {
    fn appear(self) -> Result<(), Error> {
        let Self { path, target, temporary } = self;
        let Some(temporary) = temporary else { return Ok(()) };
        temporary.persist(target).map(drop).map_err(|error| Error::Write { path, source: error.error })
    }
}

fn prepare(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Prepared, Error> {
    let failed = |source| Error::Write { path: path.to_owned(), source };
    let there = fs::metadata(path).ok();
    // The standard output can be a file of someone else's who goes on to write into it.
    let stream = path.starts_with("/dev") || path.starts_with("/proc");
    let special = there.as_ref().is_some_and(|there| stream || !there.is_file());
    let target = if special { path.to_owned() } else { end_of_links(path) };
    let prepared = |temporary| Prepared { path: path.to_owned(), target: target.clone(), temporary };
    if special {
        let file = File::options().append(true).open(path).map_err(failed)?;
        buffered(file, write).map_err(failed)?;
        return Ok(prepared(None));
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut temporary =
        tempfile::Builder::new().prefix(".parallax-").make_in(folder, |path| File::create_new(path)).map_err(failed)?;
    buffered(&mut temporary, write).map_err(failed)?;
    // A file that is there keeps its permissions; a new one gets those of any new file, not those of a secret.
    if let Some(known) = there {
        fs::set_permissions(temporary.path(), known.permissions()).map_err(failed)?;
    }
    Ok(prepared(Some(temporary)))
}

fn buffered(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut buffered = BufWriter::new(out);
    write(&mut buffered).and_then(|()| buffered.flush())
}

/// Links that lead to nothing are followed this far.
const MOST_LINKS: usize = 40;

/// Where a path leads, links followed, even if nothing is there yet.
fn end_of_links(path: &Path) -> PathBuf {
    if let Ok(found) = fs::canonicalize(path) {
        return found;
    }
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(link) = fs::read_link(&end) else { break };
        end = end.parent().map_or_else(|| link.clone(), |folder| folder.join(&link));
    }
    end
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "they look at what was written")]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_whole_in_a_folder_that_was_missing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/c.svg");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_it_as_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (plain, ours) = (folder.path().join("plain"), folder.path().join("ours"));
        fs::write(&plain, b"").unwrap();
        write_whole(&ours, b"").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&plain), mode(&ours));
    }

    #[test]
    fn a_folder_in_its_place_is_an_error_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        assert!(matches!(write_whole(&path, b"x"), Err(Error::Write { .. })));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_a_device_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, null] = ["file", "link", "null"].map(|name| folder.path().join(name));
        fs::write(&file, b"old").unwrap();
        std::os::unix::fs::symlink("file", &link).unwrap();
        std::os::unix::fs::symlink("/dev/null", &null).unwrap();
        write_whole(&link, b"new").unwrap();
        write_whole(&null, b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(link.symlink_metadata().unwrap().is_symlink() && null.symlink_metadata().unwrap().is_symlink());
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn of_several_files_none_appears_if_one_cannot_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let [first, taken] = ["first", "taken"].map(|name| folder.path().join(name));
        fs::create_dir(&taken).unwrap();
        let files = [(first.clone(), b"x".to_vec()), (taken, b"x".to_vec())];
        assert!(matches!(write_all_whole(&files), Err(Error::Write { .. })));
        assert!(!first.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
