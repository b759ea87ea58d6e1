//! Moves that make a drawing easier to read: nodes are tried elsewhere, one or two at a time, and stay where crossings,
//! lines through boxes and cramped lines become fewer without the distances going wrong. Worse places are accepted now
//! and then, ever more rarely (simulated annealing, Davidson and Harel 1996, doi:10.1145/234535.234538).

use super::Problem;
use super::cost::{Field, Spot};
use super::geom::Point;
use super::random::Random;

/// How much worse, in crossings, a move may be at first.
const HOTTEST: f32 = 12.0;
/// How many of the moves let two nodes change places.
const EXCHANGES: f64 = 0.25;

/// A network while nodes are being moved.
pub(super) struct Untangle<'a> {
    problem: &'a Problem,
    field: Field<'a>,
    free: Vec<usize>,
    /// What hangs on each node where it stands; forgotten whenever one moves.
    known: Vec<Option<f32>>,
    /// Where nodes stood that may only step aside; nothing if they may go anywhere, and change places.
    homes: Vec<Spot>,
}

/// How far from where it stood a node may step aside, in pixels.
const NEAR: f32 = 70.0;

impl<'a> Untangle<'a> {
    /// Starts from a field without overlaps.
    pub(super) fn new(problem: &'a Problem, field: Field<'a>) -> Self {
        let free = (0..problem.nodes.len()).filter(|&k| problem.nodes[k].pin.is_none()).collect();
        Self { problem, field, free, known: vec![None; problem.nodes.len()], homes: Vec::new() }
    }

    /// From now on nodes only step aside: everybody stays about where it is.
    pub(super) fn stay_near(&mut self) {
        self.homes = (0..self.known.len()).map(|node| self.field.spot(node)).collect();
    }

    /// From now on lines through boxes and through labels cost as much as they are disliked: a sketch may still have them.
    pub(super) fn finish(&mut self) {
        self.field.block();
        self.known.fill(None);
    }

    /// Tries `sweeps` moves for every node, the first of them at a warmth between 0 and 1.
    pub(super) fn run(&mut self, sweeps: usize, warmth: f32, random: &mut Random) {
        if self.free.is_empty() {
            return;
        }
        let trials = sweeps * self.free.len();
        for trial in 0..trials {
            let left = warmth * (1.0 - trial as f32 / trials as f32);
            let node = self.free[random.below(self.free.len())];
            let warmth = HOTTEST * (left * left) * (left * left);
            if self.homes.is_empty() && random.unit() < EXCHANGES {
                let other = self.free[random.below(self.free.len())];
                self.exchange(node, other, warmth, random);
            } else {
                let place = self.proposal(node, left, random);
                self.attempt(node, place, warmth, random);
            }
        }
    }

    /// What all nodes cost together: the lower, the better. Lines and distances count for both their ends.
    pub(super) fn total(&mut self) -> f32 {
        (0..self.known.len()).map(|node| self.field.cost(node, f32::INFINITY)).sum()
    }

    /// Where the nodes stand.
    pub(super) fn positions(&self) -> Vec<Point> {
        let stand = |(k, node): (usize, &super::Node)| node.pin.unwrap_or_else(|| self.field.point(k));
        self.problem.nodes.iter().enumerate().map(stand).collect()
    }

    /// A place to try: mostly nearby, ever nearer as time goes on; at times beside a neighbour or where another stands.
    fn proposal(&self, node: usize, left: f32, random: &mut Random) -> Spot {
        let around = self.field.around(node);
        let kind = random.unit();
        let reach = 12.0 + 160.0 * left;
        let mut signed = || random.signed() as f32;
        let jitter = Spot { x: signed() * 1.4 * reach, y: signed() * reach };
        let (base, share) = if kind < 0.75 || around.is_empty() || !self.homes.is_empty() {
            (node, random.unit() as f32)
        } else if kind < 0.9 {
            (around[random.below(around.len())].1, 1.0)
        } else {
            (random.below(self.known.len()), 1.0)
        };
        let base = self.field.spot(base);
        Spot { x: base.x + jitter.x * share, y: base.y + jitter.y * share }
    }

    /// Lets two nodes change places, on the same terms.
    fn exchange(&mut self, one: usize, two: usize, warmth: f32, random: &mut Random) {
        if one == two || !self.fit(one, two) {
            return;
        }
        let allowed = self.cost(one) + self.cost(two) + warmth * patience(random);
        self.swap(one, two);
        let first = self.field.cost(one, allowed);
        if first < allowed && first + self.field.cost(two, allowed - first) < allowed {
            self.field.settle(&[one, two]);
            self.known.fill(None);
        } else {
            self.swap(one, two);
        }
    }

    /// Whether two nodes have room in each other's place.
    fn fit(&mut self, one: usize, two: usize) -> bool {
        let (p, q) = (self.field.spot(one), self.field.spot(two));
        self.field.put(one, q);
        self.field.put(two, p);
        let fit = self.field.is_free(one, q) && self.field.is_free(two, p);
        self.field.put(one, p);
        self.field.put(two, q);
        fit
    }

    fn swap(&mut self, one: usize, two: usize) {
        let (p, q) = (self.field.spot(one), self.field.spot(two));
        self.field.put(one, q);
        self.field.put(two, p);
        self.field.follow(one);
        self.field.follow(two);
    }

    /// What hangs on a node where it stands.
    fn cost(&mut self, node: usize) -> f32 {
        *self.known[node].get_or_insert_with(|| self.field.resting(node))
    }

    /// Moves the node if that is better, or not worse by more than chance and warmth allow.
    fn attempt(&mut self, node: usize, place: Spot, warmth: f32, random: &mut Random) {
        let is_far = |home: &Spot| (home.x - place.x).abs().max((home.y - place.y).abs()) > NEAR;
        if self.homes.get(node).is_some_and(is_far) || !self.field.is_free(node, place) {
            return;
        }
        let allowed = self.cost(node) + warmth * patience(random);
        let old = self.field.spot(node);
        self.field.put(node, place);
        if self.field.cost(node, allowed) < allowed {
            self.field.follow(node);
            self.field.settle(&[node]);
            self.known.fill(None);
        } else {
            self.field.put(node, old);
        }
    }
}

/// How much worse is still accepted, in units of the warmth: a quotient in place of a logarithm, the same on every machine.
fn patience(random: &mut Random) -> f32 {
    (0.3 / random.unit().max(1e-9) - 0.3).min(3.0) as f32
}
