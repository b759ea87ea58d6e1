//! What holds for every drawing, on random problems and on awkward ones.

use proptest::prelude::*;

use super::*;

/// A point.
pub(crate) fn p(x: f64, y: f64) -> Point {
    Point::new(x, y)
}

/// Two cubics, one after the other.
pub(crate) fn wave() -> [Point; 7] {
    [p(0.0, 0.0), p(120.0, 0.0), p(-60.0, 90.0), p(60.0, 90.0), p(180.0, 90.0), p(90.0, 10.0), p(200.0, 10.0)]
}

pub(crate) fn node(width: f64, height: f64) -> Node {
    Node { width, height, shape: Shape::Rect, pin: None }
}

pub(crate) fn edge(from: usize, to: usize) -> Edge {
    Edge { from, to, label: (50.0, 12.0), mark: 0.0, weight: 1.0 }
}

fn shape() -> impl Strategy<Value = Shape> {
    use Shape::{Ellipse, Hexagon, Octagon, Pill, Rect};
    prop::sample::select(vec![Rect, Ellipse, Hexagon, Octagon, Pill])
}

prop_compose! {
    fn problems()(count in 0_usize..14)(
        nodes in prop::collection::vec((4.0..160.0, 8.0..60.0, shape(), prop::option::weighted(0.1, (0.0..900.0, 0.0..900.0))), count),
        edges in prop::collection::vec((0..count.max(1), 0..count.max(1), prop::option::of((10.0..120.0, 8.0..30.0))), 0..24),
        groups in prop::collection::vec(prop::collection::vec(0..count.max(1), 0..5), 0..3),
    ) -> Problem {
        let node = |(width, height, shape, pin): (f64, f64, Shape, Option<(f64, f64)>)| {
            Node { width, height, shape, pin: pin.map(|(x, y)| Point::new(x, y)) }
        };
        let edge = |(from, to, label): (usize, usize, Option<(f64, f64)>)| {
            Edge { from, to, label: label.unwrap_or_default(), mark: 0.0, weight: 1.0 }
        };
        Problem {
            nodes: nodes.into_iter().map(node).collect(),
            edges: edges.into_iter().map(edge).collect(),
            groups,
        }
    }
}

fn all_numbers(drawing: &Placement) -> Vec<f64> {
    let points = drawing.edges.iter().flat_map(|route| {
        let Curve { start, control, end } = route.curve;
        [start, control, end, route.label.unwrap_or_default()]
    });
    let points = points.chain(drawing.nodes.iter().copied());
    points.flat_map(|p| [p.x, p.y]).chain([drawing.width, drawing.height]).collect()
}

fn assert_sound(problem: &Problem, drawing: &Placement) {
    assert!(all_numbers(drawing).iter().all(|v| v.is_finite()), "a number is not finite");
    assert_eq!((drawing.nodes.len(), drawing.edges.len()), (problem.nodes.len(), problem.edges.len()));
    for (i, a) in problem.nodes.iter().enumerate() {
        for (j, b) in problem.nodes[..i].iter().enumerate().filter(|(_, b)| a.pin.is_none() || b.pin.is_none()) {
            assert!(!a.rect(drawing.nodes[i]).meets(&b.rect(drawing.nodes[j])), "boxes {j} and {i} overlap");
        }
    }
    let found = quality(problem, drawing);
    let pins = problem.nodes.iter().any(|node| node.pin.is_some());
    assert!(pins || found.label_on_node + found.label_on_label == 0, "{found:?}");
    for (edge, route) in problem.edges.iter().zip(&drawing.edges) {
        assert_eq!(route.label.is_some(), edge.is_labelled() && problem.joins(edge));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_drawing_is_sound_and_the_same_twice(problem in problems(), seed in 0_u64..1000) {
        let options = Options { seed, ..Options::default() };
        let drawing = place(&problem, &options);
        assert_sound(&problem, &drawing);
        prop_assert_eq!(&drawing, &place(&problem, &options));
        for (node, at) in problem.nodes.iter().zip(&drawing.nodes) {
            prop_assert!(node.pin.is_none_or(|pin| pin.rounded() == *at));
        }
    }

    #[test]
    fn what_is_not_pinned_lies_inside_the_margin(mut problem in problems()) {
        for node in &mut problem.nodes {
            node.pin = None;
        }
        let options = Options::default();
        let drawing = place(&problem, &options);
        let bounds = drawing.bounds(&problem);
        let least = options.margin - 0.02;
        prop_assert!(bounds.is_nothing() || (bounds.min.x >= least && bounds.min.y >= least));
        prop_assert!(bounds.is_nothing() || drawing.width >= bounds.max.x + least);
    }

    #[test]
    fn routing_never_moves_a_node(problem in problems()) {
        let options = Options::default();
        let union = place(&problem, &options);
        let mut one = problem.clone();
        one.edges.truncate(problem.edges.len() / 2);
        let panel = Options { frame: Some((union.width, union.height)), ..options };
        let drawing = route(&one, &union.nodes, &panel);
        prop_assert_eq!(&drawing.nodes, &union.nodes);
        prop_assert!(all_numbers(&drawing).iter().all(|v| v.is_finite()));
        prop_assert_eq!(quality(&one, &drawing).label_on_label, 0);
    }
}

#[test]
fn awkward_problems_are_drawn() {
    let two = vec![node(60.0, 24.0); 2];
    let loops = vec![edge(0, 0), edge(0, 0), edge(1, 1)];
    let parallel: Vec<Edge> = (0..12).map(|k| edge(k % 2, 1 - k % 2)).collect();
    let star = (1..40).map(|k| edge(0, k)).collect();
    for (nodes, edges) in [
        (Vec::new(), Vec::new()),
        (vec![node(60.0, 24.0)], Vec::new()),
        (vec![node(60.0, 24.0); 30], Vec::new()),
        (two.clone(), loops),
        (two.clone(), parallel),
        (vec![node(60.0, 24.0); 40], star),
        (two, vec![edge(0, 9), edge(7, 7)]),
    ] {
        let problem = Problem { nodes, edges, groups: Vec::new() };
        assert_sound(&problem, &place(&problem, &Options::default()));
    }
}

#[test]
fn numbers_that_are_none_do_no_harm() {
    let mut bad = node(f64::NAN, f64::INFINITY);
    bad.pin = Some(Point::new(f64::NAN, 0.0));
    let nodes = vec![bad, node(-5.0, 0.0), node(1e300, 10.0)];
    let mut edges = vec![edge(0, 1), edge(1, 2)];
    edges[0].label = (f64::INFINITY, f64::NAN);
    edges[1].weight = f64::NAN;
    let problem = Problem { nodes, edges, groups: vec![vec![0, 0, 17]] };
    let centres = [Point::new(f64::INFINITY, f64::NAN), Point::new(1e300, 0.0), Point::default()];
    for drawing in [place(&problem, &Options::default()), route(&problem, &centres, &Options::default())] {
        assert!(all_numbers(&drawing).iter().all(|v| v.is_finite()));
    }
}

#[test]
fn a_tie_never_ends_short_of_its_boxes() {
    let problem = Problem {
        nodes: vec![node(90.0, 24.0), Node { shape: Shape::Ellipse, ..node(70.0, 30.0) }],
        edges: vec![edge(0, 1), edge(1, 0), edge(0, 1)],
        groups: Vec::new(),
    };
    let drawing = place(&problem, &Options::default());
    for (edge, Route { curve, .. }) in problem.edges.iter().zip(&drawing.edges) {
        for (end, node) in [(curve.start, edge.from), (curve.end, edge.to)] {
            let Node { shape, width, height, .. } = problem.nodes[node];
            let offset = end - drawing.nodes[node];
            assert!(shape.holds(offset * 0.99, width, height) && !shape.holds(offset * 1.01, width, height));
        }
        assert!((curve.end - curve.start).length() >= Options::default().arrow);
    }
}
