//! A table of statements or of positions, read row by row: a million of them never stand in memory as a tree.

use super::collector::Collector;
use super::relations::AuthorScope;
use super::stem::stem;
use super::table_options::TableOptions;
use super::uses::UNTYPED;
use crate::diag::{Diagnostic, Help, Sink, Spanned};
use crate::model::AuthorId;
use crate::model::record::{POSITION, RELATION, Record};
use crate::read::{Columns, Rows};
use crate::source::Source;

/// The columns without which a table holds no statements.
const NEEDED: &[&str] = &["from", "to", "type"];
/// Those without which it holds no positions.
const OF_POSITIONS: &[&str] = &["issue", "answer"];

pub(super) fn read(source: &Source, options: &TableOptions, collector: &mut Collector<'_>, sink: &mut Sink) {
    if is_of_positions(source, &options.columns) {
        read_positions(source, options, collector, sink);
    } else {
        read_statements(source, options, collector, sink);
    }
}

/// What the rows of a table are: positions or statements.
#[must_use]
pub fn record_of_rows(source: &Source, columns: &Columns) -> &'static Record {
    if is_of_positions(source, columns) { &POSITION } else { &RELATION }
}

/// Whether a table answers issues: it is told where the issue or the answer stands, or has columns for both and none for an end of a tie.
fn is_of_positions(source: &Source, columns: &Columns) -> bool {
    if OF_POSITIONS.iter().any(|field| columns.names(field)) {
        return true;
    }
    let mut quiet = Sink::default();
    let has_both = Rows::open(source, columns, &POSITION, &mut quiet)
        .is_some_and(|rows| OF_POSITIONS.iter().all(|field| rows.has(field)));
    has_both
        && Rows::open(source, columns, &RELATION, &mut quiet).is_none_or(|rows| !rows.has("from") && !rows.has("to"))
}

fn read_positions(source: &Source, options: &TableOptions, collector: &mut Collector<'_>, sink: &mut Sink) {
    let Some(mut rows) = Rows::open(source, &options.columns, &POSITION, sink) else { return };
    let complete = rows.require(OF_POSITIONS, sink);
    let Some(scope) = scope(&rows, source, options, collector, sink).filter(|_| complete) else { return };
    let declare = Some(options).filter(|options| options.declare);
    let mut row = rows.row();
    while rows.next(&mut row, sink) {
        collector.add_position(&row, scope, declare, sink);
    }
}

fn read_statements(source: &Source, options: &TableOptions, collector: &mut Collector<'_>, sink: &mut Sink) {
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
    let Some(scope) = scope(&rows, source, options, collector, sink).filter(|_| complete) else { return };
    let declare = Some(options).filter(|options| options.declare);
    let mut row = rows.row();
    while rows.next(&mut row, sink) {
        collector.add(&row, scope, declare, sink);
    }
}

/// Whose records a table has: as a column says, else those of one author.
fn scope(
    rows: &Rows<'_>,
    source: &Source,
    options: &TableOptions,
    collector: &mut Collector<'_>,
    sink: &mut Sink,
) -> Option<AuthorScope> {
    if rows.has("author") {
        return Some(AuthorScope::Said);
    }
    author_of_file(source, options, collector, sink).map(AuthorScope::Author)
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
