//! The network of a view: statements folded into edges, one edge a line.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Collective, View};
use crate::model::{ActorId, Corpus, Factuality, RelationId, Sign, TypeId};

/// The network of a view: a multigraph whose parallel edges are told apart by direction, sign and factuality.
#[derive(Debug)]
pub struct Network<'c> {
    /// Where everything is looked up.
    pub corpus: &'c Corpus,
    /// What was selected.
    pub view: View,
    /// Actors, in the order of their ids, and edges between them.
    pub graph: DiGraph<ActorId, Edge>,
    /// Statements of which nothing is drawn because their two ends are one actor at this level.
    pub loops: Vec<RelationId>,
    /// How many ties of a member of a whole to itself other statements would draw, if members were drawn for wholes.
    pub self_ties: usize,
}

/// What is drawn as one line: the statements with the same pair, direction, sign and factuality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Its statements, in the order of the corpus.
    pub relations: Vec<RelationId>,
    /// Their common sign.
    pub sign: Sign,
    /// In which sense they hold.
    pub factuality: Factuality,
    /// Whether the ends differ in role.
    pub directed: bool,
    /// The type that names the line: the one with the strongest statement, then the most statements.
    pub kind: TypeId,
    /// The strength of its strongest statement.
    pub strength: u8,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct EdgeKey {
    from: ActorId,
    to: ActorId,
    directed: bool,
    sign: Sign,
    factuality: Factuality,
}

impl<'c> Network<'c> {
    /// The network of what a view shows.
    #[must_use]
    pub fn of(corpus: &'c Corpus, view: &View) -> Self {
        let shown = view.shown(corpus);
        let Folded { edges, loops, self_ties } = fold(corpus, view, &shown);
        let mut network = Self { corpus, view: view.clone(), graph: DiGraph::new(), loops, self_ties };
        let mut nodes: IndexMap<ActorId, NodeIndex> = IndexMap::new();
        for actor in edges.keys().flat_map(|key| [key.from, key.to]).collect::<BTreeSet<_>>() {
            nodes.insert(actor, network.graph.add_node(actor));
        }
        for (key, relations) in edges {
            if let (Some(from), Some(to)) = (nodes.get(&key.from), nodes.get(&key.to)) {
                let (kind, strength) = strongest(corpus, &relations);
                let edge = Edge {
                    relations,
                    sign: key.sign,
                    factuality: key.factuality,
                    directed: key.directed,
                    kind,
                    strength,
                };
                network.graph.add_edge(*from, *to, edge);
            }
        }
        network
    }

    /// The actors, in order.
    pub fn actors(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.graph.node_weights().copied()
    }

    /// The edges with their actors, in order.
    pub fn edges(&self) -> impl Iterator<Item = (ActorId, ActorId, &Edge)> {
        self.graph.edge_indices().filter_map(|edge| {
            let (from, to) = self.graph.edge_endpoints(edge)?;
            Some((self.graph[from], self.graph[to], &self.graph[edge]))
        })
    }
}

/// Statements as edges, and what becomes none.
#[derive(Default)]
struct Folded {
    edges: BTreeMap<EdgeKey, Vec<RelationId>>,
    loops: Vec<RelationId>,
    self_ties: usize,
}

fn fold(corpus: &Corpus, view: &View, shown: &[RelationId]) -> Folded {
    let aggregation = view.aggregation(corpus);
    let mut folded = Folded::default();
    let kept = view.kept(corpus, shown);
    for id in shown {
        let relation = corpus.relation(*id);
        let directed = corpus.types.get(relation.kind).directed;
        let ties = aggregation.ties(relation);
        if ties.is_empty() {
            folded.loops.push(*id);
        } else if view.collective == Collective::Members {
            folded.self_ties += aggregation.aggregated(relation).filter(|(from, to)| from == to).count();
        }
        let is_kept = |actor| kept.as_ref().is_none_or(|kept| kept.contains(&actor));
        for (from, to) in ties.into_iter().filter(|(from, to)| is_kept(*from) && is_kept(*to)) {
            let key = EdgeKey { from, to, directed, sign: relation.sign, factuality: relation.factuality() };
            folded.edges.entry(key).or_default().push(*id);
        }
    }
    folded
}

/// The type that names a line, and the strength of its strongest statement; of equals the type with more statements.
#[must_use]
pub fn strongest(corpus: &Corpus, relations: &[RelationId]) -> (TypeId, u8) {
    let mut types: BTreeMap<TypeId, (u8, usize)> = BTreeMap::new();
    for id in relations {
        let relation = corpus.relation(*id);
        let entry = types.entry(relation.kind).or_default();
        *entry = (entry.0.max(relation.strength), entry.1 + 1);
    }
    let best = types.into_iter().rev().max_by_key(|(_, rank)| *rank);
    best.map_or((TypeId(0), 2), |(kind, (strength, _))| (kind, strength))
}
