//! A panel: one figure with its places, and its items in their layers: ghosts, lines, actors, labels, badges.

use std::collections::BTreeMap;

use parallax_layout::{Edge, Placement, Point, Problem, Quality, Rect};

use crate::diagram::badge;
use crate::diagram::edge::{self, LabelBox};
use crate::diagram::hull::{self, Hull};
use crate::diagram::node::{NodeBox, Presence};
use crate::figure::narrow::Highlight;
use crate::figure::words;
use crate::figure::{Figure, FigureEdge, Node, SideSet};
use crate::scene::{Group, Item, Outline, Paint, Pen, safe};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::theme::Metrics;

/// A figure with its geometry.
///
/// `placement.nodes` and `problem.nodes` hold the places and sizes of `figure.nodes`, then of `ghosts`; `placement.edges`
/// those of `figure.edges`, then of the badges of what is contested (invisible lines, whose label is the badge).
#[derive(Debug, Clone)]
pub struct Panel {
    /// What it shows.
    pub figure: Figure,
    /// Actors that only other panels have, whose places are marked.
    pub ghosts: Vec<Node>,
    /// Where the origin of the placement stands in the scene.
    pub at: Point,
    /// Sizes.
    pub problem: Problem,
    /// Places, curves, places of labels.
    pub placement: Placement,
    /// The areas that hold blocs with their members.
    pub hulls: Vec<Hull>,
    pub(super) boxes: Vec<NodeBox>,
    pub(super) labels: Vec<LabelBox>,
    pub(super) lit: Highlight,
}

/// At how many places along a line the way from a badge to it is measured.
const STOPS: i32 = 40;

/// What a line that is not drawn begins and ends at.
pub(super) const UNDRAWN: usize = usize::MAX;

/// The lines of a figure as the layout sees them: the edges, then a badge for each pair that is contested.
///
/// The layout fans the lines of a pair out in this order: from the lower to the higher actor, then back. In a difference the first
/// side is therefore always given as going up and the second as going down: each author has a side of the bundle, and the badge
/// stands between them.
pub(super) fn edges(
    figure: &Figure,
    labels: &[LabelBox],
    metrics: &Metrics,
    node: &dyn Fn(usize) -> usize,
) -> Vec<Edge> {
    let difference = figure.is_difference();
    let laid = |(edge, label): (&FigureEdge, &LabelBox)| {
        let (from, to) = (node(edge.from), node(edge.to));
        let (low, high) = (from.min(to), from.max(to));
        let (from, to) = match edge.said_by {
            _ if !difference => (from, to),
            SideSet::B => (high, low),
            SideSet::A | SideSet::Both => (low, high),
        };
        Edge { from, to, label: (label.width, label.height), mark: label.mark(), weight: 1.0 }
    };
    let badge = |(one, two): (usize, usize)| {
        let (one, two) = (node(one), node(two));
        Edge {
            from: one.min(two),
            to: one.max(two),
            label: (metrics.edge.badge, metrics.edge.badge),
            mark: 0.0,
            weight: 1.0,
        }
    };
    let badges = figure.contested().into_keys().map(badge);
    figure.edges.iter().zip(labels).map(laid).chain(badges).collect()
}

impl Panel {
    /// The name of a pair of actors in ids.
    fn pair(&self, (one, two): (usize, usize)) -> String {
        let id = |index: usize| self.figure.nodes.get(index).map(|node| safe(&node.id)).unwrap_or_default();
        format!("{}--{}", id(one), id(two))
    }

    /// Whether a hull stands for a line: it is not drawn.
    #[must_use]
    pub fn is_hidden(&self, edge: usize) -> bool {
        self.hulls.iter().any(|hull| hull.bloc.lines.contains(&edge))
    }

    /// What actors, lines, labels and hulls span.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let hulls = self.hulls.iter().map(Hull::bounds);
        hulls.fold(self.placement.bounds(&self.problem), |all, hull| all.union(&hull))
    }

    /// The figure without what is faded and without the lines that a hull stands for: what the legend explains.
    #[must_use]
    pub(super) fn drawn(&self) -> Figure {
        let mut lit = self.lit.clone();
        lit.edges.iter_mut().enumerate().for_each(|(number, lit)| *lit &= !self.is_hidden(number));
        lit.of_figure(&self.figure)
    }

    /// The same with every curve running from its edge's `from` to its `to`.
    pub(super) fn turned_back(mut self) -> Self {
        let edges = self.problem.edges.iter_mut().enumerate();
        for (edge, (number, laid)) in self.figure.edges.iter().zip(edges) {
            if laid.from != edge.from && laid.from != UNDRAWN {
                (laid.from, laid.to) = (edge.from, edge.to);
                self.placement.turn(number);
            }
        }
        self
    }

    /// Sizes and places of what is seen as lines: the badges of what is contested are left out.
    #[must_use]
    pub fn seen(&self) -> (Problem, Placement) {
        let (mut problem, mut placement) = (self.problem.clone(), self.placement.clone());
        problem.edges.truncate(self.figure.edges.len());
        placement.edges.truncate(self.figure.edges.len());
        placement.chains.truncate(self.figure.edges.len());
        (problem, placement)
    }

    /// The figures of the drawing. A badge counts where it would lie on a label or an actor; its line is not there.
    #[must_use]
    pub fn quality(&self) -> Quality {
        let (problem, placement) = self.seen();
        let all = parallax_layout::quality(&self.problem, &self.placement);
        let seen = parallax_layout::quality(&problem, &placement);
        Quality { label_on_label: all.label_on_label, label_on_node: all.label_on_node, ..seen }
    }

    /// What is painted, in the places of the scene.
    pub(super) fn group(&self, prefix: &str, metrics: &Metrics) -> Item {
        let layers = [
            ("hulls", hull::items(&self.hulls, &self.figure, prefix)),
            ("ghosts", self.ghost_items(prefix, metrics)),
            ("ties", self.edge_items(prefix, metrics)),
            ("actors", self.actor_items(prefix, metrics)),
            ("labels", self.label_items(prefix, metrics)),
        ];
        let layer = |(class, items): (&str, Vec<Item>)| {
            Item::Group(Group { class: class.to_owned(), items, ..Group::default() }).moved(self.at)
        };
        let items = layers.into_iter().filter(|(_, items)| !items.is_empty()).map(layer).collect();
        let id = format!("{prefix}panel");
        Item::Group(Group { id, class: "panel".to_owned(), title: String::new(), items })
    }

    fn ghost_items(&self, prefix: &str, metrics: &Metrics) -> Vec<Item> {
        let first = self.figure.nodes.len();
        let paint = |(index, node): (usize, &Node)| {
            let (sized, centre) = (self.boxes.get(first + index)?, self.placement.nodes.get(first + index)?);
            let items = sized.items(node, *centre, metrics, Presence::Ghost, None);
            Some(NodeBox::group(
                node,
                format!("{prefix}ghost-{}", safe(&node.id)),
                items,
                Presence::Ghost,
                self.figure.messages,
            ))
        };
        self.ghosts.iter().enumerate().filter_map(paint).collect()
    }

    fn actor_items(&self, prefix: &str, metrics: &Metrics) -> Vec<Item> {
        let places = self.boxes.iter().zip(&self.placement.nodes).zip(&self.lit.nodes);
        let paint = |(node, ((sized, centre), lit)): (&Node, ((&NodeBox, &Point), &bool))| {
            let presence = if *lit { Presence::Full } else { Presence::Ghost };
            let side = of_one_side(&self.figure, node).then_some(Hue::Side(node.said_by, self.figure.colours));
            // What is faded has no letter, and its name stands in the middle.
            let sized = if *lit { sized.clone() } else { sized.clone().with_text_of(None) };
            let items = sized.items(node, *centre, metrics, presence, side);
            NodeBox::group(node, format!("{prefix}actor-{}", safe(&node.id)), items, presence, self.figure.messages)
        };
        self.figure.nodes.iter().zip(places).map(paint).collect()
    }

    fn edge_items(&self, prefix: &str, metrics: &Metrics) -> Vec<Item> {
        let difference = self.figure.is_difference();
        let paint = |(number, edge): (usize, &FigureEdge)| {
            let (role, faded) = if self.is_lit(number) {
                (edge::hue(&self.figure, edge).into(), "")
            } else {
                (ColourRole::Ghost, " ghost")
            };
            let class = format!("tie {}{faded}", edge::classes(edge, difference));
            let (id, title) = (format!("{prefix}tie-{}", number + 1), words::tooltip(&self.figure, edge));
            Item::Group(Group {
                id,
                class,
                title,
                items: edge::line(edge, &self.placement.line(number), role, metrics),
            })
        };
        let edges = self.figure.edges.iter().enumerate().filter(|(number, _)| !self.is_hidden(*number));
        let (lit, faded): (Vec<_>, Vec<_>) = edges.partition(|(number, _)| self.is_lit(*number));
        self.leads().into_iter().chain(faded.into_iter().chain(lit).map(paint)).collect()
    }

    fn is_lit(&self, edge: usize) -> bool {
        self.lit.edges.get(edge).copied().unwrap_or(true)
    }

    /// Thin lines from the badge of what is contested to the lines that it is about: the nearest of each side.
    fn leads(&self) -> Vec<Item> {
        let routes = self.placement.edges.iter().skip(self.figure.edges.len());
        let badges = routes.zip(self.figure.contested().into_keys());
        let pen = Pen::plain(ColourRole::Quiet, 1.2);
        let mut leads = Vec::new();
        for (centre, pair) in badges.filter_map(|(route, pair)| Some((route.label?, pair))) {
            let mut nearest: BTreeMap<SideSet, Point> = BTreeMap::new();
            for (number, edge) in self.figure.edges.iter().enumerate() {
                if (edge.from.min(edge.to), edge.from.max(edge.to)) == pair && self.is_lit(number) {
                    let line = self.placement.line(number);
                    let stops = (2..=STOPS - 2).map(|stop| line.at(f64::from(stop) / f64::from(STOPS)));
                    for at in stops {
                        let known = nearest.entry(edge.said_by).or_insert(at);
                        if (at - centre).length() < (*known - centre).length() {
                            *known = at;
                        }
                    }
                }
            }
            let lead = |at: Point| Item::Shape(Outline::Line(vec![centre, at]), Paint::line(pen.clone()));
            leads.extend(nearest.into_values().map(lead));
        }
        leads
    }

    fn label_items(&self, prefix: &str, metrics: &Metrics) -> Vec<Item> {
        let difference = self.figure.is_difference();
        let mut items = Vec::new();
        let places = self.problem.edges.iter().zip(&self.placement.edges).enumerate();
        let labels = self.figure.edges.iter().zip(&self.labels).zip(places);
        for ((edge, label), (number, (laid, route))) in labels.filter(|(_, (number, _))| self.is_lit(*number)) {
            if let Some(centre) = route.label {
                let mark = laid.mark_on(self.placement.curves(number), centre);
                let hue = edge::hue(&self.figure, edge);
                items.push(Item::Group(Group {
                    id: format!("{prefix}label-{}", number + 1),
                    class: format!("label {}", edge::classes(edge, difference)),
                    title: String::new(),
                    items: label.items(centre, mark, hue, metrics),
                }));
            }
        }
        let badges = self.placement.edges.iter().skip(self.figure.edges.len()).zip(self.figure.contested());
        let seen = |(one, two): (usize, usize)| {
            let joins = |edge: &FigureEdge| (edge.from.min(edge.to), edge.from.max(edge.to)) == (one, two);
            self.figure.edges.iter().enumerate().any(|(number, edge)| joins(edge) && self.is_lit(number))
        };
        for (route, (pair, verdict)) in badges.filter(|(_, (pair, _))| seen(*pair)) {
            if let Some(centre) = route.label {
                let class = format!("badge contested {}", verdict.name());
                let title = self.figure.messages.word("verdict-title", verdict.name());
                let id = format!("{prefix}badge-{}", self.pair(pair));
                let badge = badge::contested(centre, metrics.edge.badge);
                items.push(Item::Group(Group { id, class, title, items: badge }));
            }
        }
        items
    }
}

/// Whether an actor is marked as one of one text only: only differences have sides.
fn of_one_side(figure: &Figure, node: &Node) -> bool {
    figure.is_difference() && node.said_by != SideSet::Both
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Alike, Options, Subject, draw};
    use parallax_core::model::{ActorId, ActorKind, Factuality, Id, Sign};

    fn node(index: usize, id: &str) -> Node {
        let kind = ActorKind::State;
        Node {
            actor: ActorId::from_index(index),
            id: id.into(),
            label: id.into(),
            name: id.into(),
            kind,
            said_by: SideSet::Both,
            of_one_side: false,
        }
    }

    fn edge(from: usize, to: usize, said_by: SideSet, sign: Sign) -> FigureEdge {
        let (factuality, label, relations) = (Factuality::Held, "says".to_owned(), Vec::new());
        FigureEdge {
            from,
            to,
            directed: true,
            label,
            counts: String::new(),
            sign,
            factuality,
            strength: 2,
            said_by,
            holders: Vec::new(),
            contested: Some(parallax_core::diff::Verdict::SignConflict),
            relations,
        }
    }

    fn figure(subject: Subject, nodes: Vec<Node>, edges: Vec<FigureEdge>) -> Figure {
        Figure {
            messages: parallax_core::messages::Messages::english(),
            title: "t".into(),
            source: Vec::new(),
            selected: String::new(),
            subject,
            colours: [None; 2],
            nodes,
            edges,
            blocs: Vec::new(),
            statements: 0,
            unheld: std::collections::BTreeSet::new(),
            only_firm: false,
            loops: 0,
            alike: Alike::default(),
        }
    }

    #[test]
    fn curves_run_the_way_of_their_strokes_and_the_badge_stands_between() {
        let edges = vec![edge(1, 0, SideSet::A, Sign::Positive), edge(0, 1, SideSet::B, Sign::Negative)];
        let two = figure(Subject::Two("a".into(), "b".into()), vec![node(0, "us"), node(1, "eu")], edges);
        let panel = draw(&[two], &Options::default()).unwrap().panels.remove(0);
        let near = |point: Point, index: usize| (point - panel.placement.nodes[index]).length();
        for (edge, route) in panel.figure.edges.iter().zip(&panel.placement.edges) {
            assert!(near(route.curve.start, edge.from) < near(route.curve.end, edge.from));
        }
        let [one, two, badge] = [0, 1, 2].map(|index| panel.placement.edges[index].curve.at(0.5));
        assert!((badge - one).length() < (two - one).length() && (badge - two).length() < (two - one).length());
    }

    #[test]
    fn no_actor_moves_between_panels() {
        let both = figure(
            Subject::One,
            vec![node(0, "us"), node(1, "eu"), node(2, "un")],
            vec![edge(0, 1, SideSet::Both, Sign::Positive)],
        );
        let of_one_side =
            figure(Subject::One, vec![node(1, "eu"), node(2, "un")], vec![edge(1, 0, SideSet::Both, Sign::Negative)]);
        let panels = draw(&[both, of_one_side], &Options::default()).unwrap().panels;
        assert_eq!(panels[0].placement.nodes[1..], panels[1].placement.nodes[..2]);
        assert_eq!(panels[1].ghosts.iter().map(|ghost| &*ghost.id).collect::<Vec<_>>(), ["us"]);
        assert!((panels[0].at.y - panels[1].at.y).abs() < 1e-9);
    }

    #[test]
    fn ids_are_safe_and_stay_apart() {
        assert_eq!(safe("us-a_1"), "us-a_1");
        assert_eq!(safe("a--b"), "a.2d..2d.b");
        assert!(["-a", "a-", "-", "a---b"].iter().all(|id| !format!("x--{}--x", safe(id)).contains("---")));
        assert_eq!(safe("a b\"<é"), "a.20.b.22..3c..e9.");
    }
}
