//! Whether a contested verdict stands on more than one passage: it is found again with each passage left out.
//!
//! Passages are left out, not statements: coders sum up repeats, so that a single statement may be what a text says on every page.

use std::collections::{BTreeMap, BTreeSet};

use super::Pair;
use super::verdict;
use crate::model::{Anchor, Corpus, PeriodId, PositionId, RelationId, WorkId, WorkKind};

/// Passages times statements that are looked at on a dyad, at most: more is not tried.
const MOST: usize = 1 << 18;

/// Whether a contested verdict stands on more than one passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Firmness {
    /// With any one passage left out the dyad is still contested. Verdicts that are not contested are firm.
    Firm,
    /// Without one of these nothing contested is left.
    RestsOn(Vec<Passage>),
    /// Too much is said of the dyad to try.
    Untried,
}

impl Firmness {
    /// Whether it is known to stand on more than one passage.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        *self == Self::Firm
    }

    /// Whether it is known to rest on a single passage.
    #[must_use]
    pub fn is_soft(&self) -> bool {
        matches!(self, Self::RestsOn(_))
    }
}

/// What is left out at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Passage {
    /// A paragraph of a work.
    Paragraph(WorkId, u32),
    /// The events of a day, or of another time.
    Time(PeriodId),
    /// A statement without evidence, or an event without a time.
    Statement(RelationId),
    /// A position without evidence, or one of events without a time.
    Position(PositionId),
}

/// Tries a contested dyad: O(p · n) for p passages and n statements, times the cost of a verdict on one.
pub(super) fn of(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Firmness {
    let all: Vec<RelationId> = a.iter().chain(b).copied().collect();
    let passage = |id| passage(corpus, id);
    tried(&all, passage, |left_out| {
        let [a, b] = [a, b].map(|side| side.iter().copied().filter(|id| !left_out.contains(id)).collect::<Vec<_>>());
        verdict::heading(corpus, pair, &a, &b).is_contested()
    })
}

/// Leaves out what falls with each passage, and asks whether what is left is still contested.
pub(super) fn tried<Id: Copy + Ord>(
    all: &[Id],
    passage: impl Fn(Id) -> Option<Passage>,
    is_contested_without: impl Fn(&BTreeSet<Id>) -> bool,
) -> Firmness {
    let mut passages: BTreeMap<Passage, BTreeSet<Id>> = BTreeMap::new();
    for id in all {
        if let Some(passage) = passage(*id) {
            passages.entry(passage).or_default().insert(*id);
        }
    }
    if passages.len().saturating_mul(all.len()) > MOST {
        return Firmness::Untried;
    }
    let needed = passages.into_iter().filter(|(_, falls)| !is_contested_without(falls));
    let needed: Vec<Passage> = needed.map(|(passage, _)| passage).collect();
    if needed.is_empty() { Firmness::Firm } else { Firmness::RestsOn(needed) }
}

/// With which passage a statement falls; `None` if it stands in several.
fn passage(corpus: &Corpus, id: RelationId) -> Option<Passage> {
    let relation = corpus.relation(id);
    if corpus.work_kind(relation) == WorkKind::Events {
        return Some(relation.when.map_or(Passage::Statement(id), Passage::Time));
    }
    paragraph(relation.evidence(), Passage::Statement(id))
}

/// With which passage a position falls; `None` if it stands in several.
pub(super) fn passage_of_position(corpus: &Corpus, id: PositionId) -> Option<Passage> {
    let position = corpus.position(id);
    if corpus.is_of_events(position) {
        return Some(position.qualifiers.when.map_or(Passage::Position(id), Passage::Time));
    }
    paragraph(position.evidence(), Passage::Position(id))
}

/// The one paragraph that some evidence is in; `None` if there are several.
fn paragraph(evidence: &[Anchor], without: Passage) -> Option<Passage> {
    let mut paragraphs = evidence.iter().map(|anchor| Passage::Paragraph(anchor.work, anchor.selector.paragraph));
    let first = paragraphs.next().unwrap_or(without);
    paragraphs.all(|other| other == first).then_some(first)
}
