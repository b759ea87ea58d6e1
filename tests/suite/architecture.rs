//! How the house is built: who may import whom, how files look, and that registries are in order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use parallax_core::check::CHECKS;
use parallax_core::diag::MANUAL;
use parallax_core::diff::{Differing, Verdict};
use parallax_core::network::KEYS;
use parallax_formats::report::REPORTS;
use parallax_layout::LAYOUTS;
use parallax_project::check::RULES;
use parallax_project::outputs::FORMATS;
use parallax_render::{STYLE_KEYS, THEMES};

use crate::sources::{self, code};

/// The rows of a table of `ARCHITECTURE.md`, from above to below: the names in each cell.
fn table(heading: &str) -> Vec<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the architecture");
    let section = text.split(&format!("\n## {heading}\n")).nth(1).expect("the section");
    let section = section.split("\n## ").next().unwrap_or_default();
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.split('|').skip(1).map(names).collect()).collect()
}

/// The crates from below upwards, and on which of them each stands.
fn crates() -> Vec<(String, BTreeSet<String>)> {
    table("Crates").into_iter().map(|cells| (cells[0].concat(), cells[1].iter().cloned().collect())).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Places of other machines and people that no file names.
const FORBIDDEN: &[&str] = &["/home/", "/Users/", "C:\\Users"];

/// The longest file, in lines.
const LONGEST: usize = 400;

/// The names that a text takes from below a path (`crate`, `super`): each first step, of a group all of them.
fn steps(text: &str, path: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let name = |part: &str| part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let start = format!("{path}::");
    for (at, _) in text.match_indices(&start) {
        let is_longer = text[..at].ends_with(|c: char| c.is_alphanumeric() || "_$:".contains(c));
        let rest = &text[at + start.len()..];
        match rest.strip_prefix('{') {
            _ if is_longer => {}
            Some(group) => {
                let group = group.split("};").next().unwrap_or_default();
                found.extend(group.split(',').map(|part| name(part.trim())));
            }
            None => drop(found.insert(name(rest))),
        }
    }
    found
}

/// The rooms of a crate, also those within others: the folders below its `src/`.
fn rooms(of: &str) -> BTreeSet<String> {
    let folder = |source: sources::Source| Some(source.place().rsplit_once('/')?.0.to_owned());
    sources::all().into_iter().filter(|source| source.of == of).filter_map(folder).collect()
}

/// The modules of a crate, or of a room of it, and which others there each of them uses, also by names that the front door gives on.
fn modules(of: &str, room: Option<&str>) -> BTreeMap<String, BTreeSet<String>> {
    let (below, path) = room.map_or((String::new(), "crate".to_owned()), |room| {
        (format!("{room}/"), format!("crate::{}", room.replace('/', "::")))
    });
    let inside = |source: sources::Source| Some((source.place().strip_prefix(&below)?.to_owned(), source));
    let inside: Vec<(String, sources::Source)> =
        sources::all().into_iter().filter(|source| source.of == of).filter_map(inside).collect();
    let front = |place: &str| ["lib.rs", "main.rs"].contains(&place) || room.is_some() && place == "mod.rs";
    let fronts = inside.iter().filter(|(place, _)| front(place));
    let given: BTreeMap<String, String> = fronts.flat_map(|(_, source)| given_on(code(&source.text))).collect();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (place, source) in inside.iter().filter(|(place, source)| !front(place) && !source.is_test()) {
        let text = code(&source.text);
        let depth = place.matches('/').count() + usize::from(!place.ends_with("/mod.rs"));
        let above = steps(text, &vec!["super"; depth].join("::"));
        let module = place.split(['/', '.']).next().unwrap_or_default();
        uses.entry(module.to_owned()).or_default().extend(steps(text, &path).into_iter().chain(above));
    }
    let known: BTreeSet<String> = uses.keys().cloned().collect();
    let module = |name: String| if known.contains(&name) { Some(name) } else { given.get(&name).cloned() };
    let own = |(of, used): (String, BTreeSet<String>)| {
        let used = used.into_iter().filter_map(module).filter(|name| known.contains(name) && *name != of).collect();
        (of, used)
    };
    uses.into_iter().map(own).collect()
}

/// The names that a front door gives on, with the modules that they are from; what it uses itself is open to all behind it.
fn given_on(text: &str) -> Vec<(String, String)> {
    let mut given = Vec::new();
    let plain = |text: String, open: &str| text.replace(&format!("\n{open} use "), "\nuse ");
    let text = ["pub", "pub(crate)", "pub(super)"].into_iter().fold(text.to_owned(), plain);
    for line in text.split("\nuse ").skip(1) {
        let line = line.split(';').next().unwrap_or_default();
        let Some((module, names)) = line.strip_prefix("self::").unwrap_or(line).split_once("::") else { continue };
        for name in names.split(['{', '}', ',']).map(str::trim).filter(|name| !name.ends_with("::")) {
            let name = name.rsplit(" as ").next().unwrap_or(name).rsplit("::").next().unwrap_or(name);
            given.push((name.to_owned(), module.to_owned()));
        }
    }
    given
}

/// What is left of a graph when all is taken out that uses nothing left in it: its circles, and what leads to them.
fn circles(mut uses: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    loop {
        let done: BTreeSet<String> =
            uses.iter().filter(|(_, used)| used.is_empty()).map(|(name, _)| name.clone()).collect();
        if done.is_empty() {
            return uses;
        }
        uses.retain(|name, _| !done.contains(name));
        for used in uses.values_mut() {
            used.retain(|name| !done.contains(name));
        }
    }
}

#[test]
fn crates_stand_on_those_above_them_in_the_table() {
    let mut above = BTreeSet::new();
    let table = crates();
    for (name, on) in &table {
        let folder = if name == "parallax" { root().to_owned() } else { root().join("crates").join(name) };
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        let needs =
            manifest.split("[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap_or_default();
        let needs = needs.lines().filter_map(|line| line.strip_prefix("parallax-")?.split(['.', ' ']).next());
        assert_eq!(&needs.map(str::to_owned).collect::<BTreeSet<_>>(), on, "what {name} stands on");
        assert!(on.is_subset(&above), "{name} stands on what is not above it");
        above.insert(name.clone());
    }
    let folders = std::fs::read_dir(root().join("crates")).expect("the crates").count();
    assert_eq!(folders + 1, table.len(), "a crate is missing in the table");
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    for (name, _) in crates() {
        let rooms = rooms(&name);
        for room in std::iter::once(None).chain(rooms.iter().map(|room| Some(room.as_str()))) {
            let left = circles(modules(&name, room));
            assert!(left.is_empty(), "{name} has modules in a circle, in {room:?}: {left:#?}");
        }
    }
}

/// Modules that every room may use, and no table names: the error type of a crate.
const BELOW_ALL: &str = "error";

#[test]
fn rooms_use_only_those_before_them_in_their_table() {
    for (name, heading) in [("core", "Rooms of `core`"), ("render", "Floors of `render`")] {
        let mut above = BTreeSet::from([BELOW_ALL.to_owned()]);
        let uses = modules(name, None);
        for room in table(heading).into_iter().map(|cells| cells[0].concat()) {
            let used = uses.get(&room).unwrap_or_else(|| panic!("{name} has no {room}"));
            let back: Vec<&String> = used.difference(&above).collect();
            assert!(back.is_empty(), "{name}: {room} uses {back:?}, which do not come before it");
            above.insert(room);
        }
        assert!(uses.keys().all(|module| above.contains(module)), "{name} has a room that is not in the table");
    }
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let mut wrong = Vec::new();
    for source in sources::all() {
        if !source.text.starts_with("//! ") {
            wrong.push(format!("{} does not open with //!", source.name));
        }
        let lines = source.text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{} has {lines} lines", source.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_names_another_place() {
    let mut wrong = Vec::new();
    for source in sources::all() {
        for (line, number) in source.text.lines().zip(1..) {
            for word in FORBIDDEN.iter().filter(|word| line.contains(**word)) {
                wrong.push(format!("{}:{number} has {word}", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_stands_in_its_list() {
    // Beside the rules of a room stand its list, and in one what rules say.
    let rules = |of: &str, others: usize| {
        let files = sources::all().into_iter().filter(|source| source.of == of && source.place().starts_with("check/"));
        files.count() - others
    };
    assert_eq!((rules("core", 1), rules("project", 2)), (CHECKS.len(), RULES.len()));
}

/// Names stand once each and in kebab-case.
fn in_order(what: &str, names: &[&str]) {
    let unique: BTreeSet<&&str> = names.iter().collect();
    assert_eq!(unique.len(), names.len(), "{what}: a name stands twice");
    for name in names {
        let kebab = name.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(kebab, "{what}: `{name}` is not in kebab-case");
    }
}

#[test]
fn registries_are_in_order() {
    in_order("keys", &KEYS.iter().map(|key| key.name).collect::<Vec<_>>());
    in_order("verdicts", &Verdict::NAMES);
    in_order("differing", &Differing::NAMES);
    in_order("codes", &MANUAL.iter().map(|page| page.code).collect::<Vec<_>>());
    let of_checks: Vec<&str> = CHECKS.iter().flat_map(|check| check.codes()).copied().collect();
    in_order("checks", &of_checks);
    let formats: Vec<String> = FORMATS.iter().map(|format| format.name().to_lowercase()).collect();
    in_order("formats", &formats.iter().map(String::as_str).collect::<Vec<_>>());
    in_order("reports", &REPORTS.iter().map(|report| report.name()).collect::<Vec<_>>());
    in_order("layouts", &LAYOUTS.iter().map(|layout| layout.name()).collect::<Vec<_>>());
    in_order("looks", &STYLE_KEYS.iter().map(|key| key.name).collect::<Vec<_>>());
    in_order("themes", &THEMES.iter().map(|theme| theme.name).collect::<Vec<_>>());
    for key in KEYS {
        assert!(!key.about.is_empty() && !key.about.contains('\n') && !key.about.ends_with('.'), "{}", key.name);
        assert!(!key.values.is_empty());
    }
}
