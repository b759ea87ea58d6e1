//! Finding actors by id, then by declared alias or full name; near misses are suggested, never taken.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::declared::Declared;
use super::table_options::TableOptions;
use crate::diag::{Diagnostic, Help, Sink, Span, Spanned, meant, nearest};
use crate::model::name::{folded, key};
use crate::model::{Actor, ActorId, ActorKind, Corpus};

/// Suggestions of one kind are looked for this often at most: each looks through all names, and a table of a million
/// rows with a column gone wrong must not do so a million times.
const SUGGESTIONS: usize = 200;

/// The names of the actors.
pub(super) struct Names {
    /// Aliases and full names, without regard to capitals; ids are in the register of actors.
    called: BTreeMap<String, ActorId>,
    /// What first uses declared.
    pub(super) declared: Declared,
    /// Actors by what rows write where that is not quite the id, so that it is folded once.
    spelled: BTreeMap<Box<str>, ActorId>,
}

impl Names {
    /// The names of declared actors; an alias that two share, or that is the id of another, is reported.
    pub(super) fn of(corpus: &Corpus, sink: &mut Sink) -> Self {
        let mut ids: BTreeMap<String, ActorId> = BTreeMap::new();
        for (id, name, _) in corpus.actors.iter() {
            ids.entry(key(name)).or_insert(id);
        }
        let mut called: BTreeMap<String, ActorId> = BTreeMap::new();
        for (id, _, actor) in corpus.actors.iter() {
            for alias in actor.aliases.iter().chain(std::iter::once(&actor.name)) {
                let folded = key(alias);
                match ids.get(&folded).or_else(|| called.get(&folded)) {
                    Some(first) if *first != id => shared(corpus, alias, *first, id, sink),
                    _ => drop(called.insert(folded, id)),
                }
            }
        }
        Self { called, declared: Declared::default(), spelled: BTreeMap::new() }
    }

    /// An actor by id, or else by alias or full name.
    pub(super) fn find(&self, name: &str, corpus: &Corpus) -> Option<ActorId> {
        let meant = || match folded(name) {
            Cow::Owned(meant) => corpus.actors.find(&meant),
            Cow::Borrowed(_) => None,
        };
        let called = || if self.called.is_empty() { None } else { self.called.get(&key(name)).copied() };
        corpus.actors.find(name).or_else(meant).or_else(called)
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
            let or_else = if near.is_some() { "else " } else { "" };
            let id = id_of(name.value);
            let help = Help::fitting([
                format!(
                    "{or_else}add it to a file in actors/:\n[[actor]]\nid   = {id:?}\nname = \"...\"\nkind = \"state\""
                ),
                format!("{or_else}add it to a file in actors/: {{ \"id\": {id:?}, \"name\": ..., \"kind\": ... }}"),
                format!("{or_else}add it to a file in actors/"),
                String::new(),
            ]);
            sink.push(finding.did_you_mean(near).help(help).help(first_uses()));
        }
        found
    }

    /// An actor that must exist; with `declare` its first use declares it.
    pub(super) fn actor(
        &mut self,
        name: Spanned<&str>,
        declare: Option<&TableOptions>,
        corpus: &mut Corpus,
        sink: &mut Sink,
    ) -> Option<ActorId> {
        let Some(options) = declare else { return self.known(name, corpus, sink) };
        let known = corpus.actors.find(name.value).or_else(|| self.spelled.get(name.value).copied());
        if known.is_some() {
            return known;
        }
        let found = self.find(name.value, corpus).or_else(|| {
            let id = seen(name, sink)?;
            let actor = corpus.actors.insert(&id, used(&id, options.kind)).unwrap_or_else(|known| known);
            self.declared.actor(actor, name, sink);
            Some(actor)
        })?;
        if corpus.actors.name(found) != name.value {
            self.spelled.insert(name.value.into(), found);
        }
        Some(found)
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

/// A name as it is meant; one in which nothing can be seen is reported.
pub(super) fn seen<'n>(name: Spanned<&'n str>, sink: &mut Sink) -> Option<Cow<'n, str>> {
    let meant = folded(name.value);
    if meant.is_empty() {
        let finding = Diagnostic::error("missing-field", "there is nothing to be seen in this name");
        sink.push(finding.at(name.span, "only characters of no width").help("fill it in"));
    }
    Some(meant).filter(|meant| !meant.is_empty())
}

/// How a table can declare what it names.
fn first_uses() -> Help {
    Help::option("or let first uses declare it: declare = true", "let first uses declare it: --declare")
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
fn used(name: &str, kind: ActorKind) -> Actor {
    Actor {
        name: name.into(),
        label: name.into(),
        kind,
        plural: None,
        aliases: Vec::new(),
        scoped: Vec::new(),
        except: Vec::new(),
        stands_for: Vec::new(),
        part_of: Vec::new(),
        composed_of: Vec::new(),
        together: false,
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
    let finding = match lines(code, name) {
        Some(lines) => finding.help(Help::fitting([lines.clone(), lines.clone(), lines, String::new()])),
        None => finding,
    };
    sink.push(match code {
        "unknown-type" | "unknown-author" | "unknown-facet" => finding.help(first_uses()),
        "unknown-frame" => finding.help(aside("frame", "frames")),
        "unknown-work" => finding.help(aside("evidence", "works")),
        _ => finding,
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

/// What to do with a column that a table read alone can make nothing of.
pub(super) fn aside(field: &str, what: &str) -> Help {
    let apart = format!(
        "a table that is read alone has no {what}: put it into a corpus (parallax init), or leave the column unread: --columns {field}="
    );
    Help::fitting([String::new(), String::new(), String::new(), apart])
}

/// Whether so few findings of a code were made that one more may look for a suggestion.
pub(super) fn may_suggest(code: &str, sink: &Sink) -> bool {
    sink.count_of(code) < SUGGESTIONS
}

/// The first few that there are, when none is near.
fn some_of(what: &str, known: &[&str]) -> Help {
    if known.is_empty() {
        let declare = format!("declare the {what} first");
        return Help::fitting([declare.clone(), declare.clone(), declare, String::new()]);
    }
    let first: Vec<&str> = known.iter().copied().take(8).collect();
    format!("the corpus has {}{}", first.join(", "), if known.len() > first.len() { " ..." } else { "" }).into()
}
