//! `[[actor]]` -> actors, sorted by id, with their larger actors found.

use std::collections::BTreeMap;

use super::decode;
use super::documents::Documents;
use super::names::Names;
use super::phrases::{self, Phrases, Written};
use crate::diag::{Diagnostic, Sink, Spanned};
use crate::model::record::ACTOR;
use crate::model::{Actor, ActorId, ActorKind, Corpus, Id, Membership, Period};
use crate::read::{Fields, Table};

type Larger<'t> = Vec<(Spanned<&'t str>, Option<Period>)>;

struct Declared<'t> {
    actor: Actor,
    stands_for: Larger<'t>,
    part_of: Larger<'t>,
    phrases: Phrases<'t>,
}

/// Declares the actors; gives their names, and the phrases of each that wait for the works to be known.
pub(super) fn resolve<'d>(
    documents: &'d Documents<'_>,
    corpus: &mut Corpus,
    sink: &mut Sink,
) -> (Names, Vec<Phrases<'d>>) {
    let mut declared: BTreeMap<&str, Declared<'_>> = BTreeMap::new();
    for table in documents.tables_of("actor") {
        let Some((id, found)) = declare(table, sink) else { continue };
        if let Some(first) = declared.get(id.value) {
            decode::duplicate("actor", id.value, id.span, first.actor.span, sink);
        } else {
            declared.insert(id.value, found);
        }
    }
    let (mut larger, mut said) = (Vec::new(), Vec::new());
    for (id, found) in declared {
        if corpus.actors.insert(id, found.actor).is_ok() {
            said.push(found.phrases);
            larger.push((found.stands_for, found.part_of));
        }
    }
    let names = Names::of(corpus, sink);
    let mut found: Vec<(Vec<Membership>, Vec<Membership>)> = Vec::new();
    for (stands_for, part_of) in larger {
        found.push((memberships(stands_for, &names, corpus, sink), memberships(part_of, &names, corpus, sink)));
    }
    for (actor, (stands_for, part_of)) in corpus.actors.values_mut().zip(found) {
        (actor.stands_for, actor.part_of) = (stands_for, part_of);
    }
    report_cycles(corpus, sink);
    (names, said)
}

fn declare<'t>(table: &'t Table<'_>, sink: &mut Sink) -> Option<(Spanned<&'t str>, Declared<'t>)> {
    let mut fields = Fields::new(table, &ACTOR, sink);
    let id = fields.required_str("id");
    let name = fields.required_str("name");
    let label = decode::boxed(fields.str("label"));
    let kind = fields.required_choice("kind", ActorKind::WORDS).map_or(ActorKind::Unknown, |kind| kind.value);
    let plural = fields.bool("plural").map(|plural| plural.value);
    let aliases = phrases::read(&mut fields, "aliases");
    let except = phrases::read(&mut fields, "except");
    let stands_for = decode::dated(&mut fields, "stands-for");
    let part_of = decode::dated(&mut fields, "part-of");
    let (wikidata, iso, note) = (fields.str("wikidata"), fields.str("iso"), fields.str("note"));
    fields.finish();
    let id = decode::id(id?, sink)?;
    let name: Box<str> = name?.value.into();
    let label = label.unwrap_or_else(|| name.clone());
    let (wikidata, iso, note) = (decode::boxed(wikidata), decode::boxed(iso), decode::boxed(note));
    let everywhere = |alias: &&Written<'_>| alias.works.is_none();
    let called = aliases.iter().filter(everywhere).map(|alias| alias.name.value.into()).collect();
    let (none, span) = (Vec::new, Some(id.span));
    let actor = Actor {
        name,
        label,
        kind,
        plural,
        aliases: called,
        scoped: Vec::new(),
        except: Vec::new(),
        stands_for: none(),
        part_of: none(),
        wikidata,
        iso,
        note,
        span,
    };
    Some((id, Declared { actor, stands_for, part_of, phrases: Phrases { aliases, except } }))
}

fn memberships(larger: Larger<'_>, names: &Names, corpus: &Corpus, sink: &mut Sink) -> Vec<Membership> {
    let known = larger.into_iter().map(|(name, when)| (names.known(name, corpus, sink), when));
    known.filter_map(|(actor, when)| Some(Membership { actor: actor?, when })).collect()
}

/// How far the search for circles has come with an actor.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    /// Not looked at yet.
    None,
    /// On the way that is being followed.
    Open,
    /// On that way, and known to stand for itself.
    Circle,
    /// Done.
    Done,
}

/// Who stands for whom must end somewhere: every tie is followed once, and one back into the way closes a circle.
fn report_cycles(corpus: &Corpus, sink: &mut Sink) {
    let larger = |actor: ActorId| {
        let actor = corpus.actors.get(actor);
        actor.stands_for.iter().chain(&actor.part_of).map(|membership| membership.actor)
    };
    let mut visits = vec![Visit::None; corpus.actors.len()];
    for start in corpus.actors.ids() {
        if visits[start.index()] != Visit::None {
            continue;
        }
        visits[start.index()] = Visit::Open;
        let mut way = vec![(start, larger(start))];
        while let Some((actor, rest)) = way.last_mut() {
            let actor = *actor;
            let Some(next) = rest.next() else {
                visits[actor.index()] = Visit::Done;
                way.pop();
                continue;
            };
            match visits[next.index()] {
                Visit::None => {
                    visits[next.index()] = Visit::Open;
                    way.push((next, larger(next)));
                }
                Visit::Open => {
                    visits[next.index()] = Visit::Circle;
                    sink.push(circle(corpus, next, actor));
                }
                Visit::Circle | Visit::Done => {}
            }
        }
    }
}

/// The finding that an actor stands for itself, where the last on the way back to it is known.
fn circle(corpus: &Corpus, actor: ActorId, last: ActorId) -> Diagnostic {
    let name = corpus.actors.name(actor);
    let mut finding = Diagnostic::error("cyclic-membership", format!("`{name}` stands for, or is part of, itself"));
    if let Some(span) = corpus.actors.get(actor).span {
        finding = finding.at(span, "by way of the actors it belongs to");
    }
    if let Some(span) = corpus.actors.get(last).span.filter(|_| last != actor) {
        finding = finding.at(span, format!("this one belongs to `{name}`"));
    }
    finding.help("take one of the `stands-for` or `part-of` out")
}
