//! The verdict of a dyad: the first rule that holds is its heading, the others that hold stand beside it.
//!
//! A rule is two functions of a [`Case`] in one of the files here, whether it holds and what it then rests on, and its line in [`RULES`].

mod case;
mod deeds;
mod denial;
mod short_of;
mod signs;

use super::{Pair, Silence};
use crate::model::{Corpus, Facets, RelationId, Signs};
use case::Case;

/// What two sides' statements about a pair of actors come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One holds a type, or a sign, that the other denies.
    Denied,
    /// Held now, in a respect that both name and of a time that both can mean: only positive for one, only negative for the other.
    SignConflict,
    /// Of one deed, one names a doer where the other names none, or the other actor.
    Agency,
    /// Of one deed, all at whose cost, or for whose benefit, it is for one are others than for the other.
    AtWhoseCost,
    /// One holds both signs now, in a respect that both name; the other only one.
    Ambivalent,
    /// The signs held now differ, each in a respect that only one side names.
    OtherRespects,
    /// One holds now what the other denies of what is to come or possible, or the reverse.
    ForeseenDenied,
    /// In a respect that both name, a deed that takes no side for one, a signed one for the other.
    Valued,
    /// Held now by one; the other has it only as said, doubted, possible, to come, wished for, feared or past.
    Possible,
    /// What each holds now takes one side only, and not the same; yet of other times, or one says the opposite in passing as well.
    Leaning,
    /// None of the others.
    Alike,
    /// Only the first view relates them.
    OnlyA(Silence),
    /// Only the second view relates them.
    OnlyB(Silence),
}

impl Verdict {
    /// Every verdict, without the grades of silence, in the order of reports.
    pub const NAMES: [&'static str; 13] = [
        "denied",
        "sign-conflict",
        "agency",
        "at-whose-cost",
        "ambivalent",
        "other-respects",
        "foreseen-denied",
        "valued",
        "possible",
        "leaning",
        "alike",
        "only-a",
        "only-b",
    ];

    /// The names of those that are contested: the first ones.
    #[must_use]
    pub fn contested_names() -> &'static [&'static str] {
        &Self::NAMES[..=Self::Valued.rank().0 as usize]
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self.rank().0 as usize]
    }

    /// The order of reports: contested ones first, telling silences before the others.
    #[must_use]
    pub fn rank(self) -> (u8, u8) {
        match self {
            Self::Denied => (0, 0),
            Self::SignConflict => (1, 0),
            Self::Agency => (2, 0),
            Self::AtWhoseCost => (3, 0),
            Self::Ambivalent => (4, 0),
            Self::OtherRespects => (5, 0),
            Self::ForeseenDenied => (6, 0),
            Self::Valued => (7, 0),
            Self::Possible => (8, 0),
            Self::Leaning => (9, 0),
            Self::Alike => (10, 0),
            Self::OnlyA(silence) => (11, silence as u8),
            Self::OnlyB(silence) => (12, silence as u8),
        }
    }

    /// Whether the two tell the pair of actors otherwise: drawn with ≠.
    #[must_use]
    pub fn is_contested(self) -> bool {
        self.rank() <= Self::Valued.rank()
    }

    /// Whether one side denies what the other holds, or they hold opposite signs.
    #[must_use]
    pub fn is_contradiction(self) -> bool {
        matches!(self, Self::Denied | Self::SignConflict | Self::ForeseenDenied)
    }
}

/// What was found of a dyad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The rules that hold, in their order.
    pub(super) findings: Vec<Finding>,
    /// The signs that each side holds now and carries.
    pub(super) signs: [Signs; 2],
}

impl Found {
    /// The heading: the first rule that holds.
    pub(super) fn verdict(&self) -> Verdict {
        self.findings.first().map_or(Verdict::Alike, |first| first.verdict)
    }
}

/// A rule that holds of a dyad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which.
    pub verdict: Verdict,
    /// In which facets; none if on the whole.
    pub facets: Facets,
    /// What it rests on: the strongest statements of each side that bear it out.
    pub ground: [Vec<RelationId>; 2],
}

/// A rule for contested dyads that holds of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contest {
    /// Which.
    pub verdict: Verdict,
    /// In which facets; none if on the whole.
    pub facets: Facets,
}

/// A rule of verdicts.
struct Rule {
    verdict: Verdict,
    /// Whether it holds, and in which facets; in none if it holds on the whole.
    holds: fn(&Case<'_>) -> Option<Facets>,
    /// What it rests on, where it holds in these facets.
    ground: fn(&Case<'_>, Facets) -> [Vec<RelationId>; 2],
}

/// The rules, the first that holds being the heading. Where none does, the two tell the dyad alike.
static RULES: [Rule; 10] = [
    Rule { verdict: Verdict::Denied, holds: denial::denied, ground: denial::denial },
    Rule { verdict: Verdict::SignConflict, holds: signs::sign_conflict, ground: signs::each_side },
    Rule { verdict: Verdict::Agency, holds: deeds::agency, ground: deeds::doers },
    Rule { verdict: Verdict::AtWhoseCost, holds: deeds::at_whose_cost, ground: deeds::other_bearers },
    Rule { verdict: Verdict::Ambivalent, holds: signs::ambivalent, ground: signs::each_side },
    Rule { verdict: Verdict::OtherRespects, holds: signs::other_respects, ground: signs::each_side },
    Rule { verdict: Verdict::ForeseenDenied, holds: denial::foreseen_denied, ground: denial::foreseen },
    Rule { verdict: Verdict::Valued, holds: signs::valued, ground: signs::deed_and_signs },
    Rule { verdict: Verdict::Possible, holds: short_of::possible, ground: short_of::held_and_weighed },
    Rule { verdict: Verdict::Leaning, holds: signs::leaning, ground: signs::each_side },
];

/// Judges a dyad that both speak of.
///
/// O(n · f) for n statements and f facets, O(n log n) for deeds and denials, and O(t²) for t different times.
pub(super) fn judge(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Found {
    let case = Case::new(corpus, pair, [a, b]);
    let found = |rule: &Rule| {
        let facets = (rule.holds)(&case)?;
        Some(Finding { verdict: rule.verdict, facets, ground: (rule.ground)(&case, facets) })
    };
    Found { findings: RULES.iter().filter_map(found).collect(), signs: case.signs }
}

/// The heading alone.
pub(super) fn heading(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Verdict {
    let case = Case::new(corpus, pair, [a, b]);
    RULES.iter().find(|rule| (rule.holds)(&case).is_some()).map_or(Verdict::Alike, |rule| rule.verdict)
}

/// The rules for contested dyads that hold, in their order, each with the facets in which it does.
pub(super) fn contests(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Vec<Contest> {
    let case = Case::new(corpus, pair, [a, b]);
    let rules = RULES.iter().filter(|rule| rule.verdict.is_contested());
    rules.filter_map(|rule| Some(Contest { verdict: rule.verdict, facets: (rule.holds)(&case)? })).collect()
}

/// A denial of one side that the same side answers by holding what it denies, and that answer.
pub(super) fn own_denial(corpus: &Corpus, pair: Pair, side: &[RelationId]) -> Option<[RelationId; 2]> {
    denial::own_denial(&Case::new(corpus, pair, [side, &[]]))
}

/// Whether a side holds both signs now and carries both, the one by some of its statements and the other in a respect and at a time of these.
pub(super) fn holds_opposite(corpus: &Corpus, pair: Pair, side: &[RelationId], some: &[RelationId]) -> bool {
    let case = Case::new(corpus, pair, [side, &[]]);
    case.signs[0].both() && signs::are_opposed(&case, some)
}

/// The signs that a side holds now and carries.
pub(super) fn held_signs(corpus: &Corpus, pair: Pair, side: &[RelationId]) -> Signs {
    Case::new(corpus, pair, [side, &[]]).signs[0]
}
