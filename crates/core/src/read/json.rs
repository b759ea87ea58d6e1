//! JSON to values: strict JSON, with comments and trailing commas let pass.

use std::collections::BTreeMap;

use jsonc_parser::ast::{self, Object};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::ParseError;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::nesting_limit::{DEEPEST, Notation, too_deep};
use super::value::{Data, Entry, Table, TableForm, Value};
use crate::diag::{Diagnostic, Sink, Span, Spanned};
use crate::source::Source;

/// Reads a JSON file: an object, or a list. None if it has a syntax error, which is the only one reported.
pub(super) fn read<'a>(source: &'a Source, sink: &mut Sink) -> Option<Value<'a>> {
    if let Some(at) = too_deep(source.readable(), Notation::Json) {
        let fact = format!("this is nested more than {DEEPEST} deep");
        sink.push(Diagnostic::error("json-syntax", fact).at(source.span(at..at + 1), "the file was not read"));
        return None;
    }
    let parsed = match parse_to_ast(source.readable(), &CollectOptions::default(), &strict()) {
        Ok(parsed) => parsed.value?,
        Err(error) => {
            sink.push(finding(source, &error));
            return None;
        }
    };
    let value = Reader { source, sink: &mut *sink }.value(parsed)?;
    match value.data {
        Data::Table(_) | Data::List(_) => Some(value),
        other => {
            let fact = format!("a JSON file holds an object or a list, not {}", other.kind());
            sink.push(Diagnostic::error("json-syntax", fact).at(value.span, ""));
            None
        }
    }
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// Turns the crate's tree into ours.
struct Reader<'a, 's> {
    source: &'a Source,
    sink: &'s mut Sink,
}

impl<'a> Reader<'a, '_> {
    fn span(&self, range: Range) -> Span {
        self.source.span(range.start..range.end)
    }

    /// None of `null`, which says that there is no value.
    fn value(&mut self, value: ast::Value<'a>) -> Option<Value<'a>> {
        let span = self.span(value.range());
        let data = match value {
            ast::Value::StringLit(string) => Data::Str(string.value),
            ast::Value::NumberLit(number) => numeric(number.value),
            ast::Value::BooleanLit(bool) => Data::Bool(bool.value),
            ast::Value::NullKeyword(_) => return None,
            ast::Value::Array(array) => Data::List(self.list(array.elements)),
            ast::Value::Object(object) => Data::Table(self.table(object)),
        };
        Some(Value { data, span })
    }

    fn list(&mut self, items: Vec<ast::Value<'a>>) -> Vec<Value<'a>> {
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            let span = self.span(item.range());
            if let Some(value) = self.value(item) {
                list.push(value);
            } else {
                let finding = Diagnostic::error("wrong-type", "a list cannot hold `null`");
                self.sink.push(finding.at(span, "").help("leave it out"));
            }
        }
        list
    }

    fn table(&mut self, object: Object<'a>) -> Table<'a> {
        let mut table = Table::new(self.span(object.range), TableForm::Typed);
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for property in object.properties {
            let span = self.span(property.name.range());
            let key = match property.name {
                ast::ObjectPropName::String(name) => name.value,
                ast::ObjectPropName::Word(name) => name.value.into(),
            };
            if let Some(&first) = seen.get(&*key) {
                let finding = Diagnostic::error("duplicate-key", format!("the key `{key}` occurs twice"));
                self.sink.push(finding.at(span, "again").at(first, "first").help("keep one of the two"));
                continue;
            }
            seen.insert(key.to_string(), span);
            if let Some(value) = self.value(property.value) {
                table.entries.push(Entry { key: Spanned::new(key, span), value });
            }
        }
        table
    }
}

/// A number of JSON: whole if it is written without a point or exponent and fits.
fn numeric<'a>(written: &str) -> Data<'a> {
    match written.parse() {
        Ok(number) => Data::Int(number),
        Err(_) => Data::Float(written.parse().unwrap_or(f64::NAN)),
    }
}

fn finding(source: &Source, error: &ParseError) -> Diagnostic {
    let range = error.range();
    let mut message = error.kind().to_string();
    if let Some(first) = message.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let help = match message.as_str() {
        m if m.contains("Infinity and NaN") => "leave the value out",
        m if m.contains("comma") => "values are separated by one comma each",
        m if m.contains("single-quoted") => "write double quotes",
        m if m.contains("unterminated object") => "close it with }",
        m if m.contains("unterminated array") => "close it with ]",
        m if m.contains("unterminated string") => "close it with \"; a line break in a text is written \\n",
        m if m.contains("token in object") => "a key in double quotes stands here, or }",
        m if m.contains("unexpected word") => "put texts in double quotes",
        _ => "",
    };
    let finding = Diagnostic::error("json-syntax", message).at(source.span(range.start..range.end), "");
    if help.is_empty() { finding } else { finding.help(help) }
}
