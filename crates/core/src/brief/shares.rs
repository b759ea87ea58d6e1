//! What several sides give how much of their records to: the foremost of each, and where they are farthest apart.

use std::collections::{BTreeMap, BTreeSet};

/// A part of a record, with the share that each side gives to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Share<T> {
    /// Which part.
    pub of: T,
    /// The share of each side, from 0 to 1, in the order of the sides.
    pub shares: Vec<f64>,
}

impl<T> Share<T> {
    /// The smallest and the largest share.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let least = self.shares.iter().copied().fold(f64::INFINITY, f64::min);
        (least, self.shares.iter().copied().fold(0.0, f64::max))
    }

    /// The share in the middle: of an even number of sides the mean of the two.
    #[must_use]
    pub fn median(&self) -> f64 {
        let mut sorted = self.shares.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        match sorted.len() {
            0 => 0.0,
            odd if odd % 2 == 1 => sorted[middle],
            _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
        }
    }

    /// How far apart the sides are at most.
    #[must_use]
    pub fn gap(&self) -> f64 {
        let (least, most) = self.range();
        most - least
    }

    /// The sides that are farthest apart, by their places: who gives most, who least. Of equals the first.
    #[must_use]
    pub fn farthest(&self) -> [usize; 2] {
        let places = || self.shares.iter().enumerate();
        let most = places().rev().max_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(place, _)| place);
        let least = places().min_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(place, _)| place);
        [most, least]
    }
}

/// The parts that the sides give most to, and the one to which they give most differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Foremost<T> {
    /// Of each side, what it gives most to: at most three, each with a twentieth of its record or more.
    pub of_sides: Vec<Vec<Share<T>>>,
    /// Where the sides are farthest apart; `None` if they give the same to everything.
    pub widest: Option<Share<T>>,
}

/// How many parts of a side are named at most.
const MOST: usize = 3;
/// The share below which a part is hardly named.
const LEAST: f64 = 0.05;

impl<T: Copy + Ord> Foremost<T> {
    /// From the shares of each side. Of equal parts those come first to which the other sides give more, then by the order of ids.
    #[must_use]
    pub fn of(sides: &[BTreeMap<T, f64>]) -> Self {
        let parts: BTreeSet<T> = sides.iter().flat_map(BTreeMap::keys).copied().collect();
        let share =
            |of: T| Share { of, shares: sides.iter().map(|side| side.get(&of).copied().unwrap_or(0.0)).collect() };
        let all: Vec<Share<T>> = parts.into_iter().map(share).collect();
        let of_side = |side: usize| {
            let mut named: Vec<Share<T>> = all.iter().filter(|part| part.shares[side] >= LEAST).cloned().collect();
            let sum = |part: &Share<T>| part.shares.iter().sum::<f64>();
            named.sort_by(|one, other| {
                other.shares[side].total_cmp(&one.shares[side]).then(sum(other).total_cmp(&sum(one)))
            });
            named.truncate(MOST);
            named
        };
        let widest = all.iter().rev().max_by(|one, other| one.gap().total_cmp(&other.gap())).cloned();
        Self { of_sides: (0..sides.len()).map(of_side).collect(), widest: widest.filter(|part| part.gap() > 0.0) }
    }
}
