//! Words that are too small for the page that the picture is to fill.

use parallax_render::Small;

use super::{Drawn, Remark};

/// What makes the words of a network larger.
pub const FEWER: &str = "draw fewer actors (top) or shorter labels (labels), or several pictures";

pub(super) fn small(picture: &Drawn<'_>) -> Option<Remark> {
    let what = match picture.drawing.small()? {
        Small::OnSlide(size) => {
            format!("{size:.1} px high on a slide of 1280 by 720, and under 12 px few can read them")
        }
        Small::OnPaper(size) => format!("{size:.1} pt high on paper, and under 8 pt few can read them"),
    };
    Some(Remark::warning(picture.view, format!("the smallest words are {what}: {}", picture.larger)))
}
