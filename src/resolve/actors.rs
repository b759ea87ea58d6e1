//! `[[actor]]` -> actors, sorted by id, with their larger actors found.

use std::collections::BTreeMap;

use super::decode;
use super::documents::Documents;
use super::names::unknown;
use crate::diag::{Diagnostic, Sink, Spanned};
use crate::model::{Actor, ActorId, ActorKind, Corpus, Membership, Period};
use crate::read::{Fields, Table};

type Larger<'t> = Vec<(Spanned<&'t str>, Option<Period>)>;

struct Declared<'t> {
    actor: Actor,
    stands_for: Larger<'t>,
    part_of: Larger<'t>,
}

pub(super) fn resolve(documents: &Documents<'_>, corpus: &mut Corpus, sink: &mut Sink) {
    for document in &documents.trees {
        document.report_types(sink);
    }
    let mut declared: BTreeMap<&str, Declared<'_>> = BTreeMap::new();
    for table in documents.tables_of("actor") {
        let Some((id, found)) = declare(table, sink) else { continue };
        if let Some(first) = declared.get(id.value) {
            decode::duplicate("actor", id.value, id.span, first.actor.span, sink);
        } else {
            declared.insert(id.value, found);
        }
    }
    let mut larger = Vec::new();
    for (id, found) in declared {
        if let Ok(actor) = corpus.actors.insert(id, found.actor) {
            larger.push((actor, found.stands_for, found.part_of));
        }
    }
    let mut found: Vec<(Vec<Membership>, Vec<Membership>)> = Vec::new();
    for (_, stands_for, part_of) in larger {
        found.push((memberships(stands_for, corpus, sink), memberships(part_of, corpus, sink)));
    }
    for (actor, (stands_for, part_of)) in corpus.actors.values_mut().zip(found) {
        (actor.stands_for, actor.part_of) = (stands_for, part_of);
    }
    report_cycles(corpus, sink);
}

fn declare<'t>(table: &'t Table<'_>, sink: &mut Sink) -> Option<(Spanned<&'t str>, Declared<'t>)> {
    let mut fields = Fields::new(table, "actor", sink);
    let id = fields.required_str("id");
    let name = fields.required_str("name");
    let label = decode::boxed(fields.str("label"));
    let kind = decode::word(&mut fields, "kind", ActorKind::WORDS).unwrap_or(ActorKind::State);
    if table.get("kind").is_none() {
        fields.required_str("kind");
    }
    let aliases = fields.list("aliases").into_iter().map(|alias| alias.value.into()).collect();
    let stands_for = decode::dated(&mut fields, "stands-for");
    let part_of = decode::dated(&mut fields, "part-of");
    let (wikidata, iso, note) = (fields.str("wikidata"), fields.str("iso"), fields.str("note"));
    fields.finish();
    let id = decode::id(id?, sink)?;
    let name: Box<str> = name?.value.into();
    let label = label.unwrap_or_else(|| name.clone());
    let (wikidata, iso, note) = (decode::boxed(wikidata), decode::boxed(iso), decode::boxed(note));
    let (none, span) = (Vec::new, Some(id.span));
    let actor = Actor { name, label, kind, aliases, stands_for: none(), part_of: none(), wikidata, iso, note, span };
    Some((id, Declared { actor, stands_for, part_of }))
}

fn memberships(larger: Larger<'_>, corpus: &Corpus, sink: &mut Sink) -> Vec<Membership> {
    let mut found = Vec::new();
    for (name, when) in larger {
        if let Some(actor) = corpus.actors.find(name.value) {
            found.push(Membership { actor, when });
        } else {
            unknown("actor", "unknown-actor", name.value, name.span, corpus.actors.names(), sink);
        }
    }
    found
}

/// Who stands for whom must end somewhere.
fn report_cycles(corpus: &Corpus, sink: &mut Sink) {
    let larger = |actor: ActorId| {
        let actor = corpus.actors.get(actor);
        actor.stands_for.iter().chain(&actor.part_of).map(|membership| membership.actor)
    };
    for (id, name, actor) in corpus.actors.iter() {
        let mut seen = vec![id];
        let mut open: Vec<ActorId> = larger(id).collect();
        while let Some(next) = open.pop() {
            if next == id {
                if let Some(span) = actor.span {
                    let finding =
                        Diagnostic::error("cyclic-membership", format!("`{name}` stands for, or is part of, itself"));
                    sink.push(
                        finding
                            .at(span, "by way of the actors it belongs to")
                            .help("take one of the `stands-for` or `part-of` out"),
                    );
                }
                break;
            }
            if !seen.contains(&next) {
                seen.push(next);
                open.extend(larger(next));
            }
        }
    }
}
