//! The record of an actor who goes: what the kept one has not goes into its record, with the comments.

use std::ops::Range;

use parallax_core::diag::{SourceId, Span};
use parallax_core::model::record::{ACTOR, FieldType};
use parallax_core::read::{Data, Entry, Notation, Table, Value};

use super::cell;
use super::edits::{Edits, range};
use super::list::{add_items, add_key, has_header};
use super::meaning::{Meant, Plain};
use super::merge_group::Group;
use super::occurrences::Slot;
use super::quote::{list, quoted};
use super::record::tables;
use super::remove::{comments, lines_of, remove_item};
use super::trivia::{indent, line_start};
use crate::Error;

/// A part of a file.
type Part = (SourceId, Range<usize>);

/// Where the ids are declared, by id.
type Declared = [(String, Span)];

/// Takes the records of the others away. Says where they stood, and what of them is nowhere now.
pub(super) fn absorb(
    edits: &mut Edits<'_>,
    group: &Group<'_>,
    declared: &Declared,
) -> Result<(Vec<Part>, Vec<String>), Error> {
    let place = |id: &str| declared.iter().find(|(name, _)| name == id).map(|(_, span)| *span);
    let Some(kept) = place(group.name(group.kept)) else {
        return Err(Error::Refused(format!(
            "no record declares `{}`: write an [[actor]] first",
            group.name(group.kept)
        )));
    };
    let (mut gone, mut told, mut taken) = (Vec::new(), Vec::new(), Taken::default());
    for other in group.others {
        let Some(place) = place(group.name(*other)) else { continue };
        gone.push((place.source, take(edits, group, group.name(*other), place, &mut taken, &mut told)?));
    }
    give(edits, group, kept, taken, &mut told)?;
    Ok((gone, told))
}

/// What the records that go had.
#[derive(Default)]
struct Taken {
    /// What their actors were called.
    names: Vec<String>,
    /// Keys with their values: in which notation, as written, and as read.
    entries: Vec<Given>,
    comments: Vec<String>,
}

/// A key of a record that goes, with its value.
struct Given {
    of: String,
    key: String,
    notation: Notation,
    raw: String,
    says: Plain,
    /// Whether it can be written behind its key.
    inline: bool,
}

/// Takes a record out of its file, and what it had.
fn take(
    edits: &mut Edits<'_>,
    group: &Group<'_>,
    id: &str,
    place: Span,
    taken: &mut Taken,
    told: &mut Vec<String>,
) -> Result<Range<usize>, Error> {
    let source = edits.source(place.source)?;
    let (text, notation) = (&source.text, edits.notation(place.source)?);
    if notation == Notation::Csv {
        let actor = group.corpus.actors.get(group.corpus.actors.find(id).unwrap_or(group.kept));
        taken.names.extend(actor.aliases.iter().chain([&actor.name]).map(ToString::to_string));
        let line = cell::row_at(source, place).ok_or_else(|| lost(id))?;
        told.push(format!("the row of `{id}` goes: {}", text.get(line.clone()).unwrap_or_default().trim()));
        edits.meant(place.source).gone.insert(line.start as u32);
        edits.splice(place.source, line.clone(), "");
        return Ok(line);
    }
    let tree = edits.tree(place.source)?;
    let records = tables(&tree);
    let is_it = |table: &Table<'_>| table.get("id").is_some_and(|entry| entry.value.span == place);
    let index = records.iter().position(|(_, table)| is_it(table)).ok_or_else(|| lost(id))?;
    let (key, table) = records[index];
    entries(edits, group, id, table, notation, taken, told)?;
    let at = range(table.span);
    let part = if text.as_bytes().get(at.start) == Some(&b'{') { at } else { lines_of(text, table) };
    let said = comments(text, part.clone(), table, notation);
    if notation == Notation::Toml {
        taken.comments.extend(said);
    } else {
        told.extend(said.into_iter().map(|comment| format!("a comment goes with the record of `{id}`: {comment}")));
    }
    edits.meant(place.source).gone.insert(table.span.start);
    if part == range(table.span) {
        let of_list =
            |index: usize| records.get(index).filter(|(other, _)| *other == key).map(|(_, table)| range(table.span));
        let next = of_list(index + 1);
        let close = text.get(part.end..).and_then(|rest| rest.find(']')).map_or(part.end, |close| part.end + close);
        let slot = Slot {
            list: table.span,
            before: index.checked_sub(1).and_then(of_list).map(|before| before.end),
            after: next.as_ref().map_or(close, |next| next.start),
            last: next.is_none(),
        };
        remove_item(edits, table.span, &slot)?;
    } else {
        edits.splice(place.source, part.clone(), "");
    }
    Ok(part)
}

/// What a record of a tree has.
fn entries(
    edits: &Edits<'_>,
    group: &Group<'_>,
    id: &str,
    table: &Table<'_>,
    notation: Notation,
    taken: &mut Taken,
    told: &mut Vec<String>,
) -> Result<(), Error> {
    let text = &edits.source(table.span.source)?.text;
    let first = taken.names.len();
    for entry in &table.entries {
        let key = &*entry.key.value;
        let shape = ACTOR.key(key).map(|key| key.shape);
        match (key, &entry.value.data) {
            ("id", _) => {}
            ("name", Data::Str(name)) => taken.names.insert(first, name.to_string()),
            ("aliases", Data::Str(alias)) => taken.names.push(alias.to_string()),
            ("aliases", Data::List(items)) => {
                for item in items {
                    match &item.data {
                        Data::Str(alias) => taken.names.push(alias.to_string()),
                        _ => taken.entries.push(Given::of(id, entry, item, notation, text)),
                    }
                }
            }
            // Nobody stands for himself; what else was said with it is told.
            _ if matches!(shape, Some(FieldType::Dated(_))) && names_any(&entry.value, group) => {
                if !names_only(&entry.value, group) {
                    told.push(Given::of(id, entry, &entry.value, notation, text).left());
                }
            }
            _ => taken.entries.push(Given::of(id, entry, &entry.value, notation, text)),
        }
    }
    Ok(())
}

/// Puts into the kept record what it has not.
fn give(
    edits: &mut Edits<'_>,
    group: &Group<'_>,
    kept: Span,
    taken: Taken,
    told: &mut Vec<String>,
) -> Result<(), Error> {
    let id = group.name(group.kept);
    let actor = group.corpus.actors.get(group.kept);
    let known = actor.aliases.iter().chain([&actor.name]).map(|name| &**name).chain([id]);
    let mut known: Vec<String> = known.map(caseless::default_case_fold_str).collect();
    let is_new = |name: &String| {
        let folded = caseless::default_case_fold_str(name);
        let new = !known.contains(&folded);
        known.push(folded);
        new
    };
    let names: Vec<String> = taken.names.into_iter().filter(is_new).collect();
    let notation = edits.notation(kept.source)?;
    if notation == Notation::Csv {
        told.extend(taken.entries.iter().map(Given::left));
        told.extend(taken.comments.into_iter().map(|comment| format!("a comment goes with its record: {comment}")));
        return if names.is_empty() { Ok(()) } else { cell::add(edits, kept, "aliases", &names) };
    }
    let tree = edits.tree(kept.source)?;
    let records = tables(&tree);
    let is_it = |table: &Table<'_>| table.get("id").is_some_and(|entry| entry.value.span == kept);
    let table = records.iter().map(|(_, table)| *table).find(|table| is_it(table)).ok_or_else(|| lost(id))?;
    let before = |key: &str| -> Vec<&str> { ACTOR.key_names().into_iter().take_while(|name| *name != key).collect() };
    match table.get("aliases") {
        _ if names.is_empty() => {}
        Some(entry) => add_items(edits, &entry.value, &names)?,
        None => {
            add_key(edits, table, ("aliases", &list(&names, notation), Plain::strings(&names)), &before("aliases"))?;
        }
    }
    let mut added: Vec<String> = Vec::new();
    for name in ACTOR.key_names() {
        for given in taken.entries.iter().filter(|given| given.key == name) {
            let value = given.written(notation).filter(|_| table.get(name).is_none() && !added.contains(&given.key));
            let own = table.get(name).map(|entry| Meant::default().value(&entry.value));
            match value.filter(|_| !matches!(name, "label" | "kind")) {
                Some(raw) => {
                    add_key(edits, table, (name, &raw, given.says.clone()), &before(name))?;
                    added.push(given.key.clone());
                }
                None if own.as_ref() == Some(&given.says) => {}
                None => told.push(given.left()),
            }
        }
    }
    let text = &edits.source(kept.source)?.text;
    let header = range(table.span).start;
    if text.as_bytes().get(header) == Some(&b'[') {
        let (at, space) = (line_start(text, header), indent(text, header));
        let lines: String = taken.comments.iter().map(|comment| format!("{space}{comment}\n")).collect();
        edits.splice(kept.source, at..at, lines);
    } else {
        told.extend(taken.comments.into_iter().map(|comment| format!("a comment goes with its record: {comment}")));
    }
    Ok(())
}

impl Given {
    /// A key, with its value or one item of it.
    fn of(id: &str, entry: &Entry<'_>, value: &Value<'_>, notation: Notation, text: &str) -> Self {
        let whole = value.span == entry.value.span;
        Self {
            of: id.to_owned(),
            key: entry.key.value.to_string(),
            notation,
            raw: text.get(range(value.span)).unwrap_or_default().to_owned(),
            says: Meant::default().value(value),
            inline: whole && !has_header(text, value) && !has_dots(text, value),
        }
    }

    /// As it is written in a notation; none if a person has to.
    fn written(&self, notation: Notation) -> Option<String> {
        match &self.says {
            _ if self.notation == notation && self.inline => Some(self.raw.clone()),
            Plain::Str(text) => Some(quoted(text, notation)),
            _ => None,
        }
    }

    fn left(&self) -> String {
        format!("of `{}` this is left out: {} = {}", self.of, self.key, self.raw)
    }
}

/// Whether memberships name one of the actors that become one.
fn names_any(value: &Value<'_>, group: &Group<'_>) -> bool {
    match &value.data {
        Data::Str(name) => group.member(name).is_some(),
        Data::List(items) => items.iter().any(|item| names_any(item, group)),
        Data::Table(table) => table.get("actor").is_some_and(|entry| names_any(&entry.value, group)),
        _ => false,
    }
}

/// Whether memberships are in actors that become one, and nothing else is said of them.
fn names_only(value: &Value<'_>, group: &Group<'_>) -> bool {
    match &value.data {
        Data::Str(name) => group.member(name).is_some(),
        Data::List(items) => items.iter().all(|item| names_only(item, group)),
        _ => false,
    }
}

/// Whether dotted keys make a value: then it stands in several places.
fn has_dots(text: &str, value: &Value<'_>) -> bool {
    matches!(value.data, Data::Table(_)) && text.as_bytes().get(range(value.span).start) != Some(&b'{')
}

fn lost(id: &str) -> Error {
    Error::Refused(format!("the record of `{id}` is not where it was"))
}
