//! A bead: what a side says of an answer. Its fill says how far it holds, its size whether it is a main answer, its hue and letter whose
//! it is; of many sides it is a dot without a letter.

use parallax_layout::Point;

use crate::diagram::legend::{Entry, Section, rows};
use crate::diagram::sheet::{ASIDE, WORDS};
use crate::figure::issues::{AnswerMark, AnswerSense};
use crate::figure::{Caption, Figure, SideSet, letter};
use crate::scene::{Anchor, Item, Outline, Paint, Pen, Text};
use crate::style::colour_role::{Bears, ColourRole, Hue};
use crate::style::measure;
use crate::style::theme::{Metrics, Sizes};

/// The radius of the bead of a main answer, and of another.
const RADIUS: (f64, f64) = (13.0, 9.5);
/// The same of a dot.
const DOT: (f64, f64) = (6.0, 4.0);
/// How far a strike reaches across and up, and the room of the letter on it, as shares of the radius.
const STRIKE: f64 = 1.05;
const LETTER: f64 = 0.62;
/// From a bead to its word.
const WORD: f64 = 4.0;
/// The free space under a key.
const UNDER: f64 = 8.0;

/// How the beads of a chart look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beads<'a> {
    pub(super) caption: &'a Caption,
}

impl Beads<'_> {
    /// Whether there are so many sides that each is a dot.
    pub(super) fn are_dots(self) -> bool {
        self.caption.sides.len() > Figure::MOST_LETTERS
    }

    /// The letter of a side; a side alone has none, and of many none has one.
    pub(super) fn letter(self, side: usize) -> String {
        let told = (2..=Figure::MOST_LETTERS).contains(&self.caption.sides.len());
        if told { letter(side).to_string() } else { String::new() }
    }

    pub(super) fn hue(self, side: usize) -> Hue {
        match (self.caption.sides.len(), side) {
            (2, 0) => Hue::Side(SideSet::A, self.caption.colours),
            (2, _) => Hue::Side(SideSet::B, self.caption.colours),
            (3..=Figure::MOST_LETTERS, _) => Hue::OneOf(side),
            _ => Hue::BOTH,
        }
    }

    pub(super) fn radius(self, is_main: bool) -> f64 {
        let (main, other) = if self.are_dots() { DOT } else { RADIUS };
        if is_main { main } else { other }
    }

    /// How wide a bead is with its word.
    pub(super) fn width(self, mark: &AnswerMark) -> f64 {
        2.0 * self.radius(mark.is_main) + self.word_width(mark)
    }

    /// How far its word reaches beyond it.
    pub(super) fn word_width(self, mark: &AnswerMark) -> f64 {
        self.word(mark).map_or(0.0, |word| WORD + measure::width(word, ASIDE, false))
    }

    /// The word of a bead; dots have none.
    fn word(self, mark: &AnswerMark) -> Option<&str> {
        Some(&*mark.word).filter(|word| !word.is_empty() && !self.are_dots())
    }

    /// Whose beads these are, for under a title, and the height; nothing of one side, and of many, who are named where they stand.
    pub(super) fn key(self, metrics: &Metrics, width: f64) -> (Vec<Item>, f64) {
        if self.letter(0).is_empty() {
            return (Vec::new(), 0.0);
        }
        let radius = self.radius(true);
        let entry = |(side, name): (usize, &String)| Entry {
            sample: self.bead(side, AnswerSense::Held, radius, Point::new(radius, 0.0)),
            width: 2.0 * radius,
            words: name.clone(),
        };
        let entries = self.caption.sides.iter().enumerate().map(entry).collect();
        let larger = Metrics { text: Sizes { legend: WORDS, ..metrics.text }, ..*metrics };
        let caption = self.caption.messages.text("legend-who");
        let (items, height) = rows(&[Section { caption, entries }], &larger, width);
        (items, height + UNDER)
    }

    /// A bead with its word; `left` is the end of its middle line.
    pub(super) fn items(self, mark: &AnswerMark, left: Point) -> Vec<Item> {
        let radius = self.radius(mark.is_main);
        let centre = left + Point::new(radius, 0.0);
        let mut items = self.bead(mark.side, mark.sense, radius, centre);
        if let Some(line) = self.word(mark).map(str::to_owned) {
            // No line of a scale runs through it.
            let free = Point::new(2.0 * radius, -ASIDE * 0.6);
            let ground = Outline::Rect(left + free, self.word_width(mark) + WORD, ASIDE * 1.2, 0.0);
            items.push(Item::Shape(ground, Paint::fill(ColourRole::Ground)));
            let at = left + Point::new(2.0 * radius + WORD, ASIDE * measure::HALF_CAPITAL);
            let (anchor, role) = (Anchor::Start, ColourRole::Quiet);
            items.push(Item::Text(Text { at, anchor, line, size: ASIDE, bold: false, turn: 0.0, role }));
        }
        items
    }

    /// A bead alone.
    pub(super) fn bead(self, side: usize, sense: AnswerSense, radius: f64, centre: Point) -> Vec<Item> {
        let hue = self.hue(side);
        let letter = self.letter(side);
        let bears = if letter.is_empty() { Bears::Glyph } else { Bears::Letters };
        let width = (radius * 0.2).clamp(1.6, 2.6);
        let (outline, paint) = match sense {
            AnswerSense::Held => (radius, Paint::fill(ColourRole::Badge(hue, bears))),
            AnswerSense::Open | AnswerSense::Denied => {
                let pen = Some(Pen::plain(hue.into(), width));
                (radius - width / 2.0, Paint { fill: Some(ColourRole::Ground), pen })
            }
        };
        let disc = |reach: f64, paint: Paint| Item::Shape(Outline::Ellipse(centre, reach, reach), paint);
        let mut items = vec![disc(outline, paint)];
        if sense == AnswerSense::Denied {
            let reach = Point::new(radius, -radius) * STRIKE;
            let strike = Outline::Line(vec![centre - reach, centre + reach]);
            items.push(Item::Shape(strike, Paint::line(Pen::plain(hue.into(), width))));
            if !letter.is_empty() {
                // The letter is read all the same.
                items.push(disc(radius * LETTER, Paint::fill(ColourRole::Ground)));
            }
        }
        if !letter.is_empty() {
            let size = radius * 1.15;
            let role = if sense == AnswerSense::Held { ColourRole::OnBadge(hue, bears) } else { hue.into() };
            let at = centre + Point::new(0.0, size * measure::HALF_CAPITAL);
            items.push(Item::Text(Text {
                at,
                anchor: Anchor::Middle,
                line: letter,
                size,
                bold: true,
                turn: 0.0,
                role,
            }));
        }
        items
    }
}
