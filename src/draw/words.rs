//! What a picture shows, in a few sentences: the description that a screen reader gives.

use super::figure::{Figure, Subject, Whose};
use super::tie;
use crate::model::Sign;

/// How many lines are named.
const NAMED: usize = 5;

/// The figures of a picture in a few sentences: counts, then the strongest lines.
#[must_use]
pub(super) fn describe(figures: &[Figure]) -> String {
    figures.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn one(figure: &Figure) -> String {
    let signs = Sign::ALL.map(|sign| (figure.strokes.iter().filter(|stroke| stroke.sign == sign).count(), sign.name()));
    let mut said = format!("{}: {}, {}", figure.title, count(figure.nodes.len(), "actor"), count(figure.strokes.len(), "line"));
    said.push_str(&list(" (", &signs, ")."));
    if let Subject::Two(a, b) = &figure.subject {
        let lines_of = |whose| figure.strokes.iter().filter(|stroke| stroke.whose == whose).count();
        let counts = [(lines_of(Whose::A), format!("only {a}")), (lines_of(Whose::B), format!("only {b}")), (lines_of(Whose::Both), "both".to_owned())];
        said.push_str(&list(" Lines of ", &counts, "."));
        let mut pairs: Vec<(usize, usize)> =
            figure.strokes.iter().filter(|stroke| stroke.contradiction).map(|stroke| (stroke.from.min(stroke.to), stroke.from.max(stroke.to))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let name = |index: usize| figure.nodes.get(index).map_or("", |node| &node.label);
        let named: Vec<String> = pairs.iter().map(|(a, b)| format!("{} and {}", name(*a), name(*b))).collect();
        if !named.is_empty() {
            said.push_str(&format!(" They contradict each other on {}.", named.join(", ")));
        }
    }
    let mut strongest: Vec<&crate::draw::figure::Stroke> = figure.strokes.iter().collect();
    strongest.sort_by_key(|stroke| std::cmp::Reverse((stroke.strength, stroke.relations.len())));
    let named: Vec<String> = strongest.into_iter().take(NAMED).map(|stroke| tie::told(figure, stroke)).collect();
    if !named.is_empty() {
        said.push_str(&format!(" Strongest: {}.", named.join("; ")));
    }
    said
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// The counts that are not zero, between an opening and a close; nothing if all are.
fn list<S: AsRef<str>>(open: &str, counts: &[(usize, S)], close: &str) -> String {
    let said: Vec<String> = counts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {}", what.as_ref())).collect();
    if said.is_empty() { ".".to_owned() } else { format!("{open}{}{close}", said.join(", ")) }
}
