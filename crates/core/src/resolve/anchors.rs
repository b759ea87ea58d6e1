//! Anchors as they are written -> passages of an author's works.

use super::decode;
use super::names::{aside, unknown};
use crate::diag::{Diagnostic, Help, Sink, Span, Spanned};
use crate::model::record::{PASSAGE, QUOTE};
use crate::model::{Anchor, AuthorId, Corpus, Id, Quote, Selector, WorkId};
use crate::read::{Fields, Table};

/// An anchor as it is written.
#[derive(Debug, Clone)]
pub(super) struct Written<'t> {
    anchor: Spanned<&'t str>,
    quote: Option<Box<Quote>>,
}

/// Reads strings, and tables `{ anchor = "p12:3-27#9f2c41aa", quote = { exact = "..." } }`, alone or in a list.
pub(super) fn read<'t>(fields: &mut Fields<'t, '_, '_>, key: &'static str) -> Vec<Written<'t>> {
    let example = "\"p12:3-27#9f2c41aa\", { anchor = \"...\", quote = { exact = \"...\" } }";
    decode::mixed(fields, key, |anchor| Written { anchor, quote: None }, quoted, example)
}

fn quoted<'t>(table: &'t Table<'_>, sink: &mut Sink) -> Option<Written<'t>> {
    let mut fields = Fields::new(table, &PASSAGE, sink);
    let (anchor, quote) = (fields.required_str("anchor"), fields.table("quote"));
    fields.finish();
    let quote = quote.and_then(|quote| selector(quote, sink));
    Some(Written { anchor: anchor?, quote })
}

fn selector(table: &Table<'_>, sink: &mut Sink) -> Option<Box<Quote>> {
    let mut fields = Fields::new(table, &QUOTE, sink);
    let exact = fields.required_str("exact");
    let (prefix, suffix) = (decode::boxed(fields.str("prefix")), decode::boxed(fields.str("suffix")));
    fields.finish();
    let exact = exact?;
    Some(Box::new(Quote { exact: exact.value.into(), prefix, suffix, span: exact.span }))
}

/// Finds the passages: `p12:3-27#9f2c41aa`, with `work:` before it where the author has several; `own` is the work
/// that is meant where none is named.
pub(super) fn resolve_anchors(
    list: Vec<Written<'_>>,
    author: AuthorId,
    own: Option<WorkId>,
    corpus: &Corpus,
    sink: &mut Sink,
) -> Vec<Anchor> {
    list.into_iter().filter_map(|written| anchor(written, author, own, corpus, sink)).collect()
}

fn anchor(
    written: Written<'_>,
    author: AuthorId,
    own: Option<WorkId>,
    corpus: &Corpus,
    sink: &mut Sink,
) -> Option<Anchor> {
    let text = written.anchor;
    let (work, selector) = match text.value.split_once(':') {
        Some((work, rest)) if rest.contains(':') => (Some(work.trim()), rest),
        _ => (None, text.value),
    };
    let work = match work {
        Some(id) => named_work(id, author, text.span, corpus, sink),
        None => own.or_else(|| only_work(author, text.span, corpus, sink)),
    };
    match Selector::parse(selector.trim()) {
        Ok(selector) => Some(Anchor { work: work?, selector, quote: written.quote, span: text.span }),
        Err(why) => {
            let finding = Diagnostic::error("bad-anchor", format!("`{}` is no anchor: {why}", text.value))
                .at(text.span, "not an anchor");
            let help = "an anchor is p12:3-27#9f2c41aa: paragraph, first and last word, fingerprint";
            sink.push(finding.help(help).help(corpus.how_to_cite(author)));
            None
        }
    }
}

fn named_work(id: &str, author: AuthorId, span: Span, corpus: &Corpus, sink: &mut Sink) -> Option<WorkId> {
    // While files are read, works stand by author and id.
    let found = corpus.works.binary_search_by(|work| (work.author, &*work.id).cmp(&(author, id)));
    if found.is_err() {
        unknown("work", "unknown-work", id, span, corpus.works_of(author).map(|(_, work)| &*work.id), sink);
    }
    found.ok().map(WorkId::from_index)
}

fn only_work(author: AuthorId, span: Span, corpus: &Corpus, sink: &mut Sink) -> Option<WorkId> {
    let first = corpus.works.partition_point(|work| work.author < author);
    let is_own = |index: usize| corpus.works.get(index).is_some_and(|work| work.author == author);
    if is_own(first) && !is_own(first + 1) {
        return Some(WorkId::from_index(first));
    }
    let several = if is_own(first) { "the author has several works" } else { "the author has no work" };
    let finding = Diagnostic::error("bad-anchor", format!("an anchor stands in a work, and {several}"))
        .at(span, "in which work?");
    let of_corpus = |how: &str| {
        format!("declare a {how}, and write its id before the anchor if there are several: book:p12:3-27#9f2c41aa")
    };
    let trees = Help::fitting([
        of_corpus("[[work]]"),
        of_corpus("\"work\""),
        of_corpus("[[work]] in the author's TOML file"),
        String::new(),
    ]);
    sink.push(finding.help(trees).help(aside("evidence", "works")));
    None
}
