//! Levels: a leader for a state, an institution for its state, when a view asks for it.

use std::borrow::Cow;

use super::Level;
use crate::model::{ActorId, ActorKind, Corpus, Membership, Period, Relation};

/// Lifts the actors of statements to a level.
#[derive(Debug, Clone, Copy)]
pub struct Lift<'c> {
    corpus: &'c Corpus,
    level: Level,
}

impl<'c> Lift<'c> {
    /// A lift to a level.
    #[must_use]
    pub fn new(corpus: &'c Corpus, level: Level) -> Self {
        Self { corpus, level }
    }

    /// The ordered pairs of actors of a statement at this level, and how many were lost because both ends became one.
    #[must_use]
    pub fn pairs(&self, relation: &Relation) -> (Vec<(ActorId, ActorId)>, usize) {
        let (mut kept, loops): (Vec<_>, Vec<_>) = self.lifted(relation).partition(|(from, to)| from != to);
        kept.sort_unstable();
        kept.dedup();
        (kept, loops.len())
    }

    /// Every ordered pair of actors of a statement, lifted; an actor is paired with itself where both ends became one.
    pub(super) fn lifted<'r>(&'r self, relation: &'r Relation) -> impl Iterator<Item = (ActorId, ActorId)> + 'r {
        let when = self.reference(relation);
        relation.pairs().map(move |(from, to)| (self.actor(from, when), self.actor(to, when)))
    }

    /// The actors at the two ends of a statement at this level, sorted.
    #[must_use]
    pub fn ends<'r>(&self, relation: &'r Relation) -> [Cow<'r, [ActorId]>; 2] {
        let ends = [&relation.from, &relation.to];
        if self.level == Level::Actor {
            return ends.map(|end| Cow::Borrowed(end.as_slice()));
        }
        let when = self.reference(relation);
        ends.map(|end| {
            let mut lifted: Vec<ActorId> = end.as_slice().iter().map(|actor| self.actor(*actor, when)).collect();
            lifted.sort_unstable();
            Cow::Owned(lifted)
        })
    }

    /// The time by which dated memberships are judged: the statement's own, else the present of the author's works.
    #[must_use]
    pub fn reference(&self, relation: &Relation) -> Option<&'c Period> {
        let cited = relation.evidence().first().map(|anchor| self.corpus.work(anchor.work));
        let work = cited.or_else(|| self.corpus.works_of(relation.author).next().map(|(_, work)| work));
        self.corpus.when(relation).or_else(|| work.and_then(|work| work.date.as_ref().or(work.period.as_ref())))
    }

    /// An actor at this level, at a time.
    #[must_use]
    pub fn actor(&self, actor: ActorId, when: Option<&Period>) -> ActorId {
        let mut current = actor;
        if self.level == Level::State {
            // No chain is longer than this: `resolve` refuses cycles.
            for _ in 0..self.corpus.actors.len() {
                let Some(next) = self.larger(current, when) else { break };
                current = next;
            }
        }
        current
    }

    fn larger(&self, actor: ActorId, when: Option<&Period>) -> Option<ActorId> {
        let actor = self.corpus.actors.get(actor);
        if actor.kind == ActorKind::State {
            return None;
        }
        let holds = |membership: &&Membership| {
            membership.when.as_ref().zip(when).is_none_or(|(dated, when)| dated.overlaps(when))
        };
        actor.stands_for.iter().chain(&actor.part_of).find(holds).map(|membership| membership.actor)
    }
}
