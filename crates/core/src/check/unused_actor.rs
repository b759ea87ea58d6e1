//! Declared actors that no statement, position, issue, frame or membership uses.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::model::{ActorId, Corpus, Holder, Id};

pub(super) struct UnusedActor;

impl Check for UnusedActor {
    fn codes(&self) -> &'static [&'static str] {
        &["unused-actor"]
    }

    fn needs_whole(&self) -> bool {
        true
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let corpus = facts.corpus;
        let used = used(corpus);
        for (id, name, actor) in corpus.actors.iter() {
            if let Some(span) = actor.span.filter(|_| !used[id.index()]) {
                let finding = Diagnostic::note("unused-actor", format!("no statement names `{name}`"));
                sink.push(finding.at(span, "declared here").help("use it, or take it out"));
            }
        }
    }
}

fn used(corpus: &Corpus) -> Vec<bool> {
    let mut used = vec![false; corpus.actors.len()];
    let mut mark = |actor: ActorId| used[actor.index()] = true;
    for relation in corpus.relations() {
        relation.from.as_slice().iter().chain(relation.to.as_slice()).copied().for_each(&mut mark);
    }
    let of_positions = corpus.positions().iter().filter_map(|position| position.rare.as_deref());
    for rare in corpus.relations().iter().filter_map(|relation| relation.rare.as_deref()).chain(of_positions) {
        rare.roles.all().for_each(&mut mark);
        for holder in rare.holders.iter().chain(&rare.via) {
            if let Holder::Actor(actor) = holder {
                mark(*actor);
            }
        }
    }
    corpus.issues.iter().flat_map(|(_, _, issue)| &issue.about).copied().for_each(&mut mark);
    for reading in corpus.frames.iter().flat_map(|(_, _, frame)| &frame.readings) {
        reading.participants.iter().chain(&reading.absent).copied().for_each(&mut mark);
        reading.likens.iter().for_each(|(_, now)| mark(*now));
    }
    for actor in corpus.actors.iter().map(|(_, _, actor)| actor) {
        let memberships = actor.stands_for.iter().chain(&actor.part_of).chain(&actor.composed_of);
        memberships.for_each(|membership| mark(membership.actor));
    }
    corpus.authors.iter().filter_map(|(_, _, author)| author.actor).for_each(&mut mark);
    used
}
