//! The manual pages of the findings, which are their tests: each example must give what the page prints.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use parallax_core::check::CHECKS;
use parallax_core::diag::{MANUAL, Severity, Sink, page};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::{CONFIG, Limits, Sources};

use crate::folder::{CONFIG as TWO_AUTHORS, folder, loaded, printed, states, types};
use crate::sources::{self, code};

/// What a page shows.
#[derive(Debug, Default)]
struct Example {
    /// The files that are wrong.
    wrong: Vec<(String, Vec<u8>)>,
    /// Words after the tag of the findings: `bare` (nothing is supplied), `tree=BYTES`, `files=COUNT` (limits).
    options: Vec<String>,
    /// Links among them, each with what it leads to.
    links: Vec<(String, String)>,
    /// What is found in them.
    findings: Option<String>,
    /// The files that replace or join them once it is mended.
    mended: Vec<(String, Vec<u8>)>,
    /// The files that are not there any more then.
    gone: Vec<String>,
}

/// The fenced blocks of a page: tag and content.
fn fences(text: &str) -> Vec<(&str, String)> {
    let mut fences: Vec<(&str, String)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(tag) if !inside => {
                fences.push((tag.trim(), String::new()));
                inside = true;
            }
            Some(_) => inside = false,
            None if inside => {
                if let Some((_, content)) = fences.last_mut() {
                    content.push_str(line);
                    content.push('\n');
                }
            }
            None => {}
        }
    }
    fences
}

fn example(text: &str) -> Example {
    let mut example = Example::default();
    for (tag, content) in fences(text) {
        let mut words = tag.split_whitespace().map(str::to_owned);
        let notation = words.next().unwrap_or_default();
        if notation == "findings" {
            example.options = words.collect();
            example.findings = Some(content.trim_end().to_owned());
            continue;
        }
        let Some(name) = words.next() else { continue };
        if notation == "gone" {
            example.gone.push(name);
            continue;
        }
        if notation == "link" {
            example.links.push((name, content.trim().to_owned()));
            continue;
        }
        // So that a page can show bytes that are not UTF-8.
        let bytes = match notation.as_str() {
            "latin-1" => content.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect(),
            _ => content.into_bytes(),
        };
        let files = if example.findings.is_none() { &mut example.wrong } else { &mut example.mended };
        files.push((name, bytes));
    }
    example
}

/// The files of a page that are wrong.
pub(crate) fn wrong_files(text: &str) -> Vec<(String, Vec<u8>)> {
    example(text).wrong
}

/// What a page leaves out because it is right: actors, a codebook, authors.
fn supply(files: &mut Vec<(String, Vec<u8>)>) {
    let has = |start: &str| files.iter().any(|(name, _)| name.starts_with(start));
    let declares = files.iter().any(|(_, text)| String::from_utf8_lossy(text).contains("[author]"));
    let types = types(&[("allies-with", 1, false), ("opposes", -1, true), ("trades-with", 1, false)]);
    let rest = [
        ("actors/cities.toml", states(&["athens", "sparta", "thebes", "corinth"]), has("actors/")),
        (
            "relations/codebook.toml",
            types + "\n[[facet]]\nid = \"military\"\n\n[[facet]]\nid = \"economic\"\n",
            has("relations/codebook"),
        ),
        (CONFIG, TWO_AUTHORS.to_owned(), has(CONFIG) || declares),
    ];
    for (name, text, there) in rest {
        if !there {
            files.push((name.to_owned(), text.into()));
        }
    }
}

/// What is found in files: as printed, with all codes, and whether any is an error.
struct Outcome {
    printed: String,
    codes: Vec<&'static str>,
    errors: usize,
}

fn outcome(code: &str, mut files: Vec<(String, Vec<u8>)>, links: &[(String, String)], options: &[String]) -> Outcome {
    if !options.iter().any(|option| option == "bare") {
        supply(&mut files);
    }
    let folder = folder(&files);
    for (name, target) in links {
        link(&folder.path().join(name), target);
    }
    let (findings, sources) = if let Some(limits) = limits(options) {
        limited(folder.path(), &limits)
    } else {
        let loaded = loaded(folder.path());
        (loaded.findings, loaded.sources)
    };
    Outcome {
        printed: printed(&shown(&findings, code), &sources, folder.path()),
        codes: findings.codes().map(|(code, _)| code).collect(),
        errors: findings.count(Severity::Error),
    }
}

#[cfg(unix)]
fn link(path: &Path, target: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::os::unix::fs::symlink(target, path).expect("a link");
}

#[cfg(not(unix))]
fn link(_: &Path, _: &str) {}

/// Examples leave out evidence where it is not the point, and the page leaves out that they do.
fn shown(findings: &Sink, code: &str) -> Sink {
    let mut shown = Sink::default();
    for finding in findings.sorted() {
        if finding.code != "no-evidence" || code == "no-evidence" {
            shown.push(finding.clone());
        }
    }
    shown
}

/// The limits that a page sets lower than the program does.
fn limits(options: &[String]) -> Option<Limits> {
    let number = |key: &str| options.iter().find_map(|option| option.strip_prefix(key)?.parse::<usize>().ok());
    let (tree, files) = (number("tree="), number("files="));
    let default = Limits::default();
    (tree.is_some() || files.is_some()).then(|| Limits {
        tree: tree.map_or(default.tree, |bytes| bytes as u64),
        files: files.unwrap_or(default.files),
        ..default
    })
}

/// Reads and resolves under other limits than the program's.
fn limited(root: &Path, limits: &Limits) -> (Sink, Sources) {
    let mut sink = Sink::default();
    let sources = Sources::open(root, limits, &mut sink).expect("the machine works");
    let config = sources.named(CONFIG).map_or_else(Config::default, |source| read_config(source, &mut sink));
    resolve(&sources, config, &mut sink);
    (sink, sources)
}

fn file_of(code: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("crates/core/src/diag/manual/{code}.md"))
}

/// Puts other findings into a page.
fn rewrite(code: &str, text: &str, findings: &str) {
    let (mut out, mut skipping) = (String::new(), false);
    for line in text.lines() {
        if skipping && line.starts_with("```") {
            skipping = false;
        }
        if !skipping {
            let _ = writeln!(out, "{line}");
        }
        if line.starts_with("```findings") {
            skipping = true;
            let _ = writeln!(out, "{findings}");
        }
    }
    fs::write(file_of(code), out).expect("a page");
}

#[test]
fn every_example_gives_its_findings() {
    let mut wrong = String::new();
    for page in MANUAL {
        // Read anew, so that a page can be worked on without a build.
        let text = fs::read_to_string(file_of(page.code)).expect("a page");
        let example = example(&text);
        if !example.links.is_empty() && !cfg!(unix) {
            eprintln!("{}: skipped, for it needs links", page.code);
            continue;
        }
        let found = outcome(page.code, example.wrong, &example.links, &example.options);
        if !found.codes.contains(&page.code) {
            let _ = writeln!(wrong, "{}: the example does not give this code but\n{}\n", page.code, found.printed);
        } else if example.findings.as_deref() != Some(&found.printed) {
            if std::env::var_os("UPDATE").is_some() {
                rewrite(page.code, &text, &found.printed);
            } else {
                let _ = writeln!(wrong, "{}: the page does not print\n{}\n", page.code, found.printed);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}UPDATE=1 rewrites the findings of the pages");
}

#[test]
fn every_remedy_mends() {
    let mut wrong = String::new();
    for page in MANUAL {
        let example = example(page.text);
        if example.mended.is_empty() {
            continue;
        }
        let mut files = example.wrong;
        files.retain(|(name, _)| !example.mended.iter().any(|(mended, _)| mended == name));
        files.retain(|(name, _)| !example.gone.contains(name));
        files.extend(example.mended);
        let found = outcome(page.code, files, &[], &example.options);
        if found.errors > 0 || found.codes.contains(&page.code) {
            let _ = writeln!(wrong, "{}: mended, there is still\n{}\n", page.code, found.printed);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn pages_have_one_form() {
    for page in MANUAL {
        let lines: Vec<&str> = page.text.lines().collect();
        assert_eq!(lines.first().copied(), Some(format!("# {}", page.code).as_str()), "the title of {}", page.code);
        assert!(lines.iter().all(|line| !line.starts_with("```") || line.len() > 3 || line == &"```"));
        assert!(fences(page.text).iter().all(|(tag, _)| !tag.is_empty()), "a block of {} has no tag", page.code);
        let example = example(page.text);
        assert!(example.findings.is_some(), "{} shows no findings", page.code);
        assert!(page.text.contains("How to mend it"), "{} does not say how to mend it", page.code);
        assert!(lines.len() <= 100, "{} is long", page.code);
    }
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    assert!(MANUAL.is_sorted_by(|a, b| a.code < b.code), "the pages stand in order");
    assert!(MANUAL.iter().all(|known| page(known.code) == Some(known.text)));
    assert_eq!(page("no-such-code"), None);
    let emitted = codes();
    for code in &emitted {
        assert!(page(code).is_some(), "`{code}` has no page");
    }
    for known in MANUAL {
        assert!(emitted.iter().any(|code| code == known.code), "no source gives `{}`", known.code);
        assert!(file_of(known.code).is_file());
    }
    for check in CHECKS {
        assert!(check.codes().iter().all(|code| page(code).is_some()));
    }
}

/// Every code that the sources give: the first argument of a finding, or one that is handed on.
fn codes() -> Vec<String> {
    let mut codes = Vec::new();
    for source in sources::all() {
        let text = code(&source.text);
        for kind in ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::note("] {
            for (at, found) in text.match_indices(kind) {
                let rest = text[at + found.len()..].trim_start();
                if let Some(name) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                    codes.push(name.to_owned());
                }
            }
        }
        let handed_on = text.split('"').filter(|part| {
            part.strip_prefix("unknown-").is_some_and(|what| what.bytes().all(|byte| byte.is_ascii_lowercase()))
        });
        codes.extend(handed_on.map(str::to_owned));
    }
    codes.sort();
    codes.dedup();
    codes
}
