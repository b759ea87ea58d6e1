//! TOML to values: every syntax error of a file at once, and what could be read in spite of them.

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use super::depth::{DEEPEST, Notation, too_deep};
use super::value::{Data, Entry, Form, Table, Value};
use crate::diag::{Diagnostic, Sink, Spanned};
use crate::source::Source;

/// Reads a TOML file. Tables that hold a syntax error are marked as damaged; the others are whole.
pub(super) fn read<'a>(source: &'a Source, sink: &mut Sink) -> Option<Table<'a>> {
    if let Some(at) = too_deep(&source.text, Notation::Toml) {
        let fact = format!("this is nested more than {DEEPEST} deep");
        sink.push(Diagnostic::error("toml-syntax", fact).at(source.span(at..at + 1), "the file was not read"));
        return None;
    }
    let (root, errors) = DeTable::parse_recoverable(&source.text);
    let root = root.into_inner();
    for error in &errors {
        sink.push(finding(source, error));
    }
    let damaged = damaged(&source.text, &root, &errors);
    let reader = Reader { source, damaged };
    Some(reader.table(0..0, root))
}

/// Turns the crate's tree into ours.
struct Reader<'a> {
    source: &'a Source,
    /// Where the tables begin that hold a syntax error, sorted.
    damaged: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn table(&self, span: Range<usize>, table: DeTable<'a>) -> Table<'a> {
        let damaged = self.damaged.binary_search(&span.start).is_ok();
        let form = if damaged { Form::Damaged } else { Form::Typed };
        let entries = table.into_iter().map(|(key, value)| {
            let key_span = self.source.span(key.span());
            Entry { key: Spanned::new(key.into_inner(), key_span), value: self.value(value) }
        });
        let mut entries: Vec<_> = entries.collect();
        // The crate sorts by key; people expect the order of the file.
        entries.sort_by_key(|entry| entry.key.span.start);
        Table { span: self.source.span(span), entries, form }
    }

    fn value(&self, value: toml::Spanned<DeValue<'a>>) -> Value<'a> {
        let span = value.span();
        let data = match value.into_inner() {
            DeValue::String(text) => Data::Str(text),
            DeValue::Boolean(value) => Data::Bool(value),
            DeValue::Integer(number) => integer(&number.to_string(), number.as_str(), number.radix()),
            DeValue::Float(number) => Data::Float(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Datetime(_) => Data::Str(self.source.text.get(span.clone()).unwrap_or_default().into()),
            DeValue::Array(items) => Data::List(items.into_iter().map(|item| self.value(item)).collect()),
            DeValue::Table(table) => Data::Table(self.table(span.clone(), table)),
        };
        Value { data, span: self.source.span(span) }
    }
}

/// A number beyond 64 bits is no integer to us, so it becomes what it is nearest to.
fn integer<'a>(written: &str, digits: &str, radix: u32) -> Data<'a> {
    match i64::from_str_radix(digits, radix) {
        Ok(number) => Data::Int(number),
        Err(_) => Data::Float(written.parse().unwrap_or(f64::INFINITY)),
    }
}

/// Where the tables begin that hold one of the errors: the last header before it, else the file itself.
fn damaged(text: &str, root: &DeTable<'_>, errors: &[Error]) -> Vec<usize> {
    if errors.is_empty() {
        return Vec::new();
    }
    let mut headers = vec![0];
    collect_headers(text, root, &mut headers);
    headers.sort_unstable();
    let last =
        |at: usize| headers.partition_point(|&start| start <= at).checked_sub(1).and_then(|nth| headers.get(nth));
    let mut damaged: Vec<usize> =
        errors.iter().filter_map(|error| last(error.span().unwrap_or_default().start)).copied().collect();
    damaged.sort_unstable();
    damaged.dedup();
    damaged
}

fn collect_headers(text: &str, table: &DeTable<'_>, headers: &mut Vec<usize>) {
    for value in table.values() {
        collect_header(text, value.span().start, value.get_ref(), headers);
    }
}

fn collect_header(text: &str, start: usize, value: &DeValue<'_>, headers: &mut Vec<usize>) {
    match value {
        DeValue::Table(table) => {
            if text.as_bytes().get(start) == Some(&b'[') {
                headers.push(start);
            }
            collect_headers(text, table, headers);
        }
        DeValue::Array(items) => {
            for item in items {
                collect_header(text, item.span().start, item.get_ref(), headers);
            }
        }
        _ => {}
    }
}

/// The finding for a syntax error, with a word more where the crate is terse.
fn finding(source: &Source, error: &Error) -> Diagnostic {
    let span = error.span().unwrap_or_default();
    let (message, label) = match error.message().split_once(", expected ") {
        Some((fact, expected)) => (fact, format!("expected {expected}")),
        None => (error.message(), String::new()),
    };
    let finding = Diagnostic::error("toml-syntax", message).at(source.span(span.clone()), label);
    match help(error.message(), source.text.get(span).unwrap_or_default()) {
        Some(help) => finding.help(help),
        None => finding,
    }
}

fn help(message: &str, found: &str) -> Option<&'static str> {
    let says = |part: &str| message.contains(part);
    if found.starts_with(['“', '”', '„', '‘', '’']) {
        Some("write plain quotes: \"...\" or '...'")
    } else if says("duplicate key") {
        Some("keep one of the two; a list of records needs double brackets, as in [[relation]]")
    } else if says("string values must be quoted") || says("unquoted string") {
        Some("put the text in quotes: \"...\"")
    } else if says("missing value") || says("missing assignment") {
        Some("write: key = \"value\"")
    } else if says("invalid basic string") {
        Some("close the text with \" on the same line; a text of several lines stands in \"\"\"")
    } else {
        None
    }
}
