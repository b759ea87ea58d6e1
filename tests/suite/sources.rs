//! The sources of the program and its crates, as text, for tests about how they are written.

use std::fs;
use std::path::{Path, PathBuf};

/// A Rust file below `src/`, or that of a crate.
pub(crate) struct Source {
    /// The crate that it belongs to: a folder of `crates/`, or `parallax`.
    pub(crate) of: String,
    /// Its path from the root, with `/` between folders.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    /// Its path below the `src/` of its crate.
    pub(crate) fn place(&self) -> &str {
        self.name.split_once("src/").map_or(&self.name, |(_, place)| place)
    }

    /// Whether it holds tests only: it is a module `tests`, or stands in one.
    pub(crate) fn is_test(&self) -> bool {
        self.place().split(['/', '.']).any(|part| part == "tests")
    }
}

/// The folder of the workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of the program and of its crates, in order.
pub(crate) fn all() -> Vec<Source> {
    let mut sources = of("parallax", &root().join("src"));
    let mut crates: Vec<PathBuf> = entries(&root().join("crates"));
    crates.sort();
    for folder in crates {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        sources.extend(of(&name, &folder.join("src")));
    }
    sources
}

fn of(name: &str, folder: &Path) -> Vec<Source> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    let read = |path: PathBuf| {
        let below = path.strip_prefix(root()).expect("a file of the workspace");
        let below = below.to_string_lossy().replace('\\', "/");
        Source { of: name.to_owned(), name: below, text: fs::read_to_string(&path).expect("a source") }
    };
    files.into_iter().map(read).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in entries(folder) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// What a source does, without its unit tests.
pub(crate) fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}
