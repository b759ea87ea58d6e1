//! A paragraph and its words, so that an anchor survives new quotes, dashes, spaces and line breaks.
//!
//! What counts as the same word is told in [`cutter`](super::cutter): a corpus' anchors hang on it. Where an older version of these
//! rules cuts a paragraph otherwise, its words are kept beside the newest, so that anchors written by them still verify.

use std::ops::Range;

use super::cutter::{Cut, VERSIONS, Version, Word, cut};

/// A paragraph and its words.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// As written.
    pub text: String,
    cut: Cut,
    /// The same text by the older rules, if they cut it otherwise.
    older: Option<Box<Self>>,
}

/// A word as it stands in its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormalizedWord<'p> {
    /// Folded.
    pub word: &'p str,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

impl Paragraph {
    /// Finds the words of a text. O(bytes).
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self::by(text.into(), VERSIONS)
    }

    /// Finds words by the first of some versions, and by the others where they differ.
    fn by(text: String, versions: &[Version]) -> Self {
        let [newest, older @ ..] = versions else { return Self { text, ..Self::default() } };
        let cut = cut(&text, *newest);
        let older = (cut.is_new && !older.is_empty()).then(|| Box::new(Self::by(text.clone(), older)));
        let older = older.filter(|older| older.older.is_some() || !older.cut.is_as(&cut));
        Self { text, cut, older }
    }

    /// The same paragraph cut by the older rules, if they cut it otherwise.
    #[must_use]
    pub fn older(&self) -> Option<&Self> {
        self.older.as_deref()
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cut.words.len()
    }

    /// Whether it has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cut.words.is_empty()
    }

    /// The words, folded, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> + Clone {
        self.places().map(|folded| folded.word)
    }

    /// The words with their places, in order.
    pub fn places(&self) -> impl Iterator<Item = NormalizedWord<'_>> + Clone {
        self.cut.words.iter().map(|word| self.folded_word(*word))
    }

    /// A word with its place; counted from 0.
    #[must_use]
    pub fn get(&self, word: usize) -> Option<NormalizedWord<'_>> {
        self.cut.words.get(word).map(|word| self.folded_word(*word))
    }

    fn folded_word(&self, word: Word) -> NormalizedWord<'_> {
        let folded = &self.cut.folded[word.from as usize..word.to as usize];
        NormalizedWord { word: folded, range: word.start as usize..word.end as usize }
    }

    /// Some of the words, folded and joined by one space; counted from 0, the end excluded. `None` if there are not so many.
    #[must_use]
    pub fn folded(&self, words: Range<usize>) -> Option<&str> {
        match self.cut.words.get(words)? {
            [] => Some(""),
            [first, .., last] => self.cut.folded.get(first.from as usize..last.to as usize),
            [one] => self.cut.folded.get(one.from as usize..one.to as usize),
        }
    }

    /// Where words stand in the text, from the first byte of the first to the last of the last; counted from 0, the end excluded.
    #[must_use]
    pub fn range(&self, words: Range<usize>) -> Option<Range<usize>> {
        match self.cut.words.get(words)? {
            [] => None,
            [first, .., last] => Some(first.start as usize..last.end as usize),
            [one] => Some(one.start as usize..one.end as usize),
        }
    }

    /// How many words begin before a byte of the text.
    #[must_use]
    pub fn words_before(&self, byte: usize) -> usize {
        self.cut.words.partition_point(|word| (word.start as usize) < byte)
    }

    /// The words, counted from 0, that share bytes of the text with a range of it; `None` if no word does.
    #[must_use]
    pub fn words_in(&self, bytes: Range<usize>) -> Option<Range<usize>> {
        let first = self.cut.words.partition_point(|word| word.end as usize <= bytes.start);
        let end = self.words_before(bytes.end);
        (first < end).then_some(first..end)
    }

    /// The parts of a word on both sides of a line end, folded, if it was parted there; else the word. Counted from 0.
    pub(super) fn parts(&self, word: usize) -> impl Iterator<Item = &str> {
        let Word { from, to, .. } = self.cut.words[word];
        let joints = &self.cut.joints;
        let inner = joints.partition_point(|at| *at <= from)..joints.partition_point(|at| *at < to);
        let ends = joints[inner].iter().copied().chain([to]);
        ends.scan(from, |start, end| Some(&self.cut.folded[std::mem::replace(start, end) as usize..end as usize]))
    }

    /// Whether a line ends after the hyphen that follows a word, counted from 0: it may go on with the next.
    pub(super) fn is_parted_after(&self, word: usize) -> bool {
        self.cut.joints.binary_search(&self.cut.words[word].to).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_knows_its_bytes() {
        let text = "Ünder «Москва» ﬁ x\u{301} 中国 cat¹ re-\nported";
        let paragraph = Paragraph::new(text);
        let plain = |text: &str| Paragraph::new(text).words().map(str::to_owned).collect::<Vec<_>>();
        for (index, word) in paragraph.words().enumerate() {
            let range = paragraph.range(index..index + 1).unwrap();
            assert_eq!(paragraph.words_before(range.start), index);
            assert_eq!(paragraph.words_before(range.end), index + 1);
            assert_eq!(paragraph.words_in(range.clone()), Some(index..index + 1));
            assert_eq!(plain(&text[range]), [word]);
        }
        assert_eq!(paragraph.folded(0..2), Some("ünder москва"));
        assert_eq!(paragraph.folded(7..9), None);
        assert_eq!(paragraph.words_in(6..7), None);
    }

    #[test]
    fn older_words_are_kept_where_they_differ() {
        assert!(Paragraph::new("Plain words, as ever: “it’s” café.").older().is_none());
        let older = |text: &str| Paragraph::new(text).older().map(|older| older.words().collect::<Vec<_>>().join(" "));
        assert_eq!(older("中国AI公司 x").as_deref(), Some("中国ai公司 x"));
        assert_eq!(older("he re-\nported¹ it").as_deref(), Some("he re ported1 it"));
        assert_eq!(older("中").as_deref(), None);
    }

    #[test]
    fn parts_stand_on_both_sides_of_a_line_end() {
        let paragraph = Paragraph::new("it re-\nport\u{ad}\ned US-\nRussian");
        let parts = |word: usize| paragraph.parts(word).collect::<Vec<_>>();
        assert_eq!([parts(0), parts(1), parts(2)], [vec!["it"], vec!["re", "port", "ed"], vec!["us"]]);
        assert_eq!([0, 1, 2, 3].map(|word| paragraph.is_parted_after(word)), [false, false, true, false]);
    }
}
