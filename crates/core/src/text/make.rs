//! Anchors made: which passage, and the fingerprint of its words.

use super::Text;
use crate::model::Selector;

/// The anchor of a passage; `None` if the text has no such passage.
#[must_use]
pub fn make(text: &Text, paragraph: u32, first: u32, last: u32) -> Option<Selector> {
    let words = (first as usize).checked_sub(1)?..last as usize;
    let folded = text.paragraph(paragraph)?.folded(words).filter(|folded| !folded.is_empty())?;
    Some(Selector { paragraph, first, last, fingerprint: fingerprint(folded) })
}

/// The first four bytes of BLAKE3 over the folded words joined by one space.
pub(super) fn fingerprint(folded: &str) -> u32 {
    let [a, b, c, d, ..] = *blake3::hash(folded.as_bytes()).as_bytes();
    u32::from_be_bytes([a, b, c, d])
}
