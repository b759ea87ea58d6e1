//! Every reader of a corpus: files in one input, each after a line `--- name`, are read, resolved, checked and told.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_core::diag::{Sink, Style, emit, emit_json};
use parallax_core::network::{Network, View};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::{CONFIG, Sources};

fuzz_target!(|input: &str| {
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
});
