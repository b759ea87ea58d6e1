//! How the house is built: who may import whom, how files look, and that registries are in order.

use std::collections::BTreeSet;

use parallax_core::check::CHECKS;
use parallax_core::diag::MANUAL;
use parallax_core::diff::{Differing, Verdict};
use parallax_core::network::KEYS;
use parallax_formats::report::REPORTS;
use parallax_layout::LAYOUTS;
use parallax_project::outputs::FORMATS;
use parallax_render::{LOOKS, THEMES};

use crate::sources::{self, code};

/// The rooms, and what each may import. Everyone may import `diag` and `error`; a room may import itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("diag", &[]),
    ("error", &[]),
    ("source", &[]),
    ("files", &["source"]),
    ("model", &[]),
    ("read", &["source", "model"]),
    ("resolve", &["read", "model", "source"]),
    ("text", &["model", "source"]),
    ("edit", &["resolve", "read", "text", "model", "files", "source"]),
    ("check", &["model", "text"]),
    ("network", &["model"]),
    ("measure", &["network", "model"]),
    ("diff", &["network", "measure", "model"]),
    ("layout", &["network"]),
    ("draw", &["layout", "network", "diff", "measure", "text", "model"]),
    ("export", &["draw", "layout", "network", "diff", "measure", "text", "model"]),
    ("pipeline", &["*"]),
    ("cli", &["*"]),
    ("lib", &["*"]),
    ("main", &["*"]),
];

/// Places of other machines and people that no file names.
const FORBIDDEN: &[&str] = &["/home/", "/Users/", "C:\\Users"];

/// The longest file, in lines.
const LONGEST: usize = 400;

/// The rooms that a text names after `crate::`, alone or in braces.
fn imports(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let is_name = |character: char| character.is_ascii_lowercase() || character == '_';
    for (at, start) in text.match_indices("crate::") {
        let rest = &text[at + start.len()..];
        let named = |part: &str| part.chars().take_while(|character| is_name(*character)).collect::<String>();
        match rest.strip_prefix('{') {
            Some(group) => {
                let group = group.split("};").next().unwrap_or_default();
                found.extend(group.split(',').map(|part| named(part.trim())));
            }
            None => drop(found.insert(named(rest))),
        }
    }
    found.retain(|name| ROOMS.iter().any(|(room, _)| room == name));
    found
}

#[test]
fn rooms_import_only_what_they_may() {
    let mut wrong = Vec::new();
    for source in sources::all() {
        let Some((room, may)) = ROOMS.iter().find(|(room, _)| *room == source.room()) else {
            wrong.push(format!("{} stands in no room of the table", source.name));
            continue;
        };
        let tests = source.is_test();
        for name in imports(code(&source.text)) {
            let allowed =
                ["diag", "error", *room].contains(&name.as_str()) || may.contains(&"*") || may.contains(&name.as_str());
            if !allowed && !tests {
                wrong.push(format!("{} imports `{name}`, which `{room}` may not", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_rooms_has_no_circle() {
    let mut done: BTreeSet<&str> = BTreeSet::from(["diag", "error"]);
    let mut left: Vec<_> = ROOMS.iter().filter(|(room, may)| !may.contains(&"*") && !done.contains(room)).collect();
    while !left.is_empty() {
        let before = left.len();
        for (room, may) in left.clone() {
            if may.iter().all(|room| done.contains(room)) {
                done.insert(room);
            }
        }
        left.retain(|(room, _)| !done.contains(room));
        assert!(left.len() < before, "rooms that import each other: {left:?}");
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
    let formats: Vec<String> = FORMATS.iter().map(|format| format.name.to_lowercase()).collect();
    in_order("formats", &formats.iter().map(String::as_str).collect::<Vec<_>>());
    in_order("reports", &REPORTS.iter().map(|report| report.name()).collect::<Vec<_>>());
    in_order("layouts", &LAYOUTS.iter().map(|layout| layout.name()).collect::<Vec<_>>());
    in_order("looks", &LOOKS.iter().map(|key| key.name).collect::<Vec<_>>());
    in_order("themes", &THEMES.iter().map(|theme| theme.name).collect::<Vec<_>>());
    for key in KEYS {
        assert!(!key.about.is_empty() && !key.about.contains('\n') && !key.about.ends_with('.'), "{}", key.name);
        assert!(!key.values.is_empty());
    }
}
