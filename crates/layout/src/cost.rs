//! Nodes and straight lines between them in columns, and what hangs on one node where it stands: crossings, lines through
//! boxes, cramped and narrow lines, distances, strangers in blocs. A trial asks only for that, and for eight nodes or lines
//! at a time. A line is kept as its middle and half of its step, which makes the tests short: two lines cross if either's
//! middle is nearer to the other's course than the other reaches.

use super::bundle::{Bundle, Bundles};
use super::distance::Matrix;
use super::geom::{Point, Rect};
use super::lanes::{Column, Table, total};
use super::overlap::Room;
use super::tally::Tally;
use super::{Options, Problem};

/// What one crossing of two single lines costs; all other costs are measured against it.
const CROSSING: f32 = 1.0;
/// A line through a foreign box, or closer to it than [`BERTH`]: it can often be bent around.
const THROUGH: f32 = 3.0;
/// The same when positions are about to be final.
const BLOCKED: f32 = 6.0;
/// The free space, in pixels, that a line should leave a foreign box.
const BERTH: f32 = 5.0;
/// A unit of stress: the squared relative error of one distance.
const STRESS: f32 = 1.5;
/// A line without room for its labels, per missing share of that room.
const CRAMPED: f32 = 12.0;
/// Two lines that leave a node in nearly the same direction, per unit of their cosine above [`NARROW`].
const HIDDEN: f32 = 16.0;
/// How much of a line should be seen beside its labels, in least lengths of a line.
const VISIBLE: f64 = 1.3;
/// A line through the middle of another, where its labels are.
const VEILED: f32 = 1.5;
/// Half of the share of labels that is kept free: they can still move along their line.
const SHARE: f32 = 0.3;
/// The cosine of an angle that is wide enough.
const NARROW: f32 = 0.94;
/// A node outside the sheet, per pixel.
const OUTSIDE: f32 = 0.04;
/// Where nothing is: far from every picture.
const NOWHERE: f32 = 1e9;

/// A place, as the columns hold it.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) x: f32,
    pub(super) y: f32,
}

/// A network with its nodes somewhere.
pub(super) struct Field<'a> {
    pub(super) problem: &'a Problem,
    pub(super) bundles: &'a Bundles,
    /// Centres, and half of each box with the berth.
    pub(super) at: [Column; 2],
    pub(super) size: [Column; 2],
    /// Middles of the lines, then half of their steps.
    pub(super) lines: [Column; 4],
    /// How many edges each line stands for, and what a crossing of two lines costs: nothing if they share a node.
    pub(super) count: Vec<f32>,
    pub(super) crossing: Table,
    /// How many edges run through a node if a line does: none if it ends there.
    through: Table,
    /// What each of them costs.
    hit: f32,
    /// One divided by the wanted distance; 0 where any will do.
    wanted: Table,
    /// How far apart the centres of every two nodes must be, sideways or up and down.
    apart: [Table; 2],
    /// How much the picture is stretched sideways (and flattened) against the wanted distances.
    stretch: f32,
    /// Half of the space that the labels of each line take around its middle.
    pub(super) words: [Column; 2],
    /// How many edges each other line stands for.
    others: Table,
    /// What it costs that a line runs through the labels of another; nothing before positions are about to be final.
    pub(super) veiled: f32,
    /// The space that the labels of each pair need along a line, horizontal or vertical.
    label: Vec<Spot>,
    pub(super) blocs: Vec<Vec<usize>>,
    /// The least and the greatest coordinates of a picture of the wanted proportions.
    sheet: [Spot; 2],
    /// Width and height of the page that no box may leave.
    page: Option<Spot>,
    pub(super) tally: Tally,
}

impl<'a> Field<'a> {
    /// Nodes at these places.
    pub(super) fn new(
        problem: &'a Problem,
        bundles: &'a Bundles,
        room: &Room<'_>,
        wanted: &Matrix,
        options: &Options,
        (at, stretch): (&[Point], f64),
    ) -> Self {
        let (nodes, pairs) = (problem.nodes.len(), &bundles.pairs);
        let ends = |k: usize, node: usize| pairs[k].a == node || pairs[k].b == node;
        let count: Vec<f32> = pairs.iter().map(|pair| pair.count() as f32).collect();
        let met =
            |i: usize, j: usize| if ends(i, pairs[j].a) || ends(i, pairs[j].b) { 0.0 } else { count[i] * count[j] };
        let near = |i: usize, j: usize| {
            let length = wanted.row(i)[j] as f32;
            if i != j && length.is_finite() && length > 0.0 { 1.0 / length } else { 0.0 }
        };
        let apart = |i: usize, j: usize| {
            let needed = room.needed(i, j);
            if i == j { (0.0, 0.0) } else { (needed.x as f32 - 1e-3, needed.y as f32 - 1e-3) }
        };
        let empty = || Column::new(pairs.iter().map(|_| 0.0), 0.0);
        let half = |v: f64| (v / 2.0) as f32 + BERTH;
        let mut field = Self {
            problem,
            bundles,
            at: [
                Column::new(at.iter().map(|p| p.x as f32), NOWHERE),
                Column::new(at.iter().map(|p| p.y as f32), NOWHERE),
            ],
            size: [
                Column::new(problem.nodes.iter().map(|n| half(n.width)), 0.0),
                Column::new(problem.nodes.iter().map(|n| half(n.height)), 0.0),
            ],
            lines: [empty(), empty(), empty(), empty()],
            crossing: Table::new(pairs.len(), pairs.len(), 0.0, |i, j| CROSSING * met(i, j)),
            through: Table::new(nodes, pairs.len(), 0.0, |node, k| if ends(k, node) { 0.0 } else { count[k] }),
            words: [
                Column::new(pairs.iter().map(|pair| pair.label.0 as f32 * SHARE), 0.0),
                Column::new(pairs.iter().map(|pair| (pair.label.1 * pair.count()) as f32 * SHARE), 0.0),
            ],
            others: Table::new(pairs.len(), pairs.len(), 0.0, |i, j| if i == j { 0.0 } else { count[j] }),
            veiled: 0.0,
            hit: THROUGH,
            wanted: Table::new(nodes, nodes, 0.0, near),
            apart: [
                Table::new(nodes, nodes, 0.0, |i, j| apart(i, j).0),
                Table::new(nodes, nodes, 0.0, |i, j| apart(i, j).1),
            ],
            count,
            stretch: stretch as f32,
            label: pairs.iter().map(|pair| needs(pair, options)).collect(),
            blocs: (0..nodes)
                .map(|node| (0..problem.groups.len()).filter(|&g| problem.groups[g].contains(&node)).collect())
                .collect(),
            sheet: options.page.map_or_else(
                || sheet(problem, at, options.aspect),
                |(wide, high)| [Spot { x: 0.0, y: 0.0 }, Spot { x: wide as f32, y: high as f32 }],
            ),
            page: options.page.map(|(wide, high)| Spot { x: wide as f32, y: high as f32 }),
            tally: Tally::default(),
        };
        for line in 0..pairs.len() {
            field.draw(line);
        }
        field.count_anew();
        field
    }

    /// The lines of a node, and the nodes at their other ends.
    pub(super) fn around(&self, node: usize) -> &[(usize, usize)] {
        &self.bundles.at[node]
    }

    /// Where a node stands.
    pub(super) fn spot(&self, node: usize) -> Spot {
        Spot { x: self.at[0].get(node), y: self.at[1].get(node) }
    }

    /// The same as a point.
    pub(super) fn point(&self, node: usize) -> Point {
        let Spot { x, y } = self.spot(node);
        Point::new(f64::from(x), f64::from(y))
    }

    /// Puts a node somewhere; its lines do not follow yet.
    pub(super) fn put(&mut self, node: usize, place: Spot) {
        self.at[0].set(node, place.x);
        self.at[1].set(node, place.y);
    }

    /// Lets the lines of a node follow it.
    pub(super) fn follow(&mut self, node: usize) {
        for k in 0..self.bundles.at[node].len() {
            self.draw(self.bundles.at[node][k].0);
        }
    }

    fn draw(&mut self, line: usize) {
        let pair = &self.bundles.pairs[line];
        for (axis, at) in self.at.iter().enumerate() {
            let (a, b) = (at.get(pair.a), at.get(pair.b));
            self.lines[axis].set(line, (a + b) * 0.5);
            self.lines[axis + 2].set(line, (b - a) * 0.5);
        }
    }

    /// From now on it is dear that a line runs through a box, and labels claim their room.
    pub(super) fn block(&mut self) {
        self.hit = BLOCKED;
        self.veiled = VEILED;
        self.count_anew();
    }

    /// Whether a node has room at a place.
    pub(super) fn is_free(&self, node: usize, p: Spot) -> bool {
        let blocked = |[x, y, wide, high]: [f32; 4]| flag(((p.x - x).abs() < wide) & ((p.y - y).abs() < high), 1.0);
        let [x, y] = self.at.each_ref().map(Column::lanes);
        self.on_page(node, p) && total([x, y, self.apart[0].row(node), self.apart[1].row(node)], blocked) == 0.0
    }

    /// Whether a node would be on the page.
    fn on_page(&self, node: usize, p: Spot) -> bool {
        let [w, h] = self.size.each_ref().map(|size| size.get(node));
        self.page.is_none_or(|page| p.x >= w && p.y >= h && p.x <= page.x - w && p.y <= page.y - h)
    }

    /// What hangs on a node where it stands; stops once above `limit`.
    pub(super) fn cost(&self, node: usize, limit: f32) -> f32 {
        let met = |line, mid, half| {
            let veils = if self.veiled > 0.0 { self.veils(line, mid, half) } else { 0.0 };
            (self.crossed(line, mid, half), veils, self.hits(mid, half))
        };
        self.sum(node, limit, || self.struck(node, self.spot(node)), met)
    }

    /// The same at rest, out of what is kept.
    pub(super) fn resting(&self, node: usize) -> f32 {
        let Tally { crossed, veils, hits, struck, .. } = &self.tally;
        let met = |line, _, _| (crossed.get(line), veils.get(line), hits.get(line));
        self.sum(node, f32::INFINITY, || struck.get(node), met)
    }

    /// What hangs on a node, given how many lines run through it, and what each of its lines crosses, veils and hits.
    fn sum(
        &self,
        node: usize,
        limit: f32,
        struck: impl Fn() -> f32,
        met: impl Fn(usize, Spot, Spot) -> (f32, f32, f32),
    ) -> f32 {
        let p = self.spot(node);
        let mut cost = self.stress(node, p) + self.outside(p);
        if !self.problem.groups.is_empty() {
            cost += self.intruders(node);
        }
        cost += self.hit * struck();
        for &(line, other) in &self.bundles.at[node] {
            if cost > limit {
                return cost;
            }
            let q = self.spot(other);
            let (mid, half) = (between(p, q, 0.5, 0.5), between(p, q, -0.5, 0.5));
            let (crossed, veils, hits) = met(line, mid, half);
            cost += crossed + self.cramped(line, node, other, half);
            if self.veiled > 0.0 {
                cost += self.veiled * self.count[line] * veils;
            }
            // Both ends are inside their own boxes.
            cost += self.hit * self.count[line] * (hits - 2.0);
        }
        cost + self.narrow(node, p)
    }

    fn stress(&self, node: usize, p: Spot) -> f32 {
        let (sx, sy) = (1.0 / self.stretch, self.stretch);
        let [x, y] = self.at.each_ref().map(Column::lanes);
        let squared = |[x, y, wanted]: [f32; 3]| {
            let (x, y) = ((p.x - x) * sx, (p.y - y) * sy);
            let error = (x * x + y * y).sqrt() * wanted - 1.0;
            error * error
        };
        STRESS * total([x, y, self.wanted.row(node)], squared)
    }

    /// How far a place is outside the sheet.
    fn outside(&self, p: Spot) -> f32 {
        let [least, most] = self.sheet;
        let beyond = |v: f32, least: f32, most: f32| (least - v).max(v - most).max(0.0);
        OUTSIDE * (beyond(p.x, least.x, most.x) + beyond(p.y, least.y, most.y))
    }

    /// Foreign lines through a node.
    pub(super) fn struck(&self, node: usize, p: Spot) -> f32 {
        let (w, h) = (self.size[0].get(node), self.size[1].get(node));
        let price = |[mx, my, hx, hy, price]: [f32; 5]| flag(cuts(p.x - mx, p.y - my, hx, hy, w, h), price);
        let [mx, my, hx, hy] = self.lines.each_ref().map(Column::lanes);
        total([mx, my, hx, hy, self.through.row(node)], price)
    }

    /// What a line costs for crossing others.
    pub(super) fn crossed(&self, line: usize, mid: Spot, half: Spot) -> f32 {
        let price = |[mx, my, hx, hy, price]: [f32; 5]| flag(cross(mx - mid.x, my - mid.y, half, hx, hy), price);
        let [mx, my, hx, hy] = self.lines.each_ref().map(Column::lanes);
        total([mx, my, hx, hy, self.crossing.row(line)], price)
    }

    /// How many labels a line runs through, and how many lines through its own.
    pub(super) fn veils(&self, line: usize, mid: Spot, half: Spot) -> f32 {
        let (w, h) = (self.words[0].get(line), self.words[1].get(line));
        let price = |[mx, my, hx, hy, wide, high, price]: [f32; 7]| {
            let (x, y) = (mx - mid.x, my - mid.y);
            flag(cuts(x, y, half.x, half.y, wide, high), price) + flag(cuts(x, y, hx, hy, w, h), price)
        };
        let [mx, my, hx, hy] = self.lines.each_ref().map(Column::lanes);
        let [wide, high] = self.words.each_ref().map(Column::lanes);
        total([mx, my, hx, hy, wide, high, self.others.row(line)], price)
    }

    /// How many boxes a line touches, the two at its ends among them.
    pub(super) fn hits(&self, mid: Spot, half: Spot) -> f32 {
        let hit = |[x, y, w, h]: [f32; 4]| flag(cuts(x - mid.x, y - mid.y, half.x, half.y, w, h), 1.0);
        let [x, y] = self.at.each_ref().map(Column::lanes);
        let [w, h] = self.size.each_ref().map(Column::lanes);
        total([x, y, w, h], hit)
    }

    /// How much the visible part of a line lacks for its labels.
    fn cramped(&self, line: usize, a: usize, b: usize, half: Spot) -> f32 {
        let (x, y) = (half.x.abs().max(1e-6) * 2.0, half.y.abs().max(1e-6) * 2.0);
        let box_half = |node: usize, axis: usize| self.size[axis].get(node) - BERTH;
        // The share of the line that is hidden under both boxes, and the share that the labels take.
        let hidden = |node: usize| (box_half(node, 0) / x).min(box_half(node, 1) / y);
        let labels = (self.label[line].x / x).min(self.label[line].y / y);
        let lack = hidden(a) + hidden(b) + labels - 1.0;
        CRAMPED * lack.clamp(0.0, 3.0) * self.count[line]
    }

    /// Pairs of lines that leave the node in nearly the same direction, so that one hides the other.
    fn narrow(&self, node: usize, p: Spot) -> f32 {
        let toward = |&(_, other): &(usize, usize)| unit(between(p, self.spot(other), -1.0, 1.0));
        let around: Vec<Spot> = self.bundles.at[node].iter().map(toward).collect();
        let mut cost = 0.0;
        for (k, a) in around.iter().enumerate() {
            for b in &around[..k] {
                cost += (a.x * b.x + a.y * b.y - NARROW).max(0.0);
            }
        }
        HIDDEN * cost
    }
}

/// A sheet of the wanted proportions around nodes, as large as they take now; without end if some are pinned.
fn sheet(problem: &Problem, at: &[Point], aspect: f64) -> [Spot; 2] {
    if problem.is_pinned() {
        return [Spot { x: -NOWHERE, y: -NOWHERE }, Spot { x: NOWHERE, y: NOWHERE }];
    }
    let bounds = at.iter().fold(Rect::NOTHING, |all, &p| all.union(&Rect::spanning(p, p)));
    let area = (bounds.width() * bounds.height()).max(1.0);
    let half = Point::new((area * aspect).sqrt(), (area / aspect).sqrt()) * 0.5;
    let spot = |p: Point| Spot { x: p.x as f32, y: p.y as f32 };
    [spot(bounds.centre() - half), spot(bounds.centre() + half)]
}

/// The space that the labels of a pair need along its line.
fn needs(pair: &Bundle, options: &Options) -> Spot {
    let head = (options.arrow * VISIBLE) as f32;
    let (width, height) = (pair.label.0 as f32, (pair.label.1 * pair.count()) as f32);
    if width > 0.0 { Spot { x: width + head, y: height + head } } else { Spot { x: head, y: head } }
}

pub(super) fn flag(holds: bool, price: f32) -> f32 {
    if holds { price } else { 0.0 }
}

/// Whether two lines cross: one with half step `half`, the other with `(hx, hy)` and its middle `(x, y)` from that of the first.
pub(super) fn cross(x: f32, y: f32, half: Spot, hx: f32, hy: f32) -> bool {
    let both = (half.x * hy - half.y * hx).abs();
    let one = (half.x * y - half.y * x).abs();
    let other = (hx * y - hy * x).abs();
    one.max(other) < both
}

/// Whether a line with half step `(hx, hy)` cuts a box with half size `(w, h)` whose centre stands `(x, y)` from the
/// middle of the line (separating axes).
pub(super) fn cuts(x: f32, y: f32, hx: f32, hy: f32, w: f32, h: f32) -> bool {
    let (ax, ay) = (hx.abs(), hy.abs());
    (x.abs() < w + ax) & (y.abs() < h + ay) & ((x * hy - y * hx).abs() < w * ay + h * ax)
}

fn between(p: Spot, q: Spot, of_p: f32, of_q: f32) -> Spot {
    Spot { x: p.x * of_p + q.x * of_q, y: p.y * of_p + q.y * of_q }
}

fn unit(step: Spot) -> Spot {
    let length = (step.x * step.x + step.y * step.y).sqrt().max(1e-6);
    Spot { x: step.x / length, y: step.y / length }
}
