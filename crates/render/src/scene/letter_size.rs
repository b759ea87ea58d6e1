//! How large the letters of a picture are where it is shown: on a slide, or on paper.

use crate::scene::{Item, Scene};
use crate::style::fit::{Fit, LEAST_ON_PAPER, POINTS, Size};

/// The slide that pictures without a size on paper are shown on, in pixels.
const SLIDE: (f64, f64) = (1280.0, 720.0);
/// Letters that are smaller than this are not read from the last row.
const LEAST_ON_SLIDE: f64 = 12.0;

/// Letters that are too small to be read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Small {
    /// So many pixels on a slide of 1280 by 720.
    OnSlide(f64),
    /// So many points on paper.
    OnPaper(f64),
}

impl Small {
    pub(crate) fn size(self) -> f64 {
        match self {
            Self::OnSlide(size) | Self::OnPaper(size) => size,
        }
    }
}

/// The same of one page.
pub(crate) fn small(scene: &Scene, fit: Fit) -> Option<Small> {
    let mut smallest = f64::INFINITY;
    scene.items.iter().for_each(|item| least(item, &mut smallest));
    let found = match fit.size {
        Some(Size::Millimetres(wide, _)) => Small::OnPaper(smallest * wide * POINTS / scene.width),
        _ => Small::OnSlide(smallest * (SLIDE.0 / scene.width).min(SLIDE.1 / scene.height)),
    };
    // Lengths are rounded to hundredths on the way.
    let least = if let Small::OnPaper(_) = found { LEAST_ON_PAPER } else { LEAST_ON_SLIDE };
    (found.size() < least - 0.01).then_some(found)
}

/// The size of the smallest words of an item; a number beside a label is none.
fn least(item: &Item, smallest: &mut f64) {
    match item {
        Item::Group(group) => group.items.iter().for_each(|item| least(item, smallest)),
        Item::Text(text) if text.line.chars().any(char::is_alphabetic) => *smallest = smallest.min(text.size),
        Item::Text(_) | Item::Shape(..) => {}
    }
}
