//! Drawings on a page: positions are pressed into its rectangle or drawn out to fill it, with the less room between boxes the fuller it is,
//! and boxes are moved about within its walls.

use super::bundle::Bundles;
use super::cost::Field;
use super::distance::{Lengths, Matrix};
use super::geom::{Point, Rect};
use super::overlap::{self, Room};
use super::random::Random;
use super::refine_nodes::Untangle;
use super::{Options, Placement, Problem, multistart, pack};

/// Above this many nodes nobody is pressed.
const MOST: usize = 150;
/// How far positions are drawn out at most.
const STRETCH: f64 = 1.8;
/// The least share of the room that boxes keep between them.
const LEAST: f64 = 0.3;
/// How often boxes are pressed, and freed of one another.
const ROUNDS: usize = 24;
/// How many steps aside of each node are tried once a drawing is pressed, and how warm it is.
const SETTLED: usize = 600;
const COOL: f32 = 0.35;
/// By which share they ask for less room after each time.
const LESS: f64 = 0.93;

/// The drawing on the page of the options; nothing if there is no such page, or the boxes have no room on it.
pub(super) fn place(problem: &Problem, options: &Options) -> Option<Placement> {
    let page = options.page?;
    if problem.is_pinned() || problem.nodes.is_empty() || problem.nodes.len() > MOST {
        return None;
    }
    let bundles = Bundles::of(problem);
    let parts = pack::parts(problem);
    let spread = |start: u64| side_by_side(&parts, options, start);
    let (first, _) = spread(0);
    let (wide, high) = (page.0 - 2.0 * options.margin, page.1 - 2.0 * options.margin);
    let natural = bounds(problem, &first);
    // How many times as long as they would be without a page distances are on it.
    let by = (wide / natural.width().max(1.0) * (high / natural.height().max(1.0))).sqrt().min(STRETCH);
    let share = pressed(problem, &bundles, options, &first).map(|(share, _)| share)?;
    let options =
        Options { gap: options.gap * share, arrow: options.arrow * share, frame: Some(page), ..options.clone() };
    let wanted = Matrix::of(&Lengths::of(problem, &bundles, &options)).scaled(by);
    let begin = |start: u64| {
        let (at, stretch) = spread(start);
        let natural = bounds(problem, &at);
        let skew = (wide * natural.height().max(1.0) / (high * natural.width().max(1.0))).sqrt();
        // What is freed of overlaps with less room is freed with the room that the first start left.
        let at = pressed(problem, &bundles, &options, &at).map_or_else(|| first.clone(), |(_, at)| at);
        (at, stretch * skew.clamp(1.0 / STRETCH, STRETCH))
    };
    Some(multistart::search(problem, &bundles, &wanted, &options, begin))
}

/// Positions of a drawing pressed onto the page of the options, free of overlaps: everybody stands about as before, only nearer. Nothing if there is
/// no page, or the boxes have no room on it.
pub(super) fn press(problem: &Problem, at: &[Point], options: &Options) -> Option<Vec<Point>> {
    if problem.nodes.len() > MOST || at.len() != problem.nodes.len() {
        return None;
    }
    let bundles = Bundles::of(problem);
    let (share, at) = pressed(problem, &bundles, options, at)?;
    let options = Options { gap: options.gap * share, arrow: options.arrow * share, ..options.clone() };
    let room = Room::new(problem, &bundles, &options);
    let wanted = Matrix::between(&at);
    let mut untangle = Untangle::new(problem, Field::new(problem, &bundles, &room, &wanted, &options, (&at, 1.0)));
    untangle.finish();
    untangle.stay_near();
    untangle.run(SETTLED, COOL, &mut Random::new(options.seed));
    Some(untangle.positions())
}

/// The parts, each from a start of its own, set side by side; and how much the largest is stretched.
fn side_by_side(parts: &[pack::Part], options: &Options, start: u64) -> (Vec<Point>, f64) {
    let natural = Options { page: None, ..options.clone() };
    let mut stretch = 1.0;
    let drawings = parts.iter().enumerate().map(|(number, part)| {
        let bundles = Bundles::of(&part.problem);
        let lengths = Lengths::of(&part.problem, &bundles, &natural);
        let room = Room::new(&part.problem, &bundles, &natural);
        let (at, by) = multistart::spread(&part.problem, &lengths, &room, &natural, start);
        if number == 0 {
            stretch = by;
        }
        at
    });
    let drawings: Vec<Vec<Point>> = drawings.collect();
    (pack::positions(parts, drawings, &natural), stretch)
}

/// Positions on the page, free of overlaps, and the share of the usual room that is between them; nothing if that cannot be had.
fn pressed(problem: &Problem, bundles: &Bundles, options: &Options, at: &[Point]) -> Option<(f64, Vec<Point>)> {
    options.page?;
    let (mut share, mut at) = (1.0, at.to_vec());
    for _ in 0..ROUNDS {
        onto(problem, options, &mut at);
        let options = Options { gap: options.gap * share, arrow: options.arrow * share, ..options.clone() };
        let room = Room::new(problem, bundles, &options);
        let free = |i: usize, j: usize| room.free(i, at[i], j, at[j]);
        if (0..at.len()).all(|i| (0..i).all(|j| free(i, j))) {
            return Some((share, at));
        }
        overlap::remove(&room, &mut at);
        if (0..at.len()).all(|node| options.has_room_for(&problem.nodes[node].rect(at[node]))) {
            return Some((share, at));
        }
        share *= LESS;
        if share < LEAST {
            return None;
        }
    }
    None
}

/// Scales positions so that the boxes fill the page, both ways on their own, and keeps them inside.
fn onto(problem: &Problem, options: &Options, at: &mut [Point]) {
    let Some((wide, high)) = options.page else { return };
    let margin = options.margin;
    let found = bounds(problem, at);
    let kept =
        problem.nodes.iter().fold(Point::default(), |m, node| Point::new(m.x.max(node.width), m.y.max(node.height)));
    let by = |room: f64, has: f64, kept: f64| {
        if has > kept + 1.0 { ((room - kept) / (has - kept)).clamp(0.0, STRETCH) } else { 1.0 }
    };
    let by =
        Point::new(by(wide - 2.0 * margin, found.width(), kept.x), by(high - 2.0 * margin, found.height(), kept.y));
    let middle = Point::new(wide, high) * 0.5;
    let inside = |v: f64, size: f64, most: f64| {
        v.clamp((margin + size / 2.0).min(most / 2.0), (most - margin - size / 2.0).max(most / 2.0))
    };
    for (node, at) in problem.nodes.iter().zip(at) {
        let step = *at - found.centre();
        let to = middle + Point::new(step.x * by.x, step.y * by.y);
        *at = Point::new(inside(to.x, node.width, wide), inside(to.y, node.height, high));
    }
}

/// What boxes at these places span.
fn bounds(problem: &Problem, at: &[Point]) -> Rect {
    problem.nodes.iter().zip(at).fold(Rect::NOTHING, |all, (node, &at)| all.union(&node.rect(at)))
}
