//! What of its figures a picture shows: the actors with the most statements, and one actor in focus.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{ActorId, RelationId};

use crate::Error;
use crate::figure::{Figure, FigureEdge};

/// The figures as they are drawn, and what the line of sources says of it.
pub(crate) struct Narrowed {
    pub(crate) figures: Vec<Figure>,
    pub(crate) remarks: Vec<String>,
}

/// Narrows figures to the `top` actors with the most statements, and says who is in focus. All figures of a picture keep the same actors.
///
/// # Errors
///
/// If the actor in focus is not drawn.
pub(crate) fn narrowed(figures: &[Figure], top: Option<usize>, focus: Option<ActorId>) -> Result<Narrowed, Error> {
    let mut narrowed = Narrowed { figures: figures.to_vec(), remarks: Vec::new() };
    if let Some(most) = top {
        narrowed.keep(most, focus);
    }
    if let Some(actor) = focus {
        let name = narrowed.name(actor).ok_or_else(|| {
            Error::Usage("the actor in focus is not drawn here: no statement of this picture is about it".to_owned())
        })?;
        let remark = Figure::language(figures).with("source-focus", [("actor", name.into())]);
        narrowed.remarks.push(remark);
    }
    Ok(narrowed)
}

impl Narrowed {
    /// Keeps the actors with the most statements; of equals the first by id. The one in focus counts before all.
    fn keep(&mut self, most: usize, focus: Option<ActorId>) {
        let mut about: BTreeMap<ActorId, BTreeSet<RelationId>> = BTreeMap::new();
        for figure in &self.figures {
            for node in &figure.nodes {
                about.entry(node.actor).or_default();
            }
            for edge in &figure.edges {
                for end in [edge.from, edge.to] {
                    if let Some(known) = figure.nodes.get(end).and_then(|node| about.get_mut(&node.actor)) {
                        known.extend(&edge.relations);
                    }
                }
            }
        }
        let mut ranked: Vec<(bool, usize, ActorId)> =
            about.iter().map(|(actor, statements)| (Some(*actor) != focus, statements.len(), *actor)).collect();
        ranked.sort_by_key(|(other, statements, actor)| (*other, std::cmp::Reverse(*statements), *actor));
        let all = ranked.len();
        let kept: BTreeSet<ActorId> = ranked.into_iter().take(most).map(|(.., actor)| actor).collect();
        if kept.len() < all {
            self.figures.iter_mut().for_each(|figure| figure.keep(&|actor| kept.contains(&actor)));
            let left = all - kept.len();
            let values = [("n", left.into()), ("all", all.into())];
            self.remarks.push(Figure::language(&self.figures).with("source-top", values));
        }
    }

    fn name(&self, actor: ActorId) -> Option<&str> {
        let mut nodes = self.figures.iter().flat_map(|figure| &figure.nodes);
        nodes.find(|node| node.actor == actor).map(|node| &*node.label)
    }
}

impl Figure {
    /// Keeps some actors, and the lines between them.
    fn keep(&mut self, kept: &dyn Fn(ActorId) -> bool) {
        let mut places = 0..;
        let place: Vec<Option<usize>> =
            self.nodes.iter().map(|node| if kept(node.actor) { places.next() } else { None }).collect();
        let moved = |edge: &FigureEdge| {
            let end = |end: usize| place.get(end).copied().flatten();
            Some(FigureEdge { from: end(edge.from)?, to: end(edge.to)?, ..edge.clone() })
        };
        let edges: Vec<Option<FigureEdge>> = self.edges.iter().map(moved).collect();
        let mut lines = 0..;
        let line: Vec<Option<usize>> = edges.iter().map(|edge| edge.as_ref().and_then(|_| lines.next())).collect();
        self.blocs = self.blocs.iter().filter_map(|bloc| bloc.renumbered(&place, &line)).collect();
        self.edges = edges.into_iter().flatten().collect();
        self.nodes.retain(|node| kept(node.actor));
        self.alike.nodes.retain(|node| kept(node.actor));
    }
}

/// Which actors and lines of a figure are drawn in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Highlight {
    pub(crate) nodes: Vec<bool>,
    pub(crate) edges: Vec<bool>,
}

impl Highlight {
    /// Everything, or what touches the actor in focus.
    #[must_use]
    pub(crate) fn of(figure: &Figure, focus: Option<ActorId>) -> Self {
        let Some(focus) = focus else {
            return Self { nodes: vec![true; figure.nodes.len()], edges: vec![true; figure.edges.len()] };
        };
        let at = figure.nodes.iter().position(|node| node.actor == focus);
        let touches = |edge: &FigureEdge| Some(edge.from) == at || Some(edge.to) == at;
        let edges: Vec<bool> = figure.edges.iter().map(touches).collect();
        let mut nodes: Vec<bool> = (0..figure.nodes.len()).map(|node| Some(node) == at).collect();
        for edge in figure.edges.iter().filter(|edge| touches(edge)) {
            for end in [edge.from, edge.to] {
                nodes.get_mut(end).into_iter().for_each(|lit| *lit = true);
            }
        }
        Self { nodes, edges }
    }

    /// The figure without what is faded: what the legend explains.
    #[must_use]
    pub(crate) fn of_figure(&self, figure: &Figure) -> Figure {
        let mut lit = figure.clone();
        let mut edges = self.edges.iter();
        lit.edges.retain(|_| edges.next().copied().unwrap_or(true));
        let actors: BTreeSet<ActorId> =
            figure.nodes.iter().zip(&self.nodes).filter(|(_, lit)| **lit).map(|(node, _)| node.actor).collect();
        lit.keep(&|actor| actors.contains(&actor));
        lit
    }
}
