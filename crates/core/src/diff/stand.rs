//! Where one side stands on an issue: which answers it holds, denies and leaves open.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Answer, Corpus, Issue, IssueKind, Position, PositionId, Standing};

/// Where a side stands on an issue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stand {
    /// Everything that it says of the issue.
    pub positions: Vec<PositionId>,
    /// The answers that it holds, each with where it says so: those held outright, and those that hang on a condition or are to come where
    /// none is held outright, or where answers do not exclude each other.
    pub held: BTreeMap<Answer, Vec<PositionId>>,
    /// Those of them that it holds only on a condition, or as possible or to come.
    pub conditional: BTreeSet<Answer>,
    /// The answers that it denies.
    pub denied: BTreeMap<Answer, Vec<PositionId>>,
    /// What it reports or doubts, and that it is undecided.
    pub open: Vec<PositionId>,
}

/// What an answer falls short of that is not simply said to be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reserve {
    /// It is possible, is to come or hangs on a condition.
    Conditional,
    /// It is said guardedly.
    Guarded,
}

impl Stand {
    /// Reads what a side says of an issue. What somebody only wishes for or fears is neither held nor denied nor open.
    #[must_use]
    pub fn of(corpus: &Corpus, issue: &Issue, positions: Vec<PositionId>) -> Self {
        let said = |id: &PositionId| corpus.position(*id);
        let of_standing = |standing: Standing| {
            let of_it = positions.iter().copied().filter(move |id| {
                let position = said(id);
                position.standing() == standing && !position.is_felt()
            });
            of_it.collect::<Vec<_>>()
        };
        let is_undecided = |id: &PositionId| said(id).answer == Answer::Undecided;
        let (undecided, held): (Vec<_>, Vec<_>) = of_standing(Standing::Holds).into_iter().partition(is_undecided);
        let of_forecast = issue.kind == IssueKind::Forecast;
        let (conditional, outright): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|id| said(id).is_conditional(of_forecast));
        let mut held = by_answer(corpus, outright);
        let mut conditional =
            if held.is_empty() || issue.several { by_answer(corpus, conditional) } else { BTreeMap::new() };
        conditional.retain(|answer, _| !held.contains_key(answer));
        let only_conditional = conditional.keys().copied().collect();
        held.append(&mut conditional);
        let denied = of_standing(Standing::Denies).into_iter().filter(|id| !is_undecided(id));
        let denied = by_answer(corpus, denied.filter(|id| !said(id).is_conditional(of_forecast)).collect());
        let open = of_standing(Standing::Open).into_iter().chain(undecided).collect();
        Self { positions, held, conditional: only_conditional, denied, open }
    }

    /// Whether it holds some answers, and none of them outright.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        !self.held.is_empty() && self.held.len() == self.conditional.len()
    }

    /// The answers that it holds most strongly, of those held outright if there are any; none if it holds none.
    #[must_use]
    pub fn main(&self, corpus: &Corpus) -> BTreeSet<Answer> {
        let strength = |positions: &Vec<PositionId>| {
            positions.iter().map(|id| corpus.position(*id).qualifiers.strength).max().unwrap_or(0)
        };
        let is_first = |answer: &Answer| self.is_conditional() || !self.conditional.contains(answer);
        let first = || self.held.iter().filter(|(answer, _)| is_first(answer));
        let most = first().map(|(_, positions)| strength(positions)).max().unwrap_or(0);
        first().filter(|(_, positions)| strength(positions) == most).map(|(answer, _)| *answer).collect()
    }

    /// All that it holds.
    #[must_use]
    pub fn all_held(&self) -> Vec<PositionId> {
        self.held.values().flatten().copied().collect()
    }

    /// What some of its positions fall short of; `None` if one of them is held outright, or none is held.
    #[must_use]
    pub fn reserve(&self, corpus: &Corpus, of: &[PositionId]) -> Option<Reserve> {
        let mut held = self.held.values().flatten().filter(|id| of.contains(id)).peekable();
        held.peek()?;
        let position = |id: &PositionId| corpus.position(*id);
        if held.clone().all(|id| self.conditional.contains(&position(id).answer)) {
            return Some(Reserve::Conditional);
        }
        held.all(|id| position(id).qualifiers.hedged).then_some(Reserve::Guarded)
    }

    /// Whether it says anything that answers the issue, or leaves it open.
    #[must_use]
    pub fn speaks(&self) -> bool {
        !(self.held.is_empty() && self.denied.is_empty() && self.open.is_empty())
    }

    /// Two positions with answers that exclude each other, each carried, on a scale two steps apart or more; none if answers of the issue
    /// do not exclude each other, or are held under conditions, which need not come true together.
    pub(super) fn torn(&self, corpus: &Corpus, issue: &Issue) -> Option<[PositionId; 2]> {
        let own = |answer: &Answer| matches!(answer, Answer::Given(_));
        let carried: Vec<(&Answer, &Vec<PositionId>)> =
            self.held.iter().filter(|(answer, said)| own(answer) && carries(corpus, said)).collect();
        let apart = |one: Answer, other: Answer| one < other && issue.steps(one, other).is_none_or(|steps| steps >= 2);
        let pairs = carried.iter().flat_map(|one| carried.iter().map(move |other| (*one, *other)));
        let can_tear = !issue.several && !self.is_conditional();
        let mut exclude = pairs.filter(|((one, _), (other, _))| can_tear && apart(**one, **other));
        exclude.find_map(|((_, one), (_, other))| first_meeting(corpus, one, other))
    }

    /// What is held outright and the denial of the same answer, each carried.
    pub(super) fn holds_and_denies(&self, corpus: &Corpus) -> Option<[PositionId; 2]> {
        let mut outright = self.held.iter().filter(|(answer, _)| !self.conditional.contains(answer));
        outright.find_map(|(answer, held)| {
            let denied = self.denied.get(answer).filter(|denied| carries(corpus, denied) && carries(corpus, held))?;
            first_meeting(corpus, held, denied)
        })
    }

    /// Where it says what it holds in the first place, or else denies, or leaves open: the strongest first.
    #[must_use]
    pub fn ground(&self, corpus: &Corpus) -> Vec<PositionId> {
        let main = self.main(corpus).into_iter().flat_map(|answer| self.held[&answer].clone());
        let mut ground: Vec<PositionId> = main.collect();
        if ground.is_empty() {
            ground = self.denied.values().flatten().copied().collect();
        }
        if ground.is_empty() {
            ground.clone_from(&self.open);
        }
        ground.sort_by_key(|id| (std::cmp::Reverse(corpus.position(*id).qualifiers.strength), *id));
        ground
    }
}

fn by_answer(corpus: &Corpus, positions: Vec<PositionId>) -> BTreeMap<Answer, Vec<PositionId>> {
    let mut answers: BTreeMap<Answer, Vec<PositionId>> = BTreeMap::new();
    for id in positions {
        answers.entry(corpus.position(id).answer).or_default().push(id);
    }
    answers
}

/// Whether one position and another can be of one respect and one time.
pub(super) fn meet(corpus: &Corpus, one: &Position, other: &Position) -> bool {
    let (one, other) = (one.qualifiers, other.qualifiers);
    one.facets.meets(other.facets) && corpus.contemporary(one.when, other.when)
}

/// The first two of two lists that can be of one respect and one time.
fn first_meeting(corpus: &Corpus, one: &[PositionId], other: &[PositionId]) -> Option<[PositionId; 2]> {
    let meets = |one: &PositionId, other: &PositionId| meet(corpus, corpus.position(*one), corpus.position(*other));
    one.iter().find_map(|one| other.iter().find(|other| meets(one, other)).map(|other| [*one, *other]))
}

/// Whether some of one list and some of another can be of one respect and one time.
pub(super) fn any_meet(corpus: &Corpus, one: &[PositionId], other: &[PositionId]) -> bool {
    first_meeting(corpus, one, other).is_some()
}

/// Whether an answer is more than a word in passing: one position of strength 2 carries it, or two do; of events two.
pub(super) fn carries(corpus: &Corpus, positions: &[PositionId]) -> bool {
    let strong = |id: &PositionId| {
        let position = corpus.position(*id);
        position.qualifiers.strength >= 2 && !corpus.is_of_events(position)
    };
    positions.len() >= 2 || positions.iter().any(strong)
}
