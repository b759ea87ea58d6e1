//! Every place in the files where a thing is named: found by the records, whose keys say what they refer to.

use std::borrow::Cow;

use parallax_core::diag::{Sink, Span};
use parallax_core::model::Stand;
use parallax_core::model::name::folded;
use parallax_core::model::record::{self, ACTOR, EntityKind, FieldType, Key, RELATION, Record, Target, data_keys};
use parallax_core::read::{Columns, Data, Notation, Rows, Table, Value, item as unescaped, items};
use parallax_core::resolve::{Config, key_of_list, read_config, record_of_rows};
use parallax_core::source::{Part, Source, Sources};

use super::edits::{Edits, range};
use super::selection;
use crate::Error;

/// A place where a thing is named.
pub(super) struct Site<'s> {
    /// What kind of thing.
    pub(super) noun: EntityKind,
    /// How it is named there.
    pub(super) role: Role,
    /// As what.
    pub(super) name: Cow<'s, str>,
    /// Where: in TOML and JSON with its quotes.
    pub(super) span: Span,
    /// The list that it stands in.
    pub(super) list: Option<Slot>,
}

/// How a thing is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The record says what the thing is.
    Declared,
    /// Something refers to it; if it is free, it may be a label as well.
    Named {
        /// Whether a text that is no id is taken as it is.
        free: bool,
    },
    /// It is a key.
    Key,
    /// It is part of a selection, which is the whole text.
    Selected,
    /// It has a place in a view of the lock.
    Locked,
}

/// A place in a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// Where the list begins.
    pub(super) list: Span,
    /// Where what stands before it ends.
    pub(super) before: Option<usize>,
    /// Where what follows begins, or the list closes.
    pub(super) after: usize,
    /// Whether anything follows.
    pub(super) last: bool,
}

/// Looks at every place in the files of a corpus, in order.
pub(super) fn visit<'s>(
    edits: &Edits<'s>,
    sources: &'s Sources,
    see: &mut dyn FnMut(Site<'s>) -> Result<(), Error>,
) -> Result<(), Error> {
    let config = sources.config().map_or_else(Config::default, |file| read_config(file, &mut Sink::default()));
    for source in sources.own() {
        let mut walk = Walk { see };
        match Notation::of(&source.name) {
            _ if source.part == Part::Lock => walk.lock(source)?,
            _ if source.text.trim().is_empty() => {}
            Some(_) if source.part == Part::Config => walk.config(&edits.tree(source.id)?)?,
            Some(Notation::Csv) => walk.rows(source, &config)?,
            Some(_) => walk.file(&edits.tree(source.id)?)?,
            None => {}
        }
    }
    Ok(())
}

struct Walk<'w, 's> {
    see: &'w mut dyn FnMut(Site<'s>) -> Result<(), Error>,
}

impl<'s> Walk<'_, 's> {
    /// A data file; of one that is a bare list the first record tells what they are.
    fn file(&mut self, value: &Value<'s>) -> Result<(), Error> {
        match &value.data {
            Data::Table(table) => table.entries.iter().try_for_each(|entry| {
                let key = data_keys().find(|key| key.name == entry.key.value);
                key.map_or(Ok(()), |key| self.value(&entry.value, &key.shape))
            }),
            Data::List(items) => {
                let key = data_keys().find(|key| key.name == key_of_list(items));
                key.map_or(Ok(()), |key| self.value(value, &key.shape))
            }
            _ => Ok(()),
        }
    }

    /// What a corpus is called and how it is drawn, and data that stands with it.
    fn config(&mut self, value: &Value<'s>) -> Result<(), Error> {
        let Data::Table(table) = &value.data else { return self.file(value) };
        table.entries.iter().try_for_each(|entry| {
            let of_data = data_keys().find(|key| key.name == entry.key.value);
            let own = record::CONFIG.key(&entry.key.value);
            // A list of authors is one of their order and colours, and one author that of the statements.
            let key = if matches!(entry.value.data, Data::List(_)) { own.or(of_data) } else { of_data.or(own) };
            key.map_or(Ok(()), |key| self.value(&entry.value, &key.shape))
        })
    }

    fn value(&mut self, value: &Value<'s>, shape: &FieldType) -> Result<(), Error> {
        match (shape, &value.data) {
            (FieldType::Style(inner), _) => self.value(value, inner),
            (FieldType::Id(noun), Data::Str(name)) => self.site(*noun, Role::Declared, name.clone(), value.span, None),
            (FieldType::One(to) | FieldType::TableOr(_, to), Data::Str(name)) => {
                self.named(*to, name.clone(), value.span, None)
            }
            (
                FieldType::Many(_) | FieldType::Dated(_) | FieldType::Reasons | FieldType::Selections | FieldType::Pair,
                _,
            ) => self.several(value, shape),
            (FieldType::Meanings(records), Data::Table(table)) => table.entries.iter().try_for_each(|entry| {
                let key = records.iter().find_map(|record| record.column(&entry.key.value));
                let Data::Table(meanings) = &entry.value.data else { return Ok(()) };
                let Some(key) = key else { return Ok(()) };
                meanings.entries.iter().try_for_each(|meaning| self.value(&meaning.value, &key.shape))
            }),
            (FieldType::Likens, Data::Table(table)) => table.entries.iter().try_for_each(|entry| {
                let Data::Str(now) = &entry.value.data else { return Ok(()) };
                self.site(EntityKind::Actor, Role::Key, entry.key.value.clone(), entry.key.span, None)?;
                self.named(ACTORS, now.clone(), entry.value.span, None)
            }),
            (FieldType::Table(record) | FieldType::TableOr(record, _), Data::Table(table)) => {
                self.record(table, record)
            }
            (FieldType::Tables(record), Data::List(items)) => {
                items.iter().try_for_each(|item| self.value(item, &FieldType::Table(record)))
            }
            _ => Ok(()),
        }
    }

    fn record(&mut self, table: &Table<'s>, record: &'static Record) -> Result<(), Error> {
        table.entries.iter().try_for_each(|entry| {
            record.key(&entry.key.value).map_or(Ok(()), |key| self.value(&entry.value, &key.shape))
        })
    }

    /// One, or a list of them.
    fn several(&mut self, value: &Value<'s>, shape: &FieldType) -> Result<(), Error> {
        let Data::List(items) = &value.data else { return self.item(value, shape, None) };
        let ends = |index: usize| items.get(index).map(|item| range(item.span));
        for (index, item) in items.iter().enumerate() {
            let next = ends(index + 1);
            let slot = Slot {
                list: value.span,
                before: index.checked_sub(1).and_then(ends).map(|item| item.end),
                after: next.as_ref().map_or(range(value.span).end - 1, |item| item.start),
                last: next.is_none(),
            };
            self.item(item, shape, Some(slot))?;
        }
        Ok(())
    }

    fn item(&mut self, value: &Value<'s>, shape: &FieldType, slot: Option<Slot>) -> Result<(), Error> {
        match (shape, &value.data) {
            (FieldType::Many(to), Data::Str(name)) => self.named(*to, name.clone(), value.span, slot),
            (FieldType::Dated(_), Data::Str(name)) => self.named(ACTORS, name.clone(), value.span, slot),
            (FieldType::Dated(record), Data::Table(table)) => self.record(table, record),
            (FieldType::Reasons, Data::Str(name)) => self.named(FRAMES, name.clone(), value.span, slot),
            (FieldType::Selections | FieldType::Pair, Data::Str(text)) => selection::nouns(text)
                .try_for_each(|noun| self.site(noun, Role::Selected, text.clone(), value.span, None)),
            _ => Ok(()),
        }
    }

    /// What names a thing names it as it is meant: without what only programs see.
    fn named(&mut self, to: Target, name: Cow<'s, str>, span: Span, list: Option<Slot>) -> Result<(), Error> {
        let name = match folded(&name) {
            Cow::Owned(meant) => Cow::Owned(meant),
            Cow::Borrowed(_) => name,
        };
        self.site(to.noun, Role::Named { free: to.free }, name, span, list)
    }

    fn site(
        &mut self,
        noun: EntityKind,
        role: Role,
        name: Cow<'s, str>,
        span: Span,
        list: Option<Slot>,
    ) -> Result<(), Error> {
        (self.see)(Site { noun, role, name, span, list })
    }

    /// A table of rows, of actors, of statements or of positions.
    fn rows(&mut self, source: &'s Source, config: &Config) -> Result<(), Error> {
        let described = config.tables.iter().find(|table| *table.file == *source.name);
        let plain = Columns::default();
        let open = |record: &'static Record, columns| Rows::open(source, columns, record, &mut Sink::default());
        let of_actors = described.is_none()
            && open(&ACTOR, &plain).is_some_and(|rows| rows.has("id") && rows.has("name"))
            && open(&RELATION, &plain).is_some_and(|rows| !rows.has("from"));
        let columns = described.map_or(&plain, |table| &table.columns);
        let record = if of_actors { &ACTOR } else { record_of_rows(source, columns) };
        let Some(mut rows) = open(record, columns) else { return Ok(()) };
        let mut row = rows.row();
        while rows.next(&mut row, &mut Sink::default()) {
            for entry in &row.entries {
                if let Some(key) = record.column(&entry.key.value) {
                    self.cell(source, entry.value.span, key, columns)?;
                }
            }
        }
        Ok(())
    }

    fn cell(&mut self, source: &'s Source, span: Span, key: &Key, columns: &Columns) -> Result<(), Error> {
        let whole = range(span);
        let raw = source.text.get(whole.clone()).unwrap_or_default();
        // What has a meaning of its own names nothing by itself.
        let is_meant = |says: &str| columns.meaning(key.name, says.trim()).is_some();
        if is_meant(raw) {
            return Ok(());
        }
        let quoted = source.text.get(..whole.start).is_some_and(|before| before.ends_with('"'));
        // A quote within a quoted cell is written twice.
        let says = |raw: &'s str| {
            if quoted && raw.contains('"') { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
        };
        match &key.shape {
            FieldType::Id(noun) => self.site(*noun, Role::Declared, says(raw), span, None),
            FieldType::One(to) => self.named(*to, says(raw), span, None),
            FieldType::Many(_) | FieldType::Dated(_) | FieldType::Reasons => {
                let to = match &key.shape {
                    FieldType::Many(to) => *to,
                    FieldType::Reasons => FRAMES,
                    _ => ACTORS,
                };
                let items = items(raw);
                for (index, item) in items.iter().enumerate() {
                    let at = whole.start + item.start..whole.start + item.end;
                    let next = items.get(index + 1).map(|next| whole.start + next.start);
                    let before = index.checked_sub(1).map(|index| whole.start + items[index].end);
                    let slot = Slot { list: span, before, after: next.unwrap_or(whole.end), last: next.is_none() };
                    let name = says(raw.get(item.clone()).unwrap_or_default());
                    let name = unescaped(&name).into_owned();
                    if !is_meant(&name) {
                        self.named(to, Cow::Owned(name), source.span(at), Some(slot))?;
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Lines of an actor and its place; what stands under one heading, which names a view, is a list.
    fn lock(&mut self, source: &'s Source) -> Result<(), Error> {
        let (mut start, mut heading) = (0, source.span(0..0));
        for whole in source.text.split_inclusive('\n') {
            let line = whole.trim_start();
            let at = start + whole.len() - line.len();
            start += whole.len();
            if line.starts_with('[') {
                heading = source.span(at..start);
            } else if let Some(stand) = Stand::of(line).filter(|_| !line.starts_with('#')) {
                let slot = Slot { list: heading, before: None, after: start, last: false };
                let span = source.span(at + stand.at.start..at + stand.at.end);
                self.site(EntityKind::Actor, Role::Locked, stand.actor, span, Some(slot))?;
            }
        }
        Ok(())
    }
}

/// What refers to an actor, and to nothing else.
const ACTORS: Target = Target { noun: EntityKind::Actor, free: false };
/// A reason, which is a frame, or the id of something that its author says: no id of an author's is both.
const FRAMES: Target = Target { noun: EntityKind::Frame, free: true };
