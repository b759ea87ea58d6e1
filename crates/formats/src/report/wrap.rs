//! Lines broken at blanks to a number of terminal columns, tones kept.

use textwrap::core::{Fragment, Word};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

use super::document::{RichText, Tone};

/// A part of a broken line, without breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) tone: Tone,
}

/// One line of output: pieces with the blanks between them.
pub(super) type Broken<'a> = Vec<Piece<'a>>;

/// The columns of a text on a terminal.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// The columns of a broken line.
pub(super) fn columns_of(line: &Broken<'_>) -> usize {
    line.iter().map(|piece| columns(piece.text)).sum()
}

/// Breaks a line to a width; a word that is wider than a whole line is cut. Never without a line, if only an empty one.
pub(super) fn wrap(line: &RichText, width: usize) -> Vec<Broken<'_>> {
    let width = width.max(1);
    let fragments: Vec<Part<'_>> = words(line).into_iter().flat_map(|word| word.cut(width)).collect();
    wrap_first_fit(&fragments, &[width as f64]).into_iter().map(joined).collect()
}

/// A word, of one or more pieces where the tone changes within it; or a part of one that is wider than a line.
#[derive(Debug, Default)]
struct Part<'a> {
    pieces: Broken<'a>,
    /// The blanks that follow, if the line goes on.
    blanks: Broken<'a>,
    /// The columns of the parts of the same word that follow the first: it begins on a new line, if not all of it has room.
    rest: usize,
}

impl Fragment for Part<'_> {
    fn width(&self) -> f64 {
        columns_of(&self.pieces) as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.blanks.len() as f64
    }

    fn penalty_width(&self) -> f64 {
        self.rest as f64
    }
}

impl<'a> Part<'a> {
    /// Parts of at most `width` columns.
    fn cut(self, width: usize) -> Vec<Self> {
        let whole = columns_of(&self.pieces);
        if whole <= width {
            return vec![self];
        }
        let cut = |Piece { text, tone }: Piece<'a>| {
            let word = Word::from(text);
            let parts = word.break_apart(width).map(|part| vec![Piece { text: part.word, tone }]);
            parts.map(|pieces| Self { pieces, ..Self::default() }).collect::<Vec<_>>()
        };
        let mut parts: Vec<Self> = self.pieces.into_iter().flat_map(cut).collect();
        if let Some(first) = parts.first_mut() {
            first.rest = whole - columns_of(&first.pieces);
        }
        if let Some(last) = parts.last_mut() {
            last.blanks = self.blanks;
        }
        parts
    }
}

/// The parts of a line with the blanks between them.
fn joined<'a>(parts: &[Part<'a>]) -> Broken<'a> {
    let ends = parts.len().saturating_sub(1);
    let pieces = parts.iter().enumerate().flat_map(|(nth, part)| {
        let blanks = if nth < ends { &*part.blanks } else { &[] };
        part.pieces.iter().chain(blanks)
    });
    pieces.cloned().collect()
}

/// The words of a line. Blanks before the first are left out.
fn words(line: &RichText) -> Vec<Part<'_>> {
    let mut words: Vec<Part<'_>> = Vec::new();
    let mut open = false;
    for run in &line.0 {
        for (index, text) in run.text().split(' ').enumerate() {
            if index > 0 {
                let blank = Piece { text: " ", tone: run.tone };
                words.last_mut().into_iter().for_each(|word| word.blanks.push(blank.clone()));
                open = false;
            }
            if text.is_empty() {
                continue;
            }
            if !open {
                words.push(Part::default());
            }
            words.last_mut().into_iter().for_each(|word| word.pieces.push(Piece { text, tone: run.tone }));
            open = true;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{RichText, wrap};

    fn lines(text: &str, width: usize) -> Vec<String> {
        let line = RichText::from(text);
        wrap(&line, width).iter().map(|line| line.iter().map(|piece| piece.text).collect()).collect()
    }

    #[test]
    fn lines_break_at_blanks_and_long_words_are_cut() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one twothreefour", 6), ["one", "twothr", "eefour"]);
        assert_eq!(lines("中文字", 4), ["中文", "字"]);
        assert_eq!(lines("", 4), [""]);
    }

    #[test]
    fn a_word_may_change_its_tone() {
        let line = RichText::from("a ").strong("bc").plain(": d");
        let broken = wrap(&line, 4);
        assert_eq!(broken.len(), 3, "{broken:?}");
        let line = RichText::from("on ").strong("wide").plain("word, too");
        let texts = |broken: &super::Broken<'_>| broken.iter().map(|piece| piece.text.to_owned()).collect::<String>();
        assert_eq!(wrap(&line, 7).iter().map(texts).collect::<Vec<_>>(), ["on", "wide", "word,", "too"]);
    }

    #[test]
    fn blanks_stay_within_lines_alone() {
        assert_eq!(lines("  a  b  ", 5), ["a  b"]);
        assert_eq!(lines("a   b", 3), ["a", "b"]);
        assert_eq!(lines("   ", 2), [""]);
    }
}
