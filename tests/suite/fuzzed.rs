//! A short run of what the fuzzer tries for longer: thousands of damaged inputs for everything that parses, the same on every run.

#[path = "../fuzz/targets.rs"]
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::generator::Generator;
use crate::malformed::damage;
use crate::seed::SEED;

const SELECTIONS: &[&str] = &[
    "*",
    "pozhidaev:tag=slide",
    "hudis:level=state,type=supports+opposes,sign=negative,strength=2",
    "pozhidaev:between=us+russia+trump,mode=actual",
    "*:near=us~2,facet=military,standing=any,negated=false",
    "hudis:issue=nature-of-turn+who-pays,answer=undecided,strength=2",
    "hudis:period=2014/2025,stance=reports,holder=putin,work=trump-putin",
];

const TEXTS: &[&str] = &[
    "a.txt\nAthens and Sparta fought.\n\nCorinth, of all cities, waited; \u{201c}for long\u{201d}, he says.\n",
    "a.md\n# The war\n\nAthens *feared* [Sparta](x.html \"it\").\n\n> It waited.\n\n1. One\n2. Two\n\n| a | b |\n|---|---|\n| c | d |\n",
    "a.html\n<!doctype html><html><body><p>Athens &amp; Sparta<br>fought.</p><ul><li>One<li>Two</ul><script>no()</script></body></html>",
    "a.txt\n\u{6771}\u{4eac}\u{3068}\u{5317}\u{4eac}\u{3002}\n\n\u{0e01}\u{0e23}\u{0e38}\u{0e07} \u{0627}\u{0644}\u{0633}\u{0644}\u{0627}\u{0645}\n",
];

/// Tries damaged copies of the seeds, cut at `longest` characters; a failure names the seed and the number of the copy, which give the same input again.
fn fuzz(seeds: &[String], copies: u64, longest: usize, target: fn(&str)) {
    for (seed, text) in seeds.iter().enumerate() {
        for copy in 0..copies {
            let mut generator = Generator::new(seed as u64 * copies + copy);
            let mut bytes = text.clone().into_bytes();
            for _ in 0..=generator.below(3) {
                damage(&mut bytes, &mut generator);
            }
            let input: String = String::from_utf8_lossy(&bytes).chars().take(longest).collect();
            let done = catch_unwind(AssertUnwindSafe(|| target(&input)));
            assert!(done.is_ok(), "copy {copy} of seed {seed}: {input:?}");
        }
    }
}

fn owned(seeds: &[&str]) -> Vec<String> {
    seeds.iter().map(|seed| (*seed).to_owned()).collect()
}

#[test]
fn damaged_corpora_give_findings() {
    let whole: String = SEED.iter().map(|(name, text)| format!("--- {name}\n{text}")).collect();
    fuzz(&[whole], 300, 100_000, targets::corpus);
}

#[test]
fn damaged_selections_give_views_or_errors() {
    fuzz(&owned(SELECTIONS), 500, 5_000, targets::selection);
}

#[test]
fn damaged_texts_are_cut_and_their_anchors_hold() {
    fuzz(&owned(TEXTS), 150, 600, targets::text);
}
