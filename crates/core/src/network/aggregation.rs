//! Levels: a leader for a state, an institution for its state, when a view asks for it.

use std::borrow::Cow;

use crate::model::{ActorId, Corpus, Layer, Relation, When};

/// Whether persons and institutions are drawn as themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Every actor as the text names it.
    #[default]
    Actor,
    /// Those who stand for a state, or are part of one, as that state.
    State,
}

/// At which time actors are lifted; `None` where a statement leaves them as they are.
pub type At<'c> = Option<When<'c>>;

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
        ends.map(|end| {
            let mut aggregated = self.all(end.as_slice(), relation);
            aggregated.sort_unstable();
            Cow::Owned(aggregated)
        })
    }

    /// Some actors at this level, at the time of a statement.
    pub(super) fn all(&self, actors: &[ActorId], relation: &Relation) -> Vec<ActorId> {
        let when = self.reference(relation);
        actors.iter().map(|actor| self.actor(*actor, when)).collect()
    }

    /// The time by which dated memberships are judged. Only what is said of the world is lifted: authors and thinkers speak for
    /// themselves, and of whom they name.
    #[must_use]
    pub fn reference(&self, relation: &Relation) -> At<'c> {
        (self.level == Level::State && self.corpus.layer(relation) == Layer::World)
            .then(|| self.corpus.reference(relation))
    }

    /// An actor at this level, at a time.
    #[must_use]
    pub fn actor(&self, actor: ActorId, when: At<'_>) -> ActorId {
        let when = when.filter(|_| self.level == Level::State);
        when.map_or(actor, |when| self.corpus.stands_for(actor, when))
    }
}
