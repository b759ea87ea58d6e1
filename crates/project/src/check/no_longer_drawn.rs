//! Actors of `layout.lock` that the picture does not have any more. A part of a view lacks actors without their being gone.

use parallax_core::diag::counted;
use parallax_core::source::LOCK;

use super::{Locked, Remark, State, some};

pub(super) fn no_longer_drawn(locked: &Locked<'_>) -> Option<Remark> {
    let gone: Vec<&str> = locked.own.iter().copied().filter(|actor| !locked.drawn.contains_key(*actor)).collect();
    let what = if locked.state == State::Locking { "taken out of it" } else { "left in it" };
    let (actors, are) = (counted(gone.len(), "actor"), if gone.len() == 1 { "is" } else { "are" });
    let fact = || format!("{actors} of {LOCK} {are} no longer drawn, {what}: {}", some(gone.iter().copied()));
    (!gone.is_empty() && locked.state != State::Part).then(|| Remark::note(Some(&locked.view.id), fact()))
}
