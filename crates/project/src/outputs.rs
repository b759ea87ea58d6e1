//! Every kind of file that is written, and what it is made from. A new one is its file, and its line in a list.

use parallax_explorer::{PAGES, PageFormat};
use parallax_formats::report::{REPORTS, Report};
use parallax_formats::{DOT, Graph, LAYOUT};
use parallax_render::backend::{PDF, PNG, SVG};
use parallax_render::{Drawing, Error, Format};

/// A kind of file, by what it is made from.
#[derive(Clone, Copy)]
pub enum Output {
    /// From figures: a picture, or a graph.
    Picture(Picture),
    /// From all that an explorer page shows of its views.
    Page(&'static PageFormat),
    /// From networks or a comparison alone, in words or as data.
    Report(&'static dyn Report),
}

/// A kind of file that shows figures.
#[derive(Clone, Copy)]
pub enum Picture {
    /// From a drawing: places are found first.
    Drawing(&'static Format),
    /// From figures, without places or with those of a drawing.
    Graph(&'static Graph),
}

/// What shows figures, in the order of help.
pub static FORMATS: &[Picture] = &[
    Picture::Drawing(&SVG),
    Picture::Drawing(&PNG),
    Picture::Drawing(&PDF),
    Picture::Graph(&DOT),
    Picture::Drawing(&LAYOUT),
];

impl Output {
    /// Every kind, in the order of help.
    pub fn all() -> impl Iterator<Item = Self> {
        let pictures = FORMATS.iter().copied().map(Self::Picture);
        let pages = PAGES.iter().map(Self::Page);
        pictures.chain(pages).chain(REPORTS.iter().copied().map(Self::Report))
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
            Self::Picture(picture) => picture.extension(),
            Self::Page(page) => page.extension,
            Self::Report(report) => report.extension(),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Picture(picture) => picture.name(),
            Self::Page(page) => page.name,
            Self::Report(report) => report.name(),
        }
    }

    /// What it is good for, in a line.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Picture(picture) => picture.about(),
            Self::Page(page) => page.about,
            Self::Report(report) => report.about(),
        }
    }
}

impl Picture {
    /// How its files end, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Drawing(format) => format.extension,
            Self::Graph(graph) => graph.extension,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Drawing(format) => format.name,
            Self::Graph(graph) => graph.name,
        }
    }

    /// What it is good for, in a line.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Drawing(format) => format.about,
            Self::Graph(graph) => graph.about,
        }
    }

    /// Whether it holds actors and lines, and not how a page looks: a form without these cannot be written so.
    #[must_use]
    pub fn is_graph(self) -> bool {
        match self {
            Self::Drawing(format) => format.is_graph,
            Self::Graph(_) => true,
        }
    }

    /// The file of a drawing.
    ///
    /// # Errors
    ///
    /// If the drawing cannot be had in this format.
    pub fn write(self, drawing: &Drawing) -> Result<Vec<u8>, Error> {
        match self {
            Self::Drawing(format) => format.write(drawing),
            Self::Graph(graph) => graph.write_drawing(drawing),
        }
    }

    /// The files of a drawing: one, but of a handout that goes on one for each page, where a file has no pages.
    ///
    /// # Errors
    ///
    /// As [`Picture::write`].
    pub fn files(self, drawing: &Drawing) -> Result<Vec<Vec<u8>>, Error> {
        match self {
            Self::Drawing(format) => format.files(drawing),
            Self::Graph(graph) => Ok(vec![graph.write_drawing(drawing)?]),
        }
    }
}

/// The format of pictures with this extension, whatever its case.
#[must_use]
pub fn by_extension(extension: &str) -> Option<Picture> {
    FORMATS.iter().copied().find(|format| format.extension().eq_ignore_ascii_case(extension))
}

/// The format of a picture by the name of its file: the one with the longest extension that the name ends in.
#[must_use]
pub fn by_file_name(name: &str) -> Option<Picture> {
    let name = name.to_lowercase();
    let fits = |format: &Picture| name.ends_with(&format!(".{}", format.extension()));
    FORMATS.iter().copied().filter(fits).max_by_key(|format| format.extension().len())
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
