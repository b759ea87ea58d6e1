//! The journal of a folder: which files are being written and beside which names, so that what a kill leaves behind can be undone.
//!
//! It can come from a stranger, with a corpus. So it can name nothing but files in its own folder and the folders within
//! it, by plain names: no link, no hidden folder (`.git`), nothing above.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::exchange::spare;
use super::interrupt;
use super::step::{Step, Way};

/// The name of every journal.
pub(super) const NAME: &str = ".parallax-journal";
/// What the names of files begin with that stand beside others for a while.
const PREFIX: &str = ".parallax-";
/// Its first line.
const HEAD: &str = "parallax journal 1\n";
/// What its last line says, always as long: until all files are in place, and from then on.
const OPEN: &str = "open\n";
const DONE: &str = "done\n";
/// Bytes read at most.
const LARGEST: u64 = 64 << 20;

/// A file in the journal.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// The folder below that of the journal, with `/` between folders.
    folder: String,
    /// The file in it; none if it is hidden, and then only what stands beside it is told.
    file: Option<String>,
    way: Way,
    was: Option<Digest>,
    is: Digest,
    precious: bool,
    new: String,
    kept: Option<String>,
}

/// A journal that this run writes.
pub(super) struct Journal {
    file: File,
    path: PathBuf,
}

/// What stands in a journal.
pub(super) enum Known {
    /// It was not finished, so nothing was begun.
    Torn,
    /// It is none of this version of the program.
    Foreign,
    /// The files, and whether all of them were in place.
    Whole(Vec<Step>, bool),
}

impl Journal {
    /// Begins the journal of a folder and brings it to the disk.
    pub(super) fn begin(home: &Path, steps: &[Step]) -> io::Result<Self> {
        let path = home.join(NAME);
        let file = interrupt::create(&path, |path| File::options().write(true).create_new(true).open(path))?;
        let mut journal = Self { file, path };
        journal.fill(home, steps).inspect_err(|_| interrupt::remove(&journal.path))?;
        Ok(journal)
    }

    fn fill(&mut self, home: &Path, steps: &[Step]) -> io::Result<()> {
        // Another run then knows that this one is alive, also where folders cannot be locked.
        let _ = self.file.try_lock();
        let mut text = HEAD.to_owned();
        for step in steps {
            let entry = Entry::of(step, home).ok_or(ErrorKind::InvalidFilename)?;
            text.push_str(&serde_json::to_string(&entry)?);
            text.push('\n');
        }
        text.push_str(OPEN);
        self.file.write_all(text.as_bytes())?;
        self.file.sync_all()
    }

    /// Notes that every file is in its place: from now on the old ones only have to go.
    pub(super) fn done(&mut self) -> io::Result<()> {
        self.file.seek(SeekFrom::End(-(OPEN.len() as i64)))?;
        self.file.write_all(DONE.as_bytes())?;
        self.file.sync_all()
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Entry {
    fn of(step: &Step, home: &Path) -> Option<Self> {
        let name = |path: &Path| Some(path.file_name()?.to_str()?.to_owned());
        let file = name(&step.target).filter(|name| !name.starts_with('.'));
        Some(Self {
            folder: below(home, step.target.parent()?)?,
            file,
            way: step.way,
            was: step.was.clone(),
            is: step.is.clone(),
            precious: step.precious,
            new: name(&step.new)?,
            kept: match &step.kept {
                Some(kept) => Some(name(kept)?),
                None => None,
            },
        })
    }

    /// The step again; none if a journal must not say so. `home` is a true path.
    fn step(self, home: &Path) -> Option<Step> {
        let folder = home.join(&self.folder).canonicalize().ok()?;
        below(home, &folder).filter(|known| *known == self.folder)?;
        let beside = |name: &str| is_beside(name).then(|| folder.join(name)).filter(|path| is_plain(path));
        let new = beside(&self.new).filter(|new| is_plain(&spare(new)))?;
        let kept = match &self.kept {
            Some(kept) => Some(beside(kept)?),
            None => None,
        };
        let target = match &self.file {
            Some(file) if is_name(file) => Some(folder.join(file)).filter(|path| is_plain(path))?,
            Some(_) => return None,
            None => return Some(Step::of_hidden(new, kept)),
        };
        let Self { way, was, is, precious, .. } = self;
        Some(Step { path: target.clone(), target, new, kept, way, was, is, precious })
    }
}

/// Reads the journal of a folder, whose true path this is.
pub(super) fn read(file: &mut File, home: &Path) -> io::Result<Known> {
    let mut text = Vec::new();
    file.take(LARGEST).read_to_end(&mut text)?;
    let Some(rest) = text.strip_prefix(HEAD.as_bytes()) else {
        return Ok(if HEAD.as_bytes().starts_with(&text) { Known::Torn } else { Known::Foreign });
    };
    let (rest, done) = match (rest.strip_suffix(OPEN.as_bytes()), rest.strip_suffix(DONE.as_bytes())) {
        (Some(rest), _) => (rest, false),
        (_, Some(rest)) => (rest, true),
        _ => return Ok(Known::Torn),
    };
    let lines = rest.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let steps = lines.map(|line| serde_json::from_slice::<Entry>(line).ok().and_then(|entry| entry.step(home)));
    Ok(steps.collect::<Option<_>>().map_or(Known::Foreign, |steps| Known::Whole(steps, done)))
}

/// The names of the files that stand beside the nth of a run for a while: its new bytes, and its old ones.
pub(super) fn names(run: u64, nth: usize) -> [String; 2] {
    ["new", "old"].map(|what| format!("{PREFIX}{run:016x}-{nth}.{what}"))
}

/// Whether a name is one of those.
fn is_beside(name: &str) -> bool {
    let Some((run, rest)) = name.strip_prefix(PREFIX).and_then(|rest| rest.split_once('-')) else { return false };
    let Some((nth, what)) = rest.split_once('.') else { return false };
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    run.len() == 16
        && run.bytes().all(is_hex)
        && !nth.is_empty()
        && nth.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(what, "new" | "old")
}

/// Whether a word names a file in a folder, and no hidden one.
fn is_name(word: &str) -> bool {
    let mut parts = Path::new(word).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(name)), None) if name == word)
        && !word.starts_with('.')
}

/// Whether a path is a file or nothing, but no link and no folder.
fn is_plain(path: &Path) -> bool {
    match fs::symlink_metadata(path) {
        Ok(about) => about.is_file(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// A folder as a journal names it from its own, both by their true paths; none if it lies elsewhere or is hidden.
pub(super) fn below(home: &Path, folder: &Path) -> Option<String> {
    let parts = folder.strip_prefix(home).ok()?.components();
    let names = parts.map(|part| part.as_os_str().to_str().filter(|name| is_name(name)));
    Some(names.collect::<Option<Vec<_>>>()?.join("/"))
}
