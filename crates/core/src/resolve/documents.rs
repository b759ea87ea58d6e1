//! The data files, read once and sorted by what they hold: what kind a file is follows from its content.

use std::collections::{BTreeMap, BTreeSet};

use super::config::Config;
use super::names::may_suggest;
use super::parted::parted;
use super::table_options::TableOptions;
use super::{decode, slips};
use crate::diag::{Diagnostic, Sink, Spanned, nearest};
use crate::model::record::{ACTOR, RELATION, data_keys};
use crate::read::{Columns, Data, Entry, Foreign, Notation, Rows, Table, TableForm, Value, tree};
use crate::source::{LOCK, Part, Source, Sources};

/// All data files of a corpus.
pub(super) struct Documents<'a> {
    /// Files with tables: TOML, JSON, and rows of actors.
    pub(super) trees: Vec<Document<'a>>,
    /// Tables of statements, read row by row.
    pub(super) tables: Vec<(&'a Source, TableOptions)>,
}

/// A file as a tree.
pub(super) struct Document<'a> {
    pub(super) table: Table<'a>,
    /// The name of its file.
    pub(super) name: &'a str,
    /// Actors, types and its author are declared by their first use.
    pub(super) declare: Option<TableOptions>,
}

impl<'a> Documents<'a> {
    pub(super) fn read(sources: &'a Sources, config: &Config, sink: &mut Sink) -> Self {
        let mut documents = Self { trees: Vec::new(), tables: Vec::new() };
        let described = described(sources, config, sink);
        for source in sources.iter().filter(|source| source.part != Part::Lock) {
            let options = described.get(&*source.name).copied();
            match Notation::of(&source.name) {
                Some(Notation::Csv) | None => documents.add_rows(source, options, sink),
                // What is wrong with its notation is said where the rest of it is read.
                Some(_) if source.part == Part::Config => {
                    documents.add_tree(source, config.declare.clone(), &mut Sink::default());
                }
                Some(_) => documents.add_tree(source, options.filter(|options| options.declare).cloned(), sink),
            }
        }
        documents
    }

    fn add_tree(&mut self, source: &'a Source, declare: Option<TableOptions>, sink: &mut Sink) {
        if let Some(foreign) = Foreign::of(&source.text).filter(Foreign::is_rows_of_json) {
            sink.push(foreign.finding(source));
            return;
        }
        let Some(value) = tree(source, sink) else { return };
        let mut table = match value.data {
            Data::Table(table) if source.part == Part::Config => parted(table).0,
            Data::Table(table) => table,
            Data::List(items) => wrap(value.span, items),
            _ => {
                let finding = Diagnostic::error("wrong-type", "a data file holds tables");
                sink.push(finding.at(value.span, "neither a table nor a list of tables"));
                return;
            }
        };
        let is_known = |key: &str| data_keys().any(|known| known.name == key);
        let strange = !table.entries.is_empty() && !table.entries.iter().any(|entry| is_known(&entry.key.value));
        if strange && Notation::of(&source.name) == Some(Notation::Json) {
            sink.push(strange_json(&table));
            return;
        }
        slips::mend(&mut table, sink);
        if !table.entries.is_empty() {
            self.trees.push(Document { table, name: &source.name, declare });
        }
    }

    /// A table of actors has names and no `from`; every other table is of statements or positions.
    fn add_rows(&mut self, source: &'a Source, options: Option<&TableOptions>, sink: &mut Sink) {
        let mut quiet = Sink::default();
        if let Some(foreign) = Foreign::of(&source.text) {
            sink.push(foreign.finding(source));
            return;
        }
        let is_of_actors = options.is_none()
            && Rows::open(source, &Columns::default(), &ACTOR, &mut quiet)
                .is_some_and(|rows| rows.has("id") && rows.has("name"))
            && Rows::open(source, &Columns::default(), &RELATION, &mut quiet).is_some_and(|rows| !rows.has("from"));
        if is_of_actors {
            let Some(mut rows) = Rows::open(source, &Columns::default(), &ACTOR, sink) else { return };
            let mut items = Vec::new();
            let mut row = rows.row();
            while rows.next(&mut row, sink) {
                items.push(Value { span: row.span, data: Data::Table(row.clone()) });
            }
            let table = wrap_as(source.head(), "actor", items);
            self.trees.push(Document { table, name: &source.name, declare: None });
        } else {
            self.tables.push((source, options.cloned().unwrap_or_default()));
        }
    }

    /// Every table under a key, in all files.
    pub(super) fn tables_of<'d>(&'d self, key: &'d str) -> impl Iterator<Item = &'d Table<'a>> {
        self.trees.iter().flat_map(move |document| document.tables(key))
    }
}

/// How each file is read, by name. What is said of a file that is none, or said twice, is reported.
fn described<'c>(sources: &Sources, config: &'c Config, sink: &mut Sink) -> BTreeMap<&'c str, &'c TableOptions> {
    let is_table = |name: &str| matches!(Notation::of(name), Some(Notation::Csv) | None);
    let tables = || sources.iter().map(|source| &*source.name).filter(|name| is_table(name) && *name != LOCK);
    let names: BTreeSet<&str> = tables().collect();
    let mut described: BTreeMap<&str, &TableOptions> = BTreeMap::new();
    for options in &config.tables {
        if let Some(span) = options.span.filter(|_| !names.contains(&*options.file)) {
            let finding = Diagnostic::error("bad-path", format!("`{}` is no table of the corpus", options.file));
            let near = if may_suggest("bad-path", sink) { nearest(&options.file, tables()) } else { None };
            sink.push(
                finding
                    .at(span, "no such table")
                    .did_you_mean(near)
                    .help("write its name as seen from parallax.toml, such as \"relations/pacts.csv\""),
            );
        }
        match (described.get(&*options.file), options.span) {
            (Some(first), Some(span)) => decode::duplicate("table", &options.file, span, first.span, sink),
            (Some(_), None) => {}
            (None, _) => drop(described.insert(&options.file, options)),
        }
    }
    described
}

impl<'a> Document<'a> {
    /// Every table under a key; what is no list of tables was reported when it was read.
    pub(super) fn tables(&self, key: &str) -> impl Iterator<Item = &Table<'a>> {
        let items = match self.table.get(key).map(|entry| &entry.value.data) {
            Some(Data::List(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter_map(|item| match &item.data {
            Data::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// JSON of another program is one mistake, not one for each of its keys.
fn strange_json(table: &Table<'_>) -> Diagnostic {
    let names: Vec<String> = table.entries.iter().take(4).map(|entry| format!("`{}`", entry.key.value)).collect();
    let more = if table.entries.len() > names.len() { " ..." } else { "" };
    let fact = format!("this JSON is no data file: its keys are {}{more}", names.join(", "));
    let known: Vec<&str> = data_keys().map(|key| key.name).collect();
    let finding = Diagnostic::error("unknown-key", fact).at(table.entries[0].key.span, "the first of them");
    let near = table.entries.iter().find_map(|entry| nearest(&entry.key.value, known.iter().copied()));
    finding.did_you_mean(near).help(format!("the keys are {}; statements may also be a list", known.join(", ")))
}

/// A JSON file that is a bare list holds actors if its tables have a kind and no `from`, else statements.
fn wrap(span: crate::diag::Span, items: Vec<Value<'_>>) -> Table<'_> {
    wrap_as(span, key_of_list(&items), items)
}

/// The key under which a file that is a bare list would have it: what its records are is told by the first.
#[must_use]
pub fn key_of_list(items: &[Value<'_>]) -> &'static str {
    let Some(Data::Table(first)) = items.first().map(|item| &item.data) else { return "relation" };
    let has = |key: &str| first.get(key).is_some();
    if has("from") {
        "relation"
    } else if has("issue") && has("answer") {
        "position"
    } else if has("question") {
        "issue"
    } else if has("kind") {
        "actor"
    } else {
        "relation"
    }
}

fn wrap_as<'a>(span: crate::diag::Span, key: &'static str, items: Vec<Value<'a>>) -> Table<'a> {
    let mut table = Table::new(span, TableForm::Typed);
    let value = Value { span, data: Data::List(items) };
    table.entries.push(Entry { key: Spanned::new(key.into(), span), value });
    table
}
