//! Positions whose distances come close to the wanted ones: stochastic gradient descent on the stress (Zheng, Pawar and
//! Goodman 2018, doi:10.1109/TVCG.2018.2859997); for large networks over pivots only (Ortmann, Klimenta and Brandes
//! 2016, doi:10.1007/978-3-319-50106-2_15).

use rayon::prelude::*;

use super::distance::{Lengths, Matrix};
use super::geom::Point;
use super::lanes::{Column, total, totals};
use super::random::Random;
use super::{Options, Problem};

/// Up to this many nodes every pair pulls.
const ALL_PAIRS: usize = 150;
/// Beyond that every node is pulled by so many.
const PIVOTS: usize = 150;
/// Up to this many nodes what the pivots have brought about is then settled among all pairs.
const SETTLED: usize = 6_000;
/// How far beyond what is asked a node goes while they settle: it comes nearer sooner.
const BEYOND: f64 = 1.9;

/// Two nodes, how far apart they should be, and how strongly each of them heeds it.
struct Pull {
    i: usize,
    j: usize,
    length: f64,
    heed_i: f64,
    heed_j: f64,
}

/// Positions from a random start.
pub(super) fn spread(problem: &Problem, lengths: &Lengths, options: &Options, start: u64) -> Vec<Point> {
    let mut random = Random::new(options.seed.wrapping_mul(1_000_003).wrapping_add(start));
    let mut pulls = if problem.nodes.len() <= ALL_PAIRS {
        between_all(problem, &Matrix::of(lengths))
    } else {
        over_pivots(problem, lengths)
    };
    let mut at = scattered(problem, &pulls, &mut random);
    let count = problem.nodes.len();
    let settled = (ALL_PAIRS + 1..=SETTLED).contains(&count);
    // The larger, the fewer: what a sweep costs grows with the nodes, what a round costs with their square.
    let sweeps = if settled {
        (70_000 / count).clamp(10, 70)
    } else if count <= ALL_PAIRS {
        60
    } else {
        30
    };
    descend(problem, &mut pulls, &mut at, sweeps as u32, &mut random);
    if settled {
        majorize(problem, lengths, &mut at, (130_000 / count).clamp(20, 130));
    }
    at
}

/// Moves all nodes at once to where their distances from all others ask for on the average, again and again
/// (majorization; Gansner, Koren and North 2004, doi:10.1007/978-3-540-31843-9_25).
fn majorize(problem: &Problem, lengths: &Lengths, at: &mut [Point], rounds: usize) {
    let invert = |length: f64| if length > 0.0 && length.is_finite() { (1.0 / length) as f32 } else { 0.0 };
    let row = |node| Column::new(lengths.from(node).into_iter().map(invert), 0.0);
    let near: Vec<Column> = (0..at.len()).into_par_iter().map(row).collect();
    let weight: Vec<f32> = near.iter().map(|row| total([row.lanes()], |[near]| near * near)).collect();
    for _ in 0..rounds {
        let x = Column::new(at.iter().map(|p| p.x as f32), 0.0);
        let y = Column::new(at.iter().map(|p| p.y as f32), 0.0);
        let follow = |node: usize, own: &mut Point| {
            if problem.nodes[node].pin.is_some() || weight[node] <= 0.0 {
                return;
            }
            let (px, py) = (own.x as f32, own.y as f32);
            let [sum_x, sum_y] = totals([x.lanes(), y.lanes(), near[node].lanes()], |[x, y, near]| {
                let (dx, dy) = (px - x, py - y);
                let one = 1.0 / (dx * dx + dy * dy).sqrt().max(1e-3);
                [near * (near * x + dx * one), near * (near * y + dy * one)]
            });
            let asked = Point::new(f64::from(sum_x / weight[node]), f64::from(sum_y / weight[node]));
            *own = own.toward(asked, BEYOND);
        };
        at.par_iter_mut().enumerate().for_each(|(node, own)| follow(node, own));
    }
}

/// Pinned nodes where they are, all others at random around them.
fn scattered(problem: &Problem, pulls: &[Pull], random: &mut Random) -> Vec<Point> {
    let count = pulls.len().max(1) as f64;
    let size = pulls.iter().map(|p| p.length).sum::<f64>() / count;
    let pins: Vec<Point> = problem.nodes.iter().filter_map(|node| node.pin).collect();
    let middle = pins.iter().fold(Point::default(), |sum, &pin| sum + pin) * (1.0 / pins.len().max(1) as f64);
    let mut place = || middle + Point::new(random.signed(), random.signed()) * size;
    problem.nodes.iter().map(|node| node.pin.unwrap_or_else(&mut place)).collect()
}

fn between_all(problem: &Problem, wanted: &Matrix) -> Vec<Pull> {
    let pair = |i: usize, (j, &length): (usize, &f64)| {
        let heed = 1.0 / (length * length);
        Pull { i, j, length, heed_i: heed, heed_j: heed }
    };
    (0..problem.nodes.len())
        .flat_map(|i| wanted.row(i).iter().enumerate().skip(i + 1).map(move |entry| pair(i, entry)))
        .filter(|pull| pull.length.is_finite())
        .collect()
}

/// Every node to every pivot, and edges as they are. A pivot stands for the nodes nearest to it: a node heeds it as often
/// as there are such nodes within half the way.
fn over_pivots(problem: &Problem, lengths: &Lengths) -> Vec<Pull> {
    let count = problem.nodes.len();
    let mut nearest = vec![f64::INFINITY; count];
    let mut owner = vec![0; count];
    let mut rows: Vec<(usize, Vec<f64>)> = Vec::new();
    let mut pivot = 0;
    for number in 0..PIVOTS.min(count) {
        let row = lengths.from(pivot);
        for (node, &length) in row.iter().enumerate().filter(|&(_, l)| l.is_finite()) {
            if length < nearest[node] {
                (nearest[node], owner[node]) = (length, number);
            }
        }
        rows.push((pivot, row));
        let farthest = (0..count).max_by(|&a, &b| nearest[a].total_cmp(&nearest[b]).then(b.cmp(&a)));
        pivot = farthest.unwrap_or(0);
    }
    let mut pulls = Vec::new();
    for (number, (pivot, row)) in rows.iter().enumerate() {
        let mut region: Vec<f64> = (0..count).filter(|&n| owner[n] == number).map(|n| row[n]).collect();
        region.sort_by(f64::total_cmp);
        for (node, &length) in row.iter().enumerate().filter(|&(n, l)| n != *pivot && l.is_finite()) {
            let within = region.partition_point(|&l| l <= length / 2.0).max(1) as f64;
            let heed = 1.0 / (length * length);
            pulls.push(Pull { i: node, j: *pivot, length, heed_i: within * heed, heed_j: 0.0 });
        }
    }
    pulls.extend(lengths.edges().map(|(i, j, length)| {
        let heed = 1.0 / (length * length);
        Pull { i, j, length, heed_i: heed, heed_j: heed }
    }));
    pulls
}

/// Lets every pull act in random order, sweep after sweep, each time more gently.
fn descend(problem: &Problem, pulls: &mut [Pull], at: &mut [Point], sweeps: u32, random: &mut Random) {
    let most = pulls.iter().map(|p| 1.0 / p.heed_i).fold(1.0, f64::max);
    let least = pulls.iter().map(|p| 0.1 / p.heed_i).fold(most, f64::min);
    let calmer = root(least / most, sweeps - 1);
    let mut rate = most;
    for _ in 0..sweeps {
        random.shuffle(pulls);
        for pull in &*pulls {
            let (i, j) = (pull.i, pull.j);
            let mut step = at[i] - at[j];
            if step.dot(step) < 1e-6 {
                step = Point::new(0.1 * random.signed(), 0.1 + 0.1 * random.unit());
            }
            let distance = step.length();
            let step = step * ((pull.length - distance) / (2.0 * distance));
            let (free_i, free_j) = (problem.nodes[i].pin.is_none(), problem.nodes[j].pin.is_none());
            // Where one end cannot move, the other takes the whole step.
            let whole = if free_i && free_j { 1.0 } else { 2.0 };
            if free_i {
                at[i] = at[i] + step * (whole * (rate * pull.heed_i).min(1.0));
            }
            if free_j {
                at[j] = at[j] - step * (whole * (rate * pull.heed_j).min(1.0));
            }
        }
        rate *= calmer;
    }
}

/// The `n`-th root of a number between 0 and 1, by bisection: no logarithm, the same everywhere.
fn root(value: f64, n: u32) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let mid = f64::midpoint(low, high);
        let power = (0..n).fold(1.0, |p, _| p * mid);
        if power < value { low = mid } else { high = mid }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_multiplies_back() {
        assert!((root(1e-6, 6) - 0.1).abs() < 1e-9);
    }
}
