//! Backends: a drawing as the bytes of a file, a format a file.
//!
//! In: a [`Drawing`]. Out: SVG, and PNG and PDF that are made from it. Only here roles become colours, those of the drawing's palette.

pub mod face;
mod letters;
mod markup;
mod outlines;
mod pdf;
mod png;
pub mod svg;
mod tree;
mod woff;

pub use pdf::FORMAT as PDF;
pub use png::FORMAT as PNG;
pub use svg::FORMAT as SVG;

use crate::Error;
use crate::diagram::drawing::Drawing;

/// A way to write a drawing.
pub struct Format {
    /// What it is called, in lists and in trouble.
    pub name: &'static str,
    /// How its files end, without the dot.
    pub extension: &'static str,
    /// What it is good for, in a line.
    pub about: &'static str,
    /// Whether it holds actors and lines, and not how a page looks: what has no such places cannot be written so.
    pub is_graph: bool,
    /// Whether a file holds all pages of a handout; else it has a file for each.
    pub has_pages: bool,
    /// How a drawing is written.
    pub encode: fn(&Drawing) -> Result<Vec<u8>, Error>,
}

impl Format {
    /// The file.
    ///
    /// # Errors
    ///
    /// If the drawing cannot be had in this format.
    pub fn write(&self, drawing: &Drawing) -> Result<Vec<u8>, Error> {
        (self.encode)(drawing)
    }

    /// The files of a picture: one, but of a handout that goes on one for each page, where a file has no pages.
    ///
    /// # Errors
    ///
    /// As [`Format::write`].
    pub fn files(&self, drawing: &Drawing) -> Result<Vec<Vec<u8>>, Error> {
        let mut files = vec![self.write(drawing)?];
        for page in drawing.more.iter().filter(|_| !self.has_pages && !self.is_graph) {
            files.push(self.write(&Drawing { scene: page.clone(), more: Vec::new(), ..drawing.clone() })?);
        }
        Ok(files)
    }
}
