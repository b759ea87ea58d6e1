//! Source texts as people have them: other encodings, files that are no text, pages, wrapped lines; what is read of each, what is told, and that `cite`
//! refuses what `check` refuses.

use std::path::Path;

use parallax_core::diag::Severity;
use parallax_core::model::{Id, Paragraphs, Selector, WorkId};
use parallax_core::text::{Text, Verification, make, verify};
use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

use crate::folder::{folder, loaded, printed, states, types};

/// A corpus of one work whose text is in a file; none if the file is not there.
fn corpus(name: &str, rule: &str, bytes: Option<&[u8]>) -> TempDir {
    let author = format!(
        "[author]\nid = \"ann\"\nname = \"Ann\"\n[[work]]\nid = \"w\"\ntitle = \"Her text\"\ntext = \"{name}\"\n{rule}\n"
    );
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("parallax.toml".to_owned(), b"title = \"x\"\n".to_vec()),
        ("actors/all.toml".to_owned(), states(&["athens", "sparta"]).into()),
        ("relations/codebook.toml".to_owned(), types(&[("opposes", -1, true)]).into()),
        ("relations/ann.toml".to_owned(), author.into()),
        ("sources/other.txt".to_owned(), b"Something else.".to_vec()),
    ];
    files.extend(bytes.map(|bytes| (format!("sources/{name}"), bytes.to_vec())));
    folder(&files)
}

/// What a command prints, and how it ends.
fn run(root: &Path, words: &[&str]) -> (i32, String) {
    let run = Command::new(cargo_bin!("parallax")).arg("-C").arg(root).args(words);
    let output = run.env_remove("PARALLAX_SOURCES").env("NO_COLOR", "1").stderr_to_stdout().output().expect("it runs");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stdout).into_owned())
}

fn paragraphs(root: &Path) -> Vec<String> {
    let loaded = loaded(root);
    let text = loaded.texts.get(WorkId::from_index(0)).expect("the text");
    text.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect()
}

#[test]
fn texts_are_read_in_the_encoding_that_they_declare() {
    let utf16: Vec<u8> = "Der König kam.".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases: [(&str, Vec<u8>, &str); 5] = [
        ("w.html", b"<meta charset=windows-1252><p>Der K\xF6nig \x96 er kam.".to_vec(), "Der König – er kam."),
        ("w.htm", b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xCD\xC9\xD2".to_vec(), "мир"),
        ("w.xhtml", b"<?xml version='1.0' encoding='iso-8859-1'?><html><title/><p>caf\xE9</p></html>".to_vec(), "café"),
        ("w.txt", [b"\xFE\xFF".to_vec(), utf16].concat(), "Der König kam."),
        ("w.md", b"\xEF\xBB\xBF# K\xC3\xB6nig".to_vec(), "König"),
    ];
    for (name, bytes, expected) in cases {
        let folder = corpus(name, "", Some(&bytes));
        assert_eq!(paragraphs(folder.path()), [expected], "{name}");
        assert_eq!(run(folder.path(), &["cite", "ann", expected]).0, 0, "{name}");
    }
}

#[test]
fn what_check_refuses_is_refused_for_the_same_reason() {
    let cases: [(&str, &[u8], &str, &[&str]); 7] = [
        ("w.pdf", b"%PDF-1.7\nstream\nsecret treaty\nendstream", "not-a-text", &["a PDF", "plain text"]),
        ("w.txt", b"%PDF-1.7\nstream\nsecret treaty\nendstream", "not-a-text", &["a PDF"]),
        (
            "w.docx",
            b"PK\x03\x04 word/document.xml secret treaty",
            "not-a-text",
            &["a Word document (.docx)", "plain text"],
        ),
        ("w.html", b"{\\rtf1 secret treaty}", "not-a-text", &["RTF"]),
        ("w.md", b"\x1F\x8B\x08 secret treaty", "not-a-text", &["gzip"]),
        (
            "w.txt",
            b"secret treaty of caf\xE9s",
            "not-utf8",
            &["likely windows-1252", "`cafés`", "`iconv -f WINDOWS-1252 -t UTF-8 w.txt > new-w.txt`"],
        ),
        ("w.html", b"<p>secret treaty of caf\xE9s", "not-utf8", &["declare its encoding", "iconv"]),
    ];
    for (name, bytes, code, words) in cases {
        let folder = corpus(name, "", Some(bytes));
        let root = folder.path();
        let found = loaded(root);
        assert_eq!(found.findings.count_of(code), 1, "{name}");
        assert_eq!(found.findings.count(Severity::Error), 1, "{name}");
        let checked = printed(&found.findings, &found.sources, root);
        assert!(words.iter().all(|word| checked.contains(word)) && !checked.contains("spreadsheet"), "{checked}");
        for command in [
            vec!["check"],
            vec!["cite", "ann", "treaty"],
            vec!["cite", "ann", "p1"],
            vec!["coverage"],
            vec!["show", "ann", "--passages"],
        ] {
            let (status, said) = run(root, &command);
            assert_eq!(status, 1, "{name} {command:?}\n{said}");
            assert!(said.contains(code) && words.iter().all(|word| said.contains(word)), "{name} {command:?}\n{said}");
            assert!(!said.contains("endstream") && !said.contains("evidence ="), "{name} {command:?}\n{said}");
        }
    }
}

#[test]
fn a_text_that_is_not_there_is_told_once_where_the_folder_is() {
    let folder = corpus("othre.txt", "", None);
    let found = loaded(folder.path());
    assert_eq!(found.findings.count_of("missing-text"), 1);
    let told = printed(&found.findings, &found.sources, folder.path());
    assert!(told.contains("relations/ann.toml:7:8") && told.contains("did you mean `other.txt`?"), "{told}");
    std::fs::create_dir(folder.path().join("sources/othre.txt")).expect("a folder");
    let found = loaded(folder.path());
    assert!(printed(&found.findings, &found.sources, folder.path()).contains("is a folder"));
    std::fs::remove_dir_all(folder.path().join("sources")).expect("no folder");
    assert_eq!(loaded(folder.path()).findings.count_of("missing-text"), 0, "without the folder nothing is wrong");
}

#[test]
fn wrapped_lines_are_told_wherever_they_are_met() {
    let text = b"The league made a treaty with\r\nthe kingdom in that spring.\r\n\r\nNobody saw the end of it before\r\nwinter came.";
    for (rule, warnings, notes) in [("", 1, 0), ("paragraphs = \"lines\"", 0, 1), ("paragraphs = \"blocks\"", 0, 0)] {
        let folder = corpus("w.txt", rule, Some(text));
        let found = loaded(folder.path());
        let told = found.findings.sorted().into_iter().filter(|finding| finding.code == "wrapped-lines");
        let told: Vec<Severity> = told.map(|finding| finding.severity).collect();
        let counts = [Severity::Warning, Severity::Note].map(|of| told.iter().filter(|found| **found == of).count());
        assert_eq!(counts, [warnings, notes], "{rule}");
        let (status, said) = run(folder.path(), &["cite", "ann", "a treaty with the kingdom"]);
        let told = said.contains("write paragraphs = \"blocks\" into the work") && said.contains("(2 paragraphs)");
        assert_eq!((status, told), if rule.contains("blocks") { (0, false) } else { (1, true) }, "{rule}\n{said}");
        assert_eq!(run(folder.path(), &["coverage"]).1.contains("paragraphs = \"blocks\""), warnings > 0, "{rule}");
    }
}

#[test]
fn words_over_paragraphs_are_shown_in_parts_and_not_written() {
    let folder = corpus("w.txt", "", Some("The league broke up.\n\nNobody saw it.\n".as_bytes()));
    let (status, said) = run(folder.path(), &["cite", "ann", "broke up. Nobody saw"]);
    assert!(status == 1 && said.contains("p1:3-4#") && said.contains("p2:1-2#") && said.contains("run over"), "{said}");
    let (status, said) = run(folder.path(), &["cite", "ann", "up nobody", "--new", "athens", "opposes", "sparta"]);
    assert!(status == 1 && !said.contains("+++"), "{said}");
    let (_, said) = run(folder.path(), &["cite", "ann", "up nobody", "--format", "json"]);
    assert_eq!(said.matches("\"match\": \"part\"").count(), 2, "{said}");
    assert!(run(folder.path(), &["cite", "ann", "quite other words"]).1.contains("none comes near"));
}

/// Every passage of up to four words in paragraphs, as an anchor.
fn anchors(paragraphs: &[&str]) -> Vec<Selector> {
    let text = Text::new(&paragraphs.join("\n"), Paragraphs::Lines);
    let mut anchors = Vec::new();
    for (paragraph, number) in text.paragraphs.iter().zip(1..) {
        let count = paragraph.len() as u32;
        for first in 1..=count {
            anchors.extend((first..=count.min(first + 3)).filter_map(|last| make(&text, number, first, last)));
        }
    }
    anchors
}

#[test]
fn anchors_of_earlier_readings_are_found_again() {
    // A page, what was read of it before, how many anchors of that do not stand where they did, and how many nowhere.
    let cases: [(&str, &str, &[&str], usize, usize); 6] = [
        ("w.html", "<p>One two three.<p>Four <b>five</b> six.", &["One two three.", "Four five six."], 0, 0),
        ("w.md", "# One\n\nTwo [three](x) four.\n\n- five", &["One", "Two three four.", "five"], 0, 0),
        ("w.html", "<p>Before it<sup>12</sup> broke<sup>3</sup> up", &["Before it12 broke3 up"], 0, 0),
        ("w.html", "<div>One two.<br><br>Three four.</div><p>Five six", &["One two. Three four.", "Five six"], 10, 4),
        ("w.md", "Alpha beta.\n\n<p>gamma delta</p>\n\nEpsilon zeta.", &["Alpha beta.", "Epsilon zeta."], 3, 0),
        ("w.md", "---\ntitle: alpha\n---\n\nBeta gamma.", &["title: alpha", "Beta gamma."], 6, 3),
    ];
    for (name, page, before, elsewhere, nowhere) in cases {
        let text = Text::read(name, page, Paragraphs::Lines);
        let found: Vec<Verification> = anchors(before).iter().map(|anchor| verify(&text, *anchor)).collect();
        let moved = found.iter().filter(|found| matches!(found, Verification::Moved(_))).count();
        let orphans = found.iter().filter(|found| **found == Verification::Orphan).count();
        assert_eq!((moved + orphans, orphans), (elsewhere, nowhere), "{page}\n{found:?}");
        assert!(found.iter().all(|found| !matches!(found, Verification::Ambiguous(_))), "{page}");
    }
}

#[test]
fn plain_texts_are_cut_as_ever() {
    // What ends a line is a line feed, a carriage return or both; all other space is space within it, and blank around it is not there.
    let text = "one\u{2028}two\u{85}three\u{2029}four\rfive\u{a0}\r\n\u{c}six\u{b}seven\n\u{a0}\n\neight";
    let cut =
        |rule| Text::new(text, rule).paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect::<Vec<_>>();
    let first = "one\u{2028}two\u{85}three\u{2029}four";
    assert_eq!(cut(Paragraphs::Lines), [first, "five", "six\u{b}seven", "eight"]);
    assert_eq!(cut(Paragraphs::Blocks), [&format!("{first}\nfive\nsix\u{b}seven"), "eight"]);
    assert_eq!(Text::read("w.txt", "---\na: b\n---\n<b>x</b>[^1]", Paragraphs::Lines).paragraphs.len(), 4);
}

#[test]
fn hostile_pages_are_read_in_time() {
    let read = |name: &str, page: &str| Text::read(name, page, Paragraphs::Lines).paragraphs.len();
    let many: String = (0..200_000).map(|number| format!(" a{number}")).collect();
    assert_eq!(read("w.html", &format!("<p{many}>x")), 1);
    assert_eq!(read("w.html", &("<div hidden>".repeat(100_000) + &"</p>x".repeat(100_000))), 0);
    assert_eq!(read("w.html", &("a".repeat(500_000) + &"<sup>1</sup>".repeat(50_000))), 1);
    assert_eq!(read("w.md", &"<b>".repeat(50_000)), 0);
    assert_eq!(read("w.md", &("---\n".to_owned() + &"a: b\n".repeat(100_000))), 1);
    assert!(read("w.md", &"[^a] <span hidden>x\n\n".repeat(10_000)) > 0);
}
