//! The statements that are taken away from the explorer page as CSV are a table that says the same when it is read back.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::folder::folder;

const ACTORS: &str = r#"
[[actor]]
id = "north"
name = "Northport"
kind = "place"

[[actor]]
id = "south"
name = "Southport"
kind = "place"

[[actor]]
id = "east"
name = "Eastport"
kind = "place"

[[actor]]
id = "west"
name = "Westport"
kind = "place"
"#;

const CODEBOOK: &str = r#"
[[type]]
id = "trades-with"
phrase = "trades with"
sign = 1

[[facet]]
id = "salt"
"#;

const AUTHOR: &str = r#"
[author]
id = "keeper"
name = "The keeper"

[[work]]
id = "log"
title = "The log"

[[frame]]
id = "fair"
name = "The fair"
kind = "event"
"#;

/// What makes a cell hard: separators within names, what a spreadsheet takes for a formula, quotes, lines, a statement without an id.
const SAID: &str = r#"
[[relation]]
id = "first"
from = "north"
to = "south"
type = "trades-with"
sign = -1
facets = ["salt"]
frame = "fair"
evidence = ["p1:1-2#9626e986", "p2:1-3#00000000"]
gloss = "=1+1; \"and\", more\nthan a line"

[[relation]]
id = "both"
from = ["north", "east"]
to = ["south", "west"]
together = "from"
type = "trades-with"

[[relation]]
id = "second"
from = ["north", "east"]
to = "south"
type = "trades-with"
stance = "endorses"
holder = ["some; people", "=HYPERLINK(1)", "a\\"]
from-as = "'- so to say"
by = "+5 %"
amount = "-12"
tags = ["x;y", "-z", "a\\"]
strength = 3
hedged = true
links = [{ kind = "serves", to = "first" }]
when = "2020"

[[relation]]
from = "south"
to = "north"
type = "trades-with"
negated = true
gloss = "'tis @ once"

[[relation]]
from = "east"
to = "east"
type = "trades-with"
"#;

/// Takes the statements of a page's data away, as the page does.
const TAKE: &str = r"
import { readFileSync, writeFileSync } from 'node:fs';
import { indexed } from './web/model/document.js';
import { statementsCsv } from './web/export/csv.js';
const document = JSON.parse(readFileSync('page.json', 'utf8'));
const selection = { statements: document.statements.map((_, index) => index) };
writeFileSync('taken.csv', statementsCsv({ model: indexed(document), state: { level: 'actor' }, selection }));
";

/// The package that the modules of the page speak with.
const PACKAGE: &str = "node_modules/@fluent/bundle";

fn parallax(arguments: &[&str]) -> String {
    let output = Command::new(snapbox::cmd::cargo_bin!("parallax")).args(arguments).output().expect("the program");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Every statement of the data of a page, by its name.
fn statements(page: &Path) -> Vec<Value> {
    let text = fs::read_to_string(page).expect("the data");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let mut all = document["statements"].as_array().expect("a list").clone();
    all.sort_by_key(|statement| statement["ref"].to_string());
    all
}

/// Copies the modules of the page with their folders to where Node takes them for modules.
fn copy_modules(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the modules").map(|entry| entry.expect("an entry").path()) {
        let copy = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy_modules(&entry, &copy);
        } else if entry.extension().is_some_and(|end| end == "js") {
            fs::copy(&entry, copy).expect("copied");
        }
    }
}

#[test]
fn what_is_taken_away_as_a_table_reads_back() {
    let node = Command::new("node").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(PACKAGE);
    if !node.is_ok_and(|status| status.success()) || !package.exists() {
        assert!(std::env::var_os("PARALLAX_REQUIRE_BROWSER").is_none(), "this test needs Node and `npm ci`");
        eprintln!("skipped: Node is not installed, or not what it needs (`npm ci` in tests/browser)");
        return;
    }
    let corpus = |said: &str| {
        let config = "[[author]]\nid = \"keeper\"\n".to_owned();
        let author = format!("{AUTHOR}{said}");
        folder(&[
            ("parallax.toml", config),
            ("actors/all.toml", ACTORS.to_owned()),
            ("relations/codebook.toml", CODEBOOK.to_owned()),
            ("relations/keeper.toml", author),
        ])
    };
    let (whole, without) = (corpus(SAID), corpus(""));
    let bench = tempfile::tempdir().expect("a folder");
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/explorer/web");
    copy_modules(&modules, &bench.path().join("web"));
    fs::create_dir_all(bench.path().join(PACKAGE)).expect("a folder");
    for file in ["package.json", "index.js"] {
        fs::copy(package.join(file), bench.path().join(PACKAGE).join(file)).expect("copied");
    }
    fs::write(bench.path().join("package.json"), "{\"type\":\"module\"}").expect("written");
    fs::write(bench.path().join("take-away.js"), TAKE).expect("written");
    let path = |name: &str| bench.path().join(name).display().to_string();
    let root = |folder: &tempfile::TempDir| folder.path().display().to_string();
    parallax(&["-C", &root(&whole), "explore", "keeper", "-o", &path("page.json")]);
    let taken = Command::new("node").arg("take-away.js").current_dir(bench.path()).output().expect("node");
    assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
    // A table has no works and frames of its own.
    parallax(&["--table", &path("taken.csv"), "--declare", "check"]);
    let table = ["--table", &path("taken.csv"), "--columns", "evidence=cited,frame=framed"];
    let arguments = ["explore", "keeper", "-o", &path("again.json")];
    parallax(&[&["-C", &root(&without)][..], &table, &arguments].concat());
    let (before, after) = (statements(&bench.path().join("page.json")), statements(&bench.path().join("again.json")));
    assert_eq!(before.len(), 5);
    assert_eq!(before, after);
}
