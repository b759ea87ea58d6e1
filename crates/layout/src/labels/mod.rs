//! Places for labels: with the mark on the own curve, or without one the middle, or else close beside it; never on a node
//! or on one another, and clear of foreign lines where that can be had. Every label has a list of places with their fixed
//! price (`ground`); conflicts among labels are then settled (`seats`).

mod ground;
mod seats;
mod vicinity;

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::curve::Curve;
use super::geom::{Point, Rect};
use super::grid::Grid;
use super::{Options, Problem, Route};
use ground::{FORBIDDEN, Ground, Spot};

pub(super) use ground::Seat;

/// How many places along a curve are tried for a drawing that is kept.
pub(super) const FINE: usize = 33;
/// How many where it is only to be judged, or where there are many labels.
pub(super) const ROUGH: usize = 9;
/// How many where lines cover the picture.
pub(super) const COARSE: usize = 5;

/// The labels of a drawing at their places.
pub(super) struct Labels<'a> {
    ground: Ground<'a>,
    /// The edges that have one.
    labelled: Vec<usize>,
    sizes: Vec<(f64, f64)>,
    seats: Vec<Seat>,
}

impl<'a> Labels<'a> {
    /// Gives every labelled edge a place for its label, of as many along each curve as `stops` says.
    pub(super) fn new(
        problem: &'a Problem,
        nodes: &[Point],
        curves: &[Curve],
        options: &'a Options,
        stops: usize,
    ) -> Self {
        let has_one = |&k: &usize| problem.edges[k].is_labelled() && problem.joins(&problem.edges[k]);
        let labelled: Vec<usize> = (0..problem.edges.len()).filter(has_one).collect();
        let ground = Ground::new(problem, nodes, curves, options);
        let spots: Vec<Vec<Spot>> = labelled.par_iter().map(|&edge| ground.spots(edge, stops)).collect();
        let sizes: Vec<(f64, f64)> = labelled.iter().map(|&edge| problem.edges[edge].label).collect();
        let seats = seats::place_labels(&spots, &sizes, options.clearance);
        let mut labels = Self { ground, labelled, sizes, seats };
        labels.free_the_rest();
        labels
    }

    /// All edges with their labels.
    pub(super) fn routes(self) -> Vec<Route> {
        let mut routes: Vec<Route> = self.ground.curves.iter().map(|&curve| Route { curve, label: None }).collect();
        for (&edge, seat) in self.labelled.iter().zip(&self.seats) {
            routes[edge].label = Some(seat.at);
        }
        routes
    }

    /// Ties whose labels lie on foreign lines or could be taken to belong to them, and these lines.
    pub(super) fn troubled(&self) -> BTreeSet<usize> {
        let mut troubled = BTreeSet::new();
        for (&edge, seat) in self.labelled.iter().zip(&self.seats) {
            let blocking = self.ground.blocking(edge, seat);
            if !blocking.is_empty() {
                troubled.insert(edge);
                troubled.extend(blocking);
            }
        }
        troubled
    }

    /// What it costs where the labels of these edges stand; stops once above `limit`.
    pub(super) fn price_of(&self, edges: &[usize], limit: f64) -> f64 {
        let mut price = 0.0;
        for number in edges.iter().filter_map(|&edge| self.number(edge)) {
            let seat = &self.seats[number];
            price += self.ground.price_of(self.labelled[number], seat) + FORBIDDEN * self.met(number, seat.at) as f64;
            if price > limit {
                break;
            }
        }
        price
    }

    /// What it costs other labels that the lines of these edges run where they do; stops once above `limit`.
    pub(super) fn price_for_others(&self, edges: &[usize], limit: f64) -> f64 {
        let mut price = 0.0;
        for (&edge, seat) in self.labelled.iter().zip(&self.seats).filter(|(edge, _)| !edges.contains(edge)) {
            price += self.ground.price_beside(edge, seat, edges);
            if price > limit {
                break;
            }
        }
        price
    }

    /// Lets edges have other curves; their labels do not follow yet.
    pub(super) fn draw(&mut self, edges: &[usize], curves: &[Curve]) {
        for (&edge, &curve) in edges.iter().zip(curves) {
            self.ground.draw(edge, curve);
        }
    }

    /// Moves the labels of edges to their cheapest places.
    pub(super) fn follow(&mut self, edges: &[usize]) {
        for number in edges.iter().filter_map(|&edge| self.number(edge)).collect::<Vec<_>>() {
            let more = |at: Point| FORBIDDEN * self.met(number, at) as f64;
            if let Some(seat) = self.ground.cheapest(self.labelled[number], FINE, more) {
                self.seats[number] = seat;
            }
        }
    }

    /// Where the labels of edges stand.
    pub(super) fn seats(&self, edges: &[usize]) -> Vec<(usize, Seat)> {
        edges.iter().filter_map(|&edge| self.number(edge)).map(|number| (number, self.seats[number])).collect()
    }

    /// Moves labels to where they stood.
    pub(super) fn restore(&mut self, seats: &[(usize, Seat)]) {
        for &(number, seat) in seats {
            self.seats[number] = seat;
        }
    }

    fn number(&self, edge: usize) -> Option<usize> {
        self.labelled.binary_search(&edge).ok()
    }

    fn rect(&self, number: usize, at: Point) -> Rect {
        around(at, self.sizes[number], self.ground.options.clearance)
    }

    /// How many other labels one would lie on.
    fn met(&self, number: usize, at: Point) -> usize {
        let rect = self.rect(number, at);
        let meets = |other: &usize| *other != number && self.rect(*other, self.seats[*other].at).meets(&rect);
        (0..self.seats.len()).filter(meets).count()
    }

    /// Labels that still lie on a node or on one another go to the nearest place that is free of both.
    fn free_the_rest(&mut self) {
        let widest = self.sizes.iter().map(|s| s.0).sum::<f64>() / self.sizes.len().max(1) as f64;
        let mut grid = Grid::new(1.5 * widest);
        let mut homeless = Vec::new();
        for number in 0..self.labelled.len() {
            let rect = self.rect(number, self.seats[number].at);
            if self.fits(&rect, &grid) {
                grid.add(number, &rect);
            } else {
                homeless.push(number);
            }
        }
        for number in homeless {
            let seat = self.nearest_free(number, &grid);
            grid.add(number, &self.rect(number, seat.at));
            self.seats[number] = seat;
        }
    }

    fn fits(&self, rect: &Rect, settled: &Grid) -> bool {
        let meets = |other: usize| self.rect(other, self.seats[other].at).meets(rect);
        !self.ground.on_a_node(rect) && !settled.touching(rect).into_iter().any(meets)
    }

    fn nearest_free(&self, number: usize, settled: &Grid) -> Seat {
        let edge = self.labelled[number];
        let curve = &self.ground.curves[edge];
        let mut radius = 4.0;
        loop {
            for stop in 0..=12 {
                let t = 0.5 + f64::from(if stop % 2 == 0 { stop / 2 } else { -(stop + 1) / 2 }) / 16.0;
                let normal = curve.direction(t).turned();
                for step in [normal, normal * -1.0, Point::new(0.0, 1.0), Point::new(0.0, -1.0)] {
                    let place = curve.at(t) + step * radius;
                    if self.fits(&self.rect(number, place), settled) {
                        return self.ground.seat(edge, place);
                    }
                }
            }
            radius *= 1.12;
        }
    }
}

fn around(at: Point, size: (f64, f64), clearance: f64) -> Rect {
    Rect::around(at, size.0, size.1).grown(clearance / 2.0)
}
