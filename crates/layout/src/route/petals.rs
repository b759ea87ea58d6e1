//! Loops, as petals on the free sides of their node.

use super::Router;
use crate::bundle::Bundle;
use crate::curve::Curve;
use crate::geom::Point;

/// Half the breadth of a loop at its node.
const ARCH: f64 = 24.0;

impl Router<'_> {
    /// The `nth` loop of a node: an arch over the side that fewest lines leave by and where no box is in the way; the
    /// next loops take the next sides, and from the fifth on arch over the first.
    pub(super) fn petal(&self, bundle: &Bundle, nth: usize) -> Curve {
        let mut sides: Vec<(f64, Curve)> = [(0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0)]
            .into_iter()
            .map(|(x, y)| {
                let arch = self.arch(bundle, Point::new(x, y), nth / 4);
                (self.bustle(bundle.a, Point::new(x, y), &arch), arch)
            })
            .collect();
        sides.sort_by(|a, b| a.0.total_cmp(&b.0));
        sides[nth % 4].1
    }

    /// How much stands in the way of an arch: lines that leave by that side, and foreign boxes.
    fn bustle(&self, node: usize, out: Point, arch: &Curve) -> f64 {
        let toward = |&(_, other): &(usize, usize)| (self.at[other] - self.at[node]).unit().dot(out).max(0.0);
        let lines: f64 = self.bundles.at[node].iter().map(toward).sum();
        let bounds = arch.bounds();
        let boxes = self.rects.iter().enumerate().filter(|&(k, rect)| k != node && rect.meets(&bounds)).count();
        lines + 10.0 * boxes as f64
    }

    /// An arch over one side of a node; higher ones leave room for the labels of lower ones.
    fn arch(&self, bundle: &Bundle, out: Point, level: usize) -> Curve {
        let node = &self.problem.nodes[bundle.a];
        let centre = self.at[bundle.a];
        let along = out.turned();
        let half = (out.x * node.width / 2.0).abs() + (out.y * node.height / 2.0).abs();
        let breadth = (along.x * node.width / 2.0).abs() + (along.y * node.height / 2.0).abs();
        let foot = along * (0.9 * breadth).min(ARCH);
        let rise = self.options.arrow + level as f64 * bundle.spacing(self.options);
        // Both legs start inside the outline; the arch rises half as far as its control point.
        let top = centre + out * (2.0 * (half + rise));
        self.cut_loop(Curve { start: centre - foot, control: top, end: centre + foot }, bundle.a)
    }

    fn cut_loop(&self, curve: Curve, node: usize) -> Curve {
        let begin = self.exit(&curve, node);
        let finish = 1.0 - self.exit(&curve.reversed(), node);
        if begin < finish { curve.part(begin, finish) } else { curve }
    }
}
