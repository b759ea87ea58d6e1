//! A text cut into paragraphs and words, so that an anchor survives new quotes, dashes, spaces and line breaks.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::Paragraphs;

/// A source text, cut by the rule of its work.
#[derive(Debug, Clone)]
pub struct Text {
    /// The paragraphs, in order; an anchor counts them from 1.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph and its words.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// As written.
    pub text: String,
    /// Its words, folded; an anchor counts them from 1.
    pub words: Vec<Folded>,
}

/// A word as fingerprints see it, and where it stands in its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// NFKC, case-folded, apostrophes made plain.
    pub word: String,
    /// Its bytes in the paragraph as written.
    pub range: Range<usize>,
}

impl Text {
    /// Cuts a text into paragraphs and words.
    #[must_use]
    pub fn new(text: &str, rule: Paragraphs) -> Self {
        let lines = text.lines().map(str::trim);
        let paragraphs: Vec<String> = match rule {
            Paragraphs::Lines => lines.filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            Paragraphs::Blocks => blocks(lines),
        };
        Self { paragraphs: paragraphs.into_iter().map(|text| Paragraph { words: words(&text), text }).collect() }
    }

    /// The words of a passage; `None` if the text has no such passage.
    #[must_use]
    pub fn passage(&self, paragraph: u32, first: u32, last: u32) -> Option<&[Folded]> {
        let words = &self.paragraphs.get((paragraph as usize).checked_sub(1)?)?.words;
        words.get((first as usize).checked_sub(1)?..last as usize)
    }
}

fn blocks<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        match blocks.last_mut().filter(|_| open) {
            Some(block) if !line.is_empty() => {
                block.push('\n');
                block.push_str(line);
            }
            _ if !line.is_empty() => blocks.push(line.to_owned()),
            _ => {}
        }
        open = !line.is_empty();
    }
    blocks
}

/// The words of a text: maximal runs of letters, digits, marks and inner apostrophes after NFKC.
///
/// Soft hyphens and zero-width characters are not there; a dash is no part of a word.
#[must_use]
pub fn words(text: &str) -> Vec<Folded> {
    let normal: Vec<(char, usize, usize)> = normalised(text);
    let mut found = Vec::new();
    let mut current: Option<(String, Range<usize>)> = None;
    for (index, (character, start, end)) in normal.iter().copied().enumerate() {
        let next = normal.get(index + 1).map(|(next, _, _)| *next);
        let inner = is_apostrophe(character) && current.is_some() && next.is_some_and(is_word);
        if is_word(character) || inner {
            let (word, range) = current.get_or_insert_with(|| (String::new(), start..end));
            word.push(if inner { '\'' } else { character });
            range.end = end;
        } else if let Some((word, range)) = current.take() {
            found.push(fold(&word, range));
        }
    }
    found.extend(current.map(|(word, range)| fold(&word, range)));
    found
}

/// NFKC with the bytes that each character came from: normalised run by run, a run being a starter and its marks.
fn normalised(text: &str) -> Vec<(char, usize, usize)> {
    let visible = text.char_indices().filter(|(_, character)| !is_ignored(*character));
    let mut runs: Vec<(String, usize, usize)> = Vec::new();
    for (at, character) in visible {
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some((run, _, last)) if is_combining_mark(character) || is_jamo(character) => {
                run.push(character);
                *last = end;
            }
            _ => runs.push((character.to_string(), at, end)),
        }
    }
    runs.iter().flat_map(|(run, start, end)| run.nfkc().map(move |character| (character, *start, *end))).collect()
}

/// Vowels and finals of Hangul written in parts compose with what is before them though they are no marks.
fn is_jamo(character: char) -> bool {
    matches!(character, '\u{1160}'..='\u{11ff}')
}

fn is_ignored(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2bc}')
}

fn fold(word: &str, range: Range<usize>) -> Folded {
    Folded { word: caseless::default_case_fold_str(word), range }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        words(text).into_iter().map(|folded| folded.word).collect()
    }

    #[test]
    fn words_are_runs_of_letters_digits_and_inner_apostrophes() {
        assert_eq!(
            plain("U.S.–Russia’s “no limits” 1-7% it's 'quoted'"),
            ["u", "s", "russia's", "no", "limits", "1", "7", "it's", "quoted"]
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
        for folded in words(text) {
            assert!(text.get(folded.range.clone()).is_some_and(|slice| plain(slice) == [folded.word.clone()]));
        }
    }

    #[test]
    fn blocks_join_their_lines() {
        let text = Text::new("one\ntwo\n\n\nthree\r\n", Paragraphs::Blocks);
        assert_eq!(text.paragraphs.len(), 2);
        assert_eq!(text.paragraphs[0].words.len(), 2);
    }
}
