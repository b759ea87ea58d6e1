//! Corpora in folders of their own, loaded as the program loads them, and what is found in them as it is printed.

use std::fs;
use std::path::Path;

use parallax::diag::{Files, Sink, Style, emit};
use parallax::pipeline::{Loaded, Request, load};
use tempfile::TempDir;

/// Two authors, in this order.
pub(crate) const CONFIG: &str = r#"
[[author]]
id = "thucydides"
name = "Thucydides"

[[author]]
id = "herodotus"
name = "Herodotus"
"#;

/// Writes files into a new folder.
pub(crate) fn folder<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name.as_ref());
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

/// Loads the corpus of a folder.
pub(crate) fn loaded(root: &Path) -> Loaded {
    load(&Request { root: Some(root.to_owned()), ..Request::default() }).expect("the machine works")
}

/// The findings as people read them, without colour and space at the ends of lines; the folder is called `my-corpus`.
pub(crate) fn printed(findings: &Sink, files: &dyn Files, root: &Path) -> String {
    let mut out = Vec::new();
    emit(findings, files, &Style::default(), &mut out).expect("memory takes all");
    let text = String::from_utf8(out).expect("findings are UTF-8");
    let text = text.replace(&root.display().to_string(), "my-corpus");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}
