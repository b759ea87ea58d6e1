//! The lines of a briefing for a picture: who speaks stands out, where it stands in the texts stands back.

use parallax_core::brief::Briefing;
use parallax_core::diff::Comparison;
use parallax_core::messages::Messages;
use parallax_render::{PrintedLine, PrintedText, WordStyle};

use super::super::Options;
use super::super::document::{RichText, Tone};
use super::super::words::Words;
use super::links::{marked, parts};
use super::{Lines, Marks};

/// Mark what stands out, and what stands back.
const MARKS: [(&str, WordStyle); 2] = [("strong", WordStyle::Strong), ("quiet", WordStyle::Quiet)];

/// The briefing of a comparison as a picture prints it; without lines if no side says anything.
#[must_use]
pub fn printed_briefing(comparison: &Comparison<'_>, messages: &'static Messages) -> PrintedText {
    let corpus = comparison.corpus;
    if comparison.views.iter().all(|view| view.record(corpus).is_empty() && view.positions(corpus).is_empty()) {
        return PrintedText::default();
    }
    let views: Vec<_> = comparison.views.iter().collect();
    let options = Options { messages, ..Options::default() };
    let words = Words::of(corpus, &views, &options);
    let names: Vec<String> = words.side_names(&views).iter().map(|name| marked(name, MARKS[0].0)).collect();
    let lines = Lines { marks: Marks::Places, ..Lines::new(comparison, words, &names) }.all(&Briefing::of(comparison));
    PrintedText { about: messages.text("brief-intro"), lines: lines.iter().map(printed).collect() }
}

/// Words that stand back.
pub(super) fn quiet(text: &str) -> String {
    marked(text, MARKS[1].0)
}

fn printed(line: &RichText) -> PrintedLine {
    let (leads, rest): (Vec<_>, Vec<_>) = line.0.iter().partition(|run| run.tone == Tone::Strong);
    let lead = leads.iter().flat_map(|run| parts(run.text())).map(|(_, text)| text).collect();
    let mut runs: Vec<(WordStyle, String)> = Vec::new();
    for (mark, text) in rest.iter().flat_map(|run| parts(run.text())) {
        let style = MARKS.iter().find(|(known, _)| *known == mark).map_or(WordStyle::Plain, |(_, style)| *style);
        append(&mut runs, style, &text);
    }
    // What parts a lead from what is said of it is the column.
    if let Some((_, first)) = runs.first_mut() {
        *first = first.trim_start_matches([':', ' ']).to_owned();
    }
    runs.retain(|(_, text)| !text.trim().is_empty());
    PrintedLine { lead, runs }
}

/// Appends words. What begins within a word belongs to the run that has its beginning, such as the colon behind a name.
fn append(runs: &mut Vec<(WordStyle, String)>, style: WordStyle, text: &str) {
    let mut text = text;
    if let Some((_, last)) = runs.last_mut().filter(|(_, last)| !last.ends_with(' ')) {
        let end = text.find(' ').unwrap_or(text.len());
        last.push_str(&text[..end]);
        text = &text[end..];
    }
    if !text.is_empty() {
        runs.push((style, text.to_owned()));
    }
}
