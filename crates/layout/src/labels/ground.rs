//! What is there before the labels, boxes and lines, and what it costs that a label stands somewhere.

use crate::curve::{Curve, PIECES};
use crate::geom::{Point, Rect, to_segment};
use crate::grid::Grid;
use crate::{Options, Problem};

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
    pub(super) sign: Point,
    /// No foreign line may come nearer to that than this.
    pub(super) own: f64,
}

/// A straight piece of a curve.
#[derive(Clone, Copy)]
pub(super) struct Segment {
    edge: usize,
    a: Point,
    b: Point,
    pub(super) bounds: Rect,
}

/// What is there before the labels.
pub(super) struct Ground<'a> {
    pub(super) problem: &'a Problem,
    pub(super) options: &'a Options,
    pub(super) curves: Vec<Curve>,
    /// What each of them spans.
    bounds: Vec<Rect>,
    boxes: Vec<Rect>,
    pub(super) box_grid: Grid,
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
    pub(super) fn foreign(&self, edge: usize, region: &Rect) -> Vec<&Segment> {
        let pieces = self.segment_grid.touching(region).into_iter().map(|k| &self.segments[k]);
        pieces.filter(|segment| segment.edge != edge).collect()
    }

    /// Other lines that come into a region, in stretches with what these span. For a region that many lines run through: each
    /// line is asked, and no cell.
    pub(super) fn foreign_in(&self, edge: usize, region: &Rect) -> Vec<(Rect, &[Segment])> {
        let lines = self.bounds.iter().zip(self.segments.chunks(PIECES)).enumerate();
        let others = lines.filter(|&(other, (bounds, _))| other != edge && bounds.touches(region));
        let stretches = others.flat_map(|(_, (_, pieces))| pieces.chunks(STRETCH));
        let spanned =
            stretches.map(|pieces| (pieces.iter().fold(Rect::NOTHING, |all, piece| all.union(&piece.bounds)), pieces));
        spanned.filter(|(bounds, _)| bounds.touches(region)).collect()
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
    pub(super) fn price(&self, edge: usize, seat: &Seat, lines: &[&Segment], nodes: &[usize]) -> f64 {
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
