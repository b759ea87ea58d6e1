//! The records of the files, declared once: which keys each has, what their values are, and what they mean.
//!
//! Reading asks for these keys and knows no others, a table of rows has them as columns, the schemas for editors are made
//! from them, `fmt` writes keys in their order, and renaming finds by them what refers to what.
//!
//! A new key is a line in `data`, `within` or `config`, and a line in the decoder that asks for it.

mod config;
mod data;
mod within;

pub(crate) use config::CONFIG_AUTHOR;
pub use config::{CONFIG, TABLE, VIEW, style_keys};
pub(crate) use data::DATA_FILES;
pub(crate) use data::STATEMENTS;
pub use data::data_keys;
pub use data::{ACTOR, ACTORS, AUTHOR, CODEBOOK, FRAME, ISSUE, POSITION, RELATION};
pub(crate) use data::{FACET, MEMBERSHIP, PHRASE};
pub use data::{TYPE, WORK};
pub(crate) use within::{CASTS, LINK, PASSAGE, QUOTE};

/// A table with declared keys: an actor, a statement, a whole file.
#[derive(Debug)]
pub struct Record {
    /// What messages call one.
    pub name: &'static str,
    /// What it says, in one line without a full stop.
    pub about: &'static str,
    /// Its keys, in the order in which they are written.
    pub keys: &'static [Key],
    /// What only a row of a table says, because in a tree it follows from the file that the record stands in.
    pub columns: &'static [Key],
}

/// A key of a record.
#[derive(Debug)]
pub struct Key {
    /// As the files write it.
    pub name: &'static str,
    /// What its value is.
    pub shape: FieldType,
    /// Whether a record without it is refused.
    pub required: bool,
    /// What is meant where it is not written, if that is a value.
    pub default: Option<&'static str>,
    /// What it says, in one line without a full stop.
    pub about: &'static str,
}

/// A word that a value may be, and what it means.
pub type Word = (&'static str, &'static str);

/// What a value is, and what it refers to. Where several stand, one may stand without a list; in a cell `;` divides them.
#[derive(Debug, Clone, Copy)]
pub enum FieldType {
    /// A text.
    Text,
    /// Texts.
    Texts,
    /// A whole number between two, both included.
    Whole(i64, i64),
    /// True or false.
    Truth,
    /// True or false, or one of a few words that say more.
    TruthOr(&'static [Word]),
    /// One of a few words.
    Words(&'static [Word]),
    /// The id that this record gives to a thing.
    Id(EntityKind),
    /// A date or an interval (EDTF).
    Date,
    /// `#rrggbb`.
    Colour,
    /// The id of a thing.
    One(Target),
    /// The ids of things.
    Many(Target),
    /// Memberships: ids of actors, or records with a date.
    Dated(&'static Record),
    /// A passage of a text.
    Anchor,
    /// Passages of a text: anchors, or records that quote.
    Anchors(&'static Record),
    /// Texts, or records that say where they are meant.
    Phrases(&'static Record),
    /// The answers of an issue: keys are their ids, values what people read.
    Answers,
    /// An answer of the issue that stands beside it.
    Answer,
    /// The ids of statements, positions or frames of the same author.
    Reasons,
    /// Who then is like whom now: keys are actors or labels, values actors.
    Likens,
    /// In which column each field of a table's records stands, or what it is in all rows: keys are fields.
    Fields(&'static [&'static Record]),
    /// What cells mean, by field: keys are fields, values tables from what a cell says to what is meant.
    Meanings(&'static [&'static Record]),
    /// Signs of relation types: keys are types.
    Signs,
    /// Selections of statements, each in the language of views.
    Selections,
    /// Exactly two of these.
    Pair,
    /// A name from a list that a later stage of the pipeline keeps.
    Listed,
    /// Several of these.
    ListedMany,
    /// A key of the look, which also takes a number or a truth in quotes.
    Style(&'static FieldType),
    /// A record.
    Table(&'static Record),
    /// A record, or the id of one that stands elsewhere.
    TableOr(&'static Record, Target),
    /// Records.
    Tables(&'static Record),
}

/// What an id is the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// An actor; whoever refers to one may also write an alias or its name.
    Actor,
    /// A relation type.
    Type,
    /// A facet.
    Facet,
    /// An author.
    Author,
    /// A work of an author.
    Work,
    /// A frame.
    Frame,
    /// A statement.
    Relation,
    /// An issue.
    Issue,
    /// A position on an issue.
    Position,
    /// A saved view.
    View,
}

/// What a reference refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// A thing of this kind.
    pub noun: EntityKind,
    /// Whether a text that is none of their ids is taken as it is.
    pub free: bool,
}

impl Record {
    /// A key of a tree.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// A key, or what only a row has.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static Key> {
        self.columns.iter().chain(self.keys).find(|key| key.name == name)
    }

    /// The names of the columns of a table of these.
    #[must_use]
    pub fn column_names(&self) -> Vec<&'static str> {
        self.columns.iter().chain(self.keys).map(|key| key.name).collect()
    }

    /// The names of the keys, for a message.
    #[must_use]
    pub fn key_names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name).collect()
    }

    /// Where a key stands among all of them, columns first.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().chain(self.keys).position(|key| key.name == name)
    }

    /// The keys that only a row has, the others.
    pub(crate) fn counts(&self) -> (usize, usize) {
        (self.columns.len(), self.keys.len())
    }
}

impl FieldType {
    /// Whether a decoder may ask for a text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Words(_)
                | Self::Id(_)
                | Self::Date
                | Self::Anchor
                | Self::Colour
                | Self::One(_)
                | Self::Listed
                | Self::Answer
                | Self::Style(_)
        )
    }

    /// Whether a decoder may ask for a text or a list of them.
    #[must_use]
    pub fn is_texts(&self) -> bool {
        matches!(
            self,
            Self::Texts
                | Self::Many(_)
                | Self::Dated(_)
                | Self::Anchors(_)
                | Self::Phrases(_)
                | Self::Reasons
                | Self::Selections
                | Self::Pair
                | Self::ListedMany
        )
    }

    /// The record that its tables are.
    #[must_use]
    pub fn record(&self) -> Option<&'static Record> {
        match self {
            Self::Dated(record)
            | Self::Anchors(record)
            | Self::Phrases(record)
            | Self::Table(record)
            | Self::TableOr(record, _)
            | Self::Tables(record) => Some(record),
            _ => None,
        }
    }

    /// Whether a decoder may ask for a table.
    #[must_use]
    pub fn is_table(&self) -> bool {
        matches!(
            self,
            Self::Answers
                | Self::Likens
                | Self::Fields(_)
                | Self::Meanings(_)
                | Self::Signs
                | Self::Table(_)
                | Self::TableOr(..)
        )
    }

    /// Whether a decoder may ask for a list of tables.
    #[must_use]
    pub fn is_tables(&self) -> bool {
        matches!(self, Self::Tables(_) | Self::Dated(_))
    }
}

/// A key that may be left out.
pub(super) const fn key(name: &'static str, shape: FieldType, about: &'static str) -> Key {
    Key { name, shape, required: false, default: None, about }
}

/// A key that must be there.
pub(super) const fn needed(name: &'static str, shape: FieldType, about: &'static str) -> Key {
    Key { name, shape, required: true, default: None, about }
}

impl Key {
    /// The same, with what is meant where it is not written.
    pub(super) const fn or(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }
}

/// The id of a thing that must be there.
pub(super) const fn one(noun: EntityKind) -> FieldType {
    FieldType::One(Target { noun, free: false })
}

/// The ids of things that must be there.
pub(super) const fn many(noun: EntityKind) -> FieldType {
    FieldType::Many(Target { noun, free: false })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// A record and all records within it.
    fn within(record: &'static Record, found: &mut Vec<&'static Record>) {
        if found.iter().any(|known| std::ptr::eq(*known, record)) {
            return;
        }
        found.push(record);
        for key in record.keys {
            if let Some(inner) = key.shape.record() {
                within(inner, found);
            }
        }
    }

    fn all() -> Vec<&'static Record> {
        let mut found = Vec::new();
        DATA_FILES.iter().chain([&&CONFIG]).for_each(|record| within(record, &mut found));
        found
    }

    /// One line, no full stop, plain text: it stands in tables, in editors and behind `#`.
    fn well_formed(text: &str) -> bool {
        !text.is_empty()
            && text.trim() == text
            && !text.ends_with('.')
            && !text.contains(|character: char| character.is_control() || character == '|')
    }

    #[test]
    fn every_text_is_well_formed_and_every_key_stands_once() {
        assert!(all().len() >= 12);
        for record in all() {
            assert!(well_formed(record.about), "{}", record.name);
            let names: BTreeSet<&str> = record.column_names().into_iter().collect();
            assert_eq!(names.len(), record.column_names().len(), "a key of {} stands twice", record.name);
            // Fields keeps what was asked for as the bits of one number.
            assert!(names.len() < 64, "{}", record.name);
            for key in record.keys.iter().chain(record.columns) {
                assert!(well_formed(key.about), "{} of {}", key.name, record.name);
                assert!(!key.required || key.default.is_none(), "{} of {}", key.name, record.name);
                if let FieldType::TruthOr(words) | FieldType::Words(words) = key.shape {
                    assert!(words.iter().all(|(_, about)| !about.trim().is_empty()), "{}", key.name);
                }
                if let FieldType::Words(words) = key.shape {
                    assert!(key.default.is_none_or(|word| words.iter().any(|(known, _)| *known == word)));
                }
            }
        }
    }

    #[test]
    fn no_key_belongs_to_two_kinds_of_data_file() {
        let keys: Vec<&str> = data_keys().map(|key| key.name).collect();
        assert_eq!(keys, ["actor", "type", "facet", "issue", "author", "work", "frame", "relation", "position"]);
    }
}
