//! Drawings -> bytes, one format a file; and bytes -> files, whole or not at all.
//!
//! A new format is one file here, and its line in [`FORMATS`].

mod dot;
mod explorer;
mod face;
mod layout;
mod outlines;
mod pdf;
mod png;
pub mod report;
mod saved;
mod svg;
mod tree;
mod whole;
mod woff;

pub use explorer::Explorer;
pub use layout::{Laid, LaidCluster, LaidEdge};
pub use saved::{check_views, flawed_views};
pub use whole::{write_all_whole, write_whole, write_whole_with};

use crate::draw::{Drawing, Panel};
use crate::error::Error;

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
    write: fn(&Drawing) -> Result<Vec<u8>, Error>,
}

impl Format {
    /// The file.
    pub fn write(&self, drawing: &Drawing) -> Result<Vec<u8>, Error> {
        (self.write)(drawing)
    }
}

/// A way to write all that an explorer page shows.
pub struct PageFormat {
    /// What it is called, in lists and in trouble.
    pub name: &'static str,
    /// How its files end, without the dot.
    pub extension: &'static str,
    /// What it is good for, in a line.
    pub about: &'static str,
    write: fn(&Explorer<'_>) -> Vec<u8>,
}

impl Format {
    /// The files of a picture: one, but of a handout that goes on one for each page, where a file has no pages.
    pub fn files(&self, drawing: &Drawing) -> Result<Vec<Vec<u8>>, Error> {
        let mut files = vec![self.write(drawing)?];
        for page in drawing.more.iter().filter(|_| !self.has_pages && !self.is_graph) {
            files.push(self.write(&Drawing { scene: page.clone(), more: Vec::new(), ..drawing.clone() })?);
        }
        Ok(files)
    }
}

impl PageFormat {
    /// The file.
    #[must_use]
    pub fn write(&self, explorer: &Explorer<'_>) -> Vec<u8> {
        (self.write)(explorer)
    }
}

/// Every way to write an explorer page; the first is the page itself.
pub static PAGES: &[PageFormat] = &[
    PageFormat {
        name: "explorer",
        extension: "html",
        about: "page to walk through: graph, matrix, table, words, filters, evidence; one file, offline",
        write: |explorer| explorer.page(),
    },
    PageFormat {
        name: "data",
        extension: "json",
        about: "what the page shows, for programs: statements, verdicts, places of actors",
        write: |explorer| explorer.data(),
    },
];

/// The page format of files with this extension.
#[must_use]
pub fn page_by_extension(extension: &str) -> Option<&'static PageFormat> {
    PAGES.iter().find(|page| page.extension.eq_ignore_ascii_case(extension))
}

/// Every format, in the order of help.
pub static FORMATS: &[&Format] = &[&svg::FORMAT, &png::FORMAT, &pdf::FORMAT, &dot::FORMAT, &layout::FORMAT];

/// The panels of a drawing for a format that is a graph: a form without places has none.
fn panels<'d>(drawing: &'d Drawing, format: &Format) -> Result<&'d [Panel], Error> {
    if drawing.panels.is_empty() {
        let name = format.name;
        return Err(Error::Usage(format!(
            "a matrix is no graph, and cannot be written as {name}: write SVG, PNG or PDF, or take another form"
        )));
    }
    Ok(&drawing.panels)
}

/// The format of files with this extension, whatever its case.
#[must_use]
pub fn by_extension(extension: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.extension.eq_ignore_ascii_case(extension))
}

/// The format of a file by its name: the one with the longest extension that the name ends in.
#[must_use]
pub fn by_file_name(name: &str) -> Option<&'static Format> {
    let name = name.to_lowercase();
    let fits = |format: &&Format| name.ends_with(&format!(".{}", format.extension));
    FORMATS.iter().copied().filter(fits).max_by_key(|format| format.extension.len())
}

/// Every extension that a saved view can ask for: of pictures, of pages, then of reports.
#[must_use]
pub fn extensions() -> Vec<&'static str> {
    let pictures = FORMATS.iter().map(|format| format.extension);
    let pages = PAGES.iter().map(|page| page.extension);
    let reports = report::REPORTS.iter().map(|report| report.extension());
    let reports = reports.filter(|extension| page_by_extension(extension).is_none());
    pictures.chain(pages).chain(reports).collect()
}
