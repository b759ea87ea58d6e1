//! Where a text says so, without quoting it: paragraph, words, fingerprint.

use super::WorkId;
use crate::diag::Span;

/// A passage of a work: `p12:3-27#9f2c41aa`, counted from 1, both ends included.
///
/// The fingerprint is the first four bytes of BLAKE3 over the case-folded words joined by one space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The work that it stands in.
    pub work: WorkId,
    /// The passage.
    pub selector: Selector,
    /// Its words, where the text's licence lets a corpus hold them.
    pub quote: Option<Box<Quote>>,
    /// Where the anchor is written.
    pub span: Span,
}

/// The words of a passage and those around it: a `TextQuoteSelector` of the W3C's Web Annotation Data Model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The passage.
    pub exact: Box<str>,
    /// What stands right before it.
    pub prefix: Option<Box<str>>,
    /// What stands right after it.
    pub suffix: Option<Box<str>>,
    /// Where the passage is written.
    pub span: Span,
}

/// Paragraph, words and fingerprint of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selector {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// The first word, from 1.
    pub first: u32,
    /// The last word, included.
    pub last: u32,
    /// What the words fold to.
    pub fingerprint: u32,
}

impl Selector {
    /// Reads `p12:3-27#9f2c41aa`; the error says what was expected.
    ///
    /// # Errors
    ///
    /// If a part is missing or is no number, with what was expected.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let (place, print) = text.split_once('#').ok_or("the fingerprint after `#` is missing")?;
        let (paragraph, words) = place.split_once(':').ok_or("the words after `:` are missing")?;
        let paragraph =
            paragraph.strip_prefix('p').and_then(count).ok_or("it starts with `p` and the paragraph's number")?;
        let (first, last) = words.split_once('-').ok_or("the words are `first-last`")?;
        let first = count(first).ok_or("the first word is a number from 1")?;
        let last = count(last).ok_or("the last word is a number from 1")?;
        if first > last {
            return Err("the last word comes before the first");
        }
        let hex = print.len() == 8 && print.bytes().all(|byte| byte.is_ascii_hexdigit());
        let fingerprint =
            u32::from_str_radix(print, 16).ok().filter(|_| hex).ok_or("the fingerprint is eight hexadecimal digits")?;
        Ok(Self { paragraph, first, last, fingerprint })
    }
}

impl std::fmt::Display for Selector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "p{}:{}-{}#{:08x}", self.paragraph, self.first, self.last, self.fingerprint)
    }
}

fn count(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| plain && *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_reads_and_prints_alike() {
        let text = "p12:3-27#9f2c41aa";
        assert_eq!(Selector::parse(text).unwrap().to_string(), text);
    }

    #[test]
    fn what_is_not_an_anchor_is_refused() {
        for text in [
            "",
            "p0:1-2#00000000",
            "p1:5-2#00000000",
            "p1:1-2#0000000g",
            "p1:1-2",
            "12:1-2#00000000",
            "p1:+1-2#00000000",
        ] {
            assert!(Selector::parse(text).is_err(), "{text}");
        }
    }
}
