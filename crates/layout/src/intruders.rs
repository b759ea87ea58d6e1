//! Strangers in blocs: what it costs that a node stands where others belong together.

use super::cost::Field;
use super::geom::Rect;

/// A stranger inside the rectangle of a bloc, or two blocs in one another.
const INTRUDER: f32 = 12.0;
/// Free space around the members of a bloc.
const BLOC_MARGIN: f64 = 9.0;

impl Field<'_> {
    /// Strangers in blocs, as far as the node has to do with it: as a stranger, and as a member.
    pub(super) fn intruders(&self, node: usize) -> f32 {
        let rect = |k: usize| self.problem.nodes[k].rect(self.point(k));
        let bloc =
            |group: &Vec<usize>| group.iter().fold(Rect::NOTHING, |all, &k| all.union(&rect(k))).grown(BLOC_MARGIN);
        let bounds: Vec<Rect> = self.problem.groups.iter().map(bloc).collect();
        let mut cost = 0.0;
        for (number, bloc) in bounds.iter().enumerate() {
            if !self.blocs[node].contains(&number) {
                cost += deep(bloc, &rect(node));
                continue;
            }
            for other in (0..self.blocs.len()).filter(|&other| !self.blocs[other].contains(&number)) {
                cost += deep(bloc, &rect(other));
            }
            for (second, rect) in bounds.iter().enumerate() {
                let alien = !self.problem.groups[second].iter().any(|&k| self.blocs[k].contains(&number));
                if alien && second != number {
                    cost += deep(bloc, rect);
                }
            }
        }
        cost
    }
}

/// What it costs that two rectangles lie in one another: a fixed price, and more the deeper.
fn deep(a: &Rect, b: &Rect) -> f32 {
    if !a.meets(b) {
        return 0.0;
    }
    let x = a.max.x.min(b.max.x) - a.min.x.max(b.min.x);
    let y = a.max.y.min(b.max.y) - a.min.y.max(b.min.y);
    INTRUDER * (1.0 + x.min(y) as f32 / 40.0)
}
