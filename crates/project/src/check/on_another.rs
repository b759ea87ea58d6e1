//! Pairs of actors that stand on one another, though they are locked.

use parallax_core::diag::counted;
use parallax_core::source::LOCK;

use super::{Locked, Remark};

pub(super) fn on_another(locked: &Locked<'_>) -> Option<Remark> {
    let pairs = locked.drawing.panels.iter().map(|panel| panel.quality().overlaps).max().unwrap_or(0);
    let fact = || {
        format!(
            "{} of actors stand on one another at their places in {LOCK}: move one there, or take its line out",
            counted(pairs, "pair")
        )
    };
    (pairs > 0).then(|| Remark::warning(Some(&locked.view.id), fact()))
}
