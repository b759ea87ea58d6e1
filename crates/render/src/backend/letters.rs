//! What the letters of an SVG are made of.

use std::collections::BTreeMap;

use super::face::Face;
use crate::scene::Point;

/// What the letters are made of.
pub(super) enum Letters {
    /// Text, and the face is not our concern.
    Plain,
    /// The same, and every text has its number for an id.
    Numbered,
    /// Text, with the part of the face that it needs.
    Font(Face),
    /// Outlines.
    Paths(Outlines),
}

/// The outlines of all texts of a drawing.
pub(super) struct Outlines {
    /// The glyphs as elements for `<defs>`.
    pub(super) glyphs: String,
    /// What the ids of the glyphs end with.
    pub(super) mark: String,
    /// The lines by the numbers of their texts, a run for each scale; a text without ink has none.
    pub(super) runs: BTreeMap<usize, Vec<Run>>,
}

/// A line of glyphs of one scale.
pub(super) struct Run {
    /// Where it begins.
    pub(super) at: Point,
    /// Pixels of a unit of the face.
    pub(super) scale: f32,
    /// The names of the glyphs, and where they stand from there, in units of the face, y running up.
    pub(super) glyphs: Vec<(String, i64, i64)>,
}
