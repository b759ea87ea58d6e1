//! All cells of a table as they stand, also empty ones and those under no field: for those who change a table.

use std::borrow::Cow;

use super::cells::Cells;
use super::csv::opening;
use crate::diag::Span;
use crate::source::Source;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What it says.
    pub text: Cow<'a, str>,
    /// Where that stands, without quotes.
    pub span: Span,
    /// All of it, with quotes and space.
    pub whole: Span,
}

/// The cells of a table, row after row, the first row included.
#[must_use]
pub fn cells(source: &Source) -> Vec<Vec<Cell<'_>>> {
    let (start, separator) = opening(source.readable());
    let mut cells = Cells::new(source.readable(), start, separator);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    while let Some(cell) = cells.next() {
        row.push(Cell { text: cell.text, span: source.span(cell.range), whole: source.span(cell.whole) });
        if cell.last {
            rows.push(std::mem::take(&mut row));
        }
    }
    rows
}
