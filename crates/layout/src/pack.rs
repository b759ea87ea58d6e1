//! Parts of a network that do not hang together are drawn one by one and then packed like boxes into a picture of the
//! wanted proportions.

use super::geom::{Point, Rect};
use super::{Options, Placement, Problem, Route};

/// A part, and where its nodes and edges stand in the whole.
pub(super) struct Part {
    /// The part as a problem of its own.
    pub(super) problem: Problem,
    nodes: Vec<usize>,
    edges: Vec<usize>,
}

/// What hangs together through edges or groups; all pinned nodes are in one part. Largest first.
pub(super) fn parts(problem: &Problem) -> Vec<Part> {
    let mut root: Vec<usize> = (0..problem.nodes.len()).collect();
    for edge in problem.edges.iter().filter(|edge| problem.joins(edge)) {
        unite(&mut root, edge.from, edge.to);
    }
    for two in problem.groups.iter().flat_map(|group| group.windows(2)) {
        unite(&mut root, two[0], two[1]);
    }
    let pinned: Vec<usize> = (0..problem.nodes.len()).filter(|&k| problem.nodes[k].pin.is_some()).collect();
    for two in pinned.windows(2) {
        unite(&mut root, two[0], two[1]);
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); problem.nodes.len()];
    for node in 0..problem.nodes.len() {
        members[find(&mut root, node)].push(node);
    }
    members.retain(|nodes| !nodes.is_empty());
    members.sort_by_key(|nodes| (std::cmp::Reverse(nodes.len()), nodes[0]));
    cut(problem, members)
}

fn find(root: &mut [usize], mut node: usize) -> usize {
    while root[node] != node {
        root[node] = root[root[node]];
        node = root[node];
    }
    node
}

fn unite(root: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(root, a), find(root, b));
    root[a.max(b)] = a.min(b);
}

/// Cuts the problem into the parts with these members.
fn cut(problem: &Problem, members: Vec<Vec<usize>>) -> Vec<Part> {
    let mut home = vec![(0, 0); problem.nodes.len()];
    let mut parts: Vec<Part> = Vec::with_capacity(members.len());
    for nodes in members {
        for (new, &old) in nodes.iter().enumerate() {
            home[old] = (parts.len(), new);
        }
        let own = nodes.iter().map(|&old| problem.nodes[old]).collect();
        parts.push(Part { problem: Problem { nodes: own, ..Problem::default() }, nodes, edges: Vec::new() });
    }
    for (number, edge) in problem.edges.iter().enumerate().filter(|(_, edge)| problem.joins(edge)) {
        let part = &mut parts[home[edge.from].0];
        let mut edge = *edge;
        (edge.from, edge.to) = (home[edge.from].1, home[edge.to].1);
        part.problem.edges.push(edge);
        part.edges.push(number);
    }
    for group in problem.groups.iter().filter(|group| !group.is_empty()) {
        parts[home[group[0]].0].problem.groups.push(group.iter().map(|&node| home[node].1).collect());
    }
    parts
}

/// Sets the drawings of the parts side by side and hands every node and edge its place in the whole.
pub(super) fn arrange(problem: &Problem, parts: &[Part], drawings: Vec<Placement>, options: &Options) -> Placement {
    let bounds: Vec<Rect> = parts.iter().zip(&drawings).map(|(part, d)| d.bounds(&part.problem)).collect();
    let gap = 2.0 * options.gap;
    let sizes: Vec<Point> = bounds.iter().map(|rect| Point::new(rect.width() + gap, rect.height() + gap)).collect();
    let mut corners = pack(&sizes, options.aspect);
    let margin = Point::new(options.margin, options.margin);
    // A pinned part (there is one at most) stays; the others follow it as they would have without pins.
    let pinned = parts.iter().position(|part| part.problem.is_pinned());
    if let Some(pinned) = pinned {
        let below = Point::new(bounds[pinned].min.x, bounds[pinned].max.y + gap);
        let others: Vec<usize> = (0..parts.len()).filter(|&k| k != pinned).collect();
        let packed = pack(&others.iter().map(|&k| sizes[k]).collect::<Vec<_>>(), 2.0 * options.aspect);
        for (&k, corner) in others.iter().zip(packed) {
            corners[k] = below + corner;
        }
        corners[pinned] = bounds[pinned].min;
    }
    let origin = if pinned.is_some() { Point::default() } else { margin };
    let mut whole = Placement {
        nodes: vec![Point::default(); problem.nodes.len()],
        edges: vec![Route::default(); problem.edges.len()],
        ..Placement::default()
    };
    for (((part, drawing), rect), corner) in parts.iter().zip(drawings).zip(&bounds).zip(corners) {
        let drawing = drawing.moved(origin + corner - rect.min);
        for (&old, at) in part.nodes.iter().zip(drawing.nodes) {
            whole.nodes[old] = at;
        }
        for (&old, route) in part.edges.iter().zip(drawing.edges) {
            whole.edges[old] = route;
        }
    }
    whole
}

/// Positions of the parts set side by side, for every node of the whole.
pub(super) fn positions(parts: &[Part], drawings: Vec<Vec<Point>>, options: &Options) -> Vec<Point> {
    let boxes = |(part, at): (&Part, &Vec<Point>)| {
        let rects = part.problem.nodes.iter().zip(at).map(|(node, &at)| node.rect(at));
        rects.fold(Rect::NOTHING, |all, rect| all.union(&rect))
    };
    let bounds: Vec<Rect> = parts.iter().zip(&drawings).map(boxes).collect();
    let gap = options.arrow;
    let sizes: Vec<Point> = bounds.iter().map(|rect| Point::new(rect.width() + gap, rect.height() + gap)).collect();
    let corners = pack(&sizes, options.aspect);
    let mut whole = vec![Point::default(); parts.iter().map(|part| part.nodes.len()).sum()];
    for (((part, drawing), rect), corner) in parts.iter().zip(drawings).zip(&bounds).zip(corners) {
        for (&old, at) in part.nodes.iter().zip(drawing) {
            whole[old] = at + corner - rect.min;
        }
    }
    whole
}

/// Upper left corners for boxes of these sizes: tries several widths, takes the one that comes nearest to the wanted
/// proportions with little waste.
fn pack(sizes: &[Point], aspect: f64) -> Vec<Point> {
    let area: f64 = sizes.iter().map(|s| s.x * s.y).sum();
    let widest = sizes.iter().map(|s| s.x).fold(0.0, f64::max);
    let mut best = (f64::INFINITY, vec![Point::default(); sizes.len()]);
    for step in 0..if sizes.len() > 1 { 16 } else { 1 } {
        let width = widest.max((area * aspect).sqrt() * (0.8 + 0.08 * f64::from(step)));
        let (corners, height) = skyline(sizes, width);
        let used = corners.iter().zip(sizes).map(|(c, s)| c.x + s.x).fold(0.0, f64::max);
        // The smallest picture of the wanted proportions that holds it.
        let scale = used.max(height * aspect);
        if scale < best.0 {
            best = (scale, corners);
        }
    }
    best.1
}

/// Fills a strip of this width from the top: highest first, each as high up and as far left as it goes.
fn skyline(sizes: &[Point], width: f64) -> (Vec<Point>, f64) {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&a, &b| sizes[b].y.total_cmp(&sizes[a].y).then(a.cmp(&b)));
    // Runs of the lower edge: where each begins, and how deep it is. The last one is the end of the strip.
    let mut runs: Vec<(f64, f64)> = vec![(0.0, 0.0), (width, f64::INFINITY)];
    let mut corners = vec![Point::default(); sizes.len()];
    let mut height: f64 = 0.0;
    for item in order {
        let size = sizes[item];
        let mut place = Point::new(0.0, f64::INFINITY);
        for start in 0..runs.len() - 1 {
            let x = runs[start].0;
            if x + size.x > width + 1e-6 && start > 0 {
                break;
            }
            let under = runs[start..runs.len() - 1].iter().take_while(|run| run.0 < x + size.x - 1e-6);
            let y = under.map(|run| run.1).fold(0.0, f64::max);
            if y < place.y {
                place = Point::new(x, y);
            }
        }
        corners[item] = place;
        height = height.max(place.y + size.y);
        cover(&mut runs, place.x, (place.x + size.x).min(width), place.y + size.y);
    }
    (corners, height)
}

/// Lowers the edge between `x0` and `x1` to `y`.
fn cover(runs: &mut Vec<(f64, f64)>, x0: f64, x1: f64, y: f64) {
    let first = runs.partition_point(|run| run.0 < x0 - 1e-6);
    let after = runs.partition_point(|run| run.0 < x1 - 1e-6);
    let behind = runs[after.max(1) - 1].1;
    let rest = (runs[after].0 > x1 + 1e-6).then_some((x1, behind));
    runs.splice(first..after, std::iter::once((x0, y)).chain(rest));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_boxes_are_free_of_one_another() {
        let sizes: Vec<Point> =
            (0..40).map(|k| Point::new(20.0 + f64::from(k * 37 % 90), 10.0 + f64::from(k * 53 % 70))).collect();
        let corners = pack(&sizes, 1.5);
        let rects: Vec<Rect> = corners.iter().zip(&sizes).map(|(&c, &s)| Rect { min: c, max: c + s }).collect();
        for (i, a) in rects.iter().enumerate() {
            assert!(rects[..i].iter().all(|b| a.shared(b) < 1e-6), "{i}");
        }
    }
}
