//! Text wrapped into lines, and the lines as items.

use parallax_layout::Point;
use unicode_bidi::{Direction, get_base_direction};

use crate::scene::{Anchor, Item, Text};
use crate::style::colour_role::ColourRole;
use crate::style::measure::{self, BREAK, Word, clean};

/// From one baseline to the next, as a share of the size.
const LINE_HEIGHT: f64 = 1.2;
/// From the top of a line to its baseline, as a share of the size: centres what lies between capitals and baseline.
const BASELINE: f64 = LINE_HEIGHT / 2.0 + measure::HALF_CAPITAL;

/// Text that begins from the right runs from the right in each of its lines, whatever stands at their ends. Marks say so, for
/// every program heeds them alike; they are those that `clean` takes out of names.
fn direction(text: &str) -> Option<[char; 2]> {
    (get_base_direction(text) == Direction::Rtl).then_some(['\u{202b}', '\u{202c}'])
}

/// Text wrapped into lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    /// The lines; none if there is nothing to say.
    pub(crate) lines: Vec<String>,
    /// The width of the widest.
    pub(crate) width: f64,
    /// The height of all.
    pub(crate) height: f64,
    size: f64,
    bold: bool,
}

impl Block {
    /// Wraps at spaces so that no line is wider than `limit` where that can be had, and the lines are about equally wide.
    #[must_use]
    pub(crate) fn wrap(text: &str, size: f64, bold: bool, limit: f64) -> Self {
        Self::set(text, size, bold, limit, true)
    }

    /// The same with no line wider than `limit`: a word that is too wide is broken.
    #[must_use]
    pub(crate) fn within(text: &str, size: f64, bold: bool, limit: f64) -> Self {
        let block = Self::wrap(text, size, bold, limit);
        if block.width <= limit { block } else { Self::wrap(text, size, bold, limit / BREAK) }
    }

    /// Wraps at spaces, each line as full as can be: for running text.
    #[must_use]
    pub(crate) fn run(text: &str, size: f64, bold: bool, limit: f64) -> Self {
        Self::set(text, size, bold, limit, false)
    }

    fn set(text: &str, size: f64, bold: bool, limit: f64, even: bool) -> Self {
        let text = clean(text);
        let limit = limit / size;
        let words = measure::words([(&*text, bold, ())], 1.0, limit);
        let mut lines = measure::lines(&words, limit);
        // Narrower as long as no line is added: two lines of equal length read better than a full one and a stub.
        for step in 1..20 {
            let narrower = measure::lines(&words, limit * (1.0 - f64::from(step) * 0.04));
            if !even || narrower.len() > lines.len() || lines.len() == 1 {
                break;
            }
            if widest(&narrower) <= widest(&lines) {
                lines = narrower;
            }
        }
        let width = widest(&lines) * size;
        let turn = direction(&text);
        let lines = lines.into_iter().map(joined).filter(|line| !line.is_empty());
        let lines: Vec<String> =
            lines.map(|line| turn.map_or(line.clone(), |[on, off]| format!("{on}{line}{off}"))).collect();
        Self { width, height: lines.len() as f64 * size * LINE_HEIGHT, lines, size, bold }
    }

    /// The same lines in the regular face, which is narrower.
    #[must_use]
    pub(crate) fn regular(self) -> Self {
        Self { bold: false, ..self }
    }

    /// From the upper edge to the baseline of the last line.
    #[must_use]
    pub(crate) fn last_baseline(&self) -> f64 {
        (self.lines.len().saturating_sub(1) as f64 * LINE_HEIGHT + BASELINE) * self.size
    }

    /// The lines as items: `at` is the middle of the upper edge, or its left or right end.
    #[must_use]
    pub(crate) fn items(&self, at: Point, anchor: Anchor, role: ColourRole) -> Vec<Item> {
        let baseline = |nth: usize| at.y + (nth as f64 * LINE_HEIGHT + BASELINE) * self.size;
        let text = |(nth, line): (usize, &String)| Text {
            at: Point::new(at.x, baseline(nth)),
            anchor,
            line: line.clone(),
            size: self.size,
            bold: self.bold,
            turn: 0.0,
            role,
        };
        self.lines.iter().enumerate().map(text).map(Item::Text).collect()
    }
}

/// The width of the widest line.
fn widest(lines: &[&[Word<'_, ()>]]) -> f64 {
    let filled = |words: &&[Word<'_, ()>]| {
        let more: f64 = words.iter().skip(1).map(|word| word.space + word.width).sum();
        words.first().map_or(0.0, |word| word.width) + more
    };
    lines.iter().map(filled).fold(0.0, f64::max)
}

/// The letters of a line.
fn joined(words: &[Word<'_, ()>]) -> String {
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::measure::missing;

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
    fn every_line_runs_as_its_text_does() {
        let mixed = Block::wrap("جامعة الدول العربية (Arab League, 1945)", 13.0, true, 100.0);
        assert!(mixed.lines.len() > 2);
        assert!(mixed.lines.iter().all(|line| line.starts_with('\u{202b}') && line.ends_with('\u{202c}')));
        let latin = Block::wrap("Arab League (جامعة الدول العربية)", 13.0, true, 100.0);
        assert!(latin.lines.iter().all(|line| !line.contains('\u{202b}')));
        assert!(missing(mixed.lines.iter().map(String::as_str)).is_empty());
    }
}
