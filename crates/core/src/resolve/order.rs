//! The canonical order of a corpus, so that the order of files and entries changes no result.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::config::Config;
use super::links::{RawLink, RawLinks};
use crate::diag::SourceId;
use crate::model::{ActorId, AuthorId, Corpus, Holder, Id, PeriodId, Relation, TypeId};

/// Sorts everything; `declared` says that statements declared things, so that ids are out of order.
pub(super) fn canonicalise(corpus: &mut Corpus, config: &Config, declared: bool, links: &RawLinks) {
    if declared {
        sort_registers(corpus, config);
    }
    sort_periods(corpus);
    // Links are not resolved yet: statements that say the same else are told apart by what their links say.
    let links: BTreeMap<(SourceId, u32), &Vec<RawLink>> = links.iter().map(|(place, links)| (*place, links)).collect();
    let linked = |relation: &Relation| {
        let record = relation.spans.record();
        let links = links.get(&(record.source, record.start)).into_iter().copied().flatten();
        links.map(|(kind, to)| (*kind, &to.value)).collect::<Vec<_>>()
    };
    // Statements that say the same differ in place only, so an unstable sort is as good.
    corpus.relations.sort_unstable_by(|a, b| compare(a, b).then_with(|| linked(a).cmp(&linked(b))));
}

fn sort_registers(corpus: &mut Corpus, config: &Config) {
    let actors = corpus.actors.sort_by_key(|_| ());
    let types = corpus.types.sort_by_key(|_| ());
    let facets = corpus.facets.sort_by_key(|_| ());
    let listed = |name: &str| config.authors.iter().position(|author| *author.id.value == *name).unwrap_or(usize::MAX);
    let authors = corpus.authors.sort_by_key(listed);
    let actor = |id: &mut ActorId| *id = actors[id.index()];
    for owner in corpus.actors.values_mut() {
        let memberships = owner.stands_for.iter_mut().chain(&mut owner.part_of).chain(&mut owner.composed_of);
        memberships.for_each(|membership| actor(&mut membership.actor));
        if owner.together {
            owner.composed_of.sort_by_key(|member| member.actor);
        }
    }
    for kind in corpus.types.values_mut() {
        kind.mutual = kind.mutual.map(|mutual| types[mutual.index()]);
    }
    for author in corpus.authors.values_mut() {
        author.actor.iter_mut().for_each(actor);
    }
    for work in &mut corpus.works {
        work.author = authors[work.author.index()];
    }
    for reading in corpus.frames.values_mut().flat_map(|frame| &mut frame.readings) {
        reading.author = authors[reading.author.index()];
        reading.participants.iter_mut().chain(&mut reading.absent).for_each(actor);
        reading.likens.iter_mut().for_each(|(_, now)| actor(now));
    }
    for relation in &mut corpus.relations {
        renumber(relation, &actors, &types, &authors);
        relation.facets = relation.facets.renumbered(&facets);
    }
}

fn renumber(relation: &mut Relation, actors: &[ActorId], types: &[TypeId], authors: &[AuthorId]) {
    let actor = |id: &mut ActorId| *id = actors[id.index()];
    relation.kind = types[relation.kind.index()];
    relation.author = authors[relation.author.index()];
    for ends in [&mut relation.from, &mut relation.to] {
        ends.as_mut_slice().iter_mut().for_each(actor);
        ends.as_mut_slice().sort_unstable();
    }
    let Some(rare) = &mut relation.rare else { return };
    for holder in rare.holders.iter_mut().chain(&mut rare.via) {
        if let Holder::Actor(id) = holder {
            actor(id);
        }
    }
    rare.holders.sort();
    rare.via.sort();
    let roles = &mut rare.roles;
    for list in [&mut roles.with, &mut roles.against, &mut roles.excluding, &mut roles.benefiting] {
        list.iter_mut().for_each(actor);
        list.sort_unstable();
    }
}

fn sort_periods(corpus: &mut Corpus) {
    let mut order: Vec<usize> = (0..corpus.periods.len()).collect();
    order.sort_by(|a, b| corpus.periods[*a].order().cmp(&corpus.periods[*b].order()));
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new as u32;
    }
    for when in corpus.relations.iter_mut().filter_map(|relation| relation.when.as_mut()) {
        *when = PeriodId(place[when.0 as usize]);
    }
    corpus.periods = order.into_iter().map(|old| corpus.periods[old].clone()).collect();
}

/// By author, dyad, type, and then whatever else a statement says.
fn compare(a: &Relation, b: &Relation) -> Ordering {
    let voice = |relation: &Relation| {
        (
            relation.sign,
            relation.stance,
            relation.negated,
            relation.mode,
            relation.attitude,
            relation.hedged,
            relation.strength,
        )
    };
    (a.author, &a.from, &a.to, a.kind)
        .cmp(&(b.author, &b.from, &b.to, b.kind))
        .then_with(|| (a.when, a.facets).cmp(&(b.when, b.facets)))
        .then_with(|| voice(a).cmp(&voice(b)))
        .then_with(|| rare(a).cmp(&rare(b)))
}

fn rare(relation: &Relation) -> impl Ord + '_ {
    relation.rare.as_ref().map(|rare| {
        let texts =
            [&rare.id, &rare.gloss, &rare.from_as, &rare.to_as, &rare.by, &rare.amount, &rare.condition, &rare.coder];
        let evidence: Vec<_> = rare.evidence.iter().map(|anchor| (anchor.work, anchor.selector)).collect();
        (texts, evidence, &rare.holders, &rare.via, &rare.roles, rare.frame, &rare.tags)
    })
}
