//! A cell of the matrix: the first side in the upper left half, the second in the lower right; the sign by filling and glyph.

use parallax_core::model::{Factuality, Sign, Signs};
use parallax_layout::Point;

use crate::diagram::badge;
use crate::figure::words;
use crate::figure::{Figure, FigureEdge, SideSet, Subject};
use crate::scene::{Item, Outline, Paint, Pen};
use crate::style::colour_role::{ColourRole, Hue};

/// Cells smaller than this have no glyphs in their halves.
const SPLIT_GLYPH: f64 = 19.0;
/// Nor do those smaller than this if they are whole.
const GLYPH: f64 = 12.0;

/// What is said of an ordered pair.
#[derive(Default)]
pub(super) struct Cell<'a> {
    edges: Vec<&'a FigureEdge>,
    /// Whether it is marked as contested.
    marked: bool,
}

/// What a half of a cell shows of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Half {
    /// Friendly, neutral, hostile; both.
    pub(super) fill: HalfFill,
    /// How far it holds.
    pub(super) sense: Sense,
}

/// How a half is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HalfFill {
    /// Friendly: full.
    Positive,
    /// Neither: pale.
    Neutral,
    /// Hostile: striped.
    Negative,
    /// Friendly and hostile: full, with gaps.
    Torn,
}

/// How far what a half shows holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    /// Now.
    Held,
    /// Said, past, possible or expected.
    Open,
    /// Not at all.
    Denied,
}

/// The part of a cell that a half covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Upper,
    Lower,
    Whole,
}

impl<'a> Cell<'a> {
    pub(super) fn add(&mut self, edge: &'a FigureEdge) {
        self.edges.push(edge);
    }

    /// Marks it, if what is seen in it is contested.
    pub(super) fn mark(&mut self) {
        self.marked = self.edges.iter().any(|edge| edge.contested.is_some());
    }

    /// Whether both sides speak in it.
    pub(super) fn of_both(&self) -> bool {
        [SideSet::A, SideSet::B].into_iter().all(|side| self.half(side).is_some())
    }

    /// What one side says: what it holds now, else what it denies, else what it leaves open.
    pub(super) fn half(&self, side: SideSet) -> Option<Half> {
        let theirs = || self.edges.iter().filter(|edge| edge.said_by == side || edge.said_by == SideSet::Both);
        let sense = [Sense::Held, Sense::Denied, Sense::Open]
            .into_iter()
            .find(|sense| theirs().any(|edge| sense_of(edge) == *sense))?;
        let signs: Signs = theirs().filter(|edge| sense_of(edge) == sense).map(|edge| edge.sign).collect();
        let fill = match signs.only() {
            _ if signs.both() => HalfFill::Torn,
            Some(Sign::Positive) => HalfFill::Positive,
            Some(Sign::Negative) => HalfFill::Negative,
            _ => HalfFill::Neutral,
        };
        Some(Half { fill, sense })
    }

    /// What is painted: the halves, or one whole where both sides say the same.
    pub(super) fn parts(&self, figure: &Figure) -> Vec<(Part, SideSet, Half)> {
        if !matches!(figure.subject, Subject::Two(..)) {
            return self.half(SideSet::Both).map(|half| (Part::Whole, SideSet::Both, half)).into_iter().collect();
        }
        match (self.half(SideSet::A), self.half(SideSet::B)) {
            (Some(a), Some(b)) if a == b => vec![(Part::Whole, SideSet::Both, a)],
            (a, b) => [(Part::Upper, SideSet::A, a), (Part::Lower, SideSet::B, b)]
                .into_iter()
                .filter_map(|(part, said_by, half)| Some((part, said_by, half?)))
                .collect(),
        }
    }

    /// The items of a cell whose upper left corner stands at `at`.
    pub(super) fn items(&self, figure: &Figure, at: Point, size: f64) -> Vec<Item> {
        let paint =
            |(part, said_by, half): (Part, SideSet, Half)| half.items(part, at, size, hue(figure, said_by, half.fill));
        self.parts(figure).into_iter().flat_map(paint).collect()
    }

    /// The mark of what is contested, if it is.
    pub(super) fn marks(&self, at: Point, size: f64) -> Vec<Item> {
        if self.marked { contested(at, size) } else { Vec::new() }
    }

    /// The classes of its halves: side, sign and sense of each.
    pub(super) fn classes(&self, figure: &Figure) -> String {
        let word = |(_, said_by, half): &(Part, SideSet, Half)| {
            let side = match said_by {
                SideSet::A => "a-",
                SideSet::B => "b-",
                SideSet::Both => "",
            };
            format!(" {side}{}{}", half.fill.word(), half.sense.ending())
        };
        let halves: String = self.parts(figure).iter().map(word).collect();
        if self.marked { format!("{halves} contested") } else { halves }
    }

    /// What a pointer that rests on the cell is told.
    pub(super) fn tooltip(&self, figure: &Figure) -> String {
        self.edges.iter().map(|edge| words::tooltip(figure, edge)).collect::<Vec<_>>().join("; ")
    }
}

fn sense_of(edge: &FigureEdge) -> Sense {
    match edge.factuality {
        Factuality::Held => Sense::Held,
        sense if sense.is_negative() => Sense::Denied,
        _ => Sense::Open,
    }
}

/// The author's hue in a difference, else the sign's.
pub(super) fn hue(figure: &Figure, said_by: SideSet, fill: HalfFill) -> Hue {
    if figure.is_difference() {
        return Hue::Side(said_by, figure.colours);
    }
    match fill {
        HalfFill::Positive => Hue::Sign(Sign::Positive),
        HalfFill::Negative => Hue::Sign(Sign::Negative),
        HalfFill::Neutral => Hue::Sign(Sign::Neutral),
        HalfFill::Torn => Hue::BOTH,
    }
}

/// The frame of what is contested, and its badge where the halves leave room.
pub(super) fn contested(at: Point, size: f64) -> Vec<Item> {
    let width = (size * 0.07).clamp(1.2, 2.4);
    let frame = Outline::Rect(at, size, size, 0.0);
    let mut items = vec![Item::Shape(frame, Paint::line(Pen::plain(ColourRole::Alarm, width)))];
    let badge = (size * 0.44).min(15.0);
    if badge >= 7.0 {
        items.extend(badge::contested(Point::new(at.x + size, at.y), badge));
    }
    items
}

impl HalfFill {
    fn word(self) -> &'static str {
        match self {
            Self::Positive => Sign::Positive.name(),
            Self::Neutral => Sign::Neutral.name(),
            Self::Negative => Sign::Negative.name(),
            Self::Torn => "both-signs",
        }
    }
}

impl Sense {
    fn ending(self) -> &'static str {
        match self {
            Self::Held => "",
            Self::Open => "-open",
            Self::Denied => "-denied",
        }
    }
}

impl Half {
    /// The items of one part of a cell.
    pub(super) fn items(self, part: Part, at: Point, size: f64, hue: Hue) -> Vec<Item> {
        let glyph = size >= if part == Part::Whole { GLYPH } else { SPLIT_GLYPH };
        // Stripes under a glyph are paler, so that it is not lost among them.
        let stripes = if glyph { hue.pale(50) } else { hue.into() };
        let mut items = self.filled(part, at, size, hue, stripes);
        if glyph {
            let region = Region { part, at, size, inset: 0.0 };
            items.extend(self.glyph(region.middle(), region.reach(), hue.into()));
        }
        items
    }

    /// The same without the glyph, in a hue and with stripes of a role.
    pub(super) fn filled(self, part: Part, at: Point, size: f64, hue: Hue, stripes: ColourRole) -> Vec<Item> {
        let region = Region { part, at, size, inset: (size * 0.05).clamp(0.5, 1.25) };
        let held = self.sense == Sense::Held;
        let fill = match self.fill {
            _ if !held => ColourRole::Ground,
            HalfFill::Positive | HalfFill::Torn => hue.into(),
            HalfFill::Neutral => hue.pale(72),
            HalfFill::Negative => ColourRole::Ground,
        };
        let mut items = vec![Item::Shape(region.outline(), Paint::fill(fill))];
        let stripe = (size / 9.0).clamp(1.4, 3.0);
        match self.fill {
            HalfFill::Negative if held => items.extend(region.stripes(stripe, stripe, stripes)),
            HalfFill::Torn if held => items.extend(region.stripes(stripe * 0.7, stripe * 2.2, ColourRole::Ground)),
            _ => {}
        }
        if !held || self.fill == HalfFill::Negative {
            let width = if held { 1.0 } else { (size / 18.0).clamp(1.0, 1.6) };
            let inner = Region { inset: region.inset + width / 2.0, ..region };
            items.push(Item::Shape(inner.outline(), Paint::line(Pen::plain(hue.into(), width))));
        }
        if self.sense == Sense::Denied {
            items.push(region.bar(hue.into(), (size / 11.0).clamp(1.2, 2.6)));
        }
        items
    }

    /// The sign: on a full hue in the ground, else in the hue on a little free ground.
    fn glyph(self, middle: Point, reach: f64, hue: ColourRole) -> Vec<Item> {
        let full = self.sense == Sense::Held && self.fill == HalfFill::Positive;
        let on = if full { ColourRole::Ground } else { hue };
        let mut items = Vec::new();
        if !full {
            let room = reach * if self.fill == HalfFill::Torn { 1.7 } else { 1.4 };
            items.push(Item::Shape(Outline::Ellipse(middle, room, room), Paint::fill(ColourRole::Ground)));
        }
        let step = Point::new(0.0, reach * 0.95);
        items.extend(match self.fill {
            HalfFill::Positive => badge::glyph(Sign::Positive, middle, reach, on),
            HalfFill::Neutral => badge::glyph(Sign::Neutral, middle, reach, on),
            HalfFill::Negative => badge::glyph(Sign::Negative, middle, reach, on),
            HalfFill::Torn => {
                let mut both = badge::glyph(Sign::Positive, middle - step * 0.4, reach * 0.8, on);
                both.extend(badge::glyph(Sign::Negative, middle + step, reach * 0.8, on));
                both
            }
        });
        items
    }
}

/// Where in the scene a part of a cell is.
#[derive(Clone, Copy)]
struct Region {
    part: Part,
    at: Point,
    size: f64,
    inset: f64,
}

impl Region {
    /// Left, upper, right and lower edge.
    fn edges(&self) -> [f64; 4] {
        let (near, far) = (self.inset, self.size - self.inset);
        [self.at.x + near, self.at.y + near, self.at.x + far, self.at.y + far]
    }

    fn outline(&self) -> Outline {
        let [left, top, right, bottom] = self.edges();
        let seam = self.inset * 1.6;
        Outline::Polygon(match self.part {
            Part::Upper => [(left, top), (right - seam, top), (left, bottom - seam)].map(point).to_vec(),
            Part::Lower => [(right, top + seam), (right, bottom), (left + seam, bottom)].map(point).to_vec(),
            Part::Whole => [(left, top), (right, top), (right, bottom), (left, bottom)].map(point).to_vec(),
        })
    }

    /// From where to where the part reaches at a height; nothing if it does not.
    fn span(&self, y: f64) -> Option<(f64, f64)> {
        let [left, top, right, bottom] = self.edges();
        let seam = self.inset * 1.6;
        let (from, to) = match self.part {
            Part::Upper => (left, right - seam - (y - top)),
            Part::Lower => (right - (y - top - seam), right),
            Part::Whole => (left, right),
        };
        (y > top && y < bottom && to - from > 0.5).then_some((from.max(left), to.min(right)))
    }

    /// Level stripes, as the dashes of a hostile line.
    fn stripes(&self, width: f64, gap: f64, role: ColourRole) -> Vec<Item> {
        let [_, top, _, bottom] = self.edges();
        let count = ((bottom - top + gap) / (width + gap)).round().max(1.0);
        let step = (bottom - top + gap) / count;
        let line = |nth: usize| {
            let y = top + width / 2.0 + step * nth as f64;
            let (from, to) = self.span(y)?;
            let ends = vec![Point::new(from, y), Point::new(to, y)];
            Some(Item::Shape(Outline::Line(ends), Paint::line(Pen::plain(role, width))))
        };
        (0..count as usize).filter_map(line).collect()
    }

    /// The bar across what is denied.
    fn bar(&self, role: ColourRole, width: f64) -> Item {
        let [left, top, right, bottom] = self.edges();
        let half = |share: f64| (left + (right - left) * share, top + (bottom - top) * share);
        let (from, to) = match self.part {
            Part::Upper => (0.0, 0.48),
            Part::Lower => (0.52, 1.0),
            Part::Whole => (0.0, 1.0),
        };
        Item::Shape(Outline::Line([half(from), half(to)].map(point).to_vec()), Paint::line(Pen::plain(role, width)))
    }

    fn middle(&self) -> Point {
        let share = match self.part {
            Part::Upper => 0.28,
            Part::Lower => 0.72,
            Part::Whole => 0.5,
        };
        self.at + Point::new(self.size * share, self.size * share)
    }

    /// How far a glyph reaches from its middle.
    fn reach(&self) -> f64 {
        self.size * if self.part == Part::Whole { 0.2 } else { 0.125 }
    }
}

fn point((x, y): (f64, f64)) -> Point {
    Point::new(x, y)
}
