//! English, as far as sentences need it: a type's phrase ("is allied with") in other tenses, numbers, and denied; articles.

use super::{Grammar, Phrase, Tense};

/// English.
pub(super) struct English;

impl Grammar for English {
    /// With its own article written small.
    fn name(&self, name: &str) -> String {
        within(name)
    }

    fn name_of_body(&self, name: &str) -> String {
        with_article(name)
    }

    fn is_plural(&self, word: &str) -> bool {
        plural(word)
    }

    fn conjugate(&self, phrase: &Phrase<'_>) -> Option<String> {
        conjugate(phrase)
    }
}

/// A verb phrase in a tense; "not" if it is denied. None if its first word is no English verb in the third person.
fn conjugate(&Phrase { text, past, tense, plural, denied }: &Phrase<'_>) -> Option<String> {
    let (verb, rest) = text.split_once(' ').map_or((text, ""), |(verb, rest)| (verb, rest));
    let base = base(verb)?;
    if let (Tense::Past, Some(past), false) = (tense, past, denied || base == "be") {
        return Some(past.to_owned());
    }
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
        (Tense::Past, _) => self::past(&base),
    };
    Some(if rest.is_empty() { said } else { format!("{said} {rest}") })
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
    match base.as_bytes() {
        [.., b'e'] => format!("{base}d"),
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ied", &base[..base.len() - 1]),
        [.., last] if doubles(base) => format!("{base}{}ed", char::from(*last)),
        _ => format!("{base}ed"),
    }
}

fn is_vowel(byte: u8) -> bool {
    b"aeiou".contains(&byte)
}

/// Whether a verb has its last letter twice before "-ed": behind one short vowel, "l" always (as in Britain), other letters where the
/// last syllable is stressed: "planned", "signalled", "permitted", but "visited".
fn doubles(base: &str) -> bool {
    let short = match base.as_bytes() {
        [.., before, vowel, last] => !is_vowel(*before) && is_vowel(*vowel) && !is_vowel(*last),
        _ => false,
    };
    let one_syllable = base.bytes().filter(|byte| is_vowel(*byte)).count() == 1;
    short && !base.ends_with(['w', 'x', 'y']) && (base.ends_with('l') || one_syllable || STRESSED.contains(&base))
}

/// Verbs of several syllables that are stressed on the last, which is short.
const STRESSED: [&str; 17] = [
    "admit", "commit", "concur", "confer", "defer", "deter", "equip", "incur", "infer", "occur", "omit", "permit",
    "prefer", "refer", "regret", "submit", "transfer",
];

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
fn with_article(name: &str) -> String {
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
fn within(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

/// Whether a word looks like an English plural.
fn plural(word: &str) -> bool {
    let ends = |end: &str| word.ends_with(end);
    word == "people" || (ends("s") && !["ss", "us", "is", "'s", "’s"].into_iter().any(ends))
}

#[cfg(test)]
mod tests {
    use super::{Phrase, Tense, conjugate, with_article};

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
        let said =
            |text, tense, plural, denied| conjugate(&Phrase { text, past: None, tense, plural, denied }).unwrap();
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
    fn the_codebook_has_the_last_word_on_the_past() {
        let plans = Phrase {
            text: "plans against",
            past: Some("planned against"),
            tense: Tense::Past,
            plural: true,
            denied: false,
        };
        assert_eq!(conjugate(&plans).unwrap(), "planned against");
        assert_eq!(conjugate(&Phrase { denied: true, ..plans }).unwrap(), "did not plan against");
        assert_eq!(conjugate(&Phrase { tense: Tense::Present, ..plans }).unwrap(), "plan against");
        for (base, said) in [
            ("plan", "planned"),
            ("stop", "stopped"),
            ("permit", "permitted"),
            ("visit", "visited"),
            ("back", "backed"),
            ("weaken", "weakened"),
        ] {
            assert_eq!(super::past(base), said);
        }
    }
}
