//! The words of reports, pictures and the explorer page, in every language: one catalogue of messages in Fluent (projectfluent.org).
//!
//! A language is a folder of `.ftl` files and its line in [`LANGUAGES`]. Every language has the same messages with the same
//! variables, and every message is used: `tests/suite/messages.rs` holds both, so that none is missing when it is asked for.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue as Value;

/// The messages of a language, parsed when the first of them is asked for.
pub struct Messages {
    /// The code of the language (BCP 47).
    pub code: &'static str,
    /// What the language calls itself.
    pub name: &'static str,
    /// Its files: name and text, for others who read them.
    pub files: &'static [(&'static str, &'static str)],
    /// What the explorer page alone says: its script reads this, and `shared.ftl`, by itself.
    pub page: &'static str,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

/// The files of a language.
macro_rules! language {
    ($code:literal, $name:literal) => {
        Messages {
            code: $code,
            name: $name,
            files: &[
                ("shared.ftl", include_str!(concat!($code, "/shared.ftl"))),
                ("dates.ftl", include_str!(concat!($code, "/dates.ftl"))),
                ("report.ftl", include_str!(concat!($code, "/report.ftl"))),
                ("issues.ftl", include_str!(concat!($code, "/issues.ftl"))),
                ("brief.ftl", include_str!(concat!($code, "/brief.ftl"))),
                ("picture.ftl", include_str!(concat!($code, "/picture.ftl"))),
            ],
            page: include_str!(concat!($code, "/page.ftl")),
            bundle: OnceLock::new(),
        }
    };
}

/// Every language, the default first.
pub static LANGUAGES: [Messages; 2] = [language!("en", "English"), language!("de", "Deutsch")];

impl Messages {
    /// Those of the default language.
    #[must_use]
    pub fn english() -> &'static Self {
        &LANGUAGES[0]
    }

    /// Those of a language by its code.
    #[must_use]
    pub fn of(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.code == code)
    }

    /// A message without variables.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A message with values for its variables.
    #[must_use]
    pub fn with<'v, const N: usize>(&self, key: &str, values: [(&'v str, Value<'v>); N]) -> String {
        self.with_all(key, values)
    }

    /// The same with any number of values.
    #[must_use]
    pub fn with_all<'v>(&self, key: &str, values: impl IntoIterator<Item = (&'v str, Value<'v>)>) -> String {
        let values: FluentArgs<'v> = values.into_iter().collect();
        self.format(key, Some(&values))
    }

    /// A message that counts: its variable is `n`.
    #[must_use]
    pub fn count(&self, key: &str, number: usize) -> String {
        self.with(key, [("n", number.into())])
    }

    /// The message for a word of the files, such as that for `state` among those of `actor-kind`: blanks in a word are hyphens in its key.
    #[must_use]
    pub fn word(&self, family: &str, word: &str) -> String {
        self.text(&format!("{family}-{}", word.replace(' ', "-")))
    }

    /// "A, B and C".
    #[must_use]
    pub fn all_of<T: AsRef<str>>(&self, parts: &[T]) -> String {
        self.listed("list-and", parts)
    }

    /// "A, B or C".
    #[must_use]
    pub fn one_of<T: AsRef<str>>(&self, parts: &[T]) -> String {
        self.listed("list-or", parts)
    }

    fn listed<T: AsRef<str>>(&self, key: &str, parts: &[T]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first @ .., last] => {
                let first = first.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
                self.with(key, [("first", first.into()), ("last", last.as_ref().into())])
            }
        }
    }

    /// A number with so many digits behind the point, or what the language has in its place.
    #[must_use]
    pub fn decimal(&self, number: f64, digits: usize) -> String {
        format!("{number:.digits$}").replace('.', &self.text("number-point"))
    }

    /// A whole number; one of five digits and more has marks between its thousands.
    #[must_use]
    pub fn grouped(&self, number: u64) -> String {
        let digits = number.to_string();
        if digits.len() < 5 {
            return digits;
        }
        let mark = self.text("number-group");
        let before = |at: usize| if at > 0 && (digits.len() - at).is_multiple_of(3) { mark.as_str() } else { "" };
        digits.char_indices().map(|(at, digit)| format!("{}{digit}", before(at))).collect()
    }

    fn format(&self, key: &str, values: Option<&FluentArgs<'_>>) -> String {
        let bundle = self.bundle.get_or_init(|| self.parsed());
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, values, &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        said
    }

    fn parsed(&self) -> FluentBundle<FluentResource> {
        let language: LanguageIdentifier = self.code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Pictures and terminals order the directions of writing themselves.
        bundle.set_use_isolating(false);
        for (_, text) in self.files {
            // What cannot be parsed is left out: the test of the catalogue says where it is.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(sound, _)| sound);
            bundle.add_resource_overriding(resource);
        }
        bundle
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Messages").field(&self.code).finish()
    }
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Messages {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_has_the_plural_of_its_language() {
        let [english, german] = [Messages::english(), Messages::of("de").unwrap()];
        let said = |messages: &Messages, number| messages.count("count-statements", number);
        assert_eq!([0, 1, 2].map(|n| said(english, n)), ["0 statements", "1 statement", "2 statements"]);
        assert_eq!([0, 1, 2].map(|n| said(german, n)), ["0 Aussagen", "1 Aussage", "2 Aussagen"]);
    }

    #[test]
    fn lists_and_numbers_are_written_as_the_language_writes_them() {
        let [english, german] = [Messages::english(), Messages::of("de").unwrap()];
        assert_eq!(english.all_of(&["a"]), "a");
        assert_eq!(english.all_of(&["a", "b", "c"]), "a, b and c");
        assert_eq!(german.one_of(&["a", "b", "c"]), "a, b oder c");
        assert_eq!((english.decimal(0.256, 2), german.decimal(0.256, 2)), ("0.26".into(), "0,26".into()));
        assert_eq!((english.grouped(10_000), german.grouped(1_234_567)), ("10,000".into(), "1.234.567".into()));
        assert_eq!(german.grouped(9999), "9999");
    }
}
