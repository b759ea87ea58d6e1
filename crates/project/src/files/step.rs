//! One file of a change: put into its place, and put back. What has been done is told by what stands where, so that the run after a
//! kill can tell it as well.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::digest::{self, Digest};
use super::exchange::{exchange, move_new, spare};

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
    /// It cannot be told: only what stands beside it is removed.
    Hidden,
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
    pub(super) kept: Option<PathBuf>,
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

impl Step {
    /// What is known of a file whose name a journal must not tell.
    pub(super) fn of_hidden(new: PathBuf, kept: Option<PathBuf>) -> Self {
        let target = new.clone();
        Self {
            path: target.clone(),
            target,
            new,
            kept,
            way: Way::Hidden,
            was: None,
            is: Digest::new(),
            precious: false,
        }
    }

    /// How it comes into its place: one whose old bytes are kept is written over.
    fn way(&self) -> Way {
        match (self.way, &self.kept) {
            (Way::Exchange, Some(kept)) if kept.exists() => Way::InPlace,
            (way, _) => way,
        }
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
                self.untouched(&self.target)?;
                write_into(&self.target, &self.new)?;
            }
            Way::Hidden => {}
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
        let undone = match self.way() {
            Way::Create => self.undo_create()?,
            Way::Exchange => self.undo_exchange()?,
            Way::InPlace => self.undo_in_place()?,
            Way::Hidden => false,
        };
        self.clear()?;
        Ok(undone)
    }

    fn undo_create(&self) -> io::Result<bool> {
        let moved = !self.new.exists() && digest::of_file(&self.target)?.as_ref() == Some(&self.is);
        if moved {
            fs::remove_file(&self.target)?;
        }
        Ok(moved)
    }

    fn undo_exchange(&self) -> io::Result<bool> {
        self.undo_half_exchange()?;
        let now = digest::of_file(&self.target)?;
        // If the two say the same, nothing was to change.
        if self.was.as_ref() == Some(&self.is) || now.as_ref() != Some(&self.is) || !self.new.exists() {
            return Ok(false);
        }
        match exchange(&self.target, &self.new) {
            Ok(()) if digest::of_file(&self.new)?.as_ref() != Some(&self.is) => {
                // Somebody has saved over it at this very moment.
                exchange(&self.target, &self.new)?;
            }
            Ok(()) => {}
            // It can still be written, if it cannot be renamed.
            Err(_) => {
                write_into(&self.target, &self.new)?;
                fs::remove_file(&self.new)?;
            }
        }
        Ok(true)
    }

    /// An exchange in steps that was interrupted in their middle is finished.
    fn undo_half_exchange(&self) -> io::Result<()> {
        let spare = spare(&self.new);
        if !spare.exists() {
            return Ok(());
        }
        if self.new.exists() && !self.target.exists() {
            return move_new(&spare, &self.target);
        }
        // The new bytes stand in their place already, or somebody else's do.
        if self.new.exists() {
            fs::remove_file(&self.new)?;
        }
        move_new(&spare, &self.new)
    }

    fn undo_in_place(&self) -> io::Result<bool> {
        let Some(kept) = &self.kept else { return Ok(false) };
        let now = digest::of_file(&self.target)?;
        if now == self.was || digest::of_file(kept)? != self.was {
            return Ok(false);
        }
        let ours = now.as_ref() == Some(&self.is) || is_torn(&self.target, &self.new, kept)?;
        if ours {
            write_into(&self.target, kept)?;
        }
        Ok(ours)
    }

    /// Removes what stands beside the file. What nobody wrote but somebody else is moved to where it is seen, and named.
    pub(super) fn clear(&self) -> io::Result<Option<PathBuf>> {
        let mut saved = None;
        if self.way() == Way::Exchange && self.precious && self.new.exists() {
            let (beside, now) = (digest::of_file(&self.new)?, digest::of_file(&self.target)?);
            let known = beside == self.was || beside.as_ref() == Some(&self.is);
            // While the old bytes stand in their place, what stands beside them was not finished.
            if !known && now != self.was {
                saved = Some(self.keep_visible()?);
            }
        }
        for path in [Some(&self.new), self.kept.as_ref()].into_iter().flatten() {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(saved)
    }

    fn keep_visible(&self) -> io::Result<PathBuf> {
        let name = |number: u8| match number {
            0 => self.target.with_added_extension("saved"),
            number => self.target.with_added_extension(format!("saved-{number}")),
        };
        let free = (0..=u8::MAX).map(name).find(|path| fs::symlink_metadata(path).is_err());
        let free = free.ok_or(io::ErrorKind::AlreadyExists)?;
        move_new(&self.new, &free)?;
        Ok(free)
    }
}

/// Writes the bytes of one file into another, which stays the file that it is.
fn write_into(target: &Path, from: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    let mut into = File::options().write(true).open(target)?;
    let length = io::copy(&mut from, &mut into)?;
    into.set_len(length)?;
    into.sync_all()
}

/// Whether a file is what [`write_into`] leaves when it is stopped: the beginning of the new bytes, then the rest of the old.
fn is_torn(target: &Path, new: &Path, old: &Path) -> io::Result<bool> {
    let [now, new, old] = [whole(target)?, whole(new)?, whole(old)?];
    let written = now.iter().zip(&new).take_while(|(now, new)| now == new).count();
    Ok(now[written..] == *old.get(written..).unwrap_or_default())
}

fn whole(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut File::open(path)?, &mut bytes)?;
    Ok(bytes)
}
