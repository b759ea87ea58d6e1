//! Where a path leads: to a file that can be replaced, or to a stream that can only be written into.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::SpooledTempFile;

use super::stdout;

/// Links that lead to nothing are followed this far.
const MOST_LINKS: usize = 40;
/// What is written piece by piece is kept in memory up to this many bytes, then in a file without a name.
const SPOOLED: usize = 8 << 20;

/// What a path leads to.
pub(super) enum Place {
    Stream(Stream),
    File(FilePlace),
}

/// Something that is written into, and never replaced.
pub(super) struct Stream {
    file: File,
    /// Whether it is the program's own standard output or standard error.
    own: bool,
}

/// The place of a file, which may be missing.
pub(super) struct FilePlace {
    /// As the caller calls it.
    pub(super) path: PathBuf,
    /// Its true path, links followed; its folder can be missing.
    pub(super) target: PathBuf,
}

impl Place {
    /// Follows a path.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        if let Ok(about) = fs::metadata(path) {
            if about.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            let descriptor = descriptor(path);
            if descriptor.as_deref() == Some("1") {
                stdout()?;
            }
            if let Some(file) = own_descriptor(&about) {
                return Ok(Self::Stream(Stream { file, own: true }));
            }
            // The file behind a descriptor is someone else's who goes on to write into it.
            if !about.is_file() || descriptor.is_some() {
                let file = File::options().append(true).open(path)?;
                return Ok(Self::Stream(Stream { file, own: false }));
            }
        }
        let end = end_of_links(path);
        let name = end.file_name().ok_or(ErrorKind::InvalidFilename)?;
        let target = true_folder(folder_of(&end))?.join(name);
        Ok(Self::File(FilePlace { path: path.to_owned(), target }))
    }
}

impl Stream {
    /// Writes into it. A reader of the standard output that went away is no trouble.
    pub(super) fn write(self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut out = BufWriter::new(&self.file);
        match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if self.own && error.kind() == ErrorKind::BrokenPipe => {
                // What is still buffered has no reader either.
                drop(out.into_parts());
                Ok(())
            }
            other => other,
        }
    }
}

impl FilePlace {
    /// Room for what is written piece by piece; it has no name, so that a kill leaves nothing behind.
    pub(super) fn spool(&self) -> SpooledTempFile {
        tempfile::spooled_tempfile_in(SPOOLED, there(folder_of(&self.target)))
    }
}

/// What there is of a folder: itself, or the nearest above it.
pub(super) fn there(folder: &Path) -> &Path {
    let is_there = |folder: &&Path| folder.as_os_str().is_empty() || fs::symlink_metadata(folder).is_ok();
    let there = folder.ancestors().find(is_there).filter(|there| !there.as_os_str().is_empty());
    there.unwrap_or(Path::new("."))
}

/// The true path of a folder, all of which can be missing but a folder above it.
pub(super) fn true_folder(folder: &Path) -> io::Result<PathBuf> {
    let there = there(folder);
    if there.is_file() {
        let what = format!("{} is a file, not a folder", there.display());
        return Err(io::Error::new(ErrorKind::NotADirectory, what));
    }
    let mut whole = there.canonicalize()?;
    for part in folder.strip_prefix(there).unwrap_or(folder).components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            Component::Normal(name) => whole.push(name),
            _ => {}
        }
    }
    Ok(whole)
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where a path leads, links followed, even if nothing is there yet.
fn end_of_links(path: &Path) -> PathBuf {
    if let Ok(found) = fs::canonicalize(path) {
        return found;
    }
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(link) = fs::read_link(&end) else { break };
        end = folder_of(&end).join(link);
    }
    end
}

/// The standard output or standard error, if that is what is meant: written into where it stands, it keeps its order.
#[cfg(unix)]
fn own_descriptor(about: &Metadata) -> Option<File> {
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    let (out, err) = (io::stdout(), io::stderr());
    let own = [out.as_fd(), err.as_fd()].into_iter().filter_map(|own| own.try_clone_to_owned().ok()).map(File::from);
    own.into_iter().find(|own| {
        own.metadata()
            .is_ok_and(|own| own.dev() == about.dev() && own.ino() == about.ino() && own.rdev() == about.rdev())
    })
}

#[cfg(not(unix))]
fn own_descriptor(_about: &Metadata) -> Option<File> {
    None
}

/// The number of an open file that a path leads to, by whatever links: the name of it in the folder where the system lists them.
fn descriptor(path: &Path) -> Option<String> {
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        let folder = folder_of(&end).canonicalize().ok()?;
        if folder == Path::new("/dev/fd") || (folder.starts_with("/proc") && folder.ends_with("fd")) {
            return Some(end.file_name()?.to_string_lossy().into_owned());
        }
        end = folder.join(fs::read_link(&end).ok()?);
    }
    None
}
