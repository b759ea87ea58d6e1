//! Three hundred broken corpora: each loads or gives findings. Never a panic, a hang, or a change to the files.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use parallax_core::diag::{Style, emit, emit_json};
use parallax_core::diff::{Difference, tally};
use parallax_core::model::{Id, PositionId};
use parallax_core::network::{Network, View};

use crate::folder::{folder, loaded};
use crate::generator::Generator;
use crate::seed::SEED;

const CORPORA: u64 = 300;
const LONGEST: Duration = Duration::from_mins(1);

/// What is put where it does not belong.
const HOSTILE: &[&str] = &[
    "\0",
    "\"",
    "'''",
    "\"\"\"",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    "#",
    ",",
    ";",
    "\t",
    "\r",
    "\u{feff}",
    "\u{202e}",
    "\u{1b}[2J",
    "\\u0000",
    "\\",
    "é",
    "99999999999999999999999999",
    "-9223372036854775808",
    "1e999",
    "nan",
    "p4294967295:1-4294967295#00000000",
    "p1:1-4294967295#00000000",
    "y-999999999999",
    "Y170000002",
    "../../../etc/passwd",
    "\n[[relation]]\n",
    "\n[author]\n",
    "\n[[actor]]\nid = \"athens\"\nname = \"athens\"\nkind = \"state\"\npart-of = \"athens\"\n",
    "*:near=athens~4294967295",
    "\ntogether = true\n",
    "\ncasts = { from = \"villain\", against = \"hero\", to = 1 }\n",
    "\n[[position]]\nissue = \"cause\"\nanswer = \"fear\"\nrests-on = [\"from-fear\"]\n",
    "\n[[issue]]\nid = \"cause\"\nquestion = \"?\"\nkind = \"aim\"\nanswers = {}\n",
    "\ncomposed-of = [\"league\", \"athens\"]\n",
];

type Files = Vec<(String, Vec<u8>)>;

/// A broken corpus that follows from its number.
fn broken(number: u64) -> Files {
    let mut generator = Generator::new(number);
    let mut files: Files = SEED.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    for _ in 0..=generator.below(4) {
        let at = generator.below(files.len());
        match generator.below(24) {
            0 => drop(files.swap_remove(at)),
            1 => {
                let other = generator.below(files.len());
                let text = files[other].1.clone();
                files[at].1 = text;
            }
            2 => {
                let endings = ["toml", "json", "csv", "tsv", "TOML"];
                let name = format!("relations/again-{number}.{}", generator.pick(&endings));
                let text = files[at].1.clone();
                files.push((name, text));
            }
            _ => damage(&mut files[at].1, &mut generator),
        }
        if files.is_empty() {
            break;
        }
    }
    files
}

/// One kind of damage to one file.
pub(crate) fn damage(bytes: &mut Vec<u8>, generator: &mut Generator) {
    let at = generator.below(bytes.len() + 1);
    match generator.below(12) {
        0 => flip(bytes, generator),
        1 => bytes.truncate(at),
        2 => lines(bytes, generator, |lines, at| drop(lines.remove(at))),
        3 => lines(bytes, generator, |lines, at| lines.insert(at, lines[at].clone())),
        4 => lines(bytes, generator, |lines, at| {
            let last = lines.len() - 1;
            lines.swap(at, last);
        }),
        5 => swap_words(bytes, generator),
        6 => {
            let (open, count) = (*generator.pick(&["[", "{a=", "{\"a\":", "a.", "\""]), generator.below(3_000));
            bytes.splice(at..at, open.repeat(count).into_bytes());
        }
        7 => drop(bytes.splice(at..at, [0xFF, 0xC0, 0x80])),
        8 => {
            let long = generator.pick(&["9", "é", "athens ", "\n"]).repeat(20_000);
            bytes.splice(at..at, long.into_bytes());
        }
        9 => {
            let text: Vec<u8> = bytes.iter().flat_map(|byte| [*byte, 0]).collect();
            *bytes = [&[0xFF, 0xFE], text.as_slice()].concat();
        }
        _ => {
            let cut = generator.below(8).min(bytes.len() - at);
            bytes.splice(at..at + cut, generator.pick(HOSTILE).bytes());
        }
    }
}

fn flip(bytes: &mut [u8], generator: &mut Generator) {
    for _ in 0..=generator.below(8) {
        if !bytes.is_empty() {
            let at = generator.below(bytes.len());
            bytes[at] ^= 1 << generator.below(8);
        }
    }
}

fn lines(bytes: &mut Vec<u8>, generator: &mut Generator, change: impl Fn(&mut Vec<Vec<u8>>, usize)) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if !lines.is_empty() {
        let at = generator.below(lines.len());
        change(&mut lines, at);
    }
    *bytes = lines.concat();
}

/// Puts one word of a file in the place of another: ids, keys and values change places.
fn swap_words(bytes: &mut Vec<u8>, generator: &mut Generator) {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let mut words: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| is_word(byte)) {
        match words.last_mut() {
            Some(word) if word.end == at && *byte != b' ' => word.end = at + 1,
            _ => words.push(at..at + 1),
        }
    }
    if words.len() > 1 {
        let (from, to) = (generator.pick(&words).clone(), generator.pick(&words).clone());
        let word = bytes[from].to_vec();
        bytes.splice(to, word);
    }
}

/// Everything below a folder, with its bytes and when it was changed.
fn tree(root: &Path) -> BTreeMap<String, (Vec<u8>, Option<std::time::SystemTime>)> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let changed = fs::metadata(&path).and_then(|about| about.modified()).ok();
            if path.is_dir() {
                found.insert(path.display().to_string(), (Vec::new(), changed));
                open.push(path);
            } else {
                found.insert(path.display().to_string(), (fs::read(&path).expect("a file"), changed));
            }
        }
    }
    found
}

/// Loads a corpus, prints what is found, and does with it all that can be done.
fn exercise(root: &Path) {
    let loaded = loaded(root);
    let mut out = Vec::new();
    emit(&loaded.findings, &loaded.sources, &Style { colour: true, all: true }, &mut out).expect("memory takes all");
    emit_json(&loaded.findings, &loaded.sources, &mut out).expect("memory takes all");
    assert!(loaded.findings.is_empty() == out.is_empty());
    let corpus = &loaded.corpus;
    for relation in corpus.relations() {
        assert!(!corpus.relation_name(relation).is_empty());
    }
    for index in 0..corpus.positions().len() {
        assert!(!corpus.position_name(PositionId::from_index(index)).is_empty());
    }
    let views: Vec<View> = [
        "*",
        "*:issue=cause",
        "*:level=state",
        "*:collective=members",
        "thucydides",
        "herodotus",
        "xenophon:near=athens~9",
    ]
    .iter()
    .filter_map(|text| View::parse(text, corpus).ok())
    .collect();
    for a in &views {
        assert!(Network::of(corpus, a).edges().count() <= 4 * corpus.relations().len() * corpus.actors.len());
        for b in &views {
            let (difference, tallies) = (Difference::of(corpus, a, b), tally(corpus, a, b));
            assert!(tallies.len() <= corpus.types.len() && (a != b || !difference.differs()));
        }
    }
}

#[test]
fn broken_corpora_load_or_give_findings() {
    let mut wrong = Vec::new();
    for number in 0..CORPORA {
        let folder = folder(&broken(number));
        let root = folder.path().to_owned();
        let before = tree(&root);
        let (done, wait) = mpsc::channel();
        let at = root.clone();
        // A hang must fail the test, not hang it as well: so it is waited for from outside.
        thread::spawn(move || done.send(catch_unwind(AssertUnwindSafe(|| exercise(&at))).is_ok()));
        match wait.recv_timeout(LONGEST) {
            Ok(true) => {}
            Ok(false) => wrong.push(format!("{number}: panics")),
            Err(_) => wrong.push(format!("{number}: takes more than {LONGEST:?}")),
        }
        if tree(&root) != before {
            wrong.push(format!("{number}: changes its files"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_corpus_that_is_broken_is_whole() {
    let whole: Files = SEED.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let folder = folder(&whole);
    let loaded = loaded(folder.path());
    let errors: Vec<_> = loaded.findings.codes().map(|(code, _)| code).collect();
    assert_eq!(errors, ["no-evidence", "orphan-anchor"], "the fingerprints are made up, and nothing else is wrong");
    assert_eq!(loaded.corpus.relations().len(), 6);
}
