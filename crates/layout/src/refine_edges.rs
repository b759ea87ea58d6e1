//! The last touches: where a label lies on a foreign line, or could be taken to belong to it, that line or its own is bent
//! otherwise if the whole gets better by it.

use super::labels::Labels;
use super::route::Routes;

/// What a label in its place costs, in crossings, per unit of its price.
const LABEL: f64 = 0.4;
/// Rounds over all bundles in trouble.
const ROUNDS: usize = 3;
/// How many ways to bend a bundle are tried with its labels.
const TRIED: usize = 8;
/// What must be gained, in crossings.
const LEAST: f64 = 0.01;
/// How much worse, in crossings, a bend may be for the sake of labels.
const WORTH: f64 = 10.0;

/// Bends bundles anew as long as labels gain by it.
pub(super) fn retouch(routes: &mut Routes<'_>, labels: &mut Labels<'_>) {
    for _ in 0..ROUNDS {
        let troubled = routes.bundles(&labels.troubled());
        let changed = troubled.into_iter().filter(|&number| rebend(routes, labels, number)).count();
        if changed == 0 {
            break;
        }
    }
}

/// Bends a bundle as serves it and all labels best; whether that is another way than before.
fn rebend(routes: &mut Routes<'_>, labels: &mut Labels<'_>, number: usize) -> bool {
    let edges = routes.edges(number);
    let (wrong, curves) = routes.now(number);
    let seats = labels.seats(edges);
    let before = labels.price_of(edges, f64::INFINITY) + labels.price_for_others(edges, f64::INFINITY);
    let mut best = (wrong + LABEL * before - LEAST, None);
    for (cost, fan) in routes.offers(number, best.0.min(wrong + WORTH)).into_iter().take(TRIED) {
        labels.draw(edges, &routes.directed(number, &fan));
        let cost = cost + LABEL * labels.price_for_others(edges, (best.0 - cost) / LABEL);
        if cost >= best.0 {
            continue;
        }
        labels.follow(edges);
        let cost = cost + LABEL * labels.price_of(edges, (best.0 - cost) / LABEL);
        if cost < best.0 {
            best = (cost, Some(fan));
        }
        labels.restore(&seats);
    }
    let Some(fan) = best.1 else {
        labels.draw(edges, &curves);
        return false;
    };
    labels.draw(edges, &routes.directed(number, &fan));
    labels.follow(edges);
    routes.take(number, fan);
    true
}
