//! Levels: a leader for a state, an institution for its state, and wholes or their members, when a view asks for it.

use std::borrow::Cow;
use std::collections::BTreeSet;

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

/// Whether what is said of several actors together, or of a body that consists of others, is drawn on the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Collective {
    /// One mark for the whole.
    #[default]
    Whole,
    /// A mark for each of its parts instead, and theirs, each once a statement.
    Members,
}

/// The time at which actors are lifted; `None` where a statement leaves them as they are.
pub type At<'c> = Option<When<'c>>;

/// Lifts the actors of statements to a level.
#[derive(Debug, Clone, Copy)]
pub struct Aggregation<'c> {
    corpus: &'c Corpus,
    level: Level,
    collective: Collective,
}

impl<'c> Aggregation<'c> {
    /// Lifts actors to a level, and leaves bodies and lists whole.
    #[must_use]
    pub fn new(corpus: &'c Corpus, level: Level) -> Self {
        Self { corpus, level, collective: Collective::Whole }
    }

    /// The same, with bodies and lists drawn whole, or as their members.
    #[must_use]
    pub fn drawing(self, collective: Collective) -> Self {
        Self { collective, ..self }
    }

    /// Every combination of level and members that a view can ask for; first that which leaves actors as they are named.
    pub fn each(corpus: &'c Corpus) -> impl Iterator<Item = Self> {
        let levels = [Level::Actor, Level::State];
        let each = [Collective::Whole, Collective::Members].map(|collective| levels.map(|level| (level, collective)));
        each.into_iter().flatten().map(move |(level, collective)| Self { corpus, level, collective })
    }

    /// The ordered pairs of actors of a statement at this level; nobody is paired with itself.
    #[must_use]
    pub fn pairs(&self, relation: &Relation) -> Vec<(ActorId, ActorId)> {
        let mut pairs: Vec<_> = self.aggregated(relation).filter(|(from, to)| from != to).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The pairs as edges have them: of a type without direction the smaller id stands first.
    #[must_use]
    pub fn ties(&self, relation: &Relation) -> Vec<(ActorId, ActorId)> {
        let mut ties = self.pairs(relation);
        if !self.corpus.types.get(relation.kind).directed {
            ties.iter_mut().filter(|(from, to)| from > to).for_each(|tie| *tie = (tie.1, tie.0));
            ties.sort_unstable();
            ties.dedup();
        }
        ties
    }

    /// Whether a statement relates an actor to itself alone: because it says so, or because both ends are lifted to one actor.
    #[must_use]
    pub fn is_within(&self, relation: &Relation) -> bool {
        self.aggregated(relation).all(|(from, to)| from == to)
    }

    /// Every ordered pair of actors of a statement, lifted; an actor is paired with itself where a statement does so, or where
    /// both ends are lifted to one actor.
    pub(super) fn aggregated<'r>(&'r self, relation: &'r Relation) -> impl Iterator<Item = (ActorId, ActorId)> + 'r {
        let drawn = move |actor: &ActorId| self.drawn(*actor, relation);
        let from = relation.from.as_slice().iter().flat_map(drawn);
        from.flat_map(move |from| relation.to.as_slice().iter().flat_map(drawn).map(move |to| (from, to)))
    }

    /// The actors at the two ends of a statement at this level, sorted.
    #[must_use]
    pub fn ends<'r>(&self, relation: &'r Relation) -> [Cow<'r, [ActorId]>; 2] {
        let ends = [&relation.from, &relation.to];
        if (self.level, self.collective) == (Level::Actor, Collective::Whole) {
            return ends.map(|end| Cow::Borrowed(end.as_slice()));
        }
        ends.map(|end| {
            let mut aggregated = self.all(end.as_slice(), relation);
            aggregated.sort_unstable();
            Cow::Owned(aggregated)
        })
    }

    /// Some actors at this level, at the time of a statement.
    #[must_use]
    pub fn all(&self, actors: &[ActorId], relation: &Relation) -> Vec<ActorId> {
        actors.iter().flat_map(|actor| self.drawn(*actor, relation)).collect()
    }

    /// What is drawn for an actor: the actor that it is lifted to, or its parts. The parts of a body are not lifted.
    pub(super) fn drawn(&self, actor: ActorId, relation: &Relation) -> impl Iterator<Item = ActorId> + use<> {
        let when = self.reference(relation);
        let mut parts = Vec::new();
        if self.collective == Collective::Members {
            self.add_parts(actor, relation, &mut BTreeSet::new(), &mut parts);
        }
        let whole = parts.is_empty().then(|| self.actor(actor, when));
        whole.into_iter().chain(parts)
    }

    /// Adds the parts of a body or list; of a part that has parts itself, these instead of it. Adds nothing for any other actor.
    fn add_parts(&self, actor: ActorId, relation: &Relation, seen: &mut BTreeSet<ActorId>, found: &mut Vec<ActorId>) {
        let is_list = self.corpus.actors.get(actor).together;
        let parts = |actor: ActorId| self.corpus.parts(actor, self.corpus.reference(relation));
        // A part that several bodies share is added once: all direct parts are marked as seen before any of them is taken apart, so that
        // the order of the bodies does not matter.
        let unseen: Vec<ActorId> = parts(actor).into_iter().filter(|part| seen.insert(*part)).collect();
        for part in unseen {
            if parts(part).is_empty() {
                found.push(if is_list { self.actor(part, self.reference(relation)) } else { part });
            } else {
                self.add_parts(part, relation, seen, found);
            }
        }
    }

    /// The time at which dated memberships are looked up; `None` if nothing is to be lifted. In the layer of authors and thinkers nothing
    /// is: they speak for themselves, and of exactly those whom they name.
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
