//! What a picture shows, in a few sentences: the description that a screen reader gives.

use super::figure::{Figure, Stroke, Subject, Whose};
use super::tie;
use crate::model::Sign;

/// How many lines are named.
const NAMED: usize = 5;

/// The figures of a picture in a few sentences: counts, contradictions, the strongest lines.
#[must_use]
pub(super) fn describe(figures: &[Figure]) -> String {
    let sentences = figures
        .iter()
        .flat_map(|figure| [Some(counts(figure)), sides(figure), contradictions(figure), strongest(figure)]);
    sentences.flatten().collect::<Vec<_>>().join(" ")
}

fn counts(figure: &Figure) -> String {
    let signs = Sign::ALL.map(|sign| (figure.strokes.iter().filter(|stroke| stroke.sign == sign).count(), sign.name()));
    let said =
        format!("{}: {}, {}", figure.title, count(figure.nodes.len(), "actor"), count(figure.strokes.len(), "line"));
    list(&signs).map_or_else(|| format!("{said}."), |signs| format!("{said} ({signs})."))
}

fn sides(figure: &Figure) -> Option<String> {
    let Subject::Two(a, b) = &figure.subject else {
        return None;
    };
    let lines_of = |whose| figure.strokes.iter().filter(|stroke| stroke.whose == whose).count();
    let counts = [
        (lines_of(Whose::A), format!("only {a}")),
        (lines_of(Whose::B), format!("only {b}")),
        (lines_of(Whose::Both), "both".to_owned()),
    ];
    list(&counts).map(|counts| format!("Lines of {counts}."))
}

fn contradictions(figure: &Figure) -> Option<String> {
    let name = |index: usize| figure.nodes.get(index).map_or("", |node| &node.label);
    let named: Vec<String> =
        figure.contradicted().iter().map(|(a, b)| format!("{} and {}", name(*a), name(*b))).collect();
    (!named.is_empty())
        .then(|| format!("They hold opposite signs, or one denies what the other holds, on {}.", named.join(", ")))
}

fn strongest(figure: &Figure) -> Option<String> {
    let mut strokes: Vec<&Stroke> = figure.strokes.iter().collect();
    strokes.sort_by_key(|stroke| std::cmp::Reverse((stroke.strength, stroke.relations.len())));
    let named: Vec<String> = strokes.into_iter().take(NAMED).map(|stroke| tie::told(figure, stroke)).collect();
    (!named.is_empty()).then(|| format!("Strongest: {}.", named.join("; ")))
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// The counts that are not zero.
fn list<S: AsRef<str>>(counts: &[(usize, S)]) -> Option<String> {
    let said: Vec<String> = counts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {}", what.as_ref()))
        .collect();
    (!said.is_empty()).then(|| said.join(", "))
}
