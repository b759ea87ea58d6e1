//! Ties as curves: parallel ones fanned out as arcs, each bundle bent to the side where it crosses least and misses
//! foreign boxes, loops as petals on the free side of their node; all cut at the outlines.

use super::bundle::{Bundle, Bundles};
use super::curve::Curve;
use super::geom::{Point, Rect, crosses};
use super::{Node, Options, Problem};

/// Straight pieces that stand for a curve while bends are compared.
const COARSE: usize = 8;
/// Rounds over all bundles.
const ROUNDS: usize = 4;
/// With more ties than this bends are not compared: each bundle is fanned out around the straight line.
const MANY: usize = 1_500;
/// From one parallel line to the next where they leave a box, in pixels: an arrowhead's breadth.
const PORT: f64 = 8.0;
/// Half the breadth of a loop at its node.
const ARCH: f64 = 24.0;
/// How far, in steps of the spacing, a bundle may be bent to either side.
const BENDS: i32 = 13;

/// A curve with what is asked of it again and again.
#[derive(Clone)]
struct Line {
    curve: Curve,
    bounds: Rect,
    points: [Point; COARSE + 1],
}

impl Line {
    fn new(curve: Curve) -> Self {
        let points = std::array::from_fn(|k| curve.at(k as f64 / COARSE as f64));
        let bounds = points.iter().fold(Rect::NOTHING, |all, &p| all.union(&Rect::spanning(p, p)));
        Self { curve, bounds, points }
    }

    /// How often the two cross. A piece can only be crossed by a curve whose three points lie on both sides of it, which
    /// spares nearly all comparisons.
    fn crossings(&self, other: &Self) -> usize {
        if !self.bounds.touches(&other.bounds) {
            return 0;
        }
        let mut count = 0;
        for piece in self.points.windows(2) {
            let (from, along) = (piece[0], piece[1] - piece[0]);
            let left = |p: Point| along.cross(p - from) > 0.0;
            let side = left(other.curve.start);
            if side == left(other.curve.control) && side == left(other.curve.end) {
                continue;
            }
            let mut before = side;
            for second in other.points.windows(2) {
                let now = left(second[1]);
                if now != before && crosses(piece[0], piece[1], second[0], second[1]) {
                    count += 1;
                }
                before = now;
            }
        }
        count
    }

    fn cuts(&self, rect: &Rect) -> bool {
        self.bounds.touches(rect) && self.points.windows(2).any(|w| rect.cut_by(w[0], w[1]))
    }
}

/// The curves of all ties, in their order.
pub(super) fn curves(problem: &Problem, bundles: &Bundles, at: &[Point], options: &Options) -> Vec<Curve> {
    let mut curves = vec![Curve::default(); problem.ties.len()];
    let rects: Vec<Rect> = problem.nodes.iter().zip(at).map(|(node, &at)| node.rect(at)).collect();
    let router = Router { problem, bundles, at, options, rects };
    let mut lines: Vec<Vec<Line>> = bundles.pairs.iter().map(|pair| router.fan(pair, 0.0)).collect();
    if problem.ties.len() <= MANY {
        router.bend(&mut lines);
    }
    for (pair, lines) in bundles.pairs.iter().zip(&lines) {
        for (&tie, line) in pair.ties.iter().zip(lines) {
            let forward = problem.ties[tie].from == pair.a;
            curves[tie] = if forward { line.curve } else { line.curve.reversed() };
        }
    }
    for bundle in &bundles.loops {
        for (nth, &tie) in bundle.ties.iter().enumerate() {
            curves[tie] = router.petal(bundle, nth);
        }
    }
    curves
}

struct Router<'a> {
    problem: &'a Problem,
    bundles: &'a Bundles,
    at: &'a [Point],
    options: &'a Options,
    rects: Vec<Rect>,
}

impl Router<'_> {
    /// Bends bundle after bundle to where it costs least, until nothing changes.
    fn bend(&self, lines: &mut [Vec<Line>]) {
        let blocked: Vec<Vec<usize>> = self.bundles.pairs.iter().map(|pair| self.in_reach(pair)).collect();
        let mut bends = vec![0; lines.len()];
        for _ in 0..ROUNDS {
            let mut changed = false;
            for number in 0..lines.len() {
                let (bend, fan) = self.best(number, &blocked[number], lines);
                changed |= bend != bends[number];
                (bends[number], lines[number]) = (bend, fan);
            }
            if !changed {
                break;
            }
        }
    }

    /// The foreign boxes that some bend of a bundle could touch.
    fn in_reach(&self, pair: &Bundle) -> Vec<usize> {
        let far = pair.spacing(self.options) * (f64::from(BENDS) + pair.count());
        let region = Rect::spanning(self.at[pair.a], self.at[pair.b]).grown(far);
        (0..self.rects.len()).filter(|&k| k != pair.a && k != pair.b && self.rects[k].meets(&region)).collect()
    }

    /// The best bend of a bundle among all the others as they are, and its curves.
    fn best(&self, number: usize, blocked: &[usize], lines: &[Vec<Line>]) -> (i32, Vec<Line>) {
        let pair = &self.bundles.pairs[number];
        let length = (self.at[pair.b] - self.at[pair.a]).length();
        let unit = pair.spacing(self.options) * 0.75;
        let half = pair.spacing(self.options) * (pair.count() - 1.0) / 2.0;
        let mut best = (f64::INFINITY, 0, Vec::new());
        for nth in 0..=2 * BENDS {
            // 0, 1, -1, 2, -2, ...: the straighter one wins a tie.
            let bend = if nth % 2 == 1 { (nth + 1) / 2 } else { -nth / 2 };
            let shift = f64::from(bend) * unit;
            let bowed = |by: f64| by * by / (length * length).max(1.0);
            let price = 0.12 * f64::from(bend.abs()) + 10.0 * (bowed(shift.abs() + half) - bowed(half));
            if price >= best.0 || (bend != 0 && shift.abs() > 0.4 * length) {
                continue;
            }
            let fan = self.fan(pair, shift);
            let cost = price + self.cost(number, &fan, blocked, lines, best.0 - price);
            if cost < best.0 {
                best = (cost, bend, fan);
            }
        }
        (best.1, best.2)
    }

    /// What a fan runs into; stops once above `limit`.
    fn cost(&self, number: usize, fan: &[Line], blocked: &[usize], lines: &[Vec<Line>], limit: f64) -> f64 {
        let mut cost = 0.0;
        for line in fan {
            let visible = (line.curve.end - line.curve.start).length();
            cost += ((self.options.arrow - visible) / self.options.arrow).max(0.0) * 6.0;
            for &node in blocked {
                if line.cuts(&self.rects[node].grown(4.0)) {
                    cost += if line.cuts(&self.rects[node].grown(-1.0)) { 40.0 } else { 4.0 };
                }
            }
            if let Some((width, height)) = self.options.frame {
                let frame = Rect { min: Point::default(), max: Point::new(width, height) };
                cost += if frame.covers(&line.bounds) { 0.0 } else { 20.0 };
            }
        }
        for (other, others) in lines.iter().enumerate().filter(|&(other, _)| other != number) {
            if cost > limit {
                return cost;
            }
            let joint = self.joint(number, other);
            for line in fan {
                for second in others {
                    // Two lines of one node that cross could have been drawn without.
                    cost += line.crossings(second) as f64 * if joint { 1.5 } else { 1.0 };
                }
            }
        }
        cost
    }

    fn joint(&self, one: usize, two: usize) -> bool {
        let (p, q) = (&self.bundles.pairs[one], &self.bundles.pairs[two]);
        p.a == q.a || p.a == q.b || p.b == q.a || p.b == q.b
    }

    /// The curves of a bundle around a common bend, from `a` to `b`. They leave the centre side by side, so that
    /// arrowheads do not lie on one another.
    fn fan(&self, pair: &Bundle, shift: f64) -> Vec<Line> {
        let (start, end) = (self.at[pair.a], self.at[pair.b]);
        let normal = (end - start).unit().turned();
        let middle = (pair.count() - 1.0) / 2.0;
        let toward = (end - start).unit();
        let (port_a, port_b) = (self.port(pair.a, toward, middle), self.port(pair.b, toward * -1.0, middle));
        let line = |nth: usize| {
            let rank = nth as f64 - middle;
            let (p, q) = (rank * port_a, rank * port_b);
            let bow = shift + rank * pair.spacing(self.options) - f64::midpoint(p, q);
            self.cut(Curve::bowed(start + normal * p, end + normal * q, normal, bow), pair.a, pair.b)
        };
        (0..pair.ties.len()).map(|nth| Line::new(line(nth))).collect()
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
        let begin = curve.exit(|p| self.inside(a, p));
        let finish = 1.0 - curve.reversed().exit(|p| self.inside(b, p));
        if begin < finish { curve.part(begin, finish) } else { curve.part(0.5, 0.5) }
    }

    fn inside(&self, node: usize, p: Point) -> bool {
        let Node { shape, width, height, .. } = self.problem.nodes[node];
        shape.holds(p - self.at[node], width, height)
    }

    /// The `nth` loop of a node: an arch over the side that fewest lines leave by and where no box is in the way; the
    /// next loops take the next sides, and from the fifth on arch over the first.
    fn petal(&self, bundle: &Bundle, nth: usize) -> Curve {
        let mut sides: Vec<(f64, Curve)> = [(0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0)]
            .into_iter()
            .map(|(x, y)| {
                let arch = self.arch(bundle, Point::new(x, y), nth / 4);
                (self.bustle(bundle.a, Point::new(x, y), &arch), arch)
            })
            .collect();
        sides.sort_by(|a, b| a.0.total_cmp(&b.0));
        sides[nth % 4].1
    }

    /// How much stands in the way of an arch: lines that leave by that side, and foreign boxes.
    fn bustle(&self, node: usize, out: Point, arch: &Curve) -> f64 {
        let toward = |&(_, other): &(usize, usize)| (self.at[other] - self.at[node]).unit().dot(out).max(0.0);
        let lines: f64 = self.bundles.at[node].iter().map(toward).sum();
        let bounds = arch.bounds();
        let boxes = self.rects.iter().enumerate().filter(|&(k, rect)| k != node && rect.meets(&bounds)).count();
        lines + 10.0 * boxes as f64
    }

    /// An arch over one side of a node; higher ones leave room for the labels of lower ones.
    fn arch(&self, bundle: &Bundle, out: Point, level: usize) -> Curve {
        let node = &self.problem.nodes[bundle.a];
        let centre = self.at[bundle.a];
        let along = out.turned();
        let half = (out.x * node.width / 2.0).abs() + (out.y * node.height / 2.0).abs();
        let breadth = (along.x * node.width / 2.0).abs() + (along.y * node.height / 2.0).abs();
        let foot = along * (0.9 * breadth).min(ARCH);
        let rise = self.options.arrow + level as f64 * bundle.spacing(self.options);
        // Both legs start inside the outline; the arch rises half as far as its control point.
        let top = centre + out * (2.0 * (half + rise));
        self.cut_loop(Curve { start: centre - foot, control: top, end: centre + foot }, bundle.a)
    }

    fn cut_loop(&self, curve: Curve, node: usize) -> Curve {
        let begin = curve.exit(|p| self.inside(node, p));
        let finish = 1.0 - curve.reversed().exit(|p| self.inside(node, p));
        if begin < finish { curve.part(begin, finish) } else { curve }
    }
}
