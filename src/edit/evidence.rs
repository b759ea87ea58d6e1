//! An anchor written into a statement.

use super::edits::Edits;
use super::list::{add_items, add_key};
use super::meaning::Plain;
use super::quote::{is_plain, list};
use super::record::find;
use crate::diag::Span;
use crate::error::Error;
use crate::model::Relation;
use crate::read::{Cell, Notation, cells};

/// The key of a statement's anchors.
const EVIDENCE: &str = "evidence";

/// Adds an anchor to those of a statement: at the end of its list, or with a list of its own at the end of the record.
pub fn add_evidence(edits: &mut Edits<'_>, relation: &Relation, anchor: &str) -> Result<(), Error> {
    let place = relation.places.record();
    let notation = edits.notation(place.source)?;
    if notation == Notation::Csv {
        return into_cell(edits, relation, anchor);
    }
    let tree = edits.tree(place.source)?;
    let record = find(&tree, place).ok_or_else(|| Error::Refused("the statement is not where it was".to_owned()))?;
    let anchors = [anchor.to_owned()];
    if let Some(entry) = record.get(EVIDENCE) {
        return add_items(edits, &entry.value, &anchors);
    }
    // It is the last of a record's keys.
    let keys: Vec<&str> = record.entries.iter().map(|entry| &*entry.key.value).collect();
    add_key(edits, record, (EVIDENCE, &list(&anchors, notation), Plain::strings(&anchors)), &keys)
}

/// Adds an anchor to the cell of a row.
fn into_cell(edits: &mut Edits<'_>, relation: &Relation, anchor: &str) -> Result<(), Error> {
    let place = relation.places.record();
    let source = edits.source(place.source)?;
    let rows = cells(source);
    let row = rows.iter().find(|row| row.first().is_some_and(|cell| cell.whole.start == place.start));
    let known = relation.evidence().first().map(|anchor| anchor.span);
    let holds = |cell: &&Cell<'_>, span: Span| cell.whole.start <= span.start && span.end <= cell.whole.end;
    // The column is that of the anchors which are there, else the one of that name.
    let cell = row.and_then(|row| match known {
        Some(span) => row.iter().find(|cell| holds(cell, span)),
        None => row.get(rows.first()?.iter().position(|cell| cell.text == EVIDENCE)?),
    });
    let by_hand = || {
        Error::Refused(format!(
            "{}: write `{anchor}` into the row's cell `{EVIDENCE}` by hand, after a `;` if one is there",
            source.name
        ))
    };
    let cell = cell.filter(|_| is_plain(anchor)).ok_or_else(by_hand)?;
    let separated = if cell.text.is_empty() { anchor.to_owned() } else { format!("{}; {anchor}", cell.text) };
    let quoted = source.text.get(cell.whole.start as usize..).is_some_and(|rest| rest.starts_with('"'));
    let raw = if quoted || separated.contains(';') {
        format!("\"{}\"", separated.replace('"', "\"\""))
    } else {
        separated.clone()
    };
    edits.splice(place.source, cell.whole.start as usize..cell.whole.end as usize, raw);
    edits.meant(place.source).strings.insert(cell.span.start, separated);
    Ok(())
}
