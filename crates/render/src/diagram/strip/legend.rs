//! The legend of strips: what is drawn on them and nothing else.

use parallax_core::messages::Messages;
use parallax_core::text::{Covered, State};
use parallax_layout::Point;

use super::bar::{self, BAR, TICKS};
use super::runs::{Run, SIGNS};
use crate::diagram::legend::{Entry, Section, rows};
use crate::scene::{Item, Paint};
use crate::style::colour_role::ColourRole;
use crate::style::theme::Metrics;

/// The width of a sample.
const SAMPLE: f64 = 34.0;

/// The legend of paragraphs, each with its runs, from the origin, and its height.
pub(super) fn legend(
    drawn: &[(&Covered, Vec<Run>)],
    metrics: &Metrics,
    say: &Messages,
    width: f64,
) -> (Vec<Item>, f64) {
    let sections = [statements(drawn, say), sentences(drawn, say), others(drawn, say)];
    rows(&sections, metrics, width)
}

/// A bar with something on it; its middle runs along y = 0.
fn sample(items: Vec<Item>) -> Vec<Item> {
    let up = Point::new(0.0, -BAR / 2.0);
    let ground = bar::rect(Point::default(), SAMPLE, BAR, Paint::fill(ColourRole::Actor));
    [ground].into_iter().chain(items).map(|item| item.moved(up)).collect()
}

fn entry(items: Vec<Item>, words: String) -> Entry {
    Entry { sample: sample(items), width: SAMPLE, words }
}

fn statements(drawn: &[(&Covered, Vec<Run>)], say: &Messages) -> Section {
    let runs = || drawn.iter().flat_map(|(_, runs)| runs);
    let mut entries = Vec::new();
    for (nth, sign) in SIGNS.into_iter().enumerate() {
        if runs().any(|run| run.signs[nth] > 0) {
            let items = bar::band(sign, false, Point::default(), SAMPLE, BAR);
            entries.push(entry(items, say.word("sign", sign.name())));
        }
    }
    if let Some(run) = runs().find(|run| run.signs.iter().any(|count| *count > 1)) {
        let nth = run.signs.iter().position(|count| *count > 1).unwrap_or_default();
        let items = bar::band(SIGNS[nth], true, Point::default(), SAMPLE, BAR);
        entries.push(entry(items, say.text("legend-several-of-a-sign")));
    }
    Section { caption: say.text("legend-statement"), entries }
}

fn sentences(drawn: &[(&Covered, Vec<Run>)], say: &Messages) -> Section {
    let mut entries = Vec::new();
    let open = |covered: &Covered| covered.sentences.iter().any(|sentence| sentence.state == State::Uncoded);
    if drawn.iter().any(|(covered, _)| open(covered)) {
        let items = bar::outlined(Point::default(), SAMPLE, true);
        entries.push(entry(items, say.text("legend-uncoded")));
    }
    if drawn.iter().flat_map(|(_, runs)| runs).any(|run| run.aside) {
        entries.push(entry(vec![bar::aside(Point::default(), SAMPLE)], say.text("legend-aside")));
    }
    Section { caption: say.text("legend-sentence"), entries }
}

fn others(drawn: &[(&Covered, Vec<Run>)], say: &Messages) -> Section {
    let mut entries = Vec::new();
    if drawn.iter().any(|(covered, _)| !covered.mentions.is_empty()) {
        let at = |x: f64| Point::new(x, 0.0);
        let items = [8.0, 14.0, 25.0].map(|x| bar::tick(at(x))).to_vec();
        entries.push(Entry {
            sample: sample(items).into_iter().map(|item| item.moved(Point::new(0.0, TICKS / 2.0))).collect(),
            width: SAMPLE,
            words: say.text("legend-named"),
        });
    }
    let some = |is: fn(&Run) -> bool| drawn.iter().flat_map(|(_, runs)| runs).any(is);
    let of_lines = match (some(|run| run.frame), some(|run| run.position)) {
        (true, true) => Some("legend-frame-or-position"),
        (true, false) => Some("legend-frame"),
        (false, true) => Some("legend-position"),
        (false, false) => None,
    };
    if let Some(key) = of_lines {
        entries.push(entry(vec![bar::frame(Point::default(), SAMPLE)], say.text(key)));
    }
    Section { caption: say.text("legend-words"), entries }
}
