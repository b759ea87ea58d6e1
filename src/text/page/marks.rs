//! Whether what stands above the line, or leads to a note, is the mark of a footnote, a power, or text.

use super::elements::Look;

/// More characters than these are no mark.
pub(super) const LONGEST: usize = 12;

/// Units that are squared and cubed.
const UNITS: [&str; 14] = ["m", "km", "cm", "mm", "dm", "hm", "ft", "mi", "yd", "in", "s", "sec", "mc", "м"];
/// Abbreviations before the number of a page or chapter, which a link may have for its text.
const BEFORE_NUMBERS: [&str; 16] =
    ["p", "pp", "no", "nos", "nr", "vol", "ch", "chap", "art", "sec", "fig", "cf", "s", "bd", "t", "ep"];

/// What something above the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raised {
    /// The mark of a footnote: no part of the text.
    Mark,
    /// A power: part of the text, above the line.
    Power,
    /// Text, such as the end of an ordinal.
    Text,
}

/// Judges by what it says, how it looks, and what stands before it in its paragraph.
pub(super) fn judge(text: &str, look: Look, before: &str) -> Raised {
    let text = text.trim();
    let inner = text.trim_matches(|character: char| !character.is_alphanumeric());
    let bracketed = text.starts_with(['[', '(']) && text.ends_with([']', ')']);
    if inner.is_empty() {
        // An asterisk, a dagger, an arrow back.
        return if look.raised || look.note { Raised::Mark } else { Raised::Text };
    }
    let numbers = are_numbers(inner);
    let mark = if look.note || (look.raised && (look.linked || bracketed)) {
        numbers || is_letter_or_roman(inner) || is_named(inner)
    } else if look.raised {
        if numbers && is_power(text, before) {
            return Raised::Power;
        }
        numbers || (matches!(inner, "a" | "b" | "c") && ends_a_word(before))
    } else {
        look.linked && numbers && is_attached(before)
    };
    let signed = text.starts_with(['-', '−', '+']) && numbers;
    match mark {
        true if signed && !look.note => Raised::Power,
        true => Raised::Mark,
        false => Raised::Text,
    }
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

/// A number above a number that is no year, above a unit, or a small one above a single letter.
fn is_power(text: &str, before: &str) -> bool {
    let word = last_word(before);
    let small = matches!(text.trim_start_matches(['-', '−', '–', '+']), "1" | "2" | "3");
    if word.is_empty() {
        return false;
    }
    if word.chars().all(|character| character.is_ascii_digit()) {
        return !(word.len() == 4 && ("1000"..="2100").contains(&word));
    }
    small && (UNITS.contains(&word) || word.chars().nth(1).is_none())
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

/// The characters of a power.
pub(super) fn power(text: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |character: char| match character {
        '-' | '−' | '–' => '⁻',
        '+' => '⁺',
        _ => character.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).copied().unwrap_or(character),
    };
    text.trim().chars().map(raise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_powers_and_text_are_told_apart() {
        let raised = Look { raised: true, ..Look::default() };
        let linked = Look { linked: true, ..Look::default() };
        let both = Look { linked: true, ..raised };
        let note = Look { note: true, ..linked };
        let cases = [
            ("league", "12", raised, Raised::Mark),
            ("league.", "3, 4", raised, Raised::Mark),
            ("", "1", raised, Raised::Mark),
            ("in 1914", "3", raised, Raised::Mark),
            ("league", "[12]", raised, Raised::Mark),
            ("league", "*", raised, Raised::Mark),
            ("league", "a", raised, Raised::Mark),
            ("end", "a", both, Raised::Mark),
            ("end", "iv", both, Raised::Mark),
            ("end", "[note 3]", both, Raised::Mark),
            ("end", "[1]", note, Raised::Mark),
            ("", "1", note, Raised::Mark),
            ("", "↩", note, Raised::Mark),
            ("league", "1", linked, Raised::Mark),
            ("league.”", "23", linked, Raised::Mark),
            ("the EU", "2", raised, Raised::Mark),
            ("10", "6", raised, Raised::Power),
            ("10", "-3", raised, Raised::Power),
            ("30 km", "2", raised, Raised::Power),
            ("x", "2", raised, Raised::Power),
            ("19", "th", raised, Raised::Text),
            ("M", "me", raised, Raised::Text),
            ("1", "a", raised, Raised::Text),
            ("N", "o", raised, Raised::Text),
            ("league", "[citation needed]", both, Raised::Text),
            ("see ", "2", linked, Raised::Text),
            ("p.", "12", linked, Raised::Text),
            ("in ", "1914", linked, Raised::Text),
            ("league", "treaty", note, Raised::Text),
        ];
        for (before, text, look, expected) in cases {
            assert_eq!(judge(text, look, before), expected, "`{before}` `{text}` {look:?}");
        }
        assert_eq!(power("-12"), "⁻¹²");
    }
}
