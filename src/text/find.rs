//! Words looked for in a text: as they stand, then without accents, then what comes nearest, which is never taken for them.

use std::cmp::Reverse;
use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Paragraph, Text, make};
use crate::model::Locus;

/// How many of the nearest passages are offered.
const OFFERED: usize = 5;
/// The least share of words that a passage has in common with what was looked for.
const ALIKE: f64 = 0.5;
/// How many passages with words in common are compared word by word.
const WEIGHED: usize = 500;
/// Of more words than these only the first are compared where the passage is not there as asked: the cost is their square.
const COMPARED: usize = 60;

/// How well a passage answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Match {
    /// The same words; case, quotes, dashes and spaces aside.
    Exact,
    /// The same words, accents aside.
    Folded,
    /// Other words: the share of them that are the same, in the same order, is below 1.
    Near(f64),
}

impl Match {
    /// In a word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Folded => "folded",
            Self::Near(_) => "near",
        }
    }
}

/// Where words stand: all places of the best kind, in their order; of near ones the nearest few, the nearest first.
#[must_use]
pub fn find(text: &Text, wanted: &str) -> Vec<(Match, Locus)> {
    let wanted: Vec<String> = Paragraph::new(wanted).words().map(str::to_owned).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let places = same(text, &wanted, str::to_owned);
    if !places.is_empty() {
        return places.into_iter().map(|locus| (Match::Exact, locus)).collect();
    }
    let plain: Vec<String> = wanted.iter().map(|word| without_accents(word)).collect();
    let places = same(text, &plain, without_accents);
    if !places.is_empty() {
        return places.into_iter().map(|locus| (Match::Folded, locus)).collect();
    }
    near(text, &plain[..plain.len().min(COMPARED)])
}

/// Every place where the words stand, as `shape` makes them. O(words of the text × words looked for).
fn same(text: &Text, wanted: &[String], shape: impl Fn(&str) -> String) -> Vec<Locus> {
    let mut places = Vec::new();
    for (paragraph, number) in text.paragraphs.iter().zip(1..) {
        let shaped: Vec<String> = paragraph.words().map(&shape).collect();
        for (window, first) in shaped.windows(wanted.len()).zip(1..) {
            if window == wanted {
                places.extend(make(text, number, first, first + wanted.len() as u32 - 1));
            }
        }
    }
    places
}

/// The passages that have most words in common with what was looked for, none inside another.
fn near(text: &Text, wanted: &[String]) -> Vec<(Match, Locus)> {
    let shape = |paragraph: &Paragraph| paragraph.words().map(without_accents).collect();
    let plain: Vec<Vec<String>> = text.paragraphs.iter().map(shape).collect();
    let windows = plain.iter().enumerate();
    let mut windows: Vec<(usize, usize, usize)> = windows
        .flat_map(|(number, words)| promising(words, wanted).into_iter().map(move |(shared, at)| (shared, number, at)))
        .collect();
    windows.sort_by_key(|&(shared, number, at)| (Reverse(shared), number, at));
    windows.truncate(WEIGHED);
    let weigh = |(_, number, at): (usize, usize, usize)| {
        let window = &plain[number][at..plain[number].len().min(at + wanted.len())];
        let alike = 1.0 - strsim::generic_levenshtein(&Words(window), &Words(wanted)) as f64 / wanted.len() as f64;
        let locus = make(text, number as u32 + 1, at as u32 + 1, (at + window.len()) as u32)?;
        (alike >= ALIKE).then_some((alike, locus))
    };
    let mut found: Vec<(f64, Locus)> = windows.into_iter().filter_map(weigh).collect();
    found.sort_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)));
    let mut apart: Vec<(Match, Locus)> = Vec::new();
    for (alike, locus) in found {
        let inside = |(_, other): &(Match, Locus)| {
            other.paragraph == locus.paragraph && other.first <= locus.last && locus.first <= other.last
        };
        if apart.len() < OFFERED && !apart.iter().any(inside) {
            apart.push((Match::Near(alike), locus));
        }
    }
    apart
}

/// Where a window as long as what was looked for has enough of its words, in whatever order, and how many: counted along,
/// word by word.
fn promising(plain: &[String], wanted: &[String]) -> Vec<(usize, usize)> {
    let mut missing: HashMap<&str, i64> = HashMap::new();
    for word in wanted {
        *missing.entry(word).or_default() += 1;
    }
    let enough = (wanted.len() as f64 * ALIKE).ceil() as usize;
    let mut shared = 0;
    let mut starts = Vec::new();
    for (at, word) in plain.iter().enumerate() {
        if let Some(count) = missing.get_mut(word.as_str()) {
            shared += usize::from(*count > 0);
            *count -= 1;
        }
        let first = (at + 1).saturating_sub(wanted.len());
        if shared >= enough && (at + 1 >= wanted.len() || at + 1 == plain.len()) {
            starts.push((shared, first));
        }
        if at + 1 >= wanted.len()
            && let Some(count) = missing.get_mut(plain[first].as_str())
        {
            *count += 1;
            shared -= usize::from(*count > 0);
        }
    }
    starts
}

/// Words as what is compared one by one.
struct Words<'w>(&'w [String]);

impl<'w> IntoIterator for &Words<'w> {
    type Item = &'w String;
    type IntoIter = std::slice::Iter<'w, String>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

pub(super) fn without_accents(word: &str) -> String {
    word.nfd().filter(|&character| !is_combining_mark(character)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    const LAKE: &str =
        "A title\nThe lake froze early that year, and nobody crossed it.\nThe café by the lake froze too.";

    fn at(wanted: &str) -> Vec<(Match, String)> {
        let place = |(how, locus): (Match, Locus)| (how, locus.to_string().split('#').next().unwrap_or("").to_owned());
        find(&Text::new(LAKE, Paragraphs::Lines), wanted).into_iter().map(place).collect()
    }

    #[test]
    fn every_place_of_the_same_words_is_found() {
        assert_eq!(at("“LAKE — froze”"), [(Match::Exact, "p2:2-3".to_owned()), (Match::Exact, "p3:5-6".to_owned())]);
    }

    #[test]
    fn accents_are_left_aside_only_where_nothing_else_is_found() {
        assert_eq!(at("cafe by"), [(Match::Folded, "p3:2-3".to_owned())]);
    }

    #[test]
    fn what_is_near_says_so() {
        let found = at("the lake froze late that year");
        assert!(matches!(found[0].0, Match::Near(alike) if alike > 0.8), "{found:?}");
        assert_eq!(found[0].1, "p2:1-6");
        assert!(at("nothing of this kind stands here").is_empty() && at(" — ").is_empty());
    }
}
