//! TOML to values: every syntax error of a file at once, and what could be read in spite of them.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::nesting_limit::{DEEPEST, Notation, too_deep};
use super::recover::{Flaw, Mended, SINGLE};
use super::toml_messages::{TWICE, TWICE_HEADER, worded};
use super::value::{Data, Entry, Table, TableForm, Value};
use crate::diag::{Diagnostic, Sink, Span, Spanned, counted};
use crate::source::Source;

/// Keys that occur twice whose first place is looked for: it takes a walk through the file.
const EXPLAINED: usize = 100;

/// Reads a TOML file. Tables that hold a syntax error are marked as damaged; the others are whole.
pub(super) fn read<'a>(source: &'a Source, sink: &mut Sink) -> Option<Table<'a>> {
    let text = source.readable();
    if let Some(at) = too_deep(text, Notation::Toml) {
        sink.push(nested(source, at));
        return None;
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let reader = Reader { source, mended: None, wrong: Vec::new(), headers: Vec::new(), own: |text| text };
        return Some(reader.table(0..0, root.into_inner()));
    }
    // A hostile file can have millions of errors: they must not be held twice.
    drop((root, errors));
    let mended = Mended::of(text);
    if let Some(at) = too_deep(&mended.text, Notation::Toml) {
        sink.push(nested(source, mended.real(at)));
        return None;
    }
    Some(recovered(source, &mended, sink))
}

/// What can be read of a file with errors; reports them.
fn recovered<'a>(source: &'a Source, mended: &Mended, sink: &mut Sink) -> Table<'a> {
    let (root, errors) = DeTable::parse_recoverable(&mended.text);
    let root = root.into_inner();
    let wrong = errors.iter().map(|error| error.span().unwrap_or_default().start).chain(mended.places());
    let mut wrong: Vec<usize> = wrong.collect();
    wrong.sort_unstable();
    let headers = headers(&mended.text, &root);
    let reader = Reader { source, mended: Some(mended), wrong, headers, own: |text| Cow::Owned(text.into_owned()) };
    let table = reader.table(0..0, root);
    let singles: Vec<&Flaw> = mended.flaws.iter().filter(|flaw| flaw.fact == SINGLE).collect();
    if let Some((first, rest)) = singles.split_first() {
        sink.push(single(source, first, rest));
    }
    for flaw in mended.flaws.iter().filter(|flaw| flaw.fact != SINGLE) {
        sink.push(never_closed(source, flaw));
    }
    let mut told = Told::default();
    let mut errors: Vec<_> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().unwrap_or_default().start);
    for (nth, error) in errors.into_iter().enumerate() {
        let range = error.span().unwrap_or_default();
        if told.follows(&mended.text, error.message(), range.start) {
            continue;
        }
        let finding = finding(source, error.message(), mended.real(range.start)..mended.real(range.end));
        sink.push(if nth < EXPLAINED { with_first(finding, source, &table) } else { finding });
    }
    table
}

/// What has been said, and what follows from it: of a header that stands twice its keys stand twice as well.
#[derive(Default)]
struct Told {
    /// Where the next header begins.
    until: usize,
    /// Where a line ends of which one mistake was told that leads to others.
    line: usize,
}

impl Told {
    fn follows(&mut self, text: &str, message: &str, at: usize) -> bool {
        let twice = message.starts_with("duplicate key");
        if (twice && at < self.until) || at < self.line {
            return true;
        }
        // No key, no value: what follows on the line follows from it. An escape is as wrong as the next one.
        let leads = ["invalid unquoted key", "missing escaped value", "too few unicode"];
        if leads.iter().any(|begins| message.starts_with(begins)) {
            let rest = text.get(at..).unwrap_or_default();
            self.line = at + rest.find('\n').unwrap_or(rest.len());
        }
        let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let rest = text.get(line..).unwrap_or_default();
        if twice && rest.trim_start().starts_with('[') {
            let next = rest
                .match_indices('\n')
                .find(|(at, _)| rest[at + 1..].trim_start_matches([' ', '\t']).starts_with('['));
            self.until = next.map_or(text.len(), |(at, _)| line + at);
        }
        false
    }
}

/// The finding on records of lists in single brackets, which is one mistake however often it was made.
fn single(source: &Source, first: &Flaw, rest: &[&Flaw]) -> Diagnostic {
    let label =
        if rest.is_empty() { String::new() } else { format!("and {} more", counted(rest.len(), "such header")) };
    Diagnostic::error("toml-syntax", first.fact).at(source.span(first.at.clone()), label).help(first.help.as_str())
}

/// Turns the crate's tree into ours.
struct Reader<'a, 'm> {
    source: &'a Source,
    /// What was read, if it is not the source as it stands.
    mended: Option<&'m Mended>,
    /// Where the syntax errors are in what was read, sorted.
    wrong: Vec<usize>,
    /// Where the headers are in it, if there are errors: a table reaches from its own to the next.
    headers: Vec<usize>,
    /// Makes a string of the tree one of the source.
    own: fn(Cow<'m, str>) -> Cow<'a, str>,
}

impl<'a, 'm> Reader<'a, 'm> {
    /// The place in the source of a range of what was read.
    fn span(&self, range: &Range<usize>) -> Span {
        let real = |at| self.mended.map_or(at, |mended| mended.real(at));
        self.source.span(real(range.start)..real(range.end))
    }

    fn table(&self, span: Range<usize>, table: DeTable<'m>) -> Table<'a> {
        let entries = table.into_iter().map(|(key, value)| {
            let span = self.span(&key.span());
            Entry { key: Spanned::new((self.own)(key.into_inner()), span), value: self.value(value) }
        });
        let mut entries: Vec<_> = entries.collect();
        // The crate sorts by key; people expect the order of the file.
        entries.sort_by_key(|entry| entry.key.span.start);
        let damage = self.damage(&span);
        let form = if damage.is_empty() { TableForm::Typed } else { TableForm::Damaged };
        Table { span: self.span(&span), entries, form, damage: damage.into() }
    }

    /// Where the syntax errors in a table are.
    fn damage(&self, table: &Range<usize>) -> Vec<Span> {
        let end = match self.headers.binary_search(&table.start) {
            Ok(nth) => self.headers.get(nth + 1).map_or(usize::MAX, |&next| next - 1),
            Err(_) => table.end,
        };
        let from = self.wrong.partition_point(|&at| at < table.start);
        let inside = self.wrong.iter().skip(from).take_while(|&&at| at <= end);
        inside.map(|&at| self.span(&(at..at))).collect()
    }

    fn value(&self, value: toml::Spanned<DeValue<'m>>) -> Value<'a> {
        let span = value.span();
        let data = match value.into_inner() {
            DeValue::String(text) => Data::Str((self.own)(text)),
            DeValue::Boolean(value) => Data::Bool(value),
            DeValue::Integer(number) => integer(&number.to_string(), number.as_str(), number.radix()),
            DeValue::Float(number) => Data::Float(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Datetime(_) => Data::Str(self.written(self.span(&span)).into()),
            DeValue::Array(items) => Data::List(items.into_iter().map(|item| self.value(item)).collect()),
            DeValue::Table(table) => Data::Table(self.table(span.clone(), table)),
        };
        Value { data, span: self.span(&span) }
    }

    fn written(&self, span: Span) -> &'a str {
        self.source.readable().get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

/// A number beyond 64 bits is no integer to us, so it becomes what it is nearest to.
fn integer<'a>(written: &str, digits: &str, radix: u32) -> Data<'a> {
    match i64::from_str_radix(digits, radix) {
        Ok(number) => Data::Int(number),
        Err(_) => Data::Float(written.parse().unwrap_or(f64::INFINITY)),
    }
}

/// Where the headers begin; the table of the file itself begins at 0.
fn headers(text: &str, root: &DeTable<'_>) -> Vec<usize> {
    let mut headers = vec![0];
    root.values().for_each(|value| collect_headers(text, value, &mut headers));
    headers.sort_unstable();
    headers.dedup();
    headers
}

fn collect_headers(text: &str, value: &toml::Spanned<DeValue<'_>>, headers: &mut Vec<usize>) {
    match value.get_ref() {
        DeValue::Table(table) => {
            let start = value.span().start;
            if text.as_bytes().get(start) == Some(&b'[') {
                headers.push(start);
            }
            table.values().for_each(|value| collect_headers(text, value, headers));
        }
        DeValue::Array(items) => items.iter().for_each(|item| collect_headers(text, item, headers)),
        _ => {}
    }
}

fn nested(source: &Source, at: usize) -> Diagnostic {
    let fact = format!("this is nested more than {DEEPEST} deep");
    Diagnostic::error("toml-syntax", fact).at(source.span(at..at), "the file was not read")
}

fn never_closed(source: &Source, flaw: &Flaw) -> Diagnostic {
    let finding = Diagnostic::error("toml-syntax", flaw.fact).at(source.span(flaw.at.clone()), "");
    let finding = match flaw.before {
        Some(before) => finding.at(source.span(before..before), "not closed before this"),
        None => finding,
    };
    finding.help(flaw.help.as_str())
}

/// The finding for an error of the crate.
fn finding(source: &Source, message: &str, range: Range<usize>) -> Diagnostic {
    let header = source.text.get(..range.start).is_some_and(|before| before.ends_with('['));
    let (fact, label, help) = worded(message, source.text.get(range.clone()).unwrap_or_default(), header);
    let finding = Diagnostic::error("toml-syntax", fact).at(source.span(range), label);
    match help {
        Some(help) => finding.help(help),
        None => finding,
    }
}

/// The same finding; if it is on a key that occurs twice, with the place of the first.
fn with_first(finding: Diagnostic, source: &Source, root: &Table<'_>) -> Diagnostic {
    let again = finding.place().filter(|_| [TWICE, TWICE_HEADER].contains(&&*finding.message));
    let found = again.and_then(|again| {
        let key = source.text.get(again.start as usize..again.end as usize)?;
        first(source, root, key, again)
    });
    match found {
        Some((_, first)) => finding.at(first, "first"),
        None => finding,
    }
}

/// Where a key occurs first that occurs again at `again`: in the table that began last before it and can hold it, which
/// is given as well.
fn first(source: &Source, table: &Table<'_>, key: &str, again: Span) -> Option<(u32, Span)> {
    let begins = table.span.start;
    let header = begins == 0 || source.text.as_bytes().get(begins as usize) == Some(&b'[');
    let holds = begins <= again.start && (header || again.end <= table.span.end);
    let own = table.get(key).filter(|entry| holds && entry.key.span.start < again.start);
    let inner = table.entries.iter().flat_map(|entry| match &entry.value.data {
        Data::List(items) => items.as_slice(),
        _ => std::slice::from_ref(&entry.value),
    });
    let inner = inner.filter_map(|value| match &value.data {
        Data::Table(table) => first(source, table, key, again),
        _ => None,
    });
    inner.chain(own.map(|entry| (begins, entry.key.span))).max_by_key(|&(begins, _)| begins)
}
