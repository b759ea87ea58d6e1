//! How wide text is and where it wraps: shaped with the bundled face, by the shaper that will draw it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use parallax_layout::Point;
use rustybuzz::{Face, UnicodeBuffer};
use unicode_bidi::{Direction, get_base_direction};

use super::colour::Colour;
use super::scene::{Anchor, Item, Text};

/// From one baseline to the next, as a share of the size.
const LINE_HEIGHT: f64 = 1.2;
/// From the top of a line to its baseline, as a share of the size: centres what lies between capitals and baseline.
const BASELINE: f64 = 0.965;
/// A word this many times wider than the line is broken between letters.
pub(super) const BREAK: f64 = 1.6;

/// `DejaVu` Sans: Latin, Cyrillic, Greek, Arabic, Hebrew, Armenian, Georgian, arrows.
pub static REGULAR: LazyLock<&'static [u8]> = LazyLock::new(dejavu::sans::regular);
/// Its bold cut.
pub(crate) static BOLD: LazyLock<&'static [u8]> = LazyLock::new(dejavu::sans::bold);

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [&REGULAR, &BOLD].map(|data| Face::from_slice(data, 0)));

/// The width of a line in pixels. Words are shaped one by one, so that each has one script and direction.
#[must_use]
pub(super) fn width(line: &str, size: f64, bold: bool) -> f64 {
    let words = line.split_inclusive(' ');
    words.map(|word| advance(word, bold)).sum::<f64>() * size
}

/// The advance of a word, as a share of the size.
fn advance(word: &str, bold: bool) -> f64 {
    let Some(face) = &FACES[usize::from(bold)] else {
        return 0.0;
    };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(word);
    let glyphs = rustybuzz::shape(face, &[], buffer);
    let units: i64 = glyphs.glyph_positions().iter().map(|position| i64::from(position.x_advance)).sum();
    units as f64 / f64::from(face.units_per_em())
}

/// The characters that the bundled face cannot draw: they come out as boxes.
#[must_use]
pub(super) fn missing<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<char> {
    let faces: Vec<&Face<'_>> = FACES.iter().flatten().collect();
    let chars: BTreeSet<char> = texts.into_iter().flat_map(str::chars).filter(|c| !invisible(*c)).collect();
    chars.into_iter().filter(|c| faces.iter().all(|face| face.glyph_index(*c).is_none())).collect()
}

/// Spaces, and the marks that only steer shaping and direction.
fn invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Text as it can be drawn on a line: no control characters, no marks that turn the direction of what follows, single spaces.
#[must_use]
pub(super) fn clean(text: &str) -> String {
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain: String = text.chars().filter(|c| !turns(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of at most so many letters; what is cut off leaves an ellipsis.
#[must_use]
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text = clean(text);
    let Some((mut cut, _)) = text.char_indices().nth(most) else { return text };
    while cut > 0 && text[cut..].starts_with(joins_the_last) {
        cut -= text[..cut].chars().next_back().map_or(cut, char::len_utf8);
    }
    format!("{}…", text[..cut].trim_end())
}

/// Text that begins from the right runs from the right in each of its lines, whatever stands at their ends. Marks say so, for
/// every program heeds them alike; they are those that `clean` takes out of names.
fn direction(text: &str) -> Option<[char; 2]> {
    (get_base_direction(text) == Direction::Rtl).then_some(['\u{202b}', '\u{202c}'])
}

/// Text wrapped into lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// The lines; none if there is nothing to say.
    pub(super) lines: Vec<String>,
    /// The width of the widest.
    pub(super) width: f64,
    /// The height of all.
    pub(super) height: f64,
    size: f64,
    bold: bool,
}

impl Block {
    /// Wraps at spaces so that no line is wider than `limit` where that can be had, and the lines are about equally wide.
    #[must_use]
    pub(super) fn wrap(text: &str, size: f64, bold: bool, limit: f64) -> Self {
        Self::set(text, size, bold, limit, true)
    }

    /// Wraps at spaces, each line as full as can be: for running text.
    #[must_use]
    pub(super) fn run(text: &str, size: f64, bold: bool, limit: f64) -> Self {
        Self::set(text, size, bold, limit, false)
    }

    fn set(text: &str, size: f64, bold: bool, limit: f64, even: bool) -> Self {
        let text = clean(text);
        let space = advance(" ", bold);
        let limit = limit / size;
        let words: Vec<(&str, f64)> = text
            .split(' ')
            .flat_map(|word| pieces(word, bold, limit))
            .map(|word| (word, advance(word, bold)))
            .collect();
        let mut lines = fill(&words, space, limit);
        // Narrower as long as no line is added: two lines of equal length read better than a full one and a stub.
        for step in 1..20 {
            let narrower = fill(&words, space, limit * (1.0 - f64::from(step) * 0.04));
            if !even || narrower.len() > lines.len() || lines.len() == 1 {
                break;
            }
            if widest(&narrower) <= widest(&lines) {
                lines = narrower;
            }
        }
        let width = widest(&lines) * size;
        let turn = direction(&text);
        let lines = lines.into_iter().map(|(line, _)| line).filter(|line| !line.is_empty());
        let lines: Vec<String> =
            lines.map(|line| turn.map_or(line.clone(), |[on, off]| format!("{on}{line}{off}"))).collect();
        Self { width, height: lines.len() as f64 * size * LINE_HEIGHT, lines, size, bold }
    }

    /// The same lines in the regular face, which is narrower.
    #[must_use]
    pub(super) fn regular(self) -> Self {
        Self { bold: false, ..self }
    }

    /// From the upper edge to the baseline of the last line.
    #[must_use]
    pub(super) fn last_baseline(&self) -> f64 {
        (self.lines.len().saturating_sub(1) as f64 * LINE_HEIGHT + BASELINE) * self.size
    }

    /// The lines as items: `at` is the middle of the upper edge, or its left or right end.
    #[must_use]
    pub(super) fn items(&self, at: Point, anchor: Anchor, colour: Colour) -> Vec<Item> {
        let baseline = |nth: usize| at.y + (nth as f64 * LINE_HEIGHT + BASELINE) * self.size;
        let text = |(nth, line): (usize, &String)| Text {
            at: Point::new(at.x, baseline(nth)),
            anchor,
            line: line.clone(),
            size: self.size,
            bold: self.bold,
            turn: 0.0,
            colour,
        };
        self.lines.iter().enumerate().map(text).map(Item::Text).collect()
    }
}

fn widest(lines: &[(String, f64)]) -> f64 {
    lines.iter().map(|(_, width)| *width).fold(0.0, f64::max)
}

/// As many words a line as fit.
fn fill(words: &[(&str, f64)], space: f64, limit: f64) -> Vec<(String, f64)> {
    let mut lines: Vec<(String, f64)> = Vec::new();
    for (word, width) in words {
        match lines.last_mut() {
            Some((line, filled)) if *filled + space + width <= limit => {
                line.push(' ');
                line.push_str(word);
                *filled += space + width;
            }
            _ => lines.push(((*word).to_owned(), *width)),
        }
    }
    lines
}

/// A word, or its pieces if it is far too wide for a line; the limit is a share of the size.
pub(super) fn pieces(word: &str, bold: bool, limit: f64) -> Vec<&str> {
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

/// Marks that belong to the letter before them.
fn joins_the_last(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{200d}' | '\u{20d0}'..='\u{20f0}')
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
    fn long_names_wrap_at_spaces_into_even_lines() {
        let block = Block::wrap("Organisation of the Petroleum Exporting Countries", 13.0, true, 150.0);
        assert_eq!(block.lines.len(), 3);
        assert!(block.width <= 150.0);
        assert_eq!(block.lines.join(" "), "Organisation of the Petroleum Exporting Countries");
    }

    #[test]
    fn a_word_without_end_is_broken() {
        let word = "Ж".repeat(200);
        let block = Block::wrap(&word, 13.0, true, 150.0);
        assert!(block.width < 170.0, "{}", block.width);
        assert_eq!(block.lines.concat(), word);
        assert!(Block::wrap("", 13.0, false, 100.0).lines.is_empty());
    }

    #[test]
    fn long_text_is_cut_before_a_letter_and_its_marks() {
        assert_eq!(shortened("European Union", 14), "European Union");
        assert_eq!(shortened("European Union", 9), "European…");
        assert_eq!(shortened("cafe\u{301} noir", 4), "caf…");
        assert_eq!(shortened("\u{301}\u{301}\u{301}", 2), "…");
    }

    #[test]
    fn every_line_runs_as_its_text_does() {
        let mixed = Block::wrap("جامعة الدول العربية (Arab League, 1945)", 13.0, true, 100.0);
        assert!(mixed.lines.len() > 2);
        assert!(mixed.lines.iter().all(|line| line.starts_with('\u{202b}') && line.ends_with('\u{202c}')));
        let latin = Block::wrap("Arab League (جامعة الدول العربية)", 13.0, true, 100.0);
        assert!(latin.lines.iter().all(|line| !line.contains('\u{202b}')));
        assert!(missing(mixed.lines.iter().map(String::as_str)).is_empty());
    }

    #[test]
    fn what_the_face_lacks_is_told() {
        assert_eq!(missing(["США → ΕΕ العربية ±≠×", "a\u{200d}b 中"]), BTreeSet::from(['中']));
        assert_eq!(clean(" a\tb\u{0007}\u{202e}c\n"), "a b c");
    }
}
