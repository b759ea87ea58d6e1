//! Points, rectangles, segments and outlines in the plane: pixels, x to the right, y down.

use std::ops::{Add, Mul, Sub};

/// A place, or a step from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// Twice the signed area that the two steps span.
    #[must_use]
    pub fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    /// The length of the step.
    #[must_use]
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The point a share `t` of the way to `other`.
    #[must_use]
    pub fn toward(self, other: Self, t: f64) -> Self {
        self + (other - self) * t
    }

    /// The same direction with length 1; to the right if there is no direction.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-9 { self * (1.0 / length) } else { Self::new(1.0, 0.0) }
    }

    /// The step turned by a quarter.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self { x: -self.y, y: self.x }
    }

    /// To a hundredth of a pixel, so that output is the same to the byte.
    #[must_use]
    pub fn rounded(self) -> Self {
        Self { x: hundredth(self.x), y: hundredth(self.y) }
    }
}

/// Rounds to two decimals, without a negative zero.
pub(super) fn hundredth(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Mul<f64> for Point {
    type Output = Self;
    fn mul(self, by: f64) -> Self {
        Self { x: self.x * by, y: self.y * by }
    }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The upper left corner.
    pub min: Point,
    /// The lower right corner.
    pub max: Point,
}

impl Rect {
    /// What contains nothing: the start of a union.
    pub const NOTHING: Self =
        Self { min: Point::new(f64::INFINITY, f64::INFINITY), max: Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY) };

    /// The rectangle of this size around `centre`.
    #[must_use]
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        let half = Point::new(width / 2.0, height / 2.0);
        Self { min: centre - half, max: centre + half }
    }

    /// The smallest rectangle that holds both points.
    #[must_use]
    pub fn spanning(a: Point, b: Point) -> Self {
        Self { min: Point::new(a.x.min(b.x), a.y.min(b.y)), max: Point::new(a.x.max(b.x), a.y.max(b.y)) }
    }

    /// Whether it was never given anything to hold.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.min.x > self.max.x
    }

    /// Its extent from left to right.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.max.x - self.min.x
    }

    /// Its extent from top to bottom.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.max.y - self.min.y
    }

    /// Its middle.
    #[must_use]
    pub fn centre(&self) -> Point {
        self.min.toward(self.max, 0.5)
    }

    /// Larger by `by` on all four sides.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        let step = Point::new(by, by);
        Self { min: self.min - step, max: self.max + step }
    }

    /// Moved by `step`.
    #[must_use]
    pub fn moved(&self, step: Point) -> Self {
        Self { min: self.min + step, max: self.max + step }
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// Whether the insides have a point in common; touching is not meeting.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.min.x < other.max.x && other.min.x < self.max.x && self.min.y < other.max.y && other.min.y < self.max.y
    }

    /// Whether the two have a point in common, be it on the border; a rectangle without breadth can touch.
    #[must_use]
    pub fn touches(&self, other: &Self) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// The area that both cover.
    #[must_use]
    pub fn shared(&self, other: &Self) -> f64 {
        let x = self.max.x.min(other.max.x) - self.min.x.max(other.min.x);
        let y = self.max.y.min(other.max.y) - self.min.y.max(other.min.y);
        x.max(0.0) * y.max(0.0)
    }

    /// Whether the point lies inside or on the border.
    #[must_use]
    pub fn holds(&self, p: Point) -> bool {
        p.x >= self.min.x && p.x <= self.max.x && p.y >= self.min.y && p.y <= self.max.y
    }

    /// Whether `inner` lies wholly inside.
    #[must_use]
    pub fn covers(&self, inner: &Self) -> bool {
        self.holds(inner.min) && self.holds(inner.max)
    }

    /// By how much another leaves it, on the side where that is most.
    pub(super) fn beyond(&self, other: &Self) -> f64 {
        let low = (self.min.x - other.min.x).max(self.min.y - other.min.y);
        low.max(other.max.x - self.max.x).max(other.max.y - self.max.y).max(0.0)
    }

    /// Whether the segment from `a` to `b` runs through the inside (separating axes).
    #[must_use]
    pub fn cut_by(&self, a: Point, b: Point) -> bool {
        if a.x.max(b.x) <= self.min.x
            || a.x.min(b.x) >= self.max.x
            || a.y.max(b.y) <= self.min.y
            || a.y.min(b.y) >= self.max.y
        {
            return false;
        }
        let step = b - a;
        let offset = (self.centre() - a).cross(step).abs();
        let reach = f64::midpoint(self.width() * step.y.abs(), self.height() * step.x.abs());
        offset < reach
    }
}

/// Whether the open segments `a b` and `c d` cross in one point.
pub(super) fn crosses(a: Point, b: Point, c: Point, d: Point) -> bool {
    let ab = b - a;
    if (ab.cross(c - a) > 0.0) == (ab.cross(d - a) > 0.0) {
        return false;
    }
    let cd = d - c;
    (cd.cross(a - c) > 0.0) != (cd.cross(b - c) > 0.0)
}

/// Where the segments `a b` and `c d` cross.
pub(super) fn crossing(a: Point, b: Point, c: Point, d: Point) -> Option<Point> {
    if !crosses(a, b, c, d) {
        return None;
    }
    let (ab, cd) = (b - a, d - c);
    let across = ab.cross(cd);
    (across.abs() > 1e-12).then(|| a.toward(b, (c - a).cross(cd) / across))
}

/// The distance from `p` to the nearest point of the segment `a b`.
pub(super) fn to_segment(p: Point, a: Point, b: Point) -> f64 {
    let step = b - a;
    let square = step.dot(step);
    let t = if square > 1e-12 { ((p - a).dot(step) / square).clamp(0.0, 1.0) } else { 0.0 };
    (p - a.toward(b, t)).length()
}

/// The outline of a node inside its width and height, where lines are cut. With half width `a`, half height `b` and
/// the distances `x`, `y` from the centre, a point is inside where the formula holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// The whole box.
    #[default]
    Rect,
    /// `(x/a)² + (y/b)² <= 1`
    Ellipse,
    /// Pointed left and right: `x + y/2 <= a`
    Hexagon,
    /// Corners cut by a third of the height: `x + y <= a + b - 2b/3`
    Octagon,
    /// Half circles left and right; a box higher than wide has them at top and bottom.
    Pill,
}

impl Shape {
    /// Whether the point at `offset` from the centre lies inside the outline of a node of this size.
    #[must_use]
    pub fn holds(self, offset: Point, width: f64, height: f64) -> bool {
        let (a, b) = (width / 2.0, height / 2.0);
        let (x, y) = (offset.x.abs(), offset.y.abs());
        if x > a || y > b {
            return false;
        }
        match self {
            Self::Rect => true,
            Self::Ellipse => (x / a) * (x / a) + (y / b) * (y / b) <= 1.0,
            Self::Hexagon => x + y / 2.0 <= a,
            Self::Octagon => x + y <= a + b - 2.0 * b / 3.0,
            Self::Pill => {
                let radius = a.min(b);
                let (x, y) = ((x - (a - radius)).max(0.0), (y - (b - radius)).max(0.0));
                x * x + y * y <= radius * radius
            }
        }
    }

    /// About how far outside the outline of a node of this size a point at `offset` from the centre is; not above 0 inside.
    pub(super) fn beyond(self, offset: Point, width: f64, height: f64) -> f64 {
        let (a, b) = (width / 2.0, height / 2.0);
        let (x, y) = (offset.x.abs(), offset.y.abs());
        let corner = match self {
            Self::Rect => f64::NEG_INFINITY,
            Self::Ellipse => ((x / a) * (x / a) + (y / b) * (y / b) - 1.0) * a.min(b),
            Self::Hexagon => x + y / 2.0 - a,
            Self::Octagon => x + y - (a + b - 2.0 * b / 3.0),
            Self::Pill => {
                let radius = a.min(b);
                let (x, y) = ((x - (a - radius)).max(0.0), (y - (b - radius)).max(0.0));
                (x * x + y * y - radius * radius) / radius
            }
        };
        corner.max(x - a).max(y - b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_cuts_a_box_only_through_its_inside() {
        let rect = Rect::around(Point::new(0.0, 0.0), 10.0, 4.0);
        assert!(rect.cut_by(Point::new(-9.0, -3.0), Point::new(9.0, 3.0)));
        assert!(rect.cut_by(Point::new(1.0, 1.0), Point::new(2.0, 1.0)));
        assert!(!rect.cut_by(Point::new(-9.0, 2.0), Point::new(9.0, 2.0)), "along the border");
        assert!(!rect.cut_by(Point::new(3.0, 6.0), Point::new(9.0, 0.0)), "past the corner");
    }

    #[test]
    fn segments_cross_at_one_point_or_not_at_all() {
        let p = Point::new;
        let at = crossing(p(0.0, 0.0), p(4.0, 4.0), p(0.0, 4.0), p(4.0, 0.0));
        assert_eq!(at, Some(p(2.0, 2.0)));
        assert_eq!(crossing(p(0.0, 0.0), p(4.0, 4.0), p(3.0, 0.0), p(4.0, 3.0)), None);
        assert!((to_segment(p(5.0, 3.0), p(0.0, 0.0), p(4.0, 0.0)) - 10.0_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn shapes_fill_their_box_to_the_side_and_leave_the_corner() {
        for shape in [Shape::Ellipse, Shape::Hexagon, Shape::Octagon, Shape::Pill] {
            assert!(shape.holds(Point::new(29.9, 0.0), 60.0, 20.0), "{shape:?}");
            assert!(shape.holds(Point::new(0.0, -9.9), 60.0, 20.0), "{shape:?}");
            assert!(!shape.holds(Point::new(29.5, 9.5), 60.0, 20.0), "{shape:?}");
        }
    }
}
