//! Colour roles: what a mark is painted as. A scene has them in place of colours, so that it is the same in every palette.

use parallax_core::model::Sign;

use crate::figure::SideSet;
use crate::figure::colour::Colour;

/// What a mark is painted as; a [`Palette`](crate::Palette) says in which colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColourRole {
    /// What everything stands on.
    Ground,
    /// Titles, names and outlines.
    Ink,
    /// Captions and sources.
    Quiet,
    /// Rules, what a panel lacks, and what is faded.
    Ghost,
    /// The thin lines of a table.
    Grid,
    /// The inside of actors that act together or alone: states, blocs, organisations, groups, places.
    Actor,
    /// The inside of persons and thinkers.
    Person,
    /// The mark of what is contested, and of what is still to be looked at.
    Alarm,
    /// The area of a bloc, by its number.
    Hull(usize),
    /// The outline of that area.
    HullOutline(usize),
    /// What the areas of two blocs share.
    HullsShared(usize, usize),
    /// What says sign or side.
    Hue(Hue),
    /// The same, mixed: so many hundredths of the ink, then so many of the ground.
    Tint {
        /// Of what.
        hue: Hue,
        /// How much of the ink, in hundredths.
        ink: u8,
        /// How much of the ground after that, in hundredths.
        ground: u8,
    },
    /// A tag filled with a hue.
    Badge(Hue, Bears),
    /// What stands on such a tag.
    OnBadge(Hue, Bears),
}

/// A colour that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hue {
    /// A sign, in a picture of one view or of many.
    Sign(Sign),
    /// A side of a difference, with the colours that the corpus asks for the two: whether a palette takes one depends on both.
    Side(SideSet, [Option<Colour>; 2]),
    /// What is denied: it has no sign, and so no hue.
    Denied,
    /// One of three to six sides, by its place.
    OneOf(usize),
}

/// What a tag has on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bears {
    /// A sign alone, which is drawn like a line.
    Glyph,
    /// Letters, which need more contrast.
    Letters,
}

impl Hue {
    /// What both sides say, where none asks for a colour of its own.
    pub(crate) const BOTH: Self = Self::Side(SideSet::Both, [None; 2]);

    /// The hue with so many hundredths of the ground in it.
    pub(crate) fn pale(self, ground: u8) -> ColourRole {
        ColourRole::Tint { hue: self, ink: 0, ground }
    }
}

impl From<Hue> for ColourRole {
    fn from(hue: Hue) -> Self {
        Self::Hue(hue)
    }
}
