//! The selection language: what is typed where a view is wanted is a view or an error with what to do, and never more.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use parallax_core::diag::Sink;
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_core::resolve::{Config, resolve};
use parallax_core::source::Sources;
use parallax_project::EXAMPLE;

/// The built-in corpus, read once.
fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let mut sources = Sources::default();
        for (name, text) in EXAMPLE.iter().filter(|(name, _)| name.ends_with(".toml") && name.contains('/')) {
            sources.add(*name, *text);
        }
        resolve(&sources, Config::default(), &mut Sink::default())
    })
}

fuzz_target!(|input: &str| match View::parse(input, corpus()) {
    Ok(view) => assert!(Network::of(corpus(), &view).actors().count() <= corpus().actors.len()),
    Err(error) => assert!(!error.message.is_empty()),
});
