//! Whom an actor stands for or is part of.

use std::collections::BTreeSet;

use crate::model::{ActorId, Corpus, Membership};

/// Everyone whom an actor stands for or is part of at some time, through all steps.
pub(super) fn ancestors(corpus: &Corpus, actor: ActorId) -> BTreeSet<ActorId> {
    larger(actor, |actor| {
        let actor = corpus.actors.get(actor);
        actor.stands_for.iter().chain(&actor.part_of)
    })
}

/// Everyone for whom an actor stands at some time, through all steps.
pub(super) fn represented(corpus: &Corpus, actor: ActorId) -> BTreeSet<ActorId> {
    larger(actor, |actor| corpus.actors.get(actor).stands_for.iter())
}

fn larger<'c, M: Iterator<Item = &'c Membership>>(actor: ActorId, of: impl Fn(ActorId) -> M) -> BTreeSet<ActorId> {
    let mut seen = BTreeSet::new();
    let mut open = vec![actor];
    while let Some(next) = open.pop() {
        open.extend(of(next).map(|membership| membership.actor).filter(|larger| seen.insert(*larger)));
    }
    seen
}
