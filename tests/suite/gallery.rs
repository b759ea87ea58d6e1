//! The gallery as the program makes it: made once, for every test that looks at it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

/// Files by their names.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A machine unlike that which made what is checked in: another home, language, hour and terminal.
pub(crate) const ELSEWHERE: [(&str, &str); 6] = [
    ("HOME", "/nonexistent"),
    ("LC_ALL", "tr_TR.UTF-8"),
    ("LANG", "tr_TR.UTF-8"),
    ("TZ", "Asia/Tokyo"),
    ("COLUMNS", "60"),
    ("TERM", "dumb"),
];

/// Every picture that `parallax.toml` asks for, made elsewhere, and the table of their figures.
pub(crate) static GALLERY: LazyLock<Files> = LazyLock::new(|| {
    let place = tempfile::tempdir().expect("a folder");
    run(&place, &ELSEWHERE, &["build", "--quality"], "");
    files(&place.path().join("made"))
});

/// Runs the program on the built-in corpus, in a place of its own; `-o` names a file below `made`.
pub(crate) fn run(place: &TempDir, environment: &[(&str, &str)], args: &[&str], file: &str) {
    let command = Command::new(cargo_bin!("parallax")).arg("-C").arg(env!("CARGO_MANIFEST_DIR")).args(args);
    let command = environment.iter().fold(command, |command, (key, value)| command.env(key, value));
    let command = command.arg("-o").arg(place.path().join("made").join(file)).current_dir(place.path());
    command.env_remove("PARALLAX_SOURCES").assert().success();
}

/// The files in a folder.
pub(crate) fn files(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .map(|path| {
            (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("a file"))
        })
        .collect()
}
