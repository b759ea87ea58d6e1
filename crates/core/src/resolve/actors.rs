//! `[[actor]]` -> actors, sorted by id, with their larger actors found.

use std::collections::BTreeMap;

use super::circles;
use super::decode;
use super::documents::Documents;
use super::names::Names;
use super::phrases::{self, Phrases, Written};
use crate::diag::{Sink, Spanned};
use crate::model::record::ACTOR;
use crate::model::{Actor, ActorKind, Corpus, Membership};
use crate::read::{Fields, Table};

type Larger<'t> = Vec<decode::Dated<'t>>;

struct Declared<'t> {
    actor: Actor,
    stands_for: Larger<'t>,
    part_of: Larger<'t>,
    composed_of: Larger<'t>,
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
            larger.push([found.stands_for, found.part_of, found.composed_of]);
        }
    }
    let names = Names::of(corpus, sink);
    let found: Vec<[Vec<Membership>; 3]> =
        larger.into_iter().map(|ties| ties.map(|tie| memberships(tie, &names, corpus, sink))).collect();
    for (actor, [stands_for, part_of, composed_of]) in corpus.actors.values_mut().zip(found) {
        (actor.stands_for, actor.part_of, actor.composed_of) = (stands_for, part_of, composed_of);
    }
    circles::report(corpus, sink);
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
    let composed_of = decode::dated(&mut fields, "composed-of");
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
        composed_of: none(),
        together: false,
        wikidata,
        iso,
        note,
        span,
    };
    Some((id, Declared { actor, stands_for, part_of, composed_of, phrases: Phrases { aliases, except } }))
}

fn memberships(larger: Larger<'_>, names: &Names, corpus: &Corpus, sink: &mut Sink) -> Vec<Membership> {
    let known = larger.into_iter().map(|(name, when)| (names.known(name, corpus, sink), when));
    known.filter_map(|(actor, when)| Some(Membership { actor: actor?, when })).collect()
}
