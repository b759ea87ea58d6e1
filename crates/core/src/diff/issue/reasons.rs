//! Whether two who agree on an issue give other reasons for it, or draw other conclusions from it.

use std::collections::BTreeSet;

use super::super::Pair;
use crate::model::{Answer, Corpus, FrameId, IssueId, Position, PositionId, Reason, Sign};
use crate::network::{Aggregation, Level};

/// A reason as two authors can share it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Frame(FrameId),
    Answer(IssueId, Answer),
    /// Between whom, lifted to those for whom they stand: what two say of the same two with the same sign is not called another reason.
    Between(Pair, Sign),
}

/// Whether both name some reasons (or conclusions) for what they have in common, and none in common.
pub(super) fn are_others(corpus: &Corpus, common: &[Vec<PositionId>; 2], of: fn(&Position) -> &[Reason]) -> bool {
    let [a, b] = common.each_ref().map(|said| named(corpus, said, of));
    !a.is_empty() && !b.is_empty() && a.is_disjoint(&b)
}

fn named(corpus: &Corpus, said: &[PositionId], of: fn(&Position) -> &[Reason]) -> BTreeSet<Shared> {
    let reasons = said.iter().flat_map(|id| of(corpus.position(*id)));
    reasons.flat_map(|reason| shared(corpus, *reason)).collect()
}

fn shared(corpus: &Corpus, reason: Reason) -> Vec<Shared> {
    match reason {
        Reason::Frame(frame) => vec![Shared::Frame(frame)],
        Reason::Position(id) => {
            let position = corpus.position(id);
            vec![Shared::Answer(position.issue, position.answer)]
        }
        Reason::Relation(id) => {
            let relation = corpus.relation(id);
            let pairs = Aggregation::new(corpus, Level::State).pairs(relation);
            pairs.into_iter().map(|(from, to)| Shared::Between(Pair::new(from, to), relation.sign)).collect()
        }
    }
}
