//! The program is killed 200 times while it changes 60 files, at random moments: afterwards all are changed or none, and nothing is
//! left behind.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::folder::{folder, states, types};
use crate::generator::Generator;

/// What a run changes: an id in every file, or two actors into one.
const COMMANDS: [&[&str]; 2] =
    [&["rename", "actor", "athens", "athenai", "--yes"], &["merge", "actor", "athens", "piraeus", "--yes"]];
const FILES: usize = 60;
const KILLS: usize = 200;
const JOURNAL: &str = ".parallax-journal";

type Tree = BTreeMap<String, Vec<u8>>;

/// Every file below a folder, hidden ones too.
fn tree(root: &Path, below: &str, found: &mut Tree) {
    for entry in fs::read_dir(root.join(below)).expect("a folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        let name = if below.is_empty() { name } else { format!("{below}/{name}") };
        if root.join(&name).is_dir() {
            tree(root, &name, found);
        } else {
            found.insert(name.clone(), fs::read(root.join(&name)).expect("a file"));
        }
    }
}

fn snapshot(root: &Path) -> Tree {
    let mut found = Tree::new();
    tree(root, "", &mut found);
    found
}

fn put_back(root: &Path, old: &Tree) {
    for (name, bytes) in old {
        fs::write(root.join(name), bytes).expect("a file");
    }
}

fn start(root: &Path, words: &[&str]) -> Child {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("parallax"));
    command.arg("-C").arg(root).args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program")
}

fn files() -> Vec<(String, String)> {
    let mut files = vec![
        ("parallax.toml".to_owned(), "title = \"Kills\"\n".to_owned()),
        ("actors/states.toml".to_owned(), states(&["athens", "piraeus", "sparta"])),
        ("relations/codebook.toml".to_owned(), types(&[("opposes", -1, true)])),
    ];
    let author = |number: usize| {
        let head = format!("[author]\nid = \"a{number}\"\nname = \"A {number}\"\n");
        let from = ["athens", "piraeus"][number % 2];
        // Both kinds of change touch every file.
        let said = format!("\n[[relation]]\nfrom = \"sparta\"\nto = [\"athens\", \"{from}\"]\ntype = \"opposes\"\n");
        let said = said.replace("[\"athens\", \"athens\"]", "\"athens\"");
        (
            format!("relations/a{number}.toml"),
            format!("{head}{said}\n[[relation]]\nfrom = \"piraeus\"\nto = \"sparta\"\ntype = \"opposes\"\n"),
        )
    };
    files.extend((0..FILES).map(author));
    files
}

/// Waits for a moment in a run, at random over all of it or close to where its files come into their places.
fn wait(root: &Path, child: &mut Child, whole: Duration, random: &mut Generator) {
    let fraction = |random: &mut Generator| random.below(1000) as f64 / 1000.0;
    if random.below(3) == 0 {
        std::thread::sleep(whole.mul_f64(fraction(random)));
        return;
    }
    let end = Instant::now() + Duration::from_secs(20);
    while !root.join(JOURNAL).exists() && Instant::now() < end && matches!(child.try_wait(), Ok(None)) {
        std::hint::spin_loop();
    }
    std::thread::sleep(Duration::from_millis(12).mul_f64(fraction(random)));
}

#[test]
fn a_change_that_is_killed_is_whole_or_not_at_all_and_leaves_nothing() {
    let corpus = folder(&files());
    let root = corpus.path();
    let old = snapshot(root);
    let mut changed = Vec::new();
    let mut whole = Duration::ZERO;
    for words in COMMANDS {
        let begun = Instant::now();
        assert!(start(root, words).wait().expect("it ends").success(), "{words:?}");
        whole = whole.max(begun.elapsed());
        changed.push(snapshot(root));
        let differ = changed.last().into_iter().flatten().filter(|(name, bytes)| old.get(*name) != Some(bytes)).count();
        assert!(differ > FILES, "{words:?} changes {differ} files");
        put_back(root, &old);
    }
    let mut random = Generator::new(7);
    let mut done = [0; 2];
    for nth in 0..KILLS {
        let which = nth % COMMANDS.len();
        let mut child = start(root, COMMANDS[which]);
        wait(root, &mut child, whole, &mut random);
        let signal = if random.below(2) == 0 { Signal::KILL } else { Signal::INT };
        let _ = kill_process(Pid::from_child(&child), signal);
        child.wait().expect("it ends");
        assert!(start(root, &["list", "actors"]).wait().expect("it ends").success(), "{nth}");
        let now = snapshot(root);
        let is_new = now == changed[which];
        assert!(
            is_new || now == old,
            "kill {nth} of {:?} by {signal:?} left {:?}",
            COMMANDS[which],
            differing(&now, &old)
        );
        done[usize::from(is_new)] += 1;
        if is_new {
            put_back(root, &old);
        }
    }
    assert!(done.iter().all(|count| *count > 0), "kills came too early or too late: {done:?}");
}

fn differing<'t>(now: &'t Tree, old: &Tree) -> Vec<&'t str> {
    now.iter().filter(|(name, bytes)| old.get(*name) != Some(bytes)).map(|(name, _)| name.as_str()).collect()
}
