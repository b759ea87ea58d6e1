//! The columns of a chart with a column for each side: names of rows on the left, and the sides over what they say.

use parallax_layout::Point;

use crate::diagram::bead::Beads;
use crate::diagram::sheet::WORDS;
use crate::figure::issues::AnswerSense;
use crate::figure::{Caption, Figure};
use crate::scene::block::Block;
use crate::scene::{Anchor, Item};
use crate::style::colour_role::ColourRole;

/// More columns have no room for words that a class can read.
pub(super) const MOST_COLUMNS: usize = Figure::MOST_LETTERS;
/// The size of the name of a row.
pub(super) const NAME: f64 = 18.0;
/// From a rule to the words of a row.
pub(super) const PAD: f64 = 9.0;
/// The share of the width that names have, and the most of it in pixels.
const NAMES: (f64, f64) = (0.25, 230.0);
/// From one column to the next.
const BETWEEN: f64 = 26.0;
/// The radius of the bead over a column.
const BEAD: f64 = 12.0;

/// The columns of a chart.
#[derive(Clone, Copy)]
pub(super) struct SideColumns<'a> {
    caption: &'a Caption,
    /// How wide names are.
    pub(super) names: f64,
    /// How wide the words of a side are.
    pub(super) words: f64,
}

impl<'a> SideColumns<'a> {
    /// Columns for the sides of a chart that is so wide.
    pub(super) fn of(caption: &'a Caption, width: f64) -> Self {
        let names = (width * NAMES.0).min(NAMES.1);
        Self { caption, names, words: (width - names) / caption.sides.len().max(1) as f64 - BETWEEN }
    }

    /// Where the words of a side begin.
    pub(super) fn left(&self, side: usize) -> f64 {
        self.names + BETWEEN + side as f64 * (self.words + BETWEEN)
    }

    /// The sides over their columns, and how high that is.
    pub(super) fn head(&self) -> (Vec<Item>, f64) {
        let beads = Beads { caption: self.caption };
        let indent = if beads.letter(0).is_empty() { 0.0 } else { 2.0 * BEAD + 7.0 };
        let blocks: Vec<Block> =
            self.caption.sides.iter().map(|name| Block::within(name, WORDS, true, self.words - indent)).collect();
        let height = blocks.iter().map(|block| block.height).fold(2.0 * BEAD, f64::max);
        let mut items = Vec::new();
        for (side, block) in blocks.iter().enumerate() {
            let at = Point::new(self.left(side), (2.0 * BEAD - WORDS * 1.2) / 2.0);
            if indent > 0.0 {
                let centre = Point::new(self.left(side) + BEAD, BEAD);
                items.extend(beads.bead(side, AnswerSense::Held, BEAD, centre));
            }
            items.extend(block.items(at + Point::new(indent, 0.0), Anchor::Start, ColourRole::Ink));
        }
        (items, height + PAD)
    }
}
