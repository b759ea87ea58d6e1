//! Statements that a picture leaves out though nobody asked for that: of an actor and itself no line can be drawn.

use parallax_core::diag::counted;

use super::{Drawn, Remark};

pub(super) fn loops(picture: &Drawn<'_>) -> Option<Remark> {
    let loops = picture.drawing.panels.iter().map(|panel| panel.figure.loops).sum();
    let is = if loops == 1 { "is" } else { "are" };
    let fact = || format!("{} within one actor {is} not drawn", counted(loops, "statement"));
    (loops > 0).then(|| Remark::note(picture.view, fact()))
}
