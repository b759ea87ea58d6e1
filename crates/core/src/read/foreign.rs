//! What is text and no table: it is called what it is, instead of a table that lacks all columns.

use crate::diag::Diagnostic;
use crate::source::Source;

/// A format that is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign {
    name: &'static str,
    help: &'static str,
}

/// What to do with the formats of programs that draw networks.
const EDGES: &str = "export its edges as CSV: a row for each tie, with columns for from, to and type";
/// What to do with a spreadsheet.
const SHEET: &str = "in the spreadsheet program, save the sheet as \"CSV UTF-8\"";

/// How the text of a format begins, in small letters, after space.
const BEGINNINGS: &[(&str, Foreign)] = &[
    ("graph [", Foreign { name: "GML", help: EDGES }),
    ("*vertices", Foreign { name: "a Pajek network", help: EDGES }),
    ("*network", Foreign { name: "a Pajek network", help: EDGES }),
    ("dl n", Foreign { name: "a UCINET network", help: EDGES }),
    ("digraph ", Foreign { name: "DOT", help: EDGES }),
    ("strict graph", Foreign { name: "DOT", help: EDGES }),
    ("strict digraph", Foreign { name: "DOT", help: EDGES }),
    ("graph {", Foreign { name: "DOT", help: EDGES }),
    ("<!doctype html", HTML),
    ("<html", HTML),
];

const HTML: Foreign = Foreign {
    name: "a page of HTML",
    help: "download the table itself, not the page that shows it; or copy it into a spreadsheet and save that as CSV",
};

/// What an XML file holds, by what stands in its beginning.
const XML: &[(&str, Foreign)] = &[
    ("<graphml", Foreign { name: "GraphML", help: EDGES }),
    ("<gexf", Foreign { name: "GEXF", help: EDGES }),
    ("<html", HTML),
    ("<workbook", Foreign { name: "a spreadsheet in XML", help: SHEET }),
    ("opendocument", Foreign { name: "a spreadsheet in XML", help: SHEET }),
];

const ANY_XML: Foreign = Foreign { name: "XML", help: EDGES };
const JSON_LINES: Foreign = Foreign {
    name: "JSON Lines: an object a line",
    help: "make one list of them, in a file whose name ends in .json: [ before the first, commas between them, ] at the end",
};
const JSON: Foreign = Foreign { name: "JSON", help: "give the file a name that ends in .json" };
const PROSE: Foreign = Foreign {
    name: "running text",
    help: "a table has a row for each statement, and a first row with from, to and type; a text goes into the folder of sources",
};

/// How much of a file is looked at.
const PEEKED: usize = 2_000;
/// A first row of one cell with so many words is a sentence.
const SENTENCE: usize = 6;

impl Foreign {
    /// What a text is, if it is no table.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim_start();
        let end = (0..=PEEKED.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        let begins = text[..end].to_lowercase();
        if begins.starts_with(['{', '[']) {
            return json(&begins);
        }
        let known = BEGINNINGS.iter().find(|(beginning, _)| begins.starts_with(beginning)).map(|(_, foreign)| *foreign);
        let xml = || {
            let inside = XML.iter().find(|(mark, _)| begins.contains(mark)).map_or(ANY_XML, |(_, foreign)| *foreign);
            (begins.starts_with("<?xml") || begins.starts_with("<graphml") || begins.starts_with("<gexf"))
                .then_some(inside)
        };
        known.or_else(xml).or_else(|| is_prose(&begins).then_some(PROSE))
    }

    /// Whether it is objects of JSON one after the other.
    #[must_use]
    pub fn is_rows_of_json(&self) -> bool {
        *self == JSON_LINES
    }

    /// The finding that a file is this.
    #[must_use]
    pub fn finding(&self, source: &Source) -> Diagnostic {
        let finding = Diagnostic::error("not-a-table", format!("this file is {}, not a table", self.name));
        finding.at(source.head(), "it begins so").help(self.help)
    }
}

/// A list, one object, or one after the other.
fn json(begins: &str) -> Option<Foreign> {
    let mut lines = begins.lines().map(str::trim).filter(|line| !line.is_empty());
    let whole = |line: &str| line.starts_with('{') && line.ends_with('}');
    let first = lines.next().unwrap_or_default();
    let next = lines.next().unwrap_or_default();
    let is_json = first.contains(['"', '{']) || first.len() == 1 || first.ends_with(']');
    if whole(first) && next.starts_with('{') { Some(JSON_LINES) } else { is_json.then_some(JSON) }
}

/// Whether the first row reads as a sentence: many words in its only cell, or words that end with a full stop.
fn is_prose(begins: &str) -> bool {
    let first = begins.lines().next().unwrap_or_default().trim();
    let words = first.split_whitespace().count();
    let cells = first.split([',', ';', '\t']).count();
    let ends = first.ends_with(['.', '!', '?', '\u{201d}', '\u{bb}']);
    !first.starts_with('"') && words >= SENTENCE && (cells == 1 || ends && words >= 3 * cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_how_they_begin() {
        let name = |text| Foreign::of(text).map_or("", |foreign| foreign.name);
        assert_eq!(name("<?xml version='1.0'?>\n<gexf xmlns=''>"), "GEXF");
        assert_eq!(name("<GraphML>"), "GraphML");
        assert_eq!(name("<?xml version='1.0'?><x/>"), "XML");
        assert_eq!(name("{\"from\":\"a\"}\n{\"from\":\"b\"}\n"), "JSON Lines: an object a line");
        assert_eq!(name(" [\n  {\"from\": 1}]"), "JSON");
        assert_eq!(name("*Vertices 3\n"), "a Pajek network");
        assert_eq!(name("They went down to the sea, and there they stayed.\nThen"), "running text");
        assert_eq!(name("Once there was a man who had no table\n"), "running text");
        for table in ["from,to,type\na,b,c", "[x],to\n", "the one who says it,from,to\n", "", "graph,x\n", "a"] {
            assert_eq!(name(table), "", "{table}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "\\PC{0,40}") {
            let _ = Foreign::of(&text);
        }
    }
}
