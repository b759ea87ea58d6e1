//! An SVG is sound XML whose ids are unique, and a PNG and a PDF come of it, whatever things are called.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use parallax_render::DIAGRAM_KINDS;

use crate::folder::folder;
use crate::pages::hostile;

fn run(corpus: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("parallax"));
    command.arg("-C").arg(corpus).args(arguments).env("NO_COLOR", "1").env_remove("PARALLAX_SOURCES");
    command.output().expect("the program")
}

/// The values of an attribute.
fn values<'s>(svg: &'s str, attribute: &str) -> Vec<&'s str> {
    let opens = format!(" {attribute}=\"");
    svg.split(opens.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn assert_sound(svg: &str, what: &str) {
    let ids = values(svg, "id");
    let mut seen = BTreeSet::new();
    for id in &ids {
        assert!(seen.insert(*id), "{what}: two have the id {id}");
        assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{what}: the id {id:?}");
    }
    assert!(ids.len() > 10, "{what} has ids");
    for to in values(svg, "href").iter().filter_map(|to| to.strip_prefix('#')) {
        assert!(seen.contains(to), "{what}: nothing has the id {to}");
    }
    let bad =
        |c: &char| (c.is_control() && *c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{202d}' | '\u{202e}');
    assert_eq!(svg.chars().find(bad), None, "{what}");
    // What stands between tags and in attributes was escaped, so that every `<` opens an element, and all are closed.
    let (mut open, mut rest) = (0_i32, svg);
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, behind) = after.split_once('>').expect("a tag ends");
        assert!(tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'), "{what}: <{tag}>");
        open += if tag.starts_with('/') { -1 } else { i32::from(!tag.ends_with('/')) };
        rest = behind;
    }
    assert_eq!(open, 0, "{what}: elements that are not closed");
}

#[test]
fn every_form_of_a_hostile_corpus_is_sound() {
    let corpus = folder(&hostile());
    let views = ["__proto__", "constructor"];
    for letters in ["font", "paths"] {
        for form in DIAGRAM_KINDS {
            let form = format!("--{}", form.name);
            let arguments = ["render", "-o", "-", "--to", "svg", "--text", letters, &form];
            for sides in [&views[..1], &views[..]] {
                let arguments: Vec<&str> = arguments.iter().chain(sides).copied().collect();
                let output = run(corpus.path(), &arguments);
                // A form takes one view or two, and says so.
                if output.status.success() {
                    assert_sound(&String::from_utf8(output.stdout).expect("UTF-8"), &arguments.join(" "));
                } else {
                    let said = String::from_utf8_lossy(&output.stderr);
                    assert!(said.contains("view"), "{arguments:?}: {said}");
                }
            }
        }
    }
    let picture = corpus.path().join("coverage.svg");
    let output = run(corpus.path(), &["coverage", "-o", &picture.display().to_string()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_sound(&std::fs::read_to_string(picture).expect("a picture"), "coverage");
}

#[test]
fn every_picture_comes_of_a_hostile_corpus() {
    let corpus = folder(&hostile());
    for (to, begins) in [("png", &b"\x89PNG"[..]), ("pdf", b"%PDF-"), ("dot", b"digraph"), ("layout.json", b"{")] {
        let output = run(corpus.path(), &["render", "constructor", "-o", "-", "--to", to]);
        assert!(output.status.success(), "{to}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stdout.starts_with(begins), "{to}");
    }
}

#[test]
fn no_report_of_a_hostile_corpus_steers_a_terminal() {
    let corpus = folder(&hostile());
    let steers = |c: &char| *c != '\n' && parallax_core::diag::steers(*c);
    let commands: &[&[&str]] = &[
        &[],
        &["check"],
        &["check", "--format", "json"],
        &["check", "--evidence"],
        &["check", "--evidence", "--format", "json"],
        &["list", "actors"],
        &["list", "actors", "--format", "json"],
        &["list", "works", "--format", "json"],
        &["list", "frames", "--format", "json"],
        &["list", "types"],
        &["coverage"],
        &["coverage", "--format", "json"],
        &["cite", "constructor", "hostile", "--format", "json"],
        &["cite", "constructor", "hostile"],
        &["show", "--passages"],
        &["show", "--format", "json", "--passages"],
        &["show", "--format", "markdown"],
        &["diff"],
        &["diff", "--format", "json"],
        &["diff", "--tally", "type", "--format", "json"],
        &["schema", "author"],
        &["explore", "-o", "-"],
        &["render", "constructor", "-o", "-", "--to", "dot"],
        &["render", "constructor", "-o", "-", "--to", "layout.json"],
        &["show", "nobody\u{1b}[31m\u{202e}"],
        &["--nothing\u{1b}[31m\u{202e}"],
        &["explain", "\u{9b}31m"],
        &["render", "constructor", "-o", "no\u{1b}[2J/such.folder\u{202e}"],
    ];
    for command in commands {
        let output = run(corpus.path(), command);
        for said in [output.stdout, output.stderr] {
            let said = String::from_utf8(said).expect("UTF-8");
            assert_eq!(said.chars().find(steers), None, "{command:?}: {said:.2000}");
        }
    }
}
