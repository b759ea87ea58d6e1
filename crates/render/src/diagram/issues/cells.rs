//! How wide the cells of a row's answers are: as few lines of words as can be, and where answers are many, below each other.

use super::place::room_of;
use crate::diagram::bead::Beads;
use crate::diagram::sheet::WORDS;
use crate::figure::issues::AnswerPlace;
use crate::scene::block::Block;
use crate::style::measure;

/// From one cell to the next.
pub(super) const GAP: f64 = 18.0;
/// The least width of a cell: of beads, and of dots with names under them.
const LEAST: (f64, f64) = (64.0, 120.0);
/// Words under beads take so many lines at most, where that can be had.
const LINES: usize = 4;
/// By how much a cell is tried wider, as a share of its width.
const WIDER: f64 = 1.05;

/// The answers with the widths of their cells, in as few tiers as have room.
pub(super) fn tiers<'a>(answers: &'a [AnswerPlace], beads: Beads<'_>, room: f64) -> Vec<Vec<(&'a AnswerPlace, f64)>> {
    let parted = |count: usize| {
        let tiers = answers.chunks(answers.len().div_ceil(count).max(1));
        tiers.map(|tier| Some(tier.iter().zip(widths(tier, beads, room)?).collect())).collect::<Option<Vec<_>>>()
    };
    let alone = || answers.iter().map(|answer| vec![(answer, room)]).collect();
    (1..answers.len().max(1)).find_map(parted).unwrap_or_else(alone)
}

/// The widths of cells side by side, at which their words take as few lines as there is room for; `None` if there is none.
fn widths(answers: &[AnswerPlace], beads: Beads<'_>, room: f64) -> Option<Vec<f64>> {
    let room = room - GAP * answers.len().saturating_sub(1) as f64;
    let needed = |lines: usize| answers.iter().map(|answer| needed(answer, beads, lines)).collect::<Vec<f64>>();
    let widths = (1..=LINES).map(needed).find(|widths| widths.iter().sum::<f64>() <= room)?;
    let spare = (room - widths.iter().sum::<f64>()) / answers.len() as f64;
    Some(widths.into_iter().map(|width| width + spare).collect())
}

/// The narrowest cell in which the words of an answer take so many lines, and each of its beads has room.
fn needed(answer: &AnswerPlace, beads: Beads<'_>, lines: usize) -> f64 {
    let words = |word: &str| measure::width(word, WORDS, false);
    let longest = answer.label.split_whitespace().map(words).fold(0.0, f64::max);
    let widest = answer.marks.iter().map(|mark| room_of(std::slice::from_ref(mark), beads)).fold(0.0, f64::max);
    let least = if beads.are_dots() { LEAST.1 } else { LEAST.0 };
    let mut width = (words(&answer.label) / lines as f64).max(longest).max(widest).max(least).ceil();
    while Block::wrap(&answer.label, WORDS, false, width).lines.len() > lines {
        width *= WIDER;
    }
    width
}
