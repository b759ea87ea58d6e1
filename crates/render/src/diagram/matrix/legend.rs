//! The legend of a matrix: what its cells show and nothing else, in a column.

use std::collections::BTreeSet;

use parallax_core::model::{Factuality, Feeling, Sign};
use parallax_layout::Point;

use super::Matrix;
use super::cell::{Half, HalfFill, Part, Sense, contested};
use crate::figure::{FigureEdge, SideSet, Subject, words};
use crate::scene::block::Block;
use crate::scene::{Anchor, Item, Outline, Paint, Pen, Text};
use crate::style::colour_role::{ColourRole, Hue};
use crate::style::theme::Metrics;

/// The width of the column.
const WIDTH: f64 = 216.0;
/// The side of a sample.
const SAMPLE: f64 = 24.0;

/// A sample with its words.
type Entry = (Vec<Item>, String);

/// The legend from the origin, its width and its height.
#[must_use]
pub(super) fn legend(matrix: &Matrix<'_>, metrics: &Metrics) -> (Vec<Item>, f64, f64) {
    let sections = [
        ("legend-reading", reading(matrix)),
        ("legend-who", sides(matrix)),
        ("legend-relation", signs(matrix)),
        ("legend-not-now", senses(matrix)),
    ];
    let size = metrics.text.legend;
    let (mut items, mut y) = (Vec::new(), 0.0);
    for (caption, entries) in sections.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        let line = matrix.figure.messages.text(caption);
        let at = Point::new(0.0, y + size);
        items.push(Item::Text(Text {
            at,
            anchor: Anchor::Start,
            line,
            size,
            bold: true,
            turn: 0.0,
            role: ColourRole::Quiet,
        }));
        y += size + 8.0;
        for (sample, words) in entries {
            let indent = if sample.is_empty() { 0.0 } else { SAMPLE + 9.0 };
            let words = Block::run(&words, size, false, WIDTH - indent);
            let height = words.height.max(if sample.is_empty() { 0.0 } else { SAMPLE });
            items.extend(sample.into_iter().map(|item| item.moved(Point::new(0.0, y + (height - SAMPLE) / 2.0))));
            let at = Point::new(indent, y + (height - words.height) / 2.0);
            items.extend(words.items(at, Anchor::Start, ColourRole::Ink));
            y += height + 7.0;
        }
        y += 12.0;
    }
    (items, WIDTH, y)
}

fn reading(matrix: &Matrix<'_>) -> Vec<Entry> {
    let edges = &matrix.figure.edges;
    let mut said = Vec::new();
    if edges.iter().any(|edge| edge.directed) {
        said.push("legend-direction");
    }
    if edges.iter().any(|edge| !edge.directed) {
        said.push("legend-no-direction");
    }
    let has = |sign: Sign| edges.iter().any(|edge| edge.sign == sign);
    if !matrix.breaks.is_empty() {
        said.push(match (has(Sign::Positive), has(Sign::Negative)) {
            (true, true) => "legend-blocs",
            (false, true) => "legend-blocs-hostile",
            _ => "legend-blocs-friendly",
        });
    }
    said.into_iter().map(|key| (Vec::new(), matrix.figure.messages.text(key))).collect()
}

fn sides(matrix: &Matrix<'_>) -> Vec<Entry> {
    let figure = matrix.figure;
    let Subject::Two(a, b) = &figure.subject else { return Vec::new() };
    let drawn: BTreeSet<u8> = matrix.parts().map(|(part, _)| part as u8).collect();
    let half = Half { fill: HalfFill::Positive, sense: Sense::Held };
    let plain = |part: Part, said_by: SideSet| {
        let hue = Hue::Side(said_by, figure.colours);
        let mut items = vec![frame()];
        items.extend(half.filled(part, Point::default(), SAMPLE, hue, hue.into()));
        items
    };
    let all = [
        (Part::Upper, SideSet::A, a.clone()),
        (Part::Lower, SideSet::B, b.clone()),
        (Part::Whole, SideSet::Both, figure.messages.text("legend-both-same")),
    ];
    let mut entries: Vec<Entry> = all
        .into_iter()
        .filter(|(part, ..)| drawn.contains(&(*part as u8)))
        .map(|(part, said_by, words)| (plain(part, said_by), words))
        .collect();
    if let Some(words) = words::verdicts(std::iter::once(figure), figure.messages) {
        let corner = Point::new(0.0, SAMPLE * 0.16);
        entries.push((contested(corner, SAMPLE * 0.84), words));
    }
    entries
}

fn signs(matrix: &Matrix<'_>) -> Vec<Entry> {
    let say = matrix.figure.messages;
    let drawn: BTreeSet<HalfFill> = matrix.parts().map(|(_, half)| half.fill).collect();
    let entry = |fill: HalfFill| {
        let words = match fill {
            HalfFill::Positive => say.word("sign", Sign::Positive.name()),
            HalfFill::Neutral => say.word("sign", Sign::Neutral.name()),
            HalfFill::Negative => say.word("sign", Sign::Negative.name()),
            HalfFill::Torn => say.text("legend-both-signs"),
        };
        (sample(matrix, Half { fill, sense: Sense::Held }), words)
    };
    drawn.into_iter().map(entry).collect()
}

fn senses(matrix: &Matrix<'_>) -> Vec<Entry> {
    let drawn: BTreeSet<Sense> = matrix.parts().map(|(_, half)| half.sense).collect();
    let entry = |sense: Sense| {
        let words = match sense {
            Sense::Held => return None,
            Sense::Open => "legend-open",
            Sense::Denied if matrix.figure.edges.iter().any(wished_away) => "legend-denied-or-unwanted",
            Sense::Denied => "legend-denied",
        };
        Some((sample(matrix, Half { fill: HalfFill::Positive, sense }), matrix.figure.messages.text(words)))
    };
    drawn.into_iter().filter_map(entry).collect()
}

/// Whether somebody wishes, fears, plans or calls for its not being so.
fn wished_away(edge: &FigureEdge) -> bool {
    matches!(edge.factuality, Factuality::Rejected | Factuality::Felt(Feeling { negated: true, .. }))
}

fn sample(matrix: &Matrix<'_>, half: Half) -> Vec<Item> {
    let hue = super::cell::hue(matrix.figure, SideSet::Both, half.fill);
    let mut items = vec![frame()];
    items.extend(half.items(Part::Whole, Point::default(), SAMPLE, hue));
    items
}

/// The outline of an empty cell.
fn frame() -> Item {
    let outline = Outline::Rect(Point::default(), SAMPLE, SAMPLE, 0.0);
    Item::Shape(outline, Paint { fill: Some(ColourRole::Ground), pen: Some(Pen::plain(ColourRole::Ghost, 0.8)) })
}
