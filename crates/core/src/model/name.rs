//! Names as they are compared: what only programs see in one is not part of it; what only programs tell apart looks alike.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;
use web_atoms::NAMED_ENTITIES;

/// A name as it is meant: in composed letters (NFC), with one plain space where there are several, a line break or one that
/// does not break, none around it, and without soft hyphens and characters of no width. Joiners stay within the scripts whose
/// letters they shape.
#[must_use]
pub fn folded(name: &str) -> Cow<'_, str> {
    let plain = name.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain && !name.contains("  ") && name.trim().len() == name.len() {
        return Cow::Borrowed(name);
    }
    let mut said = String::with_capacity(name.len());
    for character in name.nfc() {
        match character {
            _ if character.is_whitespace() => {
                if !said.is_empty() && !said.ends_with(' ') {
                    said.push(' ');
                }
            }
            '\u{200c}' | '\u{200d}' => {
                if said.ends_with(|before| before >= '\u{600}') {
                    said.push(character);
                }
            }
            _ if NOT_THERE.contains(&character) => {}
            _ => said.push(character),
        }
    }
    said.truncate(said.trim_end_matches([' ', '\u{200c}', '\u{200d}']).len());
    // Letters that a character of no width parted can now be composed.
    let said = if said.is_ascii() { said } else { said.nfc().collect() };
    if said == name { Cow::Borrowed(name) } else { Cow::Owned(said) }
}

/// Characters that show nothing: soft hyphens, those of no width, and those that turn the direction of a text.
const NOT_THERE: [char; 16] = [
    '\u{ad}', '\u{180e}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}', '\u{202a}', '\u{202b}',
    '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// A name without regard to capitals: what names and aliases are looked up by.
#[must_use]
pub fn key(name: &str) -> String {
    caseless::default_case_fold_str(&folded(name))
}

/// What a name looks like: two that have the same look are told apart by nobody who reads them. Capitals, letters that look alike
/// in other scripts (UTS 39), width, quotes, joiners and the entities of HTML make no difference.
#[must_use]
pub fn appearance(name: &str) -> String {
    let name = if name.contains('&') { without_entities(name) } else { Cow::Borrowed(name) };
    let unquoted = |character: &char| !QUOTES.contains(character);
    if name.is_ascii() {
        return name.chars().filter(unquoted).flat_map(ascii_look).collect();
    }
    let lower = caseless::default_case_fold_str(&name.nfkc().collect::<String>());
    let seen = skeleton(&lower).filter(unquoted).filter(|character| !matches!(character, '\u{200c}' | '\u{200d}'));
    // The look of a letter can be a capital of another script.
    caseless::default_case_fold_str(&seen.collect::<String>()).chars().flat_map(ascii_look).collect()
}

/// Marks of quotation, apostrophes among them.
const QUOTES: [char; 15] = ['\'', '"', '`', '´', '«', '»', '‹', '›', '„', '“', '”', '‚', '‘', '’', '\u{2bc}'];

/// How a character of ASCII looks to those who take it for another.
fn ascii_look(character: char) -> impl Iterator<Item = char> {
    let (first, second) = match character.to_ascii_lowercase() {
        'm' => ('r', Some('n')),
        '1' | '|' => ('l', None),
        '0' => ('o', None),
        lower => (lower, None),
    };
    std::iter::once(first).chain(second)
}

/// The entity of HTML with which a text ends, such as `&amp;`: where it begins.
#[must_use]
pub(crate) fn entity_at_end(text: &str) -> Option<usize> {
    let inner = text.strip_suffix(';')?;
    let start = inner.rfind(['&', ';']).filter(|at| inner.as_bytes().get(*at) == Some(&b'&'))?;
    decoded(&inner[start + 1..]).map(|_| start)
}

/// The first entity of HTML in a text, such as `&amp;`.
#[must_use]
pub fn entity(text: &str) -> Option<&str> {
    let mut ends = text.match_indices(';').map(|(at, _)| &text[..=at]);
    ends.find_map(|upto| entity_at_end(upto).map(|start| &upto[start..]))
}

/// A text with the entities of HTML in it read.
#[must_use]
pub(crate) fn without_entities(text: &str) -> Cow<'_, str> {
    let mut read = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices(';') {
        let Some(start) = entity_at_end(&text[..=at]).filter(|start| *start >= done) else { continue };
        read.push_str(&text[done..start]);
        read.extend(decoded(&text[start + 1..at]).into_iter().flatten().flatten());
        done = at + 1;
    }
    if done == 0 { Cow::Borrowed(text) } else { Cow::Owned(read + &text[done..]) }
}

/// The characters of an entity, by what stands between `&` and `;`.
fn decoded(name: &str) -> Option<[Option<char>; 2]> {
    if name.len() > 32 {
        return None;
    }
    if let Some(number) = name.strip_prefix('#') {
        let (digits, base) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
        let plain = digits.starts_with(|first: char| first.is_digit(base));
        return u32::from_str_radix(digits, base)
            .ok()
            .filter(|_| plain)
            .and_then(char::from_u32)
            .map(|one| [Some(one), None]);
    }
    let (first, second) = NAMED_ENTITIES.get(&format!("{name};"))?;
    let known = |number: u32| char::from_u32(number).filter(|character| *character != '\0');
    Some([known(*first), known(*second)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_programs_see_is_no_part_of_a_name() {
        let zurich = "Z\u{fc}rich";
        let spellings = [
            "Zu\u{308}rich",
            " Z\u{fc}rich\u{a0}",
            "Z\u{fc}\u{ad}rich",
            "\u{feff}Zu\u{200b}\u{308}ri\u{200d}ch",
            "\u{202a}Z\u{fc}rich\u{202c}",
        ];
        for spelling in spellings {
            assert_eq!(folded(spelling), zurich, "{spelling:?}");
        }
        assert_eq!(folded("St\u{202f}\u{a0}Gallen\n"), "St Gallen");
        assert_eq!(folded("\u{645}\u{6cc}\u{200c}\u{62e}"), "\u{645}\u{6cc}\u{200c}\u{62e}");
        assert_eq!(key("ZÜRICH"), "zürich");
        assert!(matches!(folded("plain name"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_looks_alike_is_known() {
        let alike = [
            ("China", "\u{421}hina"),
            ("berlin", "Berlin"),
            ("O'Brien", "O\u{2019}Brien"),
            ("AT&T", "AT&amp;T"),
            ("\u{ff21}BC", "abc"),
            ("\u{fb01}nance", "Finance"),
            ("\"Boss\"", "\u{ab}Boss\u{bb}"),
            ("\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430} 1", "\u{43c}\u{43e}c\u{43a}\u{432}a l"),
        ];
        for (one, other) in alike {
            assert_eq!(appearance(one), appearance(other), "{one} {other}");
        }
        for (one, other) in [("Berlin", "Bern"), ("Zurich", "Zürich"), ("A", "B"), ("R&D; x", "R x")] {
            assert_ne!(appearance(one), appearance(other), "{one} {other}");
        }
    }

    #[test]
    fn entities_are_those_of_html() {
        assert_eq!(entity("AT&amp;T"), Some("&amp;"));
        assert_eq!(without_entities("a&#x2c;&nbsp;b &quot;c&#33;"), "a,\u{a0}b \"c!");
        for plain in ["R&D; x", "Johnson&Johnson; x", "a & b; c", "&;", "&#;", "&#x;", "&#+5;"] {
            assert_eq!(entity(plain), None, "{plain}");
        }
    }

    proptest::proptest! {
        #[test]
        fn folding_again_changes_nothing(name in "\\PC{0,16}|[u\u{308}\u{200b}\u{200d}\u{a0} \u{ad}\u{645}]{0,10}") {
            let once = folded(&name).into_owned();
            assert_eq!(folded(&once), once);
            assert_eq!(appearance(&once), appearance(&caseless::default_case_fold_str(&once)));
        }
    }
}
