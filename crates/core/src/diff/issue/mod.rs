//! Issues of two sides: where each stands, and what that comes to.

mod reasons;
mod rules;
mod silence;
mod stand;
mod tension;

pub use silence::IssueSilence;
pub use stand::Stand;
pub use tension::{PositionTension, position_tensions};

use super::Side;
use super::firmness::{self, Firmness};
use crate::model::{Answer, Corpus, IssueId, PositionId};
use rules::Case;

/// What two sides' answers to an issue come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IssueVerdict {
    /// One holds that the question is wrongly put.
    WrongQuestion,
    /// One holds answers that exclude each other, on a scale two steps apart or more; the other does not.
    Torn,
    /// One denies what the other holds.
    Rejects,
    /// Their main answers exclude each other.
    Contradict,
    /// Answers that stand side by side on a scale.
    Near,
    /// Some answers in common, and others not.
    InPart,
    /// Other answers, which do not exclude each other or are said in passing.
    Differ,
    /// One answers, the other leaves it open; or both do.
    Open,
    /// The same main answers, or the same denials.
    Agree,
    /// Only the first side answers it.
    OnlyA(IssueSilence),
    /// Only the second side answers it.
    OnlyB(IssueSilence),
}

impl IssueVerdict {
    /// Every verdict, without the grades of silence, in the order of reports.
    pub const NAMES: [&'static str; 11] = [
        "wrong-question",
        "torn",
        "rejects",
        "contradict",
        "near",
        "in-part",
        "differ",
        "open",
        "agree",
        "only-a",
        "only-b",
    ];

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self.rank().0 as usize]
    }

    /// The order of reports: contested ones first, telling silences before the others.
    #[must_use]
    pub fn rank(self) -> (u8, u8) {
        match self {
            Self::WrongQuestion => (0, 0),
            Self::Torn => (1, 0),
            Self::Rejects => (2, 0),
            Self::Contradict => (3, 0),
            Self::Near => (4, 0),
            Self::InPart => (5, 0),
            Self::Differ => (6, 0),
            Self::Open => (7, 0),
            Self::Agree => (8, 0),
            Self::OnlyA(silence) => (9, silence as u8),
            Self::OnlyB(silence) => (10, silence as u8),
        }
    }

    /// Whether the two answer the issue otherwise: marked with ≠.
    #[must_use]
    pub fn is_contested(self) -> bool {
        self.rank() <= Self::Contradict.rank()
    }

    /// Whether one denies what the other holds, or their answers exclude each other.
    #[must_use]
    pub fn is_contradiction(self) -> bool {
        matches!(self, Self::Rejects | Self::Contradict)
    }

    /// How far apart two sides are by it, in quarters: none of an agreement, four of a contradiction. Of silence there is no distance.
    #[must_use]
    pub fn quarters(self) -> Option<u32> {
        match self {
            Self::Agree => Some(0),
            Self::Near | Self::InPart => Some(1),
            Self::WrongQuestion | Self::Torn | Self::Differ | Self::Open => Some(2),
            Self::Rejects | Self::Contradict => Some(4),
            Self::OnlyA(_) | Self::OnlyB(_) => None,
        }
    }
}

/// What two sides say of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueDifference {
    /// Which.
    pub issue: IssueId,
    /// Where each side stands.
    pub stands: [Stand; 2],
    /// What that comes to.
    pub verdict: IssueVerdict,
    /// They agree, both give reasons, and have none in common.
    pub other_reasons: bool,
    /// They agree, both draw conclusions, and have none in common.
    pub other_conclusions: bool,
    /// What both deny.
    pub shared_denials: Vec<Answer>,
    /// Whether a contested verdict stands on more than one passage.
    pub firmness: Firmness,
}

impl IssueDifference {
    /// How strongly it is answered: by the weaker of two sides that answer, then by both together.
    pub(super) fn weight(&self, corpus: &Corpus) -> (u8, usize) {
        let strength = |stand: &Stand| stand.positions.iter().map(|id| corpus.position(*id).qualifiers.strength).max();
        let both = self.stands.iter().filter_map(strength).min().unwrap_or(0);
        (both, self.stands.iter().map(|stand| stand.positions.len()).sum())
    }
}

/// Judges an issue of which at least one side speaks; `None` if neither does.
pub(super) fn compare(corpus: &Corpus, sides: [&Side; 2], id: IssueId) -> Option<IssueDifference> {
    let issue = corpus.issues.get(id);
    let said = sides.map(|side| side.answers.get(&id).map_or(&[][..], Vec::as_slice));
    let stands = said.map(|positions| Stand::of(corpus, issue, positions.to_vec()));
    let verdict = match stands.each_ref().map(Stand::speaks) {
        [true, true] => rules::judge(&Case { corpus, issue, stands: stands.each_ref() }),
        [true, false] => IssueVerdict::OnlyA(silence::grade(corpus, sides[1], id, &stands[0])),
        [false, true] => IssueVerdict::OnlyB(silence::grade(corpus, sides[0], id, &stands[1])),
        [false, false] => return None,
    };
    let agree = verdict == IssueVerdict::Agree;
    let [a, b] = &stands;
    let shared_denials = a.denied.keys().filter(|answer| b.denied.contains_key(answer)).copied().collect();
    let firmness = if verdict.is_contested() { firmness(corpus, id, said) } else { Firmness::Firm };
    Some(IssueDifference {
        issue: id,
        verdict,
        other_reasons: agree && reasons::are_others(corpus, [a, b], |position| &position.rests_on),
        other_conclusions: agree && reasons::are_others(corpus, [a, b], |position| &position.so),
        shared_denials,
        firmness,
        stands,
    })
}

/// Whether a contested verdict stands with each passage left out.
fn firmness(corpus: &Corpus, id: IssueId, said: [&[PositionId]; 2]) -> Firmness {
    let issue = corpus.issues.get(id);
    let all: Vec<PositionId> = said.into_iter().flatten().copied().collect();
    firmness::tried(
        &all,
        |position| firmness::passage_of_position(corpus, position),
        |left_out| {
            let kept = |side: &[PositionId]| side.iter().copied().filter(|id| !left_out.contains(id)).collect();
            let [a, b] = said.map(|side| Stand::of(corpus, issue, kept(side)));
            a.speaks() && b.speaks() && rules::judge(&Case { corpus, issue, stands: [&a, &b] }).is_contested()
        },
    )
}
