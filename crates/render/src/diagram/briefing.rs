//! The briefing: a row a line, what it is on beside what it says, in the words of the report.

use parallax_layout::Point;

use crate::diagram::bead::Beads;
use crate::diagram::columns::{WordStyle, paragraph};
use crate::diagram::drawing::Drawing;
use crate::diagram::options::Options;
use crate::diagram::page::group;
use crate::diagram::request::{PrintedLine, RenderRequest};
use crate::diagram::sheet::{self, Band, Sheet, WORDS};
use crate::figure::Caption;
use crate::scene::{Group, Item};
use crate::style::measure;
use crate::style::theme::{Metrics, Sizes};

/// The share of the width that leads have, and the most of it in pixels.
const LEADS: (f64, f64) = (0.22, 236.0);
/// From one column to the next.
const BETWEEN: f64 = 26.0;
/// The least size of the foot.
const FOOT: f64 = 13.0;
/// From a rule to the words of a row.
const PAD: f64 = 8.0;

/// Draws the lines that a request brings.
#[must_use]
pub(super) fn draw(request: &RenderRequest<'_>, options: &Options) -> Drawing {
    let say = options.style.messages();
    let caption = Caption::of(request.corpus, &request.views, "title-briefing", request.title.as_deref(), say);
    let metrics = sizes(&options.style.theme().metrics);
    let drawn = sheet::pages(&caption, options, &metrics, |width| sheet(request, &caption, options, &metrics, width));
    Drawing::of_scenes(drawn, options)
}

/// The sizes of a chart, with a foot that can be read on paper: it says how the figures are to be read.
fn sizes(metrics: &Metrics) -> Metrics {
    let sizes = sheet::sizes(metrics);
    Metrics { text: Sizes { source: sizes.text.source.max(FOOT), ..sizes.text }, ..sizes }
}

fn sheet(request: &RenderRequest<'_>, caption: &Caption, options: &Options, metrics: &Metrics, width: f64) -> Sheet {
    let (say, text) = (caption.messages, &request.text);
    let kept = options.style.top.unwrap_or(text.lines.len()).min(text.lines.len());
    let hidden = text.lines.len() - kept;
    let values = [("n", hidden.into()), ("all", text.lines.len().into())];
    let left_out = (hidden > 0).then(|| say.with("source-top-lines", values));
    let about = (kept > 0).then(|| text.about.clone());
    let remarks = about.into_iter().chain(left_out).chain(options.remarks.iter().cloned());
    let described = [("title", (&*caption.title).into()), ("n", kept.into())];
    Sheet {
        head: if kept > 0 { Beads { caption }.key(metrics, width) } else { (Vec::new(), 0.0) },
        bands: text.lines[..kept].iter().zip(1..).map(|(line, number)| band(line, number, width)).collect(),
        legend: (Vec::new(), 0.0),
        source: sheet::source(caption, remarks),
        nothing: say.text("nothing-selected"),
        described: say.with("described-briefing", described),
    }
}

/// A line as a row.
fn band(line: &PrintedLine, number: usize, width: f64) -> Band {
    let leads = (width * LEADS.0).min(LEADS.1);
    let (lead, lead_height) = paragraph(&[(WordStyle::Strong, line.lead.clone())], WORDS, leads);
    let left = leads + BETWEEN;
    let (words, height) = paragraph(&line.runs, WORDS, width - left);
    let moved = |items: Vec<Item>, x: f64| items.into_iter().map(|item| item.moved(Point::new(x, PAD))).collect();
    let told = measure::clean(&line.told());
    let item = Item::Group(Group {
        id: format!("line-{number}"),
        class: "line".to_owned(),
        title: told.clone(),
        items: vec![group("lead", moved(lead, 0.0)), group("words", moved(words, left))],
    });
    Band { height: (height.max(lead_height) + 2.0 * PAD).ceil(), item, told }
}
