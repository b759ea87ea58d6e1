//! Blocs: the actors that an author calls members of one of them.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{ActorKind, Corpus, Factuality, Sign};

use super::{FigureEdge, Node};

/// The type of relation that says who belongs to whom.
pub const MEMBER: &str = "member-of";

/// Actors that the author calls members of one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bloc {
    /// The bloc or organisation, by its place in the figure.
    pub node: usize,
    /// Its members.
    pub members: BTreeSet<usize>,
    /// The lines that say nothing but membership in it.
    pub lines: BTreeSet<usize>,
}

impl Bloc {
    /// The blocs of a picture of one view: at least two members each, all held now.
    #[must_use]
    pub(crate) fn of(corpus: &Corpus, nodes: &[Node], edges: &[FigureEdge]) -> Vec<Self> {
        let Some(member) = corpus.types.find(MEMBER) else { return Vec::new() };
        let is_bloc = |node: &Node| matches!(node.kind, ActorKind::Bloc | ActorKind::Organisation);
        let mut blocs: BTreeMap<usize, Self> = BTreeMap::new();
        for (line, edge) in edges.iter().enumerate() {
            let says = |all: bool| {
                let mut kinds = edge.relations.iter().map(|id| corpus.relation(*id).kind == member);
                if all { kinds.all(|is| is) } else { kinds.any(|is| is) }
            };
            let held = edge.factuality == Factuality::Held && edge.sign != Sign::Negative && edge.directed;
            if !held || !says(false) || !nodes.get(edge.to).is_some_and(is_bloc) {
                continue;
            }
            let new = || Self { node: edge.to, members: BTreeSet::new(), lines: BTreeSet::new() };
            let bloc = blocs.entry(edge.to).or_insert_with(new);
            bloc.members.insert(edge.from);
            bloc.lines.extend(says(true).then_some(line));
        }
        blocs.into_values().filter(|bloc| bloc.members.len() > 1).collect()
    }

    /// The same where actors and lines have other numbers, or are left out; none if it has no two members left.
    #[must_use]
    pub(crate) fn renumbered(&self, nodes: &[Option<usize>], lines: &[Option<usize>]) -> Option<Self> {
        let new = |old: &BTreeSet<usize>, numbers: &[Option<usize>]| -> BTreeSet<usize> {
            old.iter().filter_map(|index| numbers.get(*index).copied().flatten()).collect()
        };
        let node = nodes.get(self.node).copied().flatten()?;
        let (members, lines) = (new(&self.members, nodes), new(&self.lines, lines));
        (members.len() > 1).then_some(Self { node, members, lines })
    }

    /// All that its hull holds: the bloc, its members, and the members of members.
    #[must_use]
    pub(crate) fn inside(&self, all: &[Self]) -> BTreeSet<usize> {
        let mut inside = BTreeSet::from([self.node]);
        let mut open: Vec<usize> = self.members.iter().copied().collect();
        while let Some(node) = open.pop() {
            if inside.insert(node) {
                open.extend(all.iter().filter(|bloc| bloc.node == node).flat_map(|bloc| &bloc.members));
            }
        }
        inside
    }
}
