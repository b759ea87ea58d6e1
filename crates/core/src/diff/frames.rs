//! Readings of the same framework, analogy or event.

use super::Side;
use crate::model::{Corpus, FrameId, Id, RelationId};

/// A frame that at least one of two views reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameReading {
    /// Which.
    pub frame: FrameId,
    /// Whether each view's authors read it.
    pub read_by: [bool; 2],
    /// Statements of each view that belong to it.
    pub statements: [usize; 2],
}

pub(super) fn compare(corpus: &Corpus, sides: [&Side; 2]) -> Vec<FrameReading> {
    let count = |ids: &mut dyn Iterator<Item = RelationId>| {
        let mut counts = vec![0; corpus.frames.len()];
        for frame in ids.filter_map(|id| corpus.relation(id).frame()) {
            counts[frame.index()] += 1;
        }
        counts
    };
    let selected = sides.map(|side| count(&mut side.record.iter().copied()));
    let all = sides.map(|side| {
        let whole = side.authors.iter().flat_map(|author| corpus.relations_of(*author));
        count(&mut whole.map(RelationId::from_index))
    });
    let mut readings: Vec<FrameReading> = Vec::new();
    for (id, _, frame) in corpus.frames.iter() {
        let statements = selected.each_ref().map(|counts| counts[id.index()]);
        let read_by = [0, 1].map(|side| {
            let read = frame.readings.iter().any(|reading| sides[side].authors.contains(&reading.author));
            // A frame of whose statements the view selects none is not in it; one that has none at all stands for itself.
            read && (statements[side] > 0 || all[side][id.index()] == 0)
        });
        if read_by.contains(&true) {
            readings.push(FrameReading { frame: id, read_by, statements });
        }
    }
    readings.sort_by_key(|reading| (!(reading.read_by[0] && reading.read_by[1]), reading.frame));
    readings
}
