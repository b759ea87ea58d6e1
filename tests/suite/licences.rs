//! NOTICE carries the licence of everything that the program links, on every platform that it is made for, and of what is bundled
//! into the explorer page.
//!
//! `UPDATE=1 cargo test --test suite licences` writes what is below its marks anew. The licences are read from the packages
//! themselves, as cargo and npm keep them; where those of other platforms are not at hand (`cargo fetch` brings them) this platform alone
//! is looked at, and where those of the page are not (`npm ci` in `tests/browser`) that they are named.

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

/// The same for the page; it stands behind the crates.
const PAGE_MARK: &str = "The npm packages that are bundled into the explorer page, and their licences\n";

/// Names of files begin so that are licences, or belong to one.
const NAMES: &[&str] = &["LICEN", "COPY", "UNLICEN", "NOTICE"];

/// Files that count beside whichever licence is chosen.
const ALWAYS: &[&str] = &["NOTICE", "COPYRIGHT", "UNICODE"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A crate that is linked, or a package that is bundled.
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

    /// Its line in the list above the texts.
    fn line(&self) -> String {
        format!("    {}: {}\n", self.told(), self.licence)
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

/// The packages that the page is bundled with: of those that npm has locked, all that are not for development alone.
fn bundled() -> BTreeSet<Linked> {
    let folder = root().join("tests/browser");
    let lock = fs::read_to_string(folder.join("package-lock.json")).expect("the lock of npm");
    let lock: Value = serde_json::from_str(&lock).expect("JSON");
    let packages = lock["packages"].as_object().expect("packages").iter();
    let is_for_the_page = |(path, package): &(&String, &Value)| {
        !path.is_empty() && ["dev", "optional", "devOptional"].iter().all(|kind| package[*kind] != true)
    };
    let bundled = |(path, package): (&String, &Value)| {
        let text = |key: &str| package[key].as_str().expect("a text").to_owned();
        let name = path.rsplit("node_modules/").next().unwrap_or(path).to_owned();
        Linked { name, version: text("version"), licence: text("license"), folder: folder.join(path) }
    };
    packages.filter(is_for_the_page).map(bundled).collect()
}

/// Below a mark the packages one by one with what they are licensed under, then each text once with those whose text it is.
fn notice(mark: &str, crates: &BTreeSet<Linked>) -> String {
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
    let list: String = crates.iter().map(Linked::line).collect();
    let rule = "-".repeat(80);
    let text = |(text, said_by): &(String, Vec<String>)| {
        let lines = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        format!("\n{rule}\n\n{}:\n\n{}\n", said_by.join(", "), lines.trim_matches('\n'))
    };
    format!("{mark}\n{list}{}", texts.iter().map(text).collect::<String>())
}

/// That a part of NOTICE names each of these.
fn assert_named(all: &BTreeSet<Linked>, part: &str) {
    for each in all {
        assert!(part.contains(&each.line()), "NOTICE lacks {}: UPDATE=1 cargo test --test suite licences", each.told());
    }
}

#[test]
fn notice_has_the_licence_of_every_crate_that_is_linked() {
    let path = root().join("NOTICE");
    let there = fs::read_to_string(&path).expect("NOTICE");
    let (by_hand, made) = there.split_once(MARK).expect("the mark in NOTICE");
    let of_the_page = made.find(PAGE_MARK).map_or("", |at| &made[at..]);
    let Some(whole) = metadata(PLATFORMS) else {
        let here = metadata(&[&host()]).expect("the crates of this platform are at hand, for they were built");
        assert_named(&linked(&here), made);
        assert_named(&bundled(), of_the_page);
        eprintln!("skipped: the crates of other platforms are not at hand (cargo fetch)");
        return;
    };
    let packages = bundled();
    let of_the_page = if packages.iter().all(|each| each.folder.exists()) {
        notice(PAGE_MARK, &packages)
    } else {
        assert_named(&packages, of_the_page);
        eprintln!("skipped: the packages of the page are not at hand (npm ci in tests/browser)");
        of_the_page.to_owned()
    };
    let rule = "=".repeat(80);
    let now = format!("{by_hand}{}\n{rule}\n\n{of_the_page}", notice(MARK, &linked(&whole)));
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
