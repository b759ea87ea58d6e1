//! Every statement and position of every file: of trees record by record, of tables row by row.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::authors::author_of;
use super::collector::Collector;
use super::documents::Documents;
use super::links::Pending;
use super::names::Names;
use super::relations::AuthorScope;
use super::rows;
use crate::diag::Sink;
use crate::model::Corpus;

/// Reads every statement and position of every file; links and reasons come back apart, to be resolved when all are sorted.
pub(super) fn resolve(documents: &Documents<'_>, names: &mut Names, corpus: &mut Corpus, sink: &mut Sink) -> Pending {
    let mut collector = Collector {
        corpus,
        names,
        links: Vec::new(),
        reasons: Vec::new(),
        together: Vec::new(),
        periods: IndexMap::new(),
        ids: BTreeMap::new(),
    };
    for document in &documents.trees {
        // Whose statements they are was asked, and reported, when the frames were read.
        let author = author_of(document, collector.corpus, &mut Sink::default());
        let scope = author.map_or(AuthorScope::Unknown, AuthorScope::Author);
        for table in document.tables("relation") {
            collector.add(table, scope, document.declare.as_ref(), sink);
        }
        for table in document.tables("position") {
            collector.add_position(table, scope, document.declare.as_ref(), sink);
        }
    }
    for (source, options) in &documents.tables {
        rows::read(source, options, &mut collector, sink);
    }
    Pending {
        links: collector.links,
        reasons: collector.reasons,
        together: collector.together,
        ids: collector.ids.into_keys().collect(),
    }
}
