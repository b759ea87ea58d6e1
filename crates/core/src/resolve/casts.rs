//! In which roles a statement casts those of whom it speaks.

use super::decode;
use crate::diag::{Diagnostic, Sink, Span, Spanned, meant};
use crate::model::record::CASTS;
use crate::model::{CastEnd, CastRole, Casts, Qualifiers, Stance, Standing};
use crate::read::{Data, Fields, Table, Value};

/// The roles of a record. That it casts somebody whom it does not name is reported.
pub(super) fn read(fields: &mut Fields<'_, '_, '_>, table: &Table<'_>) -> Casts {
    let given = if decode::is_row(table) { of_cell(fields) } else { of_table(fields) };
    let mut casts = Casts::default();
    for (end, role) in given {
        if names(table, end.value) {
            casts.set(end.value, role);
        } else {
            let key = end.value.word();
            let finding =
                Diagnostic::error("casts-nobody", format!("`casts` gives `{key}` a role, and nobody is named there"));
            let help = format!("name them under `{key}`, or take `{key}` out of `casts`");
            fields.sink().push(finding.at(end.span, "who?").help(help));
        }
    }
    casts
}

/// Whether a record names somebody so; who is unknown was named.
fn names(table: &Table<'_>, end: CastEnd) -> bool {
    let is_blank = |value: &Value<'_>| matches!(&value.data, Data::List(items) if items.is_empty());
    table.get(end.word()).is_some_and(|entry| !is_blank(&entry.value))
}

/// `casts = { from = "villain", to = "victim" }`.
fn of_table(fields: &mut Fields<'_, '_, '_>) -> Vec<(Spanned<CastEnd>, CastRole)> {
    let Some(table) = fields.table("casts") else { return Vec::new() };
    let mut inner = Fields::new(table, &CASTS, fields.sink());
    let mut given = Vec::new();
    for (key, end) in CastEnd::WORDS {
        let word = inner.str(key);
        let role = word.and_then(|word| role(word, inner.sink()).map(|role| (Spanned::new(*end, word.span), role)));
        given.extend(role);
    }
    inner.finish();
    given
}

/// In a cell: `from villain; to victim`.
fn of_cell(fields: &mut Fields<'_, '_, '_>) -> Vec<(Spanned<CastEnd>, CastRole)> {
    let mut given: Vec<(Spanned<CastEnd>, CastRole)> = Vec::new();
    for cell in fields.list("casts") {
        let (key, word) = cell.value.trim().split_once(' ').unwrap_or((cell.value.trim(), ""));
        let end = CastEnd::from_word(key).filter(|end| !given.iter().any(|(known, _)| known.value == *end));
        let Some(end) = end else {
            let what = format!("`{}` casts nobody", cell.value);
            let finding = Diagnostic::error("bad-value", what).at(cell.span, "not a role of somebody");
            let keys = CastEnd::WORDS.iter().map(|(key, _)| *key).collect::<Vec<_>>().join(", ");
            let help = format!("write one of {keys}, each at most once, a space, and a role: from villain; to victim");
            fields.sink().push(finding.help(help));
            continue;
        };
        let role = role(Spanned::new(word.trim(), cell.span), fields.sink());
        given.extend(role.map(|role| (Spanned::new(end, cell.span), role)));
    }
    given
}

fn role(word: Spanned<&str>, sink: &mut Sink) -> Option<CastRole> {
    let found = CastRole::from_word(word.value.trim());
    if found.is_none() {
        let words: Vec<&str> = CastRole::WORDS.iter().map(|(word, _)| *word).collect();
        let finding = Diagnostic::error("bad-value", format!("`{}` is no role in a story", word.value));
        let finding = finding.at(word.span, "unknown role").did_you_mean(meant("casts", word.value, &words).as_deref());
        sink.push(finding.help(format!("a role is one of {}", words.join(", "))));
    }
    found
}

/// What the author says is not so casts nobody. A claim of others that the author rejects keeps the roles that they give.
pub(super) fn none_in_denials(said: &Qualifiers, casts: Casts, table: &Table<'_>, sink: &mut Sink) {
    let is_own = matches!(said.stance, Stance::Asserts | Stance::Endorses);
    if casts.is_empty() || !is_own || said.standing() != Standing::Denies {
        return;
    }
    let place = |key: &str| table.get(key).map_or(table.span, |entry: &_| -> Span { entry.value.span });
    let finding = Diagnostic::warning("cast-in-denial", "what is said not to be so casts nobody");
    let finding = finding.at(place("casts"), "these roles").at(place("negated"), "it is not so");
    sink.push(
        finding
            .help("if the text casts somebody by what is not done, code that harm or rescue as a statement of its own"),
    );
}
