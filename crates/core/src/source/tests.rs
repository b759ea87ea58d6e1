//! What is found in a folder, whatever lies in it.

use std::fs;
use std::path::Path;

use super::{Limits, Sources, discover};
use crate::diag::Sink;

#[expect(clippy::disallowed_methods, reason = "a test makes the files that the room reads")]
fn corpus(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn opened(root: &Path, limits: &Limits) -> (Vec<String>, Vec<&'static str>) {
    let mut sink = Sink::default();
    let sources = Sources::open(root, limits, &mut sink).unwrap();
    let names = sources.iter().map(|source| source.name.clone()).collect();
    (names, sink.codes().map(|(code, _)| code).collect())
}

#[test]
fn files_of_a_corpus_in_order() {
    let files = [
        ("relations/b.toml", "x"),
        ("relations/a/z.csv", "x"),
        ("relations/a.toml", "x"),
        ("relations/README.md", "x"),
        ("relations/.hidden.toml", "x"),
        ("relations/notes.txt", "x"),
        ("actors/states.json", "\u{feff}x"),
        ("parallax.toml", "x"),
        ("output/a.json", "x"),
    ];
    let folder = corpus(&files);
    let expected = ["parallax.toml", "actors/states.json", "relations/a.toml", "relations/a/z.csv", "relations/b.toml"];
    let (names, codes) = opened(folder.path(), &Limits::default());
    assert_eq!((names, codes), (expected.map(str::to_owned).to_vec(), vec!["unread-file"]), "notes.txt");
    assert_eq!(discover(&folder.path().join("relations/a")), Some(folder.path().to_path_buf()));
}

#[test]
fn limits_are_kept() {
    let folder = corpus(&[("actors/a.toml", "12345"), ("relations/b.csv", "12345678"), ("relations/c.csv", "12")]);
    let codes = |limits| opened(folder.path(), &limits).1;
    let limits = Limits::default();
    assert!(codes(Limits { tree: 5, file: 8, total: 15, files: 3 }).is_empty());
    assert_eq!(codes(Limits { tree: 4, ..limits }), ["file-too-large"]);
    assert_eq!(codes(Limits { file: 7, ..limits }), ["file-too-large"]);
    assert_eq!(codes(Limits { total: 14, ..limits }), ["file-too-large"]);
    assert_eq!(codes(Limits { files: 2, ..limits }), ["too-many-files"]);
}

#[test]
fn what_is_missing_is_said() {
    let nothing = corpus(&[]);
    assert_eq!(opened(nothing.path(), &Limits::default()).1, ["missing-folder"]);
    assert_eq!(opened(&nothing.path().join("nowhere"), &Limits::default()).1, ["missing-folder"]);
    let folder = corpus(&[("relations/a.toml", " \n")]);
    assert_eq!(opened(folder.path(), &Limits::default()).1, ["empty-file", "missing-folder"]);
    let mut sources = Sources::default();
    let text = sources.load(&folder.path().join("none.txt"), "none.txt", &Limits::default(), &mut Sink::default());
    assert!(matches!(text, Ok(None)));
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_new() {
    use std::os::unix::fs::symlink;
    let folder = corpus(&[("actors/a.toml", "x"), ("relations/sub/b.toml", "x")]);
    let relations = folder.path().join("relations");
    symlink(folder.path(), relations.join("root")).unwrap();
    symlink(&relations, relations.join("sub/up")).unwrap();
    symlink(relations.join("sub/b.toml"), relations.join("c.toml")).unwrap();
    let names = opened(folder.path(), &Limits::default()).0;
    assert_eq!(names, ["actors/a.toml", "relations/c.toml", "relations/sub/b.toml"]);
}

#[cfg(unix)]
#[test]
fn links_out_of_a_corpus_and_into_nothing_are_named_and_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = corpus(&[("actors/a.toml", "x"), ("relations/b.toml", "x")]);
    let outside = corpus(&[("secret.toml", "secret"), ("more/c.toml", "secret")]);
    let relations = folder.path().join("relations");
    symlink(outside.path().join("secret.toml"), relations.join("c.toml")).unwrap();
    symlink("c.toml", relations.join("chain.toml")).unwrap();
    symlink(outside.path(), relations.join("folder")).unwrap();
    symlink("nowhere.toml", relations.join("d.toml")).unwrap();
    symlink("e.toml", relations.join("e.toml")).unwrap();
    symlink(outside.path().join("secret.toml"), relations.join("notes.txt")).unwrap();
    symlink(outside.path().join("secret.toml"), folder.path().join("layout.lock")).unwrap();
    let mut sink = Sink::default();
    let sources = Sources::open(folder.path(), &Limits::default(), &mut sink).unwrap();
    assert!(sources.iter().all(|source| !source.text.contains("secret")));
    let named: Vec<&str> = sources.iter().filter(|source| source.text.is_empty()).map(|source| &*source.name).collect();
    let links = ["c", "chain", "d", "e"].map(|name| format!("relations/{name}.toml"));
    assert_eq!(named, ["layout.lock", &links[0], &links[1], &links[2], &links[3], "relations/folder"]);
    assert_eq!(sink.count_of("bad-link"), 6);
    let elsewhere = corpus(&[("parallax.toml", "x"), ("relations/b.toml", "x")]);
    symlink(outside.path().join("more"), elsewhere.path().join("actors")).unwrap();
    assert_eq!(
        opened(elsewhere.path(), &Limits::default()),
        (["parallax.toml", "actors", "relations/b.toml"].map(str::to_owned).to_vec(), vec!["bad-link"])
    );
}
