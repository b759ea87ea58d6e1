//! A drawing: where boxes, lines and labels stand.

use super::chain::Chain;
use super::curve::Curve;
use super::geom::{Point, Rect, hundredth};
use super::problem::{Edge, Problem};

/// A drawing: where everything stands, to the hundredth of a pixel.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placement {
    /// From the origin to the right end of everything, and the margin.
    pub width: f64,
    /// From the origin to the lower end of everything, and the margin.
    pub height: f64,
    /// The centres of the nodes.
    pub nodes: Vec<Point>,
    /// The edges, as drawn.
    pub edges: Vec<Route>,
    /// Lines of several curves, by the numbers of their edges; such a line is drawn instead of its route's curve, which only
    /// has its ends and its middle. Empty if there is none. Ask [`Placement::curves`] or [`Placement::line`].
    pub chains: Vec<Option<Chain>>,
}

/// An edge as drawn.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Route {
    /// From the outline of `from` to the outline of `to`.
    pub curve: Curve,
    /// The centre of the label, if there is one.
    pub label: Option<Point>,
}

impl Placement {
    /// What boxes, curves and labels span, without a margin. Panels that share positions get one frame from the union
    /// of their bounds.
    #[must_use]
    pub fn bounds(&self, problem: &Problem) -> Rect {
        let boxes = problem.nodes.iter().zip(&self.nodes).map(|(node, &at)| node.rect(at));
        let routes = problem.edges.iter().zip(&self.edges).enumerate();
        let lines = routes.filter(|(_, (edge, _))| problem.joins(edge)).flat_map(|(number, (edge, route))| {
            let label = route.label.map(|at| Rect::around(at, edge.label.0, edge.label.1));
            self.curves(number).iter().map(Curve::bounds).chain(label)
        });
        boxes.chain(lines).fold(Rect::NOTHING, |all, rect| all.union(&rect))
    }

    /// An edge as drawn: the curves of its chain where there is one, else its only curve; none if there is no such edge.
    #[must_use]
    pub fn curves(&self, edge: usize) -> &[Curve] {
        match self.chains.get(edge).and_then(Option::as_ref) {
            Some(chain) => chain.curves(),
            None => self.edges.get(edge).map_or(&[], |route| std::slice::from_ref(&route.curve)),
        }
    }

    /// An edge as drawn, as one line.
    #[must_use]
    pub fn line(&self, edge: usize) -> Chain {
        Chain::of(self.curves(edge).to_vec()).unwrap_or_else(|| Curve::default().into())
    }

    /// Lets a line run the other way.
    pub fn turn(&mut self, edge: usize) {
        if let Some(route) = self.edges.get_mut(edge) {
            route.curve = route.curve.reversed();
        }
        if let Some(Some(chain)) = self.chains.get_mut(edge) {
            *chain = chain.reversed();
        }
    }

    /// The drawing of a panel that shows nodes and edges of this drawing of `whole`, if this one has lines of its own:
    /// `order` says which node of the whole each node of the panel is. Nothing if the panel has a line that the whole
    /// lacks, or a larger label: it needs lines of its own then (`route`).
    #[must_use]
    pub fn shown(&self, whole: &Problem, panel: &Problem, order: &[usize]) -> Option<Self> {
        if self.chains.is_empty() {
            return None;
        }
        let mut free = vec![true; whole.edges.len()];
        let mut shown = Self { nodes: Vec::new(), edges: Vec::new(), chains: Vec::new(), ..*self };
        for edge in &panel.edges {
            let (from, to) = (*order.get(edge.from)?, *order.get(edge.to)?);
            let ends = |known: &Edge| [(from, to), (to, from)].contains(&(known.from, known.to));
            let fits = |known: &Edge| known.label.0 >= edge.label.0 && known.label.1 >= edge.label.1;
            let same = |known: &Edge| ends(known) && fits(known);
            let nth = (0..whole.edges.len()).find(|&nth| free[nth] && same(&whole.edges[nth]))?;
            free[nth] = false;
            shown.edges.push(*self.edges.get(nth)?);
            shown.chains.push(self.chains.get(nth).cloned().flatten());
            if whole.edges[nth].from != from {
                shown.turn(shown.edges.len() - 1);
            }
        }
        shown.nodes = order.iter().map(|&node| self.nodes.get(node).copied().unwrap_or_default()).collect();
        Some(shown)
    }

    pub(super) fn moved(mut self, step: Point) -> Self {
        for at in &mut self.nodes {
            *at = *at + step;
        }
        for route in &mut self.edges {
            route.curve = route.curve.moved(step);
            route.label = route.label.map(|at| at + step);
        }
        for chain in self.chains.iter_mut().flatten() {
            *chain = chain.moved(step);
        }
        self
    }

    pub(super) fn rounded(mut self) -> Self {
        for at in &mut self.nodes {
            *at = at.rounded();
        }
        for route in &mut self.edges {
            route.curve = route.curve.rounded();
            route.label = route.label.map(Point::rounded);
        }
        for chain in self.chains.iter_mut().flatten() {
            *chain = chain.rounded();
        }
        self
    }

    /// Rounds, and measures width and height.
    pub(super) fn finished(self, problem: &Problem, margin: f64) -> Self {
        let rounded = self.rounded();
        let bounds = rounded.bounds(problem);
        let far = if bounds.is_nothing() { Point::default() } else { bounds.max };
        Self { width: hundredth(far.x + margin), height: hundredth(far.y + margin), ..rounded }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Node, Shape, quality};
    use super::*;
    use crate::tests::{p, wave};

    #[test]
    fn a_panel_has_the_lines_of_the_whole_or_none() {
        let node = Node { width: 9.0, height: 9.0, shape: Shape::Rect, pin: None };
        let edge = |from, to, wide| Edge { from, to, label: (wide, 9.0), mark: 0.0, weight: 1.0 };
        let whole =
            Problem { nodes: vec![node; 3], edges: vec![edge(0, 1, 30.0), edge(1, 2, 40.0)], groups: Vec::new() };
        let chains: Vec<_> =
            [wave().as_slice(), &wave()[..4]].map(|points| Chain::of_cubics(points, None, None)).into();
        let nodes = vec![p(0.0, 0.0), p(200.0, 10.0), p(60.0, 90.0)];
        let drawing = Placement { nodes, edges: vec![Route::default(); 2], chains, ..Placement::default() };
        // The panel has the last two nodes, the later one first.
        let panel = Problem { nodes: vec![node; 2], edges: vec![edge(0, 1, 40.0)], groups: Vec::new() };
        let shown = drawing.shown(&whole, &panel, &[2, 1]).expect("its lines");
        assert_eq!(shown.nodes, [p(60.0, 90.0), p(200.0, 10.0)]);
        assert_eq!(shown.line(0), drawing.line(1).reversed());
        let other = Problem { edges: vec![edge(0, 1, 41.0)], ..panel.clone() };
        assert_eq!(drawing.shown(&whole, &other, &[2, 1]), None);
        assert_eq!(Placement { chains: Vec::new(), ..drawing }.shown(&whole, &panel, &[2, 1]), None);
    }

    #[test]
    fn lines_on_one_another_do_not_cross() {
        let node = Node { width: 9.0, height: 9.0, shape: Shape::Rect, pin: None };
        let edge = |from, to| Edge { from, to, label: (0.0, 0.0), mark: 0.0, weight: 1.0 };
        let problem = Problem { nodes: vec![node; 2], edges: vec![edge(0, 1), edge(1, 0)], groups: Vec::new() };
        let chain = Chain::of_cubics(&wave(), None, None).expect("a chain");
        let chains = vec![Some(chain.clone()), Some(chain.reversed())];
        let nodes = vec![chain.start(), chain.end()];
        let drawing = Placement { nodes, edges: vec![Route::default(); 2], chains, ..Placement::default() };
        assert_eq!(quality(&problem, &drawing).crossings, 0);
    }
}
