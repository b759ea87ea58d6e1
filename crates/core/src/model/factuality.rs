//! In which sense a line of a picture stands: what follows from stance, negation, mode and attitude together.

use super::{Attitude, Mode, Stance, Standing};

/// In which sense a line of a picture stands: one kind of line each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factuality {
    /// The author holds it, now.
    Held,
    /// The author holds it of the past.
    Past,
    /// The author expects it.
    Future,
    /// The author holds it possible.
    Possible,
    /// Somebody wishes for it, fears it, plans it or calls for it.
    Felt(Feeling),
    /// The author denies that somebody wishes, fears, plans or demands it.
    Rejected,
    /// The author leaves it open: reported or doubted.
    Open,
    /// The author leaves open whether it does *not* hold: a denial reported or doubted.
    OpenNot,
    /// The author denies it.
    Denied,
}

/// What is felt about a content; whose word that is, and what the author makes of it, does not change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feeling {
    /// What is felt.
    pub attitude: Attitude,
    /// About its *not* being so: a wish that it be not is no denial.
    pub negated: bool,
    /// It was felt before the present of the work.
    pub past: bool,
}

impl Feeling {
    /// The word for it in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        let [now, now_not, past, past_not] = match self.attitude {
            Attitude::Wants => ["wants", "wants not", "wanted", "wanted not"],
            Attitude::Fears => ["fears", "fears not", "feared", "feared not"],
            Attitude::Intends => ["intends", "intends not", "intended", "intended not"],
            Attitude::Ought => ["ought", "ought not", "ought then", "ought not then"],
        };
        match (self.past, self.negated) {
            (false, false) => now,
            (false, true) => now_not,
            (true, false) => past,
            (true, true) => past_not,
        }
    }
}

impl Factuality {
    /// From stance, negation, mode and attitude. An attitude says what somebody feels about a content and not that it is so: it is
    /// neither held nor denied. Else denial and openness outweigh the mode.
    #[must_use]
    pub fn of(stance: Stance, negated: bool, mode: Mode, attitude: Option<Attitude>) -> Self {
        if let Some(attitude) = attitude {
            let past = mode == Mode::Historical;
            return if stance == Stance::Rejects {
                Self::Rejected
            } else {
                Self::Felt(Feeling { attitude, negated, past })
            };
        }
        match (Standing::of(stance, negated), mode) {
            (Standing::Denies, _) => Self::Denied,
            (Standing::Open, _) if negated => Self::OpenNot,
            (Standing::Open, _) => Self::Open,
            (Standing::Holds, Mode::Actual) => Self::Held,
            (Standing::Holds, Mode::Historical) => Self::Past,
            (Standing::Holds, Mode::Future) => Self::Future,
            (Standing::Holds, Mode::Hypothetical) => Self::Possible,
        }
    }

    /// Every sense, in order.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        let felt = Attitude::WORDS.iter().flat_map(|(_, attitude)| {
            [(false, false), (false, true), (true, false), (true, true)]
                .map(|(negated, past)| Self::Felt(Feeling { attitude: *attitude, negated, past }))
        });
        let before = [Self::Held, Self::Past, Self::Future, Self::Possible].into_iter();
        before.chain(felt).chain([Self::Rejected, Self::Open, Self::OpenNot, Self::Denied])
    }

    /// The word for it in data. Pictures say it in their language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Past => "was",
            Self::Future => "will",
            Self::Possible => "if",
            Self::Felt(feeling) => feeling.word(),
            Self::Rejected => "rejects",
            Self::Open => "said",
            Self::OpenNot => "said not",
            Self::Denied => "not",
        }
    }

    /// Whether it is what others say, and the author leaves open.
    #[must_use]
    pub fn is_of_others(self) -> bool {
        matches!(self, Self::Open | Self::OpenNot)
    }

    /// Whether it is said that something is *not* so, or not to be so.
    #[must_use]
    pub fn is_negative(self) -> bool {
        match self {
            Self::Felt(feeling) => feeling.negated,
            Self::Rejected | Self::OpenNot | Self::Denied => true,
            Self::Held | Self::Past | Self::Future | Self::Possible | Self::Open => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attitude_is_lost_beside_nothing() {
        let of = |stance, negated, mode, attitude| Factuality::of(stance, negated, mode, Some(attitude)).word();
        let asserts = Stance::Asserts;
        assert_eq!(of(asserts, false, Mode::Actual, Attitude::Wants), "wants");
        assert_eq!(of(asserts, true, Mode::Actual, Attitude::Wants), "wants not");
        assert_eq!(of(asserts, false, Mode::Historical, Attitude::Fears), "feared");
        assert_eq!(of(asserts, true, Mode::Hypothetical, Attitude::Ought), "ought not");
        assert_eq!(of(Stance::Reports, false, Mode::Future, Attitude::Fears), "fears");
        assert_eq!(of(Stance::Rejects, false, Mode::Actual, Attitude::Wants), "rejects");
    }

    #[test]
    fn without_one_denial_and_openness_outweigh_the_mode() {
        let of = |stance, negated, mode| Factuality::of(stance, negated, mode, None);
        assert_eq!(of(Stance::Asserts, false, Mode::Actual), Factuality::Held);
        assert_eq!(of(Stance::Endorses, false, Mode::Historical), Factuality::Past);
        assert_eq!(of(Stance::Asserts, true, Mode::Historical), Factuality::Denied);
        assert_eq!(of(Stance::Doubts, true, Mode::Future), Factuality::OpenNot);
    }

    #[test]
    fn every_sense_has_a_word_of_its_own() {
        let words: std::collections::BTreeSet<&str> = Factuality::all().map(Factuality::word).collect();
        assert_eq!(words.len(), Factuality::all().count());
        assert!(Factuality::all().is_sorted());
    }
}
