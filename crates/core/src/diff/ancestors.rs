//! Whom an actor stands for or is part of.

use std::collections::BTreeSet;

use crate::model::{ActorId, Corpus};

/// Everyone whom an actor stands for or is part of at some time, through all steps.
pub(super) fn ancestors(corpus: &Corpus, actor: ActorId) -> BTreeSet<ActorId> {
    let mut seen = BTreeSet::new();
    let mut open = vec![actor];
    while let Some(next) = open.pop() {
        let next = corpus.actors.get(next);
        let larger = next.stands_for.iter().chain(&next.part_of).map(|membership| membership.actor);
        open.extend(larger.filter(|larger| seen.insert(*larger)));
    }
    seen
}
