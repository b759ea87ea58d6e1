//! What the program writes, and how it ends: standard output that is closed or full, files that are read-only or there already, two
//! runs at once.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::folder::folder;

fn program() -> Command {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("parallax"));
    command.env_remove("PARALLAX_SOURCES").stdin(Stdio::null());
    command
}

fn run(folder: &Path, words: &[&str]) -> Output {
    program().current_dir(folder).args(words).output().expect("the program")
}

/// Runs it in a shell, with the standard output as said there.
fn redirected(folder: &Path, words: &[&str], out: &str) -> Output {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("\"$0\" \"$@\" {out}")).arg(snapbox::cmd::cargo_bin!("parallax")).args(words);
    shell.env_remove("PARALLAX_SOURCES").current_dir(folder).stdin(Stdio::null()).output().expect("a shell")
}

fn bare() -> TempDir {
    folder(parallax_project::BARE)
}

fn hidden(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(hidden(&path));
        } else if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            found.push(path.display().to_string());
        }
    }
    found
}

/// Every command that prints.
const PRINTING: [&[&str]; 13] = [
    &[],
    &["--help"],
    &["--version"],
    &["help", "render"],
    &["completions", "bash"],
    &["explain"],
    &["explain", "unknown-actor"],
    &["list", "actors"],
    &["check", "--format", "json"],
    &["show"],
    &["render", "author", "-o", "-", "--to", "svg"],
    &["schema", "author"],
    &["rename", "actor", "sparta", "lakedaimon", "--dry-run"],
];

#[test]
fn a_standard_output_that_takes_nothing_is_trouble_for_every_command() {
    let corpus = bare();
    for words in PRINTING {
        for out in [">&-", ">/dev/full", "1</dev/null"] {
            if out == ">/dev/full" && !Path::new("/dev/full").exists() {
                continue;
            }
            let ended = redirected(corpus.path(), words, out);
            assert_eq!(ended.status.code(), Some(2), "{words:?} {out}");
            assert!(!ended.stderr.is_empty(), "{words:?} {out}");
        }
        // However it was opened, this is what somebody asked for.
        for out in [">/dev/null", "1<>/dev/null"] {
            assert_eq!(redirected(corpus.path(), words, out).status.code(), Some(0), "{words:?} {out}");
        }
    }
    let stdout = redirected(corpus.path(), &["render", "author", "-o", "/dev/stdout", "--to", "svg"], ">&-");
    assert_eq!(stdout.status.code(), Some(2));
    let gone = redirected(corpus.path(), &["completions", "bash"], "| head -1");
    assert!(gone.stderr.is_empty(), "{}", String::from_utf8_lossy(&gone.stderr));
}

#[test]
fn nothing_is_changed_if_what_would_change_cannot_be_shown() {
    let corpus = bare();
    let before = fs::read(corpus.path().join("actors/actors.toml")).expect("a file");
    let ended = redirected(corpus.path(), &["rename", "actor", "sparta", "lakedaimon", "--yes"], ">&-");
    assert_eq!(ended.status.code(), Some(2));
    assert_eq!(fs::read(corpus.path().join("actors/actors.toml")).expect("a file"), before);
}

#[test]
fn what_stands_behind_the_standard_output_keeps_its_order() {
    let corpus = bare();
    let script = "{ echo before; \"$0\" show -o /dev/stdout; echo after; } > out.txt";
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(snapbox::cmd::cargo_bin!("parallax")).current_dir(corpus.path());
    assert!(shell.stdin(Stdio::null()).status().expect("a shell").success());
    let text = fs::read_to_string(corpus.path().join("out.txt")).expect("its text");
    assert!(text.starts_with("before\n") && text.ends_with("after\n") && text.contains("Sparta"), "{text}");
}

#[test]
fn a_read_only_file_stays_whoever_would_write_it() {
    let corpus = bare();
    let at = |name: &str| corpus.path().join(name);
    let writes: [(&str, &[&str]); 8] = [
        ("x.svg", &["render", "author", "-o", "x.svg"]),
        ("x.txt", &["show", "-o", "x.txt"]),
        ("x.html", &["explore", "-o", "x.html"]),
        ("x.json", &["schema", "author", "-o", "x.json"]),
        ("schema/author.schema.json", &["schema"]),
        ("output/author-now.svg", &["build"]),
        ("layout.lock", &["build", "--lock"]),
        ("actors/actors.toml", &["rename", "actor", "sparta", "lakedaimon", "--yes"]),
    ];
    for (name, words) in writes {
        let path = at(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        if !path.exists() {
            fs::write(&path, "").expect("a file");
        }
        let before = fs::read(&path).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("a file of ours");
        let ended = run(corpus.path(), words);
        let told = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{words:?}: {told}");
        assert!(told.contains("read-only"), "{words:?}: {told}");
        assert_eq!(fs::read(&path).expect("a file"), before, "{words:?}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("a file of ours");
        if before.is_empty() {
            fs::remove_file(&path).expect("a file");
        }
    }
    assert_eq!(hidden(corpus.path()), [""; 0]);
}

#[test]
fn init_goes_on_where_it_was_stopped_and_writes_nothing_over() {
    let parent = tempfile::tempdir().expect("a folder");
    let root = parent.path().join("new");
    let init = || run(parent.path(), &["init", "new", "--bare"]);
    assert!(init().status.success());
    fs::remove_dir_all(root.join("schema")).expect("a folder");
    fs::remove_file(root.join("relations/codebook.toml")).expect("a file");
    assert!(init().status.success(), "what is missing is written");
    assert!(root.join("relations/codebook.toml").exists() && root.join("schema/author.schema.json").exists());

    for own in ["schema/author.schema.json", "actors/actors.toml"] {
        fs::write(root.join(own), "mine").expect("a file");
    }
    fs::remove_file(root.join("relations/author.toml")).expect("a file");
    let ended = init();
    let told = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(ended.status.code(), Some(2));
    assert!(told.contains("actors/actors.toml") && told.contains("schema/author.schema.json"), "{told}");
    assert_eq!(fs::read(root.join("schema/author.schema.json")).expect("a file"), b"mine");
    assert!(!root.join("relations/author.toml").exists());
}

#[test]
fn two_runs_at_once_leave_a_corpus_that_both_understand() {
    for _ in 0..8 {
        let corpus = bare();
        let words =
            [["rename", "actor", "sparta", "lakedaimon", "--yes"], ["rename", "actor", "athens", "athenai", "--yes"]];
        let quiet = |words: &[&str]| {
            let mut command = program();
            command.current_dir(corpus.path()).args(words).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().expect("the program")
        };
        let mut running = words.map(|words| quiet(&words));
        let ended = running.each_mut().map(|child| child.wait().expect("it ends").code());
        let actors = String::from_utf8(run(corpus.path(), &["list", "actors"]).stdout).expect("UTF-8");
        for (words, code) in words.iter().zip(ended) {
            assert!(matches!(code, Some(0..=2)), "{code:?}");
            assert_eq!(actors.contains(words[3]), code == Some(0), "{words:?} ended with {code:?}:\n{actors}");
        }
        assert_eq!(run(corpus.path(), &["check"]).status.code(), Some(0));
        assert_eq!(hidden(corpus.path()), [""; 0]);
    }
}

#[test]
fn a_journal_that_cannot_be_undone_stops_those_who_write_and_not_those_who_read() {
    let corpus = bare();
    fs::write(corpus.path().join(".parallax-journal"), "parallax journal 1\n{}\nopen\n").expect("a file");
    let ended = run(corpus.path(), &["check"]);
    assert_eq!(ended.status.code(), Some(0), "whoever reads goes on");
    assert!(String::from_utf8_lossy(&ended.stderr).contains("journal"), "and is told");
    let ended = run(corpus.path(), &["rename", "actor", "sparta", "lakedaimon", "--yes"]);
    assert_eq!(ended.status.code(), Some(2), "whoever writes does not");
}
