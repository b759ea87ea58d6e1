//! Several files, all of them or none: prepared beside their places, then put into them, or put back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use parallax_core::source::CONFIG;

use super::digest;
use super::interrupt::{self, Held};
use super::journal::{self, Journal, below};
use super::lock::Lock;
use super::piece::Piece;
use super::place::folder_of;
use super::step::{Step, Trouble, Way};
use super::{Before, Notes, attributes, recover};
use crate::Error;

/// Files are brought to the disk by so many at a time: it takes as long for many as for one.
const AT_ONCE: usize = 16;

/// Writes the pieces, all of them or none.
pub(super) fn run(home: Option<&Path>, pieces: Vec<Piece>) -> Result<Notes, Error> {
    let (transactions, mut notes) = prepare_all(home, pieces)?;
    notes.extend(commit(transactions)?);
    Ok(notes)
}

/// The files that have one journal, written but not in their places.
struct Transaction {
    steps: Vec<Step>,
    journal: Option<Journal>,
    /// Whether what stands beside the files must stay, for the next run to find.
    stays: bool,
    _lock: Lock,
}

/// Prepares the files by the folders that their journals stand in, always in the same order, so that two runs do not wait for
/// each other.
fn prepare_all(home: Option<&Path>, pieces: Vec<Piece>) -> Result<(Vec<Transaction>, Notes), Error> {
    let home = home.and_then(|home| home.canonicalize().ok());
    let mut homes: BTreeMap<PathBuf, Vec<Piece>> = BTreeMap::new();
    let mut targets = BTreeSet::new();
    for piece in pieces {
        if !targets.insert(piece.place.target.clone()) {
            let path = piece.place.path.display();
            return Err(Error::Refused(format!("{path} is asked for twice, by this name or by another")));
        }
        homes.entry(home_of(&piece.place.target, home.as_deref())).or_default().push(piece);
    }
    let (mut transactions, mut notes) = (Vec::new(), Notes::new());
    for (home, pieces) in homes {
        let lock = Lock::take(&home)?;
        notes.extend(recover::locked(&home)?);
        transactions.push(Transaction::prepare(&home, pieces, lock)?);
    }
    Ok((transactions, notes))
}

/// The folder of the journal: the corpus that a file belongs to, if it can stand there, else the file's own.
fn home_of(target: &Path, home: Option<&Path>) -> PathBuf {
    let own = folder_of(target);
    let fits = |home: &&Path| below(home, own).is_some() && attributes::is_writable(home);
    let corpus = || own.ancestors().find(|folder| folder.join(CONFIG).is_file()).filter(fits);
    home.filter(fits).or_else(corpus).unwrap_or(own).to_owned()
}

impl Transaction {
    fn prepare(home: &Path, mut pieces: Vec<Piece>, lock: Lock) -> Result<Self, Error> {
        let run = RandomState::new().build_hasher().finish();
        let mut steps = Vec::new();
        for (nth, piece) in pieces.iter_mut().enumerate() {
            steps.push(plan(piece, journal::names(run, nth))?);
        }
        let failed = |path: &Path, source| Error::Write { path: path.to_owned(), source };
        let named = steps.first().map_or(home, |step| &step.path).to_owned();
        let mut transaction = Self { steps, journal: None, stays: false, _lock: lock };
        transaction.journal = Some(Journal::begin(home, &transaction.steps).map_err(|error| failed(&named, error))?);
        for (step, piece) in transaction.steps.iter().zip(&mut pieces) {
            write_beside(step, piece).map_err(|error| failed(&step.path, error))?;
        }
        transaction.sync().map_err(|(path, error)| failed(&path, error))?;
        Ok(transaction)
    }

    /// Brings what is new, and what is kept of the old, to the disk.
    fn sync(&self) -> Result<(), (PathBuf, io::Error)> {
        let kept = |step: &Step| step.kept.clone().filter(|kept| kept.exists());
        let beside = |step: &Step| [Some(step.new.clone()), kept(step)].into_iter().flatten().collect::<Vec<_>>();
        let files: Vec<(PathBuf, &Step)> =
            self.steps.iter().flat_map(|step| beside(step).into_iter().map(move |path| (path, step))).collect();
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

    fn apply(&self) -> Result<(), (PathBuf, Trouble)> {
        self.steps.iter().try_for_each(|step| step.apply().map_err(|trouble| (step.path.clone(), trouble)))
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

    /// Removes the old files and the journal; gives what somebody else had saved at the last moment, and where it is now.
    fn clear(&mut self) -> Vec<(PathBuf, PathBuf)> {
        let mut saved = Vec::new();
        for step in &self.steps {
            match step.clear() {
                Ok(found) => saved.extend(found.map(|path| (step.path.clone(), path))),
                Err(_) => self.stays = true,
            }
        }
        saved
    }

    /// What a signal is to remove no longer.
    fn beside(&self) -> BTreeSet<PathBuf> {
        let beside = self.steps.iter().flat_map(|step| [Some(step.new.clone()), step.kept.clone()]).flatten();
        beside.chain(self.journal.iter().map(|journal| journal.path().to_owned())).collect()
    }
}

impl Drop for Transaction {
    /// What stands beside the files goes, whatever became of them, and the journal last.
    fn drop(&mut self) {
        let beside = self.beside();
        if !self.stays {
            let journal = self.journal.as_ref().map(Journal::path);
            beside.iter().filter(|path| Some(path.as_path()) != journal).for_each(|path| drop(fs::remove_file(path)));
            if let Some(path) = journal {
                let _ = fs::remove_file(path);
            }
        }
        interrupt::forget(&mut interrupt::hold(), &beside);
    }
}

/// Puts all files into their places. Signals wait until that is done or undone.
fn commit(mut transactions: Vec<Transaction>) -> Result<Notes, Error> {
    let mut held = interrupt::hold();
    let applied = transactions.iter().try_for_each(Transaction::apply);
    let finished = applied.and_then(|()| transactions.iter_mut().try_for_each(Transaction::finish));
    let result = match finished {
        Ok(()) => told_saved(&transactions.iter_mut().flat_map(Transaction::clear).collect::<Vec<_>>()),
        Err((path, trouble)) => {
            let left: Vec<_> = transactions.iter_mut().rev().flat_map(Transaction::undo).collect();
            Err(told_trouble(&path, trouble, &left))
        }
    };
    release(&transactions, &mut held);
    drop(held);
    let stays = transactions.iter().any(|transaction| transaction.stays);
    let note = "note: the old files could not all be removed from beside the new ones: the next run does so";
    result.map(|()| stays.then(|| note.to_owned()).into_iter().collect())
}

/// What must stay is not removed by a signal either.
fn release(transactions: &[Transaction], held: &mut Held) {
    for transaction in transactions.iter().filter(|transaction| transaction.stays) {
        interrupt::forget(held, &transaction.beside());
    }
}

fn told_saved(saved: &[(PathBuf, PathBuf)]) -> Result<(), Error> {
    match saved {
        [] => Ok(()),
        [(path, kept), ..] => Err(Error::Refused(format!(
            "all was written, but another program saved {} at the same moment: what it wrote is kept as {}",
            path.display(),
            kept.display()
        ))),
    }
}

fn told_trouble(path: &Path, trouble: Trouble, left: &[(PathBuf, io::Error)]) -> Error {
    let told = match trouble {
        Trouble::Edited => changed(path),
        Trouble::Io(source) => Error::Write { path: path.to_owned(), source },
    };
    match left.first() {
        None => told,
        Some((left, error)) => Error::Refused(format!(
            "{told}; and {} could not be put back as it was ({error}): the next run of the program does so, as soon as it can",
            left.display()
        )),
    }
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
    Ok(Step { path, target, new, kept: (way != Way::Create).then_some(kept), way, was, is, precious })
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
        way => way != Way::InPlace,
    };
    if let Some(kept) = step.kept.as_ref().filter(|_| !as_it_was) {
        let mut out = interrupt::create(kept, attributes::create_private)?;
        io::copy(&mut File::open(&step.target)?, &mut out)?;
    }
    Ok(())
}

/// Brings the names in a folder to the disk, where a folder can be brought there.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder).and_then(|folder| synced(&folder)) } else { Ok(()) }
}

/// Brings a file to the disk, if it lies on one.
fn synced(file: &File) -> io::Result<()> {
    match file.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}
