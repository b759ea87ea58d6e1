//! Silence on an issue, graded: absence is not denial, and not every absence tells as much.

use super::super::{Pair, Side, Stand};
use crate::model::{Corpus, IssueId, PositionId};

/// Why a side may not answer an issue that the other answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IssueSilence {
    /// It speaks of those whom the issue is about, and does not answer. The telling one.
    Unanswered,
    /// It does not relate them at all.
    NotRaised,
    /// What the other says is outside its period, or the one selected of it.
    OutOfPeriod,
}

impl IssueSilence {
    /// Every grade, the most telling first.
    pub const ALL: [Self; 3] = [Self::Unanswered, Self::NotRaised, Self::OutOfPeriod];

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::NotRaised => "not-raised",
            Self::OutOfPeriod => "out-of-period",
        }
    }
}

/// Why a side is silent on an issue, on which the other stands so. It speaks of the matter if it relates two of those whom the issue is
/// about, or, of an issue about one, that one to anybody, themselves or by who stands for them.
pub(super) fn grade(corpus: &Corpus, silent: &Side, issue: IssueId, other: &Stand) -> IssueSilence {
    let outside = |id: &PositionId| {
        let when = corpus.time_of(&corpus.position(*id).said());
        when.is_some_and(|when| silent.periods.iter().all(|period| !period.overlaps(when)))
    };
    if !silent.periods.is_empty() && other.positions.iter().all(outside) {
        return IssueSilence::OutOfPeriod;
    }
    let about = &corpus.issues.get(issue).about;
    let speaks_of = |pair: Pair| {
        let named = [pair.0, pair.1].iter().filter(|actor| about.contains(actor)).count();
        named >= about.len().min(2) && !about.is_empty()
    };
    if silent.said.pairs().any(speaks_of) { IssueSilence::Unanswered } else { IssueSilence::NotRaised }
}
