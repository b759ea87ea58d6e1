//! What holds for the drawing of every network: generated ones of all kinds, and the awkward ones by name.

use parallax_layout::{Edge, Node, Options, Placement, Point, Problem, Rect, Shape, place, quality};

use crate::generator::Generator;

/// How wide a name of 1 to 60 letters is.
fn name(chance: &mut Generator) -> f64 {
    7.0 * (1 + chance.below(60)) as f64
}

fn node(width: f64) -> Node {
    Node { width, height: 24.0, shape: Shape::Rect, pin: None }
}

fn edge(from: usize, to: usize, label: f64) -> Edge {
    Edge { from, to, label: (label, 12.5), mark: 0.0, weight: 1.0 }
}

/// The same with a mark that is to stand on the line, where the label is wide enough.
fn marked(from: usize, to: usize, label: f64) -> Edge {
    Edge { mark: if label > 12.5 { 12.5 } else { 0.0 }, ..edge(from, to, label) }
}

/// A network of 2 to 80 actors: hubs, a clique, a star, two components, or anything; parallels, loops and blocs.
fn network(seed: u64) -> Problem {
    let mut chance = Generator::new(seed);
    // Small ones are what is drawn, and quickly.
    let most = [8, 16, 30, 80][[0, 0, 0, 1, 1, 1, 1, 2, 2, 3][chance.below(10)]];
    let count = 2 + chance.below(most - 1);
    let nodes: Vec<Node> = (0..count).map(|_| node(14.0 + name(&mut chance) / 2.0)).collect();
    let mut ends: Vec<(usize, usize)> = match chance.below(5) {
        0 => (1..count).map(|k| (0, k)).collect(),
        1 => (0..count.min(9)).flat_map(|a| (0..a).map(move |b| (a, b))).collect(),
        2 => (1..count).map(|k| (k, if k % 2 == 0 { 0 } else { k / 3 })).collect(),
        3 => (0..count).map(|k| (k, (k + 2) % count)).collect(),
        _ => Vec::new(),
    };
    for _ in 0..chance.below(2 * count) {
        ends.push((chance.below(count), chance.below(count)));
    }
    let mut edges = Vec::new();
    for (from, to) in ends {
        let parallels = if chance.below(12) == 0 { chance.below(13) } else { 1 };
        for k in 0..parallels {
            let label = if chance.below(4) == 0 { 0.0 } else { name(&mut chance) / 2.0 };
            let (from, to) = if k % 2 == 0 { (from, to) } else { (to, from) };
            edges.push(if seed.is_multiple_of(2) { marked(from, to, label) } else { edge(from, to, label) });
        }
    }
    let groups = (0..chance.below(4)).map(|_| (0..chance.below(6)).map(|_| chance.below(count)).collect()).collect();
    Problem { nodes, edges, groups }
}

fn faults(problem: &Problem, drawing: &Placement) -> (usize, usize, usize) {
    let found = quality(problem, drawing);
    (found.overlaps, found.label_on_label, found.label_on_node)
}

/// Two dozen of them; a thousand with `PARALLAX_THOROUGH` in the environment.
#[test]
fn generated_networks_are_drawn_without_overlap_and_the_same_twice() {
    let count = if std::env::var_os("PARALLAX_THOROUGH").is_some() { 1_000 } else { 24 };
    let options = Options::default();
    for seed in 0..count {
        let problem = network(seed);
        let drawing = place(&problem, &options);
        assert_eq!(faults(&problem, &drawing), (0, 0, 0), "network {seed}");
        assert!(drawing.width.is_finite() && drawing.height.is_finite(), "network {seed}");
        if seed % 4 == 0 {
            assert_eq!(drawing, place(&problem, &options), "network {seed}");
        }
    }
}

fn around(problem: &Problem, drawing: &Placement, group: &[usize]) -> Rect {
    let rects = group.iter().map(|&k| problem.nodes[k].rect(drawing.nodes[k]));
    rects.fold(Rect::NOTHING, |all, rect| all.union(&rect))
}

/// Three blocs of five: one node in two of them, and a bloc inside another.
#[test]
fn blocs_that_share_a_node_or_lie_in_one_another_are_kept_together() {
    let groups = vec![vec![0, 1, 2, 3, 4], vec![4, 5, 6, 7, 8], vec![9, 10, 11, 12, 13], vec![9, 10, 11]];
    let mut edges: Vec<Edge> = groups.iter().flat_map(|g| g.windows(2).map(|two| edge(two[0], two[1], 40.0))).collect();
    edges.extend([(0, 9), (7, 12), (14, 2), (14, 6), (14, 13)].map(|(a, b)| edge(a, b, 40.0)));
    let problem = Problem { nodes: vec![node(70.0); 15], edges, groups };
    let drawing = place(&problem, &Options::default());
    assert_eq!(faults(&problem, &drawing), (0, 0, 0));
    for group in &problem.groups {
        let bloc = around(&problem, &drawing, group);
        let strangers = (0..15).filter(|k| !group.contains(k));
        let inside = strangers.filter(|&k| problem.nodes[k].rect(drawing.nodes[k]).meets(&bloc)).count();
        assert_eq!(inside, 0, "{group:?}");
    }
}

#[test]
fn a_loop_is_seen_and_has_its_label_where_nothing_else_is() {
    let mut edges: Vec<Edge> = (0..5).map(|_| edge(0, 0, 60.0)).collect();
    edges.extend([(0, 1), (1, 2), (2, 0), (2, 3)].map(|(a, b)| edge(a, b, 50.0)));
    edges.push(edge(3, 3, 30.0));
    let problem = Problem { nodes: vec![node(90.0); 4], edges, groups: Vec::new() };
    let drawing = place(&problem, &Options::default());
    assert_eq!(faults(&problem, &drawing), (0, 0, 0));
    for (edge, route) in problem.edges.iter().zip(&drawing.edges).filter(|(edge, _)| edge.from == edge.to) {
        let own = problem.nodes[edge.from].rect(drawing.nodes[edge.from]);
        let out = route.curve.points().iter().filter(|&&p| !own.holds(p)).count();
        assert!(out > 12 && route.curve.length() > Options::default().arrow, "{route:?}");
        assert!(route.label.is_some());
    }
}

#[test]
fn twelve_ties_of_one_pair_can_be_told_apart() {
    let edges = (0..12).map(|k| if k % 3 == 0 { edge(1, 0, 60.0) } else { edge(0, 1, 60.0) }).collect();
    let problem = Problem { nodes: vec![node(80.0); 2], edges, groups: Vec::new() };
    let drawing = place(&problem, &Options::default());
    let found = quality(&problem, &drawing);
    assert_eq!(faults(&problem, &drawing), (0, 0, 0));
    assert_eq!((found.ambiguous, found.crossings), (0, 0), "{found:?}");
    for (k, one) in drawing.edges.iter().enumerate() {
        for other in &drawing.edges[..k] {
            assert!((one.curve.at(0.5) - other.curve.at(0.5)).length() > 12.0);
        }
    }
}

/// A network with all its nodes pinned but a new one, which is tied to one of them.
#[test]
fn what_is_pinned_stays_and_what_is_new_lands_near_its_neighbour() {
    for seed in 0..20 {
        let mut problem = network(1_000 + seed);
        problem.groups.clear();
        let first = place(&problem, &Options::default());
        for (node, &at) in problem.nodes.iter_mut().zip(&first.nodes) {
            node.pin = Some(at);
        }
        let (new, friend) = (problem.nodes.len(), 0);
        problem.nodes.push(node(60.0));
        problem.edges.push(edge(new, friend, 40.0));
        let second = place(&problem, &Options::default());
        assert_eq!(&second.nodes[..new], &first.nodes[..], "network {seed}");
        assert_eq!(faults(&problem, &second).0, 0, "network {seed}");
        let far = |k: usize| (second.nodes[k] - second.nodes[new]).length();
        let nearer = (0..new).filter(|&k| far(k) < far(friend)).count();
        assert!(nearer <= 8.max(new / 4), "network {seed}: {nearer} of {new} are nearer than the neighbour");
    }
}

#[test]
fn every_line_is_long_enough_for_an_arrow() {
    for seed in 0..20 {
        let mut problem = network(2_000 + seed);
        problem.edges.truncate(60);
        let drawing = place(&problem, &Options::default());
        for (edge, route) in problem.edges.iter().zip(&drawing.edges) {
            assert!(route.curve.length() >= Options::default().arrow - 0.5, "network {seed}: {edge:?} {route:?}");
        }
    }
}

#[test]
fn a_pin_at_the_place_of_another_does_not_stop_the_drawing() {
    let mut problem = Problem { nodes: vec![node(70.0); 5], ..Problem::default() };
    problem.edges = (1..5).map(|k| edge(0, k, 40.0)).collect();
    problem.nodes[0].pin = Some(Point::new(200.0, 200.0));
    problem.nodes[1].pin = Some(Point::new(200.0, 200.0));
    let drawing = place(&problem, &Options::default());
    assert_eq!(drawing.nodes[..2], [Point::new(200.0, 200.0); 2]);
    assert_eq!(quality(&problem, &drawing).overlaps, 1);
}
