//! Corpora in folders of their own, loaded as the program loads them, and what is found in them as it is printed.

use std::fs;
use std::path::Path;

use parallax_core::diag::{Files, Sink, Style, emit};
use parallax_core::model::Corpus;
use parallax_project::{Project, Request};
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

/// States of these ids, in a file of actors.
pub(crate) fn states(ids: &[&str]) -> String {
    let name = |id: &str| id[..1].to_uppercase() + &id[1..];
    ids.iter().map(|id| format!("\n[[actor]]\nid = \"{id}\"\nname = \"{}\"\nkind = \"state\"\n", name(id))).collect()
}

/// Relation types, each with its sign and whether its ends differ in role, in a codebook.
pub(crate) fn types(types: &[(&str, i8, bool)]) -> String {
    let directed = |directed: bool| if directed { "" } else { "directed = false\n" };
    types
        .iter()
        .map(|(id, sign, ends)| format!("\n[[type]]\nid = \"{id}\"\nsign = {sign}\n{}", directed(*ends)))
        .collect()
}

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

/// A corpus of two authors without a flaw: its actors, its codebook, and what each author says.
pub(crate) fn corpus(actors: String, codebook: String, [a, b]: [String; 2]) -> Corpus {
    let files = [
        ("parallax.toml", CONFIG.to_owned()),
        ("actors/all.toml", actors),
        ("relations/codebook.toml", codebook),
        ("relations/a.toml", a),
        ("relations/b.toml", b),
    ];
    let folder = folder(&files);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    loaded.corpus
}

/// Loads the corpus of a folder.
pub(crate) fn loaded(root: &Path) -> Project {
    Project::load(&Request { root: Some(root.to_owned()), ..Request::default() }).expect("the machine works")
}

/// The findings as people read them, without colour and space at the ends of lines; the folder is called `my-corpus`.
pub(crate) fn printed(findings: &Sink, files: &dyn Files, root: &Path) -> String {
    let mut out = Vec::new();
    emit(findings, files, &Style::default(), &mut out).expect("memory takes all");
    let text = String::from_utf8(out).expect("findings are UTF-8");
    let text = text.replace(&root.display().to_string(), "my-corpus");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}
