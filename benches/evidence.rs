//! What it costs to hold 100,000 anchors against 2,000 texts, where all stand as they did, have moved, or are gone: `cargo bench --bench evidence`.
//!
//! The corpus is generated: 200 authors with ten works of some 3,500 words each, 50 anchors a work. Beside it stands how long the standard library
//! takes to read the same files and to count their words.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark makes its own files, and tells what it measures"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use parallax_core::model::Paragraphs;
use parallax_core::text::{Text, make};
use parallax_project::{Project, Request};

const AUTHORS: usize = 200;
const WORKS: usize = 10;
const ANCHORS: usize = 50;

/// What a text goes through between coding and checking.
type Change = fn(Vec<String>) -> Vec<String>;

/// Marsaglia's xorshift: the same corpus everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Some 60 paragraphs of some 60 words; common words are common.
fn text(random: &mut Random) -> Vec<String> {
    let word = |random: &mut Random| {
        let most = [30, 500, 20_000][random.below(3)];
        let number = random.below(most);
        let syllables = ["ka", "lo", "mi", "ren", "tus", "ve", "’s", "Po", "dra", "ən"];
        format!("{}{}{}", syllables[number % 9], syllables[number / 9 % 10], syllables[number / 90 % 10])
    };
    (0..60).map(|_| (0..30 + random.below(60)).map(|_| word(random)).collect::<Vec<_>>().join(" ") + ".").collect()
}

/// Writes the corpus; every text is changed after its anchors were taken.
fn corpus(folder: &Path, change: Change) {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for name in ["actors", "relations", "sources"] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
    }
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
    write("parallax.toml", "title = \"Generated\"\n");
    write(
        "actors/actors.toml",
        "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"state\"\n[[actor]]\nid = \"b\"\nname = \"B\"\nkind = \"state\"\n",
    );
    write("relations/codebook.toml", "[[type]]\nid = \"opposes\"\nsign = -1\n");
    for author in 0..AUTHORS {
        let mut file = format!("[author]\nid = \"author{author}\"\nname = \"Author {author}\"\n");
        for work in 0..WORKS {
            let _ = write!(file, "\n[[work]]\nid = \"w{work}\"\ntitle = \"Work\"\ntext = \"t{author}-{work}.txt\"\n");
        }
        for work in 0..WORKS {
            let paragraphs = text(&mut random);
            let coded = Text::new(&paragraphs.join("\n"), Paragraphs::Lines);
            let anchors: Vec<String> = (0..ANCHORS).map(|_| anchor(&coded, work, &mut random)).collect();
            for five in anchors.chunks(5) {
                let evidence = five.join(", ");
                let _ = write!(
                    file,
                    "\n[[relation]]\nfrom = \"a\"\nto = \"b\"\ntype = \"opposes\"\nevidence = [{evidence}]\n"
                );
            }
            write(&format!("sources/t{author}-{work}.txt"), &change(paragraphs).join("\n"));
        }
        write(&format!("relations/author{author}.toml"), &file);
    }
}

/// A passage of 6 to 40 words.
fn anchor(text: &Text, work: usize, random: &mut Random) -> String {
    let paragraph = random.below(text.paragraphs.len());
    let words = text.paragraphs[paragraph].len();
    let first = 1 + random.below(words - 20);
    let last = (first + 5 + random.below(35)).min(words);
    let selector = make(text, paragraph as u32 + 1, first as u32, last as u32).expect("a passage");
    format!("\"w{work}:{selector}\"")
}

fn evidence(criterion: &mut Criterion) {
    let moved =
        |paragraphs: Vec<String>| ["One.", "Two.", "Three."].map(str::to_owned).into_iter().chain(paragraphs).collect();
    let shifted = |paragraphs: Vec<String>| paragraphs.into_iter().map(|text| format!("New words {text}")).collect();
    let gone = |paragraphs: Vec<String>| paragraphs.into_iter().map(|text| text.replace(' ', " x ")).collect();
    let changes: [(&str, Change, &str); 4] = [
        ("all exact", |paragraphs| paragraphs, "exact"),
        ("all moved by three paragraphs", moved, "moved"),
        ("all moved by two words", shifted, "moved"),
        ("all gone", gone, "orphan"),
    ];
    for (name, change, outcome) in changes {
        let folder = tempfile::tempdir().expect("a folder");
        corpus(folder.path(), change);
        let request = Request { root: Some(folder.path().to_owned()), ..Request::default() };
        let loaded = Project::load(&request).expect("a corpus");
        let came_out: usize = loaded.evidence.iter().map(|verified| verified.count(outcome)).sum();
        let all: usize = loaded.evidence.iter().map(|verified| verified.anchors.len()).sum();
        println!("{name}: {came_out} of {all} anchors over {} texts are {outcome}", loaded.corpus.works.len());
        drop(loaded);
        criterion.bench_function(name, |bench| bench.iter(|| Project::load(&request)));
        if outcome == "exact" {
            criterion.bench_function("files read, words counted by std", |bench| bench.iter(|| counted(folder.path())));
        }
    }
}

fn counted(folder: &Path) -> usize {
    let files = fs::read_dir(folder.join("sources")).expect("a folder");
    files.map(|file| fs::read_to_string(file.expect("a file").path()).expect("a text").split_whitespace().count()).sum()
}

criterion_group! {
    name = held;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_secs(1));
    targets = evidence
}
criterion_main!(held);
