//! A text as it is read aloud: words that are parted at the end of a line are whole.

use std::borrow::Cow;

use super::characters::{is_hyphen, is_soft};
use super::cutter::{Version, cut};

/// The text with each word whole that a line end parts: `re-\nported` is `reported`. Other line ends stay.
///
/// O(bytes), and nothing is done where there is no line end.
#[must_use]
pub fn whole(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return text.into();
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for word in cut(text, Version::Two).words {
        let (start, end) = (word.start as usize, word.end as usize);
        out.push_str(&text[at..start]);
        // Nothing else than a line end puts a hyphen or a space into a word.
        let parted = text[start..end].contains('\n');
        let stays = |mark: &char| !parted || !(is_hyphen(*mark) || is_soft(*mark) || mark.is_whitespace());
        out.extend(text[start..end].chars().filter(stays));
        at = end;
    }
    out.push_str(&text[at..]);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn words_are_whole_and_all_else_stays() {
        for (text, read) in [
            ("the Corin-\nthians hate\nAthens", "the Corinthians hate\nAthens"),
            ("“re-\n  ported”, a well-known US-\nRussian tale", "“reported”, a well-known US-\nRussian tale"),
            ("port\u{ad}\ned - \nand so-\n", "ported - \nand so-\n"),
            ("no-line it's ends", "no-line it's ends"),
        ] {
            assert_eq!(whole(text), read, "{text}");
        }
    }
}
