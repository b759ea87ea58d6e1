//! Words looked for in a text: as they stand, then without accents, then what comes nearest, which is never taken for them.

use std::cmp::Reverse;
use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::reading::Reading;
use super::{Paragraph, Text, make};
use crate::model::Selector;

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
    WithoutAccents,
    /// Other words: the share of them that are the same, in the same order, is below 1.
    Near(f64),
}

impl Match {
    /// In a word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::WithoutAccents => "folded",
            Self::Near(_) => "near",
        }
    }
}

/// Where words stand: all places of the best kind, in their order; of near ones the nearest few, the nearest first. Where the newest
/// rules of what a word is find nothing, older ones are tried: what they find is named by the newest.
#[must_use]
pub fn find(text: &Text, wanted: &str) -> Vec<(Match, Selector)> {
    let wanted = Paragraph::new(wanted);
    if wanted.is_empty() {
        return Vec::new();
    }
    let shapes: [(Match, Normalization); 2] = [
        (Match::Exact, |word, into| into.push_str(word)),
        (Match::WithoutAccents, |word, into| into.extend(bare(word))),
    ];
    for (how, shape) in shapes {
        for cut in CUTS {
            let places = same(text, &wanted, shape, cut);
            if !places.is_empty() {
                return places.into_iter().map(|selector| (how, selector)).collect();
            }
        }
    }
    let plain: Vec<String> = wanted.words().map(without_accents).take(COMPARED).collect();
    near(text, &plain)
}

/// How a word is written to be compared.
type Normalization = fn(&str, &mut String);

/// How a paragraph is cut; `None` if older rules cut it as the newest do.
type By = fn(&Paragraph) -> Option<&Paragraph>;

/// By the newest rules, then by older ones.
const CUTS: [By; 2] = [|paragraph| Some(paragraph), Paragraph::older];

/// Every place where the words stand, as `shape` makes them. O(bytes of the text × bytes looked for), and mostly O(bytes of the text).
fn same(text: &Text, wanted: &Paragraph, shape: Normalization, by: By) -> Vec<Selector> {
    let old = by(wanted).unwrap_or(wanted);
    let (wanted, mut places) = (Reading::new(old, shape), Vec::new());
    if wanted.is_empty() {
        return places;
    }
    for (paragraph, number) in text.paragraphs.iter().zip(1..) {
        let Some(cut) = by(paragraph) else { continue };
        for (first, last) in Reading::new(cut, shape).places(&wanted) {
            let newest = std::ptr::eq(cut, paragraph);
            let bytes = || cut.range(first..last + 1);
            let words =
                if newest { Some(first..last + 1) } else { bytes().and_then(|bytes| paragraph.words_in(bytes)) };
            let place = words.and_then(|words| make(text, number, words.start as u32 + 1, words.end as u32));
            places.extend(place.filter(|place| places.last() != Some(place)));
        }
    }
    places
}

/// The passages that have most words in common with what was looked for, none inside another.
fn near(text: &Text, wanted: &[String]) -> Vec<(Match, Selector)> {
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
        let selector = make(text, number as u32 + 1, at as u32 + 1, (at + window.len()) as u32)?;
        (alike >= ALIKE).then_some((alike, selector))
    };
    let mut found: Vec<(f64, Selector)> = windows.into_iter().filter_map(weigh).collect();
    found.sort_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)));
    let mut apart: Vec<(Match, Selector)> = Vec::new();
    for (alike, selector) in found {
        let inside = |(_, other): &(Match, Selector)| {
            other.paragraph == selector.paragraph && other.first <= selector.last && selector.first <= other.last
        };
        if apart.len() < OFFERED && !apart.iter().any(inside) {
            apart.push((Match::Near(alike), selector));
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
    bare(word).collect()
}

fn bare(word: &str) -> impl Iterator<Item = char> {
    word.nfd().filter(|&character| !is_combining_mark(character)).nfc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    const LAKE: &str =
        "A title\nThe lake froze early that year, and nobody crossed it.\nThe café by the lake froze too.";

    fn at(wanted: &str) -> Vec<(Match, String)> {
        let place =
            |(how, selector): (Match, Selector)| (how, selector.to_string().split('#').next().unwrap_or("").to_owned());
        find(&Text::new(LAKE, Paragraphs::Lines), wanted).into_iter().map(place).collect()
    }

    #[test]
    fn every_place_of_the_same_words_is_found() {
        assert_eq!(at("“LAKE — froze”"), [(Match::Exact, "p2:2-3".to_owned()), (Match::Exact, "p3:5-6".to_owned())]);
    }

    #[test]
    fn accents_are_left_aside_only_where_nothing_else_is_found() {
        assert_eq!(at("cafe by"), [(Match::WithoutAccents, "p3:2-3".to_owned())]);
    }

    #[test]
    fn every_run_of_words_is_found_in_every_script() {
        let lines = [
            "北方同盟与南方王国签署了“和平”条约，2014年。",
            "アンゲラ・メルケルはEUとｶﾞｰﾅで会った。",
            "รัสเซียและจีนลงนามในน้ำ",
            "러시아는 중국과 조약을 맺었다.",
            "Rusya’nın Çin’e İran ve TÜRKİYE",
            "ရုရှားနှင့်တရုတ် ប្រទេសចិន བོད་ཡིག་གི",
            "روسيا والصين، ארה״ב 和 한국",
            "It re-\nported¹ US-\nRussian co\u{ad}\noperation ﬁnally",
        ];
        for line in lines {
            let text = Text::new(line, Paragraphs::Blocks);
            let paragraph = &text.paragraphs[0];
            for first in 0..paragraph.len() {
                for last in first..paragraph.len() {
                    let place = make(&text, 1, first as u32 + 1, last as u32 + 1).unwrap();
                    let written = &line[paragraph.range(first..last + 1).unwrap()];
                    let found = find(&text, written);
                    assert!(found.contains(&(Match::Exact, place)), "{written} in {line}: {found:?}");
                }
            }
        }
    }

    #[test]
    fn what_only_older_rules_find_is_named_by_the_newest() {
        let text = Text::new("a plot of 5 km² and 10⁶ men", Paragraphs::Lines);
        let found = find(&text, "5 km2 and 106");
        assert_eq!(found, [(Match::Exact, make(&text, 1, 4, 7).unwrap())]);
    }

    #[test]
    fn what_is_near_says_so() {
        let found = at("the lake froze late that year");
        assert!(matches!(found[0].0, Match::Near(alike) if alike > 0.8), "{found:?}");
        assert_eq!(found[0].1, "p2:1-6");
        assert!(at("nothing of this kind stands here").is_empty() && at(" — ").is_empty());
    }
}
