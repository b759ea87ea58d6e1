//! Lines between actors on their way to a figure: made of statements, merged, turned into edges.

use std::collections::BTreeMap;

use parallax_core::diff::{Pair, Verdict};
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, Corpus, Factuality, Holder, RelationId, Sign, TypeId};
use parallax_core::network::{Edge, Network, strongest};

use super::{Figure, FigureEdge, Node, SideSet};

/// A line between two actors, with whose it is.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) from: ActorId,
    pub(super) to: ActorId,
    pub(super) edge: Edge,
    pub(super) said_by: SideSet,
}

impl Line {
    pub(super) fn edge(
        self,
        corpus: &Corpus,
        index: &BTreeMap<ActorId, usize>,
        contested: Option<Verdict>,
        say: &Messages,
    ) -> FigureEdge {
        let kind = &corpus.types.get(self.edge.kind).label;
        let prefix = voiced(corpus, &self.edge.relations, self.edge.factuality, say);
        let same = self.edge.relations.iter().filter(|id| corpus.relation(**id).kind == self.edge.kind).count();
        let times = match (self.edge.relations.len(), self.edge.relations.len() - same) {
            (1, _) => String::new(),
            (all, 0) => format!(" ×{all}"),
            (_, others) if same > 1 => format!(" ×{same}{}", say.with("label-more", [("n", others.into())])),
            (_, others) => say.with("label-more", [("n", others.into())]),
        };
        let at = |actor: &ActorId| index.get(actor).copied().unwrap_or(0);
        FigureEdge {
            from: at(&self.from),
            to: at(&self.to),
            directed: self.edge.directed,
            label: format!("{prefix}{kind}{times}"),
            counts: times,
            sign: self.edge.sign,
            factuality: self.edge.factuality,
            strength: self.edge.strength,
            said_by: self.said_by,
            holders: Vec::new(),
            contested,
            relations: self.edge.relations,
        }
    }
}

/// The longest name of a voice that is told before a label, in letters.
const VOICE: usize = 24;

/// What stands before the label of a line of some statements: of what others say also who, if that is one voice with a short name.
pub(super) fn voiced(corpus: &Corpus, relations: &[RelationId], factuality: Factuality, say: &Messages) -> String {
    let plain = prefix(factuality, say);
    let mut holders = relations.iter().map(|id| corpus.relation(*id).holders());
    let Some([holder]) = holders.next().filter(|_| factuality.is_of_others()) else { return plain };
    let name = match holder {
        Holder::Actor(actor) => &*corpus.actors.get(*actor).label,
        Holder::Label(label) => label,
    };
    if name.chars().count() > VOICE || !holders.all(|others| others == std::slice::from_ref(holder)) {
        return plain;
    }
    let key = if factuality.is_negative() { "label-denies" } else { "label-says" };
    say.with(key, [("who", name.into())]) + " "
}

/// What stands before the label of a line that is not held now.
pub(super) fn prefix(factuality: Factuality, say: &Messages) -> String {
    if factuality == Factuality::Held { String::new() } else { format!("{}: ", say.word("sense", factuality.word())) }
}

pub(super) fn node(corpus: &Corpus, id: ActorId, said_by: SideSet) -> Node {
    let actor = corpus.actors.get(id);
    let (label, name) = (actor.label.to_string(), actor.name.to_string());
    Node {
        actor: id,
        id: corpus.actors.name(id).to_owned(),
        label,
        name,
        kind: actor.kind,
        said_by,
        of_one_side: false,
    }
}

/// Boxes that would have one label get their ids as well: nobody could tell which is meant. A label that is cut anyway is cut before.
fn disambiguate_labels(nodes: &mut [Node]) {
    const SHOWN: usize = 80;
    let start = |node: &Node| node.label.chars().take(SHOWN).collect::<String>();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for node in nodes.iter() {
        *counts.entry(start(node)).or_default() += 1;
    }
    for node in nodes {
        let start = start(node);
        if counts.get(&start).is_some_and(|count| *count > 1) {
            let cut = if node.label.chars().count() > SHOWN { "…" } else { "" };
            node.label = format!("{start}{cut} ({})", node.id);
        }
    }
}

/// What lines of one side or of both are told apart by; the type that names a line does not split it.
pub(super) type LineKey = (ActorId, ActorId, bool, Sign, Factuality);

/// A line of some statements, named by the strongest of them.
pub(super) fn line(corpus: &Corpus, key: LineKey, mut relations: Vec<RelationId>, said_by: SideSet) -> Line {
    let (from, to, directed, sign, factuality) = key;
    relations.sort_unstable();
    relations.dedup();
    let (kind, strength) = strongest(corpus, &relations);
    Line { from, to, edge: Edge { relations, sign, factuality, directed, kind, strength }, said_by }
}

/// Lines of one side that say the same become one, and so do those of the two sides that have the same name.
pub(super) fn merge(corpus: &Corpus, lines: Vec<Line>) -> Vec<Line> {
    let mut sides: BTreeMap<(LineKey, SideSet), Vec<RelationId>> = BTreeMap::new();
    for Line { from, to, edge, said_by } in lines {
        let key = (from, to, edge.directed, edge.sign, edge.factuality);
        sides.entry((key, said_by)).or_default().extend(edge.relations);
    }
    let mut merged: BTreeMap<(LineKey, TypeId), Line> = BTreeMap::new();
    for ((key, said_by), relations) in sides {
        let own = line(corpus, key, relations, said_by);
        let slot = (key, own.edge.kind);
        let both = match merged.remove(&slot) {
            Some(known) => line(corpus, key, [known.edge.relations, own.edge.relations].concat(), SideSet::Both),
            None => own,
        };
        merged.insert(slot, both);
    }
    let mut lines: Vec<Line> = merged.into_values().collect();
    lines.sort_by_key(|line| (line.from, line.to, line.said_by));
    lines
}

/// The ties of a network as lines of a side.
pub(super) fn of_network<'n>(network: &'n Network<'_>, said_by: SideSet) -> impl Iterator<Item = Line> + 'n {
    network.edges().map(move |(from, to, edge)| Line { from, to, edge: edge.clone(), said_by })
}

impl Figure {
    /// Puts the lines in, and the actors that they join.
    pub(super) fn fill(&mut self, corpus: &Corpus, lines: Vec<Line>, contested: &BTreeMap<Pair, Verdict>) {
        let mut said_by: BTreeMap<ActorId, SideSet> = BTreeMap::new();
        for (actor, side) in lines.iter().flat_map(|line| [(line.from, line.said_by), (line.to, line.said_by)]) {
            said_by
                .entry(actor)
                .and_modify(|known| *known = if *known == side { side } else { SideSet::Both })
                .or_insert(side);
        }
        let index: BTreeMap<ActorId, usize> =
            said_by.keys().enumerate().map(|(index, actor)| (*actor, index)).collect();
        self.nodes = said_by.into_iter().map(|(actor, said_by)| node(corpus, actor, said_by)).collect();
        disambiguate_labels(&mut self.nodes);
        for line in lines {
            let contested = contested.get(&Pair::new(line.from, line.to)).copied();
            self.edges.push(line.edge(corpus, &index, contested, self.messages));
        }
    }
}
