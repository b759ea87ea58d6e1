//! Whether two who agree on an issue give other reasons for it, or draw other conclusions from it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::{ActorId, Answer, Corpus, FrameId, IssueId, Position, PositionId, Reason, TypeId};
use crate::network::{Aggregation, Level};

/// A reason as two authors can share it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Frame(FrameId),
    Answer(IssueId, Answer),
    /// A type, and between whom, each lifted to those for whom he stands.
    Tie(TypeId, Vec<ActorId>, Vec<ActorId>),
}

/// Whether both name some reasons (or conclusions) for what they have in common, and none in common.
pub(super) fn are_others(corpus: &Corpus, common: &[Vec<PositionId>; 2], of: fn(&Position) -> &[Reason]) -> bool {
    let [a, b] = common.each_ref().map(|said| named(corpus, said, of));
    !a.is_empty() && !b.is_empty() && a.is_disjoint(&b)
}

fn named(corpus: &Corpus, ground: &[PositionId], of: fn(&Position) -> &[Reason]) -> BTreeSet<Shared> {
    let reasons = ground.iter().flat_map(|id| of(corpus.position(*id)));
    reasons.map(|reason| shared(corpus, *reason)).collect()
}

fn shared(corpus: &Corpus, reason: Reason) -> Shared {
    match reason {
        Reason::Frame(frame) => Shared::Frame(frame),
        Reason::Position(id) => {
            let position = corpus.position(id);
            Shared::Answer(position.issue, position.answer)
        }
        Reason::Relation(id) => {
            let relation = corpus.relation(id);
            let [from, to] = Aggregation::new(corpus, Level::State).ends(relation).map(Cow::into_owned);
            let swaps = !corpus.types.get(relation.kind).directed && to < from;
            let (from, to) = if swaps { (to, from) } else { (from, to) };
            Shared::Tie(relation.kind, from, to)
        }
    }
}
