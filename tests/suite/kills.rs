//! The program is killed 200 times while it changes 60 files, at random moments: afterwards all are changed or none, and nothing is
//! left behind. The same where files are hidden, links, or have several names, and where somebody goes on with one after the kill.
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
    // On a busy machine the places are taken slowly: of the waits some must outlast that.
    let longest = whole.mul_f64(0.5).clamp(Duration::from_millis(12), Duration::from_millis(60));
    std::thread::sleep(longest.mul_f64(fraction(random)));
}

/// A corpus, and what each command makes of it.
struct Trial<'t> {
    root: &'t Path,
    old: Tree,
    changed: Vec<Tree>,
    whole: Duration,
}

impl<'t> Trial<'t> {
    fn of(root: &'t Path) -> Self {
        let mut trial = Self { root, old: snapshot(root), changed: Vec::new(), whole: Duration::ZERO };
        for words in COMMANDS {
            let begun = Instant::now();
            assert!(start(root, words).wait().expect("it ends").success(), "{words:?}");
            trial.whole = trial.whole.max(begun.elapsed());
            let changed = snapshot(root);
            let differ = differing(&changed, &trial.old).len();
            assert!(differ > FILES, "{words:?} changes {differ} files");
            trial.changed.push(changed);
            put_back(root, &trial.old);
        }
        trial
    }

    /// Runs a command and kills it.
    fn kill(&self, words: &[&str], signal: Signal, random: &mut Generator) {
        let mut child = start(self.root, words);
        wait(self.root, &mut child, self.whole, random);
        let _ = kill_process(Pid::from_child(&child), signal);
        child.wait().expect("it ends");
    }

    /// Kills runs; says how many then had changed nothing, and how many all.
    fn run(&self, kills: usize) -> [usize; 2] {
        let mut random = Generator::new(7);
        let mut done = [0; 2];
        for nth in 0..kills {
            let which = nth % COMMANDS.len();
            let signal = if random.below(2) == 0 { Signal::KILL } else { Signal::INT };
            self.kill(COMMANDS[which], signal, &mut random);
            assert!(start(self.root, &["list", "actors"]).wait().expect("it ends").success(), "{nth}");
            let now = snapshot(self.root);
            let is_new = now == self.changed[which];
            let left = differing(&now, &self.old);
            assert!(is_new || now == self.old, "kill {nth} of {:?} by {signal:?} left {left:?}", COMMANDS[which]);
            done[usize::from(is_new)] += 1;
            if is_new {
                put_back(self.root, &self.old);
            }
        }
        done
    }
}

#[test]
fn a_change_that_is_killed_is_whole_or_not_at_all_and_leaves_nothing() {
    let corpus = folder(&files());
    let done = Trial::of(corpus.path()).run(KILLS);
    assert!(done.iter().all(|count| *count > 0), "kills came too early or too late: {done:?}");
}

/// Files behind links, in a hidden folder, and with another name each.
fn entangle(root: &Path) {
    fs::create_dir(root.join(".shared")).expect("a folder");
    for number in 0..FILES {
        let (path, name) = (root.join(format!("relations/a{number}.toml")), format!("a{number}.toml"));
        match number % 3 {
            0 => {
                fs::rename(&path, root.join(".shared").join(&name)).expect("a file");
                std::os::unix::fs::symlink(Path::new("../.shared").join(&name), &path).expect("a link");
            }
            1 => fs::hard_link(&path, root.join(format!(".other-{number}"))).expect("another name"),
            _ => {}
        }
    }
}

#[test]
fn files_that_are_hidden_or_have_several_names_are_no_exception() {
    let corpus = folder(&files());
    entangle(corpus.path());
    let done = Trial::of(corpus.path()).run(KILLS / 2);
    assert!(done.iter().all(|count| *count > 0), "kills came too early or too late: {done:?}");
}

#[test]
fn who_goes_on_with_a_file_after_a_kill_has_a_corpus_that_is_whole() {
    const MINE: &str = "\n# An hour of work.\n";
    let corpus = folder(&files());
    let root = corpus.path();
    let trial = Trial::of(root);
    let mut random = Generator::new(11);
    let mut met = 0;
    for _ in 0..KILLS / 4 {
        trial.kill(COMMANDS[0], Signal::KILL, &mut random);
        met += usize::from(root.join(JOURNAL).exists());
        let name = format!("relations/a{}.toml", random.below(FILES));
        let edited = fs::read_to_string(root.join(&name)).expect("a file") + MINE;
        fs::write(root.join(&name), &edited).expect("a file");
        assert!(start(root, &["check"]).wait().expect("it ends").success());
        let mut now = snapshot(root);
        assert_eq!(now.get(&name).map(Vec::as_slice), Some(edited.as_bytes()), "{name}");
        let whole = if edited.contains("athenai") { &trial.changed[0] } else { &trial.old };
        now.remove(&format!("{name}.old"));
        assert_eq!(differing(&now, whole), [name.as_str()]);
        fs::remove_file(root.join(format!("{name}.old"))).ok();
        put_back(root, &trial.old);
    }
    assert!(met > 5, "kills came too early or too late: {met}");
}

fn differing<'t>(now: &'t Tree, old: &Tree) -> Vec<&'t str> {
    now.iter().filter(|(name, bytes)| old.get(*name) != Some(bytes)).map(|(name, _)| name.as_str()).collect()
}
