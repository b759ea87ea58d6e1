//! The README and `tests/cli/*.md` do what they say: every `console` block is run and its output compared.
//!
//! A line that begins with `$ ` is a command; what follows is what it prints, errors after output. `...` stands for any
//! lines, `[..]` for any characters. A page runs in a copy of the built-in corpus, its commands one after the other.

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::cmd::{Command, cargo_bin};

use crate::folder::folder;

#[test]
fn pages_do_what_they_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<PathBuf> =
        fs::read_dir(root.join("tests/cli")).expect("tests/cli").map(|entry| entry.expect("an entry").path()).collect();
    pages.push(root.join("README.md"));
    pages.sort();
    let mut commands = 0;
    for page in pages {
        commands += run_page(&page, root);
    }
    assert!(commands > 20, "only {commands} commands were found");
}

fn run_page(page: &Path, root: &Path) -> usize {
    let mut files: Vec<(String, String)> =
        parallax_project::EXAMPLE.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    data("tests/data", root, &mut files);
    let folder = folder(&files);
    let text = fs::read_to_string(page).expect("a page");
    let runs = runs(&text);
    for (command, expected) in &runs {
        eprintln!("{}: $ {command}", page.display());
        let mut words = split(command).into_iter();
        assert_eq!(words.next().as_deref(), Some("parallax"), "{command}");
        let run = Command::new(cargo_bin!("parallax")).args(words).current_dir(folder.path());
        let run = run.env_remove("PARALLAX_SOURCES").env("NO_COLOR", "1").stderr_to_stdout();
        run.assert().stdout_eq(expected.clone());
    }
    runs.len()
}

/// The files in a folder and below it, by their names from the root.
fn data(folder: &str, root: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(root.join(folder)).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = format!("{folder}/{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            data(&name, root, files);
        } else {
            files.push((name, fs::read_to_string(&path).expect("a text")));
        }
    }
}

/// The commands of a page with what they print.
fn runs(page: &str) -> Vec<(String, String)> {
    let mut runs: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        match line.strip_prefix("$ ") {
            _ if line.starts_with("```") => inside = line == "```console",
            Some(command) if inside => runs.push((command.to_owned(), String::new())),
            None if inside => {
                if let Some((_, output)) = runs.last_mut() {
                    output.push_str(line);
                    output.push('\n');
                }
            }
            _ => {}
        }
    }
    // An empty line before the next command, or at the end of a block, is for the eye.
    for (_, output) in &mut runs {
        if output == "\n" || output.ends_with("\n\n") {
            output.pop();
        }
    }
    runs
}

/// The words of a command; single quotes hold words together.
fn split(command: &str) -> Vec<String> {
    let parts = command.split('\'').enumerate();
    parts
        .flat_map(|(index, part)| {
            if index % 2 == 1 { vec![part.to_owned()] } else { part.split_whitespace().map(str::to_owned).collect() }
        })
        .collect()
}

/// The files that the README shows have no key, type, word or date that the program refuses. What they point at is not shown
/// there, so unknown ids do not count.
#[test]
fn the_files_of_the_readme_are_read() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a page");
    let blocks: Vec<&str> = page.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 4, "only {} files were found", blocks.len());
    for block in blocks {
        let (name, before) = match block.lines().next().unwrap_or_default() {
            "[[actor]]" => ("actors/shown.toml", ""),
            "[[view]]" => ("parallax.toml", ""),
            _ => ("relations/shown.toml", "author = \"author\"\n"),
        };
        let mut files: Vec<(&str, String)> =
            parallax_project::BARE.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
        files.retain(|(known, _)| *known != name);
        files.push((name, format!("{before}{block}")));
        let folder = folder(&files);
        let loaded = crate::folder::loaded(folder.path());
        let refused = ["toml-syntax", "unknown-key", "wrong-type", "missing-field", "bad-value", "bad-date", "bad-id"];
        let wrong: Vec<_> = loaded.findings.codes().filter(|(code, _)| refused.contains(code)).collect();
        let printed = crate::folder::printed(&loaded.findings, &loaded.sources, folder.path());
        assert!(wrong.is_empty(), "{block}\n{printed}");
    }
}

/// What the README says about the two essays is shown by the corpus, sentence by sentence: each piece of prose in that chapter
/// leads to a command, and each command prints something of its own there.
#[test]
fn every_claim_about_the_essays_has_its_command() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a page");
    let (_, chapter) = page.split_once("\n## What the two authors say\n").expect("the chapter");
    let chapter = chapter.split("\n## ").next().unwrap_or_default();
    let after = |rest: &str| rest.split_once("```\n").map_or("", |(_, prose)| prose).trim().to_owned();
    let mut pieces = chapter.split("```console\n");
    let mut prose = vec![pieces.next().unwrap_or_default().trim().to_owned()];
    prose.extend(pieces.map(after));
    let blocks = chapter.matches("```console\n").count();
    assert!(blocks >= 12, "only {blocks} commands were found");
    for (number, prose) in prose.iter().enumerate() {
        let said: Vec<&str> =
            prose.split("\n\n").filter(|piece| !piece.starts_with('#') && !piece.is_empty()).collect();
        // Before the first command the chapter says what it is; after the last it ends.
        let most = if number == 0 { 2 } else { 1 };
        assert!(said.len() <= most, "these are not followed by a command each: {said:#?}");
        assert!(number < blocks || said.is_empty(), "no command follows {said:#?}");
    }
    for (command, output) in runs(chapter) {
        let told =
            output.lines().filter(|line| !matches!(line.trim(), "" | "...") && !line.starts_with(['=', '-'])).count();
        assert!(told >= 1, "{command} shows nothing");
    }
}
