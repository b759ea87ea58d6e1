//! Silence, graded: absence is not denial, and not every absence tells as much.

use super::ancestors::ancestors;
use super::{Pair, Side};
use crate::model::{ActorId, Corpus, RelationId};

/// Why a text may not speak of a dyad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Silence {
    /// The text has both actors and does not relate them. The telling one.
    Unrelated,
    /// Of at least one of them the text has only those who are part of it, or what it is part of.
    PartsOrWhole,
    /// The text lacks at least one of the actors.
    NotNamed,
    /// What the other says is outside the period of the text, or the one selected of it.
    OutOfPeriod,
}

impl Silence {
    /// Every grade, the most telling first.
    pub const ALL: [Self; 4] = [Self::Unrelated, Self::PartsOrWhole, Self::NotNamed, Self::OutOfPeriod];

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unrelated => "unrelated",
            Self::PartsOrWhole => "parts-or-whole",
            Self::NotNamed => "not-named",
            Self::OutOfPeriod => "out-of-period",
        }
    }
}

/// Why a side is silent on a dyad, of which the other says something.
pub(super) fn grade(corpus: &Corpus, silent: &Side, pair: Pair, statements: &[RelationId]) -> Silence {
    let ends = [pair.0, pair.1];
    let is_present = |actor: &ActorId| {
        let mut members = corpus.actors.get(*actor).members().peekable();
        let are_members = members.peek().is_some() && members.all(|member| silent.present.contains(&member));
        silent.present.contains(actor) || are_members
    };
    let in_parts = |actor: &ActorId| silent.wholes.contains(actor);
    let in_whole = |actor: &ActorId| ancestors(corpus, *actor).iter().any(is_present);
    if !ends.iter().all(|end| is_present(end) || in_parts(end) || in_whole(end)) {
        return Silence::NotNamed;
    }
    let outside = |id: &RelationId| {
        let when = corpus.when(corpus.relation(*id));
        when.is_some_and(|when| silent.periods.iter().all(|period| !period.overlaps(when)))
    };
    if !silent.periods.is_empty() && statements.iter().all(outside) {
        return Silence::OutOfPeriod;
    }
    if ends.iter().all(is_present) { Silence::Unrelated } else { Silence::PartsOrWhole }
}
