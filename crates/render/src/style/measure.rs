//! How wide text is and where it wraps: shaped with the bundled faces, by the shaper that will draw it.

use std::collections::BTreeSet;
use std::fmt::Debug;

use rustybuzz::UnicodeBuffer;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::style::faces::{FAMILIES, is_invisible, joins_the_last, runs};

/// A word this many times wider than the line is broken between letters.
pub(crate) const BREAK: f64 = 1.6;

/// Half of the height of capitals, as a share of the size: from the middle of a line down to its baseline.
pub(crate) const HALF_CAPITAL: f64 = 0.33;

/// The width of a line in pixels. Words are shaped one by one, so that each has one script and direction.
#[must_use]
pub(crate) fn width(line: &str, size: f64, bold: bool) -> f64 {
    let words = line.split_inclusive(' ');
    words.map(|word| advance(word, bold)).sum::<f64>() * size
}

/// The advance of a word, as a share of the size.
fn advance(word: &str, bold: bool) -> f64 {
    let run = |(family, run): (usize, &str)| {
        let face = FAMILIES[family].shaper(bold)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(run);
        let glyphs = rustybuzz::shape(face, &[], buffer);
        let units: i64 = glyphs.glyph_positions().iter().map(|position| i64::from(position.x_advance)).sum();
        Some(units as f64 / f64::from(face.units_per_em()))
    };
    runs(word).into_iter().filter_map(run).sum()
}

/// The characters that no bundled face can draw: they come out as boxes.
#[must_use]
pub(crate) fn missing<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<char> {
    let chars: BTreeSet<char> = texts.into_iter().flat_map(str::chars).filter(|c| !is_invisible(*c)).collect();
    chars.into_iter().filter(|c| !FAMILIES.iter().any(|family| family.has(*c))).collect()
}

/// Text as it can be drawn on a line: no control characters, no marks that turn the direction of what follows, single spaces.
#[must_use]
pub(crate) fn clean(text: &str) -> String {
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain: String = text.chars().filter(|c| !turns(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of at most so many letters; what is cut off leaves an ellipsis.
#[must_use]
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let text = clean(text);
    let Some((mut cut, _)) = text.char_indices().nth(most) else { return text };
    while cut > 0 && text[cut..].starts_with(joins_the_last) {
        cut -= text[..cut].chars().next_back().map_or(cut, char::len_utf8);
    }
    format!("{}…", text[..cut].trim_end())
}

/// A word of a line, or a piece of one that is far too wide for a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'t, S> {
    /// Its letters.
    pub(crate) text: &'t str,
    /// The style of the text that it is from.
    pub(crate) style: S,
    /// Its width.
    pub(crate) width: f64,
    /// The width of the space before it, where it begins no line.
    pub(crate) space: f64,
    /// The width of the space after it, where it ends no line: that before the next word.
    after: f64,
}

impl<S: Debug> Fragment for Word<'_, S> {
    fn width(&self) -> f64 {
        self.width
    }

    fn whitespace_width(&self) -> f64 {
        self.after
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The words of texts that follow each other, each text with whether it is bold and with its style. A word that is far wider than
/// `limit`, a share of the size, is parted.
pub(crate) fn words<'t, S: Copy>(
    texts: impl IntoIterator<Item = (&'t str, bool, S)>,
    size: f64,
    limit: f64,
) -> Vec<Word<'t, S>> {
    let mut words = Vec::new();
    for (text, bold, style) in texts {
        let space = width(" ", size, bold);
        for text in text.split(' ').flat_map(|word| pieces(word, bold, limit)) {
            words.push(Word { text, style, width: width(text, size, bold), space, after: 0.0 });
        }
    }
    let spaces: Vec<f64> = words.iter().skip(1).map(|next| next.space).collect();
    words.iter_mut().zip(spaces).for_each(|(word, space)| word.after = space);
    words
}

/// Words in lines, each as full as can be.
pub(crate) fn lines<'w, 't, S: Debug>(words: &'w [Word<'t, S>], limit: f64) -> Vec<&'w [Word<'t, S>]> {
    wrap_first_fit(words, &[limit])
}

/// A word, or its pieces if it is far too wide for a line; the limit is a share of the size.
fn pieces(word: &str, bold: bool, limit: f64) -> Vec<&str> {
    let whole = advance(word, bold);
    if whole <= limit * BREAK {
        return vec![word];
    }
    let letters = word.chars().count();
    let each = ((letters as f64 * limit / whole) as usize).max(1);
    let inner = word.char_indices().step_by(each).skip(1).filter(|(_, c)| !joins_the_last(*c)).map(|(at, _)| at);
    let cuts: Vec<usize> = std::iter::once(0).chain(inner).chain([word.len()]).collect();
    cuts.windows(2).map(|cut| &word[cut[0]..cut[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_and_joining_count() {
        let apart: f64 = "AVATAR".chars().map(|c| width(&c.to_string(), 20.0, false)).sum();
        assert!(width("AVATAR", 20.0, false) < apart - 2.0);
        assert!(width("Russia", 13.0, true) > width("Russia", 13.0, false));
    }

    #[test]
    fn long_text_is_cut_before_a_letter_and_its_marks() {
        assert_eq!(shortened("European Union", 14), "European Union");
        assert_eq!(shortened("European Union", 9), "European…");
        assert_eq!(shortened("cafe\u{301} noir", 4), "caf…");
        assert_eq!(shortened("\u{301}\u{301}\u{301}", 2), "…");
    }

    #[test]
    fn what_the_face_lacks_is_told() {
        assert_eq!(missing(["США → ΕΕ العربية ±≠×", "a\u{200d}b 中"]), BTreeSet::from(['中']));
        assert_eq!(clean(" a\tb\u{0007}\u{202e}c\n"), "a b c");
    }
}
