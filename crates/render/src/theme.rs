//! What a theme says: every size, colour and dash of a picture. The themes themselves are in `themes`.

use parallax_core::model::Sign;

use super::colour::Colour;
use super::figure::Whose;
use super::scene::Pen;

/// How a picture looks. Lengths are in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// What it is called.
    pub name: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// What everything stands on.
    pub ground: Colour,
    /// Titles, names and outlines.
    pub ink: Colour,
    /// Captions and sources.
    pub quiet: Colour,
    /// Rules, and what a panel lacks.
    pub ghost: Colour,
    /// The inside of actors that act together or alone: states, blocs, organisations, groups, places.
    pub actor: Colour,
    /// The inside of persons and thinkers.
    pub person: Colour,
    /// The hues of positive, neutral and negative lines in a picture of one view.
    pub signs: [Colour; 3],
    /// The hues of the first, the second and both views in a difference.
    pub sides: [Colour; 3],
    /// The badge of a contradiction.
    pub alarm: Colour,
    /// The inside of the hulls of blocs: whatever stands on the ground can stand on them as well.
    pub hulls: [Colour; 4],
    /// Whether a corpus may give its authors colours of its own.
    pub hues: bool,
    /// How much lines and letters stand out.
    pub contrast: Contrast,
    /// Widths of slight, plain and strong lines.
    pub widths: [f64; 3],
    /// Dashes and gaps of positive, neutral and negative lines, in multiples of a plain line's width.
    pub dashes: [&'static [f64]; 3],
    /// Text.
    pub text: Sizes,
    /// Actors.
    pub node: Boxes,
    /// Lines.
    pub tie: Lines,
    /// The page around it.
    pub page: Page,
}

/// The least contrast with what is behind (WCAG 2.2), from 1 to 21.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast {
    /// Of a line.
    pub line: f64,
    /// Of a letter.
    pub text: f64,
}

/// Sizes of the face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// The title.
    pub title: f64,
    /// The heading of a panel.
    pub heading: f64,
    /// The name of an actor.
    pub actor: f64,
    /// The label of a line.
    pub label: f64,
    /// The legend.
    pub legend: f64,
    /// The source line.
    pub source: f64,
    /// Notes below the picture.
    pub note: f64,
}

/// How actors are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Boxes {
    /// Names are wrapped at this width.
    pub wrap: f64,
    /// Free space left and right of the name.
    pub pad_x: f64,
    /// Free space above and below it.
    pub pad_y: f64,
    /// The least width of a box.
    pub least: f64,
    /// The width of the outline.
    pub outline: f64,
    /// The radius of a state's corners.
    pub radius: f64,
    /// Dashes of the outline of an actor of one text only.
    pub lone: &'static [f64],
    /// Dashes of the outline of a thinker.
    pub thinker: &'static [f64],
}

/// How lines are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lines {
    /// Labels are wrapped at this width.
    pub wrap: f64,
    /// The length of the arrowhead of a plain line.
    pub head: f64,
    /// Its breadth.
    pub breadth: f64,
    /// Free space around a label.
    pub halo: f64,
    /// The diameter of the badge of a contradiction.
    pub badge: f64,
}

/// The page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Free space around everything.
    pub margin: f64,
    /// Free space between title, panels, legend and source.
    pub gap: f64,
    /// The least width, so that title and legend have room.
    pub least: f64,
}

impl Theme {
    /// The colour of lines of a sign, where hue is the sign's.
    #[must_use]
    pub fn sign(&self, sign: Sign) -> Colour {
        self.readable(self.signs[place(sign)])
    }

    /// The colour of what is a side's, where hue is the author's. A corpus may ask for colours of its own; they are taken if the
    /// theme has hues, and if they still differ when they are as dark or as light as the theme needs them.
    #[must_use]
    pub fn side(&self, whose: Whose, asked: [Option<Colour>; 2]) -> Colour {
        let asked = asked.map(|colour| colour.filter(|_| self.hues).map(|colour| self.readable(colour)));
        let asked = match asked {
            [Some(a), Some(b)] if a.looks_like(b) => [None; 2],
            asked => asked,
        };
        let [a, b, both] = self.sides;
        match whose {
            Whose::A => asked[0].unwrap_or_else(|| self.readable(a)),
            Whose::B => asked[1].unwrap_or_else(|| self.readable(b)),
            Whose::Both => self.readable(both),
        }
    }

    /// A colour as lines can have it.
    fn readable(&self, colour: Colour) -> Colour {
        colour.readable(self.hardest(), self.contrast.line)
    }

    /// A colour as letters can have it.
    #[must_use]
    pub fn letters(&self, colour: Colour) -> Colour {
        colour.readable(self.hardest(), self.contrast.text)
    }

    /// Of the ground and the hulls that on which least stands out.
    fn hardest(&self) -> Colour {
        let nearer = |one: Colour, other: Colour| {
            if other.contrast(self.ink) < one.contrast(self.ink) { other } else { one }
        };
        self.hulls.into_iter().fold(self.ground, nearer)
    }

    /// What draws a line: width by strength, dashes by sign.
    #[must_use]
    pub fn pen(&self, colour: Colour, sign: Sign, strength: u8) -> Pen {
        let width = self.width(strength);
        // Dashes grow with the line, but less than it does, so that a slight line is not a row of crumbs.
        let unit = f64::midpoint(width, self.widths[1]);
        let dash = self.dashes[place(sign)].iter().map(|length| length * unit).collect();
        Pen { colour, width, dash, round: sign == Sign::Neutral }
    }

    /// The width of a line of this strength.
    #[must_use]
    pub fn width(&self, strength: u8) -> f64 {
        self.widths[usize::from(strength.clamp(1, 3)) - 1]
    }
}

/// The place of a sign in the theme's lists.
fn place(sign: Sign) -> usize {
    match sign {
        Sign::Positive => 0,
        Sign::Neutral => 1,
        Sign::Negative => 2,
    }
}
