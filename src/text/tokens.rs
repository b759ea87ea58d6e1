//! Words as names are compared by: dotted capitals are one word (`U.S.` is `US`), and how a word is written counts.

use std::ops::Range;

use super::{Folded, Paragraph};

/// A word, or dotted capitals.
pub(super) struct Token {
    /// Folded; of dotted capitals without the dots.
    pub(super) folded: String,
    /// The words that it is made of, from 0.
    pub(super) words: Range<usize>,
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// Whether it is an abbreviation, so that a dot may follow within a name.
    pub(super) short: bool,
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
        } else {
            let (folded, bytes) = (folded.word.to_owned(), folded.range);
            tokens.push(Token { folded, words: at..at + 1, bytes, short: initial });
        }
    }
    tokens
}

/// A capital that stands alone, or with the ending of a possessive.
fn is_initial(text: &str, folded: &Folded<'_>) -> bool {
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

/// The marks between two words, without spaces.
pub(super) fn marks(between: &str) -> impl Iterator<Item = char> + '_ {
    between.chars().filter(|mark| {
        !mark.is_whitespace() && !matches!(mark, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    })
}

/// Whether words with these marks between them can be of one name: nothing, or a hyphen; after an abbreviation also a dot.
pub(super) fn joins(between: &str, short: bool) -> bool {
    let mut marks = marks(between);
    let mark = marks.next();
    let one = match mark {
        None => true,
        Some('.') => short,
        Some(mark) => matches!(mark, '-' | '\u{2010}' | '\u{2011}'),
    };
    one && marks.next().is_none()
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
