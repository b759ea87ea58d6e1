//! What a drawing is worth, in figures.

use std::collections::VecDeque;

use super::bundle::Bundles;
use super::curve::Curve;
use super::geom::{Point, Rect, crossing};
use super::grid::Grid;
use super::problem::to_nearest;
use super::{Placement, Problem};

/// Faults and figures of a drawing. Curves count as [`super::PIECES`] straight pieces.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Quality {
    /// Pairs of boxes that share more than a square pixel.
    pub overlaps: usize,
    /// Lines that run through a foreign box (its border, a pixel wide, is free), counted per box.
    pub through: usize,
    /// Points where two lines cross, outside the boxes at their ends.
    pub crossings: usize,
    /// Pairs of labels that share more than a square pixel.
    pub label_on_label: usize,
    /// Labels on boxes, likewise.
    pub label_on_node: usize,
    /// Foreign lines under labels, counted per line.
    pub label_on_line: usize,
    /// Labels whose mark (or centre, if they have none) is nearer to a foreign line than to their own, by half a pixel or
    /// more.
    pub ambiguous: usize,
    /// Mean squared relative error of the distances against steps in the network, at the best scale; 0 for a perfect
    /// picture. Measured from every node, of more than 1500 from 500 at most.
    pub stress: f64,
    /// Area of the picture divided by the sum of all boxes.
    pub area: f64,
    /// Width divided by height.
    pub aspect: f64,
}

impl Quality {
    /// Every figure with its name.
    #[must_use]
    pub fn figures(&self) -> Vec<(&'static str, f64)> {
        let count = |number: usize| number as f64;
        vec![
            ("overlaps", count(self.overlaps)),
            ("through", count(self.through)),
            ("crossings", count(self.crossings)),
            ("label-on-label", count(self.label_on_label)),
            ("label-on-node", count(self.label_on_node)),
            ("label-on-line", count(self.label_on_line)),
            ("ambiguous", count(self.ambiguous)),
            ("stress", self.stress),
            ("area", self.area),
            ("aspect", self.aspect),
        ]
    }
}

/// Measures a drawing of the problem, whoever made it. Boxes, lines and labels are compared with those near them (a grid of cells); the
/// stress takes a search through the network from each node, so O(n·(n + m)) for n nodes and m edges up to 1500 nodes.
///
/// Crossings and stress are the usual figures of drawings (Purchase 2002, doi:10.1006/jvlc.2002.0232; Kamada and Kawai 1989,
/// doi:10.1016/0020-0190(89)90102-6).
///
/// ```
/// use parallax_layout::{Curve, Node, Placement, Point, Problem, Route, Shape, Edge, quality};
///
/// // Four boxes at the corners of a quadrangle, and its two diagonals.
/// let node = Node { width: 10.0, height: 10.0, shape: Shape::Rect, pin: None };
/// let edge = |from, to| Edge { from, to, label: (0.0, 0.0), mark: 0.0, weight: 1.0 };
/// let problem = Problem { nodes: vec![node; 4], edges: vec![edge(0, 2), edge(1, 3)], groups: vec![] };
/// let nodes = [(0.0, 0.0), (90.0, 0.0), (90.0, 90.0), (0.0, 60.0)].map(|(x, y)| Point::new(x, y)).to_vec();
/// let straight = |a: usize, b: usize| Curve { start: nodes[a], control: nodes[a].toward(nodes[b], 0.5), end: nodes[b] };
/// let edges = [(0, 2), (1, 3)].map(|(a, b)| Route { curve: straight(a, b), label: None }).to_vec();
/// let drawing = Placement { nodes, edges, ..Placement::default() };
/// assert_eq!(quality(&problem, &drawing).crossings, 1);
/// ```
#[must_use]
pub fn quality(problem: &Problem, drawing: &Placement) -> Quality {
    judged(problem, drawing).0
}

/// The same, with the nodes that foreign lines run through, once for each line.
pub(super) fn judged(problem: &Problem, drawing: &Placement) -> (Quality, Vec<usize>) {
    let problem = problem.sound();
    let sheet = Sheet::new(&problem, drawing);
    let bounds = drawing.bounds(&problem);
    let boxes: f64 = problem.nodes.iter().map(|n| n.width * n.height).sum();
    let (width, height) = if bounds.is_nothing() { (0.0, 0.0) } else { (bounds.width(), bounds.height()) };
    let (label_on_label, label_on_node, label_on_line, ambiguous) = sheet.labels();
    let struck = sheet.through();
    let found = Quality {
        overlaps: sheet.overlaps(),
        through: struck.len(),
        crossings: sheet.crossings(),
        label_on_label,
        label_on_node,
        label_on_line,
        ambiguous,
        stress: stress(&problem, &drawing.nodes),
        area: if boxes > 0.0 { width * height / boxes } else { 0.0 },
        aspect: if height > 0.0 { width / height } else { 0.0 },
    };
    (found, struck)
}

/// A drawing, prepared for questions.
struct Sheet<'a> {
    problem: &'a Problem,
    drawing: &'a Placement,
    boxes: Vec<Rect>,
    box_grid: Grid,
    lines: Vec<Vec<Point>>,
    segments: Vec<(usize, Point, Point)>,
    segment_grid: Grid,
}

impl<'a> Sheet<'a> {
    fn new(problem: &'a Problem, drawing: &'a Placement) -> Self {
        let boxes: Vec<Rect> = problem.nodes.iter().zip(&drawing.nodes).map(|(n, &at)| n.rect(at)).collect();
        let points = |edge: usize| drawing.curves(edge).iter().flat_map(Curve::points).collect();
        let lines: Vec<Vec<Point>> = (0..drawing.edges.len()).map(points).collect();
        let mut segments = Vec::new();
        for (edge, line) in lines.iter().enumerate().filter(|&(k, _)| problem.joins(&problem.edges[k])) {
            segments.extend(line.windows(2).map(|w| (edge, w[0], w[1])));
        }
        let cell = boxes.iter().map(Rect::width).sum::<f64>() / boxes.len().max(1) as f64;
        let mut segment_grid = Grid::new(cell);
        for (number, &(_, a, b)) in segments.iter().enumerate() {
            segment_grid.add(number, &Rect::spanning(a, b));
        }
        Self { problem, drawing, box_grid: Grid::of(&boxes), boxes, lines, segments, segment_grid }
    }

    fn overlaps(&self) -> usize {
        let met = |k: usize| {
            let near = self.box_grid.touching(&self.boxes[k]);
            near.into_iter().filter(|&other| other < k && self.boxes[k].shared(&self.boxes[other]) > 1.0).count()
        };
        (0..self.boxes.len()).map(met).sum()
    }

    /// The foreign boxes that lines run through, once for each line.
    fn through(&self) -> Vec<usize> {
        let mut through = Vec::new();
        for (edge, line) in self.problem.edges.iter().zip(&self.lines).filter(|(edge, _)| self.problem.joins(edge)) {
            let mut near: Vec<usize> =
                line.windows(2).flat_map(|w| self.box_grid.touching(&Rect::spanning(w[0], w[1]))).collect();
            near.sort_unstable();
            near.dedup();
            let hit = |&node: &usize| {
                let rect = self.boxes[node].grown(-1.0);
                node != edge.from && node != edge.to && line.windows(2).any(|w| rect.cut_by(w[0], w[1]))
            };
            through.extend(near.into_iter().filter(hit));
        }
        through
    }

    fn crossings(&self) -> usize {
        let mut count = 0;
        for (number, &(edge, a, b)) in self.segments.iter().enumerate() {
            for other in self.segment_grid.touched(Rect::spanning(a, b)).filter(|&k| k > number) {
                let (second, c, d) = self.segments[other];
                let loops = [edge, second].iter().any(|&t| self.problem.edges[t].from == self.problem.edges[t].to);
                // Lines that share a stretch have corners in common, and cross at none of them.
                let touch = [c, d].iter().any(|&p| (p - a).length() < 1e-6 || (p - b).length() < 1e-6);
                if edge == second || loops || touch {
                    continue;
                }
                let outside = |at: Point| !self.at_an_end(edge, at) && !self.at_an_end(second, at);
                count += usize::from(crossing(a, b, c, d).is_some_and(outside));
            }
        }
        count
    }

    fn at_an_end(&self, edge: usize, at: Point) -> bool {
        let edge = &self.problem.edges[edge];
        self.boxes[edge.from].grown(1.5).holds(at) || self.boxes[edge.to].grown(1.5).holds(at)
    }

    /// Labels on labels, on boxes and on foreign lines, and labels that could belong to another line.
    fn labels(&self) -> (usize, usize, usize, usize) {
        let place = |(k, route): (usize, &super::Route)| {
            let (width, height) = self.problem.edges.get(k)?.label;
            route.label.map(|at| (k, at, Rect::around(at, width, height)))
        };
        let labels: Vec<(usize, Point, Rect)> = self.drawing.edges.iter().enumerate().filter_map(place).collect();
        let grid = Grid::of(&labels.iter().map(|label| label.2).collect::<Vec<_>>());
        let mut found = (0, 0, 0, 0);
        for (number, &(edge, at, rect)) in labels.iter().enumerate() {
            let before = grid.touched(rect).filter(|&other| other < number);
            found.0 += before.filter(|&other| rect.shared(&labels[other].2) > 1.0).count();
            let nodes = self.box_grid.touched(rect);
            found.1 += nodes.filter(|&node| rect.shared(&self.boxes[node]) > 1.0).count();
            let inner = rect.grown(-1.0);
            let mut under: Vec<usize> =
                self.near(&rect).filter(|s| s.0 != edge && inner.cut_by(s.1, s.2)).map(|s| s.0).collect();
            under.dedup();
            found.2 += under.len();
            let curves = self.drawing.curves(edge);
            let mark = self.problem.edges[edge].mark_on(curves, at);
            let own = to_nearest(curves, mark);
            let wide = Rect::around(mark, 80.0, 80.0);
            let nearer = |s: (usize, Point, Point)| {
                let distance = super::geom::to_segment(mark, s.1, s.2);
                s.0 != edge && distance <= 40.0 && distance < own - 0.5
            };
            found.3 += usize::from(self.near(&wide).any(nearer));
        }
        found
    }

    fn near(&self, rect: &Rect) -> impl Iterator<Item = (usize, Point, Point)> {
        self.segment_grid.near(rect).into_iter().map(|k| self.segments[k])
    }
}

/// The stress of positions against the number of steps from node to node.
fn stress(problem: &Problem, at: &[Point]) -> f64 {
    let bundles = Bundles::of(problem);
    let count = problem.nodes.len().min(at.len());
    let stride = if count > 1_500 { count.div_ceil(500) } else { 1 };
    let mut pairs: Vec<(f64, f64)> = Vec::new();
    for source in (0..count).step_by(stride) {
        let steps = steps_from(&bundles, source);
        for (node, &wanted) in steps.iter().enumerate().filter(|&(_, &s)| s > 0 && s < u32::MAX) {
            pairs.push(((at[source] - at[node]).length(), f64::from(wanted)));
        }
    }
    let linear: f64 = pairs.iter().map(|(x, d)| x / d).sum();
    let square: f64 = pairs.iter().map(|(x, d)| x * x / (d * d)).sum();
    if square <= 0.0 {
        return 0.0;
    }
    let scale = linear / square;
    let error = |&(x, d): &(f64, f64)| ((scale * x - d) / d) * ((scale * x - d) / d);
    pairs.iter().map(error).sum::<f64>() / pairs.len() as f64
}

/// The number of steps to every node (breadth first).
fn steps_from(bundles: &Bundles, source: usize) -> Vec<u32> {
    let mut steps = vec![u32::MAX; bundles.at.len()];
    let mut queue = VecDeque::from([source]);
    steps[source] = 0;
    while let Some(node) = queue.pop_front() {
        for &(_, other) in &bundles.at[node] {
            if steps[other] == u32::MAX {
                steps[other] = steps[node] + 1;
                queue.push_back(other);
            }
        }
    }
    steps
}
