//! Graph formats: actors and lines for other programs. They need no layout; where there are places, they go in.

use parallax_render::{Drawing, Error, Figure, Panel, Theme};

use crate::panels;

/// A kind of file that holds actors and lines.
pub struct Graph {
    /// What it is called, in lists and in trouble.
    pub name: &'static str,
    /// How its files end, without the dot.
    pub extension: &'static str,
    /// What it is good for, in a line.
    pub about: &'static str,
    /// How figures are written, one after another.
    pub write: fn(&[Placed<'_>], &Theme) -> Result<Vec<u8>, Error>,
}

/// A figure, and where its actors are.
pub struct Placed<'f> {
    /// What is written.
    pub figure: &'f Figure,
    /// The boxes of its actors, in their order; none if no layout has found any.
    pub spots: Vec<Spot>,
}

/// The box of an actor: its middle, in points with y up from the lower left, and its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// To the right.
    pub x: f64,
    /// Upwards.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Graph {
    /// Figures without places, in the time of writing them down: nothing is laid out.
    ///
    /// # Errors
    ///
    /// If the figures cannot be had in this format.
    pub fn write(&self, figures: &[Figure], theme: &Theme) -> Result<Vec<u8>, Error> {
        let placed: Vec<Placed<'_>> = figures.iter().map(|figure| Placed { figure, spots: Vec::new() }).collect();
        (self.write)(&placed, theme)
    }

    /// The figures of a drawing, with the places that they have there.
    ///
    /// # Errors
    ///
    /// If the drawing has no places, or cannot be had in this format.
    pub fn write_drawing(&self, drawing: &Drawing) -> Result<Vec<u8>, Error> {
        let panels = panels(drawing, self.name)?;
        // One height for all panels, so that no actor moves between them here either.
        let height = panels.iter().map(|panel| panel.placement.height).fold(0.0, f64::max);
        let placed = panels.iter().map(|panel| Placed { figure: &panel.figure, spots: spots(panel, height) });
        (self.write)(&placed.collect::<Vec<_>>(), &drawing.theme)
    }
}

fn spots(panel: &Panel, height: f64) -> Vec<Spot> {
    let places = panel.placement.nodes.iter().zip(&panel.problem.nodes);
    places.map(|(at, size)| Spot { x: at.x, y: height - at.y, width: size.width, height: size.height }).collect()
}
