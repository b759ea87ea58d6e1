//! The strip: a text as one row a paragraph, its words as a bar to scale, what is coded of them filled, who is named ticked, and the
//! sentences marked that name several actors with nothing coded on them.

mod bar;
mod legend;
mod page;
mod runs;

use parallax_core::model::Corpus;
use parallax_core::text::Coverage;

use crate::diagram::drawing::Drawing;
use crate::diagram::options::Options;

/// Draws texts as strips, side by side, their words on one scale.
#[must_use]
pub fn strips(corpus: &Corpus, covered: &[Coverage], options: &Options) -> Drawing {
    Drawing::of_scene(page::scene(corpus, covered, &options.style.theme().metrics, options), options)
}
