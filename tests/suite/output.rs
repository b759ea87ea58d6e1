//! The gallery in `output/` is what the corpus makes, and every format comes out the same wherever it is made.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

type Files = BTreeMap<String, Vec<u8>>;

/// The program, on one processor if that can be asked for.
fn program(one_processor: bool) -> Command {
    let parallax = cargo_bin!("parallax");
    let pinned = one_processor && std::process::Command::new("taskset").arg("-V").output().is_ok();
    if pinned { Command::new("taskset").args(["-c", "0"]).arg(parallax) } else { Command::new(parallax) }
}

/// Builds the gallery, and what it lacks of the formats, in a place of its own.
fn make(place: &TempDir, environment: &[(&str, &str)]) -> Files {
    let out = place.path().join("made");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = |args: &[&str], file: &str| {
        let command = program(!environment.is_empty()).args(["-C".as_ref(), corpus.as_os_str()]).args(args).arg("-o");
        let command = environment.iter().fold(command, |command, (key, value)| command.env(key, value));
        command.arg(out.join(file)).current_dir(place.path()).env_remove("PARALLAX_SOURCES").assert().success();
    };
    run(&["build"], "");
    run(&["render", "pozhidaev", "hudis", "--level", "state"], "both.pdf");
    run(&["diff", "pozhidaev", "hudis"], "diff.pdf");
    for (format, extension) in [("text", "txt"), ("markdown", "md"), ("json", "json")] {
        run(&["diff", "pozhidaev", "hudis", "--all", "--format", format], &format!("diff.{extension}"));
        run(&["show", "--standing", "any", "--format", format], &format!("all.{extension}"));
    }
    files(&out)
}

fn files(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .map(|path| {
            (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("a file"))
        })
        .collect()
}

#[test]
fn the_same_files_give_the_same_bytes_everywhere_and_the_gallery_is_one_of_them() {
    let (here, there) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let home = there.path().join("home");
    let home = home.to_string_lossy();
    let one = make(&here, &[]);
    let other = make(
        &there,
        &[
            ("HOME", &home),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("TZ", "Asia/Tokyo"),
            ("COLUMNS", "60"),
            ("TERM", "dumb"),
        ],
    );
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(other.get(name) == Some(bytes), "{name} differs between two runs");
    }
    let kept = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("output"));
    assert!(!kept.is_empty());
    for (name, bytes) in &kept {
        let made = one.get(name).unwrap_or_else(|| panic!("output/{name} is no longer made: delete it"));
        let same = if ending(name) == "png" { near(made, bytes) } else { made == bytes };
        assert!(same, "output/{name} is not what the corpus makes: run `cargo run --release -- build` and look at it");
    }
    let gallery = one.keys().filter(|name| ["svg", "png", "dot"].contains(&ending(name)));
    for name in gallery {
        assert!(kept.contains_key(name), "output/{name} is not checked in");
    }
}

/// Pixels may differ by one between processors.
fn near(made: &[u8], kept: &[u8]) -> bool {
    let ((made_size, made), (kept_size, kept)) = (pixels(made), pixels(kept));
    made_size == kept_size && made.iter().zip(&kept).all(|(a, b)| a.abs_diff(*b) <= 1)
}

fn pixels(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("a frame");
    ((info.width, info.height), pixels)
}

fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}
