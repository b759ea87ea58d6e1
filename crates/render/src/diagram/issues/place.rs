//! The place of an answer: the beads of who takes it over its words, and of many sides their number and the names that have room.

use parallax_layout::Point;

use crate::diagram::bead::Beads;
use crate::diagram::sheet::{ASIDE, WORDS};
use crate::figure::issues::{AnswerMark, AnswerPlace, AnswerSense, IssueRow};
use crate::scene::block::Block;
use crate::scene::{Anchor, Group, Item, Outline, Paint, Pen, Text, safe};
use crate::style::colour_role::ColourRole;
use crate::style::measure;

/// From one bead to the next.
const GAP: f64 = 6.0;
/// From the middles of one line of beads to those of the next.
const LINE: f64 = 30.0;
/// From the middle of a dot to that of the next.
const PITCH: f64 = 15.0;
/// The most dots side by side.
const DOTS: usize = 10;
/// From the middle of the lowest beads to the words.
const UNDER: f64 = 19.0;
/// Names take so many lines.
pub(super) const NAMES: usize = 2;

/// An answer as it stands in a cell of a width.
pub(super) struct Place<'a> {
    answer: &'a AnswerPlace,
    beads: Beads<'a>,
    pub(super) width: f64,
    label: Block,
    names: Block,
    /// How many names have no room.
    pub(super) unnamed: usize,
    /// The marks line by line, the lowest last.
    lines: Vec<&'a [AnswerMark]>,
}

impl<'a> Place<'a> {
    pub(super) fn new(answer: &'a AnswerPlace, beads: Beads<'a>, width: f64) -> Self {
        let label = Block::within(&answer.label, WORDS, false, width);
        let (names, unnamed) = if beads.are_dots() {
            thinned("", &said(answer, beads), width)
        } else {
            (Block::within("", ASIDE, false, width), 0)
        };
        Self { answer, beads, width, label, names, unnamed, lines: lines(&answer.marks, beads, width) }
    }

    pub(super) fn answer(&self) -> &AnswerPlace {
        self.answer
    }

    /// The height from the upper edge to the middle of the lowest beads.
    pub(super) fn over(&self) -> f64 {
        let step = if self.beads.are_dots() { PITCH } else { LINE };
        LINE / 2.0 + self.lines.len().saturating_sub(1) as f64 * step
    }

    /// The height from there to the lower edge.
    pub(super) fn under(&self) -> f64 {
        UNDER + self.label.height + self.names.height
    }

    /// What is painted; `at` is in the middle of the lowest beads.
    pub(super) fn item(&self, row: &IssueRow, at: Point) -> Item {
        let mut items = Vec::new();
        if self.lines.is_empty() {
            items.push(empty(row.ordered && self.answer.is_own, at));
        }
        let step = if self.beads.are_dots() { PITCH } else { LINE };
        for (nth, line) in self.lines.iter().rev().enumerate() {
            items.extend(self.line(row, line, at - Point::new(0.0, nth as f64 * step), nth == 0));
        }
        let taken = if self.answer.marks.is_empty() { ColourRole::Quiet } else { ColourRole::Ink };
        let foot = at + Point::new(0.0, UNDER);
        items.extend(self.label.items(foot, Anchor::Middle, taken));
        items.extend(self.names.items(foot + Point::new(0.0, self.label.height), Anchor::Middle, ColourRole::Quiet));
        let id = format!("answer-{}--{}", safe(&row.id), safe(&self.answer.id));
        let class = if self.answer.marks.is_empty() { "answer" } else { "answer taken" };
        Item::Group(Group { id, class: class.to_owned(), title: String::new(), items })
    }

    /// Beads side by side about a middle.
    fn line(&self, row: &IssueRow, marks: &[AnswerMark], middle: Point, is_lowest: bool) -> Vec<Item> {
        let dots = self.beads.are_dots();
        let count = if dots && is_lowest { self.count() } else { String::new() };
        let mut x = middle.x - line_width(marks, self.beads) / 2.0;
        let mut items = Vec::new();
        for mark in marks {
            let room = if dots { PITCH } else { self.beads.width(mark) };
            let inset = if dots { PITCH / 2.0 - self.beads.radius(mark.is_main) } else { 0.0 };
            items.push(self.bead(row, mark, Point::new(x + inset, middle.y)));
            x += room + if dots { 0.0 } else { GAP };
        }
        if !count.is_empty() {
            items.push(Item::Text(Text {
                at: Point::new(x + 4.0, middle.y + WORDS * measure::HALF_CAPITAL),
                anchor: Anchor::Start,
                line: count,
                size: WORDS,
                bold: true,
                turn: 0.0,
                role: ColourRole::Ink,
            }));
        }
        items
    }

    /// How many hold it, of many sides.
    fn count(&self) -> String {
        let held = self.answer.marks.iter().filter(|mark| mark.sense == AnswerSense::Held).count();
        if held > 1 { held.to_string() } else { String::new() }
    }

    fn bead(&self, row: &IssueRow, mark: &AnswerMark, left: Point) -> Item {
        let caption = self.beads.caption;
        let ids = [&row.id, &self.answer.id].map(|id| safe(id)).join("--");
        let main = if mark.is_main { " main" } else { "" };
        let word = if mark.word.is_empty() {
            caption.messages.word("chart-sense", mark.sense.name())
        } else {
            mark.word.clone()
        };
        let places = if mark.places.is_empty() { String::new() } else { format!(", {}", mark.places) };
        let title = format!("{}: {} ({word}{places})", caption.sides[mark.side], self.answer.label);
        Item::Group(Group {
            id: format!("bead-{ids}--{}-{}", mark.side + 1, mark.sense.name()),
            class: format!("bead side-{} {}{main}", mark.side + 1, mark.sense.name()),
            title: measure::clean(&title),
            items: self.beads.items(mark, left),
        })
    }
}

/// The place of an answer that nobody takes: a tick on a scale, else a small ring.
fn empty(on_scale: bool, at: Point) -> Item {
    let pen = Pen::plain(ColourRole::Quiet, 1.5);
    if on_scale {
        let reach = Point::new(0.0, 6.0);
        return Item::Shape(Outline::Line(vec![at - reach, at + reach]), Paint::line(pen));
    }
    Item::Shape(Outline::Ellipse(at, 5.0, 5.0), Paint { fill: Some(ColourRole::Ground), pen: Some(pen) })
}

/// The marks in lines that a cell has room for.
fn lines<'a>(marks: &'a [AnswerMark], beads: Beads<'_>, width: f64) -> Vec<&'a [AnswerMark]> {
    if beads.are_dots() {
        let most = ((width - 30.0) / PITCH).floor().clamp(1.0, DOTS as f64) as usize;
        let rows = marks.len().div_ceil(most).max(1);
        return marks.chunks(marks.len().div_ceil(rows).max(1)).collect();
    }
    let mut lines = Vec::new();
    let mut first = 0;
    for place in 1..=marks.len() {
        if place == marks.len() || room_of(&marks[first..=place], beads) > width {
            lines.push(&marks[first..place]);
            first = place;
        }
    }
    lines
}

/// How wide beads are side by side, without the word of the last: it hangs beyond what stands about the middle.
fn line_width(marks: &[AnswerMark], beads: Beads<'_>) -> f64 {
    if beads.are_dots() {
        return marks.len() as f64 * PITCH;
    }
    let all: f64 = marks.iter().map(|mark| beads.width(mark)).sum();
    all + marks.len().saturating_sub(1) as f64 * GAP - marks.last().map_or(0.0, |last| beads.word_width(last))
}

/// The cell that beads side by side need, their middle in its middle.
pub(super) fn room_of(marks: &[AnswerMark], beads: Beads<'_>) -> f64 {
    line_width(marks, beads) + 2.0 * marks.last().map_or(0.0, |last| beads.word_width(last))
}

/// Who says what of an answer, by names: those who hold it, then those who leave it open, then those who deny it.
fn said(answer: &AnswerPlace, beads: Beads<'_>) -> Vec<String> {
    let say = beads.caption.messages;
    let named = |sense: AnswerSense| {
        answer.marks.iter().filter(move |mark| mark.sense == sense).map(move |mark| {
            let side = &*beads.caption.sides[mark.side];
            match sense {
                AnswerSense::Held => side.to_owned(),
                AnswerSense::Open => format!("{side} ({})", mark.word),
                AnswerSense::Denied => say.with("chart-denied-by", [("side", side.into())]),
            }
        })
    };
    [AnswerSense::Held, AnswerSense::Open, AnswerSense::Denied].into_iter().flat_map(named).collect()
}

/// As many names, after some words, as so many lines of a width hold, and how many are left out.
pub(super) fn thinned(before: &str, names: &[String], width: f64) -> (Block, usize) {
    let set = |kept: usize| {
        let more = (kept < names.len()).then(|| format!("+ {}", names.len() - kept));
        let words: Vec<&str> = names[..kept].iter().map(String::as_str).collect();
        let text = [before.to_owned(), words.join(", "), more.unwrap_or_default()];
        let text: Vec<&str> = text.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        Block::within(&text.join(" "), ASIDE, false, width)
    };
    let kept = (0..=names.len()).rev().find(|kept| set(*kept).lines.len() <= NAMES).unwrap_or(0);
    (set(kept), names.len() - kept)
}
