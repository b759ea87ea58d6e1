//! Decoding a record: asks for its keys one by one, and reports all that is wrong in it at once.

use super::items::spanned;
use super::loose::{truth, whole};
use super::remedy::remedy;
use super::value::{Data, Entry, Table, TableForm, Value};
use crate::diag::{Diagnostic, Help, Sink, Span, Spanned, meant};
use crate::model::record::{FieldType, RELATION, Record};

// The keys of a record are declared in one place; this room knows nothing else of what the values mean.

/// A record being decoded. Ask for every key that it may have, then `finish`.
///
/// Which keys those are the [`Record`] says. A debug build holds the decoder to it: it asks for all of them, for nothing
/// else, and as what they are.
///
/// An empty cell of a CSV row is absent. Of what a syntax error has damaged nothing is reported as missing or mistyped:
/// the error was.
#[derive(Debug)]
pub struct Fields<'t, 'a, 's> {
    table: &'t Table<'a>,
    record: &'static Record,
    sink: &'s mut Sink,
    /// The keys asked for, as bits by their places in the record; kept in a debug build only.
    asked: u64,
    /// Whether what only a row has was asked for in a tree.
    columns: bool,
}

impl<'t, 'a, 's> Fields<'t, 'a, 's> {
    /// Begins to decode a record.
    pub fn new(table: &'t Table<'a>, record: &'static Record, sink: &'s mut Sink) -> Self {
        Self { table, record, sink, asked: 0, columns: false }
    }

    /// Where the record begins.
    #[must_use]
    pub fn span(&self) -> Span {
        self.table.span
    }

    /// For findings of the caller's own.
    pub fn sink(&mut self) -> &mut Sink {
        self.sink
    }

    /// A string.
    pub fn str(&mut self, key: &'static str) -> Option<Spanned<&'t str>> {
        self.ask(key, false, FieldType::is_text);
        let value = self.value(key)?;
        // What a syntax error has left of a date or a free text is not judged once more.
        let free = matches!(
            self.record.column(key).map(|key| &key.shape),
            Some(FieldType::Date | FieldType::Text | FieldType::Anchor)
        );
        if free && self.is_damaged(value.span) {
            return None;
        }
        match &value.data {
            Data::Str(text) => Some(Spanned::new(&**text, value.span)),
            _ => self.mistyped(key, "a string", value),
        }
    }

    /// A string of a key that rows have, and that a record of a tree may have as well.
    pub fn column(&mut self, key: &'static str) -> Option<Spanned<&'t str>> {
        self.columns = true;
        let value = self.value(key)?;
        match &value.data {
            Data::Str(text) => Some(Spanned::new(&**text, value.span)),
            _ => self.mistyped(key, "a string", value),
        }
    }

    /// A string that must be there and not blank.
    pub fn required_str(&mut self, key: &'static str) -> Option<Spanned<&'t str>> {
        self.ask(key, true, FieldType::is_text);
        let Some(value) = self.value(key) else {
            return self.missing(key);
        };
        let Data::Str(text) = &value.data else {
            return self.mistyped(key, "a string", value);
        };
        if text.trim().is_empty() {
            return self.blank(key, value.span);
        }
        Some(Spanned::new(&**text, value.span))
    }

    /// A whole number.
    pub fn int(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        self.ask(key, false, |shape| matches!(shape, FieldType::Whole(..)));
        self.whole(key)
    }

    fn whole(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        let value = self.value(key)?;
        let number = match &value.data {
            Data::Int(number) => Some(*number),
            Data::Str(text) if self.loose() => whole(text),
            _ => None,
        };
        match number {
            Some(number) => Some(Spanned::new(number, value.span)),
            None => self.mistyped(key, "a whole number", value),
        }
    }

    /// A whole number that must be there.
    pub fn required_int(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        self.ask(key, true, |shape| matches!(shape, FieldType::Whole(..)));
        if self.value(key).is_none() { self.missing(key) } else { self.whole(key) }
    }

    /// True or false; in a cell also yes, no, 1 or 0.
    pub fn bool(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        self.ask(key, false, |shape| matches!(shape, FieldType::Truth));
        let value = self.value(key)?;
        let truth = match &value.data {
            Data::Bool(truth) => Some(*truth),
            Data::Str(text) if self.loose() => truth(text),
            _ => None,
        };
        match truth {
            Some(truth) => Some(Spanned::new(truth, value.span)),
            None => self.mistyped(key, "true or false", value),
        }
    }

    /// True, false, or one of a few words, each of which stands for something.
    pub fn bool_or<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<Spanned<Result<bool, T>>> {
        self.ask(key, false, |shape| is_of(shape, choices));
        let value = self.value(key)?;
        let truth = match &value.data {
            Data::Bool(truth) => Some(*truth),
            Data::Str(text) if self.loose() => truth(text),
            Data::Str(_) => None,
            _ => return self.mistyped(key, "true, false or a word", value),
        };
        match truth {
            Some(truth) => Some(Spanned::new(Ok(truth), value.span)),
            None => self.chosen(key, choices).map(|word| word.map(Err)),
        }
    }

    /// One string or a list of them; a cell is split at `;`. Empty if the key is absent.
    pub fn list(&mut self, key: &'static str) -> Vec<Spanned<&'t str>> {
        // In a cell there are no tables: what they would hold stands in words.
        let in_words = self.loose();
        let is_table = |shape: &FieldType| shape.is_table() || shape.is_tables();
        self.ask(key, false, |shape| shape.is_texts() || (in_words && is_table(shape)));
        self.value(key).map_or_else(Vec::new, |value| self.listed(key, value))
    }

    /// A list with at least one item, none of them blank.
    pub fn required_list(&mut self, key: &'static str) -> Vec<Spanned<&'t str>> {
        self.ask(key, true, FieldType::is_texts);
        let Some(value) = self.value(key) else { return self.missing(key).unwrap_or_default() };
        let list = self.listed(key, value);
        let nothing = match &value.data {
            Data::List(items) => items.is_empty(),
            Data::Str(_) => list.is_empty(),
            _ => false,
        };
        let blank = list.iter().find(|item| item.value.trim().is_empty()).map(|item| item.span);
        match blank.or(nothing.then_some(value.span)) {
            Some(span) => self.blank(key, span).unwrap_or_default(),
            None => list,
        }
    }

    /// A table.
    pub fn table(&mut self, key: &'static str) -> Option<&'t Table<'a>> {
        self.ask(key, false, FieldType::is_table);
        let value = self.value(key)?;
        match &value.data {
            Data::Table(table) => Some(table),
            _ => self.mistyped(key, "a table", value),
        }
    }

    /// A table that must be there.
    pub fn required_table(&mut self, key: &'static str) -> Option<&'t Table<'a>> {
        self.ask(key, true, FieldType::is_table);
        match self.value(key) {
            None => self.missing(key),
            Some(Value { data: Data::Table(table), .. }) => Some(table),
            Some(value) => self.mistyped(key, "a table", value),
        }
    }

    /// A list of tables. Empty if the key is absent.
    pub fn tables(&mut self, key: &'static str) -> Vec<&'t Table<'a>> {
        self.ask(key, false, FieldType::is_tables);
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Data::List(items) = &value.data else {
            return self.mistyped(key, "a list of tables", value).unwrap_or_default();
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            match &item.data {
                Data::Table(table) => tables.push(table),
                _ => self.report_type(key, "a list of tables", item),
            }
        }
        tables
    }

    /// One of a few words, each of which stands for something.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<Spanned<T>> {
        self.ask(key, false, |shape| is_of(shape, choices));
        self.chosen(key, choices)
    }

    fn chosen<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<Spanned<T>> {
        let value = self.value(key)?;
        let Data::Str(text) = &value.data else { return self.mistyped(key, "a string", value) };
        let word = Spanned::new(&**text, value.span);
        let loose = self.loose();
        let is = |name: &str| name == word.value || (loose && name.eq_ignore_ascii_case(word.value.trim()));
        let chosen = choices.iter().find(|(name, _)| is(name));
        if let Some(&(_, choice)) = chosen {
            return Some(Spanned::new(choice, word.span));
        }
        let names = || choices.iter().map(|&(name, _)| name);
        let is_truth_too = self.record.column(key).is_some_and(|column| matches!(column.shape, FieldType::TruthOr(_)));
        let or_truth = if is_truth_too { "true, false or " } else { "" };
        let finding = Diagnostic::error("bad-value", format!("`{}` is no {key}", word.value))
            .at(word.span, format!("unknown {key}"))
            .did_you_mean(meant(key, word.value, &names().collect::<Vec<_>>()).as_deref())
            .help(format!("`{key}` is {or_truth}one of {}", names().collect::<Vec<_>>().join(", ")));
        self.sink.push(finding);
        None
    }

    /// One of a few words, which must be there.
    pub fn required_choice<T: Copy>(&mut self, key: &'static str, choices: &[(&str, T)]) -> Option<Spanned<T>> {
        self.ask(key, true, |shape| is_of(shape, choices));
        if self.value(key).is_none() { self.missing(key) } else { self.chosen(key, choices) }
    }

    /// Any value, for what the other methods do not know.
    pub fn value(&mut self, key: &'static str) -> Option<&'t Value<'a>> {
        debug_assert!(self.record.column(key).is_some(), "{} does not declare `{key}`", self.record.name);
        if cfg!(debug_assertions) {
            self.asked |= self.record.place(key).map_or(0, |place| 1 << place);
        }
        self.table.get(key).map(|entry: &Entry<'a>| &entry.value)
    }

    /// A debug build holds the decoder to the record: the key is declared, needed or not, and read as what it is.
    fn ask(&self, key: &str, required: bool, fits: impl Fn(&FieldType) -> bool) {
        if cfg!(debug_assertions) {
            let declared = self.record.column(key);
            let agrees = declared.is_some_and(|key| key.required == required && fits(&key.shape));
            assert!(agrees, "`{key}` of {} is read as what it is not: {declared:?}", self.record.name);
        }
    }

    /// Reports the keys that the record does not have.
    pub fn finish(self) {
        let (columns, keys) = self.record.counts();
        debug_assert_eq!(self.asked >> columns, (1 << keys) - 1, "a key of {} is not asked for", self.record.name);
        if self.loose() {
            return;
        }
        let astray = self.astray();
        if let [first, _, ..] = astray.as_slice() {
            let names = astray.iter().map(|entry| format!("`{}`", entry.key.value)).collect::<Vec<_>>().join(", ");
            let what = with_article(self.record.name);
            let finding =
                Diagnostic::error("unknown-key", format!("{what} has no keys {names}: they are those of a relation"));
            let finding = finding.at(first.key.span, "the first of them");
            self.sink.push(finding.help("write [[relation]] in the line above the first key of the relation"));
        }
        for entry in &self.table.entries {
            let key = &*entry.key.value;
            if astray.len() > 1 && astray.iter().any(|astray| astray.key.value == entry.key.value) {
                continue;
            }
            if self.record.key(key).is_some() || (self.columns && self.record.column(key).is_some()) {
                continue;
            }
            let names = self.record.key_names();
            let near = meant(self.record.name, key, &names);
            let finding =
                Diagnostic::error("unknown-key", format!("{} has no key `{key}`", with_article(self.record.name)))
                    .at(entry.key.span, "unknown key")
                    .did_you_mean(near.as_deref());
            let known = format!("the keys are {}", names.join(", "));
            self.sink.push(if near.is_some() { finding } else { finding.help(known) });
        }
    }

    /// Keys of a relation that stand in another record because their header is missing: its two ends are among them.
    fn astray(&self) -> Vec<&'t Entry<'a>> {
        let foreign = |entry: &&Entry<'a>| {
            let key = &*entry.key.value;
            self.record.column(key).is_none() && RELATION.key(key).is_some()
        };
        let found: Vec<&Entry<'a>> = self.table.entries.iter().filter(foreign).collect();
        let has = |key: &str| found.iter().any(|entry| entry.key.value == key);
        if has("from") && has("to") { found } else { Vec::new() }
    }

    /// Whether a syntax error stands in a value, or right at its end.
    fn is_damaged(&self, span: Span) -> bool {
        let damage = &self.table.damage;
        let next = damage.partition_point(|place| place.start < span.start);
        damage.get(next).is_some_and(|place| place.start <= span.end)
    }

    fn loose(&self) -> bool {
        self.table.form == TableForm::Cells
    }

    fn listed(&mut self, key: &str, value: &'t Value<'a>) -> Vec<Spanned<&'t str>> {
        match &value.data {
            Data::Str(text) if self.loose() => spanned(text, value.span),
            Data::Str(text) => vec![Spanned::new(&**text, value.span)],
            Data::List(items) => self.strings(key, items),
            _ => self.mistyped(key, "a string or a list of strings", value).unwrap_or_default(),
        }
    }

    /// The strings of a list; other items are reported.
    fn strings(&mut self, key: &str, items: &'t [Value<'a>]) -> Vec<Spanned<&'t str>> {
        let mut strings = Vec::with_capacity(items.len());
        for item in items {
            match &item.data {
                Data::Str(text) => strings.push(Spanned::new(&**text, item.span)),
                _ => self.report_type(key, "a list of strings", item),
            }
        }
        strings
    }

    fn missing<T>(&mut self, key: &str) -> Option<T> {
        if self.table.damage.is_empty() {
            let fact = format!("{} needs `{key}`", with_article(self.record.name));
            let finding = Diagnostic::error("missing-field", fact).at(self.table.span, format!("no `{key}` here"));
            let remedy = Help::entry("add", key, "\"...\"", "");
            let remedy = if self.loose() { format!("fill in `{key}`").into() } else { remedy };
            self.sink.push(finding.help(remedy));
        }
        None
    }

    fn blank<T>(&mut self, key: &str, span: Span) -> Option<T> {
        if self.table.damage.is_empty() {
            let fact = format!("`{key}` of {} is blank", with_article(self.record.name));
            self.sink.push(Diagnostic::error("missing-field", fact).at(span, "nothing here").help("fill it in"));
        }
        None
    }

    fn mistyped<T>(&mut self, key: &str, expected: &str, value: &Value<'_>) -> Option<T> {
        self.report_type(key, expected, value);
        None
    }

    fn report_type(&mut self, key: &str, expected: &str, value: &Value<'_>) {
        if !self.is_damaged(value.span) {
            let found = match &value.data {
                Data::Str(text) if self.loose() => format!("`{text}`"),
                data => data.kind().to_owned(),
            };
            let fact = format!("`{key}` of {}: expected {expected}, found {found}", with_article(self.record.name));
            let mut finding = Diagnostic::error("wrong-type", fact).at(value.span, format!("not {expected}"));
            for help in remedy(key, expected, &value.data, self.record.column(key)) {
                finding = finding.help(help);
            }
            self.sink.push(finding);
        }
    }
}

/// Whether a shape is that of just these words.
fn is_of<T>(shape: &FieldType, choices: &[(&str, T)]) -> bool {
    matches!(shape, FieldType::Words(words) | FieldType::TruthOr(words) if words.iter().map(|(word, _)| word).eq(choices.iter().map(|(word, _)| word)))
}

/// A noun with its article.
fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
