//! English, as far as sentences need it: a type's phrase ("is allied with") in other tenses, numbers, and denied; articles.

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

/// A verb phrase in a tense; "not" if it is denied.
///
/// A codebook may be in any language. A phrase whose first word is no English verb in the third person is left as it is, and
/// what its form cannot say is put before it in brackets.
pub(super) fn conjugate(phrase: &str, tense: Tense, plural: bool, denied: bool) -> String {
    let (verb, rest) = phrase.split_once(' ').map_or((phrase, ""), |(verb, rest)| (verb, rest));
    let Some(base) = base(verb) else { return bracketed(phrase, tense, denied) };
    let not = if denied { " not" } else { "" };
    let rest = if plural && base == "be" { of_several(rest) } else { rest.to_owned() };
    let said = match (tense, base.as_str()) {
        (Tense::Future, _) => format!("will{not} {base}"),
        (Tense::Possible, _) if denied => format!("would not {base}"),
        (Tense::Possible, _) => format!("could {base}"),
        (Tense::Wanted, _) => format!("should{not} {base}"),
        (Tense::Present, "be") => format!("{}{not}", if plural { "are" } else { "is" }),
        (Tense::Past, "be") => format!("{}{not}", if plural { "were" } else { "was" }),
        (Tense::Present, _) if denied => format!("{} not {base}", if plural { "do" } else { "does" }),
        (Tense::Past, _) if denied => format!("did not {base}"),
        (Tense::Present, _) if plural => base,
        (Tense::Present, _) => verb.to_owned(),
        (Tense::Past, _) => past(&base),
    };
    if rest.is_empty() { said } else { format!("{said} {rest}") }
}

/// What several are said to be: "a close ally of" -> "close allies of".
fn of_several(phrase: &str) -> String {
    let Some(one) = phrase.strip_prefix("a ").or_else(|| phrase.strip_prefix("an ")) else { return phrase.to_owned() };
    let links = [" of ", " to ", " for ", " with ", " in ", " on ", " by ", " against ", " within "];
    let padded = format!("{one} ");
    let end = links.iter().filter_map(|link| padded.find(link)).min().unwrap_or(one.len());
    let (noun, link) = one.split_at(end);
    format!("{}{link}", plural_of(noun))
}

/// A noun in the plural, as most English nouns have it.
fn plural_of(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end)) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

fn bracketed(phrase: &str, tense: Tense, denied: bool) -> String {
    let not = if denied { "not" } else { "" };
    let tense = match tense {
        Tense::Present => "",
        Tense::Past => "past",
        Tense::Future => "future",
        Tense::Possible => "possible",
        Tense::Wanted => "ought to be",
    };
    match (tense, not) {
        ("", "") => phrase.to_owned(),
        ("", only) | (only, "") => format!("({only}) {phrase}"),
        (tense, not) => format!("({tense}, {not}) {phrase}"),
    }
}

/// The infinitive of a verb in the third person: "attacks" -> "attack"; none if the word does not look like one.
fn base(verb: &str) -> Option<String> {
    match verb {
        "is" => return Some("be".into()),
        "has" => return Some("have".into()),
        _ => {}
    }
    let plain = verb.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let stem = verb.strip_suffix('s').filter(|stem| plain && stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))?;
    let hissing = ["sse", "she", "che", "xe", "zze", "oe"].iter().any(|end| stem.ends_with(end));
    Some(match stem.strip_suffix("ie") {
        Some(short) if short.len() > 1 => format!("{short}y"),
        _ if hissing => stem[..stem.len() - 1].to_owned(),
        _ => stem.to_owned(),
    })
}

/// The verbs of politics that do not end in "-ed" in the past.
const IRREGULAR: [(&str, &str); 36] = [
    ("bear", "bore"),
    ("beat", "beat"),
    ("begin", "began"),
    ("bind", "bound"),
    ("break", "broke"),
    ("bring", "brought"),
    ("build", "built"),
    ("buy", "bought"),
    ("come", "came"),
    ("cut", "cut"),
    ("do", "did"),
    ("fall", "fell"),
    ("fight", "fought"),
    ("find", "found"),
    ("get", "got"),
    ("give", "gave"),
    ("go", "went"),
    ("have", "had"),
    ("hold", "held"),
    ("keep", "kept"),
    ("lead", "led"),
    ("leave", "left"),
    ("lose", "lost"),
    ("make", "made"),
    ("meet", "met"),
    ("pay", "paid"),
    ("put", "put"),
    ("see", "saw"),
    ("seek", "sought"),
    ("sell", "sold"),
    ("set", "set"),
    ("shut", "shut"),
    ("stand", "stood"),
    ("take", "took"),
    ("win", "won"),
    ("withdraw", "withdrew"),
];

fn past(base: &str) -> String {
    if let Some((_, past)) = IRREGULAR.iter().find(|(known, _)| *known == base) {
        return (*past).to_owned();
    }
    let vowel = |byte: Option<&u8>| byte.is_some_and(|byte| b"aeiou".contains(byte));
    let bytes = base.as_bytes();
    match bytes.last() {
        Some(b'e') => format!("{base}d"),
        Some(b'y') if !vowel(bytes.iter().nth_back(1)) => format!("{}ied", &base[..base.len() - 1]),
        _ => format!("{base}ed"),
    }
}

/// Heads of names that take an article: "the European Union", "the US Department of State".
const WITH_ARTICLE: [&str; 40] = [
    "Administration",
    "Agency",
    "Alliance",
    "Army",
    "Assembly",
    "Association",
    "Balkans",
    "Bank",
    "Church",
    "Commission",
    "Committee",
    "Community",
    "Confederation",
    "Congress",
    "Council",
    "Court",
    "Department",
    "Emirates",
    "Empire",
    "Federation",
    "Fund",
    "Government",
    "Kingdom",
    "Kremlin",
    "League",
    "Left",
    "Ministry",
    "Movement",
    "Nations",
    "Netherlands",
    "Organisation",
    "Organization",
    "Party",
    "Pentagon",
    "Philippines",
    "Republic",
    "States",
    "Treasury",
    "Union",
    "West",
];

/// The name of who is no person within a sentence: with "the" where an English name wants it.
///
/// A name wants it if its head (the word before "of", else the last) is a common noun in the singular, "the US ruling class", or
/// one of a few that states and bodies are called by.
pub(super) fn with_article(name: &str) -> String {
    if name.starts_with("The ") {
        return within(name);
    }
    let phrase = [" of ", " for ", " on "].iter().find_map(|link| name.split_once(link)).map_or(name, |(head, _)| head);
    let (before, head) = phrase.rsplit_once(' ').unwrap_or(("", phrase));
    let common =
        !before.is_empty() && head.chars().all(|c| c.is_ascii_lowercase()) && (head == "people" || !plural(head));
    if common || WITH_ARTICLE.contains(&head) { format!("the {name}") } else { name.to_owned() }
}

/// A name within a sentence: its own article is not written large there.
pub(super) fn within(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

/// Whether a word looks like an English plural.
pub(super) fn plural(word: &str) -> bool {
    let ends = |end: &str| word.ends_with(end);
    word == "people" || (ends("s") && !["ss", "us", "is", "'s", "’s"].into_iter().any(ends))
}

/// A text with a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::{Tense, conjugate, with_article};

    #[test]
    fn names_take_the_article_that_english_gives_them() {
        for name in ["United States", "European Union", "US ruling class", "US Department of State", "Far right"] {
            assert_eq!(with_article(name), format!("the {name}"));
        }
        assert_eq!(with_article("The West"), "the West");
        for name in ["Russia", "North Korea", "NATO", "US corporations", "Allied powers of 1919", ""] {
            assert_eq!(with_article(name), name);
        }
    }

    #[test]
    fn phrases_are_said_in_every_tense() {
        let said = |phrase, tense, plural, denied| conjugate(phrase, tense, plural, denied);
        assert_eq!(said("is allied with", Tense::Past, true, true), "were not allied with");
        assert_eq!(said("seeks closer ties with", Tense::Past, false, false), "sought closer ties with");
        assert_eq!(said("criticises", Tense::Present, true, false), "criticise");
        assert_eq!(said("occupies", Tense::Past, false, false), "occupied");
        assert_eq!(said("imposes sanctions on", Tense::Future, false, true), "will not impose sanctions on");
        assert_eq!(said("has as a member", Tense::Present, false, true), "does not have as a member");
        assert_eq!(said("attacks", Tense::Wanted, false, false), "should attack");
        assert_eq!(said("is a member of", Tense::Past, true, true), "were not members of");
        assert_eq!(said("is an old enemy of", Tense::Present, true, false), "are old enemies of");
        assert_eq!(said("is a party to", Tense::Future, true, false), "will be parties to");
        assert_eq!(said("is a member of", Tense::Present, false, false), "is a member of");
        assert_eq!(said("is allied with", Tense::Present, true, false), "are allied with");
    }

    #[test]
    fn a_phrase_in_another_language_stays_whole() {
        assert_eq!(conjugate("ist verbündet mit", Tense::Past, false, true), "(past, not) ist verbündet mit");
        assert_eq!(conjugate("", Tense::Present, true, false), "");
    }
}
