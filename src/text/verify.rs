//! Anchors made and verified: exact, moved, ambiguous or orphan; never guessed, never re-anchored.

use super::Text;
use super::moved::search;
use crate::model::Locus;

/// What became of an anchor's passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// The words stand where the anchor says.
    Exact,
    /// They stand elsewhere, once.
    Moved(Locus),
    /// They stand elsewhere, several times; the first hundred places, in the order of the text.
    Ambiguous(Vec<Locus>),
    /// They do not stand in the text.
    Orphan,
}

impl Verification {
    /// In a word.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved(_) => "moved",
            Self::Ambiguous(_) => "ambiguous",
            Self::Orphan => "orphan",
        }
    }
}

/// The anchor of a passage; `None` if the text has no such passage.
#[must_use]
pub fn make(text: &Text, paragraph: u32, first: u32, last: u32) -> Option<Locus> {
    let words = (first as usize).checked_sub(1)?..last as usize;
    let folded = text.paragraph(paragraph)?.folded(words).filter(|folded| !folded.is_empty())?;
    Some(Locus { paragraph, first, last, fingerprint: fingerprint(folded) })
}

/// Verifies an anchor.
#[must_use]
pub fn verify(text: &Text, locus: Locus) -> Verification {
    verify_all(text, &[locus]).pop().unwrap_or(Verification::Orphan)
}

/// Verifies the anchors of a text, in their order.
///
/// O(anchors) where the passages stand as they did; where they moved, O(words of the text × different lengths of passages), and for
/// passages that are not found again one BLAKE3 of each window of their length.
#[must_use]
pub fn verify_all(text: &Text, anchors: &[Locus]) -> Vec<Verification> {
    let is_exact = |locus: &Locus| make(text, locus.paragraph, locus.first, locus.last) == Some(*locus);
    let exact: Vec<bool> = anchors.iter().map(is_exact).collect();
    let mut lost: Vec<Locus> =
        anchors.iter().zip(&exact).filter(|(_, exact)| !**exact).map(|(locus, _)| *locus).collect();
    lost.sort_unstable();
    lost.dedup();
    let found = search(text, &lost);
    let judge = |(locus, exact): (&Locus, bool)| {
        let places = || lost.binary_search(locus).ok().and_then(|at| found.get(at)).map_or(&[][..], Vec::as_slice);
        match (exact, if exact { &[] } else { places() }) {
            (true, _) => Verification::Exact,
            (false, []) => Verification::Orphan,
            (false, [one]) => Verification::Moved(*one),
            (false, several) => Verification::Ambiguous(several.to_vec()),
        }
    };
    anchors.iter().zip(exact).map(judge).collect()
}

/// The first four bytes of BLAKE3 over the folded words joined by one space.
pub(super) fn fingerprint(folded: &str) -> u32 {
    let [a, b, c, d, ..] = *blake3::hash(folded.as_bytes()).as_bytes();
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
    fn a_word_before_moves_it() {
        let moved = after("Title\nOnce the lake froze early that year");
        assert_eq!(moved, Verification::Moved(Locus { first: 3, last: 6, ..anchor() }));
    }

    #[test]
    fn another_word_inside_orphans_it() {
        assert_eq!(after("A title\nThe lake thawed early that year"), Verification::Orphan);
    }

    #[test]
    fn twice_is_ambiguous() {
        let Verification::Ambiguous(places) = after("A title\nx\nlake froze early that\nlake froze early that") else {
            panic!("not ambiguous");
        };
        assert_eq!(places, [3, 4].map(|paragraph| Locus { paragraph, first: 1, last: 4, ..anchor() }));
    }

    #[test]
    fn numbers_that_no_text_has_are_an_orphan() {
        let text = Text::new(BEFORE, Paragraphs::Lines);
        for (paragraph, first, last) in [(u32::MAX, 1, 1), (1, u32::MAX, u32::MAX), (1, 1, u32::MAX), (2, 11, 11)] {
            let locus = Locus { paragraph, first, last, fingerprint: 0 };
            assert_eq!(verify(&text, locus), Verification::Orphan);
        }
    }
}
