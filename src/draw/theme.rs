//! Themes: every size, colour and dash of a picture, in one place.

use super::colour::{Colour, LINE, TEXT};
use super::figure::Whose;
use super::scene::Pen;
use crate::model::Sign;

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
        self.signs[place(sign)].readable(self.ground, LINE)
    }

    /// The colour of what is a side's, where hue is the author's. A corpus may ask for a colour of its own.
    #[must_use]
    pub fn side(&self, whose: Whose, asked: [Option<Colour>; 2]) -> Colour {
        let [a, b, both] = self.sides;
        let wanted = match whose {
            Whose::A => asked[0].unwrap_or(a),
            Whose::B => asked[1].unwrap_or(b),
            Whose::Both => both,
        };
        wanted.readable(self.ground, LINE)
    }

    /// A colour as letters can have it.
    #[must_use]
    pub fn letters(&self, colour: Colour) -> Colour {
        colour.readable(self.ground, TEXT)
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

/// Every theme; the first is the default.
pub static THEMES: &[&Theme] = &[&LIGHT, &PRINT];

/// White ground; Okabe and Ito's blue, vermillion and orange, which colour-blind people tell apart.
const LIGHT: Theme = Theme {
    name: "light",
    about: "dark on white, for slides and pages (default)",
    ground: Colour::hex(0xff_ffff),
    ink: Colour::hex(0x1f_2328),
    quiet: Colour::hex(0x57_606a),
    ghost: Colour::hex(0xc9_ced4),
    actor: Colour::hex(0xee_f1f4),
    person: Colour::hex(0xff_ffff),
    signs: [Colour::hex(0x00_72b2), Colour::hex(0x6e_7681), Colour::hex(0xd5_5e00)],
    sides: [Colour::hex(0x00_72b2), Colour::hex(0xe6_9f00), Colour::hex(0x4a_4f55)],
    alarm: Colour::hex(0x1f_2328),
    widths: [1.3, 2.1, 3.6],
    dashes: [&[], &[0.1, 2.2], &[3.6, 2.0]],
    text: Sizes { title: 20.0, heading: 15.0, actor: 13.5, label: 11.5, legend: 11.5, source: 10.5 },
    node: Boxes {
        wrap: 124.0,
        pad_x: 11.0,
        pad_y: 7.0,
        least: 46.0,
        outline: 1.5,
        radius: 3.0,
        lone: &[5.0, 3.0],
        thinker: &[2.0, 2.0],
    },
    tie: Lines { wrap: 112.0, head: 11.0, breadth: 9.0, halo: 2.0, badge: 20.0 },
    page: Page { margin: 24.0, gap: 14.0, least: 560.0 },
};

/// Greys only: what a copier leaves of a picture, chosen rather than suffered.
const PRINT: Theme = Theme {
    name: "print",
    about: "greys on white, for a printer without colour",
    quiet: Colour::hex(0x45_4545),
    ink: Colour::hex(0x00_0000),
    signs: [Colour::hex(0x1a_1a1a), Colour::hex(0x6e_6e6e), Colour::hex(0x1a_1a1a)],
    sides: [Colour::hex(0x00_0000), Colour::hex(0x86_8686), Colour::hex(0x4d_4d4d)],
    ghost: Colour::hex(0xc8_c8c8),
    actor: Colour::hex(0xf0_f0f0),
    alarm: Colour::hex(0x00_0000),
    ..LIGHT
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_letters_stand_out_in_every_theme() {
        for theme in THEMES {
            for colour in Sign::ALL.map(|sign| theme.sign(sign)) {
                assert!(colour.contrast(theme.ground) >= LINE, "{} {colour}", theme.name);
            }
            for colour in [Whose::A, Whose::B, Whose::Both].map(|whose| theme.side(whose, [None; 2])) {
                assert!(colour.contrast(theme.ground) >= LINE, "{} {colour}", theme.name);
                let letters = theme.ground.contrast(colour).max(theme.ink.contrast(colour));
                assert!(letters >= TEXT, "letters on {} {colour}", theme.name);
            }
            for ground in [theme.ground, theme.actor, theme.person] {
                assert!(theme.ink.contrast(ground) >= TEXT, "{} on {ground}", theme.name);
            }
            assert!(theme.quiet.contrast(theme.ground) >= TEXT, "{}", theme.name);
        }
    }

    #[test]
    fn signs_and_strengths_differ_without_hue() {
        for theme in THEMES {
            let [positive, neutral, negative] = theme.dashes;
            assert!(positive != neutral && neutral != negative && positive != negative, "{}", theme.name);
            assert!(theme.widths.is_sorted_by(|a, b| a * 1.4 < *b), "{}", theme.name);
        }
    }
}
