//! Anchors against texts: those of the built-in corpus where its texts are at hand, and the laws of what a text may go through.

use std::path::{Path, PathBuf};

use parallax_core::model::{Corpus, Id, Paragraphs, Selector, WorkId};
use parallax_core::text::{Match, Text, Verification, edition, find, make, stands, verify, verify_all};
use parallax_project::{Project, Request};
use proptest::prelude::*;

/// The built-in corpus with its texts; none where they are not at hand.
fn built_in() -> Option<Project> {
    let Some(texts) = std::env::var_os("PARALLAX_SOURCES").map(PathBuf::from) else {
        eprintln!("skipped: PARALLAX_SOURCES is not set");
        return None;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let loaded =
        Project::load(&Request { root: Some(root), texts: Some(texts), ..Request::default() }).expect("a corpus");
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    Some(loaded)
}

/// The anchors of each work, with its text as it would be after a change to its paragraphs.
fn works(loaded: &Project, change: impl Fn(Vec<String>) -> Vec<String>) -> Vec<(Vec<Selector>, Text)> {
    let corpus: &Corpus = &loaded.corpus;
    let of_work = |index: usize| {
        let work = WorkId::from_index(index);
        let anchors: Vec<Selector> =
            corpus.anchors().filter(|anchor| anchor.work == work).map(|anchor| anchor.selector).collect();
        assert!(anchors.len() > 100, "only {} anchors", anchors.len());
        let paragraphs = &loaded.texts.get(work).expect("the text of every work").paragraphs;
        let paragraphs = change(paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect());
        (anchors, Text::new(&paragraphs.join("\n"), Paragraphs::Lines))
    };
    (0..corpus.works.len()).map(of_work).collect()
}

#[test]
fn every_anchor_of_the_built_in_corpus_is_exact() {
    let Some(loaded) = built_in() else { return };
    for (anchors, text) in works(&loaded, |paragraphs| paragraphs) {
        for (anchor, found) in anchors.iter().zip(verify_all(&text, &anchors)) {
            assert_eq!(found, Verification::Exact, "{anchor}");
        }
    }
    for work in &loaded.corpus.works {
        assert!(work.edition.is_some(), "{} does not say which edition was coded", work.id);
    }
}

#[test]
fn three_paragraphs_in_front_move_every_anchor_by_three() {
    let Some(loaded) = built_in() else { return };
    let new = ["A first new one.", "A second.", "And a third."].map(str::to_owned);
    for (anchors, text) in works(&loaded, |paragraphs| new.iter().cloned().chain(paragraphs).collect()) {
        for (anchor, found) in anchors.iter().zip(verify_all(&text, &anchors)) {
            let expected = Selector { paragraph: anchor.paragraph + 3, ..*anchor };
            assert_eq!(found, Verification::Moved(expected), "{anchor}");
        }
    }
}

#[test]
fn every_fiftieth_word_altered_orphans_just_the_passages_that_hold_one() {
    let Some(loaded) = built_in() else { return };
    let before = works(&loaded, |paragraphs| paragraphs);
    // How many words of the text come before each paragraph.
    let count = |text: &Text| {
        let mut before = vec![0];
        before.extend(text.paragraphs.iter().map(parallax_core::text::Paragraph::len));
        before
            .iter()
            .scan(0, |sum, words| {
                *sum += words;
                Some(*sum)
            })
            .collect::<Vec<usize>>()
    };
    for (anchors, text) in before {
        let starts = count(&text);
        let altered = Text::new(&altered(&text).join("\n"), Paragraphs::Lines);
        assert_eq!(count(&altered), starts);
        let mut orphans = 0;
        for (anchor, found) in anchors.iter().zip(verify_all(&altered, &anchors)) {
            let start = starts[anchor.paragraph as usize - 1];
            let mut words = start + anchor.first as usize..=start + anchor.last as usize;
            let expected = if words.any(|word| word % 50 == 0) { Verification::Orphan } else { Verification::Exact };
            orphans += usize::from(expected == Verification::Orphan);
            assert_eq!(found, expected, "{anchor}");
        }
        assert!(orphans > 20 && orphans < anchors.len() - 20, "{orphans} of {}", anchors.len());
    }
}

/// The paragraphs with each fiftieth word of the text changed.
fn altered(text: &Text) -> Vec<String> {
    let mut word = 0;
    let change = |paragraph: &parallax_core::text::Paragraph| {
        let mut changed = paragraph.text.clone();
        let numbers: Vec<usize> = (0..paragraph.len()).filter(|index| (word + index + 1) % 50 == 0).collect();
        word += paragraph.len();
        for index in numbers.into_iter().rev() {
            changed.replace_range(paragraph.range(index..index + 1).expect("a word"), "zzyzx");
        }
        changed
    };
    text.paragraphs.iter().map(change).collect()
}

/// Words of several scripts, with what normalisation must see through.
const WORDS: [&str; 14] = [
    "lake",
    "Lake",
    "it's",
    "Müller",
    "Mu\u{308}ller",
    "ﬁnal",
    "Москва",
    "الجار",
    "中文",
    "x",
    "١٢",
    "Straße",
    "naïve",
    "co\u{ad}op",
];
/// What may stand between two words.
const MARKS: [&str; 8] = [" ", ", ", " — ", "\u{a0}", ". “", "” ", " \u{202b}", "\u{2009}-\u{2009}"];

/// A paragraph: words and marks by number.
fn paragraph() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..WORDS.len(), 0..MARKS.len()), 1..30)
}

fn written(paragraph: &[(usize, usize)]) -> String {
    paragraph
        .iter()
        .map(|&(word, mark)| format!("{}{}", WORDS[word], MARKS[mark]))
        .collect::<String>()
        .trim()
        .to_owned()
}

fn lines(paragraphs: &[Vec<(usize, usize)>]) -> String {
    paragraphs.iter().map(|paragraph| written(paragraph)).collect::<Vec<_>>().join("\n")
}

/// A text and an anchor in it.
fn anchored() -> impl Strategy<Value = (Vec<Vec<(usize, usize)>>, Selector)> {
    prop::collection::vec(paragraph(), 1..8).prop_flat_map(|paragraphs| {
        let text = Text::new(&lines(&paragraphs), Paragraphs::Lines);
        let chosen = 0..paragraphs.len();
        let place = chosen.prop_flat_map(move |index| {
            let words = text.paragraphs[index].len() as u32;
            let text = text.clone();
            (1..=words).prop_flat_map(move |first| {
                let text = text.clone();
                (first..=words).prop_map(move |last| make(&text, index as u32 + 1, first, last).expect("a passage"))
            })
        });
        place.prop_map(move |place| (paragraphs.clone(), place))
    })
}

/// Whether an anchor is exact by the counting of an older version only: nobody can tell that it was not written by that.
fn is_by_older(text: &Text, anchor: Selector) -> bool {
    make(text, anchor.paragraph, anchor.first, anchor.last) != Some(anchor)
        && text.paragraph(anchor.paragraph).is_some_and(|paragraph| paragraph.older().is_some())
        && verify(text, anchor) == Verification::Exact
}

proptest! {
    /// Other bytes for the same words: line ends, marks, a byte order mark, soft hyphens, non-breaking spaces, composed letters.
    #[test]
    fn what_is_no_word_leaves_an_anchor_exact((paragraphs, anchor) in anchored(), mark in 0..MARKS.len()) {
        let mut other = paragraphs.clone();
        for (_, between) in other.iter_mut().flatten() {
            *between = mark;
        }
        let before = edition(&Text::new(&lines(&paragraphs), Paragraphs::Lines));
        let text = format!("\u{feff}{}\r\n", lines(&other).replace('\n', "\r\n\r\n"));
        let soft = text.replace("lake", "la\u{ad}ke").replace("Müller", "Mu\u{308}ller").replace("ﬁ", "fi").replace('\'', "’");
        for text in [text, soft] {
            let text = Text::new(&text, Paragraphs::Lines);
            prop_assert_eq!(verify(&text, anchor), Verification::Exact);
            prop_assert_eq!(edition(&text), before.clone());
        }
    }

    /// A block that is wrapped elsewhere has the same words.
    #[test]
    fn wrapping_leaves_an_anchor_of_a_block_exact((paragraphs, anchor) in anchored(), width in 1_usize..60) {
        let wrap = |line: &str| {
            let (mut out, mut column) = (String::new(), 0);
            for word in line.split(' ') {
                let gap = if column == 0 { "" } else if column + word.len() > width { column = 0; "\n" } else { " " };
                out.push_str(gap);
                out.push_str(word);
                column += word.len() + 1;
            }
            out
        };
        let blocks: Vec<String> = lines(&paragraphs).lines().map(wrap).collect();
        let text = Text::new(&blocks.join("\n\n"), Paragraphs::Blocks);
        prop_assert_eq!(verify(&text, anchor), Verification::Exact);
    }

    /// New paragraphs of other words move an anchor, and say where to; if its words stand twice, all places are named.
    #[test]
    fn new_paragraphs_move_an_anchor((paragraphs, anchor) in anchored(), new in 1_usize..4, at in 0_usize..8) {
        let at = at.min(anchor.paragraph as usize - 1);
        let mut changed: Vec<String> = lines(&paragraphs).lines().map(str::to_owned).collect();
        changed.splice(at..at, vec!["Quite new words".to_owned(); new]);
        let text = Text::new(&changed.join("\n"), Paragraphs::Lines);
        let expected = Selector { paragraph: anchor.paragraph + new as u32, ..anchor };
        match verify(&text, anchor) {
            // The words may stand where they stood once more.
            Verification::Exact => prop_assert!(make(&text, anchor.paragraph, anchor.first, anchor.last) == Some(anchor) || is_by_older(&text, anchor)),
            Verification::Moved(place) => prop_assert_eq!(place, expected),
            Verification::Ambiguous(places) => prop_assert!(places.len() > 1 && places.contains(&expected)),
            Verification::Orphan | Verification::TooLong => prop_assert!(false, "an orphan"),
        }
    }

    /// A word changed inside makes an orphan, and nothing else is taken for the passage.
    #[test]
    fn another_word_inside_orphans_an_anchor((paragraphs, anchor) in anchored(), word in any::<prop::sample::Index>()) {
        let text = Text::new(&lines(&paragraphs), Paragraphs::Lines);
        let inside = anchor.first as usize - 1 + word.index((anchor.last - anchor.first) as usize + 1);
        let mut changed: Vec<String> = text.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect();
        let own = &text.paragraphs[anchor.paragraph as usize - 1];
        changed[anchor.paragraph as usize - 1].replace_range(own.range(inside..inside + 1).expect("a word"), "zzyzx");
        let changed = Text::new(&changed.join("\n"), Paragraphs::Lines);
        let same = |place: &Selector| make(&changed, place.paragraph, place.first, place.last).is_some_and(|found| found.fingerprint == anchor.fingerprint);
        match verify(&changed, anchor) {
            Verification::Orphan => {}
            // The same words stood elsewhere before.
            Verification::Moved(place) => prop_assert!(same(&place) && place.paragraph != anchor.paragraph || place.first != anchor.first),
            Verification::Ambiguous(places) => prop_assert!(places.iter().all(same)),
            Verification::Exact => prop_assert!(is_by_older(&changed, anchor), "exact"),
            Verification::TooLong => prop_assert!(false, "a short passage"),
        }
    }

    /// Many anchors at once come out as one by one.
    #[test]
    fn anchors_are_judged_alike_alone_and_together(
        (paragraphs, anchor) in anchored(), cut in 0_usize..4, prints in prop::collection::vec(any::<u32>(), 0..3),
    ) {
        let changed: Vec<String> = lines(&paragraphs).lines().skip(cut).map(|line| format!("Before {line}")).collect();
        let text = Text::new(&changed.join("\n"), Paragraphs::Lines);
        let mut anchors: Vec<Selector> = prints.iter().map(|&fingerprint| Selector { fingerprint, ..anchor }).collect();
        anchors.extend([anchor, Selector { paragraph: anchor.paragraph + 2, ..anchor }]);
        let alone: Vec<Verification> = anchors.iter().map(|anchor| verify(&text, *anchor)).collect();
        prop_assert_eq!(verify_all(&text, &anchors), alone);
    }
}

/// What words of all scripts are made of, and what parts them.
const PIECES: &[&str] = &[
    "中国",
    "签署了",
    "ロシア",
    "・",
    "ｶﾞ",
    "รัสเซีย",
    "น้ำ",
    "러시아는",
    "Rusya’nın",
    "İZMİR",
    "ısı",
    "والصين",
    "كـتاب",
    "ប្រទេស",
    "ရုရှား",
    "བོད་",
    "well-\n",
    "known",
    "US-\n",
    "co\u{ad}\n",
    "re",
    "ported",
    "¹",
    "①",
    "10⁶",
    "ﬁ",
    "e\u{301}",
    "\u{200e}",
    "。",
    ", ",
    " ",
    "\n",
    "葛\u{e0100}",
    "2014",
    "½",
    "ﷺ",
    "\u{34f}",
];

/// A text made of such pieces, and a run of its words by share of the whole.
fn mixed() -> impl Strategy<Value = (String, usize, usize)> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..24);
    (pieces, 0_usize..1000, 0_usize..1000)
        .prop_map(|(pieces, one, other)| (pieces.concat(), one.min(other), one.max(other)))
}

proptest! {
    /// In every script each run of words can be named, and is found where it stands; anchors written by the rules of an older version
    /// of what a word is stay exact, and name the same bytes.
    #[test]
    fn each_run_of_words_is_exact_by_every_version((written, one, other) in mixed()) {
        let text = Text::new(&written, Paragraphs::Blocks);
        for (paragraph, number) in text.paragraphs.iter().zip(1..) {
            for cut in std::iter::successors(Some(paragraph), |paragraph| paragraph.older()) {
                let words = cut.len() * one / 1000..(cut.len() * other / 1000 + 1).min(cut.len());
                let Some(folded) = cut.folded(words.clone()).filter(|folded| !folded.is_empty()) else { continue };
                let print: [u8; 4] = blake3::hash(folded.as_bytes()).as_bytes()[..4].try_into().expect("four bytes");
                let (first, last) = (words.start as u32 + 1, words.end as u32);
                let anchor = Selector { paragraph: number, first, last, fingerprint: u32::from_be_bytes(print) };
                prop_assert_eq!(verify(&text, anchor), Verification::Exact);
                let bytes = cut.range(words).expect("words");
                let Some(newest) = stands(&text, anchor) else { continue };
                prop_assert_eq!(verify(&text, newest), Verification::Exact);
                if newest == anchor && !std::ptr::eq(cut, paragraph) {
                    // The same words stand at these numbers by the newest rules too, and those go first.
                    continue;
                }
                let own = paragraph.range(newest.first as usize - 1..newest.last as usize).expect("words");
                prop_assert!(own.start < bytes.end && bytes.start < own.end, "{:?} and {:?}", own, bytes);
            }
            if !paragraph.is_empty() {
                let words = paragraph.len() * one / 1000..(paragraph.len() * other / 1000 + 1).min(paragraph.len());
                let place = make(&text, number, words.start as u32 + 1, words.end as u32).expect("words");
                let found = find(&text, paragraph.folded(words).expect("words"));
                prop_assert!(found.iter().any(|(how, selector)| *how == Match::Exact && *selector == place), "{:?}", found);
            }
        }
    }
}

#[test]
fn texts_that_nobody_would_write_are_read_all_the_same() {
    let read = |name: &str, text: &str| Text::read(name, text, Paragraphs::Lines);
    let line = read("x.txt", &"one long line ".repeat(100_000));
    let anchor = make(&line, 1, 150_000, 150_002).expect("words in the middle");
    assert_eq!(verify(&line, anchor), Verification::Exact);
    assert!(matches!(verify(&line, Selector { first: 1, last: 4, ..anchor }), Verification::Orphan));

    let many = read("x.txt", &"short\n".repeat(200_000));
    assert_eq!(many.paragraphs.len(), 200_000);
    assert!(
        matches!(verify(&many, Selector { paragraph: 300_000, ..make(&many, 1, 1, 1).expect("a word") }), Verification::Ambiguous(first) if first.len() == 100)
    );

    let marks = read("x.txt", &"\u{301}".repeat(500_000));
    assert_eq!((marks.paragraphs.len(), marks.paragraphs[0].len()), (1, 1));
    assert_eq!(read("x.txt", "\u{202e}الجار قبل الدار\u{202c}").paragraphs[0].words().count(), 3);
    assert_eq!(read("x.txt", &"\0".repeat(1000)).paragraphs[0].len(), 0);

    let deep = read("x.html", &("<div>".repeat(200_000) + "at the bottom"));
    assert_eq!(deep.paragraphs.len(), 1);
    assert_eq!(read("x.html", "<script>never closed <p>text").paragraphs.len(), 0);
    assert_eq!(read("x.md", &("> ".repeat(10_000) + "at the bottom")).paragraphs[0].len(), 3);
}

#[test]
fn the_built_in_corpus_is_clean() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let loaded = Project::load(&Request { root: Some(root), ..Request::default() }).expect("a corpus");
    let codes: Vec<_> = loaded.findings.codes().map(|(code, _)| code).filter(|code| *code != "unverified").collect();
    assert!(!loaded.findings.has_errors(), "{codes:?}");
}
