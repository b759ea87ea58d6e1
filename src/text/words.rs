//! A paragraph cut into words, so that an anchor survives new quotes, dashes, spaces and line breaks.
//!
//! What counts as the same word, once and for all (a corpus' anchors hang on it): soft hyphens, zero-width characters and byte
//! order marks are not there; the rest is normalised to NFKC, so that ligatures, full-width letters, non-breaking spaces and accents in
//! parts are what they look like; a word is a maximal run of letters, digits, marks and inner apostrophes; its case is folded (Unicode's
//! full folding) and its apostrophes are plain. All else, dashes too, only parts words.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A paragraph and its words.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// As written.
    pub text: String,
    /// The folded words, joined by one space: what fingerprints see.
    folded: String,
    words: Vec<Word>,
}

/// Where a word stands: in the text, and among the folded words. In bytes; texts are smaller than 4 GiB.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: u32,
    end: u32,
    from: u32,
    to: u32,
}

impl Paragraph {
    /// Finds the words of a text. O(bytes).
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut cutter = Cutter::default();
        cutter.cut(&text);
        let Cutter { folded, words, .. } = cutter;
        Self { text, folded, words }
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, folded, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> + Clone {
        self.words.iter().map(|word| &self.folded[word.from as usize..word.to as usize])
    }

    /// Some of the words, folded and joined by one space; counted from 0, the end excluded. `None` if there are not so many.
    #[must_use]
    pub fn folded(&self, words: Range<usize>) -> Option<&str> {
        match self.words.get(words)? {
            [] => Some(""),
            [first, .., last] => self.folded.get(first.from as usize..last.to as usize),
            [one] => self.folded.get(one.from as usize..one.to as usize),
        }
    }

    /// Where words stand in the text, from the first byte of the first to the last of the last; counted from 0, the end excluded.
    #[must_use]
    pub fn range(&self, words: Range<usize>) -> Option<Range<usize>> {
        match self.words.get(words)? {
            [] => None,
            [first, .., last] => Some(first.start as usize..last.end as usize),
            [one] => Some(one.start as usize..one.end as usize),
        }
    }

    /// The words that stand wholly in a part of the text; counted from 0.
    #[must_use]
    pub fn words_in(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self.words.partition_point(|word| (word.start as usize) < bytes.start);
        let last = self.words.partition_point(|word| word.end as usize <= bytes.end);
        first..last.max(first)
    }
}

/// Cuts a text into words, character by character.
#[derive(Default)]
struct Cutter {
    folded: String,
    words: Vec<Word>,
    /// Whether the last word can still grow.
    open: bool,
    /// An apostrophe after a word: inside it if a letter follows.
    apostrophe: bool,
    /// Room for a character and its marks.
    run: String,
}

impl Cutter {
    fn cut(&mut self, text: &str) {
        let mut at = 0;
        while at < text.len() {
            let ascii = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii()).count();
            // The last one may have marks.
            let alone = if at + ascii < text.len() { ascii.saturating_sub(1) } else { ascii };
            self.take_ascii(&text[at..at + alone], at);
            at += alone;
            at += self.take_run(&text[at..], at);
        }
    }

    /// Takes characters that are normal already, word by word.
    fn take_ascii(&mut self, text: &str, start: usize) {
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            let length = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            if length < 2 {
                self.take(char::from(byte), start + at, start + at + 1);
                at += 1;
                continue;
            }
            // The first opens the word, or goes on with it; the rest follows as it is.
            self.take(char::from(byte), start + at, start + at + 1);
            let from = self.folded.len();
            self.folded.push_str(&text[at + 1..at + length]);
            self.folded[from..].make_ascii_lowercase();
            at += length;
            if let Some(word) = self.words.last_mut() {
                (word.end, word.to) = ((start + at) as u32, self.folded.len() as u32);
            }
        }
    }

    /// Takes a character with its marks, which are normalised together; gives how many bytes that were.
    fn take_run(&mut self, text: &str, start: usize) -> usize {
        let mut characters = text.char_indices().filter(|(_, character)| !is_ignored(*character)).peekable();
        let Some((at, character)) = characters.next() else { return text.len() };
        let mut end = at + character.len_utf8();
        self.run.clear();
        self.run.push(character);
        while let Some((at, mark)) = characters.next_if(|(_, next)| is_combining_mark(*next) || is_jamo(*next)) {
            self.run.push(mark);
            end = at + mark.len_utf8();
        }
        let run = std::mem::take(&mut self.run);
        run.nfkc().for_each(|character| self.take(character, start + at, start + end));
        self.run = run;
        end
    }

    /// Takes a normalised character, which stands at these bytes of the text.
    fn take(&mut self, character: char, start: usize, end: usize) {
        if is_word(character) {
            if !self.open {
                if !self.folded.is_empty() {
                    self.folded.push(' ');
                }
                let from = self.folded.len() as u32;
                self.words.push(Word { start: start as u32, end: end as u32, from, to: from });
            } else if self.apostrophe {
                self.folded.push('\'');
            }
            fold(character, &mut self.folded);
            if let Some(word) = self.words.last_mut() {
                (word.end, word.to) = (end as u32, self.folded.len() as u32);
            }
            (self.open, self.apostrophe) = (true, false);
        } else {
            let inner = self.open && !self.apostrophe && is_apostrophe(character);
            (self.open, self.apostrophe) = (inner, inner);
        }
    }
}

/// Folds the case of a character.
fn fold(character: char, into: &mut String) {
    if character.is_ascii() {
        into.push(character.to_ascii_lowercase());
    } else {
        into.extend(caseless::Caseless::default_case_fold(std::iter::once(character)));
    }
}

/// Vowels and finals of Hangul written in parts compose with what is before them though they are no marks.
fn is_jamo(character: char) -> bool {
    matches!(character, '\u{1160}'..='\u{11ff}')
}

fn is_ignored(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || (!character.is_ascii() && is_combining_mark(character))
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2bc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        Paragraph::new(text).words().map(str::to_owned).collect()
    }

    #[test]
    fn words_are_runs_of_letters_digits_and_inner_apostrophes() {
        assert_eq!(
            plain("U.S.–Russia’s “no limits” 1-7% it's 'quoted' rock''n"),
            ["u", "s", "russia's", "no", "limits", "1", "7", "it's", "quoted", "rock", "n"]
        );
    }

    #[test]
    fn dashes_spaces_and_soft_hyphens_change_no_word() {
        assert_eq!(plain("a — b\u{a0}co\u{ad}operate"), plain("a—b cooperate"));
        assert_eq!(plain("cafe\u{301} STRASSE ﬁn"), plain("café straße fin"));
    }

    #[test]
    fn every_word_knows_its_bytes() {
        let text = "Ünder «Москва» ﬁ x\u{301}";
        let paragraph = Paragraph::new(text);
        for (index, word) in paragraph.words().enumerate() {
            let range = paragraph.range(index..index + 1).unwrap();
            assert_eq!(paragraph.words_in(range.clone()), index..index + 1);
            assert_eq!(plain(&text[range]), [word]);
        }
        assert_eq!(paragraph.folded(0..2), Some("ünder москва"));
        assert_eq!(paragraph.folded(3..5), None);
    }
}
