//! Which lines of a panel go without words: where words would lie on others, on an actor, on several foreign lines, beside their own line or
//! off the page, those of the weaker line go, and its sign stays.

use std::collections::BTreeSet;

use parallax_layout::{Point, Rect};

use crate::diagram::panel::Panel;
use crate::figure::FigureEdge;

/// How far the mark of a label may stand from its line.
const ASTRAY: f64 = 10.0;
/// Words lie on this many foreign lines at most.
const FOREIGN: usize = 1;
/// Words share this many square pixels at most.
const TOUCH: f64 = 1.0;

/// The lines of a panel that have words where there is no room for them. `page` is what the panel has to stay on, if there is such.
pub(super) fn crowded(panel: &Panel, page: Option<(f64, f64)>) -> BTreeSet<usize> {
    let labels: Vec<(usize, Rect)> =
        (0..panel.figure.edges.len()).filter_map(|line| Some((line, rect(panel, line)?))).collect();
    let has_words = |line: usize| panel.labels[line].has_words();
    let boxes: Vec<Rect> =
        panel.problem.nodes.iter().zip(&panel.placement.nodes).map(|(node, at)| node.rect(*at)).collect();
    let page = page.map(|(wide, high)| Rect { min: Point::new(-1.0, -1.0), max: Point::new(wide + 1.0, high + 1.0) });
    let badges: Vec<Rect> =
        (panel.figure.edges.len()..panel.problem.edges.len()).filter_map(|line| rect(panel, line)).collect();
    let mut crowded = BTreeSet::new();
    for (nth, (line, label)) in labels.iter().enumerate() {
        let meets = |other: &Rect| label.shared(other) > TOUCH;
        let is_off = page.is_some_and(|page| !page.covers(label));
        if has_words(*line)
            && (is_off
                || is_astray(panel, *line)
                || foreign(panel, *line, label) > FOREIGN
                || boxes.iter().chain(&badges).any(meets))
        {
            crowded.insert(*line);
        }
        for (other, _) in labels[..nth].iter().filter(|(_, rect)| meets(rect)) {
            // The weaker of two loses its words, if it has some.
            let weaker = if weight(panel, *line) < weight(panel, *other) { [*line, *other] } else { [*other, *line] };
            crowded.extend(weaker.into_iter().find(|line| has_words(*line)));
        }
    }
    crowded
}

/// What the label of a line covers, if it has one.
fn rect(panel: &Panel, line: usize) -> Option<Rect> {
    let (edge, route) = (panel.problem.edges.get(line)?, panel.placement.edges.get(line)?);
    Some(Rect::around(route.label?, edge.label.0, edge.label.1))
}

/// How many foreign lines run under a label.
fn foreign(panel: &Panel, own: usize, label: &Rect) -> usize {
    let runs_under = |line: &usize| {
        let curves = panel.placement.curves(*line);
        curves.iter().any(|curve| label.meets(&curve.bounds()) && curve.points().iter().any(|at| label.holds(*at)))
    };
    (0..panel.figure.edges.len()).filter(|line| *line != own && !panel.is_hidden(*line)).filter(runs_under).count()
}

/// Whether a label stands where nobody would look for it.
fn is_astray(panel: &Panel, line: usize) -> bool {
    let curves = panel.placement.curves(line);
    let (Some(edge), Some(at)) =
        (panel.problem.edges.get(line), panel.placement.edges.get(line).and_then(|route| route.label))
    else {
        return false;
    };
    let mark = edge.mark_on(curves, at);
    curves.iter().all(|curve| curve.distance(mark) > ASTRAY)
}

/// How much the words of a line matter: on a contested pair before others, then as strongly as it is said; of equals the shorter words.
fn weight(panel: &Panel, line: usize) -> (bool, u8, usize, std::cmp::Reverse<usize>) {
    let edge: &FigureEdge = &panel.figure.edges[line];
    (edge.contested.is_some(), edge.strength, edge.relations.len(), std::cmp::Reverse(edge.label.chars().count()))
}
