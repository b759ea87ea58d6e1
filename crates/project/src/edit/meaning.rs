//! What a file says, without where: so that what was meant can be held against what a changed file says.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diag::Sink;
use parallax_core::read::{Cell, Data, Notation, Table, Value, cells, tree};
use parallax_core::source::{LOCK, Source};

/// A value without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Plain {
    /// A string.
    Str(String),
    /// Another scalar, told by its name: `Int(1)`.
    Other(String),
    /// A list.
    List(Vec<Plain>),
    /// A table; in which order its keys stand says nothing.
    Table(BTreeMap<String, Plain>),
}

/// What is to be said otherwise than the file says it, by the offset at which it is written.
#[derive(Debug, Default)]
pub(super) struct Meant {
    /// Strings that become others; in a table of rows the whole cell's text.
    pub(super) strings: BTreeMap<u32, String>,
    /// Pieces of cells, to where each ends, and what takes its place.
    pub(super) pieces: BTreeMap<u32, (u32, String)>,
    /// Strings that become lists that begin with them.
    pub(super) wrapped: BTreeSet<u32>,
    /// Keys that become others.
    pub(super) keys: BTreeMap<u32, String>,
    /// What is added to lists, at their end.
    pub(super) items: BTreeMap<u32, Vec<Plain>>,
    /// What is added to tables.
    pub(super) entries: BTreeMap<u32, Vec<(String, Plain)>>,
    /// Records added to the lists of the file itself.
    pub(super) records: Vec<(String, Plain)>,
    /// Items, records, rows, and keys with their values, that go.
    pub(super) gone: BTreeSet<u32>,
}

impl Plain {
    /// A list of strings.
    pub(super) fn strings(items: &[String]) -> Self {
        Self::List(items.iter().cloned().map(Self::Str).collect())
    }

    /// Without empty lists at the root: records that all went, and records that there never were, are alike.
    pub(super) fn tidy(self) -> Self {
        match self {
            Self::Table(mut entries) => {
                entries.retain(|_, value| *value != Self::List(Vec::new()));
                Self::Table(entries)
            }
            other => other,
        }
    }
}

/// What a file is to say; none if it cannot be read.
pub(super) fn plain_of(source: &Source, meant: &Meant) -> Option<Plain> {
    if source.name == LOCK {
        return Some(lines(source, meant));
    }
    if matches!(Notation::of(&source.name), Some(Notation::Csv) | None) {
        return Some(rows(source, meant));
    }
    let mut sink = Sink::default();
    let read = tree(source, &mut sink).filter(|_| !sink.has_errors());
    let mut plain = match read {
        Some(value) => meant.value(&value),
        // A file of nothing but space is one without records.
        None if sink.is_empty() && source.text.trim().is_empty() => Plain::Table(BTreeMap::new()),
        None => return None,
    };
    for (key, record) in &meant.records {
        match &mut plain {
            Plain::Table(entries) => match entries.entry(key.clone()).or_insert(Plain::List(Vec::new())) {
                Plain::List(items) => items.push(record.clone()),
                _ => return None,
            },
            _ => return None,
        }
    }
    Some(plain)
}

fn rows(source: &Source, meant: &Meant) -> Plain {
    let rows = cells(source).into_iter().filter(|row| !row.iter().any(|cell| meant.gone.contains(&cell.whole.start)));
    let text = |cell: Cell<'_>| {
        let whole = meant.strings.get(&cell.span.start).cloned();
        Plain::Str(whole.or_else(|| pieced(&cell, source, meant)).unwrap_or_else(|| cell.text.into_owned()))
    };
    Plain::List(rows.map(|row| Plain::List(row.into_iter().map(text).collect())).collect())
}

/// The lines of a file that is neither a tree nor a table.
fn lines(source: &Source, meant: &Meant) -> Plain {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let mut text = line.trim_end_matches(['\r', '\n']).to_owned();
        let whole = start..start + line.len() as u32;
        for (at, (end, new)) in meant.pieces.range(whole.clone()).rev() {
            let piece = (at - start) as usize..(end - start) as usize;
            if text.get(piece.clone()).is_some() {
                text.replace_range(piece, new);
            }
        }
        if !meant.gone.contains(&start) {
            lines.push(Plain::Str(text));
        }
        start = whole.end;
    }
    Plain::List(lines)
}

/// What a cell says with its pieces changed; none if none is.
fn pieced(cell: &Cell<'_>, source: &Source, meant: &Meant) -> Option<String> {
    let mut text = source.text.get(cell.span.start as usize..cell.span.end as usize)?.to_owned();
    let mut pieces = meant.pieces.range(cell.span.start..cell.span.end).peekable();
    pieces.peek()?;
    for (start, (end, new)) in pieces.rev() {
        let (start, end) = (start - cell.span.start, end - cell.span.start);
        text.get(start as usize..end as usize)?;
        text.replace_range(start as usize..end as usize, new);
    }
    Some(if cell.span == cell.whole { text } else { text.replace("\"\"", "\"") })
}

impl Meant {
    /// A value as it is to be.
    pub(super) fn value(&self, value: &Value<'_>) -> Plain {
        let start = value.span.start;
        match &value.data {
            Data::Str(text) => {
                let said = Plain::Str(self.strings.get(&start).cloned().unwrap_or_else(|| text.to_string()));
                if self.wrapped.contains(&start) {
                    let added = self.items.get(&start).into_iter().flatten().cloned();
                    return Plain::List(std::iter::once(said).chain(added).collect());
                }
                said
            }
            Data::List(items) => {
                let kept = items.iter().filter(|item| !self.gone.contains(&item.span.start));
                let added = self.items.get(&start).into_iter().flatten().cloned();
                Plain::List(kept.map(|item| self.value(item)).chain(added).collect())
            }
            Data::Table(table) => self.table(table),
            Data::Float(number) => Plain::Other(format!("{:x}", number.to_bits())),
            other => Plain::Other(format!("{other:?}")),
        }
    }

    fn table(&self, table: &Table<'_>) -> Plain {
        let kept = table.entries.iter().filter(|entry| !self.gone.contains(&entry.key.span.start));
        let mut plain: BTreeMap<String, Plain> = BTreeMap::new();
        for entry in kept {
            let key = self.keys.get(&entry.key.span.start).map_or(&*entry.key.value, |key| key);
            plain.insert(key.to_owned(), self.value(&entry.value));
        }
        // The root has the offset of what stands first in it.
        let added = self.entries.get(&table.span.start).filter(|_| table.span.end > 0);
        plain.extend(added.into_iter().flatten().cloned());
        Plain::Table(plain)
    }
}
