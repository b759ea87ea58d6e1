//! What the modules of the explorer page ask for of the catalogue: every message is there, with the variables that it is given.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use parallax_core::messages::LANGUAGES;

use crate::messages::{Catalogue, catalogue_of, families};

/// The files of the catalogue that come with the page.
const FILES: &[&str] = &["shared.ftl", "page.ftl"];

/// The modules of the page, and its frame: name and text.
fn modules() -> Vec<(String, String)> {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/explorer/web");
    let mut waiting = vec![web.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = waiting.pop() {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let (folders, found): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
        waiting.extend(folders.into_iter().filter(|folder| !folder.ends_with("dist")));
        files.extend(found.into_iter().filter(|path| path.extension().is_some_and(|end| end == "js" || end == "html")));
    }
    files.sort();
    let named = |path: &PathBuf| path.strip_prefix(&web).expect("below it").to_string_lossy().into_owned();
    files.iter().map(|path| (named(path), fs::read_to_string(path).expect("a module"))).collect()
}

/// Messages by their whole keys: `t('key', ...)`, with what follows the key.
fn asked(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let called = |(at, _): &(usize, &str)| !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let calls = text.match_indices("t(").filter(called).map(|(at, call)| text[at + call.len()..].trim_start());
    calls.filter_map(|rest| rest.strip_prefix('\'')?.split_once('\''))
}

/// A key that is put together: `` t(`link-${kind}-back`) ``.
struct Template<'s> {
    /// What stands before what is put in, and behind it.
    around: (&'s str, &'s str),
    /// What follows the key, where it is a message that is asked for at once.
    asked: Option<&'s str>,
}

fn templates(text: &str) -> impl Iterator<Item = Template<'_>> {
    text.match_indices('`').filter_map(move |(at, _)| {
        let (key, after) = text[at + 1..].split_once('`')?;
        let (stem, rest) = key.split_once("${")?;
        let (_, suffix) = rest.split_once('}')?;
        let asked = text[..at].ends_with("t(").then_some(after);
        stem.ends_with('-').then_some(Template { around: (stem, suffix), asked })
    })
}

/// The keys that a template can come to: with the words of its family, or with words that stand in the modules.
fn keys_of((stem, suffix): (&str, &str), known: &Catalogue, all: &str) -> Vec<String> {
    if let Some(words) = families().get(stem.trim_end_matches('-')) {
        return words.iter().map(|word| format!("{stem}{word}{suffix}")).collect();
    }
    let quoted = |text: &str| all.contains(&format!("'{text}'"));
    let is_meant = |key: &&String| {
        let word = key.strip_prefix(stem).and_then(|rest| rest.strip_suffix(suffix));
        // What stands there whole is asked for whole.
        word.is_some_and(|word| word.split('-').all(quoted)) && !quoted(key)
    };
    known.keys().filter(is_meant).cloned().collect()
}

/// Every message that the page asks for.
pub(crate) fn used(known: &Catalogue) -> BTreeSet<String> {
    let modules = modules();
    let all: String = modules.iter().map(|(_, text)| text.as_str()).collect();
    let mut used: BTreeSet<String> = known.keys().filter(|key| all.contains(&format!("'{key}'"))).cloned().collect();
    for attribute in ["data-text", "data-text-label", "data-text-title", "data-text-placeholder"] {
        let opens = format!("{attribute}=\"");
        let named = all.split(&opens).skip(1).filter_map(|rest| rest.split_once('"'));
        used.extend(named.map(|(key, _)| key.to_owned()));
    }
    for Template { around, .. } in templates(&all).filter(|each| known.keys().any(|key| key.starts_with(each.around.0)))
    {
        used.extend(keys_of(around, known, &all));
    }
    used
}

/// The names of the values in an object: `, { name, n: rows.length })`; none where there is none.
fn given(after: &str) -> BTreeSet<String> {
    let after = after.trim_start().strip_prefix(',').unwrap_or_default().trim_start();
    let Some(object) = after.strip_prefix('{') else { return BTreeSet::new() };
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in object.chars() {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        match c {
            _ if depth < 0 => break,
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().expect("one at least").push(c),
        }
    }
    let names = parts.iter().map(|part| part.split(':').next().unwrap_or_default().trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_message_of_the_page_comes_with_it_and_gets_its_variables() {
    let mut seen = BTreeMap::from([("whole", 0), ("put together", 0)]);
    for language in &LANGUAGES {
        let (known, _) = catalogue_of(language, FILES);
        let missing: Vec<String> = used(&known).into_iter().filter(|key| !known.contains_key(key)).collect();
        assert!(missing.is_empty(), "{}: no message for {missing:?}", language.code);
        let modules = modules();
        let all: String = modules.iter().map(|(_, text)| text.as_str()).collect();
        for (name, text) in &modules {
            for (key, after) in asked(text) {
                let needs = known.get(key).unwrap_or_else(|| panic!("{name}: there is no message `{key}`"));
                assert_eq!(*needs, given(after), "{}, {name}: `{key}`", language.code);
                *seen.entry("whole").or_default() += 1;
            }
            for (around, after) in templates(text).filter_map(|each| Some((each.around, each.asked?))) {
                let keys = keys_of(around, &known, &all);
                assert!(!keys.is_empty(), "{name}: there is no message {around:?}");
                for key in keys {
                    let needs = known.get(&key).unwrap_or_else(|| panic!("{name}: there is no message `{key}`"));
                    assert!(needs.is_subset(&given(after)), "{}, {name}: `{key}` needs {needs:?}", language.code);
                    *seen.entry("put together").or_default() += 1;
                }
            }
        }
    }
    assert!(seen["whole"] > 250 && seen["put together"] > 100, "{seen:?}");
}
