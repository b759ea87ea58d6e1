//! A list, or a table, that becomes longer: in the layout that it has.

use parallax_core::read::{Data, Entry, Notation, Table, Value};

use super::edits::{Edits, range};
use super::meaning::Plain;
use super::quote::quoted;
use super::trivia::{Room, indent, line_end};
use crate::Error;

/// Adds strings at the end of a list; a single string becomes a list that begins with it.
pub(super) fn add_items(edits: &mut Edits<'_>, value: &Value<'_>, items: &[String]) -> Result<(), Error> {
    let id = value.span.source;
    let (notation, text) = (edits.notation(id)?, &edits.source(id)?.text);
    let at = range(value.span);
    let raw: Vec<String> = items.iter().map(|item| quoted(item, notation)).collect();
    match &value.data {
        Data::List(list) => match list.last() {
            None => edits.splice(id, at.start + 1..at.start + 1, raw.join(", ")),
            Some(last) => {
                let room = Room::after(text, range(last.span), at.end - 1);
                let separator =
                    if room.before.starts_with('\n') { format!(",{}", room.before) } else { ", ".to_owned() };
                // First: it can be at the same place.
                room.comma.into_iter().for_each(|comma| edits.splice(id, comma..comma, ","));
                edits.splice(id, room.at..room.at, format!("{}{}{}", room.before, raw.join(&separator), room.after));
            }
        },
        Data::Str(_) => {
            edits.splice(id, at.start..at.start, "[");
            edits.splice(id, at.end..at.end, format!(", {}]", raw.join(", ")));
            edits.meant(id).wrapped.insert(value.span.start);
        }
        other => return Err(Error::Refused(format!("a list was expected there, and {} stands there", other.kind()))),
    }
    let added = items.iter().cloned().map(Plain::Str);
    edits.meant(id).items.entry(value.span.start).or_default().extend(added);
    Ok(())
}

/// Adds a key to a record, behind those of `before` that it has.
pub(super) fn add_key(
    edits: &mut Edits<'_>,
    table: &Table<'_>,
    (key, raw, says): (&str, &str, Plain),
    before: &[&str],
) -> Result<(), Error> {
    let id = table.span.source;
    let (notation, text) = (edits.notation(id)?, &edits.source(id)?.text);
    let at = range(table.span);
    let braced = text.as_bytes().get(at.start) == Some(&b'{');
    let line = match notation {
        Notation::Toml => format!("{key} = {raw}"),
        _ => format!("{}: {raw}", quoted(key, notation)),
    };
    match (braced, table.entries.last()) {
        (true, None) => edits.splice(id, at.start + 1..at.start + 1, format!(" {line} ")),
        (true, Some(last)) => {
            let last = range(last.key.span).start..range(last.value.span).end;
            let room = Room::after(text, last, at.end - 1);
            room.comma.into_iter().for_each(|comma| edits.splice(id, comma..comma, ","));
            edits.splice(id, room.at..room.at, format!("{}{line}{}", room.before, room.after));
        }
        (false, _) => {
            let own = |entry: &&Entry<'_>| !has_header(text, &entry.value);
            let behind = |entry: &&Entry<'_>| before.contains(&&*entry.key.value);
            let last = table.entries.iter().filter(own).filter(behind).max_by_key(|entry| end(&entry.value));
            let (from, space) =
                last.map_or((at.end, ""), |entry| (end(&entry.value), indent(text, range(entry.key.span).start)));
            let width = aligned(text, table).unwrap_or(0);
            let line = format!("\n{space}{key:<width$} = {raw}");
            let from = line_end(text, from);
            edits.splice(id, from..from, line);
        }
    }
    edits.meant(id).entries.entry(table.span.start).or_default().push((key.to_owned(), says));
    Ok(())
}

/// How wide the keys of a record are, if it writes its `=` one below the other.
fn aligned(text: &str, table: &Table<'_>) -> Option<usize> {
    let widths = table.entries.iter().filter(|entry| !has_header(text, &entry.value)).filter_map(|entry| {
        let start = range(entry.key.span).start;
        let line = text.get(start..line_end(text, start))?;
        line.get(..line.find('=')?).map(|key| key.strip_suffix(' ').unwrap_or(key).chars().count())
    });
    let widths: Vec<usize> = widths.collect();
    let first = *widths.first()?;
    (widths.len() > 1 && widths.iter().all(|width| *width == first)).then_some(first)
}

/// Whether a value of TOML has a header of its own.
pub(super) fn has_header(text: &str, value: &Value<'_>) -> bool {
    match &value.data {
        Data::Table(table) => text.as_bytes().get(range(table.span).start) == Some(&b'['),
        Data::List(items) => {
            items.first().is_some_and(|item| matches!(item.data, Data::Table(_)) && has_header(text, item))
        }
        _ => false,
    }
}

/// Where a value ends; one that dotted keys make where the last of them does.
pub(super) fn end(value: &Value<'_>) -> usize {
    let own = range(value.span).end;
    match &value.data {
        Data::Table(table) => table.entries.iter().map(|entry| end(&entry.value)).fold(own, usize::max),
        _ => own,
    }
}
