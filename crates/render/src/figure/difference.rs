//! The figures of a difference: one side on the other, each for itself, or only where they differ.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::{Difference, Dyad, Pair, Verdict};
use parallax_core::messages::Messages;
use parallax_core::model::{AuthorId, RelationId, Standing};
use parallax_core::network::{Network, View};

use super::caption::{all_or, colours, selected, sources, which};
use super::lines::{self, Line, LineKey, line, merge};
use super::{Alike, Figure, FigureEdge, SideSet, Subject, headings};

impl Figure {
    /// The picture of a difference: both networks on one another, with what answers them though it is not held.
    #[must_use]
    pub fn of_difference(difference: &Difference<'_>, title: Option<&str>, messages: &'static Messages) -> Self {
        Self::of_part(difference, difference, title, messages)
    }

    /// The same of a part of two records, with what is contested on the whole: what is left out has been said all the same.
    #[must_use]
    pub(crate) fn of_part(
        difference: &Difference<'_>,
        whole: &Difference<'_>,
        title: Option<&str>,
        messages: &'static Messages,
    ) -> Self {
        let corpus = difference.corpus;
        let views = [&difference.a, &difference.b];
        let [a, b] = <[String; 2]>::try_from(headings(corpus, &views, messages)).unwrap_or_default();
        let authors: Vec<AuthorId> = views.iter().flat_map(|view| &view.authors).copied().collect();
        let sides = sides(difference);
        let (statements, unheld) = selected(corpus, &views);
        let mut figure = Self {
            messages,
            title: title.map_or_else(|| messages.all_of(&[&a, &b]), str::to_owned),
            source: sources(corpus, &authors, messages),
            selected: match views.map(which) {
                [one, other] if one == other => one,
                [one, other] => format!("A {}; B {}", all_or(&one, messages), all_or(&other, messages)),
            },
            subject: Subject::Two(a, b),
            colours: colours(corpus, views),
            nodes: Vec::new(),
            edges: Vec::new(),
            blocs: Vec::new(),
            statements,
            unheld,
            only_firm: whole.left_out > 0,
            loops: sides.iter().map(|side| side.loops).sum(),
            alike: Alike::default(),
        };
        let lines = sides.into_iter().flat_map(|side| side.lines).collect();
        figure.fill(corpus, merge(corpus, lines), &contested(whole));
        for node in &mut figure.nodes {
            node.of_one_side = match node.said_by {
                SideSet::A => !whole.actors.mentions(1, node.actor),
                SideSet::B => !whole.actors.mentions(0, node.actor),
                SideSet::Both => false,
            };
        }
        figure
    }

    /// The two sides of a difference, each as a picture of one view: what it holds and how it answers the other, with what is
    /// contested marked.
    #[must_use]
    pub(crate) fn of_sides(difference: &Difference<'_>, messages: &'static Messages) -> Vec<Self> {
        let corpus = difference.corpus;
        let contested = contested(difference);
        let parts = sides(difference).into_iter().zip([&difference.a, &difference.b]).zip(headings(
            corpus,
            &[&difference.a, &difference.b],
            messages,
        ));
        let figure = |((side, view), title): ((Drawn, &View), String)| {
            let (statements, unheld) = selected(corpus, &[view]);
            let mut figure = Self {
                messages,
                title,
                source: sources(corpus, &view.authors, messages),
                selected: which(view),
                subject: Subject::One,
                colours: [None; 2],
                nodes: Vec::new(),
                edges: Vec::new(),
                blocs: Vec::new(),
                statements,
                unheld,
                only_firm: difference.left_out > 0,
                loops: side.loops,
                alike: Alike::default(),
            };
            let lines = merge(corpus, side.lines).into_iter().map(|line| Line { said_by: SideSet::Both, ..line });
            figure.fill(corpus, lines.collect(), &contested);
            figure
        };
        parts.map(figure).collect()
    }

    /// The same without what both sides draw alike: actors that lose their last line only mark their places.
    #[must_use]
    pub(crate) fn without_alike(mut self) -> Self {
        let (alike, mut edges): (Vec<FigureEdge>, Vec<FigureEdge>) =
            self.edges.into_iter().partition(|edge| edge.said_by == SideSet::Both);
        let kept: BTreeSet<usize> = edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        let place: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(new, old)| (*old, new)).collect();
        let at = |old: usize| place.get(&old).copied().unwrap_or_default();
        for edge in &mut edges {
            (edge.from, edge.to) = (at(edge.from), at(edge.to));
        }
        let (nodes, left): (Vec<_>, Vec<_>) =
            self.nodes.into_iter().enumerate().partition(|(index, _)| kept.contains(index));
        self.nodes = nodes.into_iter().map(|(_, node)| node).collect();
        self.edges = edges;
        self.alike = Alike { nodes: left.into_iter().map(|(_, node)| node).collect(), lines: alike.len() };
        self
    }
}

/// What one side draws.
struct Drawn {
    lines: Vec<Line>,
    loops: usize,
}

/// The lines of each side: what it holds, and what answers the other though it is not held. Where both say that, it is of both.
fn sides(difference: &Difference<'_>) -> [Drawn; 2] {
    let corpus = difference.corpus;
    let unheld = [0, 1].map(|side| unheld(difference, side));
    let answers: BTreeSet<LineKey> =
        unheld.iter().flatten().filter(|(_, said)| said.answers).map(|(key, _)| *key).collect();
    let side = |(view, said_by, unheld): (&View, SideSet, BTreeMap<LineKey, Unheld>)| {
        let network = Network::of(corpus, view);
        let mut lines: Vec<Line> = lines::of_network(&network, said_by).collect();
        let drawn = unheld.into_iter().filter(|(key, _)| answers.contains(key));
        lines.extend(drawn.map(|(key, said)| line(corpus, key, said.relations, said_by)));
        Drawn { lines, loops: network.loops.len() }
    };
    let [of_a, of_b] = unheld;
    [(&difference.a, SideSet::A, of_a), (&difference.b, SideSet::B, of_b)].map(side)
}

fn contested(difference: &Difference<'_>) -> BTreeMap<Pair, Verdict> {
    let marked = |dyad: &Dyad| dyad.contested_as_named.iter().map(|pair| (*pair, dyad.verdict)).collect::<Vec<_>>();
    difference.dyads.iter().flat_map(marked).collect()
}

/// What one side says as one line without holding it now.
#[derive(Default)]
struct Unheld {
    relations: Vec<RelationId>,
    /// Whether it answers what the other side holds, or denies it.
    answers: bool,
}

/// What a side says of the dyads of both without holding it now, between the actors that it names.
fn unheld(difference: &Difference<'_>, side: usize) -> BTreeMap<LineKey, Unheld> {
    let corpus = difference.corpus;
    let mut lines: BTreeMap<LineKey, Unheld> = BTreeMap::new();
    let view = if side == 0 { &difference.a } else { &difference.b };
    let selected: BTreeSet<RelationId> = view.record(corpus).into_iter().collect();
    let aggregation = view.aggregation(corpus);
    for dyad in difference.dyads.iter().filter(|dyad| dyad.shared()) {
        for id in if side == 0 { &dyad.a } else { &dyad.b } {
            let relation = corpus.relation(*id);
            if relation.held_now() || !selected.contains(id) {
                continue;
            }
            let directed = corpus.types.get(relation.kind).directed;
            let ties = aggregation.ties(relation).into_iter();
            for (from, to) in ties.filter(|(from, to)| dyad.is_of(corpus, relation, *from, *to)) {
                let said = lines.entry((from, to, directed, relation.sign, relation.factuality())).or_default();
                said.relations.push(*id);
                said.answers |= match dyad.verdict {
                    Verdict::Denied | Verdict::ForeseenDenied => relation.standing() == Standing::Denies,
                    Verdict::Possible => dyad.findings.first().is_some_and(|found| found.ground[side].contains(id)),
                    _ => false,
                };
            }
        }
    }
    lines
}
