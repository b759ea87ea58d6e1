//! CSV to rows, one at a time: a table of a million rows never becomes a tree.

use std::borrow::Cow;

use super::cells::{Cell, Cells, Flaw};
use super::columns::{Columns, Header, Plan};
use super::value::{Data, Entry, Form, Table, Value};
use crate::diag::{Diagnostic, Sink, Span, Spanned};
use crate::source::Source;

/// The rows of a table, read as they are asked for.
pub struct Rows<'a> {
    source: &'a Source,
    cells: Cells<'a>,
    header: Header,
    plan: Plan,
}

impl<'a> Rows<'a> {
    /// Reads the first row and finds the column of each known field. None if the table has no first row, or not the
    /// columns that it is said to have.
    ///
    /// The separator is the one of comma, semicolon and tab that is commonest in the first row. Columns that hold no
    /// known field are reported once and not read.
    pub fn open(source: &'a Source, columns: &Columns, known: &[&'static str], sink: &mut Sink) -> Option<Self> {
        let (start, separator) = opening(&source.text);
        let mut cells = Cells::new(&source.text, start, separator);
        let header = Header::read(source, &mut cells)?;
        let plan = header.plan(columns, known, sink)?;
        Some(Self { source, cells, header, plan })
    }

    /// Where the first row stands.
    #[must_use]
    pub fn header(&self) -> Span {
        self.header.span
    }

    /// Whether a column holds this field.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.plan.iter().any(|(fields, _)| fields.contains(&field))
    }

    /// Reports the fields that no column holds, once for the table; true if there are none.
    pub fn require(&self, fields: &[&str], sink: &mut Sink) -> bool {
        let mut complete = true;
        for field in fields.iter().filter(|field| !self.has(field)) {
            let fact = format!("the table has no column for `{field}`");
            let finding = Diagnostic::error("missing-column", fact).at(self.header.span, "the columns that there are");
            sink.push(finding.help(format!("the columns are {}", self.header.list())).help(format!(
                "say which holds it: columns = {{ {field} = \"...\" }} of a [[table]] in parallax.toml"
            )));
            complete = false;
        }
        complete
    }

    /// A row to read into.
    #[must_use]
    pub fn row(&self) -> Table<'a> {
        Table::new(self.header.span, Form::Cells)
    }

    /// Reads the next row that is not blank; false at the end. Empty cells give no entries.
    pub fn next(&mut self, row: &mut Table<'a>, sink: &mut Sink) -> bool {
        loop {
            row.entries.clear();
            row.form = Form::Cells;
            match self.read(row, sink) {
                None => return false,
                Some(Filled::Blank) => {}
                Some(Filled::Some) => return true,
            }
        }
    }

    fn read(&mut self, row: &mut Table<'a>, sink: &mut Sink) -> Option<Filled> {
        let mut cell = self.cells.next()?;
        let start = cell.whole.start;
        let (mut count, mut filled, mut surplus) = (0, Filled::Blank, None);
        loop {
            if let Some(flaw) = cell.flaw {
                sink.push(self.flawed(&cell, flaw));
                row.form = Form::Damaged;
            }
            let (last, end) = (cell.last, cell.whole.end);
            if !cell.text.is_empty() {
                filled = Filled::Some;
                if count >= self.plan.len() {
                    surplus.get_or_insert(cell.whole.clone());
                }
            }
            self.keep(cell, count, row);
            count += 1;
            row.span = self.source.span(start..end);
            if last {
                break;
            }
            cell = self.cells.next()?;
        }
        if count != self.plan.len() && matches!(filled, Filled::Some) {
            self.ragged(row.span, count, surplus, sink);
        }
        Some(filled)
    }

    /// Puts a cell into the row, under each field that its column holds.
    fn keep(&self, cell: Cell<'a>, column: usize, row: &mut Table<'a>) {
        if cell.text.is_empty() {
            return;
        }
        let Some((fields, key)) = self.plan.get(column) else {
            return;
        };
        let Some((&field, others)) = fields.split_first() else {
            return;
        };
        let span = self.source.span(cell.range);
        for &other in others {
            row.entries.push(entry(other, *key, cell.text.clone(), span));
        }
        row.entries.push(entry(field, *key, cell.text, span));
    }

    fn flawed(&self, cell: &Cell<'_>, flaw: Flaw) -> Diagnostic {
        let doubled = "a quote inside a quoted cell is written twice: \"\"";
        match flaw {
            Flaw::Unterminated => Diagnostic::error("csv-syntax", "this quoted cell is never closed")
                .at(self.source.span(cell.whole.start..cell.whole.start + 1), "opened here")
                .help("close it with \"")
                .help(doubled),
            Flaw::AfterQuote(at) => Diagnostic::error("csv-syntax", "something follows the closing quote of a cell")
                .at(self.source.span(at..cell.whole.end), "this")
                .at(self.source.span(cell.whole.start..cell.whole.start + 1), "opened here")
                .help(doubled),
        }
    }

    /// Reports a row with more or fewer cells than the first; cells beyond it matter only if they hold something, and
    /// programs leave empty ones at the end away.
    fn ragged(&self, row: Span, count: usize, surplus: Option<std::ops::Range<usize>>, sink: &mut Sink) {
        let width = self.plan.len();
        let plural = if count == 1 { "" } else { "s" };
        let fact = format!("this row has {count} cell{plural}, the header {width}");
        match surplus {
            Some(cell) => sink.push(
                Diagnostic::error("ragged-row", fact)
                    .at(self.source.span(cell), "under no column")
                    .help("put a cell that holds the separator in quotes, right after the separator before it"),
            ),
            None if count < width => sink.push(
                Diagnostic::warning("ragged-row", fact)
                    .at(row, "cells missing")
                    .help("the missing ones count as empty"),
            ),
            None => {}
        }
    }
}

/// Whether a row says anything.
enum Filled {
    Blank,
    Some,
}

fn entry<'a>(field: &'static str, key: Span, text: Cow<'a, str>, span: Span) -> Entry<'a> {
    Entry { key: Spanned::new(Cow::Borrowed(field), key), value: Value { data: Data::Str(text), span } }
}

/// Where the first row begins, and the separator. A first line `sep=;` is how spreadsheets are told; it is none of the
/// table.
fn opening(text: &str) -> (usize, u8) {
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    if let [b's', b'e', b'p', b'=', separator] = line.as_bytes() {
        return (line.len(), *separator);
    }
    let header = text.trim_start().split(['\r', '\n']).next().unwrap_or_default();
    let (mut quoted, mut counts) = (false, [0usize; 3]);
    let separators = [b',', b';', b'\t'];
    for byte in header.bytes() {
        quoted ^= byte == b'"';
        if let Some(nth) = separators.iter().position(|&separator| separator == byte && !quoted) {
            counts[nth] += 1;
        }
    }
    // Of equals the first.
    let commonest = (0..3).rev().max_by_key(|&nth| counts[nth]).unwrap_or(0);
    (0, separators[commonest])
}
