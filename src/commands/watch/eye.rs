//! What `watch` looks at: the files that are read, and whether they stand as they stood at the last look.
//!
//! What has changed is found by looking, once a second. The system's own word that something was saved only makes the next look come
//! sooner: it goes with a folder that is replaced, and some disks never give it. What is written here is no change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use parallax_core::source::corpus_files;

/// An editor that saves in several steps is given so long to be done.
const QUIET: Duration = Duration::from_millis(120);
/// One that never is done is not waited for any longer.
const PATIENCE: Duration = Duration::from_secs(2);
/// From one look to the next, if nothing is heard before.
const PAUSE: Duration = Duration::from_secs(1);
/// A look takes at most this share of the time.
const SHARE: u32 = 20;

/// How a file stands: its length, when it was written, and which file it is where the system tells.
type Stamp = (u64, Option<SystemTime>, u64);

/// The files of a corpus, watched.
pub(super) struct Eye {
    folder: PathBuf,
    /// Texts and tables, which stand anywhere.
    apart: BTreeSet<PathBuf>,
    /// What was written from here.
    own: BTreeSet<PathBuf>,
    /// By path, at the last look.
    stood: BTreeMap<PathBuf, Stamp>,
    bell: Bell,
}

/// What was found by waiting.
pub(super) enum Seen {
    /// These were changed; names as people know them.
    Changed(Vec<String>),
    /// Nothing for now.
    Nothing,
}

impl Eye {
    /// Begins to watch a folder, whose path is absolute.
    pub(super) fn open(folder: PathBuf) -> Self {
        let (apart, own, stood) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        let mut eye = Self { folder, apart, own, stood, bell: Bell::default() };
        eye.stood = eye.look();
        eye.bell.hang(&eye.folder, &eye.apart);
        eye
    }

    /// Watches these files too, in place of others that stand apart.
    pub(super) fn also(&mut self, apart: impl IntoIterator<Item = PathBuf>) {
        let apart: BTreeSet<PathBuf> = apart.into_iter().collect();
        if apart == self.apart {
            return;
        }
        self.stood.retain(|path, _| apart.contains(path) || !self.apart.contains(path));
        let new = apart.difference(&self.apart);
        self.stood.extend(new.filter_map(|path| Some((path.clone(), stamp(path)?))));
        self.apart = apart;
        self.bell.hang(&self.folder, &self.apart);
    }

    /// That a file was written from here.
    pub(super) fn wrote(&mut self, path: &Path) {
        self.own.extend(path.canonicalize());
    }

    /// Waits for a save, or for a second. What was changed is told once all is quiet again.
    pub(super) fn wait(&mut self) -> Seen {
        let began = Instant::now();
        let mut now = self.look();
        let cost = began.elapsed();
        if now == self.stood {
            self.bell.listen(PAUSE.max(cost * SHARE));
            now = self.look();
        }
        let first = Instant::now();
        while now != self.stood && first.elapsed() < PATIENCE {
            thread::sleep(QUIET.max(cost));
            let again = self.look();
            if again == now {
                break;
            }
            now = again;
        }
        let changed = changed(&self.stood, &now);
        if changed.is_empty() {
            return Seen::Nothing;
        }
        let names = changed.iter().map(|path| self.name(path)).collect();
        self.stood = now;
        // A folder may have been replaced, and its bell have gone with it.
        self.bell.hang(&self.folder, &self.apart);
        Seen::Changed(names)
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

/// Rings when something was saved in the folders that it hangs in.
struct Bell {
    ring: Sender<()>,
    heard: Receiver<()>,
    watcher: Option<RecommendedWatcher>,
}

impl Default for Bell {
    fn default() -> Self {
        let (ring, heard) = channel();
        Self { ring, heard, watcher: None }
    }
}

impl Bell {
    /// Hangs it anew: in the folder itself, the two that are read, and those of files that stand apart. Where the system gives no
    /// bell, or none more, the looks do without.
    fn hang(&mut self, folder: &Path, apart: &BTreeSet<PathBuf>) {
        let ring = self.ring.clone();
        let on_event = move |event: notify::Result<Event>| {
            // What was only read, from here too, is no change. Nobody listens any more once the program ends.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = ring.send(());
            }
        };
        self.watcher = notify::recommended_watcher(on_event).ok();
        let Some(watcher) = &mut self.watcher else { return };
        let inner = ["actors", "relations"].map(|name| (folder.join(name), RecursiveMode::Recursive));
        let around: BTreeSet<&Path> = apart.iter().filter_map(|path| path.parent()).chain([folder]).collect();
        let around = around.into_iter().map(|path| (path.to_owned(), RecursiveMode::NonRecursive));
        for (path, mode) in inner.into_iter().chain(around).filter(|(path, _)| path.is_dir()) {
            let _ = watcher.watch(&path, mode);
        }
    }

    /// Waits until it rings, for so long at most.
    fn listen(&self, most: Duration) {
        if let Err(RecvTimeoutError::Disconnected) = self.heard.recv_timeout(most) {
            thread::sleep(most);
        }
        // It rings many times for one save.
        while self.heard.try_recv().is_ok() {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What waiting tells, once it tells something.
    fn told(eye: &mut Eye) -> Vec<String> {
        for _ in 0..60 {
            if let Seen::Changed(names) = eye.wait() {
                return names;
            }
        }
        Vec::new()
    }

    fn corpus() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in parallax_project::BARE {
            parallax_project::files::write_whole(&folder.path().join("c").join(name), text.as_bytes()).unwrap();
        }
        folder
    }

    fn save(path: &Path, text: &str) {
        parallax_project::files::write_whole(path, text.as_bytes()).unwrap();
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
        assert!(matches!(eye.wait(), Seen::Nothing));
        let text = folder.path().join("text.txt");
        save(&text, "one");
        eye.also([text.clone()]);
        save(&text, "two words");
        assert_eq!(told(&mut eye), [text.display().to_string()]);
    }
}
