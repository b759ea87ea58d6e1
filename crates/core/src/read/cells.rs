//! CSV to cells, with the true place of each; written by hand because readers that copy cells lose where they stood.
//!
//! The rules are those of RFC 4180, and those of csv-core where that is silent: LF, CRLF and CR end a row, empty lines
//! are none, and quotes mean something only where a cell begins with one.

use std::borrow::Cow;
use std::ops::Range;

/// The cells of a text, row after row.
#[derive(Clone)]
pub(super) struct Cells<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
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

impl<'a> Cell<'a> {
    /// What it means, and where that stands: without the apostrophe that programs put before what a spreadsheet would take for a
    /// formula. One that is part of the text stands behind another.
    pub(super) fn meant(&self) -> (Cow<'a, str>, Range<usize>) {
        let guarded = self.text.strip_prefix('\'').map(|rest| rest.trim_start_matches('\''));
        if !guarded.is_some_and(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])) {
            return (self.text.clone(), self.range.clone());
        }
        let text = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[1..]),
            Cow::Owned(text) => Cow::Owned(text[1..].to_owned()),
        };
        (text, self.range.start + 1..self.range.end)
    }
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
        Self { text, at, separator, fresh: true }
    }

    /// The next cell.
    pub(super) fn next(&mut self) -> Option<Cell<'a>> {
        let bytes = self.text.as_bytes();
        if self.fresh {
            let ends = bytes.get(self.at..)?.iter().take_while(|&&byte| byte == b'\r' || byte == b'\n');
            self.at += ends.count();
        }
        let start = self.at;
        let mut cell = match bytes.get(start) {
            Some(b'"') => self.quoted(start),
            Some(_) => self.plain(start),
            // The text ends behind a separator, with an empty cell; or with the row before.
            None if !self.fresh => self.plain(start),
            None => return None,
        };
        let end = cell.whole.end;
        cell.last = bytes.get(end).is_none_or(|&byte| byte != self.separator);
        self.at = (end + 1).min(bytes.len());
        self.fresh = cell.last;
        Some(cell)
    }

    /// Where the cell ends of which nothing after `from` is in quotes.
    fn end(&self, from: usize) -> usize {
        let ends = |&byte: &u8| byte == self.separator || byte == b'\n' || byte == b'\r';
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        from + rest.iter().position(ends).unwrap_or(rest.len())
    }

    fn plain(&self, start: usize) -> Cell<'a> {
        let whole = start..self.end(start);
        let raw = self.text.get(whole.clone()).unwrap_or_default();
        let text = trimmed(raw);
        // A cell of nothing but space has its place at its beginning.
        let indent = if text.len() == raw.len() || text.is_empty() { 0 } else { raw.len() - raw.trim_start().len() };
        let start = whole.start + indent;
        Cell { text: Cow::Borrowed(text), range: start..start + text.len(), whole, last: false, flaw: None }
    }

    fn quoted(&self, start: usize) -> Cell<'a> {
        let inner = start + 1;
        let (length, doubled, closed) = closing(self.text.get(inner..).unwrap_or_default());
        let range = inner..inner + length;
        let content = self.text.get(range.clone()).unwrap_or_default();
        let text = if doubled { Cow::Owned(content.replace("\"\"", "\"")) } else { Cow::Borrowed(content) };
        let after = if closed { range.end + 1 } else { range.end };
        let end = self.end(after);
        let rest = self.text.get(after..end).unwrap_or_default();
        let flaw = match (closed, rest.trim()) {
            (false, _) => Some(Flaw::Unterminated),
            (true, "") => None,
            (true, _) => Some(Flaw::AfterQuote(after)),
        };
        Cell { text, range, whole: start..end, last: false, flaw }
    }
}

/// Without the space around it. Most cells have none, which two bytes tell.
fn trimmed(raw: &str) -> &str {
    match raw.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => raw,
        _ => raw.trim(),
    }
}

/// How long the content of a quoted cell is, whether it holds doubled quotes, and whether it is closed.
fn closing(inner: &str) -> (usize, bool, bool) {
    let mut doubled = false;
    let mut from = 0;
    while let Some(quote) = inner.get(from..).and_then(|rest| rest.find('"')) {
        let quote = from + quote;
        if inner.as_bytes().get(quote + 1) != Some(&b'"') {
            return (quote, doubled, true);
        }
        doubled = true;
        from = quote + 2;
    }
    (inner.len(), doubled, false)
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
    fn what_is_no_formula_means_what_it_says() {
        let text = "'=1+1,\"'- a \"\"b\"\"\",''-x,'tis,'90s,'";
        let mut cells = Cells::new(text, 0, b',');
        let meant: Vec<_> = std::iter::from_fn(move || cells.next()).map(|cell| cell.meant().0.into_owned()).collect();
        assert_eq!(meant, ["=1+1", "- a \"b\"", "'-x", "'tis", "'90s", "'"]);
        let cell = Cells::new("'=1,b", 0, b',').next().unwrap();
        assert_eq!(&"'=1,b"[cell.meant().1], "=1");
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

    /// What csv-core makes of the text.
    fn reference(text: &str) -> Vec<Vec<String>> {
        let (mut reader, mut input, mut cell) = (csv_core::Reader::new(), text.as_bytes(), Vec::new());
        let (mut rows, mut buffer) = (vec![Vec::new()], [0; 64]);
        loop {
            let (result, read, written) = reader.read_field(input, &mut buffer);
            input = &input[read..];
            cell.extend_from_slice(&buffer[..written]);
            match result {
                csv_core::ReadFieldResult::Field { record_end } => {
                    rows.last_mut().unwrap().push(String::from_utf8(std::mem::take(&mut cell)).unwrap());
                    rows.extend(record_end.then(Vec::new));
                }
                csv_core::ReadFieldResult::End => break,
                _ => {}
            }
        }
        rows.pop();
        rows
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_csv_core(text in "[a\"\"\",,\n\ré]{0,24}") {
            // What follows a closing quote is a flaw to us and part of the cell to csv-core.
            let mut cells = Cells::new(&text, 0, b',');
            let flawed = std::iter::from_fn(|| cells.next()).any(|cell| matches!(cell.flaw, Some(Flaw::AfterQuote(_))));
            if flawed {
                let shape = |rows: &[Vec<String>]| rows.iter().map(Vec::len).collect::<Vec<_>>();
                assert_eq!(shape(&rows(&text, b',')), shape(&reference(&text)));
            } else {
                assert_eq!(rows(&text, b','), reference(&text));
            }
        }
    }
}
