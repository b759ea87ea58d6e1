//! A file that holds data and also says what the corpus is called, parted into the two.

use crate::model::record::data_keys;
use crate::read::{Data, Entry, Table, Value};

/// The data of a file that also says what the corpus is called, and the rest of it. A list of authors says in which order they
/// stand; of one author alone it says whose the statements are as well.
pub(super) fn parted(table: Table<'_>) -> (Table<'_>, Table<'_>) {
    let is_list = |entry: &Entry<'_>| matches!(entry.value.data, Data::List(_));
    let of_data = |entry: &Entry<'_>| entry.key.value != "author" && data_keys().any(|key| key.name == entry.key.value);
    if !table.entries.iter().any(of_data) {
        return (Table::new(table.span, table.form), table);
    }
    let (data, own): (Vec<_>, Vec<_>) =
        table.entries.into_iter().partition(|entry| of_data(entry) || (entry.key.value == "author" && !is_list(entry)));
    let with = |entries| Table { span: table.span, entries, form: table.form, damage: table.damage.clone() };
    let mut data = with(data);
    data.entries.extend(own.iter().find_map(only_author));
    (data, with(own))
}

/// `author = "id"` of a list of one author.
fn only_author<'a>(entry: &Entry<'a>) -> Option<Entry<'a>> {
    match &entry.value.data {
        Data::List(items) if entry.key.value == "author" => match items.as_slice() {
            [Value { data: Data::Table(only), .. }] => {
                Some(Entry { key: entry.key.clone(), value: only.get("id")?.value.clone() })
            }
            _ => None,
        },
        _ => None,
    }
}
