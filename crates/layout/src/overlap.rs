//! Boxes made free of one another while the picture keeps its form: neighbours in the Delaunay triangulation that overlap
//! are set further apart, all others keep their distance (after Gansner and Hu 2010, doi:10.7155/jgaa.00198); what is
//! left is pushed along the shorter axis; and what even then overlaps is set on the nearest free place, so that at the
//! end no two boxes overlap, unless both are pinned.

use super::bundle::Bundles;
use super::geom::{Point, Rect};
use super::grid::Grid;
use super::{Options, Problem};

/// Rounds of the form-keeping step.
const ROUNDS: usize = 40;
/// Rounds of plain pushing.
const PUSHES: usize = 60;

/// How much room boxes need.
pub(super) struct Room<'a> {
    problem: &'a Problem,
    bundles: &'a Bundles,
    gap: f64,
    arrow: f64,
}

impl<'a> Room<'a> {
    /// The room that the options ask for.
    pub(super) fn new(problem: &'a Problem, bundles: &'a Bundles, options: &Options) -> Self {
        Self { problem, bundles, gap: options.gap, arrow: options.arrow.max(options.gap) }
    }

    /// How far the centres of two must be apart, horizontally or vertically.
    pub(super) fn needed(&self, i: usize, j: usize) -> Point {
        let gap = if self.bundles.joined(i, j) { self.arrow } else { self.gap };
        let (a, b) = (&self.problem.nodes[i], &self.problem.nodes[j]);
        Point::new(f64::midpoint(a.width, b.width) + gap, f64::midpoint(a.height, b.height) + gap)
    }

    /// How deep two are in one another, on the axis on which they are nearer to being free; not above 0 if they are free.
    fn depth(&self, i: usize, at_i: Point, j: usize, at_j: Point) -> Point {
        let needed = self.needed(i, j);
        Point::new(needed.x - (at_i.x - at_j.x).abs(), needed.y - (at_i.y - at_j.y).abs())
    }

    /// Whether the two have enough room.
    pub(super) fn free(&self, i: usize, at_i: Point, j: usize, at_j: Point) -> bool {
        let depth = self.depth(i, at_i, j, at_j);
        depth.x <= 1e-6 || depth.y <= 1e-6
    }

    /// The box with all the room that it may need around it.
    fn reach(&self, node: usize, at: Point) -> Rect {
        self.problem.nodes[node].rect(at).grown(self.arrow)
    }

    fn movable(&self, node: usize) -> bool {
        self.problem.nodes[node].pin.is_none()
    }
}

/// Moves nodes until no boxes overlap.
pub(super) fn remove(room: &Room, at: &mut [Point]) {
    for _ in 0..ROUNDS {
        if !loosen(room, at) {
            break;
        }
    }
    for _ in 0..PUSHES {
        if !push(room, at) {
            return;
        }
    }
    separate(room, at);
}

/// One round of the form-keeping step; whether anything overlapped.
fn loosen(room: &Room, at: &mut [Point]) -> bool {
    let edges = neighbours(at);
    let mut crowded = false;
    let mut wanted = Vec::with_capacity(edges.len());
    for &(i, j) in &edges {
        let (needed, step) = (room.needed(i, j), at[i] - at[j]);
        let stretch = (needed.x / step.x.abs().max(1e-3)).min(needed.y / step.y.abs().max(1e-3));
        crowded |= stretch > 1.0 + 1e-6;
        wanted.push(step.length().max(1e-3) * stretch.clamp(1.0, 1.5));
    }
    if crowded {
        follow(room, at, &edges, &wanted);
    }
    crowded
}

/// The edges of the Delaunay triangulation, each once.
fn neighbours(at: &[Point]) -> Vec<(usize, usize)> {
    let points: Vec<_> = at.iter().map(|p| delaunator::Point { x: p.x, y: p.y }).collect();
    let corners = delaunator::triangulate(&points).triangles;
    let mut edges = Vec::with_capacity(corners.len());
    for triangle in corners.chunks_exact(3) {
        for (i, j) in [(0, 1), (1, 2), (2, 0)] {
            edges.push((triangle[i].min(triangle[j]), triangle[i].max(triangle[j])));
        }
    }
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// Moves nodes toward the wanted lengths of the edges (stress majorization, one node after the other).
fn follow(room: &Room, at: &mut [Point], edges: &[(usize, usize)], wanted: &[f64]) {
    let mut around: Vec<Vec<(usize, f64)>> = vec![Vec::new(); at.len()];
    for (&(i, j), &length) in edges.iter().zip(wanted) {
        around[i].push((j, length));
        around[j].push((i, length));
    }
    for _ in 0..6 {
        for node in (0..at.len()).filter(|&node| room.movable(node) && !around[node].is_empty()) {
            let (mut sum, mut total) = (Point::default(), 0.0);
            for &(other, length) in &around[node] {
                let heed = 1.0 / (length * length);
                sum = sum + (at[other] + (at[node] - at[other]).unit() * length) * heed;
                total += heed;
            }
            at[node] = sum * (1.0 / total);
        }
    }
}

/// Pushes every overlapping pair apart along the shorter axis; whether there was one.
fn push(room: &Room, at: &mut [Point]) -> bool {
    let grid = Grid::of(&(0..at.len()).map(|k| room.reach(k, at[k])).collect::<Vec<_>>());
    let mut crowded = false;
    for i in 0..at.len() {
        for j in grid.near(&room.reach(i, at[i])).into_iter().filter(|&j| j > i) {
            let depth = room.depth(i, at[i], j, at[j]);
            let shares = match (room.movable(i), room.movable(j)) {
                (true, true) => (0.5, 0.5),
                (true, false) => (1.0, 0.0),
                (false, true) => (0.0, 1.0),
                (false, false) => continue,
            };
            if depth.x <= 1e-6 || depth.y <= 1e-6 {
                continue;
            }
            crowded = true;
            let away = at[i] - at[j];
            let side = |v: f64| if v < 0.0 { -1.0 } else { 1.0 };
            let step = if depth.x < depth.y {
                Point::new(side(away.x) * (depth.x + 0.01), 0.0)
            } else {
                Point::new(0.0, side(away.y) * (depth.y + 0.01))
            };
            at[i] = at[i] + step * shares.0;
            at[j] = at[j] - step * shares.1;
        }
    }
    crowded
}

/// Puts the nodes down one by one, pinned ones first, each on the free place nearest to where it stands.
fn separate(room: &Room, at: &mut [Point]) {
    let mut order: Vec<usize> = (0..at.len()).collect();
    order.sort_by_key(|&node| room.movable(node));
    let reach: Vec<Rect> = (0..at.len()).map(|k| room.reach(k, at[k])).collect();
    let cell = reach.iter().map(|r| r.width().max(r.height())).sum::<f64>() / reach.len().max(1) as f64;
    let mut grid = Grid::new(cell);
    for node in order {
        if room.movable(node) {
            at[node] = free_place(room, &grid, at, node);
        }
        grid.add(node, &room.reach(node, at[node]));
    }
}

/// The free place nearest to where a node stands: rings of places around it, ever wider.
fn free_place(room: &Room, grid: &Grid, at: &[Point], node: usize) -> Point {
    let fits = |place: Point| {
        let near = grid.near(&room.reach(node, place));
        near.into_iter().all(|other| room.free(node, place, other, at[other]))
    };
    if fits(at[node]) {
        return at[node];
    }
    let mut radius = 6.0;
    loop {
        let mut ring: Vec<Point> = (-8..=8)
            .flat_map(|k| {
                let along = radius * f64::from(k) / 8.0;
                let (x, y) = (Point::new(radius, along), Point::new(along, radius));
                [x, x * -1.0, y, y * -1.0]
            })
            .collect();
        ring.sort_by(|a, b| a.length().total_cmp(&b.length()));
        if let Some(step) = ring.into_iter().find(|&step| fits(at[node] + step)) {
            return at[node] + step;
        }
        radius *= 1.15;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Node, Shape};

    #[test]
    fn forty_boxes_on_one_spot_come_apart() {
        let node = Node { width: 80.0, height: 24.0, shape: Shape::Rect, pin: None };
        let mut problem = Problem { nodes: vec![node; 40], ..Problem::default() };
        problem.nodes[3].pin = Some(Point::new(5.0, 5.0));
        let bundles = Bundles::of(&problem);
        let room = Room::new(&problem, &bundles, &Options::default());
        let mut at = vec![Point::new(5.0, 5.0); 40];
        remove(&room, &mut at);
        for i in 0..40 {
            for j in 0..i {
                assert!(room.free(i, at[i], j, at[j]), "{i} and {j}");
            }
        }
        assert_eq!(at[3], Point::new(5.0, 5.0));
    }
}
