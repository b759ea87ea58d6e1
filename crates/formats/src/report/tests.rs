//! Hostile names and paraphrases in every format, and symmetry.

use parallax_core::diag::Sink;
use parallax_core::diff::{Difference, tally};
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_core::resolve::{read_config, resolve};
use parallax_core::source::Sources;

use super::{Options, REPORTS, side_names};

const ACTORS: &str = r#"
[[actor]]
id = "a"
name = "A|b<img src=x>`*_[x](y)\nsecond \u001b[31mred\u009b2J\u202e"
kind = "state"
[[actor]]
id = "b"
name = "B"
kind = "person"
[[actor]]
id = "c"
name = "1. C"
kind = "state"
"#;

const CODEBOOK: &str = r#"
[[type]]
id = "helps"
label = "helps"
phrase = "helps"
sign = 1
definition = "Good."
[[type]]
id = "hurts"
label = "hurts"
phrase = "hurts"
sign = -1
definition = "Bad."
"#;

const ONE: &str = r#"
[author]
id = "one"
name = "One"
[[work]]
id = "w"
title = "T | <b>"
[[relation]]
from = "a"
to = "b"
type = "helps"
gloss = "* <script>alert(1)</script> | \u001b]0;title\u0007 #\nnext"
[[relation]]
from = "c"
to = "b"
type = "hurts"
stance = "rejects"
holder = ["b", "some | people"]
"#;

const TWO: &str = r#"
[author]
id = "two"
name = "Two"
[[relation]]
from = "a"
to = "b"
type = "helps"
negated = true
gloss = "No."
[[relation]]
from = "a"
to = "c"
type = "hurts"
mode = "historical"
"#;

fn corpus() -> Corpus {
    let mut sources = Sources::default();
    let mut sink = Sink::default();
    sources.add("parallax.toml", "title = \"T\"\n");
    sources.add("actors/a.toml", ACTORS);
    sources.add("relations/codebook.toml", CODEBOOK);
    sources.add("relations/one.toml", ONE);
    sources.add("relations/two.toml", TWO);
    let config = sources.named("parallax.toml").map(|source| read_config(source, &mut sink)).unwrap();
    let corpus = resolve(&sources, config, &mut sink);
    assert!(!sink.has_errors(), "{:?}", sink.sorted());
    corpus
}

fn views(corpus: &Corpus) -> [View; 2] {
    ["one", "two"].map(|text| View::parse(text, corpus).unwrap())
}

/// Every report of the corpus in a format: difference, swapped difference, network, tally.
fn reports(name: &str, options: &Options) -> [String; 4] {
    let corpus = corpus();
    let [a, b] = views(&corpus);
    let report = REPORTS.iter().find(|report| report.name() == name).unwrap();
    [
        written(|out| report.difference(&Difference::of(&corpus, &a, &b), options, out)),
        written(|out| report.difference(&Difference::of(&corpus, &b, &a), options, out)),
        written(|out| report.network(&Network::of(&corpus, &a), options, out)),
        written(|out| {
            report.tally(&corpus, &side_names(&corpus, &a, &b, options.messages), &tally(&corpus, &a, &b), options, out)
        }),
    ]
}

#[test]
fn nothing_steers_a_terminal_and_no_line_is_too_wide() {
    for width in [40, 80] {
        for report in reports("text", &Options { width, all: true, ..Options::default() }) {
            assert!(!report.chars().any(|c| c != '\n' && c.is_control()), "{report}");
            assert!(!report.contains('\u{202e}'));
            assert!(report.lines().all(|line| super::wrap::columns(line) <= width), "{report}");
        }
    }
}

#[test]
fn colour_is_a_second_cue_only() {
    let plain = reports("text", &Options::default());
    let coloured = reports("text", &Options { colour: true, ..Options::default() });
    for (plain, coloured) in plain.iter().zip(coloured) {
        let mut bare = String::new();
        for (index, part) in coloured.split("\u{1b}[").enumerate() {
            bare.push_str(if index == 0 { part } else { part.split_once('m').map_or("", |(_, rest)| rest) });
        }
        assert_eq!(plain, &bare);
    }
}

#[test]
fn markdown_and_html_see_no_markup_of_the_data() {
    let options = Options { all: true, ..Options::default() };
    for report in reports("markdown", &options) {
        assert!(!report.contains("<script") && !report.contains("<img") && !report.contains("<b>"), "{report}");
        assert!(!report.contains("[x](y)"));
        for table in report.split("\n\n").filter(|block| block.starts_with('|')) {
            let cells = |line: &str| line.replace("\\|", "").matches('|').count();
            let first = table.lines().next().map_or(0, cells);
            assert!(table.lines().all(|line| cells(line) == first), "{table}");
        }
    }
}

#[test]
fn a_rejected_claim_reads_so() {
    let [report, ..] = reports("text", &Options { all: true, width: 200, ..Options::default() });
    assert!(report.contains("1. C hurts B: claimed by B and some | people, which One rejects"), "{report}");
}

#[test]
fn json_parses_counts_alike_and_swaps() {
    let [there, back, network, tally] = reports("json", &Options::default());
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let (there, back) = (read(&there), read(&back));
    assert_eq!(there["schema"], "parallax-difference/1");
    let listed = there["dyads"].as_array().unwrap().len() as u64;
    let counted: u64 =
        there["numbers"]["verdicts"].as_object().unwrap().values().filter_map(serde_json::Value::as_u64).sum();
    assert_eq!(listed, counted);
    assert_eq!(there["sides"][0], back["sides"][1]);
    assert_eq!(there["structure"][0], back["structure"][1]);
    assert_eq!(there["numbers"]["verdicts"]["only-a"], back["numbers"]["verdicts"]["only-b"]);
    assert_eq!(there["statements"], back["statements"]);
    let denied = &there["dyads"][0];
    assert_eq!((&denied["verdict"], &back["dyads"][0]["verdict"]), (&"denied".into(), &"denied".into()));
    assert_eq!(denied["statements"][0], back["dyads"][0]["statements"][1]);
    assert_eq!(read(&network)["ties"].as_array().map(Vec::len), Some(1));
    assert_eq!(read(&tally)["types"][0]["held"], serde_json::json!([1, 0]));
    assert!(read(&network)["ties"].as_array().is_some_and(|ties| !ties.is_empty()), "the words of the format stay");
}

#[test]
fn only_the_wanted_verdicts_are_told() {
    let options = Options { verdicts: vec!["only-b"], ..Options::default() };
    let [text, ..] = reports("text", &options);
    assert!(text.contains("Only Two (1)") && !text.contains("Only One ("), "{text}");
    let [json, ..] = reports("json", &options);
    assert_eq!(json.matches("\"verdict\":").count(), 1, "{json}");
}

fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}
