//! What an interrupted run left behind, undone or finished by the next one.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use parallax_core::diag::counted;

use super::Notes;
use super::journal::{self, Known};
use super::lock::{Lock, busy};
use super::place::folder_of;
use super::step::Step;
use super::transaction::sync_folder;
use crate::Error;

/// Undoes what an interrupted run has half done in a folder, and says so. Where that cannot be done it is said as well: whoever only
/// reads can go on.
#[must_use]
pub fn recover(home: &Path) -> Notes {
    let Ok(home) = home.canonicalize() else { return Notes::new() };
    if fs::symlink_metadata(home.join(journal::NAME)).is_err() {
        return Notes::new();
    }
    Lock::take(&home).and_then(|_lock| locked(&home)).unwrap_or_else(|error| vec![format!("note: {error}")])
}

/// The same in a folder that this run has locked, for those who write: what cannot be undone is an error. `home` is a true path.
pub(super) fn locked(home: &Path) -> Result<Notes, Error> {
    let path = home.join(journal::NAME);
    let foreign =
        || Error::Refused(format!("{} is no journal that this program can undo: move it away", path.display()));
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Notes::new()),
        Ok(about) if about.is_file() => {}
        _ => return Err(foreign()),
    }
    let failed = |source| Error::Read { path: path.clone(), source };
    let mut file = File::open(&path).map_err(failed)?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        return Err(busy(home));
    }
    let note = match journal::read(&mut file, home).map_err(failed)? {
        Known::Foreign => return Err(foreign()),
        Known::Torn => "what an interrupted run had left behind was removed".to_owned(),
        Known::Whole(steps, true) => finish(&steps)?,
        Known::Whole(steps, false) => undo(&steps)?,
    };
    fs::remove_file(&path).map_err(|source| Error::Write { path, source })?;
    Ok(vec![format!("note: {note}")])
}

/// All files had come into their places: only the old ones are left.
fn finish(steps: &[Step]) -> Result<String, Error> {
    let mut told = "a change that had been interrupted at its end was finished".to_owned();
    for step in steps {
        if let Some(saved) = step.clear().map_err(|error| stuck(step, &error))? {
            let (path, saved) = (step.path.display(), saved.display());
            told.push_str(&format!("; what another program saved of {path} at the same moment is kept as {saved}"));
        }
    }
    Ok(told)
}

/// Some files can be in their places, others not: all go back.
fn undo(steps: &[Step]) -> Result<String, Error> {
    let mut undone = 0;
    for step in steps.iter().rev() {
        undone += usize::from(step.undo().map_err(|error| stuck(step, &error))?);
    }
    for folder in steps.iter().map(|step| folder_of(&step.target)).collect::<BTreeSet<_>>() {
        sync_folder(folder).map_err(|source| Error::Write { path: folder.to_owned(), source })?;
    }
    Ok(match undone {
        0 => "what an interrupted run had left behind was removed".to_owned(),
        count => format!("a change that had been interrupted was undone: {} as before", counted(count, "file")),
    })
}

fn stuck(step: &Step, error: &std::io::Error) -> Error {
    Error::Refused(format!("a change to {} was interrupted, and cannot be undone: {error}", step.path.display()))
}
