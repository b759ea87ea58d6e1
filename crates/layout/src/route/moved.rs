//! What becomes of lines when one node is moved: its own are bent anew, and those that ran or would run through its box.

use super::{Bend, DENSE, Routes, SKEWS};
use crate::geom::Point;

/// How often the lines concerned are bent, one after the other.
const ROUNDS: usize = 2;
/// How near to a box a line concerns it, in pixels.
const NEAR: f64 = 4.0;

impl Routes<'_> {
    /// The lines with a node elsewhere, and how much less is wrong with them by that, in crossings.
    pub(crate) fn moved(&self, node: usize, to: Point) -> (f64, Self) {
        let mut next = self.clone();
        next.router.at[node] = to;
        next.router.rects[node] = self.router.problem.nodes[node].rect(to);
        let concerned = self.concerned(&next, node);
        let skews: &[&[f64]] =
            if self.router.problem.edges.len() > DENSE { &[&SKEWS[..1]] } else { &[&SKEWS[..1], &SKEWS[1..]] };
        for &number in &concerned {
            let bend: Bend = next.fans[number].bend;
            next.blocked[number] = next.router.in_reach(&next.router.bundles.pairs[number]);
            next.fans[number] = next.fan(number, bend);
        }
        for _ in 0..ROUNDS {
            for &number in &concerned {
                next.fans[number] = next.best(number, skews);
            }
        }
        let wrong = |routes: &Self| {
            let of = |&number: &usize| routes.wrong(number);
            concerned.iter().map(of).sum::<f64>()
        };
        (wrong(self) - wrong(&next), next)
    }

    /// The bundles that a move of a node concerns.
    fn concerned(&self, next: &Self, node: usize) -> Vec<usize> {
        let boxes = [self, next].map(|routes| routes.router.rects[node].grown(NEAR));
        let concerns = |&number: &usize| {
            let pair = &self.router.bundles.pairs[number];
            let meets = || self.fans[number].lines.iter().any(|line| boxes.iter().any(|rect| line.cuts(rect)));
            pair.a == node || pair.b == node || meets()
        };
        (0..self.fans.len()).filter(concerns).collect()
    }
}
