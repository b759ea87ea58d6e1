//! What a picture shows, in a few sentences: the description that a screen reader gives.

use std::collections::BTreeSet;

use parallax_core::diff::Verdict;
use parallax_core::messages::Messages;
use parallax_core::model::Sign;

use crate::figure::{Figure, FigureEdge, Node, SideSet, Subject};

/// How many lines are named.
const NAMED: usize = 5;

/// The figures of a picture in a few sentences: counts, what is contested, the strongest lines.
#[must_use]
pub(crate) fn describe(figures: &[Figure]) -> String {
    let sentences = figures
        .iter()
        .flat_map(|figure| [Some(counts(figure)), sides(figure), alike(figure), contested(figure), strongest(figure)]);
    sentences.flatten().collect::<Vec<_>>().join(" ")
}

/// A matrix in a few sentences: how it is read, counts, blocs, what is contested.
#[must_use]
pub(crate) fn describe_matrix(figure: &Figure, blocs: &[Vec<&Node>]) -> String {
    let say = figure.messages;
    let halves = match &figure.subject {
        Subject::Two(a, b) => Some(say.with("described-halves", [("a", (&**a).into()), ("b", (&**b).into())])),
        _ => None,
    };
    let named = |bloc: &Vec<&Node>| bloc.iter().map(|node| &*node.label).collect::<Vec<_>>().join(", ");
    let blocs = (blocs.len() > 1).then(|| {
        let listed: Vec<String> = blocs.iter().map(named).collect();
        say.with("described-blocs", [("blocs", listed.join("; ").into())])
    });
    let read = Some(say.text("described-matrix"));
    let sentences = [read, halves, Some(counts(figure)), sides(figure), blocs, contested(figure)];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What a pointer that rests on an edge is told.
#[must_use]
pub fn tooltip(figure: &Figure, edge: &FigureEdge) -> String {
    let say = figure.messages;
    let name = |index: usize| figure.nodes.get(index).map_or("", |node| &node.label);
    let arrow = if edge.directed { "→" } else { "–" };
    let side = match (&figure.subject, edge.said_by) {
        // Of many, the label says how many hold it.
        (Subject::One | Subject::Many(_), _) => String::new(),
        (Subject::Two(side, _), SideSet::A) | (Subject::Two(_, side), SideSet::B) => {
            say.with("line-of-one", [("side", (&**side).into())])
        }
        (Subject::Two(..), SideSet::Both) => say.text("line-of-both"),
    };
    let sign = say.word("sign", edge.sign.name());
    format!("{} {arrow} {}: {} ({sign}{side})", name(edge.from), name(edge.to), edge.label)
}

fn alike(figure: &Figure) -> Option<String> {
    let say = figure.messages;
    let lines = || say.count("count-lines", figure.alike.lines).into();
    (figure.alike.lines > 0).then(|| say.with("described-alike", [("lines", lines())]))
}

fn counts(figure: &Figure) -> String {
    let say = figure.messages;
    let signs = Sign::ALL.map(|sign| {
        let lines = figure.edges.iter().filter(|edge| edge.sign == sign).count();
        (lines, say.word("sign", sign.name()))
    });
    let (actors, lines) = (say.count("count-actors", figure.nodes.len()), say.count("count-lines", figure.edges.len()));
    let said = format!("{}: {actors}, {lines}", figure.title);
    list(&signs).map_or_else(|| format!("{said}."), |signs| format!("{said} ({signs})."))
}

fn sides(figure: &Figure) -> Option<String> {
    let say = figure.messages;
    let (a, b) = match &figure.subject {
        Subject::One => return None,
        Subject::Two(a, b) => (a, b),
        Subject::Many(names) => return shared(figure, names),
    };
    let lines_of = |said_by| figure.edges.iter().filter(|edge| edge.said_by == said_by).count();
    let alone = |side: &str| say.with("described-of-one", [("side", side.into())]);
    let counts = [
        (lines_of(SideSet::A), alone(a)),
        (lines_of(SideSet::B), alone(b)),
        (lines_of(SideSet::Both), say.text("described-of-both")),
    ];
    list(&counts).map(|counts| say.with("described-sides", [("counts", counts.into())]))
}

/// How many lines how many views hold.
fn shared(figure: &Figure, names: &[String]) -> Option<String> {
    let say = figure.messages;
    let held_by = |holders: usize| figure.edges.iter().filter(|edge| edge.holders.len() == holders).count();
    let counts: Vec<(usize, String)> =
        (1..=names.len()).rev().map(|holders| (held_by(holders), say.count("described-held-by", holders))).collect();
    let views = names.len().into();
    list(&counts).map(|counts| say.with("described-shared", [("views", views), ("counts", counts.into())]))
}

fn contested(figure: &Figure) -> Option<String> {
    let say = figure.messages;
    let name = |index: usize| figure.nodes.get(index).map_or("", |node| &node.label);
    let named = figure.contested().into_iter().map(|((a, b), verdict)| {
        format!("{} ({})", say.all_of(&[name(a), name(b)]), say.word("verdict", verdict.name()))
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| say.with("described-contested", [("pairs", named.join(", ").into())]))
}

/// What is contested in some figures, each verdict once: what a legend says of the mark.
pub(crate) fn verdicts<'f>(figures: impl Iterator<Item = &'f Figure>, say: &Messages) -> Option<String> {
    let found: BTreeSet<Verdict> = figures.flat_map(|figure| figure.contested().into_values()).collect();
    let words: Vec<String> = found.iter().map(|verdict| say.word("verdict", verdict.name())).collect();
    (!words.is_empty()).then(|| say.with("badge-contested", [("verdicts", words.join(", ").into())]))
}

fn strongest(figure: &Figure) -> Option<String> {
    let mut edges: Vec<&FigureEdge> = figure.edges.iter().collect();
    edges.sort_by_key(|edge| std::cmp::Reverse((edge.strength, edge.relations.len())));
    let named: Vec<String> = edges.into_iter().take(NAMED).map(|edge| tooltip(figure, edge)).collect();
    (!named.is_empty()).then(|| figure.messages.with("described-strongest", [("lines", named.join("; ").into())]))
}

/// The counts that are not zero.
fn list(counts: &[(usize, String)]) -> Option<String> {
    let said: Vec<String> =
        counts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")).collect();
    (!said.is_empty()).then(|| said.join(", "))
}
