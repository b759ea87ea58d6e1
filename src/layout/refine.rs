//! Moves that make a drawing easier to read: nodes are tried elsewhere, one at a time, and stay where crossings, lines
//! through boxes and cramped lines become fewer without the distances going wrong. Worse places are accepted now and
//! then, ever more rarely (simulated annealing, Davidson and Harel 1996, doi:10.1145/234535.234538). Only what hangs on
//! the moved node is measured, so a trial costs its ties times all ties.

use super::bundle::Bundles;
use super::distance::Matrix;
use super::geom::{Point, Rect, crosses};
use super::overlap::Room;
use super::random::Random;
use super::{Options, Problem};

/// What one crossing of two single lines costs; all other costs are measured against it.
const CROSSING: f64 = 1.0;
/// A line through a foreign box, or closer to it than [`BERTH`].
const THROUGH: f64 = 5.0;
/// The free space, in pixels, that a line should leave a foreign box.
const BERTH: f64 = 5.0;
/// A unit of stress: the squared relative error of one distance.
const STRESS: f64 = 2.5;
/// A line without room for its labels, per share of the room that lacks.
const CRAMPED: f64 = 3.0;
/// A stranger inside the rectangle of a bloc, or two blocs in one another.
const INTRUDER: f64 = 12.0;
/// Free space around the members of a bloc.
pub(super) const BLOC_MARGIN: f64 = 9.0;

/// A network while nodes are being moved.
pub(super) struct Untangle<'a> {
    problem: &'a Problem,
    bundles: &'a Bundles,
    wanted: &'a Matrix,
    /// How much the picture is stretched sideways against the wanted distances.
    stretch: f64,
    /// The space that the labels of each pair need along a line, horizontal or vertical.
    label: Vec<Point>,
    /// The two nodes of each pair, and how many lines there are.
    lines: Vec<(usize, usize, f64)>,
    /// How far apart the centres of every two nodes must be, sideways or up and down.
    apart: Vec<Point>,
    blocs: Vec<Vec<usize>>,
    at: Vec<Point>,
    /// What hangs on each node where it stands; forgotten whenever one moves.
    known: Vec<Option<f64>>,
}

impl<'a> Untangle<'a> {
    /// Starts from positions without overlaps.
    pub(super) fn new(
        problem: &'a Problem,
        bundles: &'a Bundles,
        room: &Room<'_>,
        wanted: &'a Matrix,
        options: &Options,
        at: Vec<Point>,
    ) -> Self {
        let head = options.arrow / 2.0;
        let needs = |pair: &super::bundle::Bundle| {
            let high = pair.label.1 * pair.count();
            if pair.label.0 > 0.0 { Point::new(pair.label.0 + head, high + head) } else { Point::new(head, head) }
        };
        let mut blocs = vec![Vec::new(); problem.nodes.len()];
        for (number, group) in problem.groups.iter().enumerate() {
            for &node in group {
                blocs[node].push(number);
            }
        }
        let label = bundles.pairs.iter().map(needs).collect();
        let lines = bundles.pairs.iter().map(|pair| (pair.a, pair.b, pair.count())).collect();
        let count = at.len();
        let apart = (0..count * count).map(|k| room.needed(k / count, k % count) - Point::new(1e-6, 1e-6)).collect();
        let known = vec![None; count];
        Self { problem, bundles, wanted, stretch: 1.0, label, lines, apart, blocs, at, known }
    }

    /// Stretches the picture sideways by `by` (and flattens it as much); distances are measured without that.
    pub(super) fn stretched(mut self, by: f64) -> Self {
        self.stretch *= by;
        self
    }

    /// Tries `sweeps` moves for every node, the first of them at a warmth between 0 and 1.
    pub(super) fn run(&mut self, sweeps: usize, warmth: f64, random: &mut Random) {
        let free: Vec<usize> = (0..self.at.len()).filter(|&k| self.problem.nodes[k].pin.is_none()).collect();
        if free.is_empty() || self.bundles.pairs.is_empty() {
            return;
        }
        let trials = sweeps * free.len();
        for trial in 0..trials {
            let left = warmth * (1.0 - trial as f64 / trials as f64);
            let node = free[random.below(free.len())];
            let place = self.proposal(node, left, random);
            self.attempt(node, place, 2.0 * left * left * left, random);
        }
    }

    /// What all nodes cost together: the lower, the better. Lines and distances count for both their ends.
    pub(super) fn total(&self) -> f64 {
        (0..self.at.len()).map(|node| self.cost(node, self.at[node], f64::INFINITY)).sum()
    }

    /// Where the nodes stand.
    pub(super) fn positions(&self) -> &[Point] {
        &self.at
    }

    /// A place to try: mostly nearby, ever nearer as time goes on; at times beside a neighbour or where another stands.
    fn proposal(&self, node: usize, left: f64, random: &mut Random) -> Point {
        let around = &self.bundles.at[node];
        let kind = random.unit();
        let reach = 12.0 + 160.0 * left;
        let jitter = Point::new(random.signed() * 1.4, random.signed()) * reach;
        if kind < 0.75 || around.is_empty() {
            self.at[node] + jitter * random.unit()
        } else if kind < 0.9 {
            let (_, other) = around[random.below(around.len())];
            self.at[other] + jitter
        } else {
            self.at[random.below(self.at.len())] + jitter
        }
    }

    /// Moves the node if that is better, or not worse by more than chance and warmth allow.
    fn attempt(&mut self, node: usize, place: Point, warmth: f64, random: &mut Random) {
        if !self.is_free(node, place) {
            return;
        }
        let before = self.known[node].unwrap_or_else(|| self.cost(node, self.at[node], f64::INFINITY));
        self.known[node] = Some(before);
        // A quotient in place of the exponential: the same on every machine.
        let allowed = before + warmth * (0.3 / random.unit().max(1e-9) - 0.3).min(3.0);
        if self.cost(node, place, allowed) < allowed {
            self.at[node] = place;
            self.known.fill(None);
        }
    }

    /// Whether a node has room at a place.
    fn is_free(&self, node: usize, p: Point) -> bool {
        let apart = &self.apart[node * self.at.len()..][..self.at.len()];
        let clear = |(q, apart): (&Point, &Point)| (p.x - q.x).abs() >= apart.x || (p.y - q.y).abs() >= apart.y;
        self.at.iter().zip(apart).enumerate().all(|(other, pair)| other == node || clear(pair))
    }

    /// What hangs on a node when it stands at `p`; stops once above `limit`.
    fn cost(&self, node: usize, p: Point, limit: f64) -> f64 {
        let mut cost = self.stress(node, p);
        if !self.problem.groups.is_empty() {
            cost += self.intruders(node, p);
        }
        let own = self.problem.nodes[node].rect(p).grown(BERTH);
        for &(a, b, count) in self.lines.iter().filter(|&&(a, b, _)| a != node && b != node) {
            if own.cut_by(self.at[a], self.at[b]) {
                cost += THROUGH * count;
            }
        }
        for &(number, other) in &self.bundles.at[node] {
            if cost > limit {
                return cost;
            }
            cost += self.line(number, node, p, other);
        }
        cost + self.narrow(node, p)
    }

    fn stress(&self, node: usize, p: Point) -> f64 {
        let (x, y) = (1.0 / self.stretch, self.stretch);
        let row = self.wanted.row(node);
        let mut sum = 0.0;
        for (other, &q) in self.at.iter().enumerate() {
            let wanted = row[other];
            if other != node && wanted.is_finite() {
                let step = Point::new((p.x - q.x) * x, (p.y - q.y) * y);
                let error = step.length() / wanted - 1.0;
                sum += error * error;
            }
        }
        STRESS * sum
    }

    /// The line from a node at `p` to `other`: what it crosses, what it runs through, whether labels fit.
    fn line(&self, number: usize, node: usize, p: Point, other: usize) -> f64 {
        let q = self.at[other];
        let count = self.lines[number].2;
        let (low, high) = (Point::new(p.x.min(q.x), p.y.min(q.y)), Point::new(p.x.max(q.x), p.y.max(q.y)));
        let mut crossings = 0.0;
        for &(from, to, count) in &self.lines {
            let (a, b) = (self.at[from], self.at[to]);
            let apart = a.x.max(b.x) < low.x || a.x.min(b.x) > high.x || a.y.max(b.y) < low.y || a.y.min(b.y) > high.y;
            if apart || from == node || to == node || from == other || to == other {
                continue;
            }
            if crosses(p, q, a, b) {
                crossings += count;
            }
        }
        let mut hits = 0.0;
        for (third, &at) in self.at.iter().enumerate() {
            if third != node && third != other && self.problem.nodes[third].rect(at).grown(BERTH).cut_by(p, q) {
                hits += 1.0;
            }
        }
        count * (CROSSING * crossings + THROUGH * hits) + self.cramped(number, node, p, other)
    }

    /// How much the visible part of a line lacks for its labels.
    fn cramped(&self, number: usize, node: usize, p: Point, other: usize) -> f64 {
        let step = self.at[other] - p;
        let (x, y) = (step.x.abs().max(1e-6), step.y.abs().max(1e-6));
        let (a, b) = (&self.problem.nodes[node], &self.problem.nodes[other]);
        // The share of the line that is hidden under both boxes, and the share that the labels take.
        let hidden = (a.width / (2.0 * x)).min(a.height / (2.0 * y)) + (b.width / (2.0 * x)).min(b.height / (2.0 * y));
        let labels = (self.label[number].x / x).min(self.label[number].y / y);
        let lack = hidden + labels - 1.0;
        if lack > 0.0 { CRAMPED * lack.min(3.0) * self.bundles.pairs[number].count() } else { 0.0 }
    }

    /// Pairs of lines that leave the node in nearly the same direction, so that one hides the other.
    fn narrow(&self, node: usize, p: Point) -> f64 {
        let around = &self.bundles.at[node];
        let mut cost = 0.0;
        for (k, &(_, a)) in around.iter().enumerate() {
            let to_a = (self.at[a] - p).unit();
            for &(_, b) in &around[..k] {
                let near = to_a.dot((self.at[b] - p).unit()) - 0.94;
                if near > 0.0 {
                    cost += 16.0 * near;
                }
            }
        }
        cost
    }

    /// Strangers in blocs, as far as the node has to do with it: as a stranger, and as a member.
    fn intruders(&self, node: usize, p: Point) -> f64 {
        let mut cost = 0.0;
        let own = self.problem.nodes[node].rect(p);
        let bounds: Vec<Rect> = self.problem.groups.iter().map(|group| self.bloc(group, node, p)).collect();
        for (number, bloc) in bounds.iter().enumerate() {
            if self.blocs[node].contains(&number) {
                for (other, &at) in self.at.iter().enumerate() {
                    if other != node && !self.blocs[other].contains(&number) {
                        cost += deep(bloc, &self.problem.nodes[other].rect(at));
                    }
                }
                for (second, rect) in bounds.iter().enumerate() {
                    let alien = !self.problem.groups[second].iter().any(|k| self.blocs[*k].contains(&number));
                    if alien && second != number {
                        cost += deep(bloc, rect);
                    }
                }
            } else {
                cost += deep(bloc, &own);
            }
        }
        cost
    }

    /// The rectangle of a bloc when `node` stands at `p`.
    fn bloc(&self, group: &[usize], node: usize, p: Point) -> Rect {
        let rect = |&k: &usize| self.problem.nodes[k].rect(if k == node { p } else { self.at[k] });
        group.iter().map(rect).fold(Rect::NOTHING, |all, rect| all.union(&rect)).grown(BLOC_MARGIN)
    }
}

/// What it costs that two rectangles lie in one another: a fixed price, and more the deeper.
fn deep(a: &Rect, b: &Rect) -> f64 {
    if !a.meets(b) {
        return 0.0;
    }
    let x = a.max.x.min(b.max.x) - a.min.x.max(b.min.x);
    let y = a.max.y.min(b.max.y) - a.min.y.max(b.min.y);
    INTRUDER * (1.0 + x.min(y) / 40.0)
}
