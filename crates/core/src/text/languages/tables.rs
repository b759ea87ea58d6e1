//! What stands in the files of all languages, to be looked up by word and by ending.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::Paragraph;
use super::super::characters::is_hangul;
use super::{LANGUAGES, Last};

/// A name that may have an ending has at least so many letters, in Hangul so many syllables.
const NAME: usize = 3;
const NAME_IN_HANGUL: usize = 2;
/// Endings in Latin letters of at least so many are told from everything else, after a name of so many.
const LONG: usize = 3;
const NAME_BEFORE_LONG: usize = 4;

/// A set of languages, by their places in the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::text) struct Speech(u32);

/// A way in which a word of a text can come from one of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) struct Change {
    /// The word of the name, folded.
    pub(in crate::text) word: String,
    /// How many characters of the word, as folded, come before it.
    pub(in crate::text) before: usize,
    /// How many come after what both have in common.
    pub(in crate::text) after: usize,
}

/// An ending: what it stands after, or in place of, and where it is known.
struct Ending {
    last: Last,
    speech: Speech,
}

struct Tables {
    common: HashMap<String, Speech>,
    titles: HashSet<String>,
    numbered: HashSet<String>,
    abbreviations: HashSet<String>,
    endings: HashMap<String, Vec<Ending>>,
    /// The characters of the longest ending.
    longest: usize,
    after_apostrophe: HashSet<String>,
    before_apostrophe: HashSet<String>,
    /// What is written before a name, and what the name begins with in its place.
    prefixes: Vec<(String, &'static str)>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::of_all);

/// The words of a list, as words of texts are folded.
fn folded(list: &str) -> impl Iterator<Item = String> {
    Paragraph::new(list).words().map(str::to_owned).collect::<Vec<_>>().into_iter()
}

impl Tables {
    fn of_all() -> Self {
        let set = |list: fn(&super::Language) -> &str| LANGUAGES.iter().flat_map(|one| folded(list(one))).collect();
        let mut common: HashMap<String, Speech> = HashMap::new();
        let mut endings: HashMap<String, Vec<Ending>> = HashMap::new();
        let mut prefixes = Vec::new();
        for (nth, language) in LANGUAGES.iter().enumerate() {
            let speech = Speech(1 << nth);
            folded(language.common).for_each(|word| common.entry(word).or_default().0 |= speech.0);
            for (last, list) in language.endings {
                folded(list).for_each(|text| endings.entry(text).or_default().push(Ending { last: *last, speech }));
            }
            for (list, begins) in language.prefixes {
                prefixes.extend(folded(list).map(|prefix| (prefix, *begins)));
            }
        }
        Self {
            common,
            titles: set(|language| language.titles),
            numbered: set(|language| language.numbered),
            abbreviations: set(|language| language.abbreviations),
            longest: endings.keys().map(|ending| ending.chars().count()).max().unwrap_or(0),
            endings,
            after_apostrophe: set(|language| language.after_apostrophe),
            before_apostrophe: set(|language| language.before_apostrophe),
            prefixes,
        }
    }
}

impl Speech {
    /// The languages that most of the commonest words of a paragraph belong to; none if it has no such word, or if one of them puts no
    /// endings to names.
    pub(in crate::text) fn of(paragraph: &Paragraph) -> Self {
        let mut counts = [0_usize; LANGUAGES.len()];
        for speech in paragraph.words().filter_map(|word| TABLES.common.get(word)) {
            (0..counts.len()).filter(|nth| speech.0 >> nth & 1 == 1).for_each(|nth| counts[nth] += 1);
        }
        let most = counts.iter().copied().max().filter(|most| *most > 0);
        let spoken = || counts.iter().enumerate().filter(|(_, count)| Some(**count) == most).map(|(nth, _)| nth);
        if spoken().any(|nth| LANGUAGES[nth].endings.is_empty()) {
            return Self::default();
        }
        Self(spoken().fold(0, |set, nth| set | 1 << nth))
    }
}

/// Whether a word is written short before something else: no sentence ends with it. `number`: whether a number follows.
pub(in crate::text) fn is_title(word: &str, number: bool) -> bool {
    TABLES.titles.contains(word) || (number && TABLES.numbered.contains(word))
}

/// Whether a word is written short, and a sentence may end with it.
pub(in crate::text) fn is_abbreviation(word: &str) -> bool {
    TABLES.abbreviations.contains(word)
}

/// The words of names that a word of a text, folded, can come from, other than itself.
pub(in crate::text) fn changes(word: &str, speech: Speech) -> Vec<Change> {
    let mut found = Vec::new();
    let length = |text: &str| text.chars().count();
    if let Some((stem, ending)) = word.rsplit_once('\'').filter(|(_, after)| TABLES.after_apostrophe.contains(*after)) {
        found.push(Change { word: stem.to_owned(), before: 0, after: length(ending) + 1 });
    }
    if let Some((before, stem)) = word.split_once('\'').filter(|(before, _)| TABLES.before_apostrophe.contains(*before))
    {
        found.push(Change { word: stem.to_owned(), before: length(before) + 1, after: 0 });
    }
    for (prefix, begins) in &TABLES.prefixes {
        let rest = word.strip_prefix(&**prefix).filter(|rest| length(rest) >= NAME);
        found.extend(rest.map(|rest| Change { word: format!("{begins}{rest}"), before: length(prefix), after: 0 }));
    }
    endings(word, speech, &mut found);
    found
}

fn endings(word: &str, speech: Speech, found: &mut Vec<Change>) {
    for (nth, (at, _)) in word.char_indices().rev().take(TABLES.longest).enumerate() {
        let (kept, text) = word.split_at(at);
        let Some(list) = TABLES.endings.get(text) else { continue };
        for ending in list {
            let last = match ending.last {
                Last::Is(last) => last,
                _ if ending.last.fits(kept, text) => "",
                _ => continue,
            };
            let word = format!("{kept}{last}");
            if ending.is_known(text, word.chars().count(), speech) {
                found.push(Change { word, before: 0, after: nth + 1 });
            }
        }
    }
}

impl Ending {
    /// Whether it counts, at a name of so many characters: in Latin letters, where a short one could be anything, only if the
    /// paragraph is in its language.
    fn is_known(&self, text: &str, name: usize, speech: Speech) -> bool {
        let spoken = self.speech.0 & speech.0 != 0;
        match text.chars().next() {
            Some(first) if is_hangul(first) => name >= NAME_IN_HANGUL,
            Some('\0'..='\u{24f}') => {
                (spoken && name >= NAME) || (text.chars().count() >= LONG && name >= NAME_BEFORE_LONG)
            }
            _ => name >= NAME,
        }
    }
}

impl Last {
    /// Whether a name ends so. Of letters that are neither vowels nor consonants nobody knows, nor how Latin ones are read aloud before
    /// Hangul.
    fn fits(self, name: &str, ending: &str) -> bool {
        let Some(last) = name.chars().next_back() else { return false };
        let vowel = match last {
            _ if ending.starts_with(is_hangul) && !is_hangul(last) => return true,
            // A syllable without a final.
            _ if is_hangul(last) => (last as u32 - 0xac00).is_multiple_of(28),
            'a'..='z' | '\u{df}'..='\u{24f}' | '\u{400}'..='\u{52f}' => VOWELS.contains(last),
            _ => return true,
        };
        match self {
            Self::Any | Self::Is(_) => true,
            Self::Consonant => !vowel,
            Self::Vowel => vowel,
        }
    }
}

/// Of Latin and Cyrillic letters.
const VOWELS: &str = "aeiouyáàâäãåąæéèêëęěíìîïóòôöõøőœúùûüůűýаеёиоуыэюяєіїў";

/// Whether a name, between these texts of one paragraph, is part of other words: characters of theirs look like it.
pub(in crate::text) fn runs_over(before: &str, name: &str, after: &str) -> bool {
    let (Some(first), Some(last)) = (name.chars().next(), name.chars().next_back()) else { return false };
    let behind = |(word, kept): &(&str, &str)| {
        let rest = word.strip_prefix(last).and_then(|rest| after.strip_prefix(rest));
        rest.is_some_and(|rest| !rest.chars().next().is_some_and(|next| kept.contains(next)))
    };
    let ahead = |word: &str| word.strip_suffix(first).is_some_and(|rest| before.ends_with(rest));
    LANGUAGES.iter().any(|language| {
        language.overlaps_after.iter().any(behind) || language.overlaps_before.split_whitespace().any(ahead)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(word: &str, paragraph: &str) -> Vec<String> {
        changes(word, Speech::of(&Paragraph::new(paragraph))).into_iter().map(|change| change.word).collect()
    }

    #[test]
    fn names_are_found_behind_particles_and_endings() {
        // The word of the text, what shows its language, the word of the name.
        let cases = [
            ("러시아는", "", "러시아"),
            ("중국과", "", "중국"),
            ("중국에서는", "", "중국"),
            ("us는", "", "us"),
            ("eu은", "", "eu"),
            ("rusya'nin", "", "rusya"),
            ("abd'ye", "", "abd"),
            ("trump'll", "", "trump"),
            ("l'ukraine", "", "ukraine"),
            ("dell'ucraina", "", "ucraina"),
            ("والصين", "", "الصين"),
            ("للصين", "", "الصين"),
            ("לסין", "", "סין"),
            ("россии", "", "россия"),
            ("китаем", "", "китай"),
            ("путиным", "", "путин"),
            ("зеленского", "", "зеленский"),
            ("україною", "", "україна"),
            ("oroszországnak", "", "oroszország"),
            ("kínával", "", "kína"),
            ("oroszországgal", "", "oroszország"),
            ("venäjällä", "", "venäjä"),
            ("venäjän", "venäjän ja kiinan", "venäjä"),
            ("venemaale", "venemaale ja", "venemaa"),
            ("russlands", "der Präsident", "russland"),
            ("rosji", "wojska rosji są w", "rosja"),
            ("putinowi", "", "putin"),
            ("čínou", "jednal s čínou a na to se je", "čína"),
        ];
        for (word, paragraph, name) in cases {
            assert!(stems(word, paragraph).iter().any(|stem| stem == name), "{word} is not of {name}");
        }
    }

    #[test]
    fn lists_hold_single_words_each_once() {
        for language in LANGUAGES {
            for list in [language.common, language.titles, language.numbered, language.abbreviations] {
                let words: Vec<&str> = list.split_whitespace().collect();
                assert!(words.iter().all(|word| Paragraph::new(*word).len() == 1), "{list}");
                assert_eq!(words.iter().collect::<HashSet<_>>().len(), words.len(), "{list}");
            }
        }
        assert!(LANGUAGES.len() <= 32 && TABLES.titles.len() > 500);
    }

    #[test]
    fn what_only_looks_like_an_ending_is_none() {
        for (word, paragraph, name) in [
            ("미국인", "", "미국"),
            ("중국는", "", "중국"),
            ("러시아은", "", "러시아"),
            ("wests", "the wests and", "west"),
            ("irans", "", "iran"),
            ("venäjän", "the venäjän of", "venäjä"),
            ("chinas", "rise in asia", "china"),
            ("rusya'dansiz", "", "rusya"),
            ("o'brien", "", "brien"),
        ] {
            assert!(!stems(word, paragraph).iter().any(|stem| stem == name), "{word} is of {name}");
        }
    }

    #[test]
    fn characters_of_two_words_are_no_name() {
        assert!(
            runs_over("发展", "中国", "家的") && runs_over("其", "中国", "有企业") && runs_over("今", "日本", "の")
        );
        assert!(!runs_over("在", "中国", "家庭里") && !runs_over("与", "中国", "政府") && !runs_over("", "中国", ""));
    }
}
