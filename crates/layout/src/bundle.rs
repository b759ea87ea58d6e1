//! Ties gathered by the pair of nodes that they join: what is spaced, crossed and fanned out together.

use std::collections::BTreeMap;

use super::{Options, Problem};

/// All edges of one pair, or all loops of one node.
#[derive(Debug, Clone)]
pub(super) struct Bundle {
    /// The node with the lower number.
    pub(super) a: usize,
    /// The node with the higher number; the same for loops.
    pub(super) b: usize,
    /// The edges: those from `a` to `b` first, so that each direction has its side.
    pub(super) edges: Vec<usize>,
    /// The width of the widest label and the height of the highest.
    pub(super) label: (f64, f64),
    /// The greatest weight of an edge.
    pub(super) weight: f64,
}

impl Bundle {
    /// How far one line of the bundle stands from the next.
    pub(super) fn spacing(&self, options: &Options) -> f64 {
        options.spacing.max(self.label.1 + 2.0 * options.clearance)
    }

    /// How many edges there are.
    pub(super) fn count(&self) -> f64 {
        self.edges.len() as f64
    }
}

/// The bundles of a problem.
pub(super) struct Bundles {
    /// Bundles between two nodes, in order of their nodes.
    pub(super) pairs: Vec<Bundle>,
    /// Bundles of loops.
    pub(super) loops: Vec<Bundle>,
    /// For each node, the pairs that it takes part in, and the other node.
    pub(super) at: Vec<Vec<(usize, usize)>>,
}

impl Bundles {
    /// Gathers the edges.
    pub(super) fn of(problem: &Problem) -> Self {
        let mut by_pair: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (number, edge) in problem.edges.iter().enumerate().filter(|(_, edge)| problem.joins(edge)) {
            by_pair.entry((edge.from.min(edge.to), edge.from.max(edge.to))).or_default().push(number);
        }
        let mut bundles = Self { pairs: Vec::new(), loops: Vec::new(), at: vec![Vec::new(); problem.nodes.len()] };
        for ((a, b), mut edges) in by_pair {
            edges.sort_by_key(|&edge| problem.edges[edge].from != a);
            let all = || edges.iter().map(|&edge| &problem.edges[edge]);
            let label = all().fold((0.0_f64, 0.0_f64), |m, edge| (m.0.max(edge.label.0), m.1.max(edge.label.1)));
            let weight = all().map(|edge| edge.weight).fold(0.0, f64::max);
            let bundle = Bundle { a, b, edges, label, weight };
            if a == b {
                bundles.loops.push(bundle);
            } else {
                bundles.at[a].push((bundles.pairs.len(), b));
                bundles.at[b].push((bundles.pairs.len(), a));
                bundles.pairs.push(bundle);
            }
        }
        bundles
    }

    /// Whether an edge joins the two.
    pub(super) fn joined(&self, a: usize, b: usize) -> bool {
        let (a, b) = if self.at[a].len() <= self.at[b].len() { (a, b) } else { (b, a) };
        self.at[a].iter().any(|&(_, other)| other == b)
    }
}
