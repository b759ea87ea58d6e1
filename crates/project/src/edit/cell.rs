//! Cells of a table of rows, made longer.

use std::ops::Range;

use parallax_core::diag::Span;
use parallax_core::read::{Cell, cells, longer};
use parallax_core::source::Source;

use super::edits::{Edits, range};
use crate::Error;

/// The line of the row in which a place lies, with its end.
pub(super) fn row_at(source: &Source, place: Span) -> Option<Range<usize>> {
    let rows = cells(source);
    let row = rows.iter().find(|row| row.iter().any(|cell| holds(cell, place)))?;
    let (start, end) = (range(row.first()?.whole).start, range(row.last()?.whole).end);
    let rest = source.text.get(end..)?;
    let line_end = if rest.starts_with("\r\n") { 2 } else { rest.len().min(1) };
    Some(start..end + line_end)
}

/// Adds to the list in the cell that a column has in the row of a place.
pub(super) fn add(edits: &mut Edits<'_>, place: Span, column: &str, items: &[String]) -> Result<(), Error> {
    let source = edits.source(place.source)?;
    let rows = cells(source);
    let row = rows.iter().find(|row| row.iter().any(|cell| holds(cell, place)));
    let column_at = rows.first().and_then(|header| header.iter().position(|cell| cell.text == column));
    let cell = row.zip(column_at).and_then(|(row, at)| row.get(at));
    let Some(cell) = cell else {
        let items = longer("", items);
        return Err(Error::Refused(format!(
            "{}: write `{items}` into the row's cell `{column}` by hand, after a `;` if something is there",
            source.name
        )));
    };
    lengthen(edits, source, cell, items);
    Ok(())
}

/// Adds to the list in a cell.
pub(super) fn lengthen(edits: &mut Edits<'_>, source: &Source, cell: &Cell<'_>, items: &[String]) {
    let says = longer(&cell.text, items);
    let quoted = source.text.get(range(cell.whole)).is_some_and(|raw| raw.starts_with('"'));
    let raw = if quoted || says.contains([';', ',', '\t', '"', '\n']) {
        format!("\"{}\"", says.replace('"', "\"\""))
    } else {
        says.clone()
    };
    edits.splice(source.id, range(cell.whole), raw);
    edits.meant(source.id).strings.insert(cell.span.start, says);
}

/// Whether a place lies in a cell.
pub(super) fn holds(cell: &Cell<'_>, place: Span) -> bool {
    cell.whole.start <= place.start && place.end <= cell.whole.end
}
