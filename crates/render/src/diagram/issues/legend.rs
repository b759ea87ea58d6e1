//! What explains the beads: whose they are, under the title; and below the chart what their size and their fill say.

use parallax_layout::Point;

use crate::diagram::bead::Beads;
use crate::diagram::legend::{Entry, Section, rows};
use crate::diagram::sheet::{ASIDE, WORDS};
use crate::figure::issues::{AnswerSense, IssueChart};
use crate::scene::Item;
use crate::style::theme::{Metrics, Sizes};

/// The free space under the key.
const UNDER: f64 = 8.0;

/// Whose beads these are, and the height; nothing of one side, and of many, who are named where they stand.
pub(super) fn key(chart: &IssueChart, metrics: &Metrics, width: f64) -> (Vec<Item>, f64) {
    let beads = Beads { caption: &chart.caption };
    let radius = beads.radius(true);
    let entry = |(side, name): (usize, &String)| Entry {
        sample: beads.bead(side, AnswerSense::Held, radius, Point::new(radius, 0.0)),
        width: 2.0 * radius,
        words: name.clone(),
    };
    if beads.letter(0).is_empty() || chart.rows.is_empty() {
        return (Vec::new(), 0.0);
    }
    let entries = chart.caption.sides.iter().enumerate().map(entry).collect();
    let larger = Metrics { text: Sizes { legend: WORDS, ..metrics.text }, ..*metrics };
    let caption = chart.caption.messages.text("legend-who");
    let (items, height) = rows(&[Section { caption, entries }], &larger, width);
    (items, height + UNDER)
}

/// What size and fill say, as far as they are drawn, and the height.
pub(super) fn legend(chart: &IssueChart, metrics: &Metrics, width: f64) -> (Vec<Item>, f64) {
    let beads = Beads { caption: &chart.caption };
    let say = chart.caption.messages;
    let entry = |sense: AnswerSense, is_main: bool, key: &str| {
        let radius = beads.radius(is_main) * ASIDE / WORDS;
        Entry {
            sample: beads.bead(0, sense, radius, Point::new(radius, 0.0)),
            width: 2.0 * radius,
            words: say.text(key),
        }
    };
    let drawn = |sense: AnswerSense| chart.marks().any(|mark| mark.sense == sense);
    let entries = [
        beads.are_dots().then(|| entry(AnswerSense::Held, true, "legend-dot")),
        chart.marks().any(|mark| !mark.is_main).then(|| entry(AnswerSense::Held, false, "legend-beside")),
        drawn(AnswerSense::Open).then(|| entry(AnswerSense::Open, true, "legend-not-outright")),
        drawn(AnswerSense::Denied).then(|| entry(AnswerSense::Denied, true, "legend-denied")),
    ];
    let entries: Vec<Entry> = entries.into_iter().flatten().collect();
    rows(&[Section { caption: say.text("legend-answer"), entries }], metrics, width)
}
