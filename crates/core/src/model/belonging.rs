//! Who stands for whom and what consists of whom, at the time of a statement.

use super::{ActorId, ActorKind, Corpus, Membership, Period, Relation};

/// The time at which it is asked who stands for whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct When<'c> {
    period: Option<&'c Period>,
    /// The statement says so itself. One that does not is lifted even where no membership is of the time of its work.
    own: bool,
}

impl When<'_> {
    fn has(&self, membership: &Membership) -> bool {
        membership.when.as_ref().zip(self.period).is_none_or(|(dated, when)| dated.overlaps(when))
    }
}

impl Corpus {
    /// The time by which dated memberships are judged: the statement's own, else the present of the author's works.
    #[must_use]
    pub fn reference(&self, relation: &Relation) -> When<'_> {
        if let Some(own) = self.when(relation) {
            return When { period: Some(own), own: true };
        }
        let cited = relation.evidence().first().map(|anchor| self.work(anchor.work));
        let work = cited.or_else(|| self.works_of(relation.author).next().map(|(_, work)| work));
        When { period: work.and_then(|work| work.date.as_ref().or(work.period.as_ref())), own: false }
    }

    /// For whom an actor stands at a time: a leader or an institution for its state, everybody else for itself.
    #[must_use]
    pub fn stands_for(&self, actor: ActorId, when: When<'_>) -> ActorId {
        let mut current = actor;
        // No chain is longer than this: `resolve` refuses circles.
        for _ in 0..self.actors.len() {
            let Some(next) = self.larger(current, when) else { break };
            current = next;
        }
        current
    }

    fn larger(&self, actor: ActorId, when: When<'_>) -> Option<ActorId> {
        let actor = self.actors.get(actor);
        if actor.kind == ActorKind::State {
            return None;
        }
        let mut memberships = actor.stands_for.iter().chain(&actor.part_of);
        let then = memberships.clone().find(|membership| when.has(membership));
        then.or_else(|| memberships.next().filter(|_| !when.own)).map(|membership| membership.actor)
    }
}
