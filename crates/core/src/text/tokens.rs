//! Words as names are compared by: dotted capitals are one word (`U.S.` is `US`), and how a word is written counts.

use std::ops::Range;

use super::characters::{is_hyphen, is_ignored, is_soft, is_unspaced};
use super::{NormalizedWord, Paragraph};

/// A word, a part of one that a line end parts, or dotted capitals.
pub(super) struct Token {
    /// Folded; of dotted capitals without the dots.
    pub(super) folded: String,
    /// The words that it is made of, from 0.
    pub(super) words: Range<usize>,
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// Whether it is an abbreviation, so that a dot may follow within a name.
    pub(super) short: bool,
    /// Whether a line end parts it from the next, so that both may be one word.
    pub(super) parted: bool,
    /// Whether it is a character of a script without spaces.
    pub(super) unspaced: bool,
}

/// How a word has to be written to be that of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// In any way.
    Any,
    /// With a capital first.
    Capital,
    /// In capitals.
    Capitals,
}

/// The tokens of a paragraph.
pub(super) fn tokens(paragraph: &Paragraph) -> Vec<Token> {
    let text = &paragraph.text;
    let mut tokens: Vec<Token> = Vec::with_capacity(paragraph.len());
    for (at, folded) in paragraph.places().enumerate() {
        let initial = is_initial(text, &folded);
        if let Some(last) = tokens.last_mut().filter(|last| initial && last.short)
            && text.get(last.bytes.end..folded.range.start) == Some(".")
        {
            last.folded.push_str(folded.word);
            last.words.end = at + 1;
            last.bytes.end = folded.range.end;
            continue;
        }
        let unspaced = folded.word.starts_with(is_unspaced);
        let mut bytes = written(text, folded.range);
        for part in paragraph.parts(at) {
            let (folded, bytes) = (part.to_owned(), bytes.next().unwrap_or_default());
            tokens.push(Token { folded, words: at..at + 1, bytes, short: initial, parted: true, unspaced });
        }
        if let Some(last) = tokens.last_mut() {
            last.parted = paragraph.is_parted_after(at);
        }
    }
    tokens
}

/// The bytes of the parts of a word: white space stands in it only where a line ends.
fn written(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let whole = &text[range.clone()];
    whole.split_whitespace().map(move |part| {
        let start = range.start + (part.as_ptr() as usize - whole.as_ptr() as usize);
        start..start + part.trim_end_matches(|mark| is_hyphen(mark) || is_soft(mark)).len()
    })
}

/// A capital that stands alone, or with the ending of a possessive.
fn is_initial(text: &str, folded: &NormalizedWord<'_>) -> bool {
    let mut letters = folded.word.strip_suffix("'s").unwrap_or(folded.word).chars();
    letters.next().is_some()
        && letters.next().is_none()
        && text.get(folded.range.clone()).and_then(|written| written.chars().next()).is_some_and(char::is_uppercase)
}

/// How something is written.
pub(super) fn letters(written: &str) -> Letters {
    let capitals = written.chars().filter(|letter| letter.is_uppercase()).count();
    match written.chars().find(|letter| letter.is_alphabetic()) {
        Some(first) if first.is_uppercase() && capitals > 1 && !written.chars().any(char::is_lowercase) => {
            Letters::Capitals
        }
        Some(first) if first.is_uppercase() => Letters::Capital,
        _ => Letters::Any,
    }
}

impl Letters {
    /// Whether what is written so will do where this is asked for.
    pub(super) fn allows(self, written: Self) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => written != Self::Any,
            Self::Capitals => written == Self::Capitals,
        }
    }
}

/// The marks between two tokens, without spaces, as names are compared by them.
pub(super) fn marks(before: &Token, between: &str, after: &Token) -> String {
    if before.unspaced && after.unspaced {
        // A space there is as good as the dot that parts the names of a person.
        let is_gap = between.chars().all(|mark| mark.is_whitespace() || is_middle(mark));
        return if is_tight(between) {
            String::new()
        } else if is_gap {
            MIDDLE.to_owned()
        } else {
            between.to_owned()
        };
    }
    between.chars().filter(|mark| !mark.is_whitespace() && !is_ignored(*mark)).map(alike).collect()
}

/// Whether tokens with this between them can be of one name: nothing, or a hyphen; after an abbreviation also a dot. Where words are
/// not parted by spaces, only a line end can stand within a name, or what stands in the name.
pub(super) fn joins(before: &Token, between: &str, after: &Token) -> bool {
    let marks = marks(before, between, after);
    let mut each = marks.chars();
    let one = match each.next() {
        None => true,
        Some('.') => before.short,
        // The dot that parts the syllables of Tibetan is one of them.
        Some(mark) => matches!(mark, '-' | '\u{2010}' | '\u{2011}' | '\u{f0b}' | '\u{f0c}'),
    };
    one && each.next().is_none()
}

/// Nothing but the end of a line.
fn is_tight(between: &str) -> bool {
    let space: Vec<char> = between.chars().filter(|mark| !is_ignored(*mark)).collect();
    space.is_empty() || (space.contains(&'\n') && space.iter().all(|mark| mark.is_whitespace()))
}

/// What parts the names of a person in Chinese and Japanese.
const MIDDLE: &str = "・";

fn is_middle(mark: char) -> bool {
    matches!(mark, '・' | '･' | '·' | '‧' | '•' | '=' | '＝' | '゠')
}

/// Hebrew marks within abbreviations are often typed as quotes.
fn alike(mark: char) -> char {
    match mark {
        '\u{5f4}' | '“' | '”' => '"',
        '\u{5f3}' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        tokens(&Paragraph::new(text)).into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn dotted_capitals_are_one_word() {
        assert_eq!(
            plain("the U.S. and J.D. Vance, e.g. U. S."),
            ["the", "us", "and", "jd", "vance", "e", "g", "u", "s"]
        );
        assert_eq!(plain("U.S.’s U.S's U.N.E.S.C.O."), ["us", "s", "us's", "unesco"]);
    }

    #[test]
    fn how_a_word_is_written() {
        assert_eq!(
            ["us", "Us", "US", "U.S", "I", "iPhone", "2014", "ÉU", "ß"].map(letters),
            [
                Letters::Any,
                Letters::Capital,
                Letters::Capitals,
                Letters::Capitals,
                Letters::Capital,
                Letters::Any,
                Letters::Any,
                Letters::Capitals,
                Letters::Any,
            ]
        );
    }
}
