//! What is wrong in one place stops no picture of what is right: the others are written, and what is left out is said.

use std::fs;
use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::folder::{folder, states, types};

/// Three authors with a file and a view each, one view of all, and one that compares two.
fn corpus() -> TempDir {
    let mut files = vec![
        ("actors/all.toml".to_owned(), states(&["athens", "sparta"])),
        ("relations/codebook.toml".to_owned(), types(&[("opposes", -1, true)])),
    ];
    let mut config = String::new();
    for id in ["a", "b", "c"] {
        config += &format!("[[author]]\nid = \"{id}\"\n\n");
        let said = "[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"opposes\"\n";
        files.push((format!("relations/{id}.toml"), format!("[author]\nid = \"{id}\"\nname = \"{id}\"\n\n{said}")));
    }
    let views =
        [("a", "\"a\""), ("b", "\"b\""), ("all", "\"*\""), ("two", "[\"a\", \"b\"]"), ("apart", "[\"a\", \"c\"]")];
    for (id, select) in views {
        config += &format!(
            "[[view]]\nid = \"{id}\"\nselect = {select}\nlayout-of = \"base\"\nformats = [\"txt\", \"svg\"]\n\n"
        );
    }
    config += "[[view]]\nid = \"base\"\ndiff = [\"a\", \"b\"]\n";
    files.push(("parallax.toml".to_owned(), config));
    folder(&files)
}

/// How a run ended, and all that it said.
fn told(corpus: &Path, args: &[&str]) -> (i32, String) {
    let program = Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus).args(args).current_dir(corpus);
    let run = program.env_remove("PARALLAX_SOURCES").env("NO_COLOR", "1").output().expect("a run");
    let said = [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    (run.status.code().expect("an end of its own"), said)
}

fn pictures(corpus: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(corpus.join("output")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn change(corpus: &Path, name: &str, change: impl Fn(&str) -> String) {
    let path = corpus.join(name);
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(path, change(&text)).expect("a file");
}

/// What is made of the text of a file.
type Damage = fn(&str) -> String;

/// Damage to the file of one author, of each kind.
const DAMAGE: [Damage; 7] = [
    |text| text.replace("opposes", "oposes"),
    |text| format!("{text}\n[[relation]\nfrom = \n"),
    |text| text.replace("\n[[relation]]", "\n<<<<<<< one\n[[relation]]"),
    |_| "this is no TOML".to_owned(),
    |text| text.replace("from = \"athens\"", "from = \"athens"),
    |text| text.replace("to = \"sparta\"", "to = \"corinth\""),
    |text| format!("{text}\n[[relation]]\nfrom = \"athens\"\n"),
];

#[test]
fn one_broken_author_stops_no_picture_of_the_others() {
    for (nth, damage) in DAMAGE.iter().enumerate() {
        let corpus = corpus();
        change(corpus.path(), "relations/b.toml", damage);
        let (code, said) = told(corpus.path(), &["build"]);
        assert_eq!(code, 1, "{nth}: {said}");
        assert_eq!(pictures(corpus.path()), ["a.svg", "a.txt", "apart.svg", "apart.txt"], "{nth}: {said}");
        assert!(said.contains("`b`") && said.contains("view `all` is left out"), "{nth}: {said}");
        let (code, said) = told(corpus.path(), &["show", "a"]);
        assert!(code == 1 && said.contains("Athens opposes Sparta"), "{nth}: {said}");
        assert_eq!(told(corpus.path(), &["diff", "a", "c", "-o", "d.svg"]).0, 1);
        assert!(corpus.path().join("d.svg").is_file(), "{nth}");
        for args in [&["show"][..], &["show", "b"], &["diff", "a", "b"], &["show", "athens", "sparta"]] {
            let run = told(corpus.path(), args);
            assert!(run.0 == 1 && !run.1.contains("opposes Sparta"), "{nth}: {args:?} {}", run.1);
        }
        assert_eq!(told(corpus.path(), &["render", "two", "-o", "two.svg"]).0, 1);
        assert!(!corpus.path().join("two.svg").exists(), "{nth}");
    }
}

#[test]
fn what_may_concern_all_stops_all() {
    let broken: [(&str, Damage); 5] = [
        ("actors/all.toml", |text| format!("{text}\nnonsense = 1\n")),
        ("relations/codebook.toml", |text| format!("{text}\n[[type]]\n")),
        ("parallax.toml", |text| format!("titel = \"x\"\n{text}")),
        // Whose it is nobody knows.
        ("relations/b.toml", |text| text.replace("id = \"b\"", "id = \"d\"").replace("opposes", "oposes")),
        ("relations/b.toml", |text| format!("{text}\n[author]\nid = \"a\"\nname = \"a\"\n")),
    ];
    for (name, damage) in broken {
        let corpus = corpus();
        change(corpus.path(), name, damage);
        assert_eq!(told(corpus.path(), &["build"]).0, 1);
        assert_eq!(pictures(corpus.path()), Vec::<String>::new(), "{name}");
    }
    // A file that cannot be read and is called like no author may be anybody's.
    let corpus = corpus();
    fs::write(corpus.path().join("relations/more.toml"), "= no TOML").expect("a file");
    assert_eq!(told(corpus.path(), &["build"]).0, 1);
    assert_eq!(pictures(corpus.path()), Vec::<String>::new());
}

#[test]
fn one_view_that_cannot_be_stops_no_other() {
    let long = "x".repeat(260);
    let wrong = [
        format!("[[view]]\nid = \"{long}\"\nselect = \"a\"\n"),
        "[[view]]\nid = \"con\"\nselect = \"a\"\n".to_owned(),
        "[[view]]\nid = \"x/y\"\nselect = \"a\"\n".to_owned(),
        "[[view]]\nid = \"x\"\nselect = \"nobody\"\n".to_owned(),
        "[[view]]\nid = \"x\"\nselect = \"a\"\nfit = \"20000x20000\"\nformats = [\"png\"]\n".to_owned(),
    ];
    for view in wrong {
        let corpus = corpus();
        change(corpus.path(), "parallax.toml", |text| format!("{text}\n{view}"));
        let (code, said) = told(corpus.path(), &["build"]);
        assert!(code == 1 && said.contains("bad-view") && said.len() < 4_000, "{said}");
        assert_eq!(pictures(corpus.path()).len(), 11, "{view}: {said}");
    }
}

#[test]
fn a_path_that_is_too_long_is_a_finding() {
    let corpus = corpus();
    let deep = format!("{}/{}", corpus.path().display(), "deep/".repeat(900));
    let (code, said) = told(corpus.path(), &["build", "-o", &deep]);
    assert!(code == 1 && said.contains("too long"), "{code} {said}");
}

#[test]
fn what_is_too_large_for_png_is_said_with_what_can_be_done() {
    let corpus = corpus();
    let (code, said) = told(corpus.path(), &["render", "a", "--fit", "20000x20000", "-o", "x.png"]);
    assert!(code == 2 && said.contains("--fit") && !said.contains("scale"), "{said}");
}

#[test]
fn two_views_that_write_one_file_are_found_at_both_places() {
    for (one, other) in [
        ("War", "war"),
        ("CAFÉ", "café"),
        ("ΣΑΣ", "σας"),
        ("a.layout\"\nformats = [\"json\"]#", "a\"\nformats = [\"layout.json\"]#"),
    ] {
        let views = format!("[[view]]\nid = \"{one}\"\nselect = \"a\"\n\n[[view]]\nid = \"{other}\"\nselect = \"c\"\n");
        let corpus = corpus();
        fs::write(corpus.path().join("parallax.toml"), views).expect("a file");
        let (code, said) = told(corpus.path(), &["check"]);
        assert!(code == 1 && said.contains("duplicate-id") && said.contains("the first"), "{one} {other}: {said}");
        assert!(said.contains("the second"), "{said}");
    }
}

#[test]
fn files_of_views_that_are_gone_are_named_and_kept() {
    let corpus = corpus();
    let kept = ["old.svg", "b.png", "README.md", "notes.xyz"];
    assert_eq!(told(corpus.path(), &["build"]).0, 0);
    for name in kept {
        fs::write(corpus.path().join("output").join(name), "x").expect("a file");
    }
    let (code, said) = told(corpus.path(), &["build"]);
    assert!(
        code == 0 && said.contains("2 files in output are of no view") && said.contains("b.png, old.svg"),
        "{said}"
    );
    assert!(kept.iter().all(|name| corpus.path().join("output").join(name).is_file()));
    assert!(!told(corpus.path(), &["build", "a"]).1.contains("of no view"), "of one view nothing can be said");
}

/// Two authors whose works have texts, of which the second is as given.
fn with_texts(anchor: &str, text: Option<&str>) -> TempDir {
    let mut files = vec![
        ("actors/all.toml".to_owned(), states(&["athens", "sparta"])),
        ("relations/codebook.toml".to_owned(), types(&[("opposes", -1, true)])),
        ("sources/a.txt".to_owned(), "Athens opposes Sparta.".to_owned()),
    ];
    files.extend(text.map(|text| ("sources/b.txt".to_owned(), text.to_owned())));
    for (id, anchor) in [("a", "p1:1-3#15f2f4ec"), ("b", anchor)] {
        let work = format!("[[work]]\nid = \"w\"\ntitle = \"Work of {id}\"\ntext = \"{id}.txt\"\ndate = \"-0430\"\n");
        let said = "[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"opposes\"\n";
        let author = format!("[author]\nid = \"{id}\"\nname = \"{id}\"\n{work}{said}evidence = [\"{anchor}\"]\n");
        files.push((format!("relations/{id}.toml"), author));
    }
    files.push(("parallax.toml".to_owned(), "[[author]]\nid = \"a\"\n\n[[author]]\nid = \"b\"\n".to_owned()));
    folder(&files)
}

const ORPHAN: &str = "p1:1-3#deadbeef";

#[test]
fn coverage_of_one_author_is_told_whatever_is_wrong_with_another() {
    let corpus = with_texts(ORPHAN, Some("Athens left."));
    let (code, said) = told(corpus.path(), &["coverage", "a"]);
    assert!(code == 1 && said.contains("1 sentence, 1 with several actors"), "{said}");
    let (code, said) = told(corpus.path(), &["coverage", "b"]);
    assert!(code == 1 && said.contains("nothing was written"), "{said}");
}

#[test]
fn no_share_is_reached_while_a_text_is_left_out() {
    for (corpus, why) in [
        (with_texts("p1:1-3#15f2f4ec", None), "its text is not at hand"),
        (with_texts(ORPHAN, Some("Athens left.")), "the file of its author has errors"),
        (with_texts(ORPHAN, Some("PK\u{3}\u{4}\u{0}")), "its text could not be read"),
    ] {
        let (code, said) = told(corpus.path(), &["coverage", "--fail-under", "1", "-o", "c.json"]);
        assert!(
            code == 1 && said.contains(&format!("`Work of b` was not looked at: {why}. 1 % were asked for")),
            "{said}"
        );
        let report = fs::read_to_string(corpus.path().join("c.json")).expect("a report");
        assert!(report.contains(why) && report.contains("\"title\": \"Work of b\""), "{report}");
    }
}

#[test]
fn lists_need_no_evidence_and_say_dates_in_words() {
    let corpus = with_texts(ORPHAN, Some("Athens left."));
    let (code, said) = told(corpus.path(), &["list", "works"]);
    assert!(code == 1 && said.contains("orphan-anchor") && said.contains("w  a  431 BC  Work of a\n"), "{said}");
    assert!(told(corpus.path(), &["list", "works", "--format", "json"]).1.contains("\"date\": \"-0430\""));
    change(corpus.path(), "relations/codebook.toml", |_| "[[type".to_owned());
    assert!(!told(corpus.path(), &["list", "works"]).1.contains("431 BC"));
}

#[test]
fn anchors_of_a_text_that_cannot_be_read_are_not_mended() {
    let corpus = with_texts(ORPHAN, Some("PK\u{3}\u{4}\u{0}"));
    let (code, said) = told(corpus.path(), &["fix", "--moved", "--yes"]);
    assert!(code == 1 && said.contains("1 exact, 1 in texts that could not be read"), "{said}");
}

#[test]
fn words_in_very_many_places_are_shown_in_some_with_a_part_of_their_paragraph() {
    let corpus = with_texts(ORPHAN, Some(&"Athens opposes the others. ".repeat(5_000)));
    let (code, said) = told(corpus.path(), &["cite", "b", "opposes"]);
    assert!(code == 0 && said.contains("the words stand in 5000 places, of which 4900 are not shown"), "{code}");
    assert!(said.len() < 300_000, "{} bytes", said.len());
}
