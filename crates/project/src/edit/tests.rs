//! The laws of changes: what was asked for is said afterwards, and nothing else; no comment is lost, and no line without need.

use std::io::Write as _;

use parallax_core::diag::Sink;
use parallax_core::model::{Corpus, Paragraphs};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::{CONFIG, Sources};
use parallax_core::text::{Text, Texts, make, verify_corpus};
use proptest::prelude::*;

use super::{Change, Edits, RecordTemplate, add_evidence, append, mend};

const ACTORS: &str = "[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"state\"\n[[actor]]\nid = \"y\"\nname = \"Y\"\nkind = \"state\"\naliases = [\"why\"]\n";
const TYPES: &str = "[[type]]\nid = \"t\"\nsign = 1\nlabel = \"t\"\n";
const NEW: &str = "p9:1-2#00c0ffee";

/// A file of statements in a layout that its choices make: comments are numbered, so that each can be found again.
pub(super) fn document(choices: &[u8]) -> String {
    let mut writer = Writer { choices: choices.iter().cycle(), comments: 0, out: String::new() };
    if choices.is_empty() {
        return String::new();
    }
    writer.file();
    let mut text = writer.out;
    if choices[0].is_multiple_of(3) {
        text = text.replace('\n', "\r\n");
    }
    if choices[0].is_multiple_of(5) {
        text.truncate(text.trim_end().len());
    }
    text
}

struct Writer<'c> {
    choices: std::iter::Cycle<std::slice::Iter<'c, u8>>,
    comments: usize,
    out: String,
}

impl Writer<'_> {
    fn below(&mut self, end: u8) -> u8 {
        self.choices.next().map_or(0, |choice| choice % end)
    }

    /// A comment, or none.
    fn comment(&mut self) -> String {
        if self.below(2) == 0 {
            return String::new();
        }
        self.comments += 1;
        format!(" # c{}, \"[{{=", self.comments)
    }

    fn file(&mut self) {
        let author =
            ["author = \"a\"", "author.id = 'a'\nauthor . name = \"\"\"A\"\"\"", "[author]\nid=\"a\"\nname = \"A\""];
        let author = author[usize::from(self.below(3))];
        let (head, comment) = (self.comment(), self.comment());
        self.out += &format!("{}\n{author}{comment}\n\n", head.trim_start());
        let work = "[[work]]\nid = \"w\"\ntitle = \"W\"\n";
        let count = 1 + self.below(3);
        if self.below(4) == 0 && !author.starts_with('[') {
            self.out += "relation = [";
            for number in 0..count {
                let comment = self.comment();
                let entries = self.entries(number, false).join(", ");
                self.out += &format!("\n  {{ {entries} }},{comment}");
            }
            self.out += &format!("\n]\n{work}");
            return;
        }
        let comment = self.comment();
        self.out += &format!("{work}{comment}\n");
        for number in 0..count {
            let comment = self.comment();
            self.out += &format!("  [[ relation ]]{comment}\n");
            for entry in self.entries(number, true) {
                let (indent, comment) = (["", "  ", "\t"][usize::from(self.below(3))], self.comment());
                self.out += &format!("{indent}{entry}{comment}\n");
            }
            let comment = self.comment();
            let gap = ["", "\n"][usize::from(self.below(2))];
            self.out += &format!("{gap}{}\n", comment.trim_start());
        }
    }

    /// The entries of a statement, its evidence somewhere among them, or missing.
    fn entries(&mut self, number: u8, lines: bool) -> Vec<String> {
        let equals = [" = ", "=", "   = "][usize::from(self.below(3))];
        let mut entries = vec![
            format!("id{equals}\"r{number}\""),
            format!("from{equals}'x'"),
            format!("\"to\"{equals}[\"y\"]"),
            format!("type{equals}\"t\""),
        ];
        let (first, second) = (self.comment(), self.comment());
        let lists = [
            "\"p1:1-2#0000000a\"".to_owned(),
            "['p1:1-2#0000000a',]".to_owned(),
            "[ \"p1:1-2#0000000a\" , 'w:p1:1-2#0000000b' ]".to_owned(),
            "[]".to_owned(),
            format!("[{first}\n  \"p1:1-2#0000000a\",{second}\n]"),
            format!("[\n\t'w:p1:1-2#0000000a'{first}\n{second}\n]"),
            format!("[ \"p1:1-2#0000000a\",{first}\n  \"p1:1-2#0000000b\"{second}\n, ]"),
            format!("[{first}\n]"),
        ];
        let some = if lines { lists.len() } else { 4 } as u8;
        if self.below(5) > 0 {
            let place = usize::from(self.below(5));
            let list = &lists[usize::from(self.below(some))];
            entries.insert(place, format!("evidence{equals}{list}"));
        }
        entries
    }
}

pub(super) fn corpus(files: &[(&str, &str)]) -> (Sources, Corpus, Sink) {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    for (name, text) in [("actors/a.toml", ACTORS), ("relations/codebook.toml", TYPES)] {
        if !files.iter().any(|(known, _)| *known == name) {
            sources.add(name, text);
        }
    }
    for (name, text) in files {
        sources.add(*name, *text);
    }
    if files.iter().any(|(_, text)| text.contains("author = \"a\"")) {
        sources.add(CONFIG, "[[author]]\nid = \"a\"\nname = \"A\"\n");
    }
    let config = sources.config().map_or_else(Config::default, |source| read_config(source, &mut sink));
    let corpus = resolve(&sources, config, &mut sink);
    (sources, corpus, sink)
}

/// What every statement says, with its anchors.
fn said(corpus: &Corpus) -> Vec<String> {
    let one = |relation: &parallax_core::model::Relation| {
        let anchors: Vec<String> = relation.evidence().iter().map(|anchor| anchor.selector.to_string()).collect();
        format!("{:?} {:?} {} {}", relation.from, relation.to, corpus.relation_name(relation), anchors.join(" "))
    };
    corpus.relations().iter().map(one).collect()
}

/// Whether a text is the other with pieces put in.
fn is_longer(after: &str, before: &str) -> bool {
    let mut rest = after.chars();
    before.chars().all(|character| rest.any(|other| other == character))
}

/// No comment is lost, and each still stands at the end of its line; only pieces were put in.
fn only_longer(change: &Change) {
    assert!(is_longer(&change.after, &change.before), "{}\n---\n{}", change.before, change.after);
    for line in change.before.lines().filter(|line| line.contains("# c")) {
        let (before, comment) = line.split_once("# c").unwrap();
        let kept = |(now, same): (&str, &str)| same == comment && is_longer(now, before);
        let found = change.after.lines().filter_map(|line| line.split_once("# c")).any(kept);
        assert!(found, "{line:?} lost its comment:\n{}", change.after);
    }
    let ends = |text: &str| (text.contains("\r\n"), text.replace("\r\n", "").contains('\n'));
    if change.before.contains('\n') {
        assert_eq!(ends(&change.before), ends(&change.after), "{:?}", change.after);
    }
}

proptest! {
    #[test]
    fn an_anchor_more_is_all_that_changes(choices in proptest::collection::vec(any::<u8>(), 1..60)) {
        let text = document(&choices);
        let (sources, before, sink) = corpus(&[("relations/a.toml", &text)]);
        prop_assert!(!sink.has_errors(), "{text}\n{:?}", sink.sorted().first());
        for (index, relation) in before.relations().iter().enumerate() {
            let mut edits = Edits::new(&sources);
            add_evidence(&mut edits, relation.spans.record(), relation.evidence(), NEW).unwrap();
            let changes = edits.finish().unwrap_or_else(|error| panic!("{error}, of statement {index} in\n{text}"));
            prop_assert_eq!(changes.len(), 1);
            only_longer(&changes[0]);
            let (_, after, sink) = corpus(&[("relations/a.toml", &changes[0].after)]);
            prop_assert!(!sink.has_errors());
            let mut expected = said(&before);
            let name = |corpus: &Corpus, index: usize| corpus.relation_name(&corpus.relations()[index]);
            prop_assert_eq!(name(&before, index), name(&after, index));
            expected[index] = format!("{} {NEW}", expected[index].trim_end()).replace("  ", " ");
            prop_assert_eq!(said(&after), expected);
            // Another reader says the same.
            prop_assert!(changes[0].after.parse::<toml_edit::DocumentMut>().is_ok());
        }
    }

    #[test]
    fn a_statement_begun_is_all_that_changes(choices in proptest::collection::vec(any::<u8>(), 1..60)) {
        let text = document(&choices);
        let (sources, before, _) = corpus(&[("relations/a.toml", &text)]);
        let begun = RecordTemplate::statement("new", &["x".into(), "y".into()], "t", &["y".into()], NEW);
        let mut edits = Edits::new(&sources);
        append(&mut edits, &sources, "a", &begun).unwrap();
        let Ok(changes) = edits.finish() else {
            // A list in brackets cannot be made longer with a header.
            prop_assert!(text.contains("relation = ["));
            return Ok(());
        };
        only_longer(&changes[0]);
        prop_assert!(changes[0].after.starts_with(&changes[0].before));
        let (_, after, sink) = corpus(&[("relations/a.toml", &changes[0].after)]);
        prop_assert!(!sink.has_errors());
        prop_assert_eq!(after.relations().len(), before.relations().len() + 1);
    }

    #[test]
    fn moved_anchors_come_back(choices in proptest::collection::vec(any::<u8>(), 1..60), lines in 1..4usize) {
        let place = |text: &str| make(&Text::new(text, Paragraphs::Lines), 1, 1, 2).unwrap().to_string();
        let (one, other) = (place("The lake froze"), place("Nobody crossed it"));
        let text = document(&choices).replace("p1:1-2#0000000a", &one).replace("p1:1-2#0000000b", &other);
        let before = "The lake froze\n".to_owned();
        let log = "x\n".repeat(lines) + &before + "Nobody crossed it\n";
        let text = text.replace("title = \"W\"", "title = \"W\"\ntext = \"w.txt\"");
        let (mut sources, read, _) = corpus(&[("relations/a.toml", &text)]);
        let folder = tempfile::tempdir().unwrap();
        std::fs::File::create(folder.path().join("w.txt")).unwrap().write_all(log.as_bytes()).unwrap();
        let reach = parallax_core::source::Reach::of(Some(folder.path()), None);
        let texts = Texts::load(&read, folder.path(), &reach, &mut sources, &mut Sink::default()).unwrap();
        let mut edits = Edits::new(&sources);
        let evidence = verify_corpus(&read, &texts);
        let count = |name: &str| evidence.iter().map(|verified| verified.count(name)).sum::<usize>();
        mend(&mut edits, &evidence).unwrap();
        prop_assert_eq!(count("ambiguous") + count("orphan") + count("exact"), 0);
        let changes = edits.finish().unwrap();
        let anew = |text: &str| text.replace("p1:1-2#", "p@:1-2#");
        for change in &changes {
            let expected = text.replace(&one, &one.replacen("p1:", &format!("p{}:", lines + 1), 1));
            let expected = expected.replace(&other, &other.replacen("p1:", &format!("p{}:", lines + 2), 1));
            prop_assert_eq!(anew(&change.after), anew(&expected));
        }
        prop_assert_eq!(changes.is_empty(), count("moved") == 0);
    }
}
