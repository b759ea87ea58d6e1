//! The rules for two sides that both speak of an issue: the first that holds is the verdict.

use std::collections::BTreeSet;

use super::super::stand::{Stand, any_meet, carries};
use super::IssueVerdict;
use crate::model::{Answer, Corpus, Issue};

/// Answers from which on neighbours on a scale are near: of three the middle one is next to both ends.
const LONG_SCALE: usize = 4;

/// What two sides say of an issue.
pub(super) struct Case<'c> {
    pub(super) corpus: &'c Corpus,
    pub(super) issue: &'c Issue,
    pub(super) stands: [&'c Stand; 2],
}

type Rule = fn(&Case<'_>) -> bool;

/// The rules in their order. Where none holds, both leave the issue open.
static RULES: [(IssueVerdict, Rule); 9] = [
    (IssueVerdict::WrongQuestion, |case| case.one_alone(Case::rejects_question)),
    (IssueVerdict::Torn, |case| case.one_alone(Case::is_torn)),
    (IssueVerdict::Rejects, |case| case.either(Case::rejects)),
    (IssueVerdict::Agree, |case| case.agree()),
    (IssueVerdict::Near, |case| case.near()),
    (IssueVerdict::Contradict, |case| case.contradict()),
    (IssueVerdict::InPart, |case| case.in_part()),
    (IssueVerdict::Differ, |case| case.differ()),
    (IssueVerdict::Open, |_| true),
];

/// Judges an issue that both speak of. O(p²) for p positions.
pub(super) fn judge(case: &Case<'_>) -> IssueVerdict {
    RULES.iter().find(|(_, holds)| holds(case)).map_or(IssueVerdict::Open, |(verdict, _)| *verdict)
}

impl Case<'_> {
    fn either(&self, holds: fn(&Self, usize) -> bool) -> bool {
        holds(self, 0) || holds(self, 1)
    }

    fn one_alone(&self, holds: fn(&Self, usize) -> bool) -> bool {
        holds(self, 0) != holds(self, 1)
    }

    fn main(&self, side: usize) -> BTreeSet<Answer> {
        self.stands[side].main(self.corpus)
    }

    fn rejects_question(&self, side: usize) -> bool {
        self.main(side).contains(&Answer::WrongQuestion)
    }

    /// Whether a side holds answers that exclude each other, on a scale two steps apart or more.
    fn is_torn(&self, side: usize) -> bool {
        self.stands[side].torn(self.corpus, self.issue).is_some()
    }

    /// Whether a side denies what the other holds outright and does not hold it too, and has no answer of its own where answers exclude each other.
    fn rejects(&self, side: usize) -> bool {
        let (own, other) = (self.stands[side], self.stands[1 - side]);
        let answers = |(answer, denials): (&Answer, &Vec<_>)| {
            !own.held.contains_key(answer)
                && other.held.get(answer).filter(|_| !other.conditional.contains(answer)).is_some_and(|held| {
                    carries(self.corpus, denials) && carries(self.corpus, held) && any_meet(self.corpus, denials, held)
                })
        };
        (self.issue.several || own.held.is_empty()) && own.denied.iter().any(answers)
    }

    /// The same main answers; where neither has any, the same denials, or both are undecided.
    fn agree(&self) -> bool {
        let [a, b] = [self.main(0), self.main(1)];
        if !(a.is_empty() && b.is_empty()) {
            return a == b;
        }
        let [a, b] = self.stands;
        let undecided = |stand: &Stand| {
            let mut said = stand.open.iter().map(|id| self.corpus.position(*id));
            stand.denied.is_empty() && said.any(|position| position.answer == Answer::Undecided)
        };
        let same_denials = !a.denied.is_empty() && a.denied.keys().eq(b.denied.keys());
        same_denials || (undecided(a) && undecided(b))
    }

    /// Neighbours on a scale of four answers or more.
    fn near(&self) -> bool {
        let [a, b] = [self.main(0), self.main(1)];
        let next = |one: &Answer, others: &BTreeSet<Answer>| {
            others.iter().any(|other| self.issue.steps(*one, *other).is_some_and(|steps| steps <= 1))
        };
        self.issue.answers.len() >= LONG_SCALE
            && !a.is_empty()
            && !b.is_empty()
            && a.iter().all(|one| next(one, &b))
            && b.iter().all(|one| next(one, &a))
    }

    /// Answers that exclude each other, each carried and held outright: what may come to be is no contradiction to what is.
    fn contradict(&self) -> bool {
        let [a, b] = [self.main(0), self.main(1)];
        let [held_a, held_b] = self.stands.map(|stand| &stand.held);
        let excluded = |one: &Answer| {
            b.iter().any(|other| {
                carries(self.corpus, &held_a[one])
                    && carries(self.corpus, &held_b[other])
                    && any_meet(self.corpus, &held_a[one], &held_b[other])
            })
        };
        let outright = self.stands.iter().all(|stand| !stand.is_conditional());
        outright && !self.issue.several && a.is_disjoint(&b) && a.iter().any(excluded)
    }

    /// An answer that both hold, or both deny.
    fn in_part(&self) -> bool {
        let [a, b] = self.stands;
        a.held.keys().any(|answer| b.held.contains_key(answer))
            || a.denied.keys().any(|answer| b.denied.contains_key(answer))
    }

    /// Other answers, or an answer here and the denial of another there.
    fn differ(&self) -> bool {
        let answers = |stand: &Stand| !(stand.held.is_empty() && stand.denied.is_empty());
        self.stands.into_iter().all(answers)
    }
}
