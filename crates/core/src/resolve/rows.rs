//! A table of statements, read row by row: a million of them never stand in memory as a tree.

use super::collector::Collector;
use super::relations::AuthorScope;
use super::stem::stem;
use super::table_options::TableOptions;
use super::uses::UNTYPED;
use crate::diag::{Diagnostic, Help, Sink, Spanned};
use crate::model::AuthorId;
use crate::model::record::RELATION;
use crate::read::Rows;
use crate::source::Source;

/// The columns without which a table holds no statements.
const NEEDED: &[&str] = &["from", "to", "type"];

pub(super) fn read(source: &Source, options: &TableOptions, collector: &mut Collector<'_>, sink: &mut Sink) {
    let Some(mut rows) = Rows::open(source, &options.columns, &RELATION, sink) else { return };
    if options.declare && !rows.has("type") && rows.has("from") && rows.has("to") && !rows.has_more() {
        let mut columns = options.columns.clone();
        columns.set("type", UNTYPED, None);
        let again = Rows::open(source, &columns, &RELATION, &mut Sink::default());
        sink.push(untyped(&rows));
        let Some(untyped) = again else { return };
        rows = untyped;
    }
    let complete = rows.require(NEEDED, sink);
    let scope = if rows.has("author") {
        Some(AuthorScope::Said)
    } else {
        author_of_file(source, options, collector, sink).map(AuthorScope::Author)
    };
    let Some(scope) = scope.filter(|_| complete) else { return };
    let declare = Some(options).filter(|options| options.declare);
    let mut row = rows.row();
    while rows.next(&mut row, sink) {
        collector.add(&row, scope, declare, sink);
    }
}

/// That a table says of nobody how he is related, and how it is read then.
fn untyped(rows: &Rows<'_>) -> Diagnostic {
    let fact = format!("the table has no column for `type`: every tie is read as `{UNTYPED}`");
    let note = Diagnostic::note("missing-column", fact).at(rows.head(), "the columns that there are");
    note.help(Help::option(
        "say which holds it, or what it is: columns = { type = \"...\" }, or set = { type = \"knows\" }",
        "say which holds it, or what it is: --columns type=..., or --set type=knows",
    ))
}

/// The author of a table without a column for it: as the options say, else by the name of the file.
fn author_of_file(
    source: &Source,
    options: &TableOptions,
    collector: &mut Collector<'_>,
    sink: &mut Sink,
) -> Option<AuthorId> {
    let name = options.author.as_deref().unwrap_or_else(|| stem(&source.name));
    collector.author(Spanned::new(name, source.head()), Some(options).filter(|options| options.declare), sink)
}
