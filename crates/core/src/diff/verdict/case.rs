//! A dyad as the rules look at it: what each side says of it, and which of that counts.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Deref;

use super::super::Pair;
use crate::model::{Corpus, Facets, PeriodId, Relation, RelationId, Sign, Signs, WorkKind};

/// What two sides say of a dyad.
pub(super) struct Case<'c> {
    pub(super) corpus: &'c Corpus,
    pub(super) pair: Pair,
    pub(super) sides: [Said<'c>; 2],
    /// The signs that each side holds now and carries, on the whole.
    pub(super) signs: [Signs; 2],
}

/// What one side says of it.
pub(super) struct Said<'c> {
    pub(super) all: Vec<Statement<'c>>,
    /// What is held now, and sets signs: occasions only where nothing else is held.
    pub(super) now: Vec<Statement<'c>>,
}

/// A statement with its name.
#[derive(Clone, Copy)]
pub(super) struct Statement<'c> {
    pub(super) id: RelationId,
    pub(super) relation: &'c Relation,
}

impl Deref for Statement<'_> {
    type Target = Relation;

    fn deref(&self) -> &Relation {
        self.relation
    }
}

/// The statement that says most: held now before all others, then the strongest, then the first.
pub(super) fn best<'c>(statements: impl IntoIterator<Item = Statement<'c>>) -> Option<RelationId> {
    let weight = |said: &Statement<'_>| (said.held_now(), said.strength, Reverse(said.id));
    statements.into_iter().max_by_key(weight).map(|said| said.id)
}

/// A respect in which a dyad is judged: a facet that both sides name, or all together where a side names none.
#[derive(Clone, Copy)]
pub(super) struct Respect(pub(super) Facets);

impl Respect {
    /// One of some facets, or the whole if there is none: what stands in different facets does not answer each other, and one is enough to
    /// show.
    pub(super) fn one_of(facets: Facets) -> Self {
        Self(facets.iter().next().map(Facets::from).unwrap_or_default())
    }

    /// Whether a statement is of this respect; one that names no facet is of every one.
    pub(super) fn has(self, relation: &Relation) -> bool {
        self.0.is_empty() || relation.facets.meets(self.0)
    }
}

impl<'c> Case<'c> {
    pub(super) fn new(corpus: &'c Corpus, pair: Pair, sides: [&[RelationId]; 2]) -> Self {
        let sides = sides.map(|side| Said::of(corpus, side));
        let signs = sides.each_ref().map(|side| side.signs(corpus, Respect(Facets::default())));
        Self { corpus, pair, sides, signs }
    }

    /// The respects that both speak of: each facet that both name, or the whole if a side names none. None if each side names
    /// facets of its own only.
    pub(super) fn respects(&self) -> Vec<Respect> {
        let [a, b] = self.sides.each_ref().map(Said::named);
        if a.is_empty() || b.is_empty() {
            return vec![Respect(Facets::default())];
        }
        a.shared(b).iter().map(|facet| Respect(Facets::from(facet))).collect()
    }

    /// The facets of the respects for which `is_so` is true; `None` if it is for none.
    pub(super) fn where_so(&self, is_so: impl Fn(Respect) -> bool) -> Option<Facets> {
        let so = self.respects().into_iter().filter(|respect| is_so(*respect));
        so.map(|respect| respect.0).reduce(Facets::joined)
    }

    /// Whether some statement of one list and some of another can be of one time.
    pub(super) fn meet_in_time<'s>(
        &self,
        one: impl Iterator<Item = &'s Statement<'c>>,
        other: impl Iterator<Item = &'s Statement<'c>>,
    ) -> bool
    where
        'c: 's,
    {
        let one: BTreeSet<Option<PeriodId>> = one.map(|said| said.when).collect();
        let other: BTreeSet<Option<PeriodId>> = other.map(|said| said.when).collect();
        one.iter().any(|one| other.iter().any(|other| self.corpus.contemporary(*one, *other)))
    }

    /// The signs that a side holds now and carries in a respect.
    pub(super) fn signs_in(&self, side: usize, respect: Respect) -> Signs {
        self.sides[side].signs(self.corpus, respect)
    }

    /// Which way a statement of a type with a direction points on this dyad.
    pub(super) fn direction(&self, relation: &Relation) -> Option<bool> {
        self.corpus.types.get(relation.kind).directed.then(|| self.pair.direction(self.corpus, relation)).flatten()
    }
}

impl<'c> Said<'c> {
    fn of(corpus: &'c Corpus, side: &[RelationId]) -> Self {
        let all: Vec<Statement<'_>> =
            side.iter().map(|id| Statement { id: *id, relation: corpus.relation(*id) }).collect();
        let mut now: Vec<Statement<'_>> = all.iter().copied().filter(|said| said.held_now()).collect();
        if now.iter().any(|relation| !corpus.is_event(relation)) {
            now.retain(|relation| !corpus.is_event(relation));
        }
        Self { all, now }
    }

    /// The facets that are named by what is held now.
    pub(super) fn named(&self) -> Facets {
        self.now.iter().map(|held| held.facets).fold(Facets::default(), Facets::joined)
    }

    /// What is held now of a sign in a respect.
    pub(super) fn of_sign(&self, respect: Respect, sign: Sign) -> impl Iterator<Item = &Statement<'c>> {
        self.now.iter().filter(move |held| respect.has(held) && held.sign == sign)
    }

    /// Whether a sign is held now in a respect at all, in passing or of an occasion. Of events single ones say nothing.
    pub(super) fn mentions(&self, corpus: &Corpus, respect: Respect, sign: Sign) -> bool {
        let of_sign = |said: &&Statement<'_>| said.held_now() && said.sign == sign && respect.has(said);
        self.all.iter().filter(of_sign).any(|said| corpus.work_kind(said) == WorkKind::Text)
    }

    /// The signs that are held now and carried in a respect.
    pub(super) fn signs(&self, corpus: &Corpus, respect: Respect) -> Signs {
        let weights = self.weights(corpus, respect);
        let signed = weights.of(Sign::Positive).events + weights.of(Sign::Negative).events;
        Sign::ALL.into_iter().filter(|sign| weights.of(*sign).carries_of(signed)).collect()
    }

    /// How much is held now of each sign in a respect.
    pub(super) fn weights(&self, corpus: &Corpus, respect: Respect) -> Weights {
        let mut weights = Weights::default();
        for held in self.now.iter().filter(|held| respect.has(held)) {
            weights.0[place(held.sign)].add(corpus, held);
        }
        weights
    }
}

fn place(sign: Sign) -> usize {
    (sign.number() + 1) as usize
}

/// How much is held of each sign.
#[derive(Clone, Copy, Default)]
pub(super) struct Weights([Weight; 3]);

impl Weights {
    fn of(&self, sign: Sign) -> Weight {
        self.0[place(sign)]
    }

    /// The part of what takes a side that has a sign, from 0 to 1.
    fn part(&self, sign: Sign) -> f64 {
        let [own, other] = [sign, sign.opposite()].map(|sign| self.of(sign).number() as f64);
        if own > 0.0 { own / (own + other) } else { 0.0 }
    }

    /// Whether a record of events, which has nothing of a sign, has too few of the other for that to tell anything: were it as frequent as
    /// elsewhere, so many would often have none by chance.
    pub(super) fn may_lack_by_chance(&self, sign: Sign, elsewhere: &Self) -> bool {
        let own = self.of(sign.opposite());
        let none = (0..own.events).try_fold(1.0, |none, _| {
            let none = none * (1.0 - elsewhere.part(sign));
            (none > CHANCE).then_some(none)
        });
        own.summed_up == 0 && none.is_some()
    }
}

/// What is at most this likely by chance is not put down to it.
const CHANCE: f64 = 0.05;

/// How often something is said, and how strongly: whether that is enough for a verdict.
///
/// Of what a reader has summed up, one statement of strength 2 or two statements carry; of events at least two,
/// which are at least a tenth of those that take a side.
#[derive(Clone, Copy, Default)]
pub(super) struct Weight {
    summed_up: usize,
    strong: bool,
    events: usize,
}

impl Weight {
    /// Counts a statement.
    pub(super) fn add(&mut self, corpus: &Corpus, relation: &Relation) {
        match corpus.work_kind(relation) {
            WorkKind::Text => {
                self.summed_up += 1;
                self.strong |= relation.strength >= 2;
            }
            WorkKind::Events => self.events += 1,
        }
    }

    /// How many statements it is.
    fn number(self) -> usize {
        self.summed_up + self.events
    }

    /// The weight of both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            summed_up: self.summed_up + other.summed_up,
            strong: self.strong || other.strong,
            events: self.events + other.events,
        }
    }

    /// The weight of some statements.
    pub(super) fn of<'r>(corpus: &Corpus, statements: impl Iterator<Item = &'r Relation>) -> Self {
        statements.fold(Self::default(), |mut weight, relation| {
            weight.add(corpus, relation);
            weight
        })
    }

    /// Whether it carries by itself.
    pub(super) fn carries(self) -> bool {
        self.carries_of(0)
    }

    /// Whether it carries, of so many events that take a side.
    fn carries_of(self, events: usize) -> bool {
        self.strong || self.summed_up >= 2 || (self.events >= 2 && self.events * 10 >= events)
    }
}
