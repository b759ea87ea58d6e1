//! Readings of the same framework, analogy or event.

use super::Side;
use crate::model::{Corpus, FrameId};

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

pub(super) fn compare(corpus: &Corpus, sides: &[Side; 2]) -> Vec<FrameReading> {
    let counts = sides.each_ref().map(|side| {
        let mut counts = vec![0; corpus.frames.len()];
        for frame in side.record.iter().filter_map(|id| corpus.relation(*id).frame()) {
            counts[crate::model::Id::index(frame)] += 1;
        }
        counts
    });
    let mut readings: Vec<FrameReading> = Vec::new();
    for (id, _, frame) in corpus.frames.iter() {
        let read_by =
            sides.each_ref().map(|side| frame.readings.iter().any(|reading| side.authors.contains(&reading.author)));
        let statements = counts.each_ref().map(|counts| counts[crate::model::Id::index(id)]);
        if read_by.contains(&true) {
            readings.push(FrameReading { frame: id, read_by, statements });
        }
    }
    readings.sort_by_key(|reading| (!(reading.read_by[0] && reading.read_by[1]), reading.frame));
    readings
}
