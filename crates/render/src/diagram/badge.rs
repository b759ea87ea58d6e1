//! Badges: the small filled signs before a label that say sign and author without colour, and the badge of what is contested.

use parallax_core::model::Sign;
use parallax_layout::Point;

use crate::scene::{Anchor, Item, Outline, Paint, Pen, Text};
use crate::style::colour_role::{Bears, ColourRole, Hue};
use crate::style::measure;
use crate::style::theme::Metrics;

/// A small filled pill with letters and a sign in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Badge {
    /// Its width.
    pub(super) width: f64,
    /// Its height.
    pub(super) height: f64,
    letters: String,
    sign: Option<Sign>,
    size: f64,
    struck: bool,
}

/// How far the stroke through a badge reaches beyond it.
const BEYOND: f64 = 2.5;

impl Badge {
    /// Only the letter of a side.
    #[must_use]
    pub(super) fn letter(letters: &str, metrics: &Metrics) -> Self {
        Self::new(letters.to_owned(), None, metrics)
    }

    /// The sign of a line, with the letters of those who hold it.
    #[must_use]
    pub(super) fn of(sign: Sign, letters: &str, metrics: &Metrics) -> Self {
        Self::new(letters.to_owned(), Some(sign), metrics)
    }

    fn new(letters: String, sign: Option<Sign>, metrics: &Metrics) -> Self {
        let size = metrics.text.label * 0.87;
        let height = metrics.text.label + 1.5;
        let text = measure::width(&letters, size, true);
        let inner = match (letters.is_empty(), sign.is_some()) {
            (true, _) => 0.0,
            (false, true) => text + 3.0 + size * 0.8 + 8.0,
            (false, false) => text + 8.0,
        };
        Self { width: inner.max(height), height, letters, sign, size, struck: false }
    }

    /// The same with a stroke through it, if what it stands for is denied.
    #[must_use]
    pub(super) fn struck(self, struck: bool) -> Self {
        Self { struck, ..self }
    }

    /// The role of the tag and that of what stands on it.
    pub(super) fn roles(&self, hue: Hue) -> [ColourRole; 2] {
        let bears = if self.letters.is_empty() { Bears::Glyph } else { Bears::Letters };
        [ColourRole::Badge(hue, bears), ColourRole::OnBadge(hue, bears)]
    }

    /// What is painted when its middle stands at `centre`.
    #[must_use]
    pub(super) fn items(&self, centre: Point, hue: Hue) -> Vec<Item> {
        let [fill, on] = self.roles(hue);
        let corner = Point::new(centre.x - self.width / 2.0, centre.y - self.height / 2.0);
        let mut items =
            vec![Item::Shape(Outline::Rect(corner, self.width, self.height, self.height / 2.0), Paint::fill(fill))];
        let mut middle = centre.x;
        if !self.letters.is_empty() {
            let text = measure::width(&self.letters, self.size, true);
            let room = if self.sign.is_some() { self.size * 0.8 + 3.0 } else { 0.0 };
            let left = centre.x - f64::midpoint(text, room);
            items.push(Item::Text(Text {
                at: Point::new(left, centre.y + self.size * measure::HALF_CAPITAL),
                anchor: Anchor::Start,
                line: self.letters.clone(),
                size: self.size,
                bold: true,
                turn: 0.0,
                role: on,
            }));
            middle = left + text + 3.0 + self.size * 0.4;
        }
        items.extend(
            self.sign.map(|sign| glyph(sign, Point::new(middle, centre.y), self.size * 0.33, on)).into_iter().flatten(),
        );
        if self.struck {
            let step = Point::new(self.height / 2.0 + BEYOND, -self.height / 2.0 - BEYOND);
            let through = Outline::Line(vec![centre - step, centre + step]);
            let strokes = [(ColourRole::Ground, 5.0), (hue.into(), 2.2)];
            items.extend(
                strokes.map(|(role, width)| Item::Shape(through.clone(), Paint::line(Pen::plain(role, width)))),
            );
        }
        items
    }
}

/// The sign drawn with strokes: a plus, a minus, a ring. Drawn, not set, so that it sits in the middle in every face.
pub(super) fn glyph(sign: Sign, centre: Point, reach: f64, role: ColourRole) -> Vec<Item> {
    let pen = Pen::plain(role, reach * 0.52);
    let bar = |step: Point| Item::Shape(Outline::Line(vec![centre - step, centre + step]), Paint::line(pen.clone()));
    let (across, down) = (Point::new(reach, 0.0), Point::new(0.0, reach));
    match sign {
        Sign::Positive => vec![bar(across), bar(down)],
        Sign::Negative => vec![bar(across)],
        Sign::Neutral => vec![Item::Shape(
            Outline::Ellipse(centre, reach * 0.62, reach * 0.8),
            Paint::line(Pen::plain(role, reach * 0.46)),
        )],
    }
}

/// The badge of what is contested: "≠" in a disc.
#[must_use]
pub(super) fn contested(centre: Point, size: f64) -> Vec<Item> {
    let reach = size * 0.25;
    let pen = Pen { round: true, ..Pen::plain(ColourRole::Ground, size * 0.1) };
    let line = |from: (f64, f64), to: (f64, f64)| {
        let points = [from, to].map(|(x, y)| centre + Point::new(x * reach, y * reach)).to_vec();
        Item::Shape(Outline::Line(points), Paint::line(pen.clone()))
    };
    let disc = Paint { fill: Some(ColourRole::Alarm), pen: Some(Pen::plain(ColourRole::Ground, 2.0)) };
    let half = size / 2.0;
    vec![
        Item::Shape(Outline::Ellipse(centre, half, half), disc),
        line((-1.0, -0.45), (1.0, -0.45)),
        line((-1.0, 0.45), (1.0, 0.45)),
        line((0.65, -1.1), (-0.65, 1.1)),
    ]
}
