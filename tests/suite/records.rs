//! The declared records are what the files may hold: a corpus that writes every key loads, and defaults are the defaults.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use parallax_core::diag::Severity;
use parallax_core::model::record::{CONFIG, FieldType, Key, Record, data_keys};
use toml::Value;

use crate::folder::{folder, loaded};

const FILES: [&str; 4] =
    ["parallax.toml", "actors/actors.toml", "relations/codebook.toml", "relations/thucydides.toml"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/every-key")
}

/// Collects which keys of which records a table writes.
fn collect(table: &toml::Table, find: &dyn Fn(&str) -> Option<&'static Key>, of: &str, found: &mut BTreeSet<String>) {
    for (name, value) in table {
        let Some(key) = find(name) else { panic!("{of} has no key {name}") };
        found.insert(format!("{of}.{name}"));
        let Some(record) = key.shape.record() else { continue };
        let tables = match value {
            Value::Array(items) => items.iter().filter_map(Value::as_table).collect(),
            other => other.as_table().into_iter().collect::<Vec<_>>(),
        };
        for table in tables {
            collect(table, &|name| record.key(name), record.name, found);
        }
    }
}

/// Every key of a record, and of the records in it.
fn declared(record: &'static Record, all: &mut BTreeSet<String>) {
    for key in record.keys {
        all.insert(format!("{}.{}", record.name, key.name));
        if let Some(record) = key.shape.record() {
            declared(record, all);
        }
    }
}

#[test]
fn a_corpus_that_writes_every_key_loads() {
    let (mut written, mut all) = (BTreeSet::new(), BTreeSet::new());
    for name in FILES {
        let text = fs::read_to_string(root().join(name)).expect("a file of the corpus");
        let table: toml::Table = text.parse().expect("TOML");
        if name == "parallax.toml" {
            collect(&table, &|name| CONFIG.key(name), CONFIG.name, &mut written);
        } else {
            collect(&table, &|name| data_keys().find(|key| key.name == name), "data", &mut written);
        }
    }
    declared(&CONFIG, &mut all);
    for key in data_keys() {
        all.insert(format!("data.{}", key.name));
        if let Some(record) = key.shape.record() {
            declared(record, &mut all);
        }
    }
    let missing: Vec<_> = all.difference(&written).collect();
    assert!(missing.is_empty(), "tests/corpora/every-key does not write {missing:?}");
    let findings = loaded(&root()).findings;
    assert_eq!(findings.count(Severity::Error), 0, "{:?}", findings.sorted().first());
}

/// A corpus of one relation, one type and one work, each with some lines more.
fn corpus(relation: &str, kind: &str, work: &str) -> String {
    let actors = "[[actor]]\nid = 'a'\nname = 'A'\nkind = 'state'\n[[actor]]\nid = 'b'\nname = 'B'\nkind = 'state'\n";
    let codebook = format!("[[type]]\nid = 'opposes'\nsign = -1\n{kind}");
    let author = format!(
        "[author]\nid = 'x'\nname = 'X'\n[[work]]\nid = 'w'\ntitle = 'W'\n{work}\
         [[relation]]\nfrom = 'a'\nto = 'b'\ntype = 'opposes'\nholder = 'b'\n{relation}"
    );
    let folder = folder(&[
        ("parallax.toml", String::new()),
        ("actors/a.toml", actors.to_owned()),
        ("relations/codebook.toml", codebook),
        ("relations/x.toml", author),
    ]);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    without_places(&format!("{:?}", loaded.corpus))
}

/// Without where things are written.
fn without_places(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = ["Span {", "FieldSpans {"].iter().filter_map(|start| rest.find(start)).min() {
        out.push_str(&rest[..at]);
        rest = rest[at..].split_once('}').map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// The keys of a record that have a default, as lines that say just that.
fn defaults(record: &Record) -> String {
    let line = |key: &Key| {
        let value = key.default?;
        let quote =
            if matches!(key.shape, FieldType::Whole(..) | FieldType::Truth | FieldType::TruthOr(_)) { "" } else { "'" };
        Some(format!("{} = {quote}{value}{quote}\n", key.name))
    };
    record.keys.iter().filter_map(line).collect()
}

#[test]
fn who_writes_a_default_says_nothing_new() {
    use parallax_core::model::record::{RELATION, TYPE, WORK};
    let (relation, kind, work) = (defaults(&RELATION), defaults(&TYPE), defaults(&WORK));
    assert!(relation.lines().count() >= 5 && !kind.is_empty() && !work.is_empty());
    // That a text has lines is kept, if it is said: then wrapped lines are no mistake.
    let written = corpus(&relation, &kind, &work).replace("paragraphs: Some(Lines)", "paragraphs: None");
    assert_eq!(written, corpus("", "", ""));
    assert_ne!(corpus("strength = 1\n", "", ""), corpus("", "", ""), "the comparison can fail");
}
