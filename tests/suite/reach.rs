//! What a corpus may reach: links and paths out of it are neither read nor written, and what was read is not written over.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Output;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::folder::{folder, states, types};

/// Two authors, a text, and what `parallax.toml` says besides.
fn corpus(config: &str) -> TempDir {
    let said = |id: &str, from: &str, to: &str| {
        format!(
            "[author]\nid = \"{id}\"\nname = \"{id}\"\n\n[[work]]\nid = \"log\"\ntitle = \"Log\"\ntext = \"{id}.txt\"\n\n\
             [[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"opposes\"\n"
        )
    };
    folder(&[
        ("parallax.toml", config.to_owned()),
        ("actors/all.toml", states(&["athens", "sparta", "thebes"])),
        ("relations/codebook.toml", types(&[("opposes", -1, true)])),
        ("relations/north.toml", said("north", "athens", "sparta")),
        ("relations/south.toml", said("south", "sparta", "thebes")),
        ("sources/north.txt", "The north speaks of Athens and Sparta.\n".to_owned()),
    ])
}

/// A view of each author, as text and as a picture, and of both.
const VIEWS: &str = r#"
[[view]]
id = "north"
select = "north"
formats = ["svg", "txt"]

[[view]]
id = "south"
select = "south"
formats = ["svg", "txt"]

[[view]]
id = "both"
diff = ["north", "south"]
formats = ["txt"]
"#;

fn run(corpus: &Path, args: &[&str]) -> Output {
    let program = Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus).args(args).current_dir(corpus);
    program.env_remove("PARALLAX_SOURCES").env("NO_COLOR", "1").output().expect("a run")
}

/// How a run ended, and all that it said.
fn told(corpus: &Path, args: &[&str]) -> (i32, String) {
    let run = run(corpus, args);
    let said = [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    (run.status.code().expect("an end of its own"), said)
}

fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).expect("a file")
}

/// A folder outside, with a file that nobody may touch.
fn outside() -> TempDir {
    folder(&[("mine.txt", "mine\n"), ("inner/keep.txt", "keep\n")])
}

fn untouched(outside: &TempDir) {
    assert_eq!(text(outside.path().join("mine.txt")), "mine\n");
    let names = |path: &Path| fs::read_dir(path).expect("a folder").count();
    assert_eq!((names(outside.path()), names(&outside.path().join("inner"))), (2, 1));
}

#[test]
fn a_link_among_the_pictures_is_not_followed_out_and_the_others_are_written() {
    let (corpus, outside) = (corpus(VIEWS), outside());
    let output = corpus.path().join("output");
    fs::create_dir(&output).expect("a folder");
    symlink(outside.path().join("mine.txt"), output.join("north.txt")).expect("a link");
    symlink("north.txt", output.join("south.txt")).expect("a chain of links");
    symlink(outside.path().join("inner/new.svg"), output.join("south.svg")).expect("a link to nothing yet");
    symlink("both.txt", output.join("both.txt")).expect("a link to itself");
    let (code, said) = told(corpus.path(), &["build"]);
    assert_eq!(code, 1, "{said}");
    untouched(&outside);
    assert!(output.join("north.svg").is_file(), "{said}");
    assert_eq!(said.matches("error[bad-link]").count(), 4, "{said}");
    assert!(
        said.contains("output/north.txt") && said.contains("mine.txt") && said.contains("delete the link"),
        "{said}"
    );
}

#[test]
fn a_folder_of_pictures_or_schemas_that_leads_out_is_left_alone() {
    for (name, args) in [("output", &["build"][..]), ("schema", &["schema"])] {
        let (corpus, outside) = (corpus(VIEWS), outside());
        symlink(outside.path().join("inner"), corpus.path().join(name)).expect("a link");
        let (code, said) = told(corpus.path(), args);
        assert!(code != 0 && said.contains("leads out of the corpus"), "{name}: {code} {said}");
        untouched(&outside);
        fs::remove_file(corpus.path().join(name)).expect("the link");
        fs::create_dir_all(corpus.path().join("elsewhere")).expect("a folder");
        symlink("elsewhere", corpus.path().join(name)).expect("a link within the corpus");
        assert_eq!(told(corpus.path(), args).0, 0);
        assert!(fs::read_dir(corpus.path().join("elsewhere")).expect("a folder").count() >= 4);
    }
}

#[test]
fn a_file_in_place_of_the_folder_of_pictures_is_said_to_be_one() {
    let corpus = corpus(VIEWS);
    fs::write(corpus.path().join("output"), "x").expect("a file");
    let (code, said) = told(corpus.path(), &["build"]);
    assert!(code == 2 && !said.contains("link"), "{code} {said}");
    assert_eq!(text(corpus.path().join("output")), "x");
}

#[test]
fn what_the_command_line_names_is_followed() {
    let (corpus, outside) = (corpus(VIEWS), outside());
    symlink(outside.path().join("inner"), corpus.path().join("output")).expect("a link");
    assert_eq!(told(corpus.path(), &["render", "north", "-o", "output/x.svg"]).0, 0);
    assert!(outside.path().join("inner/x.svg").is_file());
    assert_eq!(told(corpus.path(), &["build", "-o", "output"]).0, 0);
    assert!(outside.path().join("inner/north.svg").is_file());
    // But not a link in the folder that it names.
    fs::remove_file(outside.path().join("inner/north.txt")).expect("a picture");
    symlink("../mine.txt", outside.path().join("inner/north.txt")).expect("a link");
    assert_eq!(told(corpus.path(), &["build", "-o", "output"]).0, 1);
    assert_eq!(text(outside.path().join("mine.txt")), "mine\n");
    // The page that nobody named is written here, and through no link.
    symlink(outside.path().join("mine.txt"), corpus.path().join("explorer.html")).expect("a link");
    assert_eq!(told(corpus.path(), &["explore"]).0, 2);
    assert_eq!(text(outside.path().join("mine.txt")), "mine\n");
}

#[test]
fn what_was_read_is_not_written_over() {
    let corpus = corpus(VIEWS);
    let root = corpus.path();
    fs::write(root.join("layout.lock"), "").expect("a file");
    fs::hard_link(root.join("actors/all.toml"), root.join("hard.svg")).expect("a hard link");
    symlink("relations/north.toml", root.join("soft.txt")).expect("a link");
    fs::write(root.join("table.csv"), "from,to,type,author\nathens,sparta,opposes,north\n").expect("a table");
    let commands: [&[&str]; 12] = [
        &["render", "north", "--to", "svg", "-o", "actors/all.toml"],
        &["render", "north", "-o", "hard.svg"],
        &["show", "north", "-o", "soft.txt"],
        &["show", "north", "--format", "json", "-o", "./relations/../relations/north.toml"],
        &["show", "north", "-o", "sources/north.txt"],
        &["diff", "north", "south", "--format", "text", "-o", "layout.lock"],
        &["diff", "north", "south", "--to", "dot", "-o", "relations/codebook.toml"],
        &["coverage", "north", "-o", "sources/north.txt"],
        &["schema", "author", "-o", "parallax.toml"],
        &["schema", "author", "--bare", "-o", "parallax.toml"],
        &["render", "north", "--table", "table.csv", "--to", "svg", "-o", "table.csv"],
        &["build", "-o", "pictures"],
    ];
    fs::create_dir(root.join("pictures")).expect("a folder");
    symlink("../actors/all.toml", root.join("pictures/both.txt")).expect("a link");
    let files =
        ["actors/all.toml", "relations/north.toml", "relations/codebook.toml", "sources/north.txt", "table.csv"];
    let files = [&files[..], &["parallax.toml", "layout.lock"]].concat();
    let before: Vec<String> = files.iter().map(|name| text(root.join(name))).collect();
    for command in commands {
        let (code, said) = told(root, command);
        assert!(code == 2 && said.contains("that was read"), "{command:?}: {code} {said}");
    }
    let after: Vec<String> = files.iter().map(|name| text(root.join(name))).collect();
    assert_eq!(before, after);
    assert_eq!(fs::read_dir(root.join("pictures")).expect("a folder").count(), 1, "none is written if one was read");
}

#[test]
fn texts_are_read_from_the_corpus_or_from_where_the_reader_says() {
    let outside = folder(&[("north.txt", "secret words\n"), ("inner/keep.txt", "x")]);
    let there = outside.path().to_str().expect("UTF-8");
    for sources in [there, "../x", "/etc", "..\\\\x", "C:/x", "a/../../x"] {
        let corpus = corpus(&format!("sources = \"{sources}\"\n"));
        let (code, said) = told(corpus.path(), &["check"]);
        assert!(
            code == 1 && said.contains("parallax.toml:1:11") && said.contains("bad-path"),
            "{sources}: {code} {said}"
        );
        assert!(!said.contains("secret"));
        assert_eq!(told(corpus.path(), &["check", "--sources", there]).0, 0);
    }
    let corpus = corpus("");
    fs::remove_dir_all(corpus.path().join("sources")).expect("a folder");
    symlink(outside.path(), corpus.path().join("sources")).expect("a link");
    assert_eq!(told(corpus.path(), &["check"]).0, 1);
    assert_eq!(told(corpus.path(), &["check", "--sources", "sources"]).0, 0, "it is named");
    let quoted = |corpus: &Path, args: &[&str]| told(corpus, &[&["cite", "north", "secret words"], args].concat()).1;
    assert!(quoted(corpus.path(), &["--sources", there]).contains("secret"));
    assert!(!quoted(corpus.path(), &[]).contains("»"));
}

#[test]
fn a_text_that_is_a_link_out_is_not_read() {
    let (corpus, outside) = (corpus(""), outside());
    let sources = corpus.path().join("sources");
    symlink(outside.path().join("mine.txt"), sources.join("south.txt")).expect("a link");
    let (code, said) = told(corpus.path(), &["check"]);
    assert!(code == 1 && said.contains("relations/south.toml:8:8") && said.contains("bad-link"), "{code} {said}");
    // Where the command line names the folder of texts, links in it lead no further.
    let texts = folder(&[("north.txt", "The north.")]);
    symlink(outside.path().join("mine.txt"), texts.path().join("south.txt")).expect("a link");
    let named = texts.path().to_str().expect("UTF-8");
    assert_eq!(told(corpus.path(), &["check", "--sources", named]).0, 1);
    fs::remove_file(texts.path().join("south.txt")).expect("a link");
    symlink(sources.join("north.txt"), texts.path().join("south.txt")).expect("a link into the corpus");
    assert_eq!(told(corpus.path(), &["check", "--sources", named]).0, 0);
}

#[test]
fn a_folder_of_texts_that_is_not_there_is_no_success() {
    let corpus = corpus("");
    let (code, said) = told(corpus.path(), &["check", "--strict", "--sources", "nowhere"]);
    assert!(code == 2 && said.contains("nowhere"), "{code} {said}");
    let check = |strict: &[&str]| {
        let program = Command::new(cargo_bin!("parallax")).arg("-C").arg(corpus.path()).arg("check").args(strict);
        program.env("PARALLAX_SOURCES", "nowhere").output().expect("a run").status.code()
    };
    assert_eq!((check(&[]), check(&["--strict"])), (Some(0), Some(1)));
}

#[test]
fn a_corpus_shows_nothing_of_what_its_links_lead_to() {
    let outside = folder(&[("secret.toml", "secret = [\n")]);
    let links = ["parallax.toml", "layout.lock", "actors/x.toml", "relations/x.toml", "relations/x.csv"];
    for name in links {
        let corpus = corpus("");
        let _ = fs::remove_file(corpus.path().join(name));
        symlink(outside.path().join("secret.toml"), corpus.path().join(name)).expect("a link");
        let (code, said) = told(corpus.path(), &["check"]);
        assert!(
            code == 1 && said.contains("bad-link") && said.contains(&format!("{name}:1:1")),
            "{name}: {code} {said}"
        );
        assert!(!said.contains("secret ="), "{name}: {said}");
    }
}
