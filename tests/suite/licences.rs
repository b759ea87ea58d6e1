//! NOTICE carries the licence of everything that the program links, on every platform that it is made for.
//!
//! `UPDATE=1 cargo test --test suite licences` writes what is below its mark anew. The licences are read from the packages
//! themselves, as cargo keeps them; where those of other platforms are not at hand (`cargo fetch` brings them) this platform alone is
//! looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The platforms of `deny.toml`.
const PLATFORMS: &[&str] = &[
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
];

/// What stands above it in NOTICE is written by hand.
const MARK: &str = "The crates that the program links, and their licences\n";

/// Names of files begin so that are licences, or belong to one.
const NAMES: &[&str] = &["LICEN", "COPY", "UNLICEN", "NOTICE"];

/// Files that count beside whichever licence is chosen.
const ALWAYS: &[&str] = &["NOTICE", "COPYRIGHT", "UNICODE"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A crate that is linked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Linked {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

impl Linked {
    fn told(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// The texts of its licence. Of several to choose from it is MIT, whose text names who holds the rights; a package without
    /// a text is taken under the Apache License, which names nobody.
    fn texts(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).expect("the package is at hand");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> =
            names.filter(|name| NAMES.iter().any(|begin| name.to_uppercase().starts_with(begin))).collect();
        names.sort();
        let is = |name: &str, words: &[&str]| words.iter().any(|word| name.to_uppercase().contains(word));
        let is_mit = |name: &String| is(name, &["MIT"]) && !is(name, &["MIT0"]);
        if self.licence.contains("MIT") && names.iter().any(is_mit) {
            names.retain(|name| is_mit(name) || is(name, ALWAYS));
        }
        let texts = names.iter().map(|name| self.folder.join(name)).filter(|path| path.is_file());
        let texts: Vec<String> = texts.map(|path| fs::read_to_string(path).expect("a text")).collect();
        if texts.is_empty() {
            assert!(self.licence.contains("Apache-2.0"), "{} has no text of its licence {}", self.told(), self.licence);
            return vec![fs::read_to_string(root().join("LICENSE-APACHE")).expect("our own")];
        }
        texts
    }
}

/// What cargo knows of the crates for some platforms, without a network; none if a package is not at hand.
fn metadata(platforms: &[&str]) -> Option<Value> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["metadata", "--offline", "--locked", "--format-version", "1"]).current_dir(root());
    for platform in platforms {
        command.args(["--filter-platform", platform]);
    }
    let output = command.output().expect("cargo");
    output.status.success().then(|| serde_json::from_slice(&output.stdout).expect("JSON"))
}

/// The platform that this is.
fn host() -> String {
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("-vV").output();
    let told = String::from_utf8(output.expect("rustc").stdout).expect("text");
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("a host").to_owned()
}

/// The crates that are linked: those that are used at run time, and not while it is built.
fn linked(metadata: &Value) -> BTreeSet<Linked> {
    let by_id = |list: &'static str, metadata: &Value| -> BTreeMap<String, Value> {
        let list = if list == "nodes" { &metadata["resolve"]["nodes"] } else { &metadata[list] };
        let each = list.as_array().expect("a list").iter();
        each.map(|each| (each["id"].as_str().expect("an id").to_owned(), each.clone())).collect()
    };
    let (packages, nodes) = (by_id("packages", metadata), by_id("nodes", metadata));
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let is_macro = |package: &Value| package["targets"].to_string().contains("\"proc-macro\"");
    let own = text(&metadata["resolve"]["root"]).expect("our own package");
    let mut waiting = vec![own.clone()];
    let mut seen = BTreeSet::from([own.clone()]);
    while let Some(id) = waiting.pop() {
        for edge in nodes[&id]["deps"].as_array().expect("a list") {
            let at_run_time = edge["dep_kinds"].as_array().expect("a list").iter().any(|kind| kind["kind"].is_null());
            let to = text(&edge["pkg"]).expect("an id");
            if at_run_time && !is_macro(&packages[&to]) && seen.insert(to.clone()) {
                waiting.push(to);
            }
        }
    }
    // What has no source beyond this folder is of this workspace.
    seen.retain(|id| !packages[id]["source"].is_null());
    let linked = |id: &String| {
        let package = &packages[id];
        let manifest = PathBuf::from(text(&package["manifest_path"]).expect("a path"));
        Linked {
            name: text(&package["name"]).expect("a name"),
            version: text(&package["version"]).expect("a version"),
            licence: text(&package["license"]).unwrap_or_else(|| "see below".to_owned()),
            folder: manifest.parent().expect("a folder").to_owned(),
        }
    };
    seen.iter().map(linked).collect()
}

/// The crates one by one with what they are licensed under, then each text once with those whose text it is.
fn notice(crates: &BTreeSet<Linked>) -> String {
    let mut texts: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for each in crates {
        for text in each.texts() {
            // Two that differ in how they are wrapped are one.
            let key = text.split_whitespace().collect::<Vec<_>>().join(" ");
            texts.entry(key).or_insert_with(|| (text, Vec::new())).1.push(each.told());
        }
    }
    let mut texts: Vec<(String, Vec<String>)> = texts.into_values().collect();
    texts.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    let list: String = crates.iter().map(|each| format!("    {}: {}\n", each.told(), each.licence)).collect();
    let rule = "-".repeat(80);
    let text = |(text, said_by): &(String, Vec<String>)| {
        let lines = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        format!("\n{rule}\n\n{}:\n\n{}\n", said_by.join(", "), lines.trim_matches('\n'))
    };
    format!("{MARK}\n{list}{}", texts.iter().map(text).collect::<String>())
}

#[test]
fn notice_has_the_licence_of_every_crate_that_is_linked() {
    let path = root().join("NOTICE");
    let there = fs::read_to_string(&path).expect("NOTICE");
    let (by_hand, made) = there.split_once(MARK).expect("the mark in NOTICE");
    let Some(whole) = metadata(PLATFORMS) else {
        let here = metadata(&[&host()]).expect("the crates of this platform are at hand, for they were built");
        for each in linked(&here) {
            let line = format!("    {}: {}\n", each.told(), each.licence);
            assert!(made.contains(&line), "NOTICE lacks {}: UPDATE=1 cargo test --test suite licences", each.told());
        }
        eprintln!("skipped: the crates of other platforms are not at hand (cargo fetch)");
        return;
    };
    let now = format!("{by_hand}{}", notice(&linked(&whole)));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, now).expect("written");
        return;
    }
    let first = there.lines().zip(now.lines()).find(|(there, now)| there != now);
    assert!(there == now, "NOTICE is not current: {first:?}; UPDATE=1 cargo test --test suite licences");
}

/// The program's own package has its sources and what goes with it, and nothing of what is called so further down.
#[test]
fn the_package_has_what_is_meant_and_nothing_from_further_down() {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(["package", "--package", "parallax", "--list", "--allow-dirty", "--offline", "--quiet"])
        .current_dir(root());
    let output = command.output().expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let list = String::from_utf8(output.stdout).expect("names").replace('\\', "/");
    let list: BTreeSet<&str> = list.lines().collect();
    let meant = ["src/"];
    let single = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];
    let cargo = ["Cargo.lock", "Cargo.toml", "Cargo.toml.orig", ".cargo_vcs_info.json"];
    let known = |name: &&&str| {
        meant.iter().any(|folder| name.starts_with(folder)) || single.contains(name) || cargo.contains(name)
    };
    let strange: Vec<_> = list.iter().filter(|name| !known(name)).collect();
    assert!(strange.is_empty(), "{strange:?}");
    let missing: Vec<&str> = single.into_iter().filter(|name| !list.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
