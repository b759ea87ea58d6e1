//! Files to spanned values. In goes the text of a source; out comes one tree for TOML and JSON, and rows, one at a
//! time, for CSV. Whatever is wrong with the notation is reported; what the values mean is not asked here.

mod cells;
mod columns;
mod csv;
mod fields;
mod foreign;
mod grid;
mod items;
mod json;
mod loose;
mod nesting_limit;
mod recover;
mod remedy;
#[cfg(test)]
mod tests;
mod toml;
mod toml_messages;
mod value;

pub use columns::Columns;
pub use csv::Rows;
pub use fields::Fields;
pub use foreign::Foreign;
pub use grid::{Cell, cells};
pub use items::{item, items, longer};
pub use value::{Data, Entry, Table, TableForm, Value};

use crate::diag::Sink;
use crate::source::Source;

/// The notations that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// A tree, written by people.
    Toml,
    /// A tree, written by programs.
    Json,
    /// Rows; with comma, semicolon or tab.
    Csv,
}

impl Notation {
    /// The notation of a file, by the ending of its name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "toml" => Some(Self::Toml),
            "json" => Some(Self::Json),
            "csv" | "tsv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// Reads a TOML or JSON file as a tree: a table, or of JSON also a list. None if nothing could be read (which was
/// reported), if the file is blank (which `source` reported), or if it is a table of rows (see [`Rows`]).
pub fn tree<'a>(source: &'a Source, sink: &mut Sink) -> Option<Value<'a>> {
    if source.readable().trim().is_empty() {
        return None;
    }
    match Notation::of(&source.name)? {
        Notation::Toml => {
            let table = toml::read(source, sink)?;
            Some(Value { span: table.span, data: Data::Table(table) })
        }
        Notation::Json => json::read(source, sink),
        Notation::Csv => None,
    }
}
