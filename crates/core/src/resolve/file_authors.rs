//! Whose file is whose: what is wrong in a file of one author is no reason to doubt what the others say.

use std::collections::BTreeMap;

use super::authors::author_of;
use super::config::Config;
use super::documents::{Document, Documents};
use super::rows::record_of_rows;
use super::stem::stem;
use super::table_options::TableOptions;
use crate::diag::{Sink, SourceId};
use crate::model::Corpus;
use crate::read::{Notation, Rows};
use crate::source::{Source, Sources};

/// What a file of one author holds; all else is what others rest on.
const OWN: [&str; 5] = ["author", "work", "frame", "relation", "position"];
/// The folder of statements.
const FOLDER: &str = "relations/";

/// The files that hold one author's statements and nothing else, with the id of that author. Of a file that cannot be read
/// the name tells, as it does for tables: `relations/hudis.toml` is of `hudis`, if there is to be such an author.
pub(super) fn files(
    sources: &Sources,
    documents: &Documents<'_>,
    config: &Config,
    corpus: &Corpus,
) -> BTreeMap<SourceId, Box<str>> {
    let trees: BTreeMap<SourceId, &Document<'_>> =
        documents.trees.iter().map(|document| (document.table.span.source, document)).collect();
    let tables: BTreeMap<SourceId, &TableOptions> =
        documents.tables.iter().map(|(source, options)| (source.id, options)).collect();
    let is_author =
        |id: &&str| corpus.authors.find(id).is_some() || config.authors.iter().any(|listed| &*listed.id.value == *id);
    let scope = |source: &Source| {
        let by_name = || Some(stem(&source.name)).filter(|_| !says_author(&source.text)).filter(is_author);
        match (trees.get(&source.id), tables.get(&source.id)) {
            (Some(document), _) => {
                of_tree(document, source, corpus).or_else(|| by_name().filter(|_| is_bare(document)))
            }
            (_, Some(options)) => of_table(source, options).filter(is_author),
            (None, None) => by_name(),
        }
        .map(Box::from)
    };
    let in_folder = sources.iter().filter(|source| source.name.starts_with(FOLDER));
    in_folder.filter_map(|source| Some((source.id, scope(source)?))).collect()
}

/// The author of a tree that says once, and plainly, whose it is.
fn of_tree<'c>(document: &Document<'_>, source: &Source, corpus: &'c Corpus) -> Option<&'c str> {
    let own = document.table.entries.iter().all(|entry| OWN.contains(&&*entry.key.value));
    let author = author_of(document, corpus, &mut Sink::default()).filter(|_| own)?;
    let once = match Notation::of(&source.name) {
        Some(Notation::Toml) => author_lines(&source.text) == 1,
        _ => source.text.matches("\"author\"").count() == 1,
    };
    once.then(|| corpus.authors.name(author))
}

/// Whether nothing in a tree says what it holds.
fn is_bare(document: &Document<'_>) -> bool {
    document.table.entries.iter().all(|entry| OWN.contains(&&*entry.key.value) && &*entry.key.value != "author")
}

/// The author of a table without a column for it, which declares nobody.
fn of_table<'t>(source: &'t Source, options: &'t TableOptions) -> Option<&'t str> {
    let record = record_of_rows(source, &options.columns);
    let rows = Rows::open(source, &options.columns, record, &mut Sink::default());
    let said = options.declare || rows.map_or(!source.text.trim().is_empty(), |rows| rows.has("author"));
    (!said).then(|| options.author.as_deref().unwrap_or_else(|| stem(&source.name)))
}

/// How often a text, be it broken, begins to say whose it is.
fn author_lines(text: &str) -> usize {
    let says = |line: &&str| line.trim_start().trim_start_matches(['[', '"', '\'', ' ']).starts_with("author");
    text.lines().filter(says).count()
}

fn says_author(text: &str) -> bool {
    author_lines(text) > 0 || text.contains("\"author\"")
}
