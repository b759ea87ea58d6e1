//! Lines of several curves: what another program draws around boxes in one sweep of cubic pieces is a chain of ours.

use super::curve::Curve;
use super::geom::Point;

/// How far a chain may lie from the cubic curve that it stands for, in pixels.
const EXACT: f64 = 0.05;
/// No cubic curve is cut into more pieces.
const MOST: u32 = 64;

/// Curves of which each begins where the one before it ends; it always has one at least.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain(Vec<Curve>);

impl From<Curve> for Chain {
    fn from(curve: Curve) -> Self {
        Self(vec![curve])
    }
}

impl Chain {
    /// The curves in their order; nothing if there is none.
    #[must_use]
    pub fn of(curves: Vec<Curve>) -> Option<Self> {
        (!curves.is_empty()).then_some(Self(curves))
    }

    /// Cubic Bézier curves as `start, control, control, point, control, control, point, ...`, with the tips before and
    /// after that arrowheads have; nothing if the points do not come in threes.
    pub(super) fn of_cubics(points: &[Point], tail: Option<Point>, head: Option<Point>) -> Option<Self> {
        let (first, last) = (*points.first()?, *points.last()?);
        if points.len() < 4 || points.len() % 3 != 1 {
            return None;
        }
        let straight = |a: Point, b: Point| Curve { start: a, control: a.toward(b, 0.5), end: b };
        let mut curves: Vec<Curve> = tail.map(|tip| straight(tip, first)).into_iter().collect();
        for piece in points.windows(4).step_by(3) {
            curves.extend(quadratics([piece[0], piece[1], piece[2], piece[3]]));
        }
        curves.extend(head.map(|tip| straight(last, tip)));
        Self::of(curves)
    }

    /// The curves.
    #[must_use]
    pub fn curves(&self) -> &[Curve] {
        &self.0
    }

    /// Where it begins.
    #[must_use]
    pub fn start(&self) -> Point {
        self.0[0].start
    }

    /// Where it ends.
    #[must_use]
    pub fn end(&self) -> Point {
        self.0[self.0.len() - 1].end
    }

    /// The curve at `t` from 0 to 1, and how far along that curve it is.
    fn piece(&self, t: f64) -> (usize, f64) {
        let along = t.clamp(0.0, 1.0) * self.0.len() as f64;
        let piece = (along as usize).min(self.0.len() - 1);
        (piece, along - piece as f64)
    }

    /// The point at `t` from 0 to 1; each curve has an equal share.
    #[must_use]
    pub fn at(&self, t: f64) -> Point {
        let (piece, t) = self.piece(t);
        self.0[piece].at(t)
    }

    /// The direction at `t`, of length 1.
    #[must_use]
    pub fn direction(&self, t: f64) -> Point {
        let (piece, t) = self.piece(t);
        self.0[piece].direction(t)
    }

    /// The piece from `t0` to `t1`.
    #[must_use]
    pub fn part(&self, t0: f64, t1: f64) -> Self {
        let ((first, from), (last, to)) = (self.piece(t0), self.piece(t1.max(t0)));
        let cut = |piece: usize| {
            let (from, to) = (if piece == first { from } else { 0.0 }, if piece == last { to } else { 1.0 });
            if (from, to) == (0.0, 1.0) { self.0[piece] } else { self.0[piece].part(from, to) }
        };
        Self((first..=last).map(cut).collect())
    }

    /// The same line walked the other way.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self(self.0.iter().rev().map(Curve::reversed).collect())
    }

    /// Moved by `step`.
    #[must_use]
    pub fn moved(&self, step: Point) -> Self {
        Self(self.0.iter().map(|curve| curve.moved(step)).collect())
    }

    /// Rounded to what is written.
    pub(super) fn rounded(&self) -> Self {
        Self(self.0.iter().map(Curve::rounded).collect())
    }

    /// How long it is, measured along its pieces.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.0.iter().map(Curve::length).sum()
    }

    /// What is left of it between the outlines that hold its ends; an end that lies on its outline or outside stays.
    pub(super) fn between(&self, from: impl Fn(Point) -> bool, to: impl Fn(Point) -> bool) -> Self {
        self.out_of(from).reversed().out_of(to).reversed()
    }

    /// Without what lies before the first exit from an outline; the whole if it never leaves it.
    fn out_of(&self, inside: impl Fn(Point) -> bool) -> Self {
        let leaves = |curve: &Curve| curve.points().iter().any(|&p| !inside(p));
        match self.0.iter().position(leaves) {
            Some(piece) if inside(self.0[piece].start) => {
                let mut left = self.0[piece..].to_vec();
                left[0] = left[0].part(left[0].exit(&inside), 1.0);
                Self(left)
            }
            _ => self.clone(),
        }
    }

    /// One curve that stands for it where a single one is asked for: it has the same ends, and the same middle.
    pub(super) fn gist(&self) -> Curve {
        let (start, end) = (self.start(), self.end());
        Curve { start, control: self.at(0.5) * 2.0 - start.toward(end, 0.5), end }
    }
}

/// A cubic Bézier curve in as many quadratic ones as it needs. The cubic and its quadratic neighbour part by at most
/// `√3/36` of the third difference of the points; halves part by an eighth of that.
fn quadratics(cubic: [Point; 4]) -> Vec<Curve> {
    let [a, b, c, d] = cubic;
    let apart = (d - c * 3.0 + b * 3.0 - a).length() * 0.0482;
    let pieces = (1..MOST).find(|&n| apart <= EXACT * f64::from(n * n * n)).unwrap_or(MOST);
    let at = |t: f64| {
        let (ab, bc, cd) = (a.toward(b, t), b.toward(c, t), c.toward(d, t));
        ab.toward(bc, t).toward(bc.toward(cd, t), t)
    };
    let slope = |t: f64| (b - a).toward(c - b, t).toward((c - b).toward(d - c, t), t) * 3.0;
    let step = 1.0 / f64::from(pieces);
    let piece = |k: u32| {
        let (from, to) = (f64::from(k) * step, f64::from(k + 1) * step);
        let (start, end) = (at(from), at(to));
        // The mean of what both tangents ask for.
        let control = start.toward(end, 0.5) + (slope(from) - slope(to)) * (step / 4.0);
        Curve { start, control, end }
    };
    (0..pieces).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{p, wave};

    #[test]
    fn quadratic_pieces_lie_on_the_cubic() {
        let points = wave();
        let chain = Chain::of_cubics(&points, None, None).expect("a chain");
        for cubic in points.windows(4).step_by(3) {
            for k in 0..=200 {
                let (t, u) = (f64::from(k) / 200.0, 1.0 - f64::from(k) / 200.0);
                let [a, b, c, d] = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
                let at = cubic[0] * a + cubic[1] * b + cubic[2] * c + cubic[3] * d;
                let apart = chain.curves().iter().map(|curve| curve.distance(at)).fold(f64::INFINITY, f64::min);
                assert!(apart < 0.3, "{apart} at {t}");
            }
        }
        assert!(chain.curves().windows(2).all(|two| two[0].end == two[1].start));
        assert!(chain.curves().len() < 40);
        let straight = [p(0.0, 0.0), p(1.0, 0.0), p(2.0, 0.0), p(3.0, 0.0)];
        assert_eq!(Chain::of_cubics(&straight, None, Some(p(9.0, 0.0))).expect("a chain").curves().len(), 2);
    }

    #[test]
    fn a_part_lies_on_the_whole_and_one_curve_is_a_chain() {
        let chain = Chain::of_cubics(&wave(), None, None).expect("a chain");
        let part = chain.part(0.3, 0.8);
        assert!((part.start() - chain.at(0.3)).length() < 1e-9 && (part.end() - chain.at(0.8)).length() < 1e-9);
        assert!((part.length() - chain.part(0.0, 0.8).length() + chain.part(0.0, 0.3).length()).abs() < 1.0);
        assert!((chain.reversed().at(0.25) - chain.at(0.75)).length() < 1e-9);
        let curve = Curve { start: p(0.0, 0.0), control: p(5.0, 9.0), end: p(20.0, 0.0) };
        let one = Chain::from(curve);
        assert_eq!((one.at(0.4), one.direction(0.4)), (curve.at(0.4), curve.direction(0.4)));
        assert_eq!(one.part(0.0, 0.4).curves(), [curve.part(0.0, 0.4)]);
        assert_eq!(one.gist(), curve);
    }

    #[test]
    fn ends_are_cut_where_the_line_leaves_the_outline() {
        let chain = Chain::of_cubics(&wave(), None, None).expect("a chain");
        let cut = chain.between(|at| at.length() < 20.0, |at| (at - chain.end()).length() < 30.0);
        assert!((cut.start().length() - 20.0).abs() < 0.01 && ((cut.end() - chain.end()).length() - 30.0).abs() < 0.01);
        assert_eq!(chain.between(|_| true, |_| false), chain, "what never leaves, or is outside, stays");
    }
}
