//! Places for labels: with the mark on the own curve, or without one the middle, or else close beside it; never on a node
//! or on one another, and clear of foreign lines where that can be had. Every label has a list of places with their fixed price; conflicts
//! among labels are then settled by letting one after the other take its cheapest place until none moves.

use super::curve::{Curve, PIECES};
use super::geom::{Point, Rect, to_segment};
use super::grid::Grid;
use super::{Options, Placement, Problem};

/// How many places along a curve are tried.
const STOPS: usize = 33;
/// With more ties than this only [`FEW_STOPS`] are tried, and each asks for the lines near it alone.
const MANY: usize = 1_000;
/// How many places along a curve are tried where there are very many.
const FEW_STOPS: usize = 9;
/// Rounds of settling.
const ROUNDS: usize = 24;
/// Price of lying on a node, or on another label.
const FORBIDDEN: f64 = 1_000.0;
/// Price of lying on a foreign line.
const ON_LINE: f64 = 16.0;
/// Price of coming closer to a foreign line than the clearance.
const AT_LINE: f64 = 4.0;
/// Price of hiding an arrowhead.
const ON_ARROWHEAD: f64 = 6.0;
/// Price of hiding half of the own line.
const HIDING: f64 = 4.0;
/// How much further beside the own line a label may stand, in pixels.
const FURTHER: f64 = 5.0;
/// Price of standing beside the own line and not on it.
const BESIDE: f64 = 1.5;
/// Price of leaving the frame.
const OUTSIDE: f64 = 40.0;
/// Price of being nearer to a foreign line than to the own one.
const AMBIGUOUS: f64 = 40.0;

/// A place for a label.
#[derive(Clone, Copy)]
struct Spot {
    at: Point,
    price: f64,
}

/// A place that is tried.
struct Seat {
    /// The centre of the label.
    at: Point,
    /// What says whose the label is: its mark, or its centre.
    sign: Point,
    /// No foreign line may come nearer to that than this.
    own: f64,
}

/// Gives every labelled tie of the drawing a place for its label.
pub(super) fn place(problem: &Problem, drawing: &mut Placement, options: &Options) {
    let labelled: Vec<usize> =
        (0..problem.ties.len()).filter(|&k| problem.ties[k].is_labelled() && problem.joins(&problem.ties[k])).collect();
    if labelled.is_empty() {
        return;
    }
    let ground = Ground::new(problem, drawing, options);
    let spots: Vec<Vec<Spot>> = labelled.iter().map(|&tie| ground.spots(tie)).collect();
    let sizes: Vec<(f64, f64)> = labelled.iter().map(|&tie| problem.ties[tie].label).collect();
    let mut chosen = settle(&spots, &sizes, options.clearance);
    free_the_rest(&ground, &labelled, &sizes, &mut chosen);
    for (&tie, at) in labelled.iter().zip(chosen) {
        drawing.ties[tie].label = Some(at);
    }
}

/// A straight piece of a curve.
#[derive(Clone, Copy)]
struct Segment {
    tie: usize,
    a: Point,
    b: Point,
    bounds: Rect,
}

/// What is there before the labels.
struct Ground<'a> {
    problem: &'a Problem,
    options: &'a Options,
    curves: Vec<Curve>,
    boxes: Vec<Rect>,
    box_grid: Grid,
    /// All curves in pieces, those of a tie together.
    segments: Vec<Segment>,
    segment_grid: Grid,
}

impl<'a> Ground<'a> {
    fn new(problem: &'a Problem, drawing: &Placement, options: &'a Options) -> Self {
        let curves: Vec<Curve> = drawing.ties.iter().map(|route| route.curve).collect();
        let boxes: Vec<Rect> = problem.nodes.iter().zip(&drawing.nodes).map(|(n, &at)| n.rect(at)).collect();
        let mut segments: Vec<Segment> = Vec::new();
        for (tie, curve) in curves.iter().enumerate().filter(|&(k, _)| problem.joins(&problem.ties[k])) {
            let piece = |w: &[Point]| Segment { tie, a: w[0], b: w[1], bounds: Rect::spanning(w[0], w[1]) };
            segments.extend(curve.points().windows(2).map(piece));
        }
        let box_grid = Grid::of(&boxes);
        let cell = boxes.iter().map(Rect::width).sum::<f64>() / boxes.len().max(1) as f64;
        let mut segment_grid = Grid::new(cell);
        for (number, segment) in segments.iter().enumerate() {
            segment_grid.add(number, &segment.bounds);
        }
        Self { problem, options, curves, boxes, box_grid, segments, segment_grid }
    }

    /// The pieces of other lines in a region.
    fn foreign(&self, tie: usize, region: &Rect) -> Vec<Segment> {
        let near = self.segment_grid.near(region);
        near.into_iter().map(|k| self.segments[k]).filter(|segment| segment.tie != tie).collect()
    }

    /// All places for the label of a tie, with their prices, cheapest first.
    fn spots(&self, tie: usize) -> Vec<Spot> {
        let (width, height) = self.problem.ties[tie].label;
        let marked = self.problem.ties[tie].mark > 0.0;
        let curve = &self.curves[tie];
        let reach = curve.bounds().grown(width + height + 12.0);
        let many = self.curves.len() > MANY;
        let lines = if many { Vec::new() } else { self.foreign(tie, &reach) };
        let stops = if many { FEW_STOPS } else { STOPS };
        let nodes = self.box_grid.near(&reach);
        let mut spots = Vec::with_capacity(3 * stops);
        let mut around = Vec::new();
        for stop in 0..stops {
            let t = 0.08 + 0.84 * stop as f64 / (stops - 1) as f64;
            let (on, normal) = (curve.at(t), curve.direction(t).turned());
            let off = f64::midpoint(width * normal.x.abs(), height * normal.y.abs()) + self.options.clearance;
            let aside = (t - 0.5).abs() * 2.0;
            let region = Rect::around(on, width, height).grown(if marked { width } else { 2.0 * off });
            around.clear();
            if many {
                around = self.foreign(tie, &region);
            } else {
                around.extend(lines.iter().filter(|segment| segment.bounds.touches(&region)));
            }
            let mut offer = |at: Point, sign: Point, own: f64, extra: f64| {
                let price = extra + aside + self.price(tie, &Seat { at, sign, own }, &around, &nodes);
                spots.push(Spot { at, price });
            };
            if marked {
                let [left, right] = self.problem.ties[tie].marks(on);
                offer(right, on, height / 2.0, 0.0);
                offer(left, on, height / 2.0, 0.0);
            } else {
                offer(on, on, 0.0, 0.0);
                for (far, extra) in [(off, BESIDE), (off + FURTHER, 2.0 * BESIDE)] {
                    for beside in [on + normal * far, on - normal * far] {
                        offer(beside, beside, far, extra);
                    }
                }
            }
        }
        spots.sort_by(|a, b| a.price.total_cmp(&b.price));
        spots
    }

    /// What it costs that the label of a tie stands there.
    fn price(&self, tie: usize, seat: &Seat, lines: &[Segment], nodes: &[usize]) -> f64 {
        let (width, height) = self.problem.ties[tie].label;
        let rect = Rect::around(seat.at, width, height);
        let clear = rect.grown(self.options.clearance);
        let mut price = self.on_foreign_lines(tie, seat, lines);
        for &node in nodes {
            if self.boxes[node].meets(&clear) {
                price += FORBIDDEN + clear.shared(&self.boxes[node]);
            }
        }
        let curve = &self.curves[tie];
        let hidden = curve.points().into_iter().filter(|&p| clear.holds(p)).count();
        if hidden > PIECES / 2 {
            price += HIDING;
        }
        for end in [curve.start, curve.end] {
            if clear.grown(3.0).holds(end.toward(curve.at(0.5), 0.05)) {
                price += ON_ARROWHEAD;
            }
        }
        if let Some((width, height)) = self.options.frame {
            let frame = Rect { min: Point::default(), max: Point::new(width, height) };
            price += if frame.covers(&rect) { 0.0 } else { OUTSIDE };
        }
        price
    }

    /// Lines under the label, and lines that it could be taken to belong to.
    fn on_foreign_lines(&self, tie: usize, seat: &Seat, lines: &[Segment]) -> f64 {
        let (width, height) = self.problem.ties[tie].label;
        let rect = Rect::around(seat.at, width, height);
        let clear = rect.grown(self.options.clearance);
        let near = clear.union(&Rect::around(seat.sign, 2.0 * seat.own + 2.0, 2.0 * seat.own + 2.0));
        let (mut on, mut beside, mut nearer) = (usize::MAX, usize::MAX, usize::MAX);
        let mut price = 0.0;
        // The pieces of a line follow one another: each line is charged once.
        for &Segment { tie: line, a, b, .. } in lines.iter().filter(|segment| segment.bounds.touches(&near)) {
            if on != line && rect.cut_by(a, b) {
                on = line;
                price += ON_LINE;
            }
            if beside != line && clear.cut_by(a, b) {
                beside = line;
                price += AT_LINE;
            }
            if nearer != line && to_segment(seat.sign, a, b) < seat.own + 1.0 {
                nearer = line;
                price += AMBIGUOUS;
            }
        }
        price
    }

    fn on_a_node(&self, rect: &Rect) -> bool {
        self.box_grid.near(rect).into_iter().any(|node| self.boxes[node].meets(rect))
    }
}

fn around(at: Point, size: (f64, f64), clearance: f64) -> Rect {
    Rect::around(at, size.0, size.1).grown(clearance / 2.0)
}

/// Lets label after label take its cheapest place, until none moves; then labels in bad places make a neighbour give way.
fn settle(spots: &[Vec<Spot>], sizes: &[(f64, f64)], clearance: f64) -> Vec<Point> {
    let mut seats = Seats::new(spots, sizes, clearance);
    for _ in 0..ROUNDS {
        // All of them each time: a count, since `any` would stop at the first.
        let moved = (0..spots.len()).filter(|&number| seats.settle(number)).count();
        if moved == 0 && (0..spots.len()).filter(|&number| seats.displace(number)).count() == 0 {
            break;
        }
    }
    (0..spots.len()).map(|number| seats.at(number)).collect()
}

/// The labels at their places.
struct Seats<'a> {
    spots: &'a [Vec<Spot>],
    sizes: &'a [(f64, f64)],
    clearance: f64,
    /// Which of its places each label has.
    taken: Vec<usize>,
    grid: Grid,
}

impl<'a> Seats<'a> {
    fn new(spots: &'a [Vec<Spot>], sizes: &'a [(f64, f64)], clearance: f64) -> Self {
        let widest = sizes.iter().map(|s| s.0).sum::<f64>() / sizes.len().max(1) as f64;
        let taken = vec![0; spots.len()];
        let mut seats = Self { spots, sizes, clearance, taken, grid: Grid::new(1.5 * widest) };
        for number in 0..spots.len() {
            seats.grid.add(number, &seats.rect(number, seats.at(number)));
        }
        seats
    }

    fn at(&self, number: usize) -> Point {
        self.spots[number].get(self.taken[number]).map_or(Point::default(), |spot| spot.at)
    }

    fn rect(&self, number: usize, at: Point) -> Rect {
        around(at, self.sizes[number], self.clearance)
    }

    fn take(&mut self, number: usize, spot: usize) {
        let rect = self.rect(number, self.at(number));
        self.grid.remove(number, &rect);
        self.taken[number] = spot;
        let rect = self.rect(number, self.at(number));
        self.grid.add(number, &rect);
    }

    /// The labels that one would lie on at a place.
    fn met(&self, number: usize, at: Point) -> Vec<usize> {
        let rect = self.rect(number, at);
        let meets = |&other: &usize| other != number && self.rect(other, self.at(other)).meets(&rect);
        self.grid.near(&rect).into_iter().filter(meets).collect()
    }

    /// What a label costs at one of its places.
    fn cost(&self, number: usize, spot: usize) -> f64 {
        let spot = self.spots[number][spot];
        spot.price + FORBIDDEN * self.met(number, spot.at).len() as f64
    }

    /// The cheapest place of a label as the others stand.
    fn cheapest(&self, number: usize) -> (f64, usize) {
        let mut best = (f64::INFINITY, self.taken[number]);
        for (spot, place) in self.spots[number].iter().enumerate() {
            if place.price >= best.0 {
                break;
            }
            let cost = self.cost(number, spot);
            if cost < best.0 {
                best = (cost, spot);
            }
        }
        best
    }

    /// Moves a label to its cheapest place; whether it was elsewhere.
    fn settle(&mut self, number: usize) -> bool {
        let (_, spot) = self.cheapest(number);
        let moved = spot != self.taken[number];
        if moved {
            self.take(number, spot);
        }
        moved
    }

    /// A label in a bad place takes a better one from a neighbour that can go elsewhere for less than is gained.
    fn displace(&mut self, number: usize) -> bool {
        if self.spots[number].is_empty() {
            return false;
        }
        let old = self.taken[number];
        let before = self.cost(number, old);
        if before < ON_LINE {
            return false;
        }
        for spot in 0..self.spots[number].len() {
            let Spot { at, price } = self.spots[number][spot];
            if price >= before {
                return false;
            }
            let [other] = self.met(number, at)[..] else { continue };
            let others = self.cost(other, self.taken[other]);
            self.take(number, spot);
            let (elsewhere, seat) = self.cheapest(other);
            if price + elsewhere + 0.01 < before + others {
                self.take(other, seat);
                return true;
            }
            self.take(number, old);
        }
        false
    }
}

/// Labels that still lie on a node or on one another go to the nearest place that is free of both.
fn free_the_rest(ground: &Ground, labelled: &[usize], sizes: &[(f64, f64)], chosen: &mut [Point]) {
    let clearance = ground.options.clearance;
    let widest = sizes.iter().map(|s| s.0).sum::<f64>() / sizes.len().max(1) as f64;
    let mut grid = Grid::new(1.5 * widest);
    let fits = |rect: &Rect, grid: &Grid, chosen: &[Point]| {
        let met = |other: usize| around(chosen[other], sizes[other], clearance).meets(rect);
        !ground.on_a_node(rect) && !grid.near(rect).into_iter().any(met)
    };
    let mut homeless = Vec::new();
    for number in 0..labelled.len() {
        let rect = around(chosen[number], sizes[number], clearance);
        if fits(&rect, &grid, chosen) {
            grid.add(number, &rect);
        } else {
            homeless.push(number);
        }
    }
    for number in homeless {
        let curve = &ground.curves[labelled[number]];
        let mut radius = 4.0;
        let place = 'found: loop {
            for stop in 0..=12 {
                let t = 0.5 + f64::from(if stop % 2 == 0 { stop / 2 } else { -(stop + 1) / 2 }) / 16.0;
                let normal = curve.direction(t).turned();
                for step in [normal, normal * -1.0, Point::new(0.0, 1.0), Point::new(0.0, -1.0)] {
                    let place = curve.at(t) + step * radius;
                    if fits(&around(place, sizes[number], clearance), &grid, chosen) {
                        break 'found place;
                    }
                }
            }
            radius *= 1.12;
        };
        chosen[number] = place;
        grid.add(number, &around(place, sizes[number], clearance));
    }
}
