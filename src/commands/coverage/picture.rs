//! Coverage as a picture: the texts as strips.

use parallax_core::text::Coverage;
use parallax_project::Error;
use parallax_project::Project;
use parallax_project::outputs::Picture;
use parallax_render::{Options, RenderStyle, strips};

use super::{CoverageArgs, heading};
use crate::picture;

/// A picture of longer texts would be a blur of millions of marks.
const WORDS: usize = 200_000;
/// Nor can more paragraphs be told apart.
const PARAGRAPHS: usize = 2_000;

pub(super) fn write(args: &CoverageArgs, format: Picture, covered: &[Coverage], loaded: &Project) -> Result<(), Error> {
    let corpus = &loaded.corpus;
    let sum = |count: fn(&Coverage) -> usize| covered.iter().map(count).sum::<usize>();
    if sum(|covered| covered.tally.words) > WORDS || sum(|covered| covered.tally.paragraphs) > PARAGRAPHS {
        let longest = covered.iter().max_by_key(|covered| covered.tally.words);
        let longest = longest.map_or(String::new(), |covered| heading(covered, corpus));
        return Err(Error::Usage(format!(
            "a picture has room for {WORDS} words and {PARAGRAPHS} paragraphs: draw fewer works (--work), or leave -o out; the longest is {longest}"
        )));
    }
    let mut style = RenderStyle::default();
    for (key, value) in [("theme", &args.theme), ("fit", &args.fit)] {
        let Some(value) = value else { continue };
        style.set(key, value, corpus).map_err(|error| {
            let help = error.help.map_or(String::new(), |help| format!(" ({help})"));
            Error::Usage(format!("in `--{key} {value}`: {}{help}", error.message))
        })?;
    }
    let options = Options { title: args.title.clone(), style, ..Options::default() };
    let drawing = strips(corpus, covered, &options);
    let fewer = "draw the works one by one (--work), or on a larger page (--fit)";
    picture::write_drawing(&args.output, format, &drawing, fewer, loaded)
}
