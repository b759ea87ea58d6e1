//! What an interrupted run left behind, undone or finished by the next one.
//!
//! If nobody has touched the files since, all go back. If somebody has gone on with one that had come into its place, the others
//! follow it. One that was saved before it came there stays as it is, and the others go back to what it fits to.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use parallax_core::diag::counted;

use super::Notes;
use super::attributes::is_writable;
use super::clear::Found;
use super::journal::{self, Known, Phase, Told};
use super::lock::{FolderLock, busy};
use super::place::folder_of;
use super::stand::Stand;
use super::step::Step;
use super::sync::sync_folder;
use crate::Error;

const REMOVED: &str = "what an interrupted run had left behind was removed";

/// Undoes what an interrupted run has half done in a folder, and says so. Where that cannot be done it is said as well: whoever only
/// reads can go on.
#[must_use]
pub fn recover(home: &Path) -> Notes {
    let Ok(home) = home.canonicalize() else { return Notes::new() };
    let one = |folder: &PathBuf| {
        let done = FolderLock::take(folder).and_then(|_lock| locked(folder));
        done.unwrap_or_else(|error| vec![format!("note: {error}")])
    };
    journals(&home).iter().flat_map(one).collect()
}

/// The folders with journals of changes to a corpus: its own, or those in it where nothing can be written into its own.
pub(super) fn journals(home: &Path) -> Vec<PathBuf> {
    match journal::is_in(home) {
        true => vec![home.to_owned()],
        false if is_writable(home) => Vec::new(),
        false => journal::below(home),
    }
}

/// The same in a folder that this run has locked, for those who write: what cannot be undone is an error. `home` is a true path.
pub(super) fn locked(home: &Path) -> Result<Notes, Error> {
    let path = home.join(journal::NAME);
    let refused = |what: &str| Err(Error::Refused(format!("{} {what}", path.display())));
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Notes::new()),
        Ok(about) if about.is_file() => {}
        _ => return refused(FOREIGN),
    }
    let failed = |source| Error::unread(&path, source);
    let mut file = File::open(&path).map_err(failed)?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        return Err(busy(home));
    }
    let (note, folders) = match journal::read(&mut file, home).map_err(failed)? {
        Known::Foreign => return refused(FOREIGN),
        Known::Strange => return refused(STRANGE),
        Known::Torn => (REMOVED.to_owned(), Vec::new()),
        Known::Whole(told) => (finish_or_undo(&told, &path)?, told.folders),
    };
    fs::remove_file(&path).map_err(|source| Error::Write { path, source })?;
    // One with something in it stays; one of them can be that of the journal.
    folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    Ok(vec![format!("note: {note}")])
}

const FOREIGN: &str = "is no journal that this program can undo: move it away";
const STRANGE: &str = "was written elsewhere or by another user, and came here with its folder: nothing that it names was touched. \
    If the folder is a copy, copy it again after a command of the program has been run in the first one; else delete the journal, and \
    the files beside others whose names begin with .parallax-";

fn finish_or_undo(told: &Told, path: &Path) -> Result<String, Error> {
    match told.phase {
        Phase::Begun => each(&told.steps, Step::discard).map(|_| REMOVED.to_owned()),
        Phase::Ready(placed) => go_on(&told.steps, placed, path),
        Phase::Done => clear(&told.steps, true)
            .map(|found| "a change that had been interrupted at its end was finished".to_owned() + &found),
    }
}

/// Some files can be in their places, others not.
fn go_on(steps: &[Step], placed: usize, path: &Path) -> Result<String, Error> {
    let stands = each(steps, Stand::of)?;
    let later = |nth: usize| stands[nth + 1..].iter().any(|stand| stand.is_applied());
    let came = |nth: usize| match stands[nth] {
        Stand::Edited(None) => nth < placed || later(nth),
        stand => stand.is_applied(),
    };
    let (after, before): (Vec<usize>, Vec<usize>) =
        (0..steps.len()).filter(|nth| matches!(stands[*nth], Stand::Edited(_))).partition(|nth| came(*nth));
    let rest = (0..steps.len()).filter(|nth| matches!(stands[*nth], Stand::Old | Stand::Torn));
    let is_ready = each(steps, Step::is_ready)?;
    let names =
        |of: &[usize]| of.iter().map(|nth| steps[*nth].path.display().to_string()).collect::<Vec<_>>().join(", ");
    let mut told = if !after.is_empty() && rest.clone().all(|nth| is_ready[nth]) {
        finish(steps, path)?;
        format!("a change that had been interrupted was finished, since you went on from it in {}", names(&after))
    } else {
        undo(steps)?
    };
    if !before.is_empty() {
        told.push_str(&format!("; saved since, and as it is: {}", names(&before)));
    }
    Ok(told + &clear(steps, false)?)
}

/// Puts the others into their places as well, and notes it.
fn finish(steps: &[Step], path: &Path) -> Result<(), Error> {
    each(steps, Step::redo)?;
    sync(steps)?;
    journal::mark_done(path).map_err(|source| Error::Write { path: path.to_owned(), source })
}

/// All go back.
fn undo(steps: &[Step]) -> Result<String, Error> {
    let mut undone = 0;
    for step in steps.iter().rev() {
        undone += usize::from(step.undo().map_err(|error| stuck(step, &error))?);
    }
    sync(steps)?;
    Ok(match undone {
        0 => REMOVED.to_owned(),
        count => format!("a change that had been interrupted was undone: {} as before", counted(count, "file")),
    })
}

/// Removes what stands beside the files, and tells of what does not go.
fn clear(steps: &[Step], is_settled: bool) -> Result<String, Error> {
    let found = each(steps, |step| step.clear(is_settled))?;
    Ok(found.iter().flatten().map(Found::told).collect())
}

fn sync(steps: &[Step]) -> Result<(), Error> {
    let folders: BTreeSet<_> = steps.iter().map(|step| folder_of(&step.target)).collect();
    for folder in folders.into_iter().filter(|folder| folder.is_dir()) {
        sync_folder(folder).map_err(|source| Error::Write { path: folder.to_owned(), source })?;
    }
    Ok(())
}

fn each<T>(steps: &[Step], act: impl Fn(&Step) -> io::Result<T>) -> Result<Vec<T>, Error> {
    steps.iter().map(|step| act(step).map_err(|error| stuck(step, &error))).collect()
}

fn stuck(step: &Step, error: &io::Error) -> Error {
    Error::Refused(format!("a change to {} was interrupted, and cannot be undone: {error}", step.path.display()))
}
