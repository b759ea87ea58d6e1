//! The fingerprint of a whole text: whether it is the edition that was coded.

use super::Text;

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
}
