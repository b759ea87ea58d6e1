//! What a drawing should be like.

use std::time::Duration;

use super::geom::{Point, Rect};

/// What a drawing should be like. Lengths are in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Width divided by height that is aimed at. It is approached, never forced. Default 16/9, a slide.
    pub aspect: f64,
    /// Least free space between two boxes. Default 18.
    pub gap: f64,
    /// Least length of a visible line, so that there is room for an arrowhead. Default 26.
    pub arrow: f64,
    /// From one parallel line to the next. Default 17; higher labels get more.
    pub spacing: f64,
    /// Free space kept around a label. Default 2.
    pub clearance: f64,
    /// Free space around the whole. Default 24.
    pub margin: f64,
    /// Where chance starts. Default 30.
    pub seed: u64,
    /// The page that everything is to fit on: width and height, the margin included. Up to 150 boxes of which none is pinned are pressed
    /// onto it, or drawn out to fill it; where boxes have no room, the drawing is larger. Default none.
    pub page: Option<(f64, f64)>,
    /// The picture that curves and labels should stay in when positions are given (`route`): the rectangle from the
    /// origin to this width and height. Default none.
    pub frame: Option<(f64, f64)>,
    /// Above this many edges none is bent anew for the sake of labels: that costs more than all else. Default 600.
    pub retouched: usize,
    /// How long another program may take. Default one minute.
    pub limit: Duration,
}

impl Options {
    /// Whether a box is on the page, if there is one, and leaves its margin free.
    pub(super) fn has_room_for(&self, rect: &Rect) -> bool {
        let page = |(wide, high)| Rect { min: Point::default(), max: Point::new(wide, high) };
        self.page.is_none_or(|size| page(size).covers(&rect.grown(self.margin)))
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            aspect: 16.0 / 9.0,
            gap: 18.0,
            arrow: 26.0,
            spacing: 17.0,
            clearance: 2.0,
            margin: 24.0,
            seed: 30,
            page: None,
            frame: None,
            retouched: 600,
            limit: Duration::from_mins(1),
        }
    }
}
