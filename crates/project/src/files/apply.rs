//! One file of a change: put into its place, and put back. What has been done is told by what stands where, so that the run after a
//! kill can tell it as well.

use std::fs;
use std::io;
use std::path::Path;

use super::digest;
use super::exchange::{exchange, move_new};
use super::in_place::overwrite;
use super::stand::Stand;
use super::step::{Step, Way};
use super::trouble::Trouble;

impl Step {
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
}

/// That somebody saves a file while it is put right is trouble like any other.
fn plain(done: Result<(), Trouble>) -> io::Result<()> {
    done.map_err(|trouble| match trouble {
        Trouble::Edited => io::Error::other("another program is saving it"),
        Trouble::Io(error) => error,
    })
}
