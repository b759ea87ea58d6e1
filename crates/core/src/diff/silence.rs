//! Silence, graded: absence is not denial, and not every absence tells as much.

use super::{Pair, Side};
use crate::model::{Corpus, RelationId};

/// Why a text may not speak of a dyad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Silence {
    /// s1: the text has both actors and does not relate them. The telling one.
    Unrelated,
    /// s2: the text lacks at least one of the actors.
    Lacking,
    /// s3: what the other says is outside the period of the text, or the one selected of it.
    OutOfPeriod,
}

impl Silence {
    /// The short name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unrelated => "s1",
            Self::Lacking => "s2",
            Self::OutOfPeriod => "s3",
        }
    }
}

pub(super) fn grade(corpus: &Corpus, silent: &Side, pair: Pair, statements: &[RelationId]) -> Silence {
    if !silent.named.contains(&pair.0) || !silent.named.contains(&pair.1) {
        return Silence::Lacking;
    }
    let outside = |id: &RelationId| {
        let when = corpus.when(corpus.relation(*id));
        when.is_some_and(|when| silent.periods.iter().all(|period| !period.overlaps(when)))
    };
    if !silent.periods.is_empty() && statements.iter().all(outside) {
        return Silence::OutOfPeriod;
    }
    Silence::Unrelated
}
