//! Slips at the head of a data file, each said once where it was made and mended for the reading of the rest: `[relation]` for
//! `[[relation]]`, `[[author]]` for `[author]`, keys that stand under no header.

use crate::diag::{Diagnostic, Help, Sink, meant};
use crate::model::record::{FieldType, Record, data_keys};
use crate::read::{Data, Entry, Table, TableForm, Value};

/// Reports what is wrong with the keys of a file, and puts right what can only be meant one way.
pub(super) fn mend(table: &mut Table<'_>, sink: &mut Sink) {
    let is_known = |entry: &Entry<'_>| {
        let known = data_keys().any(|known| known.name == entry.key.value);
        // `type = "opposes"` is no list of types that went wrong.
        known && (entry.key.value != "type" || !matches!(entry.value.data, Data::Str(_)))
    };
    for entry in table.entries.iter_mut().filter(|entry| is_known(entry)) {
        match data_keys().find(|key| key.name == entry.key.value).map(|key| key.shape) {
            Some(FieldType::Tables(_)) => one_of_many(entry, sink),
            Some(FieldType::TableOr(..)) => many_of_one(entry, sink),
            _ => {}
        }
    }
    let unknown: Vec<&Entry<'_>> = table.entries.iter().filter(|entry| !is_known(entry)).collect();
    if table.form != TableForm::Damaged {
        without_header(&unknown, sink).unwrap_or_else(|| unknown.iter().for_each(|entry| stranger(entry, sink)));
    }
}

/// A record where a list of them belongs.
fn one_of_many(entry: &mut Entry<'_>, sink: &mut Sink) {
    let key = entry.key.value.to_string();
    let wrong = match &entry.value.data {
        Data::List(items) => items.iter().find(|item| !matches!(item.data, Data::Table(_))),
        _ => Some(&entry.value),
    };
    let Some(wrong) = wrong else { return };
    let finding = Diagnostic::error("wrong-type", format!("`{key}` is a list of tables, found {}", wrong.data.kind()));
    sink.push(
        finding
            .at(wrong.span, "not a list of tables")
            .help(Help::in_trees(format!("begin each one with [[{key}]]"), format!("write \"{key}\": [{{ ... }}]"))),
    );
    if let Data::Table(one) = &entry.value.data {
        let item = Value { span: entry.value.span, data: Data::Table(one.clone()) };
        entry.value.data = Data::List(vec![item]);
    }
}

/// A list where one record belongs.
fn many_of_one(entry: &mut Entry<'_>, sink: &mut Sink) {
    let Data::List(items) = &entry.value.data else { return };
    let key = entry.key.value.to_string();
    let Some(first @ Value { data: Data::Table(_), .. }) = items.first() else { return };
    let finding = Diagnostic::error("wrong-type", format!("`{key}` is a table or an id, found a list of tables"));
    let finding = match items.get(1) {
        None => finding.at(first.span, "one of a list").help(Help::in_trees(
            format!("write [{key}] in single brackets"),
            format!("write \"{key}\": {{ ... }}"),
        )),
        Some(second) => finding.at(second.span, "a second one").at(first.span, "the first").help(format!(
            "a file holds what one {key} says: give each a file of its own in relations/, with [{key}] in single brackets"
        )),
    };
    sink.push(finding);
    entry.value = first.clone();
}

/// Keys of a record that stand under no header, said once.
fn without_header(unknown: &[&Entry<'_>], sink: &mut Sink) -> Option<()> {
    let records = data_keys().filter_map(|key| Some((key, key.shape.record()?)));
    let fits = |record: &Record| unknown.iter().filter(|entry| record.key(&entry.key.value).is_some()).count();
    // Of records that fit alike the first stands.
    let (key, record) = records.rev().max_by_key(|(_, record)| fits(record))?;
    let (own, strange): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) =
        unknown.iter().copied().partition(|entry| record.key(&entry.key.value).is_some());
    let first = own.first()?;
    let names = own.iter().map(|entry| format!("`{}`", entry.key.value)).collect::<Vec<_>>().join(", ");
    let stands = if own.len() == 1 { "stands" } else { "stand" };
    let header =
        if matches!(key.shape, FieldType::Tables(_)) { format!("[[{}]]", key.name) } else { format!("[{}]", key.name) };
    let finding = Diagnostic::error("unknown-key", format!("{names} {stands} under no header"));
    sink.push(finding.at(first.key.span, "of what?").help(format!("write {header} in the line above")));
    for entry in strange {
        stranger(entry, sink);
    }
    Some(())
}

fn stranger(entry: &Entry<'_>, sink: &mut Sink) {
    let key = &*entry.key.value;
    let known: Vec<&str> = data_keys().map(|key| key.name).collect();
    let finding = Diagnostic::error("unknown-key", format!("a data file has no key `{key}`"));
    let finding = finding.at(entry.key.span, "unknown key").did_you_mean(meant("file", key, &known).as_deref());
    sink.push(finding.help(format!("the keys are {}", known.join(", "))));
}
