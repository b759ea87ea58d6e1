//! The fingerprint of a whole text: whether it is the edition that was coded.

use super::Text;
use super::verify::older;

/// The first 16 hexadecimal digits of BLAKE3 over all folded words, those of a paragraph joined by one space, each paragraph ended by a line feed: new
/// quotes, dashes, spaces and wrapping leave it as it is, another word or paragraph does not.
#[must_use]
pub fn edition(text: &Text) -> String {
    let mut hasher = blake3::Hasher::new();
    for paragraph in text.paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        hasher.update(paragraph.folded(0..paragraph.len()).unwrap_or_default().as_bytes());
        hasher.update(b"\n");
    }
    hasher.finalize().to_hex().chars().take(16).collect()
}

/// The fingerprints of a text by older rules of what a word is, the newest first: a corpus may name one of them.
#[must_use]
pub(super) fn former_editions(text: &Text) -> Vec<String> {
    std::iter::successors(older(text), older).map(|text| edition(&text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    #[test]
    fn wrapping_and_marks_are_no_edition() {
        let of = |text: &str| edition(&Text::new(text, Paragraphs::Blocks));
        assert_eq!(of("One two,\nthree.\n\nFour"), of("\u{feff}one — two three\r\n\r\n* * *\r\n\r\n“Four”"));
        assert_ne!(of("One two\n\nthree"), of("One two three"));
        assert_eq!(of("").len(), 16);
    }

    #[test]
    fn editions_by_older_rules_are_known() {
        let former = |text: &str| former_editions(&Text::new(text, Paragraphs::Blocks));
        let of = |text: &str| edition(&Text::new(text, Paragraphs::Blocks));
        assert!(former("Plain words.").is_empty());
        assert_eq!(former("It re-\nported so¹.\n\nTwo"), [of("It re ported so1\n\ntwo")]);
    }
}
