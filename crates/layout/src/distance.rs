//! How far apart two nodes should stand: lengths of edges that leave room for boxes and labels, and shortest paths over
//! them (Dijkstra) for all other pairs.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::bundle::{Bundle, Bundles};
use super::geom::Point;
use super::{Options, Problem};

/// Path lengths are whole numbers of this share of a pixel, so that they order without doubt.
const SHARE: f64 = 64.0;

/// With more nodes than this all edges are wanted equally long: nobody reads the labels of so many.
const EACH: usize = 150;

/// The network with the wanted length of every edge.
pub(super) struct Lengths {
    neighbours: Vec<Vec<(usize, u64)>>,
    blocs: Vec<Vec<usize>>,
    /// The length of every edge, where there are so many that they are not told apart.
    even: Option<u64>,
}

impl Lengths {
    /// The wanted lengths of a problem.
    pub(super) fn of(problem: &Problem, bundles: &Bundles, options: &Options) -> Self {
        let mut neighbours = vec![Vec::new(); problem.nodes.len()];
        let mut join = |a: usize, b: usize, length: f64| {
            let length = (length * SHARE) as u64;
            neighbours[a].push((b, length));
            neighbours[b].push((a, length));
        };
        // Lines need room: the more of them there are to a node, the wider the picture.
        let ties_a_node = 2.0 * bundles.pairs.len() as f64 / problem.nodes.len().max(1) as f64;
        let airy = (0.4 + 0.19 * ties_a_node).clamp(1.0, 2.5);
        for pair in &bundles.pairs {
            join(pair.a, pair.b, airy * wanted(problem, bundles, pair, options));
        }
        let mut blocs = vec![Vec::new(); problem.nodes.len()];
        for (number, group) in problem.groups.iter().enumerate() {
            for &node in group {
                blocs[node].push(number);
            }
            // Members without an edge between them hang together all the same.
            for two in group.windows(2) {
                join(two[0], two[1], 2.5 * usual(problem, two[0], two[1], options));
            }
        }
        let all: Vec<u64> = neighbours.iter().flatten().map(|&(_, length)| length).collect();
        let even = (problem.nodes.len() > EACH).then(|| all.iter().sum::<u64>() / all.len().max(1) as u64);
        Self { neighbours, blocs, even }
    }

    /// The wanted distance of every node from `source`; infinite where no path leads.
    pub(super) fn from(&self, source: usize) -> Vec<f64> {
        let best = self.even.map_or_else(|| self.shortest(source), |length| self.steps(source, length));
        let pixels = |(node, &length): (usize, &u64)| match length {
            u64::MAX => f64::INFINITY,
            _ => length as f64 / SHARE * self.kinship(source, node),
        };
        best.iter().enumerate().map(pixels).collect()
    }

    /// Paths over edges of one length: breadth first.
    fn steps(&self, source: usize, length: u64) -> Vec<u64> {
        let mut best = vec![u64::MAX; self.neighbours.len()];
        best[source] = 0;
        let mut reached = vec![source];
        let mut next = 0;
        while let Some(&node) = reached.get(next) {
            next += 1;
            for &(other, _) in &self.neighbours[node] {
                if best[other] == u64::MAX {
                    best[other] = best[node] + length;
                    reached.push(other);
                }
            }
        }
        best
    }

    /// Shortest paths (Dijkstra).
    fn shortest(&self, source: usize) -> Vec<u64> {
        let mut best = vec![u64::MAX; self.neighbours.len()];
        let mut queue = BinaryHeap::from([Reverse((0, source))]);
        best[source] = 0;
        while let Some(Reverse((length, node))) = queue.pop() {
            if length > best[node] {
                continue;
            }
            for &(other, step) in &self.neighbours[node] {
                if length + step < best[other] {
                    best[other] = length + step;
                    queue.push(Reverse((length + step, other)));
                }
            }
        }
        best
    }

    /// Every wanted length between two nodes that are joined, once.
    pub(super) fn edges(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let of = move |(a, all): (usize, &Vec<(usize, u64)>)| {
            let later = all.iter().filter(move |&&(b, _)| b > a);
            later.map(move |&(b, length)| (a, b, self.even.unwrap_or(length) as f64 / SHARE)).collect::<Vec<_>>()
        };
        self.neighbours.iter().enumerate().flat_map(of)
    }

    /// Members of one bloc stand closer, members of different ones further apart.
    fn kinship(&self, a: usize, b: usize) -> f64 {
        let (of_a, of_b) = (&self.blocs[a], &self.blocs[b]);
        if of_a.is_empty() && of_b.is_empty() {
            1.0
        } else if of_a.iter().any(|bloc| of_b.contains(bloc)) {
            0.8
        } else if of_a.is_empty() || of_b.is_empty() {
            1.1
        } else {
            1.25
        }
    }
}

/// The length of an edge: half of both boxes, room for the widest label, for parallel lines, and for the other edges of
/// busy nodes.
fn wanted(problem: &Problem, bundles: &Bundles, pair: &Bundle, options: &Options) -> f64 {
    let busy = (bundles.at[pair.a].len() * bundles.at[pair.b].len()) as f64;
    let room = 0.75 * pair.label.0 + 8.0 * (pair.count() - 1.0);
    let length = usual(problem, pair.a, pair.b, options) + room + 4.0 * busy.sqrt().min(8.0);
    length / pair.weight.sqrt().clamp(0.7, 1.5)
}

/// Two boxes side by side, with room for an arrow.
fn usual(problem: &Problem, a: usize, b: usize, options: &Options) -> f64 {
    let half = |k: usize| (problem.nodes[k].width + problem.nodes[k].height) / 4.0;
    half(a) + half(b) + options.arrow
}

/// A square of numbers.
pub(super) struct Matrix {
    size: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// All wanted distances.
    pub(super) fn of(lengths: &Lengths) -> Self {
        let size = lengths.neighbours.len();
        Self { size, values: (0..size).flat_map(|source| lengths.from(source)).collect() }
    }

    /// The distances that nodes at these places have.
    pub(super) fn between(at: &[Point]) -> Self {
        Self {
            size: at.len(),
            values: at.iter().flat_map(|&one| at.iter().map(move |&other| (other - one).length())).collect(),
        }
    }

    /// The same distances, all so many times as long.
    pub(super) fn scaled(mut self, by: f64) -> Self {
        self.values.iter_mut().for_each(|value| *value *= by);
        self
    }

    /// The distances from `row`.
    pub(super) fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.size..(row + 1) * self.size]
    }
}
