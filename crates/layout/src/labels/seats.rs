//! Conflicts among labels: one after the other takes its cheapest place until none moves.

use super::around;
use super::ground::{FORBIDDEN, ON_LINE, Seat, Spot};
use crate::geom::{Point, Rect};
use crate::grid::Grid;

/// Rounds of settling.
const ROUNDS: usize = 24;

/// Lets label after label take its cheapest place, until none moves; then labels in bad places make a neighbour give way.
pub(super) fn place_labels(spots: &[Vec<Spot>], sizes: &[(f64, f64)], clearance: f64) -> Vec<Seat> {
    let mut seats = Seats::new(spots, sizes, clearance);
    for _ in 0..ROUNDS {
        // All of them each time: a count, since `any` would stop at the first.
        let moved = (0..spots.len()).filter(|&number| seats.move_to_cheapest(number)).count();
        if moved == 0 && (0..spots.len()).filter(|&number| seats.displace(number)).count() == 0 {
            break;
        }
    }
    (0..spots.len()).map(|number| seats.seat(number)).collect()
}

/// The labels at their places.
struct Seats<'a> {
    spots: &'a [Vec<Spot>],
    sizes: &'a [(f64, f64)],
    clearance: f64,
    /// Which of its places each label has.
    taken: Vec<usize>,
    grid: Grid,
}

impl<'a> Seats<'a> {
    fn new(spots: &'a [Vec<Spot>], sizes: &'a [(f64, f64)], clearance: f64) -> Self {
        let widest = sizes.iter().map(|s| s.0).sum::<f64>() / sizes.len().max(1) as f64;
        let taken = vec![0; spots.len()];
        let mut seats = Self { spots, sizes, clearance, taken, grid: Grid::new(1.5 * widest) };
        for number in 0..spots.len() {
            seats.grid.add(number, &seats.rect(number, seats.at(number)));
        }
        seats
    }

    fn seat(&self, number: usize) -> Seat {
        self.spots[number][self.taken[number]].seat
    }

    fn at(&self, number: usize) -> Point {
        self.seat(number).at
    }

    fn rect(&self, number: usize, at: Point) -> Rect {
        around(at, self.sizes[number], self.clearance)
    }

    fn take(&mut self, number: usize, spot: usize) {
        let rect = self.rect(number, self.at(number));
        self.grid.remove(number, &rect);
        self.taken[number] = spot;
        let rect = self.rect(number, self.at(number));
        self.grid.add(number, &rect);
    }

    /// The labels that one would lie on at a place, in no order.
    fn met(&self, number: usize, at: Point) -> impl Iterator<Item = usize> {
        let rect = self.rect(number, at);
        self.grid.touched(rect).filter(move |&other| other != number && self.rect(other, self.at(other)).meets(&rect))
    }

    /// What a label costs at one of its places.
    fn cost(&self, number: usize, spot: usize) -> f64 {
        let spot = self.spots[number][spot];
        spot.price + FORBIDDEN * self.met(number, spot.seat.at).count() as f64
    }

    /// The cheapest place of a label as the others stand.
    fn cheapest(&self, number: usize) -> (f64, usize) {
        let mut best = (f64::INFINITY, self.taken[number]);
        for (spot, place) in self.spots[number].iter().enumerate() {
            if place.price >= best.0 {
                break;
            }
            let cost = self.cost(number, spot);
            if cost < best.0 {
                best = (cost, spot);
            }
        }
        best
    }

    /// Moves a label to its cheapest place; whether it was elsewhere.
    fn move_to_cheapest(&mut self, number: usize) -> bool {
        let (_, spot) = self.cheapest(number);
        let moved = spot != self.taken[number];
        if moved {
            self.take(number, spot);
        }
        moved
    }

    /// A label in a bad place takes a better one from a neighbour that can go elsewhere for less than is gained.
    fn displace(&mut self, number: usize) -> bool {
        let old = self.taken[number];
        let before = self.cost(number, old);
        if before < ON_LINE {
            return false;
        }
        for spot in 0..self.spots[number].len() {
            let Spot { seat, price } = self.spots[number][spot];
            if price >= before {
                return false;
            }
            let mut met = self.met(number, seat.at);
            let (Some(other), None) = (met.next(), met.next()) else { continue };
            drop(met);
            let others = self.cost(other, self.taken[other]);
            self.take(number, spot);
            let (elsewhere, place) = self.cheapest(other);
            if price + elsewhere + 0.01 < before + others {
                self.take(other, place);
                return true;
            }
            self.take(number, old);
        }
        false
    }
}
