//! What newcomers get wrong is said once, in its place, with what to do; and nothing that they wrote is passed over.

use std::fs;
use std::path::Path;

use parallax_core::diag::{Severity, Sink};
use parallax_core::model::ViewSubject;
use parallax_core::source::Sources;
use parallax_project::BARE;
use parallax_project::edit::formatted;
use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::folder::{folder, loaded, printed};

const AUTHOR: &str = "relations/author.toml";

/// The skeleton of a corpus, with one file changed.
fn skeleton(name: &str, change: impl Fn(&str) -> String) -> TempDir {
    let mut files: Vec<(&str, String)> = BARE.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    match files.iter_mut().find(|(known, _)| *known == name) {
        Some((_, text)) => *text = change(text),
        None => files.push((name, change(""))),
    }
    folder(&files)
}

/// What is found, without the notes that there is no evidence: errors, and the whole as printed.
fn found(corpus: &Path) -> (usize, String) {
    let loaded = loaded(corpus);
    (loaded.findings.count(Severity::Error), printed(&loaded.findings, &loaded.sources, corpus))
}

/// A slip: the file, the text in it and what stands in its place, and what is then said.
type Slip = (&'static str, &'static str, &'static str, &'static str);

/// Each is one mistake, and one error.
const SLIPS: &[Slip] = &[
    (AUTHOR, "[[relation]]", "[relation]", "begin each one with [[relation]]"),
    (
        AUTHOR,
        "[[relation]]",
        "[relation]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"opposes\"\n[relation]",
        "double brackets",
    ),
    ("actors/actors.toml", "[[actor]]", "[actor]", "write [[actor]]"),
    (AUTHOR, "[author]", "[[author]]", "[author] in single brackets"),
    (AUTHOR, "[[relation]]", "[[relation]", "write [[relation]]"),
    (AUTHOR, "[[work]]", "[author]\nid = \"b\"\nname = \"B\"\n\n[[work]]", "this header occurs twice"),
    (AUTHOR, "\"opposes\"", "\"enemy\"", "did you mean `opposes`?"),
    (AUTHOR, "\"opposes\"", "\"builds\"", "relations/codebook.toml"),
    (AUTHOR, "\"athens\"", "\"Corinth\"", "[[actor]]"),
    (AUTHOR, "\"athens\"", "\"athens, sparta\"", "[\"athens\", \"sparta\"]"),
    (AUTHOR, "gloss  =", "stance = \"past\"\ngloss  =", "did you mean `mode = \"historical\"`?"),
    (AUTHOR, "gloss  =", "since = \"-0430\"\ngloss  =", "did you mean `when`?"),
    (AUTHOR, "gloss  =", "page = 12\ngloss  =", "did you mean `evidence`?"),
    (AUTHOR, "gloss  =", "evidence = \"p. 12\"\ngloss  =", "`parallax cite author "),
    (AUTHOR, "gloss  =", "strength = \"high\"\ngloss  =", "3 strong"),
    (AUTHOR, "gloss  =", "// a word\ngloss  =", "a comment begins with #"),
    (AUTHOR, "gloss  =", "negated = True\ngloss  =", "small letters"),
    (AUTHOR, "gloss  =", "when = 2020-13-45\ngloss  =", "no such date"),
    (AUTHOR, "from   = \"sparta\"", "from: sparta", "between a key and its value stands `=`"),
    (AUTHOR, "\"A text\"", "\"C:\\Users\\me.txt\"", "write a backslash as"),
    (AUTHOR, "[[relation]]", "<<<<<<< ours\n[[relation]]\n=======\n[relation]\n>>>>>>> theirs", "left undecided"),
    (AUTHOR, "\n", "\r", "carriage return"),
    ("parallax.toml", "[[view]]", "[view]", "[[view]]"),
];

#[test]
fn one_slip_is_one_error_with_what_to_do() {
    for (name, right, wrong, said) in SLIPS {
        let corpus = skeleton(name, |text| text.replace(right, wrong));
        let (errors, printed) = found(corpus.path());
        assert!(errors == 1 && printed.contains(said), "{wrong:?}: {said}\n{printed}");
    }
    let bare = skeleton("relations/more.toml", |_| "from = \"sparta\"\nto = \"athens\"\ntype = \"opposes\"\n".into());
    let (errors, printed) = found(bare.path());
    assert!(errors == 1 && printed.contains("write [[relation]] in the line above"), "{printed}");
    let deep = skeleton(AUTHOR, |text| text.replace("[[relation]]\nid     = \"sparta-opposes-athens\"\n", ""));
    let (errors, printed) = found(deep.path());
    assert!(errors == 1 && printed.contains("they are those of a relation"), "{printed}");
}

#[test]
fn conflicts_are_called_that_in_every_notation() {
    let conflict = |ours: &str, theirs: &str| format!("<<<<<<< ours\n{ours}\n=======\n{theirs}\n>>>>>>> theirs\n");
    let csv =
        format!("author,from,to,type\n{}", conflict("author,sparta,athens,opposes", "author,athens,sparta,opposes"));
    let json = format!("{{\"author\": \"author\",\n{}}}\n", conflict("\"relation\": []", "\"frame\": []"));
    let lock = format!("[author-now]\n{}", conflict("sparta 1 2", "sparta 3 4"));
    for (name, text) in [("relations/x.csv", csv), ("relations/x.json", json), ("layout.lock", lock)] {
        let corpus = skeleton(name, |_| text.clone());
        let loaded = loaded(corpus.path());
        assert_eq!(
            (loaded.findings.count(Severity::Error), loaded.findings.count_of("merge-conflict")),
            (1, 1),
            "{name}"
        );
    }
}

#[test]
fn what_is_not_read_is_named() {
    let noise =
        ["relations/.#a.toml", "relations/a.toml~", "actors/.DS_Store", "relations/Thumbs.db", "actors/README.md"];
    let named =
        ["relations/a.tab", "relations/a.yaml", "actors/a.xlsx", "more.csv", "relation/a.toml", "Parallax.toml"];
    for (name, is_named) in noise.map(|name| (name, false)).into_iter().chain(named.map(|name| (name, true))) {
        let corpus = skeleton(name, |_| "from,to,type\n".into());
        let loaded = loaded(corpus.path());
        assert_eq!(loaded.findings.count_of("unread-file"), usize::from(is_named), "{name}");
    }
    let many: Vec<(String, String)> = (0..30).map(|n| (format!("relations/{n}.txt"), String::new())).collect();
    let corpus = folder(&many);
    assert_eq!(loaded(corpus.path()).findings.count_of("unread-file"), 1);
}

/// All of a corpus in one text, of two authors.
const WHOLE: &str = "title = \"Two\"\n\n[[author]]\nid = \"a\"\nname = \"A\"\n\n[[author]]\nid = \"b\"\nname = \"B\"\n\n[[view]]\nid = \"each\"\nselect = \"*\"\n\n[[view]]\nid = \"both\"\ndiff = \"*\"\n\n[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"state\"\n\n[[actor]]\nid = \"y\"\nname = \"Y\"\nkind = \"state\"\n\n[[type]]\nid = \"t\"\nsign = 1\n\n[[relation]]\nauthor = \"a\"\nfrom = \"x\"\nto = \"y\"\ntype = \"t\"\n\n[[relation]]\nauthor = \"b\"\nfrom = \"y\"\nto = \"x\"\ntype = \"t\"\nnegated = true\n";

#[test]
fn a_corpus_in_one_file_is_one_as_well() {
    let folder = folder(&[("parallax.toml", WHOLE), ("one/corpus.toml", WHOLE)]);
    for root in [folder.path().to_owned(), folder.path().join("one/corpus.toml")] {
        let loaded = loaded(&root);
        assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted());
        assert_eq!((loaded.corpus.relations().len(), loaded.corpus.actors.len()), (2, 2));
        let selected: Vec<usize> = loaded.corpus.views.iter().map(|view| view.what.selections().len()).collect();
        assert_eq!(selected, [2, 2]);
        assert!(matches!(&loaded.corpus.views[1].what, ViewSubject::Comparison(sides) if &*sides[1].0 == "b"));
    }
    let file = folder.path().join("one/corpus.toml");
    let run = |args: &[&str]| {
        let run = Command::new(cargo_bin!("parallax")).arg("-C").arg(&file).args(args).output().expect("a run");
        (run.status.code(), String::from_utf8_lossy(&run.stdout).into_owned())
    };
    assert_eq!(run(&["check"]).0, Some(0));
    assert_eq!(run(&["rename", "actor", "x", "z", "--yes"]).0, Some(0));
    assert!(fs::read_to_string(&file).expect("a file").contains("from = \"z\""));
    assert_eq!(run(&["fmt"]).0, Some(0));
    assert_eq!(run(&["fmt", "--check"]).0, Some(0));
    assert!(run(&["diff", "*"]).1.contains('A'));
    assert_eq!(run(&["render", "*", "--consensus", "-o", "-", "--to", "svg"]).0, Some(0));
    assert_eq!(run(&["explore", "*", "-o", "-"]).0, Some(0));
    let table =
        Command::new(cargo_bin!("parallax")).arg("--table").arg(&file).args(["show", "a"]).output().expect("a run");
    assert_eq!(table.status.code(), Some(0));
}

#[test]
fn line_ends_are_no_layout() {
    let laid = |text: &str| {
        let mut sources = Sources::default();
        let id = sources.add("relations/a.toml", text);
        formatted(sources.get(id).expect("a file"), &mut Sink::default()).expect("a layout").map(|change| change.after)
    };
    let text = "[author]\nid   = \"a\"\nname = \"A\"\n\n[[relation]]\nfrom  = \"x\"\nto    = \"y\"\ntype  = \"t\"\ngloss = \"\"\"one\ntwo\"\"\"\n";
    let windows = text.replace('\n', "\r\n");
    assert_eq!((laid(text), laid(&windows)), (None, None));
    assert_eq!(laid(&windows.replace("id   =", "id =")), Some(windows.clone()));
    assert_eq!(laid(&windows.replacen("\r\n", "\n", 2)), Some(windows.clone()), "most lines end so");
    assert_eq!(laid(&text.replacen('\n', "\r\n", 2)), Some(text.to_owned()));
}

#[test]
fn two_who_are_called_alike_are_made_one_and_a_broken_view_is_refused() {
    let other = "[[actor]]\nid = \"lakonia\"\nname = \"Lakonia\"\nkind = \"state\"\naliases = [\"the Spartans\"]\n";
    let corpus = skeleton("actors/more.toml", |_| other.to_owned());
    let run = |corpus: &TempDir, args: &[&str]| {
        let run = Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus.path()).args(args).output().expect("a run");
        (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
    };
    assert_eq!(run(&corpus, &["check"]).0, Some(1));
    assert_eq!(run(&corpus, &["merge", "actor", "sparta", "lakonia", "--yes"]).0, Some(0));
    assert_eq!(run(&corpus, &["check"]).0, Some(0));
    let corpus = skeleton("parallax.toml", |text| format!("{text}focus = \"athens\"\n"));
    let before = fs::read(corpus.path().join(AUTHOR)).expect("a file");
    let (code, said) = run(&corpus, &["merge", "actor", "athens", "sparta", "--yes", "--force"]);
    assert!(code == Some(1) && said.contains("bad-view"), "{said}");
    assert_eq!(fs::read(corpus.path().join(AUTHOR)).expect("a file"), before, "nothing was changed");
}

#[test]
fn a_picture_says_how_much_it_draws_and_tells_boxes_apart() {
    let more = "\n[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"opposes\"\nnegated = true\n\n[[relation]]\nfrom = \"athens\"\nto = \"athens\"\ntype = \"opposes\"\n";
    let corpus = skeleton(AUTHOR, |text| text.to_owned() + more);
    let actors = corpus.path().join("actors/actors.toml");
    let text = fs::read_to_string(&actors).expect("a file");
    fs::write(&actors, text.replace("name    = \"Sparta\"", "name    = \"Sparta\"\nlabel = \"Athens\""))
        .expect("a file");
    let run = Command::new(cargo_bin!("parallax"))
        .arg("-C")
        .arg(corpus.path())
        .args(["render", "author", "-o", "-", "--to", "svg"]);
    let run = run.output().expect("a run");
    let (svg, said) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(said.contains("1 statement within one actor is not drawn"), "{said}");
    let show = Command::new(cargo_bin!("parallax"))
        .arg("-C")
        .arg(corpus.path())
        .args(["show", "author"])
        .output()
        .expect("a run");
    assert!(String::from_utf8_lossy(&show.stdout).contains("1 statement of an actor about itself: told at the end"));
    let words: String = svg.replace("</tspan>", " ");
    assert!(words.contains("(sparta)") && words.contains("(athens)"), "both are called Athens");
    assert_eq!(loaded(corpus.path()).findings.count_of("same-label"), 1);
    assert!(words.contains("1 of 3 statements"), "{words}");
}
