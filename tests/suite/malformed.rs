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

const CORPORA: u64 = 300;
const LONGEST: Duration = Duration::from_mins(1);

pub(crate) const SEED: &[(&str, &str)] = &[
    (
        "parallax.toml",
        r##"title = "Two witnesses"
sources = "sources"

[[author]]
id = "thucydides"
colour = "#0072b2"

[[author]]
id = "herodotus"

[[author]]
id = "xenophon"
name = "Xenophon"

[[view]]
id = "war"
select = ["thucydides", "herodotus:level=state"]
formats = ["svg", "png"]

[[view]]
id = "both"
diff = ["thucydides", "herodotus"]

[[table]]
file = "relations/xenophon.csv"
columns = { type = "relation", when = "year" }
author = "xenophon"

[[table]]
file = "relations/answers.csv"
author = "xenophon"
columns = { negated = "agree" }
values = { answer = { 1 = "growth", 0 = "fear" }, negated = { yes = "false", no = "true" } }
"##,
    ),
    (
        "actors/all.toml",
        r#"[[actor]]
id = "athens"
name = "Athens"
kind = "state"
aliases = ["the city", "Athenai"]

[[actor]]
id = "pericles"
name = "Périclès"
kind = "person"
stands-for = [{ actor = "athens", when = "-0460/-0428" }]

[[actor]]
id = "sparta"
name = "Sparta"
kind = "state"
part-of = "league"
"#,
    ),
    (
        "actors/more.csv",
        "id;name;kind;aliases;composed-of\r\ncorinth;Corinth;state;Korinthos; \r\nleague;\"Peloponnesian \"\"League\"\"\";bloc;;\"sparta; corinth\"\r\nthebes;Thebes;state;;\r\n",
    ),
    (
        "relations/codebook.toml",
        r#"[[type]]
id = "allies-with"
sign = 1
directed = false

[[type]]
id = "opposes"
sign = -1
inverse = "is opposed by"

[[type]]
id = "trades-with"
sign = 0

[[facet]]
id = "military"

[[facet]]
id = "economic"

[[issue]]
id = "cause"
question = "Why did it come?"
about = ["athens", "sparta"]
kind = "fact"
answers = { growth = "growth", fear = "fear", both = "both" }
ordered = true
"#,
    ),
    (
        "relations/thucydides.toml",
        r#"[author]
id = "thucydides"
name = "Thucydides"
actor = "athens"

[[work]]
id = "war"
title = "The war"
date = "-0400~"
period = "-0430/-0410"
text = "war.txt"

[[frame]]
id = "talks"
name = "The talks"
kind = "event"
participants = ["athens", "sparta"]
likens = { corinth = "thebes" }
evidence = ["p1:1-3#00000000"]

[[relation]]
id = "athens-opposes-sparta"
from = "athens"
to = ["sparta", "corinth"]
type = "opposes"
facets = ["military"]
strength = 3
evidence = ["p1:1-3#00000000", "war:p2:1-2#ffffffff"]

[[relation]]
from = "pericles"
to = "The City"
type = "allies-with"
stance = "rejects"
holder = ["sparta", "some envoys"]
negated = true
mode = "historical"
when = "-0440/.."
against = ["corinth"]
links = [{ kind = "serves", to = "athens-opposes-sparta" }]
frame = "talks"

[[position]]
id = "from-fear"
issue = "cause"
answer = "fear"
strength = 3
rests-on = ["athens-opposes-sparta", "talks"]

[[position]]
issue = "cause"
answer = "growth"
negated = true
hedged = true
so = ["from-fear"]
evidence = ["p1:1-3#00000000"]
"#,
    ),
    (
        "relations/herodotus.json",
        r#"{
  "author": { "id": "herodotus", "name": "Herodotus" },
  "relation": [
    { "from": "athens", "to": "sparta", "type": "allies-with", "sign": 1, "facets": ["economic"] },
    { "from": ["corinth", "thebes"], "to": "athens", "together": "from", "type": "trades-with", "hedged": true, "gloss": "Grain \u00e9" }
  ],
  "position": [{ "issue": "cause", "answer": "wrong-question", "stance": "doubts", "holder": "envoys" }]
}
"#,
    ),
    (
        "relations/xenophon.csv",
        "from,to,relation,year,gloss,links\nathens,sparta,opposes,-0403,\"He says, \"\"war\"\"\",\nthebes,corinth,allies-with,-0394/-0386,,\n",
    ),
    (
        "relations/answers.csv",
        "issue,answer,holder,when,agree\ncause,1,sparta,-0403,yes\ncause,undecided,,,\ncause,0,,-0394,no\n",
    ),
    ("sources/war.txt", "Athens opposed Sparta.\n\nCorinth waited.\n"),
];

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
