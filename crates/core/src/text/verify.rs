//! Anchors verified: exact, moved, ambiguous or orphan; never guessed, never re-anchored.

use super::make::{fingerprint, make};
use super::moved::search;
use super::{Paragraph, Text};
use crate::model::Selector;

/// What became of an anchor's passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// The words stand where the anchor says.
    Exact,
    /// They stand elsewhere, once.
    Moved(Selector),
    /// They stand elsewhere, several times; the first hundred places, in the order of the text.
    Ambiguous(Vec<Selector>),
    /// They do not stand in the text.
    Orphan,
    /// They do not stand where the anchor says, and are too many to be looked for elsewhere.
    TooLong,
}

impl Verification {
    /// In a word.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved(_) => "moved",
            Self::Ambiguous(_) => "ambiguous",
            Self::Orphan | Self::TooLong => "orphan",
        }
    }
}

/// The paragraph of an anchor whose words stand where it says, cut by the newest rules by which they do: an anchor that was right when it
/// was written stays so.
pub(super) fn holding(text: &Text, selector: Selector) -> Option<&Paragraph> {
    let newest = text.paragraph(selector.paragraph)?;
    let words = (selector.first as usize).checked_sub(1)?..selector.last as usize;
    std::iter::successors(Some(newest), |paragraph| paragraph.older()).find(|paragraph| {
        let folded = paragraph.folded(words.clone()).filter(|folded| !folded.is_empty());
        folded.is_some_and(|folded| fingerprint(folded) == selector.fingerprint)
    })
}

/// Where the passage of an exact anchor stands by the newest rules of what a word is. `None` if it is not exact, or what it names is
/// no word any more.
#[must_use]
pub fn stands(text: &Text, selector: Selector) -> Option<Selector> {
    renewed(text, selector, holding(text, selector)?)
}

/// The passage of an anchor, by how a paragraph is cut, by the newest rules.
fn renewed(text: &Text, selector: Selector, cut: &Paragraph) -> Option<Selector> {
    let newest = text.paragraph(selector.paragraph)?;
    if std::ptr::eq(newest, cut) {
        return Some(selector);
    }
    let words = newest.words_in(cut.range(selector.first as usize - 1..selector.last as usize)?)?;
    make(text, selector.paragraph, words.start as u32 + 1, words.end as u32)
}

/// Verifies an anchor.
#[must_use]
pub fn verify(text: &Text, selector: Selector) -> Verification {
    verify_all(text, &[selector]).pop().unwrap_or(Verification::Orphan)
}

/// Verifies the anchors of a text, in their order.
///
/// O(anchors) where the passages stand as they did; where they moved, O(words of the text × different lengths of passages), and for
/// passages that are not found again one BLAKE3 of each window of their length, as far as there is time for it.
#[must_use]
pub fn verify_all(text: &Text, anchors: &[Selector]) -> Vec<Verification> {
    let exact: Vec<bool> = anchors.iter().map(|selector| holding(text, *selector).is_some()).collect();
    let mut lost: Vec<Selector> =
        anchors.iter().zip(&exact).filter(|(_, exact)| !**exact).map(|(selector, _)| *selector).collect();
    lost.sort_unstable();
    lost.dedup();
    let found = places(text, &lost);
    let judge = |(selector, exact): (&Selector, bool)| {
        if exact {
            return Verification::Exact;
        }
        let places = lost.binary_search(selector).ok().and_then(|at| found.get(at)).map(Option::as_deref);
        match places.unwrap_or(Some(&[])) {
            None => Verification::TooLong,
            Some([]) => Verification::Orphan,
            Some([one]) => Verification::Moved(*one),
            Some(several) => Verification::Ambiguous(several.to_vec()),
        }
    };
    anchors.iter().zip(exact).map(judge).collect()
}

/// Where passages stand that are not where their anchors say, each in the order of the text: by the newest rules, and those that stand
/// nowhere by older ones; `None` for what is too long to be looked for.
fn places(text: &Text, lost: &[Selector]) -> Vec<Option<Vec<Selector>>> {
    let mut found = search(text, lost);
    let gone: Vec<usize> = (0..lost.len()).filter(|nth| found[*nth].as_ref().is_some_and(Vec::is_empty)).collect();
    let Some(older) = older(text).filter(|_| !gone.is_empty()) else { return found };
    let again = places(&older, &gone.iter().map(|nth| lost[*nth]).collect::<Vec<_>>());
    for (nth, again) in gone.into_iter().zip(again) {
        let newest = |place: Selector| renewed(text, place, older.paragraph(place.paragraph)?);
        found[nth] = again.map(|places| places.into_iter().filter_map(newest).collect());
    }
    found
}

/// A text cut by the rules before the newest; `None` if they cut no paragraph otherwise.
pub(super) fn older(text: &Text) -> Option<Text> {
    text.paragraphs.iter().any(|paragraph| paragraph.older().is_some()).then(|| {
        let older = |paragraph: &Paragraph| paragraph.older().unwrap_or(paragraph).clone();
        Text { paragraphs: text.paragraphs.iter().map(older).collect(), wrapped: None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    const BEFORE: &str = "A title\nThe lake froze early that year and nobody crossed it";

    fn anchor() -> Selector {
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
        assert_eq!(moved, Verification::Moved(Selector { paragraph: 3, ..anchor() }));
    }

    #[test]
    fn a_word_before_moves_it() {
        let moved = after("Title\nOnce the lake froze early that year");
        assert_eq!(moved, Verification::Moved(Selector { first: 3, last: 6, ..anchor() }));
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
        assert_eq!(places, [3, 4].map(|paragraph| Selector { paragraph, first: 1, last: 4, ..anchor() }));
    }

    /// Texts that an older version of what a word is cuts otherwise, and anchors that it wrote: the place, and the words then.
    const OLD: &[(&str, [u32; 3], &str)] = &[
        ("北方同盟与南方王国签署了和平条约，双方表示满意。", [1, 1, 1], "北方同盟与南方王国签署了和平条约"),
        ("x 中国AI公司 y", [1, 2, 3], "中国ai公司 y"),
        ("they re-\nported that much", [1, 3, 4], "ported that"),
        ("they re-\nported that much", [1, 4, 5], "that much"),
        ("it said so¹ there", [1, 3, 4], "so1 there"),
        ("TÜRKİYE ve ISPARTA", [1, 1, 1], "türki\u{307}ye"),
        ("—¹", [1, 1, 1], "1"),
    ];

    #[test]
    fn anchors_by_older_rules_stay_exact_and_are_followed() {
        for (line, [paragraph, first, last], words) in OLD {
            let old = Selector { paragraph: *paragraph, first: *first, last: *last, fingerprint: fingerprint(words) };
            let text = Text::new(line, Paragraphs::Blocks);
            assert_eq!(verify(&text, old), Verification::Exact, "{line}");
            let moved = Text::new(&format!("Once.\n\n{line}"), Paragraphs::Blocks);
            let newest = stands(&text, old).map(|newest| Selector { paragraph: 2, ..newest });
            assert_eq!(verify(&moved, old), newest.map_or(Verification::Orphan, Verification::Moved), "{line}");
            if let Some(newest) = newest {
                assert_eq!(verify(&moved, newest), Verification::Exact, "{line}");
            }
        }
    }

    #[test]
    fn a_passage_by_older_rules_stands_where_its_bytes_do() {
        let text = Text::new("they re-\nported that¹ much", Paragraphs::Blocks);
        let old = Selector { paragraph: 1, first: 3, last: 4, fingerprint: fingerprint("ported that1") };
        let newest = stands(&text, old).unwrap();
        assert_eq!((newest.first, newest.last), (2, 3));
        assert_eq!(text.parts(newest), Some(["they ", "re-\nported that", "¹ much"]));
        assert_eq!(stands(&text, newest), Some(newest));
        assert_eq!(stands(&text, Selector { first: 2, ..old }), None);
    }

    #[test]
    fn what_is_too_long_to_be_looked_for_is_found_where_others_went() {
        let words: Vec<String> = (0..60_000).map(|word| format!("w{word}")).collect();
        let before = Text::new(&words.join(" "), Paragraphs::Lines);
        let [long, short] = [(1, 40_000), (41_000, 41_010)].map(|(first, last)| make(&before, 1, first, last).unwrap());
        let moved = Text::new(&format!("New\n{}", words.join(" ")), Paragraphs::Lines);
        let later = |selector: Selector| Verification::Moved(Selector { paragraph: 2, ..selector });
        assert_eq!(verify_all(&moved, &[long, short]), [later(long), later(short)]);
        let gone = Selector { fingerprint: 1, ..long };
        assert_eq!(verify_all(&moved, &[gone, short]), [Verification::TooLong, later(short)]);
        assert_eq!(verify(&moved, Selector { fingerprint: 1, ..short }), Verification::Orphan);
    }

    #[test]
    fn numbers_that_no_text_has_are_an_orphan() {
        let text = Text::new(BEFORE, Paragraphs::Lines);
        for (paragraph, first, last) in [(u32::MAX, 1, 1), (1, u32::MAX, u32::MAX), (1, 1, u32::MAX), (2, 11, 11)] {
            let selector = Selector { paragraph, first, last, fingerprint: 0 };
            assert_eq!(verify(&text, selector), Verification::Orphan);
        }
    }
}
