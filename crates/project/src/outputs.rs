//! Every kind of file that is written, and what it is made from. A new one is its file, and its line in a list.

use parallax_explorer::{PAGES, PageFormat};
use parallax_formats::report::{REPORTS, Report};
use parallax_formats::{DOT, LAYOUT};
use parallax_render::Format;
use parallax_render::backend::{PDF, PNG, SVG};

/// A kind of file, by what it is made from.
#[derive(Clone, Copy)]
pub enum Output {
    /// From a drawing: places are found first.
    Drawing(&'static Format),
    /// From all that an explorer page shows of its views.
    Page(&'static PageFormat),
    /// From networks or a comparison alone, in words or as data.
    Report(&'static dyn Report),
}

/// What is made from a drawing, in the order of help.
pub static FORMATS: &[&Format] = &[&SVG, &PNG, &PDF, &DOT, &LAYOUT];

impl Output {
    /// Every kind, in the order of help.
    pub fn all() -> impl Iterator<Item = Self> {
        let drawings = FORMATS.iter().copied().map(Self::Drawing);
        let pages = PAGES.iter().map(Self::Page);
        drawings.chain(pages).chain(REPORTS.iter().copied().map(Self::Report))
    }

    /// The kind that a saved view means by an extension: the first that has it.
    #[must_use]
    pub fn of(extension: &str) -> Option<Self> {
        Self::all().find(|output| output.extension().eq_ignore_ascii_case(extension))
    }

    /// How its files end, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Drawing(format) => format.extension,
            Self::Page(page) => page.extension,
            Self::Report(report) => report.extension(),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Drawing(format) => format.name,
            Self::Page(page) => page.name,
            Self::Report(report) => report.name(),
        }
    }

    /// What it is good for, in a line.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Drawing(format) => format.about,
            Self::Page(page) => page.about,
            Self::Report(report) => report.about(),
        }
    }
}

/// The format of pictures with this extension, whatever its case.
#[must_use]
pub fn by_extension(extension: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.extension.eq_ignore_ascii_case(extension))
}

/// The format of a picture by the name of its file: the one with the longest extension that the name ends in.
#[must_use]
pub fn by_file_name(name: &str) -> Option<&'static Format> {
    let name = name.to_lowercase();
    let fits = |format: &&Format| name.ends_with(&format!(".{}", format.extension));
    FORMATS.iter().copied().filter(fits).max_by_key(|format| format.extension.len())
}

/// Every extension that a saved view can ask for, once each.
#[must_use]
pub fn extensions() -> Vec<&'static str> {
    let mut extensions = Vec::new();
    for output in Output::all() {
        if !extensions.contains(&output.extension()) {
            extensions.push(output.extension());
        }
    }
    extensions
}
