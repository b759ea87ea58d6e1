//! How a file of an interrupted change stands, told by what is where.

use std::io;

use super::digest;
use super::exchange::{move_new, spare};
use super::in_place::is_torn;
use super::step::{Step, Way};

/// How a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// As before the change.
    Old,
    /// As it is to be.
    New,
    /// Half written over.
    Torn,
    /// Saved by somebody else, and whether it had come into its place before; none if that cannot be told.
    Edited(Option<bool>),
}

impl Stand {
    pub(super) fn of(step: &Step) -> io::Result<Self> {
        end_half_exchange(step)?;
        let now = digest::of_file(&step.target)?;
        if now == step.was {
            return Ok(Self::Old);
        }
        if now.as_ref() == Some(&step.is) {
            return Ok(Self::New);
        }
        let applied = match step.way() {
            Way::Create => Some(!step.new.exists()),
            Way::Exchange => digest::of_file(&step.new)?.map(|beside| beside != step.is),
            Way::InPlace if was_torn(step)? => return Ok(Self::Torn),
            Way::InPlace => None,
        };
        Ok(Self::Edited(applied))
    }

    /// Whether the file came into its place.
    pub(super) fn is_applied(self) -> bool {
        matches!(self, Self::New | Self::Edited(Some(true)))
    }
}

fn was_torn(step: &Step) -> io::Result<bool> {
    let all = [&step.target, &step.new, &step.kept];
    Ok(all.iter().all(|path| path.is_file())
        && digest::of_file(&step.kept)? == step.was
        && is_torn(&step.target, &step.new, &step.kept)?)
}

/// An exchange in steps that was interrupted in their middle is ended: the old file stands in its place or beside it.
fn end_half_exchange(step: &Step) -> io::Result<()> {
    let spare = spare(&step.new);
    if !spare.exists() {
        return Ok(());
    }
    if step.new.exists() && !step.target.exists() {
        return move_new(&spare, &step.target);
    }
    // The new bytes stand in their place already, or somebody else's do.
    if step.new.exists() {
        std::fs::remove_file(&step.new)?;
    }
    move_new(&spare, &step.new)
}
