//! `parallax watch` as a person uses it: a file is saved, and what is new is said.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::folder::folder;

/// The program, ended when the test is.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn watching(root: &Path) -> (Watching, Receiver<String>) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("parallax"));
    command.arg("-C").arg(root).arg("watch").stdout(Stdio::piped()).stderr(Stdio::null());
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

#[test]
fn what_a_save_makes_wrong_or_right_is_told_first() {
    let folder = folder(parallax::source::BARE);
    fs::create_dir(folder.path().join("schema")).expect("a folder");
    let (_watching, lines) = watching(folder.path());
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
