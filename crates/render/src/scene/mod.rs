//! The scene: what is painted where, in a few kinds of items, each with the role that it has in the picture.
//!
//! In: outlines and words of diagrams. Out: a [`Scene`], which every backend writes. It knows sizes and roles, and no colours.

pub(crate) mod block;
pub(crate) mod letter_size;

use crate::style::colour_role::ColourRole;
use crate::style::fit::{Fit, Size};

pub use parallax_layout::{Chain, Curve, Point};

/// A picture, ready to be written. Lengths are in pixels, y runs down.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// How large it is shown, if that was asked for; else a pixel a unit.
    pub size: Option<Size>,
    /// The language of its words (BCP 47).
    pub language: &'static str,
    /// What it is called.
    pub title: String,
    /// What it shows, in a few sentences.
    pub desc: String,
    /// What is painted, from below to above.
    pub items: Vec<Item>,
}

/// Something that is painted.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Items that belong together.
    Group(Group),
    /// An outline.
    Shape(Outline, Paint),
    /// A line of text.
    Text(Text),
}

/// Items that belong together, with a name for programs and one for people.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// Unique in the scene, safe in XML and CSS; empty for none.
    pub id: String,
    /// Classes, separated by spaces.
    pub class: String,
    /// What a pointer that rests on it is told; empty for none.
    pub title: String,
    /// Its items, from below to above.
    pub items: Vec<Item>,
}

/// The form of a thing.
#[derive(Debug, Clone, PartialEq)]
pub enum Outline {
    /// A line of one or more curves.
    Curve(Chain),
    /// Straight lines from point to point.
    Line(Vec<Point>),
    /// A closed polygon.
    Polygon(Vec<Point>),
    /// A rectangle: upper left corner, width, height, radius of the corners.
    Rect(Point, f64, f64, f64),
    /// An ellipse: centre and half axes.
    Ellipse(Point, f64, f64),
}

/// How an outline is painted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paint {
    /// What fills it.
    pub fill: Option<ColourRole>,
    /// What draws its line.
    pub pen: Option<Pen>,
}

/// What draws a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Pen {
    /// What it is painted as.
    pub role: ColourRole,
    /// Its width.
    pub width: f64,
    /// Lengths of dashes and gaps; empty for an unbroken line.
    pub dash: Vec<f64>,
    /// Whether ends, and so dashes, are round.
    pub round: bool,
}

/// Where a line of text stands from its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// On the baseline.
    pub at: Point,
    /// Where it stands from there.
    pub anchor: Anchor,
    /// The characters.
    pub line: String,
    /// The size of the face.
    pub size: f64,
    /// Bold or regular.
    pub bold: bool,
    /// How far it is turned about its point, clockwise, in degrees.
    pub turn: f64,
    /// What it is painted as.
    pub role: ColourRole,
}

impl Scene {
    /// This picture in the middle of the smallest page of some proportions that holds it.
    #[must_use]
    pub(crate) fn centred(self, fit: Fit) -> Self {
        let (width, height) = fit.page(self.width, |_| self.height);
        let step = Point::new((width - self.width) / 2.0, (height - self.height) / 2.0).rounded();
        let items = self.items.into_iter().map(|item| item.moved(step)).collect();
        Self { width, height, size: fit.size, items, ..self }
    }
}

impl Paint {
    /// Filled, without a line.
    #[must_use]
    pub fn fill(role: ColourRole) -> Self {
        Self { fill: Some(role), pen: None }
    }

    /// A line, not filled.
    #[must_use]
    pub fn line(pen: Pen) -> Self {
        Self { fill: None, pen: Some(pen) }
    }
}

impl Pen {
    /// An unbroken line with flat ends.
    #[must_use]
    pub fn plain(role: ColourRole, width: f64) -> Self {
        Self { role, width, dash: Vec::new(), round: false }
    }
}

impl Item {
    /// Every line of text in it.
    pub(crate) fn texts<'a>(&'a self, found: &mut Vec<&'a str>) {
        match self {
            Self::Group(group) => group.items.iter().for_each(|item| item.texts(found)),
            Self::Text(text) => found.push(&text.line),
            Self::Shape(..) => {}
        }
    }

    /// The same, moved by a step.
    #[must_use]
    pub(crate) fn moved(self, step: Point) -> Self {
        match self {
            Self::Group(group) => {
                let items = group.items.into_iter().map(|item| item.moved(step)).collect();
                Self::Group(Group { items, ..group })
            }
            Self::Shape(outline, paint) => Self::Shape(outline.moved(step), paint),
            Self::Text(text) => Self::Text(Text { at: text.at + step, ..text }),
        }
    }
}

impl Outline {
    fn moved(self, step: Point) -> Self {
        let all = |points: Vec<Point>| points.into_iter().map(|point| point + step).collect();
        match self {
            Self::Curve(curve) => Self::Curve(curve.moved(step)),
            Self::Line(points) => Self::Line(all(points)),
            Self::Polygon(points) => Self::Polygon(all(points)),
            Self::Rect(corner, width, height, radius) => Self::Rect(corner + step, width, height, radius),
            Self::Ellipse(centre, a, b) => Self::Ellipse(centre + step, a, b),
        }
    }
}

/// An id that is safe in XML and CSS, and unique if the ids are: what is no letter, digit or hyphen becomes `.hex.`. So does a
/// hyphen beside another or at an end, for two hyphens stand between the ids of a pair.
#[must_use]
pub(crate) fn safe(id: &str) -> String {
    let lone = |at: usize| {
        let (before, after) = (id[..at].chars().next_back(), id[at + 1..].chars().next());
        [before, after].iter().all(|beside| beside.is_some_and(|c| c != '-'))
    };
    let letter = |(at, c): (usize, char)| match c {
        '-' if lone(at) => c.to_string(),
        '_' => c.to_string(),
        c if c.is_ascii_alphanumeric() => c.to_string(),
        c => format!(".{:x}.", u32::from(c)),
    };
    id.char_indices().map(letter).collect()
}
