//! Small decodings that several records share: ids, dates, references, and words of the model.

use crate::diag::{Diagnostic, Help, Sink, Span, Spanned};
use crate::model::record::MEMBERSHIP;
use crate::model::{Period, how_to_write};
use crate::read::{Data, Fields, Table, TableForm, Value};

/// Characters that the selection language needs for itself.
const RESERVED: &[char] = &[':', ',', '+', '=', '#', '~'];

/// Checks an id that a person chose: no spaces, none of the characters that select.
pub(super) fn id<'t>(id: Spanned<&'t str>, sink: &mut Sink) -> Option<Spanned<&'t str>> {
    let wrong = id
        .value
        .chars()
        .find(|character| character.is_whitespace() || character.is_control() || RESERVED.contains(character));
    let Some(wrong) = wrong else { return Some(id) };
    let finding = Diagnostic::error("bad-id", format!("an id cannot contain {wrong:?}")).at(id.span, "this id");
    sink.push(finding.help("use letters, digits, `-`, `_` and `.`"));
    None
}

/// A date or interval; a wrong one is shown with what is wrong.
pub(super) fn period(text: Option<Spanned<&str>>, sink: &mut Sink) -> Option<Period> {
    let text = text?;
    let typed = text.value.trim();
    match Period::parse(typed) {
        Ok(period) => Some(period),
        Err((why, at)) => {
            let finding = Diagnostic::error("bad-date", format!("`{typed}` is no EDTF date: {why}"));
            let place = typed.get(..at).map_or(at, |before| before.chars().count()) + 1;
            sink.push(finding.at(text.span, format!("wrong at character {place}")).help(how_to_write(typed)));
            None
        }
    }
}

/// The text of an optional string.
pub(super) fn boxed(text: Option<Spanned<&str>>) -> Option<Box<str>> {
    text.map(|text| text.value.trim()).filter(|text| !text.is_empty()).map(Into::into)
}

/// A paraphrase; one that is still to be written is reported, unless it is a cell that was left empty.
pub(super) fn gloss(fields: &mut Fields<'_, '_, '_>) -> Option<Box<str>> {
    let gloss = fields.str("gloss")?;
    if gloss.value.trim().is_empty() {
        let finding = Diagnostic::warning("empty-gloss", "this gloss is empty").at(gloss.span, "nothing here");
        fields.sink().push(finding.help("say in your own words what the passage says, or take `gloss` out"));
    }
    boxed(Some(gloss))
}

/// Reports an id that is declared twice, with both places.
pub(super) fn duplicate(what: &str, name: &str, second: Span, first: Option<Span>, sink: &mut Sink) {
    let mut finding =
        Diagnostic::error("duplicate-id", format!("{what} `{name}` is declared twice")).at(second, "again here");
    if let Some(first) = first {
        finding = finding.at(first, "first here");
    }
    sink.push(finding.help("rename one of them, or merge the two"));
}

/// One of a few words in a cell or a string, such as a stance.
pub(super) fn word<T: Copy>(
    fields: &mut Fields<'_, '_, '_>,
    key: &'static str,
    words: &'static [(&'static str, T)],
) -> Option<T> {
    fields.choice(key, words).map(|found| found.value)
}

/// A reference to an actor with the time in which it holds, if that is said.
pub(super) type Dated<'t> = (Spanned<&'t str>, Option<Period>);

/// Dated references to actors: `"us"`, or `{ actor = "us", when = "2025/.." }`, or a list of these.
pub(super) fn dated<'t>(fields: &mut Fields<'t, '_, '_>, key: &'static str) -> Vec<Dated<'t>> {
    mixed(fields, key, |actor| (actor, None), dated_table, "{ actor = \"us\", when = \"2025/..\" }")
}

/// Strings and tables, alone or in a list: what a plain string says, a table can say in more detail.
pub(super) fn mixed<'t, T>(
    fields: &mut Fields<'t, '_, '_>,
    key: &'static str,
    plain: fn(Spanned<&'t str>) -> T,
    detailed: fn(&'t Table<'_>, &mut Sink) -> Option<T>,
    example: &str,
) -> Vec<T> {
    let value = fields.value(key);
    let is_table = |value: &Value<'_>| matches!(value.data, Data::Table(_));
    let items: &[Value<'_>] = match value.map(|value| (value, &value.data)) {
        Some((_, Data::List(items))) if items.iter().any(is_table) => items,
        Some((value, Data::Table(_))) => std::slice::from_ref(value),
        _ => return fields.list(key).into_iter().map(plain).collect(),
    };
    let one = |item: &'t Value<'_>| match &item.data {
        Data::Str(text) => Some(plain(Spanned::new(&**text, item.span))),
        Data::Table(table) => detailed(table, fields.sink()),
        other => {
            let fact = format!("`{key}` holds strings and tables, found {}", other.kind());
            let finding = Diagnostic::error("wrong-type", fact).at(item.span, "neither");
            fields.sink().push(finding.help(Help::entry("write", key, &format!("[{example}]"), "")));
            None
        }
    };
    items.iter().filter_map(one).collect()
}

fn dated_table<'t>(table: &'t Table<'_>, sink: &mut Sink) -> Option<Dated<'t>> {
    let mut fields = Fields::new(table, &MEMBERSHIP, sink);
    let actor = fields.required_str("actor");
    let when = fields.str("when");
    let when = period(when, fields.sink());
    fields.finish();
    actor.map(|actor| (actor, when))
}

/// Whether values of a table are the texts of cells.
pub(super) fn is_row(table: &Table<'_>) -> bool {
    table.form == TableForm::Cells
}
