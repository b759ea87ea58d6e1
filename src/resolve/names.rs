//! Finding actors by id, then by declared alias; near misses are suggested, never taken.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diag::{Diagnostic, Severity, Sink, Span, Spanned, nearest};
use crate::model::{Actor, ActorId, ActorKind, Corpus};

/// Suggestions are looked for this often at most: each looks through all names.
const SUGGESTIONS: usize = 200;

/// The names of the actors.
pub(super) struct Names {
    aliases: BTreeMap<String, ActorId>,
    suggested: IndexMap<String, Option<String>>,
    /// Whether a first use declared something, so that ids are no longer in order.
    pub(super) declared: bool,
}

impl Names {
    /// The names of declared actors; an alias that two share is reported.
    pub(super) fn of(corpus: &Corpus, sink: &mut Sink) -> Self {
        let mut aliases: BTreeMap<String, ActorId> = BTreeMap::new();
        for (id, _, actor) in corpus.actors.iter() {
            for alias in actor.aliases.iter().chain(std::iter::once(&actor.name)) {
                let folded = caseless::default_case_fold_str(alias);
                match aliases.get(&folded) {
                    Some(first) if *first != id => shared(corpus, alias, *first, id, sink),
                    _ => drop(aliases.insert(folded, id)),
                }
            }
        }
        Self { aliases, suggested: IndexMap::new(), declared: false }
    }

    /// An actor by id or alias.
    pub(super) fn find(&self, name: &str, corpus: &Corpus) -> Option<ActorId> {
        corpus.actors.find(name).or_else(|| self.aliases.get(&caseless::default_case_fold_str(name)).copied())
    }

    /// An actor that must exist; with `declare` its first use declares it.
    pub(super) fn actor(
        &mut self,
        name: Spanned<&str>,
        declare: bool,
        corpus: &mut Corpus,
        sink: &mut Sink,
    ) -> Option<ActorId> {
        let found = self.find(name.value, corpus);
        if found.is_some() {
            return found;
        }
        if declare {
            self.declared = true;
            return Some(corpus.actors.insert(name.value, used(name.value)).unwrap_or_else(|known| known));
        }
        let near = self.suggest(name.value, corpus);
        let finding = Diagnostic::error("unknown-actor", format!("no actor `{}`", name.value))
            .at(name.span, "no actor has this id or alias");
        let finding = match near {
            Some(near) => finding.did_you_mean(Some(&near)),
            None => finding.help(format!("declare it: [[actor]] id = {:?}, name = ..., kind = ...", name.value)),
        };
        sink.push(finding);
        None
    }

    fn suggest(&mut self, name: &str, corpus: &Corpus) -> Option<String> {
        if let Some(known) = self.suggested.get(name) {
            return known.clone();
        }
        if self.suggested.len() >= SUGGESTIONS {
            return None;
        }
        let aliases = corpus.actors.iter().flat_map(|(_, _, actor)| actor.aliases.iter().map(|alias| &**alias));
        let near = nearest(name, corpus.actors.names().chain(aliases));
        let near = near.map(|near| match corpus.actors.find(near).or_else(|| self.find(near, corpus)) {
            Some(actor) => corpus.actors.name(actor).to_owned(),
            None => near.to_owned(),
        });
        self.suggested.insert(name.to_owned(), near.clone());
        near
    }
}

fn shared(corpus: &Corpus, alias: &str, first: ActorId, second: ActorId, sink: &mut Sink) {
    let names = format!("`{}` and `{}`", corpus.actors.name(first), corpus.actors.name(second));
    let mut finding = Diagnostic::error("shared-alias", format!("{names} are both called `{alias}`"));
    for (id, word) in [(second, "this actor"), (first, "and this one")] {
        if let Some(span) = corpus.actors.get(id).span {
            finding = finding.at(span, word);
        }
    }
    sink.push(finding.help("an alias belongs to one actor: take it from the other"));
}

/// An actor declared by its first use.
fn used(name: &str) -> Actor {
    Actor {
        name: name.into(),
        label: name.into(),
        kind: ActorKind::State,
        aliases: Vec::new(),
        stands_for: Vec::new(),
        part_of: Vec::new(),
        wikidata: None,
        iso: None,
        note: None,
        span: None,
    }
}

/// Reports an id that is none of the known.
pub(super) fn unknown<'k>(
    what: &str,
    code: &'static str,
    name: &str,
    span: Span,
    known: impl Iterator<Item = &'k str>,
    sink: &mut Sink,
) {
    let finding = Diagnostic::error(code, format!("no {what} `{name}`")).at(span, format!("no {what} has this id"));
    if sink.count(Severity::Error) > SUGGESTIONS {
        // A table of a million rows with a column gone wrong must not look through all names a million times.
        sink.push(finding);
        return;
    }
    let known: Vec<&str> = known.collect();
    sink.push(match nearest(name, known.iter().copied()) {
        Some(near) => finding.did_you_mean(Some(near)),
        None => finding.help(some_of(what, &known)),
    });
}

/// The first few that there are, when none is near.
fn some_of(what: &str, known: &[&str]) -> String {
    if known.is_empty() {
        return format!("declare the {what} first");
    }
    let first: Vec<&str> = known.iter().copied().take(8).collect();
    format!("the corpus has {}{}", first.join(", "), if known.len() > first.len() { " ..." } else { "" })
}
