//! A part of the network from sizes to a drawing: sketches from several starts, the best of them finished, and of these
//! and what a little room makes of them the most promising drawn with care.

use rayon::prelude::*;

use super::bundle::Bundles;
use super::candidates::{Candidate, Judge, price};
use super::cost::Field;
use super::distance::{Lengths, Matrix};
use super::geom::{Point, Rect};
use super::labels::{COARSE, FINE, Labels, ROUGH};
use super::overlap::{self, Room};
use super::problem::Density;
use super::quality::quality;
use super::random::Random;
use super::refine_edges::retouch;
use super::refine_nodes::Untangle;
use super::route::Routes;
use super::{Options, Placement, Problem, stress};

/// Above this many nodes nothing is refined.
const REFINED: usize = 150;

/// How many candidates are drawn with care.
const DRAWN: usize = 2;

/// How many times its boxes, with their gaps, a picture that is not refined should be.
const SPARSE: f64 = 8.0;

/// How much wider and flatter a picture may be made than distances ask for.
const STRETCH: f64 = 1.15;

/// The best drawing found.
pub(super) fn best(problem: &Problem, options: &Options) -> Placement {
    let bundles = Bundles::of(problem);
    let lengths = Lengths::of(problem, &bundles, options);
    let room = Room::new(problem, &bundles, options);
    let spread = |start: u64| spread(problem, &lengths, &room, options, start);
    if problem.nodes.len() > REFINED {
        return trace(problem, spread(0).0, options);
    }
    let wanted = Matrix::of(&lengths);
    search(problem, &bundles, &wanted, options, spread)
}

/// Positions from a random start, free of overlaps, and how much they are stretched.
pub(super) fn spread(
    problem: &Problem,
    lengths: &Lengths,
    room: &Room<'_>,
    options: &Options,
    start: u64,
) -> (Vec<Point>, f64) {
    let mut at = stress::spread(problem, lengths, options, start);
    let is_large = problem.nodes.len() > REFINED;
    let stretch = fit(problem, &mut at, options.aspect, if is_large { 1.0 } else { STRETCH });
    if is_large {
        enlarge(problem, &mut at, options.gap);
    }
    overlap::remove(room, &mut at);
    (at, stretch)
}

/// The best drawing from several starts, whose nodes are moved about.
pub(super) fn search(
    problem: &Problem,
    bundles: &Bundles,
    wanted: &Matrix,
    options: &Options,
    spread: impl Fn(u64) -> (Vec<Point>, f64) + Sync,
) -> Placement {
    let (room, density) = (Room::new(problem, bundles, options), problem.density());
    let effort = effort(density, problem.nodes.len(), bundles.pairs.len());
    if bundles.pairs.is_empty() || effort.first < LEAST {
        return trace(problem, spread(0).0, options);
    }
    let sketch = |start: usize| {
        let (at, stretch) = spread(start as u64);
        let field = Field::new(problem, bundles, &room, wanted, options, (&at, stretch));
        let mut untangle = Untangle::new(problem, field);
        let mut random = Random::new(options.seed ^ ((start as u64) << 32));
        untangle.run(effort.first, 1.0, &mut random);
        (untangle.total(), untangle, random)
    };
    let mut sketches: Vec<_> = (0..effort.starts).into_par_iter().map(sketch).collect();
    sketches.sort_by(|a, b| a.0.total_cmp(&b.0));
    sketches.truncate(effort.kept);
    if density == Density::Solid {
        return trace(problem, sketches.swap_remove(0).1.positions(), options);
    }
    let judge = Judge { problem, bundles, room: &room, options };
    let finish = |(_, mut untangle, mut random): (f32, Untangle<'_>, Random)| {
        untangle.finish();
        untangle.run(effort.second, WARM, &mut random);
        judge.glance(&untangle.positions())
    };
    let finished: Vec<_> = sketches.into_par_iter().map(finish).collect();
    let draw = |candidate: Candidate<'_>| {
        let drawing = trace(problem, candidate.nodes().to_vec(), options);
        (price(&quality(problem, &drawing)), drawing)
    };
    let drawings: Vec<_> =
        judge.promising(finished, if density == Density::Open { DRAWN } else { 1 }).into_par_iter().map(draw).collect();
    // Of equals the first, however many processors there are.
    let best = drawings.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or_else(|| trace(problem, spread(0).0, options), |(_, drawing)| drawing)
}

/// How many pairs of lines are compared in a network of so many lines that they cover the picture.
const SOLID: usize = 120_000_000;

/// With fewer moves of each node than this none is tried.
const LEAST: usize = 10;

/// How warm a sketch is when it is taken up again.
const WARM: f32 = 0.6;

/// How much is tried: sketches from so many starts with so many moves of each node, and so many of them finished.
#[derive(Clone, Copy)]
struct Effort {
    starts: usize,
    first: usize,
    kept: usize,
    second: usize,
}

/// The larger the network, the fewer: a move costs the edges of a node times all edges.
fn effort(density: Density, nodes: usize, pairs: usize) -> Effort {
    let effort = |starts, first, kept, second| Effort { starts, first, kept, second };
    if density == Density::Solid {
        return effort(1, (SOLID / (2 * pairs * pairs).max(1)).min(1_000), 1, 0);
    }
    match nodes * pairs {
        0..=40 => effort(2, 200, 2, 100),
        41..=600 => effort(4, 600, 2, 300),
        601..=3_000 => effort(4, 1_000, 2, 400),
        3_001..=12_000 => effort(2, 2_500, 2, 500),
        12_001..=25_000 => effort(2, 1_500, 2, 300),
        _ => effort(2, 500, 2, 200),
    }
}

/// Curves and labels for positions, with the last touches.
pub(super) fn trace(problem: &Problem, nodes: Vec<Point>, options: &Options) -> Placement {
    let bundles = Bundles::of(problem);
    let mut routes = Routes::new(problem, &bundles, &nodes, options);
    let density = problem.density();
    let is_open = density == Density::Open;
    let stops = match density {
        Density::Open => FINE,
        Density::Tangled => ROUGH,
        Density::Solid => COARSE,
    };
    let mut labels = Labels::new(problem, &nodes, &routes.curves(), options, stops);
    if is_open && problem.edges.len() <= options.retouched {
        retouch(&mut routes, &mut labels);
    }
    Placement { edges: labels.routes(), nodes, ..Placement::default() }
}

/// Blows a crowded picture up until the boxes, with their gaps, would fill a tenth of it: less has to be moved by overlap
/// removal, and the picture keeps its form.
fn enlarge(problem: &Problem, at: &mut [Point], gap: f64) {
    let bounds = at.iter().fold(Rect::NOTHING, |all, &p| all.union(&Rect::spanning(p, p)));
    let boxes: f64 = problem.nodes.iter().map(|n| (n.width + gap) * (n.height + gap)).sum();
    let by = (SPARSE * boxes / (bounds.width() * bounds.height()).max(1.0)).sqrt();
    if by > 1.0 && !problem.is_pinned() {
        for p in at.iter_mut() {
            *p = *p * by;
        }
    }
}

/// Turns the picture so that it lies, and stretches it toward the wanted proportions, by `most` at most;
/// returns by how much.
fn fit(problem: &Problem, at: &mut [Point], aspect: f64, most: f64) -> f64 {
    if problem.is_pinned() || at.len() < 2 {
        return 1.0;
    }
    let middle = at.iter().fold(Point::default(), |sum, &p| sum + p) * (1.0 / at.len() as f64);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for p in at.iter().map(|&p| p - middle) {
        (xx, xy, yy) = (xx + p.x * p.x, xy + p.x * p.y, yy + p.y * p.y);
    }
    // The long axis of the cloud: the eigenvector of the larger eigenvalue.
    let half = (xx - yy) / 2.0;
    let larger = (half * half + xy * xy).sqrt();
    let axis = Point::new(half + larger, xy).unit();
    let axis = if aspect >= 1.0 { axis } else { Point::new(axis.y, axis.x) };
    for p in at.iter_mut() {
        let q = *p - middle;
        *p = Point::new(q.dot(axis), axis.cross(q));
    }
    let bounds = problem.nodes.iter().zip(&*at).fold(Rect::NOTHING, |all, (n, &p)| all.union(&n.rect(p)));
    let stretch = (aspect * bounds.height() / bounds.width()).sqrt().clamp(1.0 / most, most);
    for p in at.iter_mut() {
        *p = Point::new(p.x * stretch, p.y / stretch);
    }
    stretch
}
