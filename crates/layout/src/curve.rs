//! The one kind of line that is drawn: a quadratic Bézier curve.

use super::geom::{Point, Rect, to_segment};

/// How many straight pieces stand for a curve where crossings and distances are measured.
pub const PIECES: usize = 16;
/// How often a piece is halved to find where a curve leaves an outline.
const HALVINGS: u32 = 24;

/// A quadratic Bézier curve; in SVG `M start Q control end`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Curve {
    /// Where it begins.
    pub start: Point,
    /// The control point: the tangents at both ends meet there.
    pub control: Point,
    /// Where it ends.
    pub end: Point,
}

impl Curve {
    /// The curve between two points whose middle stands `bow` off the straight line, to the side of `turned()`.
    #[must_use]
    pub fn bowed(start: Point, end: Point, normal: Point, bow: f64) -> Self {
        Self { start, control: start.toward(end, 0.5) + normal * (2.0 * bow), end }
    }

    /// The point at `t` from 0 to 1.
    #[must_use]
    pub fn at(&self, t: f64) -> Point {
        self.start.toward(self.control, t).toward(self.control.toward(self.end, t), t)
    }

    /// The direction at `t`, of length 1.
    #[must_use]
    pub fn direction(&self, t: f64) -> Point {
        let along = (self.control - self.start).toward(self.end - self.control, t);
        if along.length() > 1e-9 { along.unit() } else { (self.end - self.start).unit() }
    }

    /// The piece from `t0` to `t1`.
    #[must_use]
    pub fn part(&self, t0: f64, t1: f64) -> Self {
        let control = self.start.toward(self.control, t0).toward(self.control.toward(self.end, t0), t1);
        Self { start: self.at(t0), control, end: self.at(t1) }
    }

    /// The same line walked the other way.
    #[must_use]
    pub const fn reversed(&self) -> Self {
        Self { start: self.end, control: self.control, end: self.start }
    }

    /// Moved by `step`.
    #[must_use]
    pub fn moved(&self, step: Point) -> Self {
        Self { start: self.start + step, control: self.control + step, end: self.end + step }
    }

    /// Rounded to what is written.
    #[must_use]
    pub fn rounded(&self) -> Self {
        Self { start: self.start.rounded(), control: self.control.rounded(), end: self.end.rounded() }
    }

    /// `PIECES + 1` points along it, as measured.
    #[must_use]
    pub fn points(&self) -> [Point; PIECES + 1] {
        std::array::from_fn(|k| self.at(k as f64 / PIECES as f64))
    }

    /// What it spans, to the pixel (the control point itself may lie outside).
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let mut rect = Rect::spanning(self.start, self.end);
        for (p0, p1, p2) in [(self.start.x, self.control.x, self.end.x), (self.start.y, self.control.y, self.end.y)] {
            let bend = p0 - 2.0 * p1 + p2;
            let t = (p0 - p1) / bend;
            if bend.abs() > 1e-9 && t > 0.0 && t < 1.0 {
                let p = self.at(t);
                rect = rect.union(&Rect::spanning(p, p));
            }
        }
        rect
    }

    /// How long it is, measured along its pieces.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.points().windows(2).map(|w| (w[1] - w[0]).length()).sum()
    }

    /// How far `p` is from its nearest point.
    #[must_use]
    pub fn distance(&self, p: Point) -> f64 {
        self.points().windows(2).map(|w| to_segment(p, w[0], w[1])).fold(f64::INFINITY, f64::min)
    }

    /// The last `t` at which the curve is still inside a convex outline that holds its start.
    #[must_use]
    pub fn exit(&self, inside: impl Fn(Point) -> bool) -> f64 {
        let (last, out) = self.leaves(&inside);
        self.halved(last, out, &inside)
    }

    /// The same, to the same bit and in fewer steps, where it is known about how far outside a point is (not above 0 inside).
    pub(super) fn exit_from(&self, inside: impl Fn(Point) -> bool, beyond: impl Fn(Point) -> f64) -> f64 {
        let (last, out) = self.leaves(&inside);
        let step = (out - last) / f64::from(1 << HALVINGS);
        let near = last + ((self.root(last, out, &beyond) - last) / step).ceil().max(1.0) * step;
        let found = near <= out && !inside(self.at(near)) && inside(self.at(near - step));
        if found { near } else { self.halved(last, out, &inside) }
    }

    /// Two `t` between which the curve leaves an outline for the first time.
    fn leaves(&self, inside: impl Fn(Point) -> bool) -> (f64, f64) {
        let mut last = 0.0;
        for k in 1..=PIECES {
            let t = k as f64 / PIECES as f64;
            if !inside(self.at(t)) {
                return (last, t);
            }
            last = t;
        }
        (last, 1.0)
    }

    /// The same as closely as halving finds it.
    fn halved(&self, mut last: f64, mut out: f64, inside: impl Fn(Point) -> bool) -> f64 {
        for _ in 0..HALVINGS {
            let mid = f64::midpoint(last, out);
            (last, out) = if inside(self.at(mid)) { (mid, out) } else { (last, mid) };
        }
        out
    }

    /// About where the curve is neither inside nor outside (regula falsi; Dowell and Jarratt 1971, doi:10.1007/BF01934364).
    fn root(&self, mut last: f64, mut out: f64, beyond: impl Fn(Point) -> f64) -> f64 {
        let (mut inner, mut outer) = (beyond(self.at(last)), beyond(self.at(out)));
        let mut side = 0;
        for _ in 0..12 {
            if outer - inner < 1e-12 {
                break;
            }
            let t = out - outer * (out - last) / (outer - inner);
            let here = beyond(self.at(t));
            if here.abs() < 1e-10 {
                return t;
            }
            if here > 0.0 {
                (out, outer) = (t, here);
                inner *= if side == 1 { 0.5 } else { 1.0 };
                side = 1;
            } else {
                (last, inner) = (t, here);
                outer *= if side == -1 { 0.5 } else { 1.0 };
                side = -1;
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc() -> Curve {
        Curve::bowed(Point::new(0.0, 0.0), Point::new(100.0, 0.0), Point::new(0.0, 1.0), 20.0)
    }

    #[test]
    fn the_middle_stands_off_by_the_bow() {
        assert_eq!(arc().at(0.5), Point::new(50.0, 20.0));
        assert_eq!(arc().bounds().max, Point::new(100.0, 20.0));
    }

    #[test]
    fn a_part_lies_on_the_whole() {
        let part = arc().part(0.25, 0.75);
        assert!((part.at(0.5) - arc().at(0.5)).length() < 1e-9);
        assert!((part.start - arc().at(0.25)).length() < 1e-9);
    }

    #[test]
    fn it_leaves_a_box_at_the_border() {
        let t = arc().exit(|p| p.x < 30.0);
        assert!((arc().at(t).x - 30.0).abs() < 1e-4);
    }

    #[test]
    fn an_outline_is_left_at_the_same_bit_either_way() {
        use crate::geom::Shape::{Ellipse, Hexagon, Octagon, Pill, Rect};
        let (width, height) = (90.0, 30.0);
        for shape in [Rect, Ellipse, Hexagon, Octagon, Pill] {
            for step in 0..72 {
                let (x, y) = (f64::from(step % 9 * 50 - 200), f64::from(step / 9 * 40 - 150));
                let curve = Curve { start: Point::default(), control: Point::new(y, x), end: Point::new(x + 3.0, y) };
                let inside = |p: Point| shape.holds(p, width, height);
                let found = curve.exit_from(inside, |p| shape.beyond(p, width, height));
                assert_eq!(found.to_bits(), curve.exit(inside).to_bits(), "{shape:?} {curve:?}");
            }
        }
    }
}
