//! "Did you mean": the known name nearest to a word.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

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
    fn ties_go_to_the_alphabet() {
        assert_eq!(nearest("bat", ["hat", "cat"]), Some("cat"));
        assert_eq!(nearest("bat", ["cat", "hat"]), Some("cat"));
    }
}
