//! The canonical order of a corpus, so that the order of files and entries changes no result.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::config::Config;
use super::links::{Pending, RawLink};
use super::positions::sort_declared;
use super::reasons::RawReasons;
use crate::diag::SourceId;
use crate::model::{ActorId, Corpus, Holder, Id, PeriodId, Position, RareFields, Relation};

/// Sorts everything; `declared` says that statements declared things, so that ids are out of order.
pub(super) fn canonicalise(corpus: &mut Corpus, config: &Config, declared: bool, pending: &Pending) {
    if declared {
        sort_registers(corpus, config);
    }
    sort_periods(corpus);
    // Links and reasons are not resolved yet: what says the same else is told apart by what they say.
    let links: BTreeMap<(SourceId, u32), &Vec<RawLink>> =
        pending.links.iter().map(|(place, links)| (*place, links)).collect();
    let linked = |relation: &Relation| {
        let record = relation.spans.record();
        let links = links.get(&(record.source, record.start)).into_iter().copied().flatten();
        links.map(|(kind, to)| (*kind, &to.value)).collect::<Vec<_>>()
    };
    // Statements that say the same differ in place only, so an unstable sort is as good.
    corpus.relations.sort_unstable_by(|a, b| compare(a, b).then_with(|| linked(a).cmp(&linked(b))));
    let reasons: BTreeMap<(SourceId, u32), &RawReasons> =
        pending.reasons.iter().map(|reasons| (reasons.place, reasons)).collect();
    let reasoned = |position: &Position| {
        let record = position.spans.record();
        let lists = reasons.get(&(record.source, record.start)).into_iter().flat_map(|reasons| &reasons.lists);
        lists.map(|list| list.iter().map(|name| &name.value).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    corpus.positions.sort_unstable_by(|a, b| compare_positions(a, b).then_with(|| reasoned(a).cmp(&reasoned(b))));
}

fn sort_registers(corpus: &mut Corpus, config: &Config) {
    let actors = corpus.actors.sort_by_key(|_| ());
    let types = corpus.types.sort_by_key(|_| ());
    let facets = corpus.facets.sort_by_key(|_| ());
    let issues = corpus.issues.sort_by_key(|_| ());
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
        relation.kind = types[relation.kind.index()];
        relation.author = authors[relation.author.index()];
        relation.facets = relation.facets.renumbered(&facets);
        renumber_ends(relation, &actors);
        renumber_rare(relation.rare.as_deref_mut(), &actors);
    }
    for issue in corpus.issues.values_mut() {
        issue.about.iter_mut().for_each(actor);
        issue.about.sort_unstable();
    }
    for position in &mut corpus.positions {
        position.author = authors[position.author.index()];
        position.issue = issues[position.issue.index()];
        position.qualifiers.facets = position.qualifiers.facets.renumbered(&facets);
        renumber_rare(position.rare.as_deref_mut(), &actors);
    }
    sort_declared(&mut corpus.issues, &mut corpus.positions);
}

fn renumber_ends(relation: &mut Relation, actors: &[ActorId]) {
    for ends in [&mut relation.from, &mut relation.to] {
        ends.as_mut_slice().iter_mut().for_each(|id| *id = actors[id.index()]);
        ends.as_mut_slice().sort_unstable();
    }
}

fn renumber_rare(rare: Option<&mut RareFields>, actors: &[ActorId]) {
    let actor = |id: &mut ActorId| *id = actors[id.index()];
    let Some(rare) = rare else { return };
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
    let of_relations = corpus.relations.iter_mut().filter_map(|relation| relation.when.as_mut());
    let of_positions = corpus.positions.iter_mut().filter_map(|position| position.qualifiers.when.as_mut());
    for when in of_relations.chain(of_positions) {
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
        .then_with(|| rare(a.rare.as_deref()).cmp(&rare(b.rare.as_deref())))
}

/// By author, issue, answer, and then whatever else a position says.
fn compare_positions(a: &Position, b: &Position) -> Ordering {
    (a.author, a.issue, a.answer, a.qualifiers)
        .cmp(&(b.author, b.issue, b.answer, b.qualifiers))
        .then_with(|| rare(a.rare.as_deref()).cmp(&rare(b.rare.as_deref())))
}

fn rare(rare: Option<&RareFields>) -> impl Ord + '_ {
    rare.map(|rare| {
        let texts =
            [&rare.id, &rare.gloss, &rare.from_as, &rare.to_as, &rare.by, &rare.amount, &rare.condition, &rare.coder];
        let evidence: Vec<_> = rare.evidence.iter().map(|anchor| (anchor.work, anchor.selector)).collect();
        (texts, evidence, &rare.holders, &rare.via, &rare.roles, rare.casts, rare.frame, &rare.tags)
    })
}
