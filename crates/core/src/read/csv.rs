//! CSV to rows, one at a time: a table of a million rows never becomes a tree.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::cells::{Cell, Cells, Flaw};
use super::columns::{Columns, Header, Plan};
use super::items::{item, items};
use super::value::{Data, Entry, Table, TableForm, Value};
use crate::diag::{Diagnostic, Help, Sink, Span, Spanned};
use crate::model::record::{Key, Record};
use crate::source::Source;

/// The rows of a table, read as they are asked for.
pub struct Rows<'a> {
    source: &'a Source,
    cells: Cells<'a>,
    header: Header,
    plan: Plan,
    /// What is the same in all rows; these entries stand first in each.
    constants: Vec<(&'static Key, String)>,
    /// What cells mean: the fields of which that is said.
    meanings: Vec<(&'static str, BTreeMap<String, String>)>,
}

impl<'a> Rows<'a> {
    /// Reads the first row and finds the column of each known field. None if the table has no first row, or not the
    /// columns that it is said to have.
    ///
    /// The separator is the one of comma, semicolon and tab that is commonest in the first row. Columns that hold no
    /// field of the record are reported once and not read.
    pub fn open(source: &'a Source, columns: &Columns, record: &'static Record, sink: &mut Sink) -> Option<Self> {
        let (start, separator) = opening(source.readable());
        let mut cells = Cells::new(source.readable(), start, separator);
        let header = Header::read(source, &mut cells)?;
        let plan = header.plan(columns, record, sink)?;
        let constants = columns.constants(record).into_iter().map(|(key, value)| (key, value.to_owned())).collect();
        let fields = plan.iter().flat_map(|(fields, _)| fields).map(|key| key.name);
        let meanings = fields.filter_map(|field| Some((field, columns.meanings(field)?.of.clone()))).collect();
        Some(Self { source, cells, header, plan, constants, meanings })
    }

    /// Whether a column holds this field, or it is the same in all rows.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        let keys = self.plan.iter().flat_map(|(fields, _)| fields).chain(self.constants.iter().map(|(key, _)| key));
        keys.into_iter().any(|key| key.name == field)
    }

    /// The first row.
    #[must_use]
    pub fn head(&self) -> Span {
        self.header.span
    }

    /// Whether words stand in a column that is not read: it could hold what the table lacks.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.header.has_more(&self.plan)
    }

    /// Reports the fields that no column holds, once for the table; true if there are none.
    pub fn require(&self, fields: &[&str], sink: &mut Sink) -> bool {
        let missing: Vec<&str> = fields.iter().copied().filter(|field| !self.has(field)).collect();
        let [.., last] = missing.as_slice() else { return true };
        let fact = format!("the table has no column for {}", named(&missing));
        let finding = Diagnostic::error("missing-column", fact).at(self.header.span, "the columns that there are");
        let finding = finding.help(format!("the columns are {}", self.header.list()));
        let said = |is: &str| missing.iter().map(|field| format!("{field}{is}")).collect::<Vec<_>>();
        let (toml, flag) = (said(" = \"...\"").join(", "), said("=...").join(","));
        let finding = finding.help(Help::option(
            &format!("say which holds it: columns = {{ {toml} }}"),
            &format!("say which holds it: --columns {flag}"),
        ));
        sink.push(finding.help(Help::option(
            &format!("or what it is in all rows: set = {{ {last} = \"...\" }}"),
            &format!("or what it is in all rows: --set {last}=..."),
        )));
        false
    }

    /// A row to read into.
    #[must_use]
    pub fn row(&self) -> Table<'a> {
        let mut row = Table::new(self.header.span, TableForm::Cells);
        for (key, value) in &self.constants {
            let span = self.header.span;
            let value = Value { data: data(key, Cow::Owned(value.clone()), span), span };
            row.entries.push(Entry { key: Spanned::new(Cow::Borrowed(key.name), span), value });
        }
        row
    }

    /// Reads the next row that is not blank; false at the end. Empty cells give no entries.
    pub fn next(&mut self, row: &mut Table<'a>, sink: &mut Sink) -> bool {
        while let Some(tally) = self.read(row, sink) {
            if tally.filled {
                if tally.cells != self.plan.len() {
                    self.ragged(row.span, tally, sink);
                }
                return true;
            }
        }
        row.entries.clear();
        false
    }

    fn read(&mut self, row: &mut Table<'a>, sink: &mut Sink) -> Option<Tally> {
        let mut cell = self.cells.next()?;
        let start = cell.whole.start;
        let mut tally = Tally { entries: self.constants.len(), ..Tally::default() };
        let mut damage = Vec::new();
        loop {
            if let Some(flaw) = cell.flaw {
                sink.push(self.flawed(&cell, flaw));
                damage.push(self.source.span(cell.whole.clone()));
            }
            if !cell.text.is_empty() {
                tally.filled = true;
                self.keep(&cell, &mut tally, row);
            }
            tally.cells += 1;
            if cell.last {
                break;
            }
            cell = self.cells.next()?;
        }
        row.span = self.source.span(start..cell.whole.end);
        row.entries.truncate(tally.entries);
        row.damage = damage.into();
        Some(tally)
    }

    /// Puts a cell into the row, under each field that its column holds. Entries of the row before are written over:
    /// that is a third faster than to drop them all and push.
    fn keep(&self, cell: &Cell<'a>, tally: &mut Tally, row: &mut Table<'a>) {
        let Some((fields, place)) = self.plan.get(tally.cells) else {
            tally.surplus.get_or_insert(cell.whole.clone());
            return;
        };
        let (text, range) = cell.meant();
        let span = self.source.span(range);
        for &field in fields {
            let key = Spanned::new(Cow::Borrowed(field.name), *place);
            let data = match self.meanings.iter().find(|(of, _)| *of == field.name) {
                Some((_, meanings)) => meant(field, &text, span, meanings),
                None => data(field, text.clone(), span),
            };
            if matches!(&data, Data::Str(says) if says.is_empty()) {
                continue;
            }
            if let Some(entry) = row.entries.get_mut(tally.entries) {
                entry.key = key;
                entry.value.data = data;
                entry.value.span = span;
            } else {
                row.entries.push(Entry { key, value: Value { data, span } });
            }
            tally.entries += 1;
        }
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
    fn ragged(&self, row: Span, tally: Tally, sink: &mut Sink) {
        let (count, width) = (tally.cells, self.plan.len());
        let plural = if count == 1 { "" } else { "s" };
        let fact = format!("this row has {count} cell{plural}, the header {width}");
        if let Some(cell) = tally.surplus {
            let finding = Diagnostic::error("ragged-row", fact).at(self.source.span(cell), "under no column");
            sink.push(
                finding.help("a cell that holds the separator stands in quotes, right after the separator before it"),
            );
        } else if count < width {
            let finding = Diagnostic::warning("ragged-row", fact).at(row, "cells missing");
            sink.push(finding.help("the missing ones count as empty"));
        }
    }
}

/// "`from`, `to` and `type`".
fn named(fields: &[&str]) -> String {
    let names: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.join(""),
    }
}

/// Whether several can stand in a cell of a field.
fn is_list(key: &Key) -> bool {
    key.shape.is_texts() || key.shape.is_tables()
}

/// What a cell says. A list with a `;` that belongs to an item is taken apart here, where the items can be kept.
fn data<'a>(key: &Key, text: Cow<'a, str>, span: Span) -> Data<'a> {
    if !is_list(key) || !text.as_bytes().contains(&b'\\') || !text.contains("\\;") {
        return Data::Str(text);
    }
    let list = items(&text).into_iter().map(|at| {
        let says = text.get(at).map(|written| item(written).into_owned());
        Value { data: Data::Str(Cow::Owned(says.unwrap_or_default())), span }
    });
    Data::List(list.collect())
}

/// What a cell of a field with meanings says: all of it, or each of its items.
fn meant<'a>(key: &Key, text: &str, span: Span, meanings: &BTreeMap<String, String>) -> Data<'a> {
    let of = |says: &str| meanings.get(says.trim()).cloned();
    let whole = of(text);
    if whole.is_some() || !is_list(key) {
        return Data::Str(Cow::Owned(whole.unwrap_or_else(|| text.to_owned())));
    }
    let list = items(text).into_iter().map(|at| {
        let says = text.get(at).map(|written| item(written).into_owned()).unwrap_or_default();
        Value { data: Data::Str(Cow::Owned(of(&says).unwrap_or(says))), span }
    });
    Data::List(list.collect())
}

/// What a row turned out to hold.
#[derive(Default)]
struct Tally {
    cells: usize,
    /// How many entries of the row are in use.
    entries: usize,
    /// Whether any cell says something.
    filled: bool,
    /// The first cell that says something under no column.
    surplus: Option<Range<usize>>,
}

/// Where the first row begins, and the separator. A first line `sep=;` is how spreadsheets are told; it is none of the
/// table.
pub(super) fn opening(text: &str) -> (usize, u8) {
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
