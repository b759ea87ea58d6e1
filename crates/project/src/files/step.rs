//! One file of a change: put into its place, and put back. What has been done is told by what stands where, so that the run after a
//! kill can tell it as well.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::digest::{self, Digest};
use super::exchange::{exchange, move_new};
use super::in_place::overwrite;
use super::stand::Stand;

/// How a file comes into its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Way {
    /// Nothing is there: the new file is moved there.
    Create,
    /// The new file and the old one are exchanged.
    Exchange,
    /// The old file is written over, for it has what a new one could not have; its bytes are kept beside it. This is also the way of
    /// what was to be exchanged, if old bytes are kept.
    InPlace,
}

/// A file that is written.
#[derive(Debug)]
pub(super) struct Step {
    /// As the caller calls it.
    pub(super) path: PathBuf,
    /// Its true path.
    pub(super) target: PathBuf,
    /// Where its new bytes stand.
    pub(super) new: PathBuf,
    /// Where its old bytes are kept, if it is written in place.
    pub(super) kept: PathBuf,
    pub(super) way: Way,
    /// Its bytes before; none if it was not there.
    pub(super) was: Option<Digest>,
    /// Its bytes afterwards.
    pub(super) is: Digest,
    /// Whether it was read, and must not be replaced if it is no longer what was read.
    pub(super) precious: bool,
}

/// Why a file did not come into its place.
pub(super) enum Trouble {
    /// Somebody else has saved it.
    Edited,
    Io(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What was moved from beside a file to where it is seen.
pub(super) struct Found {
    /// The file.
    pub(super) of: PathBuf,
    /// Where it is now.
    pub(super) kept: PathBuf,
    /// Whether it is the file's own from before the change, and not what another program has saved.
    pub(super) is_old: bool,
}

impl Found {
    /// What is told of it, behind what was done.
    pub(super) fn told(&self) -> String {
        let (of, kept) = (self.of.display(), self.kept.display());
        if self.is_old {
            format!("; what was in {of} before is kept as {kept}")
        } else {
            format!("; what another program saved of {of} at the same moment is kept as {kept}")
        }
    }
}

impl Step {
    /// How it comes into its place: one whose old bytes are kept is written over.
    pub(super) fn way(&self) -> Way {
        if self.way == Way::Exchange && self.kept.exists() { Way::InPlace } else { self.way }
    }

    /// Puts the new bytes into place, and looks whether what was there was what had been read.
    pub(super) fn apply(&self) -> Result<(), Trouble> {
        match self.way() {
            Way::Create => move_new(&self.new, &self.target)?,
            Way::Exchange => {
                exchange(&self.target, &self.new)?;
                self.untouched(&self.new)?;
            }
            Way::InPlace => {
                self.untouched(&self.kept)?;
                let was = self.was.clone().map(|was| [was]);
                overwrite(&self.target, &self.new, was.as_ref().filter(|_| self.precious).map(<[_; 1]>::as_slice))?;
            }
        }
        Ok(())
    }

    /// Looks once more, when all are in place: somebody could have had the old file open, or have saved over the new one.
    pub(super) fn verify(&self) -> Result<(), Trouble> {
        if self.precious && digest::of_file(&self.target)?.as_ref() != Some(&self.is) {
            return Err(Trouble::Edited);
        }
        if self.way() == Way::Exchange { self.untouched(&self.new) } else { Ok(()) }
    }

    fn untouched(&self, old: &Path) -> Result<(), Trouble> {
        if self.precious && digest::of_file(old)? != self.was { Err(Trouble::Edited) } else { Ok(()) }
    }

    /// Puts everything back as it was, whatever has been done so far. What somebody else has saved since then stays.
    /// Whether there was anything to put back.
    pub(super) fn undo(&self) -> io::Result<bool> {
        match (Stand::of(self)?, self.way()) {
            (Stand::New, Way::Create) => fs::remove_file(&self.target)?,
            (Stand::New, Way::Exchange) if self.new.exists() => self.exchange_back()?,
            (Stand::New | Stand::Torn, Way::InPlace) if self.kept.exists() => self.overwrite_back()?,
            // As it was, also because the two say the same; or somebody else's.
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn exchange_back(&self) -> io::Result<()> {
        match exchange(&self.target, &self.new) {
            Ok(()) if digest::of_file(&self.new)?.as_ref() != Some(&self.is) => {
                // Somebody has saved over it at this very moment.
                exchange(&self.target, &self.new)
            }
            Ok(()) => Ok(()),
            // It can still be written, if it cannot be renamed.
            Err(_) => {
                plain(overwrite(&self.target, &self.new, None))?;
                fs::remove_file(&self.new)
            }
        }
    }

    /// Also where it was written over by half; the old bytes stay beside it until it is whole.
    fn overwrite_back(&self) -> io::Result<()> {
        let now = digest::of_file(&self.target)?;
        let old = digest::of_file(&self.kept)?;
        if old != self.was {
            return Err(io::Error::other(format!("{} is no longer what it was", self.kept.display())));
        }
        plain(overwrite(&self.target, &self.kept, now.as_ref().map(std::slice::from_ref)))
    }

    /// Whether the new bytes are there to be put into place.
    pub(super) fn is_ready(&self) -> io::Result<bool> {
        Ok(self.changes_nothing() || digest::of_file(&self.new)?.as_ref() == Some(&self.is))
    }

    fn changes_nothing(&self) -> bool {
        self.was.as_ref() == Some(&self.is)
    }

    /// Puts the new bytes into place where they are not. What somebody else has saved stays.
    pub(super) fn redo(&self) -> io::Result<()> {
        match Stand::of(self)? {
            Stand::Old if self.changes_nothing() => Ok(()),
            Stand::Old => plain(self.apply()),
            Stand::Torn => plain(overwrite(&self.target, &self.new, None)),
            Stand::New | Stand::Edited(_) => Ok(()),
        }
    }

    /// Removes what stands beside the file. What is nowhere else is moved to where it is seen, and named; the old bytes as well,
    /// unless it is settled that they are no longer wanted.
    pub(super) fn clear(&self, is_settled: bool) -> io::Result<Vec<Found>> {
        let mut found = Vec::new();
        let now = digest::of_file(&self.target)?;
        let is_settled = is_settled || now == self.was || now.as_ref() == Some(&self.is);
        for path in [&self.new, &self.kept] {
            let beside = digest::of_file(path)?;
            let is_old = beside == self.was;
            if beside.is_none() || beside.as_ref() == Some(&self.is) || (is_old && is_settled) {
                remove(path)?;
            } else {
                found.push(self.show(path, is_old)?);
            }
        }
        Ok(found)
    }

    /// Removes what stands beside the file, while nothing but this run's own can stand there.
    pub(super) fn discard(&self) -> io::Result<()> {
        remove(&self.new)?;
        remove(&self.kept)
    }

    /// Moves what stands beside the file to where it is seen.
    fn show(&self, beside: &Path, is_old: bool) -> io::Result<Found> {
        let ending = if is_old { "old" } else { "saved" };
        let name = |number: u8| match number {
            0 => self.target.with_added_extension(ending),
            number => self.target.with_added_extension(format!("{number}.{ending}")),
        };
        let free = (0..=u8::MAX).map(name).find(|path| fs::symlink_metadata(path).is_err());
        let kept = free.ok_or(io::ErrorKind::AlreadyExists)?;
        move_new(beside, &kept)?;
        let kept = self.path.with_file_name(kept.file_name().unwrap_or_default());
        Ok(Found { of: self.path.clone(), kept, is_old })
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// That somebody saves a file while it is put right is trouble like any other.
fn plain(done: Result<(), Trouble>) -> io::Result<()> {
    done.map_err(|trouble| match trouble {
        Trouble::Edited => io::Error::other("another program is saving it"),
        Trouble::Io(error) => error,
    })
}
