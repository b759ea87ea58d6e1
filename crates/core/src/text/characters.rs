//! Characters by what they do in words.

use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

/// What is of a word.
pub(super) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || (!character.is_ascii() && is_combining_mark(character))
}

/// What is of a word if letters stand on both sides.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2bc}')
}

/// What is not there: soft hyphens, zero-width characters, byte order marks.
pub(super) fn is_ignored(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// What is not there by version 2: what lengthens a line, marks of direction, selectors of a glyph.
pub(super) fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// What stands raised beside a word: digits, also in circles, as they number footnotes, and the marks of trade.
pub(super) fn is_raised(character: char) -> bool {
    matches!(character,
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2120}' | '\u{2122}'
        | '\u{2460}'..='\u{2473}' | '\u{2776}'..='\u{2793}')
}

/// The hyphen that shows at the end of a line only.
pub(super) fn is_soft(character: char) -> bool {
    character == '\u{ad}'
}

/// A hyphen that can stand at the end of a line: plain, U+2010, Armenian, double; and `¬`, by which soft ones are often written.
pub(super) fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{58a}' | '\u{2e17}' | '\u{2e40}' | '\u{ac}')
}

/// Whether a hyphen can be there for its own sake, and not for the line end.
pub(super) fn is_kept(character: char) -> bool {
    !is_soft(character) && character != '\u{ac}'
}

/// Vowels and finals of Hangul written in parts compose with what is before them though they are no marks.
pub(super) fn is_jamo(character: char) -> bool {
    matches!(character, '\u{1160}'..='\u{11ff}')
}

/// The voicing marks of half-width kana compose with what is before them though they are no marks.
pub(super) fn is_voicing(character: char) -> bool {
    matches!(character, '\u{ff9e}' | '\u{ff9f}')
}

/// Characters, normalised, of scripts that put no spaces between words.
pub(super) fn is_unspaced(character: char) -> bool {
    if character < '\u{2ea}' {
        return false;
    }
    is_han(character)
        || is_kana(character)
        || matches!(character,
            // Bopomofo; Tangut, Khitan, Nüshu.
            '\u{2ea}' | '\u{2eb}' | '\u{3100}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}' | '\u{16fe0}'..='\u{18d7f}'
            | '\u{1b170}'..='\u{1b2ff}')
        || (!character.is_numeric()
            && matches!(character,
            // Thai, Lao, Myanmar, Khmer.
            '\u{e01}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            // Tai Le, New Tai Lue, Tai Tham, Balinese, Javanese, Tai Viet, Ahom; more of Myanmar.
            | '\u{1950}'..='\u{19df}' | '\u{1a20}'..='\u{1aaf}' | '\u{1b00}'..='\u{1b7f}' | '\u{a980}'..='\u{a9ff}'
            | '\u{aa60}'..='\u{aadf}' | '\u{11700}'..='\u{1174f}'))
}

/// Han, with its iteration marks and its zero.
pub(super) fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303b}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Hiragana and katakana.
pub(super) fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{309f}') || is_katakana(character)
}

/// Katakana, with what lengthens its vowels.
pub(super) fn is_katakana(character: char) -> bool {
    matches!(character,
        '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{1aff0}'..='\u{1b16f}')
}

/// Hangul, in syllables.
pub(super) fn is_hangul(character: char) -> bool {
    matches!(character, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a letter is written below or within what stands before it: after the stacking signs of Khmer, Myanmar, Tai Tham, Balinese and
/// Javanese, and the second half of the vowel am of Thai and Lao.
pub(super) fn stacks(before: char, character: char) -> bool {
    matches!(before, '\u{17d2}' | '\u{1039}' | '\u{1a60}' | '\u{1b44}' | '\u{a9c0}')
        || matches!((before, character), ('\u{e4d}', '\u{e32}') | ('\u{ecd}', '\u{eb2}'))
}

/// The script of a word, by its first letter; Han and kana are written together, and so are one. `None` if it has no letter.
pub(super) fn script(word: &str) -> Option<Script> {
    let of = |letter: char| match letter.script() {
        Script::Hiragana | Script::Katakana => Script::Han,
        script => script,
    };
    word.chars()
        .filter(|letter| letter.is_alphabetic())
        .map(of)
        .find(|script| !matches!(script, Script::Common | Script::Inherited))
}
