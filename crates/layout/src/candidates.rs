//! Pictures that may become the drawing, judged at a glance: as they are, with more room, and with nodes stepped aside
//! that lines run through.

use rayon::prelude::*;

use super::bundle::Bundles;
use super::geom::Point;
use super::labels::{Labels, ROUGH};
use super::overlap::Room;
use super::problem::Density;
use super::quality::{Quality, judged};
use super::route::Routes;
use super::{Options, Placement, Problem};

/// How often a node is stepped aside.
const STEPS: usize = 8;
/// How far, in pixels.
const STRIDE: f64 = 22.0;
/// Of how many nodes one is stepped aside each time.
const CHOICE: usize = 6;
/// How many of these steps, those by which lines gain most, are judged with their labels.
const JUDGED: usize = 4;

/// What it takes to judge candidates.
pub(super) struct Judge<'a> {
    pub(super) problem: &'a Problem,
    pub(super) bundles: &'a Bundles,
    pub(super) room: &'a Room<'a>,
    pub(super) options: &'a Options,
}

/// Positions, and what would be wrong with their drawing.
pub(super) struct Candidate<'a> {
    routes: Routes<'a>,
    found: Quality,
    price: f64,
    /// The nodes that lines run through, each once.
    struck: Vec<usize>,
}

impl<'a> Judge<'a> {
    /// A candidate as far as a glance tells: few places are tried for each label.
    pub(super) fn glance(&self, nodes: &[Point]) -> Candidate<'a> {
        self.labelled(Routes::glance(self.problem, self.bundles, nodes, self.options))
    }

    /// The candidate that has these lines.
    fn labelled(&self, routes: Routes<'a>) -> Candidate<'a> {
        let nodes = routes.positions().to_vec();
        let labels = Labels::new(self.problem, &nodes, &routes.curves(), self.options, ROUGH);
        let drawing = Placement { edges: labels.routes(), nodes, ..Placement::default() };
        let (found, mut struck) = judged(self.problem, &drawing);
        struck.sort_unstable();
        struck.dedup();
        Candidate { price: price(&found), found, struck, routes }
    }

    /// The candidates that are worth drawing with care, `count` at most: the best ones, also of what more room and steps
    /// aside make of the best of all.
    pub(super) fn promising(&self, mut all: Vec<Candidate<'a>>, count: usize) -> Vec<Candidate<'a>> {
        sort(&mut all);
        if self.problem.density() < Density::Solid
            && !self.problem.is_pinned()
            && all.first().is_some_and(|best| !best.is_fine())
        {
            if self.options.page.is_none() {
                all.extend(self.wider(&all[0]));
                sort(&mut all);
            }
            self.step_aside(&mut all);
        }
        all.truncate(count);
        all
    }

    /// Adds what steps aside make of the best, as long as it gets better by them.
    fn step_aside(&self, all: &mut Vec<Candidate<'a>>) {
        // A step could lead into a bloc.
        let varied = self.problem.density() == Density::Open && self.problem.groups.is_empty();
        let steps = if varied { STEPS } else { 0 };
        for _ in 0..steps {
            let before = all[0].price;
            all.extend(self.aside(&all[0]));
            sort(all);
            if all[0].price >= before {
                break;
            }
        }
    }

    /// The same with more room.
    fn wider(&self, of: &Candidate<'a>) -> Vec<Candidate<'a>> {
        let wider = |steps: u32| {
            let (x, y) = (1.0 + 0.05 * f64::from(steps), 1.0 + 0.04 * f64::from(steps));
            let nodes: Vec<Point> = of.nodes().iter().map(|at| Point::new(at.x * x, at.y * y)).collect();
            self.glance(&nodes)
        };
        let steps: &[u32] = match self.problem.density() {
            Density::Open => &[1, 2, 3, 4, 5, 6],
            _ => &[6],
        };
        steps.par_iter().map(|&steps| wider(steps)).collect()
    }

    /// The same with one of the nodes that are run through a step aside.
    fn aside(&self, of: &Candidate<'a>) -> Vec<Candidate<'a>> {
        let ways =
            [(1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7)];
        let steps = ways.map(|(x, y)| Point::new(x, y) * STRIDE);
        let nodes = of.struck.iter().take(CHOICE);
        let tries: Vec<(usize, Point)> =
            nodes.flat_map(|&node| steps.map(|step| (node, of.nodes()[node] + step))).collect();
        let is_free = |&(node, to): &(usize, Point)| {
            self.options.has_room_for(&self.problem.nodes[node].rect(to))
                && (0..of.nodes().len())
                    .all(|other| other == node || self.room.free(node, to, other, of.nodes()[other]))
        };
        let moved = |(node, to): (usize, Point)| of.routes.moved(node, to);
        let mut moves: Vec<(f64, Routes<'a>)> = tries.into_par_iter().filter(is_free).map(moved).collect();
        moves.sort_by(|one, two| two.0.total_cmp(&one.0));
        moves.truncate(JUDGED);
        moves.into_par_iter().map(|(_, routes)| self.labelled(routes)).collect()
    }
}

impl Candidate<'_> {
    /// Where the nodes stand.
    pub(super) fn nodes(&self) -> &[Point] {
        self.routes.positions()
    }

    fn is_fine(&self) -> bool {
        let Quality { through, label_on_label, label_on_node, label_on_line, ambiguous, .. } = self.found;
        through + label_on_label + label_on_node + ambiguous + label_on_line / 4 == 0
    }
}

/// The best first; equals keep their order, so that it does not matter how many processors there are.
fn sort(all: &mut [Candidate<'_>]) {
    all.sort_by(|a, b| a.price.total_cmp(&b.price));
}

/// What is wrong with a drawing, in crossings.
pub(super) fn price(found: &Quality) -> f64 {
    let count = |n: usize, weight: f64| n as f64 * weight;
    count(found.crossings, 1.0)
        + count(found.through, 25.0)
        + count(found.label_on_label + found.label_on_node, 12.0)
        + count(found.label_on_line, 6.0)
        + count(found.ambiguous, 5.0)
        + 100.0 * found.stress
        + 1.0 * found.area
}
