//! What a picture shows, in a few sentences: the description that a screen reader gives.

use parallax_core::model::Sign;

use crate::figure::{Figure, Node, Stroke, Subject, Whose};

/// How many lines are named.
const NAMED: usize = 5;

/// The figures of a picture in a few sentences: counts, contradictions, the strongest lines.
#[must_use]
pub(crate) fn describe(figures: &[Figure]) -> String {
    let sentences = figures.iter().flat_map(|figure| {
        [Some(counts(figure)), sides(figure), alike(figure), contradictions(figure), strongest(figure)]
    });
    sentences.flatten().collect::<Vec<_>>().join(" ")
}

/// A matrix in a few sentences: how it is read, counts, blocs, contradictions.
#[must_use]
pub(crate) fn describe_matrix(figure: &Figure, blocs: &[Vec<&Node>]) -> String {
    let halves = match &figure.subject {
        Subject::Two(a, b) => {
            format!(" Of each cell the upper left half is of {a}, the lower right of {b}.")
        }
        _ => String::new(),
    };
    let read = format!("A matrix: the actor of the row acts, that of the column is acted upon.{halves}");
    let named = |bloc: &Vec<&Node>| bloc.iter().map(|node| &*node.label).collect::<Vec<_>>().join(", ");
    let blocs = (blocs.len() > 1).then(|| {
        let listed: Vec<String> = blocs.iter().map(named).collect();
        format!("Actors bloc by bloc: {}.", listed.join("; "))
    });
    let sentences = [Some(read), Some(counts(figure)), sides(figure), blocs, contradictions(figure)];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What a pointer that rests on a stroke is told.
#[must_use]
pub fn told(figure: &Figure, stroke: &Stroke) -> String {
    let name = |index: usize| figure.nodes.get(index).map_or("", |node| &node.label);
    let arrow = if stroke.directed { "→" } else { "–" };
    let side = match (&figure.subject, stroke.whose) {
        // Of many, the label says how many hold it.
        (Subject::One | Subject::Many(_), _) => String::new(),
        (Subject::Two(a, _), Whose::A) => format!(", said here by {a} alone"),
        (Subject::Two(_, b), Whose::B) => format!(", said here by {b} alone"),
        (Subject::Two(..), Whose::Both) => ", both".to_owned(),
    };
    format!("{} {arrow} {}: {} ({}{side})", name(stroke.from), name(stroke.to), stroke.label, stroke.sign.name())
}

fn alike(figure: &Figure) -> Option<String> {
    (figure.alike.lines > 0)
        .then(|| format!("Left out, because both draw it alike: {}.", count(figure.alike.lines, "line")))
}

fn counts(figure: &Figure) -> String {
    let signs = Sign::ALL.map(|sign| (figure.strokes.iter().filter(|stroke| stroke.sign == sign).count(), sign.name()));
    let said =
        format!("{}: {}, {}", figure.title, count(figure.nodes.len(), "actor"), count(figure.strokes.len(), "line"));
    list(&signs).map_or_else(|| format!("{said}."), |signs| format!("{said} ({signs})."))
}

fn sides(figure: &Figure) -> Option<String> {
    let (a, b) = match &figure.subject {
        Subject::One => return None,
        Subject::Two(a, b) => (a, b),
        Subject::Many(names) => return shared(figure, names),
    };
    let lines_of = |whose| figure.strokes.iter().filter(|stroke| stroke.whose == whose).count();
    let counts = [
        (lines_of(Whose::A), format!("{a} alone")),
        (lines_of(Whose::B), format!("{b} alone")),
        (lines_of(Whose::Both), "both".to_owned()),
    ];
    list(&counts).map(|counts| format!("Lines that are drawn of {counts}."))
}

/// How many lines how many views hold.
fn shared(figure: &Figure, names: &[String]) -> Option<String> {
    let held_by = |holders: usize| figure.strokes.iter().filter(|stroke| stroke.holders.len() == holders).count();
    let counts: Vec<(usize, String)> =
        (1..=names.len()).rev().map(|holders| (held_by(holders), format!("by {holders}"))).collect();
    list(&counts).map(|counts| format!("Lines held, of {} views: {counts}.", names.len()))
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
    let named: Vec<String> = strokes.into_iter().take(NAMED).map(|stroke| told(figure, stroke)).collect();
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
