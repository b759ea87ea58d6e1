//! Levels: a leader for a state, an institution for its state, when a view asks for it.

use std::borrow::Cow;

use crate::model::{ActorId, ActorKind, Corpus, Membership, Period, Relation};

/// Whether persons and institutions are drawn as themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Every actor as the text names it.
    #[default]
    Actor,
    /// Those who stand for a state, or are part of one, as that state.
    State,
}

/// The time at which it is asked who stands for whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct When<'c> {
    period: Option<&'c Period>,
    /// The statement says so itself. One that does not is lifted even where no membership is of the time of its work.
    own: bool,
}

/// Lifts the actors of statements to a level.
#[derive(Debug, Clone, Copy)]
pub struct Aggregation<'c> {
    corpus: &'c Corpus,
    level: Level,
}

impl<'c> Aggregation<'c> {
    /// A lift to a level.
    #[must_use]
    pub fn new(corpus: &'c Corpus, level: Level) -> Self {
        Self { corpus, level }
    }

    /// The ordered pairs of actors of a statement at this level; nobody is paired with itself.
    #[must_use]
    pub fn pairs(&self, relation: &Relation) -> Vec<(ActorId, ActorId)> {
        let mut pairs: Vec<_> = self.aggregated(relation).filter(|(from, to)| from != to).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// Whether a statement relates nobody but an actor to itself, as it is told or because both ends became one.
    #[must_use]
    pub fn is_within(&self, relation: &Relation) -> bool {
        self.aggregated(relation).all(|(from, to)| from == to)
    }

    /// Every ordered pair of actors of a statement, lifted; an actor is paired with itself where a statement does so, or where
    /// both ends became one.
    pub(super) fn aggregated<'r>(&'r self, relation: &'r Relation) -> impl Iterator<Item = (ActorId, ActorId)> + 'r {
        let when = self.reference(relation);
        let to = move |to: &ActorId| self.actor(*to, when);
        let from = relation.from.as_slice().iter().map(to);
        from.flat_map(move |from| relation.to.as_slice().iter().map(to).map(move |to| (from, to)))
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
            let mut aggregated: Vec<ActorId> = end.as_slice().iter().map(|actor| self.actor(*actor, when)).collect();
            aggregated.sort_unstable();
            Cow::Owned(aggregated)
        })
    }

    /// The time by which dated memberships are judged: the statement's own, else the present of the author's works.
    #[must_use]
    pub fn reference(&self, relation: &Relation) -> When<'c> {
        if let Some(own) = self.corpus.when(relation) {
            return When { period: Some(own), own: true };
        }
        let cited = relation.evidence().first().map(|anchor| self.corpus.work(anchor.work));
        let work = cited.or_else(|| self.corpus.works_of(relation.author).next().map(|(_, work)| work));
        When { period: work.and_then(|work| work.date.as_ref().or(work.period.as_ref())), own: false }
    }

    /// An actor at this level, at a time.
    #[must_use]
    pub fn actor(&self, actor: ActorId, when: When<'_>) -> ActorId {
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

    fn larger(&self, actor: ActorId, when: When<'_>) -> Option<ActorId> {
        let actor = self.corpus.actors.get(actor);
        if actor.kind == ActorKind::State {
            return None;
        }
        let holds = |membership: &&Membership| {
            membership.when.as_ref().zip(when.period).is_none_or(|(dated, when)| dated.overlaps(when))
        };
        let mut memberships = actor.stands_for.iter().chain(&actor.part_of);
        let then = memberships.clone().find(holds);
        then.or_else(|| memberships.next().filter(|_| !when.own)).map(|membership| membership.actor)
    }
}
