//! Files that appear whole or not at all: written beside their place, then renamed into it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::error::Error;

/// Writes a file whole: whoever reads it finds the old bytes or the new, never half of them. Missing folders are made.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_whole_with(path, |out| out.write_all(bytes))
}

/// The same for what is written piece by piece.
pub fn write_whole_with(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    let failed = |source| Error::Write { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    // A file that is there keeps its permissions; a new one gets those of any new file, not those of a secret.
    let there = fs::metadata(path).ok().filter(fs::Metadata::is_file);
    let mut temporary =
        tempfile::Builder::new().prefix(".parallax-").make_in(folder, |path| File::create_new(path)).map_err(failed)?;
    let mut buffered = BufWriter::new(&mut temporary);
    write(&mut buffered).and_then(|()| buffered.flush()).map_err(failed)?;
    drop(buffered);
    if let Some(known) = there {
        fs::set_permissions(temporary.path(), known.permissions()).map_err(failed)?;
    }
    temporary.persist(path).map(drop).map_err(|error| failed(error.error))
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
}
