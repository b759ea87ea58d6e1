//! What counts as the same word, once and for all: a corpus' anchors hang on it.
//!
//! Soft hyphens, zero-width characters and byte order marks are not there; the rest is normalised to NFKC, so that ligatures,
//! full-width letters, non-breaking spaces and accents in parts are what they look like; a word is a maximal run of letters, digits,
//! marks and inner apostrophes; its case is folded (Unicode's full folding) and its apostrophes are plain. All else, dashes too, only
//! parts words. That is [version 1](Version::One). [Version 2](Version::Two) adds:
//!
//! - in scripts that put no spaces between words each character, with its marks, is a word: no dictionary is needed, so that nothing
//!   changes with one, and whatever stands there can be named;
//! - a word parted at the end of a line is whole: by a soft hyphen always, by a hyphen between small letters; the hyphen of
//!   `US-\nRussian` stays one. Where the line ended is kept, for whoever reads it the other way;
//! - raised digits and the like are a footnote's mark, and not there;
//! - letters that only lengthen a line (kashida), marks of direction and selectors of a glyph are not there;
//! - `İ` and `ı` fold to `i`, so that Turkish capitals and small letters are alike.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::characters::{
    is_apostrophe, is_hyphen, is_ignored, is_jamo, is_kept, is_raised, is_soft, is_unseen, is_unspaced, is_voicing,
    is_word, stacks,
};

/// A version of what a word is. New anchors are written by the newest, and old ones verify by the one that they were written by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// Letters, digits, marks and inner apostrophes.
    One,
    /// And scripts without spaces, line ends within words, raised digits.
    Two,
}

/// All of them, the newest first.
pub(super) const VERSIONS: &[Version] = &[Version::Two, Version::One];

/// The words of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Cut {
    /// The folded words, joined by one space: what fingerprints see.
    pub(super) folded: String,
    pub(super) words: Vec<Word>,
    /// Where a line ended, after a hyphen, among the folded words: within a word that goes on, or at the end of one that does not.
    pub(super) joints: Vec<u32>,
    /// Whether the text has something that an older version may read otherwise.
    pub(super) is_new: bool,
}

/// Where a word stands: in the text, and among the folded words. In bytes; texts are smaller than 4 GiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) from: u32,
    pub(super) to: u32,
}

impl Cut {
    /// Whether the words are the same, in the same places.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        self.folded == other.folded && self.words == other.words
    }
}

/// Cuts a text into words. O(bytes).
pub(super) fn cut(text: &str, version: Version) -> Cut {
    let mut cutter = Cutter::new(version);
    cutter.cut(text);
    cutter.done
}

/// Cuts a text into words, character by character.
struct Cutter {
    version: Version,
    done: Cut,
    /// Whether the last word can still grow.
    open: bool,
    /// An apostrophe after a word: inside it if a letter follows.
    apostrophe: bool,
    /// The last character of a word, normalised.
    last: char,
    /// Whether the last word is a character of a script without spaces.
    unspaced: bool,
    /// A hyphen after a word, and perhaps the end of the line.
    parted: Parted,
    /// Room for a character and its marks.
    run: String,
}

/// How far a word is parted at the end of a line, and by which hyphen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parted {
    No,
    /// The hyphen stands after it.
    Hyphen(char),
    /// And the line ended.
    LineEnd(char),
}

impl Cutter {
    fn new(version: Version) -> Self {
        Self {
            version,
            done: Cut::default(),
            open: false,
            apostrophe: false,
            last: ' ',
            unspaced: false,
            parted: Parted::No,
            run: String::new(),
        }
    }

    /// Whether the rules of version 2 hold. What is asked about may be read otherwise by an older one.
    fn is_two(&mut self) -> bool {
        let two = self.version >= Version::Two;
        self.done.is_new |= two;
        two
    }

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
            let from = self.done.folded.len();
            self.done.folded.push_str(&text[at + 1..at + length]);
            self.done.folded[from..].make_ascii_lowercase();
            at += length;
            self.last = char::from(text.as_bytes()[at - 1]);
            self.grow(start + at);
        }
    }

    /// The last word reaches to here.
    fn grow(&mut self, end: usize) {
        if let Some(word) = self.done.words.last_mut() {
            (word.end, word.to) = (end as u32, self.done.folded.len() as u32);
        }
    }

    /// Takes a character with its marks, which are normalised together; gives how many bytes that were.
    fn take_run(&mut self, text: &str, start: usize) -> usize {
        let Some(character) = text.chars().next() else { return 0 };
        let mut end = character.len_utf8();
        if self.is_absent(character) {
            return end;
        }
        let two = self.version >= Version::Two;
        let goes_on = |next: char| is_combining_mark(next) || is_jamo(next) || (two && is_voicing(next));
        let absent = |next: char| is_ignored(next) || (two && is_unseen(next));
        self.run.clear();
        self.run.push(character);
        let mut after = text.char_indices().skip(1).filter(|(_, next)| !absent(*next)).peekable();
        while let Some((at, mark)) = after.next_if(|(_, next)| goes_on(*next)) {
            self.done.is_new |= is_voicing(mark);
            self.run.push(mark);
            end = at + mark.len_utf8();
        }
        let run = std::mem::take(&mut self.run);
        run.nfkc().for_each(|character| self.take(character, start, start + end));
        self.run = run;
        end
    }

    /// Whether a character, as written, is not there.
    fn is_absent(&mut self, character: char) -> bool {
        if is_soft(character) && self.open {
            self.parted = Parted::Hyphen(character);
        }
        if is_raised(character) && self.version >= Version::Two {
            self.open = false;
        }
        is_ignored(character) || ((is_unseen(character) || is_raised(character)) && self.is_two())
    }

    /// Takes a normalised character, which stands at these bytes of the text.
    fn take(&mut self, character: char, start: usize, end: usize) {
        if !is_word(character) {
            let inner = self.open && !self.apostrophe && is_apostrophe(character);
            self.part(character);
            (self.open, self.apostrophe) = (inner, inner);
            return;
        }
        self.join(character);
        if self.goes_on(character) {
            if self.apostrophe {
                self.done.folded.push('\'');
            }
        } else {
            self.begin(start, end);
            self.unspaced = is_unspaced(character) && self.is_two();
        }
        self.fold(character);
        self.grow(end);
        (self.open, self.apostrophe, self.last) = (true, false, character);
    }

    /// Notes a mark that is no part of a word: a line may end after a hyphen.
    fn part(&mut self, mark: char) {
        self.parted = match self.parted {
            _ if self.open && is_hyphen(mark) => Parted::Hyphen(mark),
            // A soft hyphen shows at the end of a line only, whatever white space has become of that.
            Parted::Hyphen(hyphen) if mark == '\n' || (is_soft(hyphen) && mark.is_whitespace()) => {
                Parted::LineEnd(hyphen)
            }
            parted if mark.is_whitespace() => parted,
            _ => Parted::No,
        };
    }

    /// Joins what follows a line end within a word to what stands before it, and notes where that was.
    fn join(&mut self, next: char) {
        let Parted::LineEnd(hyphen) = std::mem::replace(&mut self.parted, Parted::No) else { return };
        let small = self.last.is_lowercase() && next.is_lowercase();
        if (small || !is_kept(hyphen)) && !self.unspaced && !is_unspaced(next) && self.is_two() {
            self.open = true;
        }
        self.done.joints.push(self.done.folded.len() as u32);
    }

    /// Whether a character of a word belongs to the last one.
    fn goes_on(&mut self, character: char) -> bool {
        if !self.open || self.version < Version::Two || !(self.unspaced || is_unspaced(character)) {
            return self.open;
        }
        is_combining_mark(character) || stacks(self.last, character) || !self.is_two()
    }

    /// Begins a word.
    fn begin(&mut self, start: usize, end: usize) {
        if !self.done.folded.is_empty() {
            self.done.folded.push(' ');
        }
        let from = self.done.folded.len() as u32;
        self.done.words.push(Word { start: start as u32, end: end as u32, from, to: from });
    }

    /// Folds the case of a character.
    fn fold(&mut self, character: char) {
        let folded = &mut self.done.folded;
        if character.is_ascii() {
            folded.push(character.to_ascii_lowercase());
        } else if matches!(character, 'İ' | 'ı') && self.is_two() {
            self.done.folded.push('i');
        } else if !(character == DOT_ABOVE && self.done.folded.ends_with('i') && self.is_two()) {
            self.done.folded.extend(caseless::Caseless::default_case_fold(std::iter::once(character)));
        }
    }
}

/// What is left of the dot of `İ` where its case was folded elsewhere.
const DOT_ABOVE: char = '\u{307}';

#[cfg(test)]
mod tests {
    use super::*;

    fn by(text: &str, version: Version) -> Vec<String> {
        cut(text, version).folded.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn words_are_runs_of_letters_digits_and_inner_apostrophes() {
        for version in VERSIONS {
            assert_eq!(
                by("U.S.–Russia’s “no limits” 1-7% it's 'quoted' rock''n", *version),
                ["u", "s", "russia's", "no", "limits", "1", "7", "it's", "quoted", "rock", "n"]
            );
        }
    }

    #[test]
    fn dashes_spaces_and_soft_hyphens_change_no_word() {
        for version in VERSIONS {
            assert_eq!(by("a — b\u{a0}co\u{ad}operate", *version), by("a—b cooperate", *version));
            assert_eq!(by("cafe\u{301} STRASSE ﬁn", *version), by("café straße fin", *version));
        }
    }

    #[test]
    fn what_the_versions_make_of_it() {
        // The text, its words by version 2, and by version 1 where they are others.
        let cases = [
            ("北方和平条约，x", "北 方 和 平 条 约 x", Some("北方和平条约 x")),
            ("中国AI公司2014年", "中 国 ai 公 司 2014 年", Some("中国ai公司2014年")),
            ("ＵＳ和ｶﾞﾛｱ", "us 和 ガ ロ ア", Some("us和カ\u{3099}ロア")),
            ("アンゲラ・メルケル", "ア ン ゲ ラ メ ル ケ ル", Some("アンゲラ メルケル")),
            ("人々〇ー", "人 々 〇 ー", Some("人々〇ー")),
            ("葛\u{e0100}城", "葛 城", Some("葛\u{e0100}城")),
            ("น้ำจีน ๒๕๖๖", "น้\u{e4d}า จี น ๒๕๖๖", Some("น้\u{e4d}าจีน ๒๕๖๖")),
            ("ក្កា x", "ក្កា x", None),
            ("러시아는 중국과", "러시아는 중국과", None),
            ("བོད་ཡིག", "བོད ཡིག", None),
            ("reported¹ that 10⁶ “x”²³ Acme™", "reported that 10 x acme", Some("reported1 that 106 x 23 acmetm")),
            ("① 条约①和CO₂", "条 约 和 co2", Some("1 条约1和co2")),
            ("re-\nported co\u{ad}\noperate ab¬\nout", "reported cooperate about", Some("re ported co operate ab out")),
            ("co\u{ad} operate Ein- und", "cooperate ein und", Some("co operate ein und")),
            ("re‐\n  ported re-- \n so", "reported re so", Some("re ported re so")),
            ("US-\nRussian T-\n72 NATO-\nled 5-\nyear", "us russian t 72 nato led 5 year", None),
            (
                "TÜRKİYE Türkiye İran ISPARTA ısparta i\u{307}ran",
                "türkiye türkiye iran isparta isparta iran",
                Some("türki\u{307}ye türkiye i\u{307}ran isparta ısparta i\u{307}ran"),
            ),
            ("كـتاب a\u{200e}b", "كتاب ab", Some("كـتاب a b")),
        ];
        for (text, two, one) in cases {
            assert_eq!(cut(text, Version::Two).folded, two, "{text}");
            assert_eq!(cut(text, Version::One).folded, one.unwrap_or(two), "{text}");
        }
    }
}
