//! Actors of a picture that `layout.lock` does not have yet.

use parallax_core::diag::counted;
use parallax_core::source::LOCK;

use super::{Locked, Remark, State, some};

pub(super) fn not_locked(locked: &Locked<'_>) -> Option<Remark> {
    let new: Vec<&str> =
        locked.drawn.keys().filter(|actor| !locked.places.contains_key(*actor)).map(String::as_str).collect();
    let what = if locked.state == State::Locking { "added to it" } else { "placed near their neighbours" };
    let (actors, are) = (counted(new.len(), "actor"), if new.len() == 1 { "is" } else { "are" });
    let fact = || format!("{actors} {are} not in {LOCK} yet, {what}: {}", some(new.iter().copied()));
    (!new.is_empty()).then(|| Remark::note(Some(&locked.view.id), fact()))
}
