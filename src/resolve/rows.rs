//! A table of statements, read row by row: a million of them never stand in memory as a tree.

use super::config::TableOptions;
use super::names::unknown;
use super::relations::{Collector, RELATION_KEYS};
use crate::diag::Sink;
use crate::model::AuthorId;
use crate::read::Rows;
use crate::source::Source;

/// The columns without which a table holds no statements.
const NEEDED: &[&str] = &["from", "to", "type"];

pub(super) fn read(source: &Source, options: &TableOptions, collector: &mut Collector<'_>, sink: &mut Sink) {
    let Some(mut rows) = Rows::open(source, &options.columns, RELATION_KEYS, sink) else { return };
    let complete = rows.require(NEEDED, sink);
    let author =
        if rows.has("author") { Some(None) } else { author_of_file(source, options, collector, sink).map(Some) };
    let Some(author) = author.filter(|_| complete) else { return };
    let mut row = rows.row();
    while rows.next(&mut row, sink) {
        collector.add(&row, author, options.declare, sink);
    }
}

/// The author of a table without a column for it: as the options say, else by the name of the file.
fn author_of_file(
    source: &Source,
    options: &TableOptions,
    collector: &mut Collector<'_>,
    sink: &mut Sink,
) -> Option<AuthorId> {
    let stem = source.name.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
    let name = options.author.as_deref().unwrap_or(stem);
    let found = collector.corpus.authors.find(name);
    if found.is_none() {
        unknown("author", "unknown-author", name, source.head(), collector.corpus.authors.names(), sink);
    }
    found
}
