//! What goes out of a list, and the comments that stood in it.

use std::ops::Range;

use parallax_core::diag::Span;
use parallax_core::read::{Data, Notation, Table, Value};

use super::edits::{Edits, range};
use super::list::end;
use super::occurrences::Slot;
use super::trivia::{comma, line_end, line_start};
use crate::Error;

/// Takes an item out of its list, with one comma, and with its line if nothing else stands in it.
pub(super) fn remove_item(edits: &mut Edits<'_>, item: Span, slot: &Slot) -> Result<(), Error> {
    let id = item.source;
    let text = &edits.source(id)?.text;
    let at = range(item);
    // What went out before it took its comma along: the one to go with the last stands before all of them.
    let (before, first) = edits.before_cuts(id, slot.before, at.start);
    edits.note_cut(id, at.end, (slot.before, at.start));
    if edits.notation(id)? == Notation::Csv {
        match before {
            Some(before) if slot.last => {
                edits.cut_from_cell(id, before..first);
                edits.cut_from_cell(id, at);
            }
            _ => edits.cut_from_cell(id, at.start..slot.after),
        }
        return Ok(());
    }
    edits.meant(id).gone.insert(item.start);
    let follows = text.get(at.end..slot.after).and_then(comma);
    let Some(follows) = follows else {
        let near = cut_comma(edits, item, before, first)?;
        // The space before it can have gone already.
        let alone = if first == at.start { near } else { line_start(text, at.start) <= first };
        let alone = if alone { at } else { with_space(text, at) };
        edits.splice(id, alone, "");
        return Ok(());
    };
    edits.splice(id, with_space(text, at.start..at.end + follows + 1), "");
    Ok(())
}

/// Takes the comma out that would stand last, and the space after it if nothing else is there; says whether it was so.
fn cut_comma(edits: &mut Edits<'_>, item: Span, before: Option<usize>, first: usize) -> Result<bool, Error> {
    let text = &edits.source(item.source)?.text;
    let gap = before.and_then(|before| Some((before, comma(text.get(before..first)?)?)));
    let Some(at) = gap.map(|(before, comma)| before + comma) else { return Ok(false) };
    let near = text.get(at + 1..first).is_some_and(|space| space.chars().all(|c| c == ' ' || c == '\t'));
    edits.splice(item.source, at..if near { first } else { at + 1 }, "");
    Ok(near)
}

/// A piece with the space that goes with it: the rest of its line if that is blank, else the space on one side.
fn with_space(text: &str, piece: Range<usize>) -> Range<usize> {
    let (start, end) = (line_start(text, piece.start), line_end(text, piece.end));
    let blank = |range: Range<usize>| text.get(range).is_some_and(|text| text.trim().is_empty());
    let newline = text.get(end..).map_or(0, |rest| rest.find('\n').map_or(0, |at| at + 1));
    if blank(start..piece.start) && blank(piece.end..end) && newline > 0 {
        return start..end + newline;
    }
    let after = text.get(piece.end..end).unwrap_or_default();
    let spaces = after.len() - after.trim_start_matches([' ', '\t']).len();
    let closes = after.trim_start().starts_with([']', '}']) || after.trim().is_empty();
    if !closes {
        return piece.start..piece.end + spaces;
    }
    let before = text.get(start..piece.start).unwrap_or_default();
    start + before.trim_end_matches([' ', '\t']).len()..piece.end
}

/// The lines of a record of TOML, from the comments that stand right above it to its last value, and the empty lines that would
/// be too many without it.
pub(super) fn lines_of(text: &str, table: &Table<'_>) -> Range<usize> {
    let mut start = line_start(text, range(table.span).start);
    let first = start;
    while start > 0 {
        let above = line_start(text, start - 1);
        let line = text.get(above..start).unwrap_or_default().trim();
        if !line.starts_with('#') || line.starts_with("#:") {
            break;
        }
        start = above;
    }
    // What stands at the head of the file is said of the file.
    if start == 0 && first > 0 {
        start = first;
    }
    let last = table.entries.iter().map(|entry| deep_end(&entry.value)).fold(range(table.span).end, usize::max);
    let mut end = after_line(text, last);
    let blank = |at: usize| text.get(at..line_end(text, at)).is_some_and(|line| line.trim().is_empty());
    while end < text.len() && blank(end) {
        end = after_line(text, end);
    }
    while end == text.len() && start > 0 && blank(line_start(text, start - 1)) {
        start = line_start(text, start - 1);
    }
    start..end
}

fn after_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}

/// Where a value ends, those with headers of their own included.
fn deep_end(value: &Value<'_>) -> usize {
    let inner: Vec<usize> = match &value.data {
        Data::Table(table) => table.entries.iter().map(|entry| deep_end(&entry.value)).collect(),
        Data::List(items) => items.iter().map(deep_end).collect(),
        _ => Vec::new(),
    };
    inner.into_iter().fold(end(value), usize::max)
}

/// The comments that stand in a part of a file, where a record says something else.
pub(super) fn comments(text: &str, part: Range<usize>, table: &Table<'_>, notation: Notation) -> Vec<String> {
    let mut said = Vec::new();
    leaves(table, &mut said);
    said.sort_unstable_by_key(|range| range.start);
    let mut found = Vec::new();
    let mut at = part.start;
    let ends = said.iter().map(|range| range.start).chain([part.end]);
    for (next, resume) in ends.zip(said.iter().map(|range| range.end).chain([part.end])) {
        found.extend(in_gap(text.get(at..next).unwrap_or_default(), notation));
        at = at.max(resume);
    }
    found
}

/// Where keys and single values stand.
fn leaves(table: &Table<'_>, said: &mut Vec<Range<usize>>) {
    for entry in &table.entries {
        said.push(range(entry.key.span));
        leaves_of(&entry.value, said);
    }
}

fn leaves_of(value: &Value<'_>, said: &mut Vec<Range<usize>>) {
    match &value.data {
        Data::Table(table) => leaves(table, said),
        Data::List(items) => items.iter().for_each(|item| leaves_of(item, said)),
        _ => said.push(range(value.span)),
    }
}

/// The comments of a text that has nothing else in it but marks.
fn in_gap(gap: &str, notation: Notation) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = gap;
    let opens: &[&str] = if notation == Notation::Toml { &["#"] } else { &["//", "/*"] };
    while let Some(at) = opens.iter().filter_map(|open| rest.find(open)).min() {
        let comment = &rest[at..];
        let end = if comment.starts_with("/*") {
            comment.find("*/").map_or(comment.len(), |end| end + 2)
        } else {
            comment.find('\n').unwrap_or(comment.len())
        };
        found.push(comment[..end].trim_end().to_owned());
        rest = &comment[end..];
    }
    found
}
