//! What explains the beads below the chart: what their size and their fill say.

use parallax_layout::Point;

use crate::diagram::bead::Beads;
use crate::diagram::legend::{Entry, Section, rows};
use crate::diagram::sheet::{ASIDE, WORDS};
use crate::figure::issues::{AnswerSense, IssueChart};
use crate::scene::Item;
use crate::style::theme::Metrics;

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
