//! The issue chart: a row an issue, its answers along it, and a bead of each side where it stands.

mod cells;
mod legend;
mod place;
mod row;

use parallax_core::diff::Comparison;

use self::row::Columns;
use crate::diagram::bead::Beads;
use crate::diagram::drawing::Drawing;
use crate::diagram::options::Options;
use crate::diagram::sheet::{self, Band, Sheet};
use crate::figure::issues::IssueChart;
use crate::style::theme::Metrics;

/// Draws where the sides of a comparison stand on its issues.
#[must_use]
pub(super) fn draw(comparison: &Comparison<'_>, title: Option<&str>, options: &Options) -> Drawing {
    let chart = IssueChart::of(comparison, title, options.style.top, options.style.messages());
    let metrics = sheet::sizes(&options.style.theme().metrics);
    let scenes = sheet::pages(&chart.caption, options, &metrics, |width| sheet(&chart, options, &metrics, width));
    Drawing::of_scenes(scenes, options)
}

fn sheet(chart: &IssueChart, options: &Options, metrics: &Metrics, width: f64) -> Sheet {
    let say = chart.caption.messages;
    let columns = Columns::of(chart, width);
    let beads = Beads { caption: &chart.caption };
    let (bands, unnamed): (Vec<Band>, Vec<usize>) = chart.rows.iter().map(|row| columns.band(row)).unzip();
    Sheet {
        head: if chart.rows.is_empty() { (Vec::new(), 0.0) } else { beads.key(metrics, width) },
        bands,
        legend: legend::legend(chart, metrics, width),
        source: sheet::source(&chart.caption, remarks(chart, unnamed.iter().sum(), options)),
        nothing: say.text("nothing-issues"),
        described: described(chart),
    }
}

/// What the chart leaves out.
fn remarks(chart: &IssueChart, unnamed: usize, options: &Options) -> Vec<String> {
    let say = chart.caption.messages;
    let left_out = chart.issues - chart.rows.len();
    let values = || [("n", left_out.into()), ("all", chart.issues.into())];
    let said = [
        (left_out > 0).then(|| say.with("source-top-issues", values())),
        (chart.not_shown > 0).then(|| say.count("source-positions", chart.not_shown)),
        (unnamed > 0).then(|| say.text("source-names")),
        chart.only_firm.then(|| say.text("source-only-firm-issues")),
    ];
    said.into_iter().flatten().chain(options.remarks.iter().cloned()).collect()
}

fn described(chart: &IssueChart) -> String {
    let contested = chart.rows.iter().filter(|row| row.is_contested).count();
    let (title, all) = (&*chart.caption.title, chart.rows.len());
    let values = [("title", title.into()), ("n", all.into()), ("contested", contested.into())];
    chart.caption.messages.with("described-issues", values)
}
