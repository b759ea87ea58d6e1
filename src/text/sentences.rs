//! A paragraph cut into sentences.
//!
//! The rule: sentences end where Unicode says (UAX 29), but not after a title (`Mr.`), and after an initial or a dotted
//! abbreviation (`J.D.`, `U.S.`) only if the next word is one that the text elsewhere writes with a small letter: "U.S. The" is an
//! end, "U.S. Congress" is none. No sentence begins with a small letter (“Will it hold?” asks one). A line break within a paragraph
//! is a space.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Paragraph, Text};

/// What stands before a name, with a dot that ends no sentence.
const TITLES: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gen", "gov", "lt", "col", "capt", "st", "vs", "cf", "no", "vol",
    "al",
];

/// The words that a text writes with a small letter somewhere: with a capital they begin a sentence.
pub(super) struct Small<'t>(HashSet<&'t str>);

impl<'t> Small<'t> {
    pub(super) fn of(text: &'t Text) -> Self {
        let words = text.paragraphs.iter().flat_map(|paragraph| {
            let small = |folded: &super::Folded<'_>| paragraph.text[folded.range.start..].starts_with(is_small);
            paragraph.places().filter(small).map(|folded| folded.word)
        });
        Self(words.collect())
    }
}

/// A small letter of a script whose sentences begin with capitals: Georgian has both, but not for that.
fn is_small(letter: char) -> bool {
    letter.is_lowercase() && !matches!(letter, '\u{10d0}'..='\u{10ff}')
}

/// The sentences of a paragraph as ranges of its words, from 0; every word is in one.
pub(super) fn sentences(paragraph: &Paragraph, small: &Small<'_>) -> Vec<Range<usize>> {
    let text: Cow<'_, str> = if paragraph.text.contains('\n') {
        paragraph.text.replace('\n', " ").into()
    } else {
        (&*paragraph.text).into()
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut first = 0;
    for (start, segment) in text.split_sentence_bound_indices() {
        let end = start + segment.len();
        let next = paragraph.words_before(end);
        if next > first && ends(paragraph, next, small) {
            found.push(first..next);
            first = next;
        }
    }
    found
}

/// Whether a sentence may end before the word `next`.
fn ends(paragraph: &Paragraph, next: usize, small: &Small<'_>) -> bool {
    let (Some(last), Some(after)) = (paragraph.get(next - 1), paragraph.get(next)) else { return true };
    let between = paragraph.text.get(last.range.end..after.range.start).unwrap_or_default();
    if paragraph.text[after.range.start..].starts_with(is_small) {
        return false;
    }
    if between.trim() != "." {
        return true;
    }
    let initial = last.word.chars().count() == 1 && last.word.chars().all(char::is_alphabetic);
    !TITLES.contains(&last.word) && (!initial || small.0.contains(after.word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    /// The first and last word of each sentence of the first paragraph.
    fn cut(text: &str) -> Vec<String> {
        let text = Text::new(text, Paragraphs::Blocks);
        let (paragraph, small) = (&text.paragraphs[0], Small::of(&text));
        let ends = |range: Range<usize>| {
            let word = |index: usize| paragraph.get(index).unwrap().word.to_owned();
            format!("{}..{}", word(range.start), word(range.end - 1))
        };
        sentences(paragraph, &small).into_iter().map(ends).collect()
    }

    #[test]
    fn abbreviations_end_no_sentence_before_a_name() {
        assert_eq!(cut("He met J.D. Vance and Mr. Putin. Nobody else came."), ["he..putin", "nobody..came"]);
        assert_eq!(cut("It shapes U.S. policy and the U.S. Congress."), ["it..congress"]);
    }

    #[test]
    fn a_word_that_is_small_elsewhere_begins_a_sentence() {
        assert_eq!(cut("They left the U.S. The reason is plain."), ["they..s", "the..plain"]);
    }

    #[test]
    fn quotes_questions_and_line_breaks() {
        assert_eq!(
            cut("“Will it hold?” asks one.\nIt will, says\nanother…. Then\nall leave!"),
            ["will..one", "it..another", "then..leave"]
        );
        assert!(cut("—").is_empty());
    }
}
