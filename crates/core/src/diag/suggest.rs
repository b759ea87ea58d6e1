//! "Did you mean": the known name nearest to a word.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::synonyms::{ALIKE, ELSEWHERE, KEYS, VALUES};

/// Longer words are compared with nothing: the distance costs the product of the lengths.
const LONGEST: usize = 64;

/// The known name that a word was probably meant to be, if any is near.
///
/// A name that differs only in case, accents, or `_` and space for `-`, wins; else the fewest insertions, deletions,
/// replacements and swaps decide, at most one in three characters and never more than three. Of equals the
/// alphabetically first.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word)?;
    let length = word.chars().count();
    let limit = (length / 3).clamp(1, 3);
    let mut best: Option<(usize, &'a str)> = None;
    for name in known {
        let reach = best.map_or(limit, |(distance, _)| distance);
        let Some(distance) = distance(&word, length, name, reach) else {
            continue;
        };
        if best.is_none_or(|before| (distance, name) < before) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// What was probably meant by a word that is none of the known, as it is to be written: by its meaning, else by its letters. `of` is
/// the key whose value it is, or what has it as a key or an id.
#[must_use]
pub fn meant(of: &str, word: &str, known: &[&str]) -> Option<String> {
    let near = nearest(word, known.iter().copied());
    let folded_word = folded(word)?;
    if let Some(near) = near.filter(|near| folded(near).as_ref() == Some(&folded_word)) {
        return Some(near.to_owned());
    }
    let is = |words: &[&str]| words.contains(&&*folded_word);
    let here = |name: &&str| known.contains(name);
    let value = VALUES.iter().find(|(key, value, words)| *key == of && here(value) && is(words)).map(|row| row.1);
    if let Some(value) = value {
        return Some(value.to_owned());
    }
    if let Some((_, whole, _)) = ELSEWHERE.iter().find(|(key, _, words)| *key == of && is(words)) {
        return Some((*whole).to_owned());
    }
    let values = ["stance", "mode", "attitude"];
    let is_other = |key: &str| values.contains(&of) && key != of && values.contains(&key);
    let says = |value: &str, words: &[&str]| value == folded_word || is(words);
    if let Some((key, value, _)) = VALUES.iter().find(|(key, value, words)| is_other(key) && says(value, words)) {
        return Some(format!("{key} = \"{value}\""));
    }
    let key = KEYS.iter().filter(|(key, _)| here(key)).find(|(_, words)| is(words)).map(|(key, _)| *key);
    let alike = || {
        let group = ALIKE.iter().find(|group| is(group))?;
        known.iter().copied().filter(|name| group.contains(name)).min()
    };
    key.or_else(alike).or(near).map(str::to_owned)
}

/// The distance to a name, if it is at most `reach`. A word of one or two letters is near only to what equals it.
fn distance(word: &str, length: usize, name: &str, reach: usize) -> Option<usize> {
    // Folding drops accents only, so a name much longer in bytes cannot come near; this spares folding it.
    let shortest = name.len() / 4;
    if shortest > length + reach {
        return None;
    }
    let name = folded(name)?;
    if name == word {
        return Some(0);
    }
    if length < 3 || name.chars().count().abs_diff(length) > reach {
        return None;
    }
    let distance = strsim::osa_distance(word, &name);
    (distance <= reach).then_some(distance)
}

/// Small letters without accents, `-` between words; none if the word is empty or too long.
fn folded(word: &str) -> Option<String> {
    if word.len() > 4 * LONGEST {
        return None;
    }
    let plain = word.nfkd().filter(|&c| !is_combining_mark(c));
    let folded: String = plain
        .flat_map(char::to_lowercase)
        .map(|c| if c == '_' || c == ' ' { '-' } else { c })
        .take(LONGEST + 1)
        .collect();
    (!folded.is_empty() && folded.chars().count() <= LONGEST).then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        assert_eq!(nearest("athns", ["sparta", "athens"]), Some("athens"));
        assert_eq!(nearest("Türkiye", ["turkey", "turkiye"]), Some("turkiye"));
        assert_eq!(nearest("from_as", ["from", "from-as"]), Some("from-as"));
        assert_eq!(nearest("rusisa", ["prussia", "russia"]), Some("russia"));
        assert_eq!(nearest("US", ["uk", "us"]), Some("us"));
    }

    #[test]
    fn far_names_are_not() {
        assert_eq!(nearest("us", ["uk"]), None);
        assert_eq!(nearest("china", ["ghana", "iran"]), None);
        assert_eq!(nearest("", ["a"]), None);
        assert_eq!(nearest(&"x".repeat(100_000), ["x"]), None);
    }

    #[test]
    fn meaning_goes_before_letters() {
        let stances = ["asserts", "endorses", "reports", "doubts", "rejects"];
        let stance = |word| meant("stance", word, &stances);
        assert_eq!(stance("claims").as_deref(), Some("reports"));
        assert_eq!(stance("denies").as_deref(), Some("rejects"));
        assert_eq!(stance("Past").as_deref(), Some("mode = \"historical\""));
        assert_eq!(stance("fears").as_deref(), Some("attitude = \"fears\""));
        assert_eq!(stance("asserst").as_deref(), Some("asserts"));
        assert_eq!(meant("relation", "since", &["from", "to", "when"]).as_deref(), Some("when"));
        assert_eq!(meant("work", "year", &["id", "title", "date"]).as_deref(), Some("date"));
        assert_eq!(meant("relation type", "ally", &["opposes", "allies-with"]).as_deref(), Some("allies-with"));
        assert_eq!(meant("relation type", "ally", &["opposes"]), None);
    }

    #[test]
    fn a_word_that_is_known_is_no_slip_for_another() {
        let values = ["stance", "mode", "attitude"];
        for (key, _, words) in VALUES.iter().filter(|(key, ..)| values.contains(key)) {
            let own: Vec<&str> = VALUES.iter().filter(|row| row.0 == *key).map(|row| row.1).collect();
            assert!(words.iter().all(|word| !own.contains(word)), "{key}");
            assert!(words.iter().all(|word| folded(word).as_deref() == Some(word)), "{key}");
        }
        assert!(ALIKE.iter().flat_map(|group| group.iter()).all(|word| folded(word).as_deref() == Some(word)));
    }

    #[test]
    fn ties_go_to_the_alphabet() {
        assert_eq!(nearest("bat", ["hat", "cat"]), Some("cat"));
        assert_eq!(nearest("bat", ["cat", "hat"]), Some("cat"));
    }
}
