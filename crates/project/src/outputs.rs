//! Every kind of file that is written: pictures, graphs, pages, reports. A new one is its file, and its line in a list.

use parallax_explorer::{PAGES, page_by_extension};
use parallax_formats::report::REPORTS;
use parallax_formats::{DOT, LAYOUT};
use parallax_render::Format;
use parallax_render::backend::{PDF, PNG, SVG};

/// Every format, in the order of help.
pub static FORMATS: &[&Format] = &[&SVG, &PNG, &PDF, &DOT, &LAYOUT];

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
    let reports = REPORTS.iter().map(|report| report.extension());
    let reports = reports.filter(|extension| page_by_extension(extension).is_none());
    pictures.chain(pages).chain(reports).collect()
}
