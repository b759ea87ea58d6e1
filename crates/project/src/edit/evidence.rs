//! An anchor written into a statement or a position.

use parallax_core::diag::Span;
use parallax_core::model::Anchor;
use parallax_core::read::{Notation, cells};

use super::cell;
use super::edits::Edits;
use super::list::{add_items, add_key};
use super::meaning::Plain;
use super::quote::list;
use super::record::find;
use crate::Error;

/// The key of the anchors of a record.
const EVIDENCE: &str = "evidence";

/// Adds an anchor to those of the record at a place: at the end of its list, or with a list of its own at the end of the record.
///
/// # Errors
///
/// If the record is written in a way that cannot be changed safely.
pub fn add_evidence(edits: &mut Edits<'_>, place: Span, known: &[Anchor], anchor: &str) -> Result<(), Error> {
    let notation = edits.notation(place.source)?;
    if notation == Notation::Csv {
        return into_cell(edits, place, known, anchor);
    }
    let tree = edits.tree(place.source)?;
    let record = find(&tree, place).ok_or_else(|| Error::Refused("the record is not where it was".to_owned()))?;
    let anchors = [anchor.to_owned()];
    if let Some(entry) = record.get(EVIDENCE) {
        return add_items(edits, &entry.value, &anchors);
    }
    // It is the last of a record's keys.
    let keys: Vec<&str> = record.entries.iter().map(|entry| &*entry.key.value).collect();
    add_key(edits, record, (EVIDENCE, &list(&anchors, notation), Plain::strings(&anchors)), &keys)
}

/// Adds an anchor to the cell of a row: in the column of the anchors that are there, else in the one of that name.
fn into_cell(edits: &mut Edits<'_>, place: Span, known: &[Anchor], anchor: &str) -> Result<(), Error> {
    let items = [anchor.to_owned()];
    let Some(known) = known.first() else {
        let start = Span { end: place.start, ..place };
        return cell::add(edits, start, EVIDENCE, &items);
    };
    let source = edits.source(place.source)?;
    for found in cells(source).iter().flatten().filter(|found| cell::holds(found, known.span)) {
        cell::lengthen(edits, source, found, &items);
    }
    Ok(())
}
