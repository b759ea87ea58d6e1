//! What a picture should have: title, scale, engine, and places that are known already.

use std::collections::BTreeMap;

use super::notes::Notes;
use crate::layout::{self, Layout, Point, Rect};

/// How an SVG has its letters. PNG and PDF bring their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lettering {
    /// Text, with the part of the bundled face that it needs.
    #[default]
    Font,
    /// Outlines: the same in every program, but no longer text.
    Paths,
    /// Text alone: small, in whatever face is there.
    Plain,
}

impl Lettering {
    /// Every way, the default first.
    pub const ALL: [Self; 3] = [Self::Font, Self::Paths, Self::Plain];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Font => "font",
            Self::Paths => "paths",
            Self::Plain => "plain",
        }
    }
}

/// What a picture should have.
#[derive(Clone)]
pub struct Options {
    /// The title over all panels; else that of the only figure, or none.
    pub title: Option<String>,
    /// Pixels of a raster format for one of the picture.
    pub scale: f64,
    /// How an SVG has its letters.
    pub lettering: Lettering,
    /// Which engine finds the places.
    pub engine: &'static dyn Layout,
    /// What the layout should be like.
    pub layout: layout::Options,
    /// Places that are known already: actors there do not move, and the picture is at least as large.
    pub places: Places,
    /// What stands behind the lines, to be numbered and told below the picture.
    pub notes: Option<Notes>,
    /// Whether members of a bloc are drawn inside a hull, where that can be done, or with a line each.
    pub hulls: bool,
}

impl Default for Options {
    fn default() -> Self {
        // Long enough that a label leaves part of its line to be seen.
        let layout = layout::Options { margin: 6.0, gap: 34.0, arrow: 80.0, ..layout::Options::default() };
        Self {
            title: None,
            scale: 2.0,
            lettering: Lettering::default(),
            engine: layout::LAYOUTS[0],
            layout,
            places: Places::default(),
            notes: None,
            hulls: true,
        }
    }
}

/// Where actors stand, so that another picture can put them at the same places.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    /// The centres, by the ids of the actors.
    pub centres: BTreeMap<String, Point>,
    /// What the picture covers.
    pub frame: Rect,
}

impl Default for Places {
    fn default() -> Self {
        Self { centres: BTreeMap::new(), frame: Rect::NOTHING }
    }
}
