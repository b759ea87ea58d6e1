//! One tree for all notations: values that know where they were written.

use std::borrow::Cow;

use crate::diag::{Span, Spanned};

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Value<'a> {
    /// What was written.
    pub data: Data<'a>,
    /// Where: with the quotes or brackets in TOML and JSON; in CSV the content of the cell, without its quotes.
    pub span: Span,
}

/// What a value can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Data<'a> {
    /// A string; a date of TOML is the string that was written.
    Str(Cow<'a, str>),
    /// A whole number.
    Int(i64),
    /// Another number.
    Float(f64),
    /// True or false.
    Bool(bool),
    /// A list.
    List(Vec<Value<'a>>),
    /// A table.
    Table(Table<'a>),
}

impl Data<'_> {
    /// What it is called in a message, with its article.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Str(_) => "a string",
            Self::Int(_) => "an integer",
            Self::Float(_) => "a decimal number",
            Self::Bool(_) => "true or false",
            Self::List(items) if items.iter().any(|item| matches!(item.data, Data::Table(_))) => "a list of tables",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// Keys and values: a TOML table, a JSON object, a row of a CSV.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<'a> {
    /// Where it was written: the header of a TOML table, the braces of an inline table or JSON object, a CSV row.
    pub span: Span,
    /// In the order of the file; no key occurs twice.
    pub entries: Vec<Entry<'a>>,
    /// How its values were written.
    pub form: TableForm,
    /// Where the syntax errors in it are, which were reported: there a value may be another than was meant, and
    /// something may be missing that was written. Sorted.
    pub damage: Box<[Span]>,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// The key; of a CSV row the field, at the cell of the header.
    pub key: Spanned<Cow<'a, str>>,
    /// The value.
    pub value: Value<'a>,
}

/// How the values of a table were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// A string is a string and a number a number.
    Typed,
    /// All values are the texts of cells: `2` may be meant as a number, `a; b` as a list.
    Cells,
    /// As typed, but with syntax errors in it.
    Damaged,
}

impl<'a> Table<'a> {
    /// A table without entries.
    #[must_use]
    pub fn new(span: Span, form: TableForm) -> Self {
        Self { span, entries: Vec::new(), form, damage: Box::default() }
    }

    /// The entry of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.key.value == key)
    }
}
