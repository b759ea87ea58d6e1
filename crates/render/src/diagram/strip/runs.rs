//! A paragraph cut into runs of words under the same anchors.

use parallax_core::model::{Corpus, Sign};
use parallax_core::text::{Anchored, Covered};

/// Words under the same anchors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// The first word, from 0.
    pub(super) first: u32,
    /// The word after the last.
    pub(super) end: u32,
    /// How many statements stand on it: positive, neutral, negative.
    pub(super) signs: [u32; 3],
    /// Whether a frame does.
    pub(super) frame: bool,
    /// Whether a position does.
    pub(super) position: bool,
    /// Whether it is said to relate nobody.
    pub(super) aside: bool,
}

/// The signs in the order of bands, from above.
pub(super) const SIGNS: [Sign; 3] = [Sign::Positive, Sign::Neutral, Sign::Negative];

/// What starts or ends at a word.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Change([i32; 6]);

/// The runs of a paragraph that are under something, in order.
pub(super) fn runs(covered: &Covered, corpus: &Corpus) -> Vec<Run> {
    let words = covered.words as usize;
    let mut changes = vec![Change::default(); words + 1];
    for passage in &covered.passages {
        let place = match passage.what {
            Anchored::Statement(id) => {
                SIGNS.iter().position(|sign| *sign == corpus.relation(id).sign).unwrap_or_default()
            }
            Anchored::Frame(_) => 3,
            Anchored::NoRelation => 4,
            Anchored::Position(_) => 5,
        };
        changes[passage.first as usize - 1].0[place] += 1;
        changes[passage.last as usize].0[place] -= 1;
    }
    let (mut runs, mut open, mut first) = (Vec::new(), [0_i32; 6], 0);
    for (word, change) in changes.iter().enumerate() {
        if *change == Change::default() && word < words {
            continue;
        }
        if word > first && open != [0; 6] {
            let signs = [open[0], open[1], open[2]].map(|count| count as u32);
            let (first, end) = (first as u32, word as u32);
            runs.push(Run { first, end, signs, frame: open[3] > 0, position: open[5] > 0, aside: open[4] > 0 });
        }
        open.iter_mut().zip(change.0).for_each(|(count, step)| *count += step);
        first = word;
    }
    runs
}
