//! The files that an explorer page comes as.

use crate::Explorer;

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
