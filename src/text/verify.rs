//! Anchors made and verified: exact, moved, ambiguous or orphan; never guessed, never re-anchored.

use super::{Folded, Text};
use crate::model::Locus;

/// What became of an anchor's passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// The words stand where the anchor says.
    Exact,
    /// They stand elsewhere, once.
    Moved(Locus),
    /// They stand elsewhere, several times.
    Ambiguous(Vec<Locus>),
    /// They do not stand in the text.
    Orphan,
}

/// The anchor of a passage; `None` if the text has no such passage.
#[must_use]
pub fn make(text: &Text, paragraph: u32, first: u32, last: u32) -> Option<Locus> {
    let words = text.passage(paragraph, first, last).filter(|words| !words.is_empty())?;
    Some(Locus { paragraph, first, last, fingerprint: fingerprint(words) })
}

/// Verifies an anchor. A passage that moved is looked for in every paragraph: O(words of the text × words of the passage).
#[must_use]
pub fn verify(text: &Text, locus: Locus) -> Verification {
    if make(text, locus.paragraph, locus.first, locus.last) == Some(locus) {
        return Verification::Exact;
    }
    let length = (locus.last - locus.first) as usize + 1;
    let mut places = Vec::new();
    for (paragraph, number) in text.paragraphs.iter().zip(1..) {
        for (words, first) in paragraph.words.windows(length).zip(1..) {
            if fingerprint(words) == locus.fingerprint {
                places.push(Locus {
                    paragraph: number,
                    first,
                    last: first + length as u32 - 1,
                    fingerprint: locus.fingerprint,
                });
            }
        }
    }
    match places.as_slice() {
        [] => Verification::Orphan,
        [one] => Verification::Moved(*one),
        _ => Verification::Ambiguous(places),
    }
}

/// The first four bytes of BLAKE3 over the folded words joined by one space.
fn fingerprint(words: &[Folded]) -> u32 {
    let mut hasher = blake3::Hasher::new();
    for (index, folded) in words.iter().enumerate() {
        if index > 0 {
            hasher.update(b" ");
        }
        hasher.update(folded.word.as_bytes());
    }
    let [a, b, c, d, ..] = *hasher.finalize().as_bytes();
    u32::from_be_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    const BEFORE: &str = "A title\nThe lake froze early that year and nobody crossed it";

    fn anchor() -> Locus {
        make(&Text::new(BEFORE, Paragraphs::Lines), 2, 2, 5).unwrap()
    }

    fn after(text: &str) -> Verification {
        verify(&Text::new(text, Paragraphs::Lines), anchor())
    }

    #[test]
    fn new_marks_leave_an_anchor_exact() {
        assert_eq!(after("A title\n\nThe “lake” — froze EARLY that year"), Verification::Exact);
    }

    #[test]
    fn a_paragraph_before_moves_it() {
        let moved = after("A title\nNew\nThe lake froze early that year");
        assert_eq!(moved, Verification::Moved(Locus { paragraph: 3, ..anchor() }));
    }

    #[test]
    fn another_word_inside_orphans_it() {
        assert_eq!(after("A title\nThe lake thawed early that year"), Verification::Orphan);
    }

    #[test]
    fn twice_is_ambiguous() {
        assert!(
            matches!(after("A title\nx\nlake froze early that\nlake froze early that"), Verification::Ambiguous(places) if places.len() == 2)
        );
    }
}
