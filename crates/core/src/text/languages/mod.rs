//! What a language does to names and full stops: one file each, and its line in [`LANGUAGES`].
//!
//! No text says which language it is in, so what stands here has to be safe in all of them: a name that is missed is found by an
//! alias, one that is found wrongly is not noticed. Short endings in Latin letters therefore count only in paragraphs with the
//! commonest words of their language.

mod arabic;
mod chinese;
mod czech;
mod danish;
mod dutch;
mod english;
mod estonian;
mod finnish;
mod french;
mod german;
mod hebrew;
mod hindi;
mod hungarian;
mod italian;
mod korean;
mod polish;
mod portuguese;
mod russian;
mod spanish;
mod swedish;
mod tables;
mod turkish;
mod ukrainian;

pub(super) use tables::{Change, Speech, changes, is_abbreviation, is_title, runs_over};

/// A language. Words of a list are parted by blanks.
struct Language {
    /// The commonest words, which show that a paragraph is in it.
    common: &'static str,
    /// What is written short, with a dot, before something else: no sentence ends there.
    titles: &'static str,
    /// What is written short before a number only.
    numbered: &'static str,
    /// What is written short, with a dot, also at the end of a sentence.
    abbreviations: &'static str,
    /// How names end in the text, by how they end by themselves.
    endings: &'static [(Last, &'static str)],
    /// What a name can have after an apostrophe.
    after_apostrophe: &'static str,
    /// What stands before the apostrophe that joins it to a name.
    before_apostrophe: &'static str,
    /// What is written together with the name after it; and what the name begins with, if that is left out.
    prefixes: &'static [(&'static str, &'static str)],
    /// Words that begin with the last character of a name that is none there, and the characters after which it is one all the same.
    overlaps_after: &'static [(&'static str, &'static str)],
    /// Words that end with the first character of a name that is none there.
    overlaps_before: &'static str,
}

/// How a name ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// In any way.
    Any,
    /// In a consonant.
    Consonant,
    /// In a vowel.
    Vowel,
    /// In these letters, which the ending replaces.
    Is(&'static str),
}

impl Language {
    /// A language that does nothing.
    const PLAIN: Self = Self {
        common: "",
        titles: "",
        numbered: "",
        abbreviations: "",
        endings: &[],
        after_apostrophe: "",
        before_apostrophe: "",
        prefixes: &[],
        overlaps_after: &[],
        overlaps_before: "",
    };
}

/// All of them.
const LANGUAGES: &[&Language] = &[
    &arabic::ARABIC,
    &chinese::CHINESE,
    &czech::CZECH,
    &danish::DANISH,
    &dutch::DUTCH,
    &english::ENGLISH,
    &estonian::ESTONIAN,
    &finnish::FINNISH,
    &french::FRENCH,
    &german::GERMAN,
    &hebrew::HEBREW,
    &hindi::HINDI,
    &hungarian::HUNGARIAN,
    &italian::ITALIAN,
    &korean::KOREAN,
    &polish::POLISH,
    &portuguese::PORTUGUESE,
    &russian::RUSSIAN,
    &spanish::SPANISH,
    &swedish::SWEDISH,
    &turkish::TURKISH,
    &ukrainian::UKRAINIAN,
];
