//! The text twin of a picture says the same: every line that is drawn is told in words, and nothing else is.

use std::collections::BTreeSet;
use std::path::Path;

use parallax_core::brief::Briefing;
use parallax_core::diff::Comparison;
use parallax_core::messages::{LANGUAGES, Messages};
use parallax_core::model::{Corpus, RelationId, ViewSubject};
use parallax_core::network::{Network, View};
use parallax_formats::report::{Options, REPORTS, briefing};
use parallax_render::Figure;

use crate::folder::loaded;

/// A report in full, its lines joined.
fn flat(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn drawn(figure: &Figure) -> BTreeSet<RelationId> {
    figure.edges.iter().flat_map(|edge| edge.relations.iter().copied()).collect()
}

/// Every statement behind a line is told by its gloss, and both ends of the line are named.
fn told(corpus: &Corpus, figure: &Figure, text: &str, view: &str) {
    for edge in &figure.edges {
        for end in [edge.from, edge.to] {
            assert!(text.contains(&figure.nodes[end].name), "{view}: {} is drawn and not told", figure.nodes[end].name);
        }
    }
    for id in drawn(figure) {
        let gloss = flat_text(corpus.relation(id).gloss());
        assert!(text.contains(&gloss), "{view}: drawn and not told: {gloss}");
    }
}

fn flat_text(text: &str) -> String {
    flat(text.as_bytes())
}

#[test]
fn every_line_of_the_gallery_is_told_in_words_and_nothing_else_is() {
    let loaded = loaded(Path::new(env!("CARGO_MANIFEST_DIR")));
    let corpus = &loaded.corpus;
    let options = Options { all: true, width: 10_000, ..Options::default() };
    let (mut pictures, mut lines) = (0, 0);
    for saved in &corpus.views {
        let parse = |text: &str| View::parse(text, corpus).expect("a view of the corpus");
        let mut text = Vec::new();
        match &saved.what {
            ViewSubject::Panels(selections) => {
                for (selection, _) in selections {
                    let network = Network::of(corpus, &parse(selection));
                    let figure = Figure::of_network(&network, None, Messages::english());
                    text.clear();
                    REPORTS[0].network(&network, &options, &mut text).expect("a report");
                    told(corpus, &figure, &flat(&text), &saved.id);
                    let held: BTreeSet<RelationId> =
                        network.edges().flat_map(|(_, _, edge)| edge.relations.iter().copied()).collect();
                    assert_eq!(drawn(&figure), held, "{}", saved.id);
                    (pictures, lines) = (pictures + 1, lines + figure.edges.len());
                }
            }
            ViewSubject::Comparison(sides) => {
                let views: Vec<View> = sides.iter().map(|(text, _)| parse(text)).collect();
                let difference = Comparison::of(corpus, &views).into_two().expect("two sides");
                let figure = Figure::of_difference(&difference, None, Messages::english());
                REPORTS[0].difference(&difference, &options, &mut text).expect("a report");
                told(corpus, &figure, &flat(&text), &saved.id);
                (pictures, lines) = (pictures + 1, lines + figure.edges.len());
            }
        }
    }
    assert!(pictures > 30 && lines > 300, "{pictures} pictures, {lines} lines");
}

#[test]
fn the_briefing_of_a_page_is_that_of_the_report_without_its_commands() {
    let historians = "tests/data/historians";
    let cases: [(&str, &[&str]); 3] = [
        ("", &["pozhidaev", "hudis"]),
        (historians, &["thucydides", "herodotus"]),
        (historians, &["thucydides", "herodotus", "thucydides:strength=3"]),
    ];
    for ((folder, views), messages) in
        cases.iter().flat_map(|case| LANGUAGES.iter().map(move |language| (case, language)))
    {
        let loaded = loaded(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        let views: Vec<View> =
            views.iter().map(|text| View::parse(text, &loaded.corpus).expect("a view of the corpus")).collect();
        let comparison = Comparison::of(&loaded.corpus, &views);
        let mut text = Vec::new();
        let options = Options { messages, width: 10_000, ..Options::default() };
        REPORTS[0].briefing(&comparison, &options, &mut text).expect("a report");
        let text = String::from_utf8(text).expect("text");
        let command = messages.with("brief-more", [("command", "parallax ".into())]);
        let lines = text.lines().filter_map(|line| line.strip_prefix("- "));
        let told: Vec<&str> =
            lines.map(|line| line.split_once(&format!(" {command}")).map_or(line, |parts| parts.0)).collect();
        let (title, about, lines) = briefing(&comparison, &Briefing::of(&comparison), messages);
        assert!(text.contains(&title) && text.contains(&about), "{title}: {about}");
        let lines: Vec<String> =
            lines.iter().map(|line| line.iter().map(|piece| piece.text.as_str()).collect()).collect();
        assert!(told.len() > 5);
        assert_eq!(told, lines, "{folder} in {}", messages.name);
    }
}
