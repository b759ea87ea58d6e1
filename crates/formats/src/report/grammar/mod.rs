//! What a language does to names and verb phrases within a sentence: a file a language.

mod en;

use parallax_core::messages::Messages;

/// How a verb phrase is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// "attacks"
    Present,
    /// "attacked"
    Past,
    /// "will attack"
    Future,
    /// "could attack", "would not attack"
    Possible,
    /// "should attack"
    Wanted,
}

/// The verb phrase of a type, and how it is to be said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase<'c> {
    /// As the codebook has it: "is allied with".
    pub(super) text: &'c str,
    /// Its past tense, if the codebook says it.
    pub(super) past: Option<&'c str>,
    /// The tense that is wanted.
    pub(super) tense: Tense,
    /// Whether several do it.
    pub(super) plural: bool,
    /// Whether it is said that they do not.
    pub(super) denied: bool,
}

/// What a language does to words.
pub(super) trait Grammar: Sync {
    /// The name of a person or an author within a sentence.
    fn name(&self, name: &str) -> String {
        name.to_owned()
    }

    /// The name of a state or another body within a sentence.
    fn name_of_body(&self, name: &str) -> String {
        name.to_owned()
    }

    /// Whether a word looks like a plural.
    fn is_plural(&self, _: &str) -> bool {
        false
    }

    /// A phrase as it is to be said; none if it is not of this language, or the language cannot do that.
    fn conjugate(&self, _: &Phrase<'_>) -> Option<String> {
        None
    }
}

/// A language that leaves names and phrases as they are.
struct Plain;

impl Grammar for Plain {}

/// The languages that know more than that, by their codes.
static GRAMMARS: [(&str, &dyn Grammar); 1] = [("en", &en::English)];

/// The grammar of a language.
pub(super) fn of(messages: &Messages) -> &'static dyn Grammar {
    GRAMMARS.iter().find(|(code, _)| *code == messages.code).map_or(&Plain, |(_, grammar)| *grammar)
}

/// A phrase that no grammar knows, whole; what its form cannot say is put before it in brackets.
pub(super) fn bracketed(phrase: &Phrase<'_>, say: &Messages) -> String {
    if let (Tense::Past, Some(past), false) = (phrase.tense, phrase.past, phrase.denied) {
        return past.to_owned();
    }
    let tense = match phrase.tense {
        Tense::Present => None,
        Tense::Past => Some("phrase-past"),
        Tense::Future => Some("phrase-future"),
        Tense::Possible => Some("phrase-possible"),
        Tense::Wanted => Some("phrase-ought"),
    };
    let words: Vec<String> =
        tense.into_iter().chain(phrase.denied.then_some("phrase-not")).map(|key| say.text(key)).collect();
    if words.is_empty() { phrase.text.to_owned() } else { format!("({}) {}", words.join(", "), phrase.text) }
}

/// A text with a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_in_another_language_stays_whole() {
        let phrase = Phrase { text: "ist verbündet mit", past: None, tense: Tense::Past, plural: false, denied: true };
        assert!(of(Messages::english()).conjugate(&phrase).is_none());
        assert_eq!(bracketed(&phrase, Messages::english()), "(past, not) ist verbündet mit");
        let known = Phrase { past: Some("war verbündet mit"), denied: false, ..phrase };
        assert_eq!(bracketed(&known, Messages::english()), "war verbündet mit");
        assert_eq!(
            bracketed(&Phrase { text: "", tense: Tense::Present, denied: false, ..phrase }, Messages::english()),
            ""
        );
    }
}
