//! What a corpus may reach: from where files are read for it, and into which files anything is written.
//!
//! A corpus can come from somebody else. What it names, and the links in it, are followed within its folder, and where
//! the command line itself named the place. What was read is never written over by a picture.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::Sources;

/// Links that lead to nothing yet are followed this far.
const MOST_LINKS: usize = 40;
/// Bytes of a file's name, at most, on the file systems in use.
pub(crate) const LONGEST_NAME: usize = 255;
/// Bytes of a whole path, at most.
const LONGEST_PATH: usize = 4095;

/// The folders that a corpus may reach, by their true paths.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// The folder of `parallax.toml`.
    corpus: Option<PathBuf>,
    /// The folder of texts, where the command line or the environment names it.
    texts: Option<PathBuf>,
}

/// Who says where something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    /// The program, in the folder of the corpus.
    ByProgram,
    /// The program, in a folder that the command line names.
    In(&'a Path),
    /// The command line names the file.
    ByUser,
}

/// Why a path is not followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stray {
    /// It leads out of what may be reached, to this place.
    Outside(PathBuf),
    /// Nothing is where it leads, or its links lead in a circle.
    Nowhere,
    /// It leads to a file that was read, of this name.
    Input(String),
    /// Its name, or the whole of it, has more bytes than file systems take.
    TooLong,
}

impl fmt::Display for Stray {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Outside(end) => write!(out, "leads out of the corpus, to {}", end.display()),
            Self::Nowhere => out.write_str("leads nowhere, or in a circle"),
            Self::Input(name) => write!(out, "is a file that was read, {name}"),
            Self::TooLong => {
                write!(out, "is too long for a file system: a name has at most {LONGEST_NAME} bytes")
            }
        }
    }
}

impl Reach {
    /// What the corpus in a folder may reach, with a folder of texts that was named apart from it.
    #[must_use]
    pub fn of(corpus: Option<&Path>, texts: Option<&Path>) -> Self {
        let whole = |folder: &Path| folder.canonicalize().ok();
        Self { corpus: corpus.map(here).and_then(whole), texts: texts.map(here).and_then(whole) }
    }

    /// Where a path that is to be read really leads.
    ///
    /// # Errors
    ///
    /// If it leads out of what may be reached, or nowhere.
    pub fn read(&self, path: &Path) -> Result<PathBuf, Stray> {
        let end = end(path).ok_or(Stray::Nowhere)?;
        let roots = [&self.corpus, &self.texts];
        if !roots.into_iter().flatten().any(|root| end.starts_with(root)) {
            return Err(Stray::Outside(end));
        }
        if end.exists() { Ok(end) } else { Err(Stray::Nowhere) }
    }

    /// Whether a file may be written: it leads nowhere else, and to nothing that was read.
    ///
    /// # Errors
    ///
    /// If it leads out of what may be reached, nowhere, or to a file that was read, or is too long.
    pub fn write(&self, path: &Path, named: Named<'_>, sources: &Sources) -> Result<(), Stray> {
        if named != Named::ByUser && is_too_long(path) {
            return Err(Stray::TooLong);
        }
        let Some(end) = end(path) else {
            // What is no folder, or may not be looked into, the machine cannot write into either, and says why.
            let by_link = named != Named::ByUser && path.ancestors().any(Path::is_symlink);
            return if by_link { Err(Stray::Nowhere) } else { Ok(()) };
        };
        if let Some(source) = sources.at(&end) {
            return Err(Stray::Input(source.name.clone()));
        }
        let folder = if let Named::In(folder) = named { self::end(here(folder)) } else { None };
        let inside = self.corpus.iter().chain(&folder).any(|root| end.starts_with(root));
        if inside || named == Named::ByUser { Ok(()) } else { Err(Stray::Outside(end)) }
    }
}

/// An empty path is here.
fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

/// Where a path leads, links followed, even if nothing is there yet; none if its links lead in a circle.
fn end(path: &Path) -> Option<PathBuf> {
    follow(here(path), MOST_LINKS)
}

fn follow(path: &Path, links: usize) -> Option<PathBuf> {
    match path.canonicalize() {
        Ok(end) => return Some(end),
        Err(error) if error.kind() != ErrorKind::NotFound => return None,
        Err(_) => {}
    }
    let folder = here(path.parent()?);
    match path.read_link() {
        Ok(link) => follow(&folder.join(link), links.checked_sub(1)?),
        // What is not there yet has a name below a folder that can be followed.
        Err(_) => Some(follow(folder, links)?.join(path.file_name()?)),
    }
}

fn is_too_long(path: &Path) -> bool {
    let name = path.file_name().map_or(0, |name| name.as_encoded_bytes().len());
    let whole = std::path::absolute(path).map_or(0, |whole| whole.as_os_str().as_encoded_bytes().len());
    name > LONGEST_NAME || whole > LONGEST_PATH
}

/// Whether two paths lead to one file: by the same true path, or as hard links, which only Unix tells apart.
pub(super) fn are_one(end: &Path, other: &Path) -> bool {
    end == other || identity(end).is_some_and(|known| identity(other) == Some(known))
}

/// The device and the number of a file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let about = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    Some((about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}
