//! Several files, all of them or none: prepared beside their places, then put into them, or put back.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use parallax_core::source::CONFIG;

use super::clear::Found;
use super::interrupt::{self, BegunFiles, Folders};
use super::journal::{self, Journal};
use super::lock::FolderLock;
use super::piece::Piece;
use super::place::{folder_of, there, true_folder};
use super::step::{Step, Way};
use super::sync::{sync_folder, synced};
use super::trouble::Trouble;
use super::{Before, Notes, attributes, digest, recover};
use crate::Error;

/// Files are brought to the disk by so many at a time: it takes as long for many as for one.
const AT_ONCE: usize = 16;

/// Writes the pieces, all of them or none.
pub(super) fn run(home: Option<&Path>, pieces: Vec<Piece>) -> Result<Notes, Error> {
    let mut targets = BTreeSet::new();
    for piece in &pieces {
        if !targets.insert(piece.place.target.as_path()) {
            let path = piece.place.path.display();
            return Err(Error::Refused(format!("{path} is asked for twice, by this name or by another")));
        }
    }
    let Some(first) = pieces.first() else { return Ok(Notes::new()) };
    let mut folders = Folders::default();
    let (path, failed) = (first.place.path.clone(), |path, source| Error::Write { path, source });
    let home = home_of(&targets, home, &mut folders).map_err(|error| failed(path, error))?;
    let (mut locks, mut notes) = (Vec::new(), Notes::new());
    for folder in folders_of(&targets, &home) {
        locks.push(FolderLock::take(&folder)?);
        notes.extend(recover::locked(&folder)?);
    }
    notes.extend(commit(Transaction::prepare(&home, pieces, folders, locks)?)?);
    Ok(notes)
}

/// Files written but not in their places, and the journal that names them.
struct Transaction {
    steps: Vec<Step>,
    journal: Option<Journal>,
    folders: Folders,
    /// Whether what stands beside the files must stay, for the next run to find.
    stays: bool,
    _locks: Vec<FolderLock>,
}

/// The folder of the journal: the corpus, for the next command looks there. Where nothing can be written there it is a folder of the
/// files, in the corpus rather than elsewhere.
fn home_of(targets: &BTreeSet<&Path>, home: Option<&Path>, folders: &mut Folders) -> io::Result<PathBuf> {
    let own: Vec<&Path> = targets.iter().map(|target| folder_of(target)).collect();
    let corpora = own.iter().flat_map(|own| own.ancestors()).find(|folder| folder.join(CONFIG).is_file());
    let home = match home {
        Some(home) => {
            let home = true_folder(home)?;
            folders.make(&home)?;
            Some(home)
        }
        None => corpora.map(Path::to_path_buf),
    };
    if let Some(home) = home.as_ref().filter(|home| attributes::is_writable(home)) {
        return Ok(home.clone());
    }
    let is_seen = |folder: &&&Path| home.as_ref().is_some_and(|home| journal::is_seen(home, folder));
    let own = own.iter().find(is_seen).or(own.first()).map_or_else(|| PathBuf::from("."), |own| own.to_path_buf());
    folders.make(&own)?;
    Ok(own)
}

/// The folders in which this run writes, as far as the lock of its home does not stand for them: always in the same order, so that two
/// runs do not wait for each other.
fn folders_of(targets: &BTreeSet<&Path>, home: &Path) -> BTreeSet<PathBuf> {
    let own = targets.iter().map(|target| there(folder_of(target))).filter(|own| !own.starts_with(home));
    let corpora = recover::journals(home);
    own.map(Path::to_path_buf).chain(corpora).chain([home.to_owned()]).collect()
}

impl Transaction {
    fn prepare(home: &Path, mut pieces: Vec<Piece>, folders: Folders, locks: Vec<FolderLock>) -> Result<Self, Error> {
        let run = RandomState::new().build_hasher().finish();
        let mut steps = Vec::new();
        for (nth, piece) in pieces.iter_mut().enumerate() {
            steps.push(plan(piece, journal::names(run, nth))?);
        }
        let failed = |path: &Path, source| Error::Write { path: path.to_owned(), source };
        let named = steps.first().map_or(home, |step| &step.path).to_owned();
        let mut transaction = Self { steps, journal: None, folders, stays: false, _locks: locks };
        transaction.begin(home).map_err(|error| failed(&named, error))?;
        for (step, piece) in transaction.steps.iter().zip(&mut pieces) {
            transaction.folders.make(folder_of(&step.target)).map_err(|error| failed(&step.path, error))?;
            write_beside(step, piece).map_err(|error| failed(&step.path, error))?;
        }
        transaction.sync().map_err(|(path, error)| failed(&path, error))?;
        Ok(transaction)
    }

    /// Writes the journal: before anything that it names is there.
    fn begin(&mut self, home: &Path) -> io::Result<()> {
        let missing = self.steps.iter().flat_map(|step| Folders::missing(folder_of(&step.target)));
        let new: BTreeSet<PathBuf> = missing.chain(self.folders.made().iter().cloned()).collect();
        self.journal = Some(Journal::begin(home, &self.steps, &Vec::from_iter(new))?);
        Ok(())
    }

    /// Brings what is new, and what is kept of the old, to the disk.
    fn sync(&self) -> Result<(), (PathBuf, io::Error)> {
        let beside = |step: &'_ Step| [step.new.clone(), step.kept.clone()].into_iter().filter(|path| path.exists());
        let files: Vec<(PathBuf, &Step)> =
            self.steps.iter().flat_map(|step| beside(step).map(move |path| (path, step))).collect();
        let share = files.len().div_ceil(AT_ONCE).max(1);
        let sync = |(path, step): &(PathBuf, &Step)| {
            File::open(path).and_then(|file| synced(&file)).map_err(|error| (step.path.clone(), error))
        };
        std::thread::scope(|scope| {
            let threads = files.chunks(share).map(|files| scope.spawn(move || files.iter().try_for_each(sync)));
            let threads: Vec<_> = threads.collect();
            threads.into_iter().try_for_each(|thread| thread.join().unwrap_or(Ok(())))
        })
    }

    fn apply(&mut self) -> Result<(), (PathBuf, Trouble)> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        let named = |step: &Step| step.path.clone();
        journal.ready().map_err(|error| (journal.path().to_owned(), Trouble::Io(error)))?;
        for step in &self.steps {
            step.apply().map_err(|trouble| (named(step), trouble))?;
            journal.placed().map_err(|error| (named(step), Trouble::Io(error)))?;
        }
        Ok(())
    }

    /// Looks at all of them once more, and notes that they are in place.
    fn finish(&mut self) -> Result<(), (PathBuf, Trouble)> {
        self.sync_folders().map_err(|(path, error)| (path, Trouble::Io(error)))?;
        let verified = self.steps.iter().try_for_each(|step| step.verify().map_err(|error| (step.path.clone(), error)));
        verified?;
        match &mut self.journal {
            Some(journal) => journal.done().map_err(|error| (journal.path().to_owned(), Trouble::Io(error))),
            None => Ok(()),
        }
    }

    fn sync_folders(&self) -> Result<(), (PathBuf, io::Error)> {
        let folders: BTreeSet<&Path> = self.steps.iter().map(|step| folder_of(&step.target)).collect();
        folders.into_iter().try_for_each(|folder| sync_folder(folder).map_err(|error| (folder.to_owned(), error)))
    }

    /// Undoes everything. If something cannot be undone, the journal stays.
    fn undo(&mut self) -> Vec<(PathBuf, io::Error)> {
        let undo = |step: &Step| step.undo().err().map(|error| (step.path.clone(), error));
        let left: Vec<_> = self.steps.iter().rev().filter_map(undo).collect();
        self.stays = !left.is_empty();
        left
    }

    /// Removes the old files; gives what was found beside them that is nobody's but somebody else's, and where it is now.
    fn clear(&mut self, clear: impl Fn(&Step) -> io::Result<Vec<Found>>) -> Vec<Found> {
        let mut found = Vec::new();
        for step in &self.steps {
            match clear(step) {
                Ok(more) => found.extend(more),
                Err(_) => self.stays = true,
            }
        }
        found
    }

    /// What a signal is to remove no longer.
    fn beside(&self) -> BTreeSet<PathBuf> {
        let beside = self.steps.iter().flat_map(|step| [step.new.clone(), step.kept.clone()]);
        beside.chain(self.journal.iter().map(|journal| journal.path().to_owned())).collect()
    }
}

impl Drop for Transaction {
    /// What stands beside the files goes, whatever became of them, then folders that are empty, and the journal last.
    fn drop(&mut self) {
        let beside = self.beside();
        if !self.stays {
            // What cannot be removed is named to nobody any more: it is no trouble of those who asked for the files.
            self.steps.iter().for_each(|step| drop(step.discard()));
            self.folders.remove_empty();
            if let Some(journal) = &self.journal {
                let _ = fs::remove_file(journal.path());
            }
        }
        interrupt::forget(&mut interrupt::hold(), &beside);
    }
}

/// Puts all files into their places. Signals wait until that is done or undone.
fn commit(mut transaction: Transaction) -> Result<Notes, Error> {
    let mut held = interrupt::hold();
    let result = match transaction.apply().and_then(|()| transaction.finish()) {
        Ok(()) => report_concurrent_edits(&transaction.clear(clear_done)),
        Err((path, trouble)) => {
            let left = transaction.undo();
            let found = if left.is_empty() { transaction.clear(clear_undone) } else { Vec::new() };
            Err(report_failure(&path, trouble, &left, &found))
        }
    };
    release(&transaction, &mut held);
    drop(held);
    let note = "note: the old files could not all be removed from beside the new ones: the next run does so";
    result.map(|()| transaction.stays.then(|| note.to_owned()).into_iter().collect())
}

/// What was to be replaced whatever it is goes, whatever it was.
fn clear_done(step: &Step) -> io::Result<Vec<Found>> {
    if step.precious { step.clear(true) } else { step.discard().map(|()| Vec::new()) }
}

/// The old bytes of a file that was saved while it was written over are kept: what stands there can be of both.
fn clear_undone(step: &Step) -> io::Result<Vec<Found>> {
    step.clear(step.way() != Way::InPlace)
}

/// What must stay is not removed by a signal either.
fn release(transaction: &Transaction, held: &mut BegunFiles) {
    if transaction.stays {
        interrupt::forget(held, &transaction.beside());
    }
}

fn report_concurrent_edits(found: &[Found]) -> Result<(), Error> {
    match found {
        [] => Ok(()),
        found => Err(Error::Refused(format!("all was written{}", found.iter().map(Found::told).collect::<String>()))),
    }
}

fn report_failure(path: &Path, trouble: Trouble, left: &[(PathBuf, io::Error)], found: &[Found]) -> Error {
    let told = match trouble {
        Trouble::Edited => changed(path),
        Trouble::Io(source) => Error::Write { path: path.to_owned(), source },
    };
    match left.first() {
        None if found.is_empty() => told,
        None => Error::Refused(format!("{}{}", of_both(path), found.iter().map(Found::told).collect::<String>())),
        Some((left, error)) => Error::Refused(format!(
            "{told}; and {} could not be put back as it was ({error}): the next run of the program does so, as soon as it can",
            left.display()
        )),
    }
}

fn of_both(path: &Path) -> String {
    let path = path.display();
    format!("another program saved {path} while it was written over: look whether it is whole; all else is as before")
}

fn changed(path: &Path) -> Error {
    Error::Refused(format!("{} is no longer what was read: nothing was written, run the command again", path.display()))
}

/// What is to be done for a piece, if it may be done.
fn plan(piece: &mut Piece, names: [String; 2]) -> Result<Step, Error> {
    let (path, target) = (piece.place.path.clone(), piece.place.target.clone());
    let failed = |source| Error::Write { path: path.clone(), source };
    let is = digest::of_content(&mut piece.content).map_err(failed)?;
    let was = digest::of_file(&target).map_err(failed)?;
    match (&piece.before, &was) {
        (Before::Nothing, Some(_)) => return Err(Error::Refused(format!("{} is there already", path.display()))),
        (Before::Bytes(bytes), _) if was.as_ref() != Some(&digest::of_bytes(bytes)) => return Err(changed(&path)),
        _ => {}
    }
    let about = fs::metadata(&target).ok();
    if about.as_ref().is_some_and(|about| attributes::is_locked(&target, about)) {
        return Err(Error::Refused(format!("{} is read-only, and stays so", path.display())));
    }
    let way = match about {
        None => Way::Create,
        Some(about) if attributes::has_other_names(&about) => Way::InPlace,
        Some(_) => Way::Exchange,
    };
    let [new, kept] = names.map(|name| folder_of(&target).join(name));
    let precious = matches!(piece.before, Before::Bytes(_));
    Ok(Step { path, target, new, kept, way, was, is, precious })
}

/// Writes what is new beside its place, with all that the old file has; where it cannot have that, the old bytes are kept as well,
/// and the old file is written in place.
fn write_beside(step: &Step, piece: &mut Piece) -> io::Result<()> {
    let create = |path: &Path| match step.way {
        Way::Create => File::create_new(path),
        _ => attributes::create_private(path),
    };
    let mut out = io::BufWriter::new(interrupt::create(&step.new, create)?);
    piece.content.copy_to(&mut out)?;
    io::Write::flush(&mut out)?;
    drop(out);
    let as_it_was = match step.way {
        Way::Exchange => attributes::copy(&step.target, &fs::metadata(&step.target)?, &step.new)?,
        way => way == Way::Create,
    };
    if !as_it_was {
        let mut out = interrupt::create(&step.kept, attributes::create_private)?;
        io::copy(&mut File::open(&step.target)?, &mut out)?;
    }
    Ok(())
}
