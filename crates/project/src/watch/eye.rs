//! The files that are read, and whether they stand as they stood at the last look. What is written from here is no change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use parallax_core::source::corpus_files;

/// An editor that saves in several steps is given so long to be done.
const QUIET: Duration = Duration::from_millis(120);
/// One that never is done is not waited for any longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// How a file stands: its length, when it was written, and which file it is where the system tells.
type Stamp = (u64, Option<SystemTime>, u64);

/// The files of a corpus, watched.
#[derive(Debug)]
pub struct Eye {
    folder: PathBuf,
    /// Texts and tables, which stand anywhere.
    apart: BTreeSet<PathBuf>,
    /// What was written from here.
    own: BTreeSet<PathBuf>,
    /// By path, at the last look.
    last_seen: BTreeMap<PathBuf, Stamp>,
    cost: Duration,
}

/// A folder in which a save can be heard of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Where it is.
    pub folder: PathBuf,
    /// Whether folders within it are meant as well.
    pub is_deep: bool,
}

impl Eye {
    /// Begins to watch a folder, or the only file of a corpus, whose path is absolute.
    #[must_use]
    pub fn open(folder: PathBuf) -> Self {
        let (apart, own, last_seen) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        let mut eye = Self { folder, apart, own, last_seen, cost: Duration::ZERO };
        eye.last_seen = eye.look();
        eye
    }

    /// Watches these files too, in place of others that stand apart. Says whether they are others.
    pub fn also(&mut self, apart: impl IntoIterator<Item = PathBuf>) -> bool {
        let apart: BTreeSet<PathBuf> = apart.into_iter().collect();
        if apart == self.apart {
            return false;
        }
        self.last_seen.retain(|path, _| apart.contains(path) || !self.apart.contains(path));
        let new = apart.difference(&self.apart);
        self.last_seen.extend(new.filter_map(|path| Some((path.clone(), stamp(path)?))));
        self.apart = apart;
        true
    }

    /// That a file was written from here.
    pub fn wrote(&mut self, path: &Path) {
        self.own.extend(path.canonicalize());
    }

    /// The folders in which a save can be heard of: the corpus itself, the two that are read, and those of files that stand apart.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let inner = ["actors", "relations"].map(|name| Place { folder: self.folder.join(name), is_deep: true });
        let around: BTreeSet<&Path> =
            self.apart.iter().filter_map(|path| path.parent()).chain([&*self.folder]).collect();
        let around = around.into_iter().map(|path| Place { folder: path.to_owned(), is_deep: false });
        inner.into_iter().chain(around).filter(|place| place.folder.is_dir()).collect()
    }

    /// How long the last look took.
    #[must_use]
    pub fn cost(&self) -> Duration {
        self.cost
    }

    /// The files that stand otherwise than when this was last asked, by names as people know them; none if all stand as they did.
    /// While an editor saves in several steps this waits until it is done.
    pub fn changed(&mut self) -> Vec<String> {
        let first = Instant::now();
        let mut now = self.look();
        self.cost = first.elapsed();
        while now != self.last_seen && first.elapsed() < PATIENCE {
            thread::sleep(QUIET.max(self.cost));
            let again = self.look();
            if again == now {
                break;
            }
            now = again;
        }
        let names = changed(&self.last_seen, &now).into_iter().map(|path| self.name(path)).collect();
        self.last_seen = now;
        names
    }

    /// How all files stand. Those of a folder that cannot be read are gone: whoever reads them is told why.
    fn look(&self) -> BTreeMap<PathBuf, Stamp> {
        let files = corpus_files(&self.folder).unwrap_or_default().into_iter().chain(self.apart.iter().cloned());
        files.filter(|path| !self.is_own(path)).filter_map(|path| Some((path.clone(), stamp(&path)?))).collect()
    }

    fn is_own(&self, path: &Path) -> bool {
        let alike = self.own.iter().any(|own| own.file_name() == path.file_name());
        alike && path.canonicalize().is_ok_and(|path| self.own.contains(&path))
    }

    fn name(&self, path: &Path) -> String {
        let within = path.strip_prefix(&self.folder).ok().filter(|within| !within.as_os_str().is_empty());
        within.unwrap_or(path).display().to_string()
    }
}

/// The paths of files that are new, gone, or stand otherwise.
fn changed<'p>(before: &'p BTreeMap<PathBuf, Stamp>, now: &'p BTreeMap<PathBuf, Stamp>) -> BTreeSet<&'p PathBuf> {
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    let other = now.iter().filter(|(path, stamp)| before.get(*path) != Some(stamp)).map(|(path, _)| path);
    gone.chain(other).collect()
}

/// How a file stands; none if it is not there.
fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((about.len(), about.modified().ok(), number(&about)))
}

#[cfg(unix)]
fn number(about: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is seen, once something is.
    fn told(eye: &mut Eye) -> Vec<String> {
        for _ in 0..60 {
            let names = eye.changed();
            if !names.is_empty() {
                return names;
            }
            thread::sleep(QUIET);
        }
        Vec::new()
    }

    fn corpus() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in crate::BARE {
            crate::files::write_whole(&folder.path().join("c").join(name), text.as_bytes()).unwrap();
        }
        folder
    }

    fn save(path: &Path, text: &str) {
        crate::files::write_whole(path, text.as_bytes()).unwrap();
    }

    #[test]
    fn a_folder_that_is_replaced_is_seen_and_what_is_saved_in_it_later() {
        let folder = corpus();
        let root = folder.path().join("c");
        let mut eye = Eye::open(root.clone());
        fs::rename(&root, folder.path().join("away")).unwrap();
        assert!(!told(&mut eye).is_empty(), "all is gone");
        fs::rename(folder.path().join("away"), &root).unwrap();
        assert!(!told(&mut eye).is_empty(), "all is back");
        save(&root.join("actors/new.toml"), "");
        assert_eq!(told(&mut eye), ["actors/new.toml"]);
        fs::rename(root.join("actors"), root.join("old")).unwrap();
        told(&mut eye);
        save(&root.join("actors/other.toml"), "");
        assert_eq!(told(&mut eye), ["actors/other.toml"]);
    }

    #[test]
    fn what_was_written_from_here_or_is_not_read_is_no_change() {
        let folder = corpus();
        let root = folder.path().join("c");
        let mut eye = Eye::open(root.clone());
        for name in ["relations/page.html", "output/a.svg", "relations/.hidden.toml", "relations/mine.json"] {
            save(&root.join(name), "{}");
        }
        eye.wrote(&root.join("relations/mine.json"));
        assert_eq!(eye.changed(), [""; 0]);
        let text = folder.path().join("text.txt");
        save(&text, "one");
        eye.also([text.clone()]);
        save(&text, "two words");
        assert_eq!(told(&mut eye), [text.display().to_string()]);
    }
}
