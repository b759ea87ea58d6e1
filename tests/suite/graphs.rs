//! Graph formats without a layout: the same network as with one, at once, and no picture.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use snapbox::cmd::{Command, cargo_bin};

use crate::folder::folder;

fn parallax(corpus: &Path, arguments: &[&str]) -> Command {
    Command::new(cargo_bin!("parallax")).current_dir(corpus).args(arguments)
}

fn example() -> tempfile::TempDir {
    folder(parallax_project::EXAMPLE)
}

/// What stands in a DOT, apart from places: they come last of what is said of an actor.
fn placeless(dot: &str) -> Vec<String> {
    let line = |line: &str| line.split_once(" pos=").map_or(line.to_owned(), |(said, _)| format!("{said}]"));
    dot.lines().map(line).collect()
}

#[test]
fn a_graph_without_a_layout_says_all_but_the_places() {
    let corpus = example();
    for arguments in [
        &["render", "hudis:tag=slide"][..],
        &["render", "hudis", "--top", "5", "--theme", "print"],
        &["render", "pozhidaev:tag=slide", "hudis:tag=slide", "--level", "state"],
        &["render", "pozhidaev:tag=slide", "hudis:tag=slide", "--consensus"],
        &["render", "diff"],
        &["diff", "pozhidaev:tag=slide", "hudis:tag=slide", "--only", "--title", "What differs"],
        &["diff", "pozhidaev:tag=slide", "hudis:tag=slide", "--side-by-side"],
    ] {
        let dot = |more: &[&str]| {
            let output =
                parallax(corpus.path(), arguments).args(["-o", "-", "--to", "dot"]).args(more).output().expect("a run");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).expect("DOT")
        };
        let (placed, plain) = (dot(&[]), dot(&["--engine", "none"]));
        assert!(placed.contains("pos=") && !plain.contains("pos="));
        assert_eq!(placeless(&placed), placeless(&plain), "{arguments:?}");
    }
}

#[test]
fn what_needs_places_is_refused_without_an_engine() {
    let corpus = example();
    for (arguments, why) in [
        (&["-o", "a.svg"][..], "SVG is made of places"),
        (&["-o", "a.layout.json"], "layout is made of places"),
        (&["-o", "a.dot", "--matrix"], "a matrix is no graph"),
        (&["-o", "a.dot", "--quality"], "are of its places"),
    ] {
        let output =
            parallax(corpus.path(), &["render", "hudis", "--engine", "none"]).args(arguments).output().expect("a run");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains(why), "{said}");
        assert!(!corpus.path().join(arguments[1]).exists());
    }
}

/// Two thousand actors are laid out in minutes, and written down at once: no layout runs.
#[test]
fn a_large_network_is_written_at_once() {
    let mut table = "from,type,to\n".to_owned();
    for number in 0..6_000_usize {
        let _ = writeln!(table, "a{},knows,a{}", number % 2_000, (number * 7 + 1) % 2_000);
    }
    let corpus = folder(&[("edges.csv", table.as_str())]);
    let began = Instant::now();
    let arguments = ["--table", "edges.csv", "--declare", "render", "edges", "--engine", "none", "-o", "edges.dot"];
    let output = parallax(corpus.path(), &arguments).timeout(Duration::from_secs(20)).output().expect("a run");
    assert!(output.status.success(), "{:?}: {}", began.elapsed(), String::from_utf8_lossy(&output.stderr));
    let dot = fs::read_to_string(corpus.path().join("edges.dot")).expect("DOT");
    assert_eq!((dot.matches(" kind=").count(), dot.contains("pos=")), (2_000, false));
}
