//! What is to be drawn: boxes, lines with their labels, and which boxes belong together.

use super::curve::Curve;
use super::geom::{Point, Rect, Shape};

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// The boxes; all else names them by position.
    pub nodes: Vec<Node>,
    /// The lines. An edge that names no node gets an empty route.
    pub edges: Vec<Edge>,
    /// Blocs: nodes to be kept together and free of strangers. A node may be in several.
    pub groups: Vec<Vec<usize>>,
}

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// The outline inside the box, where lines end.
    pub shape: Shape,
    /// A centre that must not change.
    pub pin: Option<Point>,
}

/// A line from one box to another, or back to the same one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The node where it begins.
    pub from: usize,
    /// The node where it ends.
    pub to: usize,
    /// Width and height of the label; `(0.0, 0.0)` for none.
    pub label: (f64, f64),
    /// Width of the mark at one end of the label. The mark is put onto the line, and the words to its right or left, so
    /// that no label can be taken for another line's. 0 for none: then the label stands on the line or beside it.
    pub mark: f64,
    /// How much it matters that the two stand near each other; 1 is usual.
    pub weight: f64,
}

impl Edge {
    /// Whether there is a label to place.
    #[must_use]
    pub fn is_labelled(&self) -> bool {
        self.label.0 > 0.0 && self.label.1 > 0.0
    }

    /// Where the mark is if it is the left or the right end of a label whose centre stands at `at`; without a mark, the
    /// centre.
    #[must_use]
    pub fn marks(&self, at: Point) -> [Point; 2] {
        let step = if self.mark > 0.0 { Point::new((self.label.0 - self.mark) / 2.0, 0.0) } else { Point::default() };
        [at - step, at + step]
    }

    /// The mark, or the centre, of a label that belongs to these curves: of both ends the one that is nearer to it.
    #[must_use]
    pub fn mark_on(&self, curves: &[Curve], at: Point) -> Point {
        let [left, right] = self.marks(at);
        if to_nearest(curves, right) < to_nearest(curves, left) { right } else { left }
    }
}

impl Node {
    /// The box when its centre stands at `at`.
    #[must_use]
    pub fn rect(&self, at: Point) -> Rect {
        Rect::around(at, self.width, self.height)
    }
}

/// How close together lines are: how much can be gained by trying other places for nodes, and other bends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Density {
    /// Single lines can be followed.
    Open,
    /// Nearly every line crosses many others: what is tried is tried at a glance.
    Tangled,
    /// Lines cover the picture: nothing is bent, and nothing varied.
    Solid,
}

/// So few lines are always open.
const FEW: usize = 150;
/// More lines than this are solid.
const MANY: usize = 1_500;
/// Lines a node beyond which a network is tangled, and solid.
const TANGLED: f64 = 3.5;
const SOLID: f64 = 8.0;

impl Problem {
    /// How close together lines are.
    pub(super) fn density(&self) -> Density {
        let each = self.edges.len() as f64 / self.nodes.len().max(1) as f64;
        match self.edges.len() {
            0..=FEW => Density::Open,
            lines if lines > MANY || each > SOLID => Density::Solid,
            _ if each > TANGLED => Density::Tangled,
            _ => Density::Open,
        }
    }

    pub(super) fn joins(&self, edge: &Edge) -> bool {
        edge.from < self.nodes.len() && edge.to < self.nodes.len()
    }

    pub(super) fn is_pinned(&self) -> bool {
        self.nodes.iter().any(|node| node.pin.is_some())
    }

    /// The same with every number finite and in range, so that no later step has to ask.
    pub(super) fn sound(&self) -> Self {
        let size = |v: f64, least: f64| {
            if v.is_finite() { v.clamp(least, 10_000.0) } else { least }
        };
        let mut sound = self.clone();
        for node in &mut sound.nodes {
            (node.width, node.height) = (size(node.width, 1.0), size(node.height, 1.0));
            node.pin = node.pin.filter(|&pin| in_range(pin));
        }
        for edge in &mut sound.edges {
            edge.label = (size(edge.label.0, 0.0), size(edge.label.1, 0.0));
            edge.mark = size(edge.mark, 0.0).min(edge.label.0);
            edge.weight = if edge.weight.is_finite() { edge.weight.clamp(0.01, 100.0) } else { 1.0 };
        }
        for group in &mut sound.groups {
            group.retain(|&node| node < self.nodes.len());
            group.sort_unstable();
            group.dedup();
        }
        sound
    }
}

/// The distance of a point from the nearest of some curves.
pub(super) fn to_nearest(curves: &[Curve], at: Point) -> f64 {
    curves.iter().map(|curve| curve.distance(at)).fold(f64::INFINITY, f64::min)
}

/// Whether a place is a finite one that a picture can hold.
pub(super) fn in_range(at: Point) -> bool {
    at.x.abs() < 1e6 && at.y.abs() < 1e6
}
