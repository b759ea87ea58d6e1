//! What one statement does for another: read with the statement, resolved when all statements have their place.

use std::collections::{BTreeMap, BTreeSet};

use super::collectives::Together;
use super::decode;
use super::names::may_suggest;
use super::reasons::RawReasons;
use crate::diag::{Diagnostic, Sink, SourceId, Spanned, nearest};
use crate::model::record::LINK;
use crate::model::{AuthorId, Corpus, Id, Link, LinkKind, RelationId};
use crate::read::{Fields, Table};

/// A link as written: its kind, and the id of the statement that it points at.
pub(super) type RawLink = (LinkKind, Spanned<Box<str>>);

/// Links kept until all statements are known, by the place of the statement that has them.
pub(super) type RawLinks = Vec<((SourceId, u32), Vec<RawLink>)>;

/// What waits until all statements have their place: the links, the reasons, and every id that a record has.
pub(super) struct Pending {
    pub(super) links: RawLinks,
    pub(super) reasons: Vec<RawReasons>,
    /// Which statements speak of lists as wholes.
    pub(super) together: Vec<Together>,
    pub(super) ids: BTreeSet<(AuthorId, Box<str>)>,
}

/// The links of a record.
pub(super) fn read(fields: &mut Fields<'_, '_, '_>, table: &Table<'_>) -> Vec<RawLink> {
    if decode::is_row(table) { cell_links(fields) } else { table_links(fields) }
}

/// `links = [{ kind = "serves", to = "id" }]`.
fn table_links(fields: &mut Fields<'_, '_, '_>) -> Vec<RawLink> {
    let tables = fields.tables("links");
    let mut links = Vec::new();
    for table in tables {
        let mut inner = Fields::new(table, &LINK, fields.sink());
        let (kind, to) = (inner.required_choice("kind", LinkKind::WORDS), inner.required_str("to"));
        inner.finish();
        links.extend(kind.zip(to).map(|(kind, to)| (kind.value, to.map(Into::into))));
    }
    links
}

/// In a cell: `serves us-contains-china; opposes other`.
fn cell_links(fields: &mut Fields<'_, '_, '_>) -> Vec<RawLink> {
    let mut links = Vec::new();
    for cell in fields.list("links") {
        let (word, to) = cell.value.split_once(' ').unwrap_or((cell.value, ""));
        match LinkKind::from_word(word) {
            Some(kind) if !to.trim().is_empty() => links.push((kind, Spanned::new(to.trim().into(), cell.span))),
            _ => {
                let finding =
                    Diagnostic::error("bad-value", format!("`{}` is no link", cell.value)).at(cell.span, "not a link");
                fields.sink().push(
                    finding.help("write serves, causes, undermines or opposes, a space, and the id of a relation"),
                );
            }
        }
    }
    links
}

/// Resolves the links, now that every statement has its place.
pub(super) fn resolve(corpus: &mut Corpus, pending: RawLinks, ids: &BTreeSet<(AuthorId, Box<str>)>, sink: &mut Sink) {
    if pending.is_empty() {
        return;
    }
    let mut by_place: BTreeMap<(SourceId, u32), usize> = BTreeMap::new();
    let mut by_id: BTreeMap<(AuthorId, Box<str>), RelationId> = BTreeMap::new();
    for (index, relation) in corpus.relations.iter().enumerate() {
        let record = relation.spans.record();
        by_place.insert((record.source, record.start), index);
        if let Some(id) = relation.rare.as_ref().and_then(|rare| rare.id.clone()) {
            by_id.insert((relation.author, id), RelationId::from_index(index));
        }
    }
    for (place, links) in pending {
        let Some(index) = by_place.get(&place) else { continue };
        let author = corpus.relations[*index].author;
        let mut found = Vec::new();
        for (kind, to) in links {
            if let Some(id) = by_id.get(&(author, to.value.clone())) {
                found.push(Link { kind, to: *id });
                continue;
            }
            if ids.contains(&(author, to.value.clone())) {
                // That record has errors of its own.
                continue;
            }
            let finding = Diagnostic::error("unknown-relation", format!("no relation `{}` of this author", to.value));
            let own = by_id.range((author, "".into())..).take_while(|((owner, _), _)| *owner == author);
            let own = own.map(|((_, id), _)| &**id);
            let near = if may_suggest("unknown-relation", sink) { nearest(&to.value, own) } else { None };
            let finding = finding.at(to.span, "no relation has this id").did_you_mean(near);
            sink.push(finding.help("a link points at the `id` of another relation in the same author's files"));
        }
        corpus.relations[*index].rare.get_or_insert_default().links = found;
    }
}
