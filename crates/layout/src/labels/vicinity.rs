//! The places that a label could take along its line, and what stands around each of them.

use super::COARSE;
use super::ground::{Ground, Seat, Segment, Spot};
use crate::geom::{Point, Rect};

/// With more edges than this only [`COARSE`] places are tried, and each asks for the lines near it alone.
const MANY: usize = 1_000;
/// How much further beside the own line a label may stand, in pixels.
const FURTHER: f64 = 5.0;
/// Price of standing beside the own line and not on it.
const BESIDE: f64 = 1.5;

/// A place for a label, and what it costs there whatever is around.
struct Offer {
    seat: Seat,
    base: f64,
    stop: usize,
}

/// What is around the line of an edge.
struct Vicinity<'g> {
    ground: &'g Ground<'g>,
    edge: usize,
    stops: usize,
    /// Stretches of other lines, if they are few enough to be gone through.
    lines: Option<Vec<(Rect, &'g [Segment])>>,
    nodes: Vec<usize>,
    /// The pieces of other lines near each stop, as soon as they were asked for.
    near: Vec<Option<Vec<&'g Segment>>>,
}

impl<'g> Vicinity<'g> {
    /// Around an edge with so many stops along it.
    fn new(ground: &'g Ground<'g>, edge: usize, stops: usize) -> Self {
        let (width, height) = ground.problem.edges[edge].label;
        let reach = ground.curves[edge].bounds().grown(width + height + 12.0);
        let few = ground.curves.len() <= MANY;
        let stops = if few { stops } else { COARSE };
        Self {
            ground,
            edge,
            stops,
            lines: few.then(|| ground.foreign_in(edge, &reach.grown(ground.options.clearance))),
            nodes: ground.box_grid.near(&reach),
            near: vec![None; stops],
        }
    }

    /// All places: at every stop on the line and beside it, or with the mark on it.
    fn offers(&self) -> Vec<Offer> {
        let edge = &self.ground.problem.edges[self.edge];
        let mut offers = Vec::with_capacity(5 * self.stops);
        for stop in 0..self.stops {
            let (on, normal, off) = self.stop(stop);
            let aside = (self.share(stop) - 0.5).abs() * 2.0;
            let mut offer = |at: Point, sign: Point, own: f64, extra: f64| {
                offers.push(Offer { seat: Seat { at, sign, own }, base: extra + aside, stop });
            };
            if edge.mark > 0.0 {
                let [left, right] = edge.marks(on);
                offer(right, on, edge.label.1 / 2.0, 0.0);
                offer(left, on, edge.label.1 / 2.0, 0.0);
                continue;
            }
            offer(on, on, 0.0, 0.0);
            for (far, extra) in [(off, BESIDE), (off + FURTHER, 2.0 * BESIDE)] {
                for beside in [on + normal * far, on - normal * far] {
                    offer(beside, beside, far, extra);
                }
            }
        }
        offers
    }

    /// What a place costs.
    fn price(&mut self, offer: &Offer) -> f64 {
        if self.near[offer.stop].is_none() {
            self.near[offer.stop] = Some(self.around(offer.stop));
        }
        let lines = self.near[offer.stop].as_deref().unwrap_or_default();
        offer.base + self.ground.price(self.edge, &offer.seat, lines, &self.nodes)
    }

    /// How far along the line a stop is.
    fn share(&self, stop: usize) -> f64 {
        0.08 + 0.84 * stop as f64 / (self.stops - 1) as f64
    }

    /// Where a stop is, which way is beside the line there, and how far a label beside it stands off.
    fn stop(&self, stop: usize) -> (Point, Point, f64) {
        let (width, height) = self.ground.problem.edges[self.edge].label;
        let (curve, t) = (&self.ground.curves[self.edge], self.share(stop));
        let (on, normal) = (curve.at(t), curve.direction(t).turned());
        (on, normal, f64::midpoint(width * normal.x.abs(), height * normal.y.abs()) + self.ground.options.clearance)
    }

    /// The pieces of other lines that matter to the places at a stop.
    fn around(&self, stop: usize) -> Vec<&'g Segment> {
        let edge = &self.ground.problem.edges[self.edge];
        let (width, height) = edge.label;
        let (on, _, off) = self.stop(stop);
        let region = Rect::around(on, width, height).grown(if edge.mark > 0.0 { width } else { 2.0 * off });
        let Some(lines) = &self.lines else { return self.ground.foreign(self.edge, &region) };
        let near = lines.iter().filter(|(bounds, _)| bounds.touches(&region)).flat_map(|&(_, pieces)| pieces);
        near.filter(|segment| segment.bounds.touches(&region)).collect()
    }
}

impl Ground<'_> {
    /// All places for the label of an edge, with their prices, cheapest first.
    pub(super) fn spots(&self, edge: usize, stops: usize) -> Vec<Spot> {
        let mut vicinity = Vicinity::new(self, edge, stops);
        let offers = vicinity.offers();
        let priced = |offer: Offer| Spot { seat: offer.seat, price: vicinity.price(&offer) };
        let mut spots: Vec<Spot> = offers.into_iter().map(priced).collect();
        spots.sort_by(|a, b| a.price.total_cmp(&b.price));
        spots
    }

    /// The cheapest of all places for the label of an edge, if `more` is what it costs there besides. Of places that cost the
    /// same in any case the first; only those are looked at that could be it.
    pub(super) fn cheapest(&self, edge: usize, stops: usize, more: impl Fn(Point) -> f64) -> Option<Seat> {
        let mut vicinity = Vicinity::new(self, edge, stops);
        let mut offers: Vec<(usize, Offer)> = vicinity.offers().into_iter().enumerate().collect();
        offers.sort_by(|a, b| a.1.base.total_cmp(&b.1.base));
        let mut best = (f64::INFINITY, usize::MAX, None);
        for (nth, offer) in offers {
            if offer.base > best.0 {
                break;
            }
            let price = vicinity.price(&offer);
            if price > best.0 {
                continue;
            }
            let cost = price + more(offer.seat.at);
            if cost < best.0 || cost <= best.0 && nth < best.1 {
                best = (cost, nth, Some(offer.seat));
            }
        }
        best.2
    }
}
