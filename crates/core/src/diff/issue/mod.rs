//! Issues of two sides: where each stands, and what that comes to.

mod reasons;
mod rules;
mod silence;
mod tension;

use std::collections::BTreeMap;

pub use silence::IssueSilence;
pub use tension::{PositionTension, position_tensions};

use super::firmness::{self, Firmness};
use super::{Side, Stand};
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
    /// Some answers or denials in common, and others not.
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
    /// They have answers or denials in common, both give reasons for these, and none of these in common.
    pub other_reasons: bool,
    /// The same of what they conclude.
    pub other_conclusions: bool,
    /// What each side says for the answers that both hold, or deny; of an agreement all that the two rest it on. Nothing if they have
    /// nothing in common.
    pub common: [Vec<PositionId>; 2],
    /// What both deny.
    pub shared_denials: Vec<Answer>,
    /// Whether a contested verdict stands on more than one passage.
    pub firmness: Firmness,
}

impl IssueDifference {
    /// The silence of one side, if one is silent.
    #[must_use]
    pub fn silence(&self) -> Option<IssueSilence> {
        match self.verdict {
            IssueVerdict::OnlyA(silence) | IssueVerdict::OnlyB(silence) => Some(silence),
            _ => None,
        }
    }

    /// What a side says on which the verdict turns: its main answers first, or else what it denies or leaves open; then the others that tear
    /// it, that both hold, or that one holds and the other denies.
    #[must_use]
    pub fn ground(&self, corpus: &Corpus, side: usize) -> Vec<PositionId> {
        let (own, other) = (&self.stands[side], &self.stands[1 - side]);
        let turns = |answer: &Answer| match self.verdict {
            IssueVerdict::Torn => true,
            IssueVerdict::InPart => other.held.contains_key(answer),
            IssueVerdict::Rejects => other.denied.contains_key(answer),
            _ => false,
        };
        let is_rejected = |answer: &Answer| self.verdict == IssueVerdict::Rejects && other.held.contains_key(answer);
        let held = own.held.iter().filter(|(answer, _)| turns(answer));
        let denied = own.denied.iter().filter(|(answer, _)| is_rejected(answer));
        let mut ground = own.ground(corpus);
        for id in held.chain(denied).flat_map(|(_, positions)| positions) {
            if !ground.contains(id) {
                ground.push(*id);
            }
        }
        ground
    }

    /// How strongly it is answered: by the weaker of two sides that answer, then by both together.
    pub(crate) fn weight(&self, corpus: &Corpus) -> (u8, usize) {
        let strength = |stand: &Stand| stand.positions.iter().map(|id| corpus.position(*id).qualifiers.strength).max();
        let both = self.stands.iter().filter_map(strength).min().unwrap_or(0);
        (both, self.stands.iter().map(|stand| stand.positions.len()).sum())
    }
}

/// Judges an issue of which at least one side speaks; `None` if neither does.
pub(super) fn compare(corpus: &Corpus, sides: [&Side; 2], id: IssueId) -> Option<IssueDifference> {
    let stands = sides.map(|side| side.stands.get(&id).cloned().unwrap_or_default());
    let [a, b] = stands.each_ref();
    let verdict = match [a.speaks(), b.speaks()] {
        [true, true] => verdict(corpus, id, [a, b]),
        [true, false] => IssueVerdict::OnlyA(silence::grade(corpus, sides[1], id, a)),
        [false, true] => IssueVerdict::OnlyB(silence::grade(corpus, sides[0], id, b)),
        [false, false] => return None,
    };
    let common = common(corpus, verdict, [a, b]);
    let shared_denials = a.denied.keys().filter(|answer| b.denied.contains_key(answer)).copied().collect();
    let firmness = if verdict.is_contested() { firmness(corpus, id, [a, b]) } else { Firmness::Firm };
    Some(IssueDifference {
        issue: id,
        verdict,
        other_reasons: reasons::are_others(corpus, &common, |position| &position.rests_on),
        other_conclusions: reasons::are_others(corpus, &common, |position| &position.so),
        common,
        shared_denials,
        firmness,
        stands,
    })
}

/// What each side says for what both hold or deny, the strongest first.
fn common(corpus: &Corpus, verdict: IssueVerdict, stands: [&Stand; 2]) -> [Vec<PositionId>; 2] {
    if verdict == IssueVerdict::Agree {
        return stands.map(|stand| stand.ground(corpus));
    }
    [[0, 1], [1, 0]].map(|[own, other]| {
        let of = |own: &BTreeMap<Answer, Vec<PositionId>>, other: &BTreeMap<Answer, Vec<PositionId>>| {
            let both = own.iter().filter(|(answer, _)| other.contains_key(answer));
            both.flat_map(|(_, positions)| positions.clone()).collect::<Vec<_>>()
        };
        let mut said = of(&stands[own].held, &stands[other].held);
        said.extend(of(&stands[own].denied, &stands[other].denied));
        said.sort_by_key(|id| (std::cmp::Reverse(corpus.position(*id).qualifiers.strength), *id));
        said
    })
}

/// The verdict of two sides that both speak of an issue.
pub(super) fn verdict(corpus: &Corpus, id: IssueId, stands: [&Stand; 2]) -> IssueVerdict {
    rules::judge(&Case { corpus, issue: corpus.issues.get(id), stands })
}

/// Whether a contested verdict stands with each passage left out.
pub(super) fn firmness(corpus: &Corpus, id: IssueId, stands: [&Stand; 2]) -> Firmness {
    let all: Vec<PositionId> = stands.iter().flat_map(|stand| &stand.positions).copied().collect();
    let passage = |position| firmness::passage_of_position(corpus, position);
    firmness::tried(&all, passage, |left_out| {
        let kept = |stand: &Stand| stand.positions.iter().copied().filter(|id| !left_out.contains(id)).collect();
        let [a, b] = stands.map(|stand| Stand::of(corpus, corpus.issues.get(id), kept(stand)));
        a.speaks() && b.speaks() && verdict(corpus, id, [&a, &b]).is_contested()
    })
}
