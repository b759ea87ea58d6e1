//! A paragraph as a bar: its words to scale, broken into lines; above it ticks for who is named, below it a line for frames and positions.

use parallax_core::messages::Messages;
use parallax_core::model::{Corpus, Sign};
use parallax_core::text::{Anchored, Covered, State};
use parallax_layout::Point;

use super::runs::{Run, SIGNS, runs};
use crate::scene::safe;
use crate::scene::{Anchor, Group, Item, Outline, Paint, Pen, Text};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::measure;
use crate::style::theme::Metrics;

/// The height of a bar.
pub(super) const BAR: f64 = 9.0;
/// The room for ticks above it.
pub(super) const TICKS: f64 = 5.0;
/// From one line of a paragraph to the next.
const LINE: f64 = BAR + TICKS + 4.5;
/// From one paragraph to the next, beyond that.
const APART: f64 = 2.0;
/// The room for numbers at the left.
pub(super) const GUTTER: f64 = 24.0;
/// From one stroke of a hatching to the next.
const HATCH: f64 = 3.6;
/// What strokes keep from the upper and lower edge.
const EDGE: f64 = 0.5;
/// How much darker words under several statements are, in hundredths.
const DARKER: u8 = 42;
/// How many statements a pointer is told of.
const TOLD: usize = 8;

/// How high a paragraph of so many lines is, with the room to the next.
pub(super) fn height(lines: u32) -> f64 {
    f64::from(lines) * LINE + APART
}

/// How words are turned into lengths.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Words a line.
    pub(super) line: u32,
    /// The width of a word.
    pub(super) word: f64,
}

impl Scale {
    /// Words as pieces of lines: left upper corner of the bar there, and the width.
    fn pieces(self, first: u32, end: u32) -> Vec<(Point, f64)> {
        let lines = first / self.line..=end.saturating_sub(1) / self.line;
        let piece = |line: u32| {
            let (from, to) = (first.max(line * self.line), end.min((line + 1) * self.line));
            let at = Point::new(f64::from(from - line * self.line) * self.word, f64::from(line) * LINE + TICKS);
            (at, f64::from(to - from) * self.word)
        };
        lines.map(piece).filter(|(_, width)| *width > 0.0).collect()
    }
}

/// A paragraph of a strip.
pub(super) struct Bar<'a> {
    pub(super) covered: &'a Covered,
    pub(super) corpus: &'a Corpus,
    pub(super) metrics: &'a Metrics,
    /// The words of its language.
    pub(super) say: &'static Messages,
    pub(super) scale: Scale,
}

impl Bar<'_> {
    /// The paragraph, its upper left corner at `at`.
    pub(super) fn group(&self, id: &str, number: usize, at: Point) -> Item {
        let runs = runs(self.covered, self.corpus);
        let mut items = vec![self.number(number)];
        for (corner, width) in self.scale.pieces(0, self.covered.words) {
            items.push(rect(corner, width, BAR, Paint::fill(ColourRole::Actor)));
        }
        items.extend(runs.iter().map(|run| self.run(run)));
        items.extend(self.ticks());
        items.extend(self.uncoded());
        let group = Group { id: safe(id), class: "paragraph".to_owned(), title: self.tooltip(number), items };
        Item::Group(group).moved(at)
    }

    fn number(&self, number: usize) -> Item {
        let size = self.metrics.text.source * 0.86;
        Item::Text(Text {
            at: Point::new(-7.0, TICKS + BAR / 2.0 + size * measure::HALF_CAPITAL),
            anchor: Anchor::End,
            line: number.to_string(),
            size,
            bold: false,
            turn: 0.0,
            role: ColourRole::Quiet,
        })
    }

    fn run(&self, run: &Run) -> Item {
        let mut items = Vec::new();
        let bands: Vec<(Sign, u32)> = SIGNS.into_iter().zip(run.signs).filter(|(_, count)| *count > 0).collect();
        for (corner, width) in self.scale.pieces(run.first, run.end) {
            let height = BAR / bands.len().max(1) as f64;
            for (nth, (sign, count)) in bands.iter().enumerate() {
                let corner = corner + Point::new(0.0, nth as f64 * height);
                items.extend(band(*sign, *count > 1, corner, width, height));
            }
            if run.frame || run.position {
                items.push(frame(corner, width));
            }
            if run.aside {
                items.push(aside(corner, width));
            }
        }
        let classes = bands.iter().map(|(sign, _)| format!(" {}", sign.name())).collect::<String>();
        Item::Group(Group { class: format!("run{classes}"), items, ..Group::default() })
    }

    /// A tick over the middle of each name.
    fn ticks(&self) -> Option<Item> {
        let tick = |first: u32, last: u32| {
            let (corner, width) = *self.scale.pieces(first - 1, last).first()?;
            Some(tick(corner + Point::new(width / 2.0, 0.0)))
        };
        let ticks: Vec<Item> =
            self.covered.mentions.iter().filter_map(|mention| tick(mention.first, mention.last)).collect();
        (!ticks.is_empty()).then(|| Item::Group(Group { class: "named".to_owned(), items: ticks, ..Group::default() }))
    }

    /// Outlines around what is still to be looked at.
    fn uncoded(&self) -> Option<Item> {
        let sentences = self.covered.sentences.iter().filter(|sentence| sentence.state == State::Uncoded);
        let mut items = Vec::new();
        for sentence in sentences {
            for (nth, (corner, width)) in
                self.scale.pieces(sentence.selector.first - 1, sentence.selector.last).into_iter().enumerate()
            {
                items.extend(outlined(corner, width, nth == 0));
            }
        }
        let class = "uncoded".to_owned();
        (!items.is_empty()).then(|| Item::Group(Group { class, items, ..Group::default() }))
    }

    /// What a pointer that rests on the paragraph is told.
    fn tooltip(&self, number: usize) -> String {
        let mut said: Vec<String> = Vec::new();
        for passage in &self.covered.passages {
            let place = format!("{}-{}", passage.first, passage.last);
            said.push(match passage.what {
                Anchored::Statement(id) => {
                    format!("{place} {}", self.corpus.relation_name(self.corpus.relation(id)))
                }
                Anchored::Position(id) => format!("{place} {}", self.corpus.position_name(id)),
                Anchored::Frame(id) => {
                    let frame = self.corpus.frames.name(id).into();
                    self.say.with("strip-frame", [("place", place.into()), ("frame", frame)])
                }
                Anchored::NoRelation => self.say.with("strip-aside", [("place", place.into())]),
            });
        }
        let more = said.len().saturating_sub(TOLD);
        said.truncate(TOLD);
        if more > 0 {
            said.push(self.say.count("count-more", more));
        }
        let open = self.covered.sentences.iter().filter(|sentence| sentence.state == State::Uncoded).count();
        if open > 0 {
            said.push(self.say.count("strip-to-look-at", open));
        }
        let said = if said.is_empty() { self.say.text("strip-nothing-coded") } else { said.join("; ") };
        let words = self.covered.words.into();
        let values = [("number", number.into()), ("words", words), ("said", said.into())];
        measure::clean(&self.say.with("strip-paragraph", values))
    }
}

pub(super) fn rect(corner: Point, width: f64, height: f64, paint: Paint) -> Item {
    Item::Shape(Outline::Rect(corner.rounded(), width, height, 0.0), paint)
}

/// Words of a sign: positive full, neutral dotted, negative hatched. Under several statements darker, and parted or denser: what
/// has no hue is told apart as well.
pub(super) fn band(sign: Sign, several: bool, corner: Point, width: f64, height: f64) -> Vec<Item> {
    let (ink, paler) = if several { (DARKER, 55) } else { (0, 78) };
    let tint = |ground: u8| ColourRole::Tint { hue: Hue::Sign(sign), ink, ground };
    let (hue, pale) = (tint(0), tint(paler));
    match sign {
        Sign::Positive => {
            let mut items = vec![rect(corner, width, height, Paint::fill(hue))];
            if several {
                let middle = corner + Point::new(0.0, height / 2.0);
                items.push(line(middle, width, Pen::plain(ColourRole::Ground, 1.0)));
            }
            items
        }
        Sign::Neutral => {
            let mut items = vec![rect(corner, width, height, Paint::fill(pale))];
            items.extend(dots(corner, width, height, hue));
            items
        }
        Sign::Negative => {
            let mut items = vec![rect(corner, width, height, Paint::fill(pale))];
            items.extend(hatching(corner, width, height, hue, if several { (2.7, 1.6) } else { (HATCH, 1.5) }));
            items
        }
    }
}

/// Rows of dots, on a grid of their own so that neighbours fit together.
fn dots(corner: Point, width: f64, height: f64, hue: ColourRole) -> Vec<Item> {
    let rows = if height > 6.0 { 2 } else { 1 };
    let first = (corner.x / HATCH).ceil() * HATCH;
    let mut items = Vec::new();
    for row in 0..rows {
        let y = corner.y + height * (f64::from(row) + 0.5) / f64::from(rows);
        let from = first + if row == 1 { HATCH / 2.0 } else { 0.0 };
        let to = corner.x + width - 0.8;
        if from < to {
            let pen = Pen { role: hue, width: 1.7, dash: vec![0.01, HATCH], round: true };
            let ends = vec![Point::new(from.max(corner.x + 0.8), y).rounded(), Point::new(to, y).rounded()];
            items.push(Item::Shape(Outline::Line(ends), Paint::line(pen)));
        }
    }
    items
}

/// Strokes that lean to the right, cut off at the edges; how far they are apart, and how broad.
fn hatching(corner: Point, width: f64, height: f64, hue: ColourRole, (apart, pen): (f64, f64)) -> Vec<Item> {
    // Flat ends reach a little beyond theirs.
    let height = height - EDGE * 2.0;
    let (left, right, low) = (corner.x, corner.x + width, corner.y + EDGE + height);
    // A stroke runs from (foot, low) to (foot + height, low - height).
    let mut foot = ((left - height) / apart).ceil() * apart;
    let mut items = Vec::new();
    while foot < right {
        let (from, to) = (foot.max(left), (foot + height).min(right));
        if to > from {
            let at = |x: f64| Point::new(x, low - (x - foot)).rounded();
            items.push(Item::Shape(Outline::Line(vec![at(from), at(to)]), Paint::line(Pen::plain(hue, pen))));
        }
        foot += apart;
    }
    items
}

/// A line to the right.
fn line(from: Point, width: f64, pen: Pen) -> Item {
    let ends = vec![from.rounded(), (from + Point::new(width, 0.0)).rounded()];
    Item::Shape(Outline::Line(ends), Paint::line(pen))
}

/// The line of a frame or a position, under the bar.
pub(super) fn frame(corner: Point, width: f64) -> Item {
    line(corner + Point::new(0.0, BAR + 1.9), width, Pen::plain(ColourRole::Quiet, 1.4))
}

/// A line through words that relate nobody.
pub(super) fn aside(corner: Point, width: f64) -> Item {
    line(corner + Point::new(0.0, BAR / 2.0), width, Pen::plain(ColourRole::Quiet, 1.2))
}

/// A tick above the bar.
pub(super) fn tick(at: Point) -> Item {
    let ends = vec![(at - Point::new(0.0, TICKS - 1.4)).rounded(), (at - Point::new(0.0, 1.2)).rounded()];
    Item::Shape(Outline::Line(ends), Paint::line(Pen::plain(ColourRole::Quiet, 1.1)))
}

/// The outline of a sentence that is still to be looked at; its first piece has a mark.
pub(super) fn outlined(corner: Point, width: f64, first: bool) -> Vec<Item> {
    let pen = Pen::plain(ColourRole::Alarm, 1.5);
    let mut items = vec![rect(corner, width, BAR, Paint { fill: Some(ColourRole::Ground), pen: Some(pen) })];
    if first {
        let half = (BAR / 2.0 - 1.6).min(width / 2.0);
        let middle = corner + Point::new(half + 2.2, BAR / 2.0);
        let points = [(-half, -half), (half, 0.0), (-half, half)];
        let points = points.map(|(x, y)| (middle + Point::new(x, y)).rounded()).to_vec();
        items.push(Item::Shape(Outline::Polygon(points), Paint::fill(ColourRole::Alarm)));
    }
    items
}
