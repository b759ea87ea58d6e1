//! Finding actors by id, then by declared alias or full name; near misses are suggested, never taken.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Sink, Span, Spanned, meant, nearest};
use crate::model::{Actor, ActorId, ActorKind, Corpus};

/// Suggestions of one kind are looked for this often at most: each looks through all names, and a table of a million
/// rows with a column gone wrong must not do so a million times.
const SUGGESTIONS: usize = 200;

/// The names of the actors.
pub(super) struct Names {
    /// Aliases and full names, without regard to capitals; ids are in the register of actors.
    called: BTreeMap<String, ActorId>,
    /// Whether a first use declared something, so that ids are no longer in order.
    pub(super) declared: bool,
}

impl Names {
    /// The names of declared actors; an alias that two share, or that is the id of another, is reported.
    pub(super) fn of(corpus: &Corpus, sink: &mut Sink) -> Self {
        let mut ids: BTreeMap<String, ActorId> = BTreeMap::new();
        for (id, name, _) in corpus.actors.iter() {
            ids.entry(caseless::default_case_fold_str(name)).or_insert(id);
        }
        let mut called: BTreeMap<String, ActorId> = BTreeMap::new();
        for (id, _, actor) in corpus.actors.iter() {
            for alias in actor.aliases.iter().chain(std::iter::once(&actor.name)) {
                let folded = caseless::default_case_fold_str(alias);
                match ids.get(&folded).or_else(|| called.get(&folded)) {
                    Some(first) if *first != id => shared(corpus, alias, *first, id, sink),
                    _ => drop(called.insert(folded, id)),
                }
            }
        }
        Self { called, declared: false }
    }

    /// An actor by id, or else by alias or full name.
    pub(super) fn find(&self, name: &str, corpus: &Corpus) -> Option<ActorId> {
        corpus.actors.find(name).or_else(|| self.called.get(&caseless::default_case_fold_str(name)).copied())
    }

    /// An actor that must exist; one who does not is reported.
    pub(super) fn known(&self, name: Spanned<&str>, corpus: &Corpus, sink: &mut Sink) -> Option<ActorId> {
        let found = self.find(name.value, corpus);
        if found.is_none() {
            let finding = Diagnostic::error("unknown-actor", format!("no actor `{}`", name.value))
                .at(name.span, "no actor has this id or alias");
            let near = if may_suggest("unknown-actor", sink) { self.near(name.value, corpus) } else { None };
            if let Some(list) = self.several(name.value, corpus) {
                sink.push(finding.help(format!("several actors stand in a list: [{list}]")));
                return None;
            }
            sink.push(
                finding.did_you_mean(near).help(
                    format!(
                        "{} add it to a file in actors/:\n[[actor]]\nid   = {:?}\nname = \"...\"\nkind = \"state\"",
                        if near.is_some() { "else" } else { "" },
                        id_of(name.value),
                    )
                    .trim_start()
                    .to_owned(),
                ),
            );
        }
        found
    }

    /// An actor that must exist; with `declare` its first use declares it.
    pub(super) fn actor(
        &mut self,
        name: Spanned<&str>,
        declare: bool,
        corpus: &mut Corpus,
        sink: &mut Sink,
    ) -> Option<ActorId> {
        if !declare {
            return self.known(name, corpus, sink);
        }
        let found = self.find(name.value, corpus);
        found.or_else(|| {
            self.declared = true;
            Some(corpus.actors.insert(name.value, used(name.value)).unwrap_or_else(|known| known))
        })
    }

    /// The ids of the actors that a text names one after the other, in quotes.
    fn several(&self, text: &str, corpus: &Corpus) -> Option<String> {
        let parts: Vec<&str> = text.split([',', ';', '/', '&', '+']).map(str::trim).collect();
        let found: Option<Vec<ActorId>> = parts.iter().map(|part| self.find(part, corpus)).collect();
        let ids = found.filter(|found| found.len() > 1)?;
        Some(ids.into_iter().map(|id| format!("{:?}", corpus.actors.name(id))).collect::<Vec<_>>().join(", "))
    }

    /// The id of the actor that has the nearest id, alias or name.
    fn near<'c>(&self, name: &str, corpus: &'c Corpus) -> Option<&'c str> {
        let names = corpus.actors.iter().flat_map(|(_, id, actor)| {
            std::iter::once(id).chain(actor.aliases.iter().map(|alias| &**alias)).chain(std::iter::once(&*actor.name))
        });
        let near = nearest(name, names)?;
        self.find(near, corpus).map(|actor| corpus.actors.name(actor))
    }
}

/// Reports words that two actors are called by.
pub(super) fn shared(corpus: &Corpus, alias: &str, first: ActorId, second: ActorId, sink: &mut Sink) {
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
        plural: None,
        aliases: Vec::new(),
        scoped: Vec::new(),
        except: Vec::new(),
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
    if !may_suggest(code, sink) {
        sink.push(finding);
        return;
    }
    let known: Vec<&str> = known.collect();
    let near = meant(what, name, &known);
    let finding = match &near {
        Some(near) => finding.did_you_mean(Some(near)),
        None if known.is_empty() && lines(code, name).is_some() => finding,
        None => finding.help(some_of(what, &known)),
    };
    sink.push(match lines(code, name) {
        Some(lines) => finding.help(lines),
        None => finding,
    });
}

/// Where something is added, with the lines to paste.
fn lines(code: &str, name: &str) -> Option<String> {
    let id = id_of(name);
    match code {
        "unknown-type" => Some(format!(
            "a new type goes into relations/codebook.toml, with its sign (1 friendly, 0 neutral, -1 hostile):\n[[type]]\nid         = {id:?}\nsign       = 0\ndefinition = \"...\""
        )),
        "unknown-facet" => Some(format!(
            "a new facet goes into relations/codebook.toml:\n[[facet]]\nid         = {id:?}\ndefinition = \"...\""
        )),
        _ => None,
    }
}

/// What may be an id, made of a name.
fn id_of(name: &str) -> String {
    let id: String = name
        .trim()
        .chars()
        .map(|character| if character.is_alphanumeric() || "-_.".contains(character) { character } else { '-' })
        .collect();
    id.trim_matches('-').to_lowercase()
}

/// Whether so few findings of a code were made that one more may look for a suggestion.
pub(super) fn may_suggest(code: &str, sink: &Sink) -> bool {
    sink.count_of(code) < SUGGESTIONS
}

/// The first few that there are, when none is near.
fn some_of(what: &str, known: &[&str]) -> String {
    if known.is_empty() {
        return format!("declare the {what} first");
    }
    let first: Vec<&str> = known.iter().copied().take(8).collect();
    format!("the corpus has {}{}", first.join(", "), if known.len() > first.len() { " ..." } else { "" })
}
