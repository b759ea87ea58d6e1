//! A palette: which colour a role has. The only place where colours are chosen, and where they are made to stand out.

use parallax_core::model::Sign;

use crate::figure::SideSet;
use crate::figure::colour::Colour;
use crate::style::colour_role::{Bears, ColourRole, Hue};

/// How much darker than the two an area is that two hulls share.
const SHARED: f64 = 0.05;
/// How much of the ground is in the thin lines of a table.
const GRID: f64 = 0.45;

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
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
    /// The hues of three to six sides, none of which is that of a sign.
    pub several: [Colour; 6],
    /// The badge of what is contested.
    pub alarm: Colour,
    /// The inside of the hulls of blocs: whatever stands on the ground can stand on them as well.
    pub hulls: [Colour; 4],
    /// Whether a corpus may give its authors colours of its own.
    pub hues: bool,
    /// How much lines and letters stand out.
    pub contrast: Contrast,
}

/// The least contrast with what is behind (WCAG 2.2), from 1 to 21.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast {
    /// Of a line.
    pub line: f64,
    /// Of a letter.
    pub text: f64,
}

impl Palette {
    /// The colour of a line or an area.
    #[must_use]
    pub fn colour(&self, role: ColourRole) -> Colour {
        match role {
            ColourRole::Ground => self.ground,
            ColourRole::Ink => self.ink,
            ColourRole::Quiet => self.quiet,
            ColourRole::Ghost => self.ghost,
            ColourRole::Grid => self.ghost.toward(self.ground, GRID),
            ColourRole::Actor => self.actor,
            ColourRole::Person => self.person,
            ColourRole::Alarm => self.alarm,
            ColourRole::Hull(number) => self.hull(number),
            ColourRole::HullOutline(number) => self.hull(number).readable(self.ground, self.contrast.line),
            ColourRole::HullsShared(one, other) => {
                self.hull(one).toward(self.hull(other), 0.5).toward(self.ink, SHARED)
            }
            ColourRole::Hue(hue) => self.hue(hue),
            ColourRole::Tint { hue, ink, ground } => {
                let share = |hundredths: u8| f64::from(hundredths) / 100.0;
                self.hue(hue).toward(self.ink, share(ink)).toward(self.ground, share(ground))
            }
            ColourRole::Badge(hue, bears) => self.tag(hue, bears)[0],
            ColourRole::OnBadge(hue, bears) => self.tag(hue, bears)[1],
        }
    }

    /// The colour of letters, which need more contrast than lines.
    #[must_use]
    pub fn letters(&self, role: ColourRole) -> Colour {
        let colour = self.colour(role);
        match role {
            // It stands out from its tag already, and not on the ground.
            ColourRole::OnBadge(..) => colour,
            _ => colour.readable(self.hardest(), self.contrast.text),
        }
    }

    fn hull(&self, number: usize) -> Colour {
        self.hulls[number % self.hulls.len()]
    }

    fn hue(&self, hue: Hue) -> Colour {
        match hue {
            Hue::Sign(sign) => self.readable(self.signs[place(sign)]),
            Hue::Denied => self.readable(self.quiet),
            Hue::Side(said_by, asked) => self.side(said_by, asked),
            Hue::OneOf(place) => self.readable(self.several[place % self.several.len()]),
        }
    }

    /// The colour of what is a side's. Those that a corpus asks for are taken if the theme has hues, and if they still differ
    /// when they are as dark or as light as the theme needs them.
    fn side(&self, said_by: SideSet, asked: [Option<Colour>; 2]) -> Colour {
        let asked = asked.map(|colour| colour.filter(|_| self.hues).map(|colour| self.readable(colour)));
        let asked = match asked {
            [Some(a), Some(b)] if a.looks_like(b) => [None; 2],
            asked => asked,
        };
        let [a, b, both] = self.sides;
        match said_by {
            SideSet::A => asked[0].unwrap_or_else(|| self.readable(a)),
            SideSet::B => asked[1].unwrap_or_else(|| self.readable(b)),
            SideSet::Both => self.readable(both),
        }
    }

    /// The colour of a tag and that of what stands on it: a middling colour gives way to letters.
    fn tag(&self, hue: Hue, bears: Bears) -> [Colour; 2] {
        let colour = self.hue(hue);
        let needed = if bears == Bears::Glyph { self.contrast.line } else { self.contrast.text };
        let [ground, ink] = [self.ground, self.ink].map(|on| on.contrast(colour));
        let on = if ground >= needed || ground >= ink { self.ground } else { self.ink };
        [colour.readable(on, needed), on]
    }

    /// A colour as lines can have it.
    fn readable(&self, colour: Colour) -> Colour {
        colour.readable(self.hardest(), self.contrast.line)
    }

    /// Of the ground and the hulls that on which least stands out.
    fn hardest(&self) -> Colour {
        let nearer = |one: Colour, other: Colour| {
            if other.contrast(self.ink) < one.contrast(self.ink) { other } else { one }
        };
        self.hulls.into_iter().fold(self.ground, nearer)
    }
}

/// The place of a sign in the lists of a theme.
pub(super) fn place(sign: Sign) -> usize {
    match sign {
        Sign::Positive => 0,
        Sign::Neutral => 1,
        Sign::Negative => 2,
    }
}
