//! The sources of the library, as text, for tests about how they are written.

use std::fs;
use std::path::{Path, PathBuf};

/// A Rust file below `src/`.
pub(crate) struct Source {
    /// Its path below `src/`, with `/` between folders.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    /// The room that it stands in: its folder, or its own name.
    pub(crate) fn room(&self) -> &str {
        self.name.split(['/', '.']).next().unwrap_or_default()
    }

    /// Whether it holds tests only.
    pub(crate) fn is_test(&self) -> bool {
        self.name.ends_with("/tests.rs")
    }
}

/// Every Rust file below `src/`, in order.
pub(crate) fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("a file below src").to_string_lossy().replace('\\', "/");
        Source { name, text: fs::read_to_string(&path).expect("a source") }
    };
    files.into_iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
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
