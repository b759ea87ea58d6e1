//! A table of statements, read row by row: a million of them never stand in memory as a tree.

use super::config::TableOptions;
use super::relations::{Collector, Whose};
use crate::diag::{Sink, Spanned};
use crate::model::AuthorId;
use crate::model::record::RELATION;
use crate::read::Rows;
use crate::source::Source;

/// The columns without which a table holds no statements.
const NEEDED: &[&str] = &["from", "to", "type"];

pub(super) fn read(source: &Source, options: &TableOptions, collector: &mut Collector<'_>, sink: &mut Sink) {
    let Some(mut rows) = Rows::open(source, &options.columns, &RELATION.column_names(), sink) else { return };
    let complete = rows.require(NEEDED, sink);
    let whose = if rows.has("author") {
        Some(Whose::Said)
    } else {
        author_of_file(source, options, collector, sink).map(Whose::Author)
    };
    let Some(whose) = whose.filter(|_| complete) else { return };
    let mut row = rows.row();
    while rows.next(&mut row, sink) {
        collector.add(&row, whose, options.declare, sink);
    }
}

/// The author of a table without a column for it: as the options say, else by the name of the file.
fn author_of_file(
    source: &Source,
    options: &TableOptions,
    collector: &mut Collector<'_>,
    sink: &mut Sink,
) -> Option<AuthorId> {
    let name = options.author.as_deref().unwrap_or_else(|| stem(&source.name));
    collector.author(Spanned::new(name, source.head()), options.declare, sink)
}

/// The name of a file without folders and ending; `stdin` for the standard input.
pub(super) fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.trim_matches(['(', ')'])
}
