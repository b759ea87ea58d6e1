//! `parallax watch` as a person uses it: a file is saved, and what is new is said.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::folder::folder;

/// The program, ended when the test is.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn watching(root: &Path, arguments: &[&str]) -> (Watching, Receiver<String>) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("parallax"));
    command.arg("-C").arg(root).arg("watch").args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.env_remove("PARALLAX_SOURCES").env("NO_COLOR", "1").spawn().expect("the program");
    let out = BufReader::new(child.stdout.take().expect("its output"));
    let (sender, lines) = channel();
    std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    (Watching(child), lines)
}

/// The lines up to the one that sums a run up.
fn run(lines: &Receiver<String>) -> Vec<String> {
    let mut told = Vec::new();
    loop {
        let line = lines.recv_timeout(Duration::from_mins(2)).expect("a run that is told");
        let done = line.contains(" statement") && line.contains(';');
        told.push(line);
        if done {
            return told;
        }
    }
}

/// A corpus in a folder that can be moved away.
fn corpus() -> (TempDir, PathBuf) {
    let outer =
        folder(&parallax_project::BARE.iter().map(|(name, text)| (format!("c/{name}"), *text)).collect::<Vec<_>>());
    let root = outer.path().join("c");
    (outer, root)
}

/// The next line that has some words.
fn line(lines: &Receiver<String>, words: &str) -> String {
    loop {
        let line = lines.recv_timeout(Duration::from_mins(2)).expect("a line that is told");
        if line.contains(words) {
            return line;
        }
    }
}

/// Waits until something is so.
fn patient(what: &str, so: impl Fn() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < Duration::from_mins(2), "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_corpus_that_is_replaced_is_seen_and_its_names_steer_nothing() {
    let (outer, root) = corpus();
    let (_watching, lines) = watching(&root, &[]);
    run(&lines);
    // As a version control system or an archive does it: first one folder, then all of it.
    fs::rename(root.join("actors"), root.join("old")).expect("moved");
    fs::create_dir(root.join("actors")).expect("a folder");
    fs::copy(root.join("old/actors.toml"), root.join("actors/actors.toml")).expect("copied");
    run(&lines);
    fs::rename(&root, outer.path().join("gone")).expect("moved");
    std::thread::sleep(Duration::from_millis(300));
    fs::rename(outer.path().join("gone"), &root).expect("moved back");
    fs::write(root.join("actors/new\u{1b}[31m.toml"), "no toml at all\n").expect("saved");
    let told = line(&lines, "new");
    assert!(!told.contains('\u{1b}'), "{told:?}");
    line(&lines, "toml-syntax");
}

#[test]
fn what_it_writes_itself_is_no_change_and_pictures_follow_without_errors() {
    let (_outer, root) = corpus();
    fs::create_dir(root.join("schema")).expect("a folder");
    let config = fs::read_to_string(root.join("parallax.toml")).expect("its text");
    let view = "\n[[view]]\nid = \"one\"\nselect = \"*\"\nformats = [\"svg\"]\n";
    fs::write(root.join("parallax.toml"), config + view).expect("saved");
    let page = root.join("relations/page.html");
    let (_watching, lines) = watching(&root, &["--build", "one", "--explore", &page.display().to_string()]);
    run(&lines);
    line(&lines, "one.svg");
    patient("a page", || page.is_file());
    let picture = root.join("output/one.svg");
    let before = fs::read_to_string(&picture).expect("a picture");
    line(&lines, "page.html");
    assert!(lines.recv_timeout(Duration::from_millis(2_500)).is_err(), "nothing was saved, and something is told");

    let actors = root.join("actors/actors.toml");
    let right = fs::read_to_string(&actors).expect("its text");
    fs::write(&actors, format!("{right}\nno toml at all\n")).expect("saved");
    run(&lines);
    assert_eq!(fs::read_to_string(&picture).expect("the old picture"), before);
    let other = right.replacen("\"Athens\"", "\"Old Athens\"", 1);
    assert_ne!(other, right);
    fs::write(&actors, other).expect("saved");
    line(&lines, "one.svg");
    assert!(fs::read_to_string(&picture).expect("the new picture").contains("Old "));
}

#[test]
fn a_view_that_there_is_not_ends_it_at_once() {
    let (_outer, root) = corpus();
    let (mut watching, _lines) = watching(&root, &["--build", "nobody"]);
    assert_eq!(watching.0.wait().expect("an end").code(), Some(2));
}

#[test]
#[cfg(unix)]
fn it_ends_when_nobody_reads_any_more() {
    let (_outer, root) = corpus();
    let mut command = Command::new(snapbox::cmd::cargo_bin!("parallax"));
    command.arg("-C").arg(&root).arg("watch").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut watching = Watching(command.spawn().expect("the program"));
    // Without a single save.
    drop(watching.0.stdout.take());
    let began = Instant::now();
    while watching.0.try_wait().expect("a state").is_none() {
        assert!(began.elapsed() < Duration::from_mins(2), "nobody reads, and it goes on");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(watching.0.wait().expect("an end").code(), Some(0));
}

#[test]
fn what_a_save_makes_wrong_or_right_is_told_first() {
    let folder = folder(parallax_project::BARE);
    fs::create_dir(folder.path().join("schema")).expect("a folder");
    let (_watching, lines) = watching(folder.path(), &[]);
    let first = run(&lines);
    assert!(first.last().is_some_and(|line| line.contains("0 errors")), "{first:#?}");
    let name = |entry: fs::DirEntry| entry.path();
    let files =
        fs::read_dir(folder.path().join("relations")).expect("a folder").map(|entry| name(entry.expect("an entry")));
    let file = files
        .filter(|path| !path.ends_with("codebook.toml"))
        .find(|path| path.extension().is_some_and(|end| end == "toml"));
    let file = file.expect("a file of statements");
    let right = fs::read_to_string(&file).expect("its text");
    let wrong = right.replacen("\nto ", "\nuntil = \"x\"\nto ", 1);
    assert_ne!(right, wrong);

    fs::write(&file, wrong).expect("saved");
    let told = run(&lines).join("\n");
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(told.contains(&format!("{name} changed")), "{told}");
    assert!(told.contains("no key `until`") && told.contains("1 error"), "{told}");

    fs::write(&file, &right).expect("saved");
    let told = run(&lines).join("\n");
    assert!(told.contains("mended") && told.contains("0 errors") && !told.contains("until"), "{told}");

    // The schemas offer an id as soon as it is written; they are written after the run is told.
    fs::write(&file, right.replace("sparta-opposes-athens", "brand-new")).expect("saved");
    run(&lines);
    let offers = || {
        fs::read_to_string(folder.path().join("schema/author.schema.json")).is_ok_and(|text| text.contains("brand-new"))
    };
    let patient = (0..600).any(|_| {
        offers() || {
            std::thread::sleep(Duration::from_millis(100));
            false
        }
    });
    assert!(patient, "schema/author.schema.json does not offer the new id");
}
