//! The journal of a change: which files are being written and beside which names, so that what a kill leaves behind can be undone.
//!
//! It can name files anywhere. So it is heeded only where it was written, by whoever wrote it: in its head stands what no
//! archive and no copy of it can have.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::birth::{Birth, is_own};
use super::digest::Digest;
use super::interrupt;
use super::step::{Step, Way};

/// The name of every journal.
pub(super) const NAME: &str = ".parallax-journal";
/// What the names of files begin with that stand beside others for a while.
const PREFIX: &str = ".parallax-";
/// Its first line.
const HEAD: &str = "parallax journal 2\n";
/// Bytes read at most.
const LARGEST: u64 = 64 << 20;

/// A line after the head.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum JournalLine {
    Birth(Birth),
    /// A folder that was missing.
    Folder(Name),
    File(Entry),
    /// All is named: from now on it is written beside its place.
    Begun,
    /// All is written beside its place: from now on it comes into its place, in this order.
    Ready,
    /// One more file is in its place.
    Placed,
    /// All files are in their places: from now on the old ones go.
    Done,
}

/// A path from the folder of the journal on, or from the root if it lies elsewhere.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    /// One that is no Unicode.
    Other(OsString),
}

/// A file in the journal.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    file: Name,
    way: Way,
    was: Option<Digest>,
    is: Digest,
    precious: bool,
    new: String,
    kept: String,
}

/// A journal that this run writes.
pub(super) struct Journal {
    file: File,
    path: PathBuf,
}

/// How far a change has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    Begun,
    /// Files come into their places: so many of them are there.
    Ready(usize),
    Done,
}

/// A change that a journal tells of.
pub(super) struct Told {
    pub(super) steps: Vec<Step>,
    /// The folders that were missing, from above downwards.
    pub(super) folders: Vec<PathBuf>,
    pub(super) phase: Phase,
}

/// What stands in a journal.
pub(super) enum Known {
    /// It was not finished, so nothing was begun.
    Torn,
    /// It is none of this version of the program.
    Foreign,
    /// It was written elsewhere, or by somebody else.
    Strange,
    Whole(Told),
}

impl Journal {
    /// Begins the journal in a folder and brings it to the disk.
    pub(super) fn begin(home: &Path, steps: &[Step], folders: &[PathBuf]) -> io::Result<Self> {
        let path = home.join(NAME);
        let file = interrupt::create(&path, |path| File::options().append(true).create_new(true).open(path))?;
        let mut journal = Self { file, path };
        journal.fill(home, steps, folders).inspect_err(|_| interrupt::remove(&journal.path))?;
        Ok(journal)
    }

    fn fill(&mut self, home: &Path, steps: &[Step], folders: &[PathBuf]) -> io::Result<()> {
        // Another run then knows that this one is alive, also where folders cannot be locked.
        let _ = self.file.try_lock();
        let mut lines = vec![JournalLine::Birth(Birth::of(&self.file.metadata()?))];
        lines.extend(folders.iter().map(|folder| JournalLine::Folder(Name::of(folder, home))));
        lines.extend(steps.iter().filter_map(|step| Entry::of(step, home)).map(JournalLine::File));
        lines.push(JournalLine::Begun);
        let lines = lines.iter().map(line).collect::<io::Result<String>>()?;
        self.file.write_all((HEAD.to_owned() + &lines).as_bytes())?;
        self.file.sync_all()
    }

    /// Notes that all is written beside its place.
    pub(super) fn ready(&mut self) -> io::Result<()> {
        self.note(&JournalLine::Ready)?;
        self.file.sync_all()
    }

    /// Notes that the next file is in its place. That helps after a kill; it need not outlive the power.
    pub(super) fn placed(&mut self) -> io::Result<()> {
        self.note(&JournalLine::Placed)
    }

    /// Notes that every file is in its place: from now on the old ones only have to go.
    pub(super) fn done(&mut self) -> io::Result<()> {
        self.note(&JournalLine::Done)?;
        self.file.sync_all()
    }

    fn note(&mut self, what: &JournalLine) -> io::Result<()> {
        self.file.write_all(line(what)?.as_bytes())
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

fn line(line: &JournalLine) -> io::Result<String> {
    Ok(serde_json::to_string(line)? + "\n")
}

impl Name {
    fn of(path: &Path, home: &Path) -> Self {
        let path = path.strip_prefix(home).unwrap_or(path);
        path.to_str().map_or_else(|| Self::Other(path.into()), |text| Self::Text(text.to_owned()))
    }

    fn path(self) -> PathBuf {
        match self {
            Self::Text(text) => text.into(),
            Self::Other(name) => name.into(),
        }
    }
}

impl Entry {
    fn of(step: &Step, home: &Path) -> Option<Self> {
        let name = |path: &Path| Some(path.file_name()?.to_str()?.to_owned());
        Some(Self {
            file: Name::of(&step.target, home),
            way: step.way,
            was: step.was.clone(),
            is: step.is.clone(),
            precious: step.precious,
            new: name(&step.new)?,
            kept: name(&step.kept)?,
        })
    }

    /// The step again, for a journal in this folder.
    fn step(self, home: &Path) -> Step {
        let Self { way, was, is, precious, .. } = self;
        let path = self.file.path();
        let target = home.join(&path);
        let [new, kept] = [self.new, self.kept].map(|name| target.with_file_name(name));
        Step { path, target, new, kept, way, was, is, precious }
    }
}

/// Reads the journal in a folder, whose true path this is.
pub(super) fn read(file: &mut File, home: &Path) -> io::Result<Known> {
    let mut text = Vec::new();
    Read::by_ref(file).take(LARGEST).read_to_end(&mut text)?;
    let Some(rest) = text.strip_prefix(HEAD.as_bytes()) else {
        return Ok(if HEAD.as_bytes().starts_with(&text) { Known::Torn } else { Known::Foreign });
    };
    // What has no line end was not written to its end.
    let whole = rest.iter().rposition(|byte| *byte == b'\n').map_or(&[][..], |end| &rest[..end]);
    let lines = whole.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let Ok(lines) = lines.map(serde_json::from_slice::<JournalLine>).collect::<Result<Vec<_>, _>>() else {
        return Ok(Known::Foreign);
    };
    let about = file.metadata()?;
    match lines.first() {
        None => Ok(Known::Torn),
        Some(JournalLine::Birth(birth)) if *birth == Birth::of(&about) && is_own(&about) => Ok(interpret(lines, home)),
        Some(_) => Ok(Known::Strange),
    }
}

fn interpret(lines: Vec<JournalLine>, home: &Path) -> Known {
    let (mut steps, mut folders, mut phase) = (Vec::new(), Vec::new(), None);
    for line in lines {
        match line {
            JournalLine::Birth(_) => {}
            JournalLine::Folder(name) => folders.push(home.join(name.path())),
            JournalLine::File(entry) => steps.push(entry.step(home)),
            JournalLine::Begun => phase = Some(Phase::Begun),
            JournalLine::Ready => phase = Some(Phase::Ready(0)),
            JournalLine::Placed => {
                let placed = if let Some(Phase::Ready(placed)) = phase { placed } else { 0 };
                phase = Some(Phase::Ready(placed + 1));
            }
            JournalLine::Done => phase = Some(Phase::Done),
        }
    }
    phase.map_or(Known::Torn, |phase| Known::Whole(Told { steps, folders, phase }))
}

/// The names of the files that stand beside the nth of a run for a while: its new bytes, and its old ones.
pub(super) fn names(run: u64, nth: usize) -> [String; 2] {
    ["new", "old"].map(|what| format!("{PREFIX}{run:016x}-{nth}.{what}"))
}

/// Whether there is a journal in a folder, or what is called so.
pub(super) fn is_in(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(NAME)).is_ok()
}

/// Notes in a journal that every file is in its place.
pub(super) fn mark_done(path: &Path) -> io::Result<()> {
    let mut journal = Journal { file: File::options().append(true).open(path)?, path: path.to_owned() };
    journal.done()
}

/// Whether a folder is one in which a journal is looked for from above: no part of the way is hidden.
pub(super) fn is_seen(home: &Path, folder: &Path) -> bool {
    let parts = folder.strip_prefix(home).ok().map(Path::components);
    parts.is_some_and(|mut parts| parts.all(|part| !is_hidden(part.as_os_str())))
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// The folders from one downwards that have a journal and are seen from it; no link is followed.
#[expect(
    clippy::disallowed_methods,
    reason = "it looks for what the program itself has left, not for what people wrote"
)]
pub(super) fn below(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let is_seen =
            |entry: &DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir()) && !is_hidden(&entry.file_name());
        folders.extend(entries.filter(is_seen).map(|entry| entry.path()));
        if is_in(&folder) {
            found.push(folder);
        }
    }
    found
}
