//! `aliases` and `except` of an actor: strings, and tables that say for which works they are meant.

use std::collections::BTreeMap;

use super::decode;
use super::names::{shared, unknown};
use crate::diag::{Sink, Spanned};
use crate::model::name::key;
use crate::model::record::PHRASE;
use crate::model::{ActorId, Corpus, Id, Phrase, Scope, WorkId};
use crate::read::{Fields, Table};

/// A phrase as it is written, with the works it is meant for; none if it is meant for all.
pub(super) struct Written<'t> {
    pub(super) name: Spanned<&'t str>,
    pub(super) works: Option<Vec<Spanned<&'t str>>>,
}

/// What an actor's record says, to be settled when the works are known.
#[derive(Default)]
pub(super) struct Phrases<'t> {
    pub(super) aliases: Vec<Written<'t>>,
    pub(super) except: Vec<Written<'t>>,
}

/// Reads strings, and tables `{ name = "the administration", work = "hudis:axis" }`, alone or in a list.
pub(super) fn read<'t>(fields: &mut Fields<'t, '_, '_>, key: &'static str) -> Vec<Written<'t>> {
    let example = "\"a name\", { name = \"another\", work = \"author:work\" }";
    decode::mixed(fields, key, |name| Written { name, works: None }, scoped, example)
}

fn scoped<'t>(table: &'t Table<'_>, sink: &mut Sink) -> Option<Written<'t>> {
    let mut fields = Fields::new(table, &PHRASE, sink);
    let (name, works) = (fields.required_str("name"), fields.required_list("work"));
    fields.finish();
    Some(Written { name: name?, works: Some(works) })
}

/// Finds the works that phrases are meant for. An alias of some works may belong to several actors as long as no work is
/// meant twice.
pub(super) fn resolve_scopes(said: Vec<Phrases<'_>>, corpus: &mut Corpus, sink: &mut Sink) {
    let mut called: BTreeMap<String, Vec<(ActorId, Scope)>> = BTreeMap::new();
    let mut settled = Vec::with_capacity(said.len());
    for (index, phrases) in said.into_iter().enumerate() {
        let actor = ActorId::from_index(index);
        let scoped = phrases.aliases.into_iter().filter(|alias| alias.works.is_some());
        let scoped: Vec<Phrase> = scoped.map(|alias| phrase(alias, corpus, sink)).collect();
        for alias in &scoped {
            let others = called.entry(key(&alias.text)).or_default();
            if let Some((first, _)) = others.iter().find(|(owner, scope)| *owner != actor && scope.meets(&alias.scope))
            {
                shared(corpus, &alias.text, *first, actor, sink);
            }
            others.push((actor, alias.scope.clone()));
        }
        let except: Vec<Phrase> = phrases.except.into_iter().map(|except| phrase(except, corpus, sink)).collect();
        settled.push((scoped, except));
    }
    for (actor, found) in corpus.actors.values_mut().zip(settled) {
        (actor.scoped, actor.except) = found;
    }
}

fn phrase(written: Written<'_>, corpus: &Corpus, sink: &mut Sink) -> Phrase {
    let scope = written.works.map_or(Scope::Everywhere, |works| {
        let mut found: Vec<_> = works.into_iter().flat_map(|work| works_of(work, corpus, sink)).collect();
        found.sort_unstable();
        found.dedup();
        Scope::Works(found)
    });
    Phrase { text: written.name.value.into(), scope }
}

/// The work `author:work`, or all works of `author`.
fn works_of(name: Spanned<&str>, corpus: &Corpus, sink: &mut Sink) -> Vec<WorkId> {
    let (author, work) = match name.value.split_once(':') {
        Some((author, work)) => (author.trim(), Some(work.trim())),
        None => (name.value.trim(), None),
    };
    let Some(author) = corpus.authors.find(author) else {
        unknown("author", "unknown-author", author, name.span, corpus.authors.names(), sink);
        return Vec::new();
    };
    let found: Vec<_> =
        corpus.works_of(author).filter(|(_, known)| work.is_none_or(|work| *known.id == *work)).collect();
    if let (true, Some(work)) = (found.is_empty(), work) {
        let known = corpus.works_of(author).map(|(_, work)| &*work.id);
        unknown("work", "unknown-work", work, name.span, known, sink);
    }
    found.into_iter().map(|(id, _)| id).collect()
}
