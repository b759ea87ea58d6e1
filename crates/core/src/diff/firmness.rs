//! Whether a contested verdict stands on more than one passage: it is found again with each passage left out.
//!
//! Passages are left out, not statements: coders sum up repeats, so that a single statement may be what a text says on every page.

use std::collections::{BTreeMap, BTreeSet};

use super::Pair;
use super::verdict;
use crate::model::{Corpus, PeriodId, RelationId, WorkId, WorkKind};

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
}

/// Tries a contested dyad: O(p · n) for p passages and n statements, times the cost of a verdict on one.
pub(super) fn of(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Firmness {
    let mut passages: BTreeMap<Passage, BTreeSet<RelationId>> = BTreeMap::new();
    for id in a.iter().chain(b) {
        if let Some(passage) = passage(corpus, *id) {
            passages.entry(passage).or_default().insert(*id);
        }
    }
    if passages.len().saturating_mul(a.len() + b.len()) > MOST {
        return Firmness::Untried;
    }
    let is_needed = |left_out: &BTreeSet<RelationId>| {
        let [a, b] = [a, b].map(|side| side.iter().copied().filter(|id| !left_out.contains(id)).collect::<Vec<_>>());
        !verdict::heading(corpus, pair, &a, &b).is_contested()
    };
    let needed: Vec<Passage> =
        passages.into_iter().filter(|(_, falls)| is_needed(falls)).map(|(passage, _)| passage).collect();
    if needed.is_empty() { Firmness::Firm } else { Firmness::RestsOn(needed) }
}

/// With which passage a statement falls; `None` if it stands in several.
fn passage(corpus: &Corpus, id: RelationId) -> Option<Passage> {
    let relation = corpus.relation(id);
    if corpus.work_kind(relation) == WorkKind::Events {
        return Some(relation.when.map_or(Passage::Statement(id), Passage::Time));
    }
    let mut paragraphs =
        relation.evidence().iter().map(|anchor| Passage::Paragraph(anchor.work, anchor.selector.paragraph));
    let first = paragraphs.next().unwrap_or(Passage::Statement(id));
    paragraphs.all(|other| other == first).then_some(first)
}
