//! Where passages stand that are not where their anchors say.
//!
//! An anchor knows a passage by BLAKE3 alone, so that each window of its length would have to be hashed. Mostly many
//! anchors moved the same way (a paragraph came in, a word was put before), so the way that one went is tried for the next. Once the words of
//! a passage are known, a rolling hash of words finds every other place where they stand: a passage is said to have moved only when there is
//! one place.

use std::collections::{BTreeMap, HashMap};

use super::verify::{fingerprint, make};
use super::{Paragraph, Text};
use crate::model::Locus;

/// How many ways are remembered.
const WAYS: usize = 32;
/// How many anchors are looked for in every paragraph, at their own words, to learn a way.
const SCOUTS: usize = 64;

/// How far a passage went: paragraphs and words.
type Way = (i64, i64);

/// The places of each passage, in the order of the text.
pub(super) fn search(text: &Text, lost: &[Locus]) -> Vec<Vec<Locus>> {
    let mut seen: Vec<Option<Locus>> = vec![None; lost.len()];
    if lost.is_empty() {
        return Vec::new();
    }
    follow(text, lost, &mut seen);
    comb(text, lost, &mut seen);
    everywhere(text, &seen)
}

/// Finds passages that went as others did.
fn follow(text: &Text, lost: &[Locus], seen: &mut [Option<Locus>]) {
    let mut ways: Vec<Way> = Vec::new();
    let mut scouts = 0;
    for (locus, seen) in lost.iter().zip(seen) {
        let went = |&(paragraphs, words): &Way| at(text, locus, paragraphs, words);
        *seen = ways.iter().rev().find_map(went);
        if seen.is_none() && scouts < SCOUTS {
            scouts += 1;
            let every = 1..=text.paragraphs.len() as i64;
            *seen = every.map(|number| number - i64::from(locus.paragraph)).find_map(|away| at(text, locus, away, 0));
        }
        let way = seen.map(|place| {
            (i64::from(place.paragraph) - i64::from(locus.paragraph), i64::from(place.first) - i64::from(locus.first))
        });
        if let Some(way) = way {
            // The latest way is tried first: anchors come in the order of the text.
            ways.retain(|known| *known != way);
            ways.push(way);
            if ways.len() > WAYS {
                ways.remove(0);
            }
        }
    }
}

/// The passage so far away, if it has the fingerprint.
fn at(text: &Text, locus: &Locus, paragraphs: i64, words: i64) -> Option<Locus> {
    let moved = |number: u32, away: i64| u32::try_from(i64::from(number) + away).ok();
    let place = make(text, moved(locus.paragraph, paragraphs)?, moved(locus.first, words)?, moved(locus.last, words)?)?;
    (place.fingerprint == locus.fingerprint).then_some(place)
}

/// Hashes every window of the lengths that are still looked for.
fn comb(text: &Text, lost: &[Locus], seen: &mut [Option<Locus>]) {
    let mut lengths: BTreeMap<usize, HashMap<u32, Vec<usize>>> = BTreeMap::new();
    for (index, locus) in lost.iter().enumerate().filter(|(index, _)| seen[*index].is_none()) {
        lengths.entry(length(locus)).or_default().entry(locus.fingerprint).or_default().push(index);
    }
    let longest = text.paragraphs.iter().map(Paragraph::len).max().unwrap_or(0);
    for (length, wanted) in lengths.into_iter().take_while(|(length, _)| *length <= longest) {
        for (paragraph, number) in text.paragraphs.iter().zip(1..) {
            for first in 0..(paragraph.len() + 1).saturating_sub(length) {
                let Some(folded) = paragraph.folded(first..first + length) else { continue };
                let print = fingerprint(folded);
                for &index in wanted.get(&print).into_iter().flatten() {
                    seen[index].get_or_insert_with(|| window(number, first, length, print));
                }
            }
        }
    }
}

fn length(locus: &Locus) -> usize {
    (locus.last - locus.first) as usize + 1
}

fn window(paragraph: u32, first: usize, length: usize, fingerprint: u32) -> Locus {
    Locus { paragraph, first: first as u32 + 1, last: (first + length) as u32, fingerprint }
}

/// Every place with the words of the one that was seen, in the order of the text; none where none was seen.
pub(super) fn everywhere(text: &Text, seen: &[Option<Locus>]) -> Vec<Vec<Locus>> {
    let mut lengths: BTreeMap<usize, HashMap<u64, Vec<usize>>> = BTreeMap::new();
    let sums: Vec<Vec<u64>> = text.paragraphs.iter().map(|paragraph| sums(paragraph.words())).collect();
    for (index, place) in seen.iter().enumerate() {
        let Some(place) = place else { continue };
        let (first, length) = (place.first as usize - 1, length(place));
        let print = rolled(&sums[place.paragraph as usize - 1], first, length, power(length));
        lengths.entry(length).or_default().entry(print).or_default().push(index);
    }
    let mut places: Vec<Vec<Locus>> = vec![Vec::new(); seen.len()];
    for (length, wanted) in lengths {
        let power = power(length);
        let sieve = wanted.keys().fold(0_u64, |sieve, print| sieve | bit(*print));
        for ((paragraph, sums), number) in text.paragraphs.iter().zip(&sums).zip(1..) {
            for first in 0..sums.len().saturating_sub(length) {
                let print = rolled(sums, first, length, power);
                if sieve & bit(print) == 0 {
                    continue;
                }
                for &index in wanted.get(&print).into_iter().flatten() {
                    let Some(known) = seen[index] else { continue };
                    // Equal sums are a hint; the words decide.
                    if paragraph.folded(first..first + length) == folded(text, &known) {
                        places[index].push(window(number, first, length, known.fingerprint));
                    }
                }
            }
        }
    }
    places
}

fn folded<'t>(text: &'t Text, place: &Locus) -> Option<&'t str> {
    text.paragraph(place.paragraph)?.folded(place.first as usize - 1..place.last as usize)
}

/// The multiplier of the rolling hash: odd, so that no word is ever lost from a sum.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The rolling hash before each word and at the end, modulo 2^64.
fn sums<'w>(words: impl Iterator<Item = &'w str>) -> Vec<u64> {
    let mut sums = vec![0_u64];
    let mut sum = 0_u64;
    for word in words {
        let hash = word
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        sum = sum.wrapping_mul(BASE).wrapping_add(hash);
        sums.push(sum);
    }
    sums
}

/// The hash of some words from the sums: what comes before is taken off.
fn rolled(sums: &[u64], first: usize, length: usize, power: u64) -> u64 {
    sums[first + length].wrapping_sub(sums[first].wrapping_mul(power))
}

fn power(length: usize) -> u64 {
    (0..length).fold(1, |power: u64, _| power.wrapping_mul(BASE))
}

/// One of 64 bits, by the upper digits, which mix best.
fn bit(print: u64) -> u64 {
    1 << (print >> 58)
}
