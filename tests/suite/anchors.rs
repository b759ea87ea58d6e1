//! Every anchor of the built-in corpus against the texts, where they are at hand.

use std::path::{Path, PathBuf};

use parallax::model::{Anchor, Relation};
use parallax::pipeline::{Request, load};
use parallax::text::{Verification, verify};

#[test]
fn every_anchor_of_the_built_in_corpus_is_exact() {
    let Some(texts) = std::env::var_os("PARALLAX_SOURCES").map(PathBuf::from) else {
        eprintln!("skipped: PARALLAX_SOURCES is not set");
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let loaded = load(&Request { root: Some(root), texts: Some(texts), ..Request::default() }).expect("a corpus");
    let corpus = &loaded.corpus;
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    let statements = corpus.relations().iter().flat_map(Relation::evidence);
    let readings = corpus.frames.iter().flat_map(|(_, _, frame)| &frame.readings);
    let anchors: Vec<&Anchor> = statements.chain(readings.flat_map(|reading| &reading.evidence)).collect();
    assert!(anchors.len() > 100, "only {} anchors", anchors.len());
    for anchor in anchors {
        let text = loaded.texts.get(anchor.work).expect("the text of every work");
        assert_eq!(
            verify(text, anchor.locus),
            Verification::Exact,
            "{} of {}",
            anchor.locus,
            corpus.work(anchor.work).id
        );
    }
}

#[test]
fn the_built_in_corpus_is_clean() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let loaded = load(&Request { root: Some(root), ..Request::default() }).expect("a corpus");
    let codes: Vec<_> = loaded.findings.codes().map(|(code, _)| code).filter(|code| *code != "unverified").collect();
    assert!(!loaded.findings.has_errors(), "{codes:?}");
}
