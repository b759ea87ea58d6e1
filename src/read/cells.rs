//! CSV to cells: csv-core finds where each one ends; what it says is taken from the text, with its true place.

use std::borrow::Cow;
use std::ops::Range;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// Where csv-core copies cells to; nobody looks at the copies.
const SCRATCH: usize = 512;

/// The cells of a text, row after row.
pub(super) struct Cells<'a> {
    text: &'a str,
    at: usize,
    reader: Reader,
    scratch: [u8; SCRATCH],
    /// Whether the next cell is the first of its row.
    fresh: bool,
}

/// A cell.
pub(super) struct Cell<'a> {
    /// What it says: of an unquoted one without the space around it, of a quoted one what stands in the quotes.
    pub(super) text: Cow<'a, str>,
    /// Where that stands.
    pub(super) range: Range<usize>,
    /// All of it, with quotes and space.
    pub(super) whole: Range<usize>,
    /// Whether a row ends with it.
    pub(super) last: bool,
    /// What is wrong with its quotes.
    pub(super) flaw: Option<Flaw>,
}

/// What can be wrong with a quoted cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// The text ended before the quotes did.
    Unterminated,
    /// Something follows the closing quote, from here on.
    AfterQuote(usize),
}

impl<'a> Cells<'a> {
    /// Begins at an offset of the text.
    pub(super) fn new(text: &'a str, at: usize, separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        Self { text, at, reader, scratch: [0; SCRATCH], fresh: true }
    }

    /// The next cell. Rows that are empty lines are passed over.
    pub(super) fn next(&mut self) -> Option<Cell<'a>> {
        let start = self.at;
        let (last, ended) = self.advance()?;
        let raw = self.text.get(start..self.at)?;
        // What ended the row before may be two bytes long, of which csv-core took one; empty lines follow it.
        let begin = if self.fresh { raw.len() - raw.trim_start_matches(['\r', '\n']).len() } else { 0 };
        self.fresh = last;
        let whole = start + begin..self.at - usize::from(ended);
        Some(self.cell(whole, last))
    }

    /// Moves behind the next cell: whether a row ends there, and whether a byte ends the cell.
    fn advance(&mut self) -> Option<(bool, bool)> {
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            let (result, read, _) = self.reader.read_field(rest, &mut self.scratch);
            self.at += read;
            match result {
                ReadFieldResult::Field { record_end } => {
                    return Some((record_end, !rest.is_empty()));
                }
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::End => return None,
            }
        }
    }

    fn cell(&self, whole: Range<usize>, last: bool) -> Cell<'a> {
        let raw = self.text.get(whole.clone()).unwrap_or_default();
        let Some(inner) = raw.strip_prefix('"') else {
            let text = raw.trim();
            let start = whole.start + (raw.len() - raw.trim_start().len());
            return Cell { text: Cow::Borrowed(text), range: start..start + text.len(), whole, last, flaw: None };
        };
        let start = whole.start + 1;
        let (length, doubled, flaw) = closing(inner, start);
        let content = inner.get(..length).unwrap_or_default();
        let text = if doubled { Cow::Owned(content.replace("\"\"", "\"")) } else { Cow::Borrowed(content) };
        Cell { text, range: start..start + length, whole, last, flaw }
    }
}

/// How long a quoted content is, whether it holds doubled quotes, and what is wrong; it begins at `start`.
fn closing(inner: &str, start: usize) -> (usize, bool, Option<Flaw>) {
    let mut doubled = false;
    let mut from = 0;
    while let Some(quote) = inner.get(from..).and_then(|rest| rest.find('"')) {
        let quote = from + quote;
        let after = inner.get(quote + 1..).unwrap_or_default();
        if after.starts_with('"') {
            doubled = true;
            from = quote + 2;
        } else {
            let flaw = (!after.trim().is_empty()).then_some(Flaw::AfterQuote(start + quote + 1));
            return (quote, doubled, flaw);
        }
    }
    (inner.len(), doubled, Some(Flaw::Unterminated))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of cells; every cell without doubled quotes must be found in the text where its range says.
    fn rows(text: &str, separator: u8) -> Vec<Vec<String>> {
        let mut cells = Cells::new(text, 0, separator);
        let mut rows = vec![Vec::new()];
        while let Some(cell) = cells.next() {
            match &cell.text {
                Cow::Borrowed(found) => assert_eq!(&text[cell.range], *found),
                Cow::Owned(found) => assert_eq!(text[cell.range].replace("\"\"", "\""), *found),
            }
            rows.last_mut().unwrap().push(cell.text.into_owned());
            if cell.last {
                rows.push(Vec::new());
            }
        }
        assert_eq!(rows.pop(), Some(Vec::new()));
        rows
    }

    #[test]
    fn places_are_true() {
        let expected = [vec!["é", "b, c", "x \"y\""], vec!["", "Ω", ""], vec!["1", "2\r\n3", "4"]];
        for end in ["\n", "\r\n", "\n\n", "\r\n\r\n", "\r"] {
            let text = format!("é,\"b, c\",\"x \"\"y\"\"\"{end}, Ω ,{end}1,\"2\r\n3\",4");
            assert_eq!(rows(&text, b','), expected, "{end:?}");
            assert_eq!(rows(&(text + end), b','), expected, "{end:?}");
        }
    }

    #[test]
    fn flaws_are_seen() {
        let flaws = |text| {
            let mut cells = Cells::new(text, 0, b',');
            std::iter::from_fn(move || cells.next()).filter_map(|cell| cell.flaw).collect::<Vec<_>>()
        };
        assert_eq!(flaws("a,\"b\n"), [Flaw::Unterminated]);
        assert_eq!(flaws("a,\""), [Flaw::Unterminated]);
        assert_eq!(flaws("\"a\"b,c\n"), [Flaw::AfterQuote(3)]);
        assert_eq!(flaws("\"a\" ,\"\"\"b\"\"\"\n"), []);
    }
}
