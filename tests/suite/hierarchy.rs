//! Graphviz beside our engine, through the program: a hierarchy drawn by `dot`, and what is said where it is missing.

use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};

/// The program on the small corpus of a hierarchy; the picture goes to its standard output.
fn render(arguments: &[&str]) -> Command {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/hierarchy");
    Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus).args(["render", "organs", "-o", "-"]).args(arguments)
}

#[test]
fn dot_draws_a_hierarchy_with_its_own_lines() {
    let output = render(&["--to", "svg", "--engine", "dot"]).output().expect("a run");
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("was not found") {
        assert!(std::env::var_os("PARALLAX_REQUIRE_GRAPHVIZ").is_none(), "{said}");
        eprintln!("skipped: Graphviz is not installed");
        return;
    }
    assert!(output.status.success(), "{said}");
    let svg = String::from_utf8(output.stdout).expect("an SVG");
    let lines: Vec<&str> = svg.lines().filter(|line| line.contains("<path ")).collect();
    let own = render(&["--to", "svg"]).output().expect("a run").stdout;
    let own = String::from_utf8(own).expect("an SVG");
    assert_eq!(lines.len(), own.lines().filter(|line| line.contains("<path ")).count(), "as many lines");
    let pieces = |line: &str| line.matches('Q').count();
    assert!(lines.iter().any(|line| pieces(line) > 3), "lines of several curves");
    assert!(own.lines().all(|line| !line.contains("<path ") || pieces(line) == 1), "ours are of one");
}

#[test]
fn a_missing_graphviz_is_told_in_words() {
    let nowhere = tempfile::tempdir().expect("an empty folder");
    let output = render(&["--to", "svg", "--engine", "dot"]).env("PATH", nowhere.path()).output().expect("a run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(said.contains("Graphviz's `dot` was not found: install Graphviz"), "{said}");
}
