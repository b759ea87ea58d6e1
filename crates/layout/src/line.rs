//! A curve as bends compare it: its bounds, and straight pieces that stand for it.

use super::curve::Curve;
use super::geom::{Point, Rect, crosses};

/// Straight pieces that stand for a curve while bends are compared.
const COARSE: usize = 8;
/// What sums of rounded numbers may be wrong by.
const SLACK: f64 = 1e-3;

/// Where a curve runs as seen from another.
#[derive(Clone, Copy)]
enum Side {
    /// All of it on one side.
    Beside,
    /// From one side to the other.
    Through,
    Unclear,
}

/// A curve with what is asked of it again and again.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) curve: Curve,
    pub(super) bounds: Rect,
    points: [Point; COARSE + 1],
    /// What each piece spans.
    pieces: [Rect; COARSE],
    /// From one end to the other, and between which distances from that course the curve runs (times its length).
    course: Point,
    beside: (f64, f64),
}

impl Line {
    pub(super) fn new(curve: Curve) -> Self {
        let points: [Point; COARSE + 1] = std::array::from_fn(|k| curve.at(k as f64 / COARSE as f64));
        let pieces = std::array::from_fn(|k| Rect::spanning(points[k], points[k + 1]));
        let bounds = pieces.iter().fold(Rect::NOTHING, |all, piece| all.union(piece));
        let course = curve.end - curve.start;
        let bow = course.cross(curve.control - curve.start) * 0.5;
        let beside = (bow.min(0.0) - SLACK, bow.max(0.0) + SLACK);
        Self { curve, bounds, points, pieces, course, beside }
    }

    /// Where another curve runs as seen from this one.
    fn side_of(&self, other: &Self) -> Side {
        let off = |p: Point| self.course.cross(p - self.curve.start);
        let [start, control, end] = [off(other.curve.start), off(other.curve.control), off(other.curve.end)];
        let (least, most) = self.beside;
        if start.min(control).min(end) > most || start.max(control).max(end) < least {
            Side::Beside
        } else if start.min(end) < least && start.max(end) > most {
            Side::Through
        } else {
            Side::Unclear
        }
    }

    /// Whether no stretch of this curve runs as a stretch of the other does: then they cross once at most.
    fn turns_from(&self, other: &Self) -> bool {
        let ends = |line: &Self| [line.curve.control - line.curve.start, line.curve.end - line.curve.control];
        let [first, last] = ends(self);
        let turns = ends(other).map(|along| [first.cross(along), last.cross(along)]);
        turns.iter().flatten().all(|&turn| turn > SLACK) || turns.iter().flatten().all(|&turn| turn < -SLACK)
    }

    /// How often the two cross. A piece can only be crossed by a curve whose three points lie on both sides of it, which
    /// spares nearly all comparisons.
    pub(super) fn crossings(&self, other: &Self) -> usize {
        if !self.bounds.touches(&other.bounds) {
            return 0;
        }
        match (self.side_of(other), other.side_of(self)) {
            (Side::Beside, _) | (_, Side::Beside) => return 0,
            (Side::Through, Side::Through) if self.turns_from(other) => return 1,
            _ => {}
        }
        let mut count = 0;
        for (piece, bounds) in self.points.windows(2).zip(&self.pieces) {
            if !bounds.touches(&other.bounds) {
                continue;
            }
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

    pub(super) fn cuts(&self, rect: &Rect) -> bool {
        self.bounds.touches(rect) && self.points.windows(2).any(|w| rect.cut_by(w[0], w[1]))
    }
}
