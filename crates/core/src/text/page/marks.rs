//! Whether what stands above the line, or leads to a note, is the mark of a footnote, a number, or text.

use super::elements::Appearance;

/// More characters than these are no mark.
pub(super) const LONGEST: usize = 12;

/// Abbreviations before the number of a page or chapter, which a link may have for its text.
const BEFORE_NUMBERS: [&str; 16] =
    ["p", "pp", "no", "nos", "nr", "vol", "ch", "chap", "art", "sec", "fig", "cf", "s", "bd", "t", "ep"];

/// What something above the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raised {
    /// The mark of a footnote that is no number: no part of the text.
    Mark,
    /// A number, of a footnote or a power. It stays in the text as raised digits, which are no word and no part of one.
    Number,
    /// Text, such as the end of an ordinal.
    Text,
}

/// Judges by what it says, how it looks, and what stands before it in its paragraph.
pub(super) fn judge(text: &str, look: Appearance, before: &str) -> Raised {
    let text = text.trim();
    let inner = text.trim_matches(|character: char| !character.is_alphanumeric());
    let bracketed = text.starts_with(['[', '(']) && text.ends_with([']', ')']);
    if inner.is_empty() {
        // An asterisk, a dagger, an arrow back.
        return if look.raised || look.note { Raised::Mark } else { Raised::Text };
    }
    if are_numbers(inner) {
        let raised = look.raised || look.note || (look.linked && is_attached(before));
        return if raised { Raised::Number } else { Raised::Text };
    }
    let mark = if look.note || (look.raised && (look.linked || bracketed)) {
        is_letter_or_roman(inner) || is_named(inner)
    } else {
        look.raised && matches!(inner, "a" | "b" | "c") && ends_a_word(before)
    };
    if mark { Raised::Mark } else { Raised::Text }
}

/// `12`, `3,4`, `5-7`: no number of a note has more than three digits.
fn are_numbers(text: &str) -> bool {
    let mut parts = text.split([',', ';', '-', '–', ' ', '\u{a0}', '[', ']']).filter(|part| !part.is_empty());
    parts.all(|part| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_letter_or_roman(text: &str) -> bool {
    let mut characters = text.chars();
    let one = characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none();
    one || (text.len() <= 5 && text.chars().all(|character| matches!(character.to_ascii_lowercase(), 'i' | 'v' | 'x')))
}

/// `note 3`, `nb 2`, `fn. 1`.
fn is_named(text: &str) -> bool {
    let name =
        text.trim_end_matches(|character: char| character.is_ascii_digit()).trim_end_matches([' ', '\u{a0}', '.']);
    name.len() < text.len()
        && ["note", "nb", "n", "fn", "ref", "anm"].iter().any(|word| word.eq_ignore_ascii_case(name))
}

/// Whether a number follows without a space on a word or the end of a sentence.
fn is_attached(before: &str) -> bool {
    let word = last_word(before.trim_end_matches('.'));
    let ends = ['.', ',', ';', '”', '’', '"', '»', ')', '!', '?'];
    let abbreviated = BEFORE_NUMBERS.iter().any(|abbreviation| abbreviation.eq_ignore_ascii_case(word));
    !abbreviated && before.chars().next_back().is_some_and(|last| last.is_alphabetic() || ends.contains(&last))
}

/// Whether a whole word, or its sentence, has just ended.
fn ends_a_word(before: &str) -> bool {
    let word = last_word(before);
    word.is_empty() || (word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
}

/// The letters and digits at the end.
fn last_word(before: &str) -> &str {
    let word = before.trim_end_matches(char::is_alphanumeric);
    &before[word.len()..]
}

/// A number in raised digits; what stands between or around them stays.
pub(super) fn raised(text: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |character: char| match character {
        '-' | '−' => '⁻',
        '+' => '⁺',
        _ => character.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).copied().unwrap_or(character),
    };
    text.chars().map(raise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_numbers_and_text_are_told_apart() {
        let above = Appearance { raised: true, ..Appearance::default() };
        let linked = Appearance { linked: true, ..Appearance::default() };
        let both = Appearance { linked: true, ..above };
        let note = Appearance { note: true, ..linked };
        let cases = [
            ("league", "12", above, Raised::Number),
            ("league.", "3, 4", above, Raised::Number),
            ("10", "-3", above, Raised::Number),
            ("league", "[12]", above, Raised::Number),
            ("end", "[1]", note, Raised::Number),
            ("", "1", note, Raised::Number),
            ("league", "1", linked, Raised::Number),
            ("league.”", "23", linked, Raised::Number),
            ("league", "*", above, Raised::Mark),
            ("league", "a", above, Raised::Mark),
            ("end", "a", both, Raised::Mark),
            ("end", "iv", both, Raised::Mark),
            ("end", "[note 3]", both, Raised::Mark),
            ("", "↩", note, Raised::Mark),
            ("19", "th", above, Raised::Text),
            ("M", "me", above, Raised::Text),
            ("1", "a", above, Raised::Text),
            ("N", "o", above, Raised::Text),
            ("league", "[citation needed]", both, Raised::Text),
            ("see ", "2", linked, Raised::Text),
            ("p.", "12", linked, Raised::Text),
            ("in ", "1914", linked, Raised::Text),
            ("league", "treaty", note, Raised::Text),
        ];
        for (before, text, look, expected) in cases {
            assert_eq!(judge(text, look, before), expected, "`{before}` `{text}` {look:?}");
        }
        assert_eq!(raised("[-12, 3]"), "[⁻¹², ³]");
    }
}
