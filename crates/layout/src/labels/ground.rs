//! What is there before the labels, boxes and lines, and what it costs that a label stands somewhere.

use super::ROUGH;
use crate::curve::{Curve, PIECES};
use crate::geom::{Point, Rect, to_segment};
use crate::grid::Grid;
use crate::{Options, Problem};

/// With more edges than this only [`ROUGH`] places are tried, and each asks for the lines near it alone.
const MANY: usize = 1_000;
/// So many pieces of a line are passed over at once where they are far.
const STRETCH: usize = 4;
/// Price of lying on a node, or on another label.
pub(super) const FORBIDDEN: f64 = 1_000.0;
/// Price of lying on a foreign line.
pub(super) const ON_LINE: f64 = 16.0;
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

/// A place for a label, and what it costs there.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) seat: Seat,
    pub(super) price: f64,
}

/// Where a label stands.
#[derive(Clone, Copy)]
pub(crate) struct Seat {
    /// The centre of the label.
    pub(super) at: Point,
    /// What says whose the label is: its mark, or its centre.
    sign: Point,
    /// No foreign line may come nearer to that than this.
    own: f64,
}

/// A straight piece of a curve.
#[derive(Clone, Copy)]
pub(super) struct Segment {
    edge: usize,
    a: Point,
    b: Point,
    bounds: Rect,
}

/// What is there before the labels.
pub(super) struct Ground<'a> {
    problem: &'a Problem,
    pub(super) options: &'a Options,
    pub(super) curves: Vec<Curve>,
    /// What each of them spans.
    bounds: Vec<Rect>,
    boxes: Vec<Rect>,
    box_grid: Grid,
    /// All curves in pieces, those of an edge together; only drawn ones are in the grid.
    segments: Vec<Segment>,
    segment_grid: Grid,
}

impl<'a> Ground<'a> {
    /// Boxes and curves.
    pub(super) fn new(problem: &'a Problem, nodes: &[Point], curves: &[Curve], options: &'a Options) -> Self {
        let boxes: Vec<Rect> = problem.nodes.iter().zip(nodes).map(|(n, &at)| n.rect(at)).collect();
        let cell = boxes.iter().map(Rect::width).sum::<f64>() / boxes.len().max(1) as f64;
        let nowhere = Segment { edge: 0, a: Point::default(), b: Point::default(), bounds: Rect::NOTHING };
        let mut ground = Self {
            problem,
            options,
            curves: curves.to_vec(),
            bounds: vec![Rect::NOTHING; curves.len()],
            box_grid: Grid::of(&boxes),
            boxes,
            segments: vec![nowhere; curves.len() * PIECES],
            segment_grid: Grid::new(cell),
        };
        for (edge, &curve) in curves.iter().enumerate().filter(|&(k, _)| problem.joins(&problem.edges[k])) {
            ground.draw(edge, curve);
        }
        ground
    }

    /// Lets an edge have this curve, whichever it had.
    pub(super) fn draw(&mut self, edge: usize, curve: Curve) {
        self.curves[edge] = curve;
        self.bounds[edge] = curve.bounds();
        for (k, ends) in curve.points().windows(2).enumerate() {
            let number = edge * PIECES + k;
            let bounds = Rect::spanning(ends[0], ends[1]);
            self.segment_grid.remove(number, &self.segments[number].bounds);
            self.segments[number] = Segment { edge, a: ends[0], b: ends[1], bounds };
            self.segment_grid.add(number, &bounds);
        }
    }

    /// The pieces of other lines in a region.
    fn foreign(&self, edge: usize, region: &Rect) -> Vec<&Segment> {
        let pieces = self.segment_grid.touching(region).into_iter().map(|k| &self.segments[k]);
        pieces.filter(|segment| segment.edge != edge).collect()
    }

    /// Other lines that come into a region, in stretches with what these span. For a region that many lines run through: each
    /// line is asked, and no cell.
    fn foreign_in(&self, edge: usize, region: &Rect) -> Vec<(Rect, &[Segment])> {
        let lines = self.bounds.iter().zip(self.segments.chunks(PIECES)).enumerate();
        let others = lines.filter(|&(other, (bounds, _))| other != edge && bounds.touches(region));
        let stretches = others.flat_map(|(_, (_, pieces))| pieces.chunks(STRETCH));
        let spanned =
            stretches.map(|pieces| (pieces.iter().fold(Rect::NOTHING, |all, piece| all.union(&piece.bounds)), pieces));
        spanned.filter(|(bounds, _)| bounds.touches(region)).collect()
    }

    /// All places for the label of an edge, with their prices, cheapest first.
    pub(super) fn spots(&self, edge: usize, stops: usize) -> Vec<Spot> {
        let (width, height) = self.problem.edges[edge].label;
        let marked = self.problem.edges[edge].mark > 0.0;
        let curve = &self.curves[edge];
        let reach = curve.bounds().grown(width + height + 12.0);
        let many = self.curves.len() > MANY;
        let lines = if many { Vec::new() } else { self.foreign_in(edge, &reach.grown(self.options.clearance)) };
        let stops = if many { ROUGH } else { stops };
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
                around = self.foreign(edge, &region);
            } else {
                let near = lines.iter().filter(|(bounds, _)| bounds.touches(&region)).flat_map(|&(_, pieces)| pieces);
                around.extend(near.filter(|segment| segment.bounds.touches(&region)));
            }
            let mut offer = |at: Point, sign: Point, own: f64, extra: f64| {
                let seat = Seat { at, sign, own };
                let price = extra + aside + self.price(edge, &seat, &around, &nodes);
                spots.push(Spot { seat, price });
            };
            if marked {
                let [left, right] = self.problem.edges[edge].marks(on);
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

    /// The seat of a label that stands at a place.
    pub(super) fn seat(&self, edge: usize, at: Point) -> Seat {
        let curve = &self.curves[edge];
        let sign = self.problem.edges[edge].mark_on(std::slice::from_ref(curve), at);
        Seat { at, sign, own: curve.distance(sign) }
    }

    /// The region in which lines matter to a label.
    fn region(&self, edge: usize, seat: &Seat) -> Rect {
        let (width, height) = self.problem.edges[edge].label;
        let clear = Rect::around(seat.at, width, height).grown(self.options.clearance);
        clear.union(&Rect::around(seat.sign, 2.0 * seat.own + 2.0, 2.0 * seat.own + 2.0))
    }

    /// What it costs that the label of an edge stands where it does.
    pub(super) fn price_of(&self, edge: usize, seat: &Seat) -> f64 {
        let region = self.region(edge, seat);
        self.price(edge, seat, &self.foreign(edge, &region), &self.box_grid.touching(&region))
    }

    /// The part of that which these lines are to blame for.
    pub(super) fn price_beside(&self, edge: usize, seat: &Seat, lines: &[usize]) -> f64 {
        let region = self.region(edge, seat);
        let near = |&&line: &&usize| self.bounds[line].touches(&region);
        let pieces = |&line: &usize| &self.segments[line * PIECES..(line + 1) * PIECES];
        let segments: Vec<&Segment> = lines.iter().filter(near).flat_map(pieces).collect();
        if segments.is_empty() { 0.0 } else { self.on_foreign_lines(edge, seat, &segments) }
    }

    /// Foreign lines under a label, and lines that it could be taken to belong to.
    pub(super) fn blocking(&self, edge: usize, seat: &Seat) -> Vec<usize> {
        let foreign = self.foreign(edge, &self.region(edge, seat));
        let blocks = |pieces: &&[&Segment]| self.on_foreign_lines(edge, seat, pieces) >= ON_LINE;
        foreign.chunk_by(|one, two| one.edge == two.edge).filter(blocks).map(|pieces| pieces[0].edge).collect()
    }

    /// What it costs that the label of an edge stands there.
    fn price(&self, edge: usize, seat: &Seat, lines: &[&Segment], nodes: &[usize]) -> f64 {
        let (width, height) = self.problem.edges[edge].label;
        let rect = Rect::around(seat.at, width, height);
        let clear = rect.grown(self.options.clearance);
        let mut price = self.on_foreign_lines(edge, seat, lines);
        for &node in nodes {
            if self.boxes[node].meets(&clear) {
                price += FORBIDDEN + clear.shared(&self.boxes[node]);
            }
        }
        let own = &self.segments[edge * PIECES..(edge + 1) * PIECES];
        let hidden = own.iter().filter(|piece| clear.holds(piece.a)).count();
        if hidden > PIECES / 2 {
            price += HIDING;
        }
        let heads = clear.grown(3.0);
        let middle = own[PIECES / 2].a;
        for end in [own[0].a, own[PIECES - 1].b] {
            if heads.holds(end.toward(middle, 0.05)) {
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
    fn on_foreign_lines(&self, edge: usize, seat: &Seat, lines: &[&Segment]) -> f64 {
        let (width, height) = self.problem.edges[edge].label;
        let rect = Rect::around(seat.at, width, height);
        let clear = rect.grown(self.options.clearance);
        let near = self.region(edge, seat);
        let (mut on, mut beside, mut nearer) = (usize::MAX, usize::MAX, usize::MAX);
        let mut price = 0.0;
        // The pieces of a line follow one another: each line is charged once.
        for &&Segment { edge: line, a, b, .. } in lines.iter().filter(|segment| segment.bounds.touches(&near)) {
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

    /// Whether a rectangle lies on a node.
    pub(super) fn on_a_node(&self, rect: &Rect) -> bool {
        self.box_grid.touching(rect).into_iter().any(|node| self.boxes[node].meets(rect))
    }
}
