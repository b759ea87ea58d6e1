//! A part of the network from sizes to a drawing: sketches from several starts, the best of them finished, the best of
//! these by what is drawn, and more room where labels would not fit.

use rayon::prelude::*;

use super::bundle::Bundles;
use super::distance::{Lengths, Matrix};
use super::field::Field;
use super::geom::{Point, Rect};
use super::overlap::{self, Room};
use super::quality::{Quality, quality};
use super::random::Random;
use super::refine::Untangle;
use super::{Options, Placement, Problem, Route, labels, route, stress};

/// Above this many nodes nothing is refined.
const REFINED: usize = 150;

/// How many times its boxes, with their gaps, a picture that is not refined should be.
const SPARSE: f64 = 8.0;

/// How much wider and flatter a picture may be made than distances ask for.
const STRETCH: f64 = 1.15;

/// The best drawing found.
pub(super) fn best(problem: &Problem, options: &Options) -> Placement {
    let bundles = Bundles::of(problem);
    let lengths = Lengths::of(problem, &bundles, options);
    let room = Room::new(problem, &bundles, options);
    let count = problem.nodes.len();
    let spread = |start: u64| {
        let mut at = stress::spread(problem, &lengths, options, start);
        let most = if count > REFINED { 1.0 } else { STRETCH };
        let stretch = fit(problem, &mut at, options.aspect, most);
        if count > REFINED {
            enlarge(problem, &mut at, options.gap);
        }
        overlap::remove(&room, &mut at);
        (at, stretch)
    };
    if count > REFINED || bundles.pairs.is_empty() {
        return trace(problem, spread(0).0, options);
    }
    let wanted = Matrix::of(&lengths);
    let effort = effort(count, bundles.pairs.len());
    let sketch = |start: usize| {
        let (at, stretch) = spread(start as u64);
        let field = Field::new(problem, &bundles, &room, &wanted, options, (&at, stretch));
        let mut untangle = Untangle::new(problem, field);
        let mut random = Random::new(options.seed ^ ((start as u64) << 32));
        untangle.run(effort.first, 1.0, &mut random);
        (untangle.total(), untangle, random)
    };
    let mut sketches: Vec<_> = (0..effort.starts).into_par_iter().map(sketch).collect();
    sketches.sort_by(|a, b| a.0.total_cmp(&b.0));
    sketches.truncate(effort.kept);
    let finish = |(_, mut untangle, mut random): (f32, Untangle<'_>, Random)| {
        untangle.finish();
        untangle.run(effort.second, WARM, &mut random);
        let drawing = trace(problem, untangle.positions(), options);
        (price(&quality(problem, &drawing)), drawing)
    };
    let drawings: Vec<_> = sketches.into_par_iter().map(finish).collect();
    // Of equals the first, however many processors there are.
    let first = drawings.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    first.map_or_else(|| trace(problem, spread(0).0, options), |(_, drawing)| widened(problem, drawing, options))
}

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

/// The larger the network, the fewer: a move costs the ties of a node times all ties.
fn effort(nodes: usize, pairs: usize) -> Effort {
    let effort = |starts, first, kept, second| Effort { starts, first, kept, second };
    match nodes * pairs {
        0..=40 => effort(4, 60, 2, 100),
        41..=600 => effort(20, 200, 4, 400),
        601..=3_000 => effort(32, 300, 5, 1_000),
        3_001..=12_000 => effort(18, 300, 4, 900),
        12_001..=25_000 => effort(14, 250, 4, 600),
        _ => effort(4, 100, 2, 250),
    }
}

/// Curves and labels for positions.
pub(super) fn trace(problem: &Problem, nodes: Vec<Point>, options: &Options) -> Placement {
    let bundles = Bundles::of(problem);
    let curves = route::curves(problem, &bundles, &nodes, options);
    let ties = curves.into_iter().map(|curve| Route { curve, label: None }).collect();
    let mut drawing = Placement { nodes, ties, ..Placement::default() };
    labels::place(problem, &mut drawing, options);
    drawing
}

/// How many steps wider a picture may become.
const WIDER: u32 = 6;

/// Gives the picture more room, by as many steps as serve it best, if labels lie where they should not.
fn widened(problem: &Problem, best: Placement, options: &Options) -> Placement {
    if problem.is_pinned() {
        return best;
    }
    let found = quality(problem, &best);
    if found.through + found.label_on_label + found.label_on_node + found.ambiguous + found.label_on_line / 4 == 0 {
        return best;
    }
    let wider = |steps: u32| {
        let by = f64::from(steps);
        let wide = best.nodes.iter().map(|at| Point::new(at.x * (1.0 + 0.05 * by), at.y * (1.0 + 0.04 * by)));
        let drawing = trace(problem, wide.collect(), options);
        (price(&quality(problem, &drawing)), drawing)
    };
    let first = (price(&found), best.clone());
    let drawings: Vec<_> =
        std::iter::once(first).chain((1..=WIDER).into_par_iter().map(wider).collect::<Vec<_>>()).collect();
    drawings.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map_or(best, |(_, drawing)| drawing)
}

/// What is wrong with a drawing, in crossings.
fn price(found: &Quality) -> f64 {
    let count = |n: usize, weight: f64| n as f64 * weight;
    count(found.crossings, 1.0)
        + count(found.through, 12.0)
        + count(found.label_on_label + found.label_on_node, 12.0)
        + count(found.label_on_line, 4.0)
        + count(found.ambiguous, 5.0)
        + 100.0 * found.stress
        + 1.0 * found.area
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
