//! Words looked for that run on from one paragraph into the next: no anchor can name them, but one for each part can.

use super::find::without_accents;
use super::{Paragraph, Text, make};
use crate::model::Selector;

/// So many places are told.
const TOLD: usize = 5;

/// Where words stand that begin in one paragraph and end in another: of each place the parts, a paragraph each. Accents are left aside only where nothing
/// else is found.
#[must_use]
pub fn across(text: &Text, wanted: &str) -> Vec<Vec<Selector>> {
    let wanted: Vec<String> = Paragraph::new(wanted).words().map(str::to_owned).collect();
    if wanted.len() < 2 {
        return Vec::new();
    }
    let places = same(text, &wanted, str::to_owned);
    if !places.is_empty() {
        return places;
    }
    let plain: Vec<String> = wanted.iter().map(|word| without_accents(word)).collect();
    same(text, &plain, without_accents)
}

/// A paragraph that has words: its number, and the words as they are compared.
type Shaped = (u32, Vec<String>);

fn same(text: &Text, wanted: &[String], shape: impl Fn(&str) -> String) -> Vec<Vec<Selector>> {
    let shaped = |(paragraph, number): (&Paragraph, u32)| (number, paragraph.words().map(&shape).collect());
    let paragraphs: Vec<Shaped> =
        text.paragraphs.iter().zip(1..).map(shaped).filter(|(_, words): &Shaped| !words.is_empty()).collect();
    let mut places = Vec::new();
    for (at, (_, words)) in paragraphs.iter().enumerate() {
        // Where the words begin so late in the paragraph that they do not end in it.
        for first in words.len().saturating_sub(wanted.len() - 1)..words.len() {
            if let Some(parts) = follow(&paragraphs[at..], first, wanted) {
                places.push(
                    parts.into_iter().filter_map(|(number, first, last)| make(text, number, first, last)).collect(),
                );
            }
            if places.len() == TOLD {
                return places;
            }
        }
    }
    places
}

/// The parts of the words from a word of the first paragraph on, if they stand there: number, first and last word, counted from 1.
fn follow(paragraphs: &[Shaped], first: usize, wanted: &[String]) -> Option<Vec<(u32, u32, u32)>> {
    let (mut left, mut from, mut parts) = (wanted, first, Vec::new());
    for (number, words) in paragraphs {
        let taken = left.len().min(words.len() - from);
        if words[from..from + taken] != left[..taken] {
            return None;
        }
        parts.push((*number, from as u32 + 1, (from + taken) as u32));
        (left, from) = (&left[taken..], 0);
        if left.is_empty() {
            return Some(parts);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraphs;

    fn parts(text: &str, wanted: &str) -> Vec<Vec<String>> {
        let place = |selector: &Selector| selector.to_string().split('#').next().unwrap_or_default().to_owned();
        let places = across(&Text::new(text, Paragraphs::Lines), wanted);
        places.iter().map(|parts| parts.iter().map(place).collect()).collect()
    }

    #[test]
    fn words_over_several_paragraphs_are_found_in_parts() {
        let text = "The league broke\n* * *\nup in wínter.\nThe league broke\nup again";
        assert_eq!(parts(text, "league broke up"), [["p1:2-3", "p3:1-1"], ["p4:2-3", "p5:1-1"]]);
        assert_eq!(parts(text, "broke up in winter the league"), [["p1:3-3", "p3:1-3", "p4:1-2"]]);
        assert!(parts(text, "the league broke").is_empty() && parts(text, "broke").is_empty());
        assert!(parts(text, "again and").is_empty() && parts("", "a b").is_empty());
    }
}
