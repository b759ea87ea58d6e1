//! Quotations held against the text: a `TextQuoteSelector` (W3C Web Annotation Data Model, 4.2.4) beside an anchor.

use super::moved::MOST_PLACES;
use super::paragraphs::parts;
use super::reading::Reading;
use super::verify::{Verification, holding};
use super::{Paragraph, Text};
use crate::model::{Quote, Selector};

/// How far a quotation is what the text has at its anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoted {
    /// Character for character, but for white space.
    Exact,
    /// Word for word; other marks, capitals or accents in parts.
    Normalised,
    /// The passage has other words.
    Differs,
    /// The passage has these words, and others stand before or after it.
    Elsewhere,
}

impl Quoted {
    /// In a word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Normalised => "normalised",
            Self::Differs => "other-words",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// Holds a quotation against the passage of its anchor.
#[must_use]
pub fn quoted(text: &Text, selector: Selector, quote: &Quote) -> Quoted {
    let Some([before, passage, after]) = holding(text, selector).and_then(|paragraph| parts(paragraph, selector))
    else {
        return Quoted::Differs;
    };
    if !alike(passage, &quote.exact) {
        return Quoted::Differs;
    }
    let ends = quote.prefix.as_deref().is_none_or(|prefix| any(before, prefix, Reading::ends_with));
    let starts = quote.suffix.as_deref().is_none_or(|suffix| any(after, suffix, Reading::starts_with));
    if !(ends && starts) {
        return Quoted::Elsewhere;
    }
    // The marks around the outermost words belong to the quotation, not to the words.
    let marks = |mark: char| !mark.is_alphanumeric();
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let same = spaced(passage).trim_matches(marks) == spaced(&quote.exact).trim_matches(marks);
    if same { Quoted::Exact } else { Quoted::Normalised }
}

/// Whether two texts have the same words, by any version of what a word is.
fn alike(one: &str, other: &str) -> bool {
    any(one, other, Reading::is_alike)
}

fn any(one: &str, other: &str, holds: impl Fn(&Reading, &Reading) -> bool) -> bool {
    let (one, other) = (Paragraph::new(one), Paragraph::new(other));
    let old = |paragraph: &Paragraph| Reading::plain(paragraph.older().unwrap_or(paragraph));
    holds(&Reading::plain(&one), &Reading::plain(&other))
        || ((one.older().is_some() || other.older().is_some()) && holds(&old(&one), &old(&other)))
}

/// What a quotation settles: of several places the one that has the words it names before and after.
#[must_use]
pub fn disambiguate(text: &Text, verification: Verification, quote: &Quote) -> Verification {
    let Verification::Ambiguous(places) = verification else { return verification };
    let fits = |place: &&Selector| matches!(quoted(text, **place, quote), Quoted::Exact | Quoted::Normalised);
    let mut fitting = places.iter().filter(fits);
    let around = quote.prefix.is_some() || quote.suffix.is_some();
    match (fitting.next(), fitting.next()) {
        (Some(one), None) if around && places.len() < MOST_PLACES => Verification::Moved(*one),
        _ => Verification::Ambiguous(places),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{make, verify};
    use super::*;
    use crate::diag::{SourceId, Span};
    use crate::model::Paragraphs;

    const LAKE: &str = "The lake froze; the lake “froze” twice.\nNobody saw the lake, and the café closed.";

    fn quote(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Quote {
        let own = |text: Option<&str>| text.map(Into::into);
        Quote { exact: exact.into(), prefix: own(prefix), suffix: own(suffix), span: Span::new(SourceId(0), 0..0) }
    }

    fn at(paragraph: u32, first: u32, last: u32, quote: &Quote) -> Quoted {
        let text = Text::new(LAKE, Paragraphs::Lines);
        quoted(&text, make(&text, paragraph, first, last).unwrap(), quote)
    }

    #[test]
    fn marks_and_capitals_are_told_apart_from_words() {
        assert_eq!(at(1, 4, 6, &quote("the lake  “froze”", None, None)), Quoted::Exact);
        assert_eq!(at(1, 4, 6, &quote("The lake froze", None, None)), Quoted::Normalised);
        assert_eq!(at(1, 4, 6, &quote("the lake thawed", None, None)), Quoted::Differs);
        assert_eq!(at(2, 7, 8, &quote("cafe\u{301} closed", None, None)), Quoted::Normalised);
    }

    #[test]
    fn a_line_end_within_a_word_and_older_rules_are_read_both_ways() {
        let text = Text::new("Once re-\nported, it is a well-\nknown tale².", Paragraphs::Blocks);
        let selector = make(&text, 1, 2, 7).unwrap();
        for exact in ["reported, it is a well-known tale", "re-ported it is a wellknown tale2"] {
            let found = quoted(&text, selector, &quote(exact, Some("once"), None));
            assert_eq!(found, if exact.ends_with('2') { Quoted::Differs } else { Quoted::Normalised }, "{exact}");
        }
        assert_eq!(quoted(&text, make(&text, 1, 7, 7).unwrap(), &quote("tale", None, None)), Quoted::Exact);
    }

    #[test]
    fn what_stands_around_it_counts() {
        assert_eq!(at(1, 4, 5, &quote("the lake", Some("froze;"), Some(" “froze”"))), Quoted::Exact);
        assert_eq!(at(1, 4, 5, &quote("the lake", Some("saw"), None)), Quoted::Elsewhere);
    }

    #[test]
    fn it_settles_which_of_several_places_is_meant() {
        let text = Text::new(LAKE, Paragraphs::Lines);
        let gone = Selector { paragraph: 9, ..make(&text, 1, 1, 2).unwrap() };
        let settled = |quote: &Quote| disambiguate(&text, verify(&text, gone), quote);
        let moved = settled(&quote("the lake", Some("Nobody saw"), None));
        assert_eq!(moved, Verification::Moved(make(&text, 2, 3, 4).unwrap()));
        assert!(
            matches!(settled(&quote("the lake", None, None)), Verification::Ambiguous(places) if places.len() == 3)
        );
        assert!(matches!(settled(&quote("the lake", Some("froze"), Some("never"))), Verification::Ambiguous(_)));
    }
}
