//! Ties gathered by the pair of nodes that they join: what is spaced, crossed and fanned out together.

use std::collections::BTreeMap;

use super::{Options, Problem};

/// All ties of one pair, or all loops of one node.
#[derive(Debug, Clone)]
pub(super) struct Bundle {
    /// The node with the lower number.
    pub(super) a: usize,
    /// The node with the higher number; the same for loops.
    pub(super) b: usize,
    /// The ties: those from `a` to `b` first, so that each direction has its side.
    pub(super) ties: Vec<usize>,
    /// The width of the widest label and the height of the highest.
    pub(super) label: (f64, f64),
    /// The greatest weight of a tie.
    pub(super) weight: f64,
}

impl Bundle {
    /// How far one line of the bundle stands from the next.
    pub(super) fn spacing(&self, options: &Options) -> f64 {
        options.spacing.max(self.label.1 + 2.0 * options.clearance)
    }

    /// How many ties there are.
    pub(super) fn count(&self) -> f64 {
        self.ties.len() as f64
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
    /// Gathers the ties.
    pub(super) fn of(problem: &Problem) -> Self {
        let mut by_pair: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (number, tie) in problem.ties.iter().enumerate().filter(|(_, tie)| problem.joins(tie)) {
            by_pair.entry((tie.from.min(tie.to), tie.from.max(tie.to))).or_default().push(number);
        }
        let mut bundles = Self { pairs: Vec::new(), loops: Vec::new(), at: vec![Vec::new(); problem.nodes.len()] };
        for ((a, b), mut ties) in by_pair {
            ties.sort_by_key(|&tie| problem.ties[tie].from != a);
            let all = || ties.iter().map(|&tie| &problem.ties[tie]);
            let label = all().fold((0.0_f64, 0.0_f64), |m, tie| (m.0.max(tie.label.0), m.1.max(tie.label.1)));
            let weight = all().map(|tie| tie.weight).fold(0.0, f64::max);
            let bundle = Bundle { a, b, ties, label, weight };
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

    /// Whether a tie joins the two.
    pub(super) fn joined(&self, a: usize, b: usize) -> bool {
        let (a, b) = if self.at[a].len() <= self.at[b].len() { (a, b) } else { (b, a) };
        self.at[a].iter().any(|&(_, other)| other == b)
    }
}
