//! A record found again in the tree of its file, by its place.

use parallax_core::diag::Span;
use parallax_core::read::{Data, Table, Value};

/// The table at a place. Records stand in lists of the file, or of its root.
pub(super) fn find<'t, 'a>(value: &'t Value<'a>, place: Span) -> Option<&'t Table<'a>> {
    tables(value).into_iter().find(|(_, table)| table.span == place).map(|(_, table)| table)
}

/// Every record of a file with the key of its list; of a file that is a bare list the key is empty.
pub(super) fn tables<'t, 'a>(value: &'t Value<'a>) -> Vec<(&'t str, &'t Table<'a>)> {
    let of = |key: &'t str, value: &'t Value<'a>| -> Vec<(&'t str, &'t Table<'a>)> {
        match &value.data {
            Data::List(items) => items
                .iter()
                .filter_map(|item| match &item.data {
                    Data::Table(table) => Some((key, table)),
                    _ => None,
                })
                .collect(),
            Data::Table(table) => vec![(key, table)],
            _ => Vec::new(),
        }
    };
    match &value.data {
        Data::Table(root) => root.entries.iter().flat_map(|entry| of(&entry.key.value, &entry.value)).collect(),
        _ => of("", value),
    }
}
