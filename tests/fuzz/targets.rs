//! What is tried on each input: by the fuzzer (`fuzz_targets`), and for a short while by every run of the tests (`fuzzed`).

use std::sync::OnceLock;

use parallax_core::diag::{Sink, Style, emit, emit_json};
use parallax_core::model::{Corpus, Paragraphs};
use parallax_core::network::{Network, View};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::{CONFIG, Sources};
use parallax_core::text::{Text, Verification, find, make, verify};
use parallax_project::EXAMPLE;

/// Every reader of a corpus: files in one input, each after a line `--- name`, are read, resolved, checked and told.
pub(crate) fn corpus(input: &str) {
    let mut sources = Sources::default();
    for file in input.split("--- ").skip(1) {
        let (name, text) = file.split_once('\n').unwrap_or((file, ""));
        sources.add(name, text);
    }
    let mut findings = Sink::default();
    let config = sources.named(CONFIG).map_or_else(Config::default, |source| read_config(source, &mut findings));
    let corpus = resolve(&sources, config, &mut findings);
    if let Ok(view) = View::parse("*", &corpus) {
        let network = Network::of(&corpus, &view);
        assert!(network.actors().count() <= corpus.actors.len());
    }
    let mut told = Vec::new();
    emit(&findings, &sources, &Style { colour: true, all: true }, &mut told).expect("memory takes all");
    emit_json(&findings, &sources, &mut told).expect("memory takes all");
}

/// Source texts: the first line names the file, the rest is cut into paragraphs and words; what stands there is found, and its anchor holds.
pub(crate) fn text(input: &str) {
    let (name, text) = input.split_once('\n').unwrap_or(("a.txt", input));
    for rule in [Paragraphs::Lines, Paragraphs::Blocks] {
        let text = Text::read(name, text, rule);
        for (number, paragraph) in (1..).zip(&text.paragraphs) {
            let whole = make(&text, number, 1, paragraph.len() as u32);
            assert_eq!(whole.is_some(), !paragraph.is_empty());
            let Some(selector) = whole else { continue };
            assert_eq!(verify(&text, selector), Verification::Exact);
            let Some([before, passage, after]) = text.parts(selector) else { panic!("{selector} has no passage") };
            assert_eq!([before, passage, after].concat(), paragraph.text);
            let found = find(&text, passage);
            assert!(!found.is_empty(), "{passage:?}");
            for (_, place) in found {
                assert_eq!(verify(&text, place), Verification::Exact);
            }
        }
    }
}

/// The selection language: what is typed where a view is wanted is a view or an error with what to do, and never more.
pub(crate) fn selection(input: &str) {
    match View::parse(input, built_in()) {
        Ok(view) => assert!(Network::of(built_in(), &view).actors().count() <= built_in().actors.len()),
        Err(error) => assert!(!error.message.is_empty()),
    }
}

/// The built-in corpus, read once.
fn built_in() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let mut sources = Sources::default();
        for (name, text) in EXAMPLE.iter().filter(|(name, _)| name.contains('/')) {
            sources.add(*name, *text);
        }
        resolve(&sources, Config::default(), &mut Sink::default())
    })
}
