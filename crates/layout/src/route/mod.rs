//! Ties as curves: parallel ones fanned out as arcs, each bundle bent to the side where it crosses least and misses
//! foreign boxes, loops as petals on the free side of their node; all cut at the outlines.

mod moved;
mod petals;

use std::collections::BTreeSet;

use crate::bundle::{Bundle, Bundles};
use crate::curve::Curve;
use crate::geom::{Point, Rect};
use crate::line::Line;
use crate::problem::Density;
use crate::{Node, Options, Problem};

/// Rounds over all bundles.
const ROUNDS: usize = 4;
/// With more edges than this bends are compared less often, and at a glance once: each costs all other lines.
const DENSE: usize = 150;
/// With more edges than this they are compared once at all times.
const TANGLED: usize = 600;
/// From one parallel line to the next where they leave a box, in pixels: an arrowhead's breadth.
const PORT: f64 = 8.0;
/// How far, in steps of the spacing, a bundle may be bent to either side.
const BENDS: i32 = 13;
/// How far, as shares of its length, a bend may stand before or behind the middle where a line would run through a box.
const SKEWS: [f64; 7] = [0.0, 0.15, -0.15, 0.3, -0.3, 0.42, -0.42];
/// What it costs, in crossings, that a line runs through a box.
const THROUGH: f64 = 40.0;
/// What each pixel costs by which it leaves the frame.
const BEYOND: f64 = 0.4;
/// The first of these steps, as a share of the spacing.
const UNIT: f64 = 0.75;

/// All bundles as they are bent.
#[derive(Clone)]
pub(crate) struct Routes<'a> {
    router: Router<'a>,
    fans: Vec<Fan>,
    /// For each bundle, the foreign boxes that some bend of it could touch.
    blocked: Vec<Vec<usize>>,
}

/// How a bundle is bent.
#[derive(Clone, Copy, PartialEq, Default)]
struct Bend {
    /// How far the middle is shifted aside, in pixels.
    shift: f64,
    /// How far the bend stands before or behind the middle, as a share of the length.
    skew: f64,
}

/// The lines of a bundle around a common bend, from `a` to `b`.
#[derive(Clone)]
pub(crate) struct Fan {
    bend: Bend,
    /// What that costs in itself.
    price: f64,
    lines: Vec<Line>,
    /// What they span.
    bounds: Rect,
}

impl<'a> Routes<'a> {
    /// Bends bundle after bundle to where it costs least, until nothing changes.
    pub(crate) fn new(problem: &'a Problem, bundles: &'a Bundles, at: &[Point], options: &'a Options) -> Self {
        if problem.edges.len() > TANGLED || problem.density() > Density::Open {
            return Self::glance(problem, bundles, at, options);
        }
        let rounds = if problem.edges.len() > DENSE { ROUNDS / 2 } else { ROUNDS };
        Self::bent(problem, bundles, at, options, rounds, &[&SKEWS[..1], &SKEWS[1..]])
    }

    /// The same as far as it takes to judge positions.
    pub(crate) fn glance(problem: &'a Problem, bundles: &'a Bundles, at: &[Point], options: &'a Options) -> Self {
        if problem.edges.len() <= DENSE {
            return Self::new(problem, bundles, at, options);
        }
        Self::bent(problem, bundles, at, options, 1, &[&SKEWS[..1]])
    }

    fn bent(
        problem: &'a Problem,
        bundles: &'a Bundles,
        at: &[Point],
        options: &'a Options,
        rounds: usize,
        skews: &[&[f64]],
    ) -> Self {
        let rects: Vec<Rect> = problem.nodes.iter().zip(at).map(|(node, &at)| node.rect(at)).collect();
        let router = Router { problem, bundles, at: at.to_vec(), options, rects };
        let fans: Vec<Fan> = bundles.pairs.iter().map(|pair| router.fan(pair, Bend::default())).collect();
        let blocked = bundles.pairs.iter().map(|pair| router.in_reach(pair)).collect();
        let mut routes = Self { router, fans, blocked };
        if problem.density() == Density::Solid {
            routes.miss_boxes();
            return routes;
        }
        for _ in 0..rounds {
            let mut changed = false;
            for number in 0..routes.fans.len() {
                let best = routes.best(number, skews);
                changed |= best.bend != routes.fans[number].bend;
                routes.fans[number] = best;
            }
            if !changed {
                break;
            }
        }
        routes
    }

    /// Bends each bundle, whatever it crosses, as little as it takes to miss foreign boxes.
    fn miss_boxes(&mut self) {
        for number in 0..self.fans.len() {
            let wrong = |fan: &Fan| fan.price + self.router.blocked(&fan.lines, &self.blocked[number]);
            let mut least = wrong(&self.fans[number]);
            if least < THROUGH {
                continue;
            }
            let mut best = None;
            for bend in self.bends(number, &SKEWS[..1]) {
                if self.router.price(&self.router.bundles.pairs[number], bend) >= least {
                    continue;
                }
                let fan = self.fan(number, bend);
                let found = wrong(&fan);
                if found < least {
                    (least, best) = (found, Some(fan));
                }
                if least < THROUGH {
                    break;
                }
            }
            if let Some(best) = best {
                self.fans[number] = best;
            }
        }
    }

    /// The curves of all edges, in their order.
    pub(crate) fn curves(&self) -> Vec<Curve> {
        let mut curves = vec![Curve::default(); self.router.problem.edges.len()];
        for (number, pair) in self.router.bundles.pairs.iter().enumerate() {
            for (&edge, curve) in pair.edges.iter().zip(self.directed(number, &self.fans[number])) {
                curves[edge] = curve;
            }
        }
        for bundle in &self.router.bundles.loops {
            for (nth, &edge) in bundle.edges.iter().enumerate() {
                curves[edge] = self.router.petal(bundle, nth);
            }
        }
        curves
    }

    /// Where the nodes stand.
    pub(crate) fn positions(&self) -> &[Point] {
        &self.router.at
    }

    /// The edges of a bundle.
    pub(crate) fn edges(&self, number: usize) -> &'a [usize] {
        &self.router.bundles.pairs[number].edges
    }

    /// The bundles that some edges belong to, without loops.
    pub(crate) fn bundles(&self, edges: &BTreeSet<usize>) -> Vec<usize> {
        (0..self.fans.len()).filter(|&number| self.edges(number).iter().any(|edge| edges.contains(edge))).collect()
    }

    /// A bundle as it is bent: what is wrong with it, in crossings, and its curves, each in the direction of its edge.
    pub(crate) fn now(&self, number: usize) -> (f64, Vec<Curve>) {
        (self.wrong(number), self.directed(number, &self.fans[number]))
    }

    /// What is wrong with a bundle, in crossings.
    fn wrong(&self, number: usize) -> f64 {
        let fan = &self.fans[number];
        fan.price + self.cost(number, fan, f64::INFINITY)
    }

    /// All ways to bend a bundle with less than `limit` wrong, the best first.
    pub(crate) fn offers(&self, number: usize, limit: f64) -> Vec<(f64, Fan)> {
        let priced = |fan: Fan| (fan.price + self.cost(number, &fan, limit - fan.price), fan);
        let mut offers: Vec<_> =
            self.bends(number, &SKEWS[..1]).into_iter().map(|bend| self.fan(number, bend)).map(priced).collect();
        offers.retain(|(cost, _)| *cost < limit);
        offers.sort_by(|one, two| one.0.total_cmp(&two.0));
        offers
    }

    /// Bends a bundle so.
    pub(crate) fn take(&mut self, number: usize, fan: Fan) {
        self.fans[number] = fan;
    }

    /// The curves of a fan of a bundle, each in the direction of its edge.
    pub(crate) fn directed(&self, number: usize, fan: &Fan) -> Vec<Curve> {
        let pair = &self.router.bundles.pairs[number];
        let forward = |edge: usize| self.router.problem.edges[edge].from == pair.a;
        let directed = |(&edge, line): (&usize, &Line)| if forward(edge) { line.curve } else { line.curve.reversed() };
        pair.edges.iter().zip(&fan.lines).map(directed).collect()
    }

    /// How a bundle can be bent, the straighter first.
    fn bends(&self, number: usize, skews: &[f64]) -> Vec<Bend> {
        let pair = &self.router.bundles.pairs[number];
        let length = (self.router.at[pair.b] - self.router.at[pair.a]).length();
        let unit = pair.spacing(self.router.options) * UNIT;
        let steps = |nth: i32| if nth % 2 == 1 { (nth + 1) / 2 } else { -nth / 2 };
        let shifts = (0..=2 * BENDS).map(|nth| f64::from(steps(nth)) * unit);
        let near = shifts.filter(|shift| *shift == 0.0 || shift.abs() <= 0.4 * length);
        near.flat_map(|shift| skews.iter().map(move |&skew| Bend { shift, skew })).collect()
    }

    fn fan(&self, number: usize, bend: Bend) -> Fan {
        self.router.fan(&self.router.bundles.pairs[number], bend)
    }

    /// The best bend of a bundle among all the others as they are; the straighter one wins a draw.
    fn best(&self, number: usize, skews: &[&[f64]]) -> Fan {
        let mut best = (f64::INFINITY, None);
        for skews in skews {
            for bend in self.bends(number, skews) {
                let price = self.router.price(&self.router.bundles.pairs[number], bend);
                if price >= best.0 {
                    continue;
                }
                let fan = self.fan(number, bend);
                let cost = price + self.cost(number, &fan, best.0 - price);
                if cost < best.0 {
                    best = (cost, Some(fan));
                }
            }
            if best.0 < THROUGH {
                break;
            }
        }
        best.1.unwrap_or_else(|| self.fan(number, Bend::default()))
    }

    /// What a fan runs into; stops once above `limit`.
    fn cost(&self, number: usize, fan: &Fan, limit: f64) -> f64 {
        let mut cost = self.router.blocked(&fan.lines, &self.blocked[number]);
        for (other, others) in self.fans.iter().enumerate().filter(|&(other, _)| other != number) {
            if cost > limit {
                return cost;
            }
            if !fan.bounds.touches(&others.bounds) {
                continue;
            }
            let joint = self.router.joint(number, other);
            for line in &fan.lines {
                for second in &others.lines {
                    // Two lines of one node that cross could have been drawn without.
                    cost += line.crossings(second) as f64 * if joint { 1.5 } else { 1.0 };
                }
            }
        }
        cost
    }
}

#[derive(Clone)]
struct Router<'a> {
    problem: &'a Problem,
    bundles: &'a Bundles,
    at: Vec<Point>,
    options: &'a Options,
    rects: Vec<Rect>,
}

impl Router<'_> {
    /// The foreign boxes that some bend of a bundle could touch.
    fn in_reach(&self, pair: &Bundle) -> Vec<usize> {
        let far = pair.spacing(self.options) * (f64::from(BENDS) + pair.count());
        let region = Rect::spanning(self.at[pair.a], self.at[pair.b]).grown(far);
        (0..self.rects.len()).filter(|&k| k != pair.a && k != pair.b && self.rects[k].meets(&region)).collect()
    }

    /// What it costs in itself to bend a bundle: it gets longer, and its outermost line the rounder.
    fn price(&self, pair: &Bundle, Bend { shift, skew }: Bend) -> f64 {
        let length = (self.at[pair.b] - self.at[pair.a]).length();
        let spacing = pair.spacing(self.options);
        let half = spacing * (pair.count() - 1.0) / 2.0;
        let bowed = |by: f64| by * by / (length * length).max(1.0);
        skew.abs() + 0.12 * shift.abs() / (spacing * UNIT) + 10.0 * (bowed(shift.abs() + half) - bowed(half))
    }

    /// What lines run into besides other lines.
    fn blocked(&self, lines: &[Line], boxes: &[usize]) -> f64 {
        let mut cost = 0.0;
        for line in lines {
            let visible = (line.curve.end - line.curve.start).length();
            cost += ((self.options.arrow - visible) / self.options.arrow).max(0.0) * 6.0;
            for &node in boxes {
                if line.cuts(&self.rects[node].grown(4.0)) {
                    cost += if line.cuts(&self.rects[node].grown(-1.0)) { THROUGH } else { 4.0 };
                }
            }
            if let Some((width, height)) = self.options.frame {
                let frame = Rect { min: Point::default(), max: Point::new(width, height) };
                cost += if frame.covers(&line.bounds) { 0.0 } else { 20.0 + BEYOND * frame.beyond(&line.bounds) };
            }
        }
        cost
    }

    fn joint(&self, one: usize, two: usize) -> bool {
        let (p, q) = (&self.bundles.pairs[one], &self.bundles.pairs[two]);
        p.a == q.a || p.a == q.b || p.b == q.a || p.b == q.b
    }

    /// The lines of a bundle around a common bend. They leave the centre side by side, so that arrowheads do not lie on
    /// one another.
    fn fan(&self, pair: &Bundle, bend: Bend) -> Fan {
        let (start, end) = (self.at[pair.a], self.at[pair.b]);
        let normal = (end - start).unit().turned();
        let middle = (pair.count() - 1.0) / 2.0;
        let toward = (end - start).unit();
        let (port_a, port_b) = (self.port(pair.a, toward, middle), self.port(pair.b, toward * -1.0, middle));
        let line = |nth: usize| {
            let rank = nth as f64 - middle;
            let (p, q) = (rank * port_a, rank * port_b);
            let bow = bend.shift + rank * pair.spacing(self.options) - f64::midpoint(p, q);
            let curve = Curve::bowed(start + normal * p, end + normal * q, normal, bow);
            let control = curve.control + (end - start) * bend.skew;
            self.cut(Curve { control, ..curve }, pair.a, pair.b)
        };
        let lines: Vec<Line> = (0..pair.edges.len()).map(|nth| Line::new(line(nth))).collect();
        let bounds = lines.iter().fold(Rect::NOTHING, |all, line| all.union(&line.bounds));
        Fan { bend, price: self.price(pair, bend), lines, bounds }
    }

    /// How far apart the lines of a bundle are aimed at a node: an arrowhead's breadth where there is room inside the
    /// box and between the lines to other nodes.
    fn port(&self, node: usize, toward: Point, ranks: f64) -> f64 {
        let Node { width, height, .. } = self.problem.nodes[node];
        let border = (width / toward.x.abs().max(1e-3)).min(height / toward.y.abs().max(1e-3)) / 2.0;
        let inside = 0.6 * (width / toward.y.abs().max(1e-3)).min(height / toward.x.abs().max(1e-3)) / 2.0;
        let beside = |&(_, other): &(usize, usize)| {
            let second = (self.at[other] - self.at[node]).unit();
            let apart = toward.cross(second).abs();
            // The bundle itself, and what leaves on the other side, is not in the way.
            if apart < 1e-9 || toward.dot(second) < 0.0 { f64::INFINITY } else { border * apart / 2.0 }
        };
        let free = self.bundles.at[node].iter().map(beside).fold(inside, f64::min);
        PORT.min(free / ranks.max(0.5))
    }

    /// The visible part of a curve between the centres of two nodes.
    fn cut(&self, curve: Curve, a: usize, b: usize) -> Curve {
        let begin = self.exit(&curve, a);
        let finish = 1.0 - self.exit(&curve.reversed(), b);
        if begin < finish { curve.part(begin, finish) } else { curve.part(0.5, 0.5) }
    }

    /// Where a curve that begins in a node leaves it.
    fn exit(&self, curve: &Curve, node: usize) -> f64 {
        let Node { shape, width, height, .. } = self.problem.nodes[node];
        let at = self.at[node];
        curve.exit_from(|p| shape.holds(p - at, width, height), |p| shape.beyond(p - at, width, height))
    }
}
