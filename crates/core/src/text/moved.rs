//! Where passages stand that are not where their anchors say.
//!
//! An anchor knows a passage by BLAKE3 alone, so that each window of its length would have to be hashed. Mostly many
//! anchors moved the same way (a paragraph came in, a word was put before), so the way that one went is tried for the next. Once the words of
//! a passage are known, a rolling hash of words finds every other place where they stand: a passage is said to have moved only when there is
//! one place.

use std::collections::{BTreeMap, HashMap};

use super::make::{fingerprint, make};
use super::{Paragraph, Text};
use crate::model::Selector;

/// How many anchors are looked for where passages mostly go, to learn a way.
const SCOUTS: usize = 8;
/// How many words further on or back such a one is looked for in its own paragraph.
const NEAR: i64 = 100;
/// So many places of the same words are told; that there are more makes none of them likelier.
pub(super) const MOST_PLACES: usize = 100;
/// So many words are hashed at most where passages are looked for everywhere: a second's work. The longest are left first.
const MOST_HASHED: usize = 1 << 29;
/// How many ways are tried.
const WAYS: usize = 100;

/// How far a passage went: paragraphs and words.
type Way = (i64, i64);

/// Anchors, and where their passages were seen.
struct Search<'t> {
    text: &'t Text,
    lost: &'t [Selector],
    seen: Vec<Option<Selector>>,
    /// The ways that passages went, and how many of them were tried for the others.
    ways: Vec<Way>,
    tried: usize,
    /// From this length on passages were not looked for everywhere, if some were too long.
    too_long: Option<usize>,
}

/// The places of each passage, in the order of the text; `None` if it was too long to be looked for and was not come upon.
pub(super) fn search(text: &Text, lost: &[Selector]) -> Vec<Option<Vec<Selector>>> {
    if lost.is_empty() {
        return Vec::new();
    }
    let mut search = Search { text, lost, seen: vec![None; lost.len()], ways: Vec::new(), tried: 0, too_long: None };
    search.scout();
    search.follow();
    search.comb();
    let places = everywhere(text, &search.seen).into_iter().zip(lost);
    let left = |selector: &Selector| search.too_long.is_some_and(|least| length(selector) >= least);
    places.map(|(places, selector)| (!places.is_empty() || !left(selector)).then_some(places)).collect()
}

impl Search<'_> {
    fn see(&mut self, index: usize, place: Selector) {
        let selector = self.lost[index];
        let away = |now: u32, then: u32| i64::from(now) - i64::from(then);
        let way = (away(place.paragraph, selector.paragraph), away(place.first, selector.first));
        self.seen[index] = Some(place);
        if !self.ways.contains(&way) && self.ways.len() < WAYS {
            self.ways.push(way);
        }
    }

    /// Looks for a few passages at their own words in every paragraph, and near their place in their own: mostly paragraphs or
    /// words came in or went.
    fn scout(&mut self) {
        for index in (0..self.lost.len()).step_by(self.lost.len().div_ceil(SCOUTS)) {
            let selector = self.lost[index];
            let every = 1..=self.text.paragraphs.len() as i64;
            let elsewhere = every.map(|number| (number - i64::from(selector.paragraph), 0));
            let near = (-NEAR..=NEAR).map(|words| (0, words));
            let place = elsewhere.chain(near).find_map(|way| at(self.text, &selector, way));
            if let Some(place) = place {
                self.see(index, place);
            }
        }
    }

    /// Finds passages that went as others did.
    fn follow(&mut self) {
        while let Some(&way) = self.ways.get(self.tried) {
            self.tried += 1;
            for index in 0..self.lost.len() {
                if self.seen[index].is_none() {
                    self.seen[index] = at(self.text, &self.lost[index], way);
                }
            }
        }
    }

    /// The first of some lengths, in their order, for which there is no time after those before it.
    fn too_long<'l>(&self, mut lengths: impl Iterator<Item = &'l usize>) -> Option<usize> {
        let windows = |length: usize| -> usize {
            self.text.paragraphs.iter().map(|paragraph| (paragraph.len() + 1).saturating_sub(length)).sum()
        };
        let mut hashed = 0_usize;
        let over = |length: &&usize| {
            hashed = hashed.saturating_add(windows(**length).saturating_mul(**length));
            hashed > MOST_HASHED
        };
        lengths.find(over).copied()
    }

    /// Hashes every window of the lengths that are still looked for; what is found shows a way to others.
    fn comb(&mut self) {
        let mut lengths: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, selector) in self.lost.iter().enumerate().filter(|(index, _)| self.seen[*index].is_none()) {
            lengths.entry(length(selector)).or_default().push(index);
        }
        let longest = self.text.paragraphs.iter().map(Paragraph::len).max().unwrap_or(0);
        self.too_long = self.too_long(lengths.keys());
        if let Some(least) = self.too_long {
            lengths.retain(|length, _| *length < least);
        }
        // Longer passages are surer to be the only ones: they show the way to shorter ones.
        for (length, indices) in lengths.into_iter().rev().filter(|(length, _)| *length <= longest) {
            let mut wanted: HashMap<u32, Vec<usize>> = HashMap::new();
            for index in indices.into_iter().filter(|index| self.seen[*index].is_none()) {
                wanted.entry(self.lost[index].fingerprint).or_default().push(index);
            }
            if wanted.is_empty() {
                continue;
            }
            for (index, place) in windows(self.text, length, &wanted) {
                if self.seen[index].is_none() {
                    self.see(index, place);
                }
            }
            self.follow();
        }
    }
}

/// The windows of some length that have wanted fingerprints, with who wants them.
fn windows(text: &Text, length: usize, wanted: &HashMap<u32, Vec<usize>>) -> Vec<(usize, Selector)> {
    let mut found = Vec::new();
    for (paragraph, number) in text.paragraphs.iter().zip(1..) {
        for first in 0..(paragraph.len() + 1).saturating_sub(length) {
            let print = paragraph.folded(first..first + length).map(fingerprint);
            let wanting = print.and_then(|print| wanted.get(&print)).into_iter().flatten();
            found.extend(wanting.map(|index| (*index, window(number, first, length, print.unwrap_or_default()))));
        }
    }
    found
}

/// The passage so far away, if it has the fingerprint.
fn at(text: &Text, selector: &Selector, (paragraphs, words): Way) -> Option<Selector> {
    let moved = |number: u32, away: i64| u32::try_from(i64::from(number) + away).ok();
    let place = make(
        text,
        moved(selector.paragraph, paragraphs)?,
        moved(selector.first, words)?,
        moved(selector.last, words)?,
    )?;
    (place.fingerprint == selector.fingerprint).then_some(place)
}

fn length(selector: &Selector) -> usize {
    (selector.last - selector.first) as usize + 1
}

fn window(paragraph: u32, first: usize, length: usize, fingerprint: u32) -> Selector {
    Selector { paragraph, first: first as u32 + 1, last: (first + length) as u32, fingerprint }
}

/// The places with the words of the one that was seen, in the order of the text, but no more than [`MOST_PLACES`]; none where none was
/// seen.
pub(super) fn everywhere(text: &Text, seen: &[Option<Selector>]) -> Vec<Vec<Selector>> {
    let sums: Vec<Vec<u64>> = text.paragraphs.iter().map(|paragraph| sums(paragraph.words())).collect();
    // Passages of the same words are looked for once, by the first of them.
    let mut lengths: BTreeMap<usize, HashMap<u64, Vec<usize>>> = BTreeMap::new();
    let mut first_of: Vec<Option<usize>> = Vec::with_capacity(seen.len());
    for (index, place) in seen.iter().enumerate() {
        let first = place.map(|place| {
            let (first, length) = (place.first as usize - 1, length(&place));
            let print = rolled(&sums[place.paragraph as usize - 1], first, length, power(length));
            let alike = lengths.entry(length).or_default().entry(print).or_default();
            let same = |other: &&usize| seen[**other].is_some_and(|other| folded(text, &other) == folded(text, &place));
            alike.iter().find(same).copied().unwrap_or_else(|| {
                alike.push(index);
                index
            })
        });
        first_of.push(first);
    }
    let mut places: Vec<Vec<Selector>> = vec![Vec::new(); seen.len()];
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
                    let Some(known) = seen[index].filter(|_| places[index].len() < MOST_PLACES) else { continue };
                    // Equal sums are a hint; the words decide.
                    if paragraph.folded(first..first + length) == folded(text, &known) {
                        places[index].push(window(number, first, length, known.fingerprint));
                    }
                }
            }
        }
    }
    first_of.into_iter().map(|first| first.map_or_else(Vec::new, |first| places[first].clone())).collect()
}

fn folded<'t>(text: &'t Text, place: &Selector) -> Option<&'t str> {
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
