//! What a picture should have: title, scale, engine, and places that are known already.

use std::collections::BTreeMap;

use parallax_layout::{Layout, Point, Rect};

use crate::diagram::notes::Notes;
use crate::style::render_style::RenderStyle;

/// What a picture should have.
#[derive(Clone)]
pub struct Options {
    /// The title over all panels; else that of the only figure, or none.
    pub title: Option<String>,
    /// Pixels of a raster format for one of the picture.
    pub scale: f64,
    /// Which engine finds the places.
    pub engine: &'static dyn Layout,
    /// What the layout should be like.
    pub layout: parallax_layout::Options,
    /// Places that are known already: actors there do not move, and the picture is at least as large.
    pub places: Positions,
    /// Theme, fit, focus, labels and what else a person says of the look.
    pub style: RenderStyle,
    /// What stands behind the lines, to be numbered and told below the picture.
    pub notes: Option<Notes>,
    /// Sentences that the line of sources ends with.
    pub remarks: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        // Long enough that a label leaves part of its line to be seen.
        let layout =
            parallax_layout::Options { margin: 6.0, gap: 34.0, arrow: 80.0, ..parallax_layout::Options::default() };
        Self {
            title: None,
            scale: 2.0,
            engine: parallax_layout::LAYOUTS[0],
            layout,
            places: Positions::default(),
            style: RenderStyle::default(),
            notes: None,
            remarks: Vec::new(),
        }
    }
}

/// Where actors stand, so that another picture can put them at the same places.
#[derive(Debug, Clone, PartialEq)]
pub struct Positions {
    /// The centres, by the ids of the actors.
    pub centres: BTreeMap<String, Point>,
    /// What the picture covers.
    pub frame: Rect,
}

impl Default for Positions {
    fn default() -> Self {
        Self { centres: BTreeMap::new(), frame: Rect::NOTHING }
    }
}
