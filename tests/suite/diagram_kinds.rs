//! The forms of a picture: what each leaves where it was, leaves out, or sets against the other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use parallax_core::diff::Comparison;
use parallax_core::messages::LANGUAGES;
use parallax_core::model::Corpus;
use parallax_core::network::View;
use parallax_formats::report;
use parallax_project::saved::in_form;
use parallax_render::{
    DIAGRAM_KINDS, DiagramKind, Drawing, Figure, Group, Item, Options, RenderRequest, RenderStyle, SideSet,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::folder::{self, loaded, states, types};
use crate::world::{World, worlds};
use crate::written::{Names, Notation, written};

const TYPES: [(&str, i8, bool); 3] = [("allies-with", 1, false), ("opposes", -1, true), ("watches", 0, true)];

/// A corpus of statements "from type to", with more fields after a bar.
fn corpus(actors: &[&str], thucydides: &[&str], herodotus: &[&str]) -> Corpus {
    let said = |author: &str, said: &[&str]| {
        let relation = |said: &&str| {
            let (said, more) = said.split_once(" | ").unwrap_or((said, ""));
            let [from, kind, to] = said.split(' ').collect::<Vec<_>>()[..] else { panic!("three words: {said}") };
            format!("[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"{kind}\"\n{more}\n")
        };
        format!("author = \"{author}\"\n{}", said.iter().map(relation).collect::<String>())
    };
    folder::corpus(states(actors), types(&TYPES), [said("thucydides", thucydides), said("herodotus", herodotus)])
}

/// Both agree on one line, contradict each other on one, and have some alone; thebes is in no text but in what they share.
fn quarrel() -> Corpus {
    corpus(
        &["athens", "sparta", "thebes", "argos", "corinth"],
        &["thebes allies-with argos", "athens allies-with sparta", "athens opposes corinth"],
        &[
            "thebes allies-with argos",
            "athens opposes sparta",
            "athens opposes corinth | negated = true",
            "sparta watches argos",
        ],
    )
}

/// One author at two times, as witnesses apart: what is not dated is of both.
const BEFORE: &str = "herodotus:period=../2000";
const SINCE: &str = "herodotus:period=2001/..";

fn drawn(form: &str, corpus: &Corpus, views: &[&str], options: &Options) -> Drawing {
    let views = views.iter().map(|text| View::parse(text, corpus).expect("a view")).collect();
    let form = DiagramKind::named(form).expect("a form");
    in_form(form, RenderRequest::of(corpus, views), options).expect("a picture")
}

fn both(form: &str, corpus: &Corpus) -> Drawing {
    drawn(form, corpus, &["thucydides", "herodotus"], &Options::default())
}

/// The groups of a picture whose first class is this, by id.
fn groups<'d>(items: &'d [Item], class: &str, found: &mut BTreeMap<String, &'d Group>) {
    for item in items {
        if let Item::Group(group) = item {
            if group.class.split(' ').next() == Some(class) && !group.id.is_empty() {
                assert!(found.insert(group.id.clone(), group).is_none(), "{} stands there twice", group.id);
            }
            groups(&group.items, class, found);
        }
    }
}

/// The cells of a matrix: who acts on whom, and the classes of what is said.
fn cells(drawing: &Drawing) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut found = BTreeMap::new();
    groups(&drawing.scene.items, "cell", &mut found);
    let ends = |id: &str| {
        let (from, to) = id.strip_prefix("cell-").and_then(|id| id.split_once("--")).expect("two actors");
        // A plus, which joins the ids of several together, is written by its number.
        (from.replace(".2b.", "+"), to.replace(".2b.", "+"))
    };
    let classes = |group: &Group| group.class.split(' ').skip(1).map(str::to_owned).collect();
    found.into_iter().map(|(id, group)| (ends(&id), classes(group))).collect()
}

/// The lines of a figure, by the names of their ends.
fn lines(figure: &Figure) -> BTreeSet<(String, String, String, SideSet)> {
    let id = |index: usize| figure.nodes[index].id.clone();
    figure.edges.iter().map(|line| (id(line.from), id(line.to), line.label.clone(), line.said_by)).collect()
}

fn set(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn no_actor_moves_from_the_superposition_to_the_other_forms() {
    let corpus = quarrel();
    let whole = both("superposition", &corpus).places();
    assert_eq!(both("only", &corpus).places().centres, whole.centres);
    let options = Options { places: whole.clone(), ..Options::default() };
    let apart = drawn("side-by-side", &corpus, &["thucydides", "herodotus"], &options);
    assert_eq!(apart.places().centres, whole.centres);
    // Of itself it has the places of the superposition, pressed onto half of a page: who stood far to the left of another still does.
    let apart = both("side-by-side", &corpus);
    let (before, after) = (&whole.centres, apart.places().centres);
    for (one, other) in before.keys().flat_map(|one| before.keys().map(move |other| (one, other))) {
        assert!(before[one].x + 200.0 > before[other].x || after[one].x < after[other].x, "{one} and {other}");
    }
    let [a, b] = apart.panels.as_slice() else { panic!("two panels") };
    for (node, at) in a.figure.nodes.iter().chain(&a.ghosts).zip(&a.placement.nodes) {
        let other = b.figure.nodes.iter().chain(&b.ghosts).position(|other| other.id == node.id).expect("everybody");
        assert_eq!(b.placement.nodes[other], *at, "{}", node.id);
    }
}

#[test]
fn each_side_has_its_own_lines_and_the_contradictions_of_both() {
    let apart = both("side-by-side", &quarrel());
    let said: Vec<Vec<(String, bool)>> = apart
        .panels
        .iter()
        .map(|panel| panel.figure.edges.iter().map(|line| (line.label.clone(), line.contested.is_some())).collect())
        .collect();
    let line = |label: &str, contradiction: bool| (label.to_owned(), contradiction);
    let mut sorted = said;
    for side in &mut sorted {
        side.sort();
    }
    assert_eq!(sorted[0], [line("allies with", false), line("allies with", true), line("opposes", true)]);
    // What the second denies is drawn, though it is not held.
    let denied =
        [line("allies with", false), line("not: opposes", true), line("opposes", true), line("watches", false)];
    assert_eq!(sorted[1], denied);
}

#[test]
fn only_differences_are_part_of_the_superposition() {
    let corpus = quarrel();
    let (whole, only) = (both("superposition", &corpus), both("only", &corpus));
    let (whole, part) = (&whole.panels[0].figure, &only.panels[0].figure);
    let alike: BTreeSet<_> = lines(whole).into_iter().filter(|line| line.3 == SideSet::Both).collect();
    assert_eq!(lines(part), lines(whole).difference(&alike).cloned().collect());
    assert_eq!((alike.len(), part.alike.lines), (1, 1));
    assert_eq!(only.panels[0].ghosts.iter().map(|ghost| &*ghost.id).collect::<Vec<_>>(), ["thebes"]);
    assert!(only.scene.desc.contains("Left out, because both draw it alike: 1 line"), "{}", only.scene.desc);
}

#[test]
fn a_matrix_has_every_pair_once_a_side() {
    let drawing = both("matrix", &quarrel());
    assert!(drawing.panels.is_empty());
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let expected = BTreeMap::from([
        (pair("thebes", "argos"), set(&["positive"])),
        (pair("argos", "thebes"), set(&["positive"])),
        (pair("athens", "sparta"), set(&["a-positive", "b-negative", "contested"])),
        // What only one says the other way round contradicts nothing.
        (pair("sparta", "athens"), set(&["a-positive"])),
        (pair("athens", "corinth"), set(&["a-negative", "b-negative-denied", "contested"])),
        (pair("sparta", "argos"), set(&["b-neutral"])),
    ]);
    assert_eq!(cells(&drawing), expected);
    assert!(drawing.scene.desc.contains("upper left half is of Thucydides"), "{}", drawing.scene.desc);
}

#[test]
fn a_consensus_says_how_many_hold_each_line() {
    let corpus = quarrel();
    let views = ["thucydides", BEFORE, &format!("{SINCE},type=watches+allies-with")];
    let drawing = drawn("consensus", &corpus, &views, &Options::default());
    let figure = &drawing.panels[0].figure;
    let said: BTreeSet<(String, String, u8, bool)> = figure
        .edges
        .iter()
        .map(|line| (line.label.clone(), figure.letters(line), line.strength, line.contested.is_some()))
        .collect();
    let line = |label: &str, letters: &str, strength: u8, contradiction: bool| {
        (label.to_owned(), letters.to_owned(), strength, contradiction)
    };
    let expected = [
        line("allies with, 3 of 3", "ABC", 3, false),
        line("allies with, 1 of 3", "A", 1, true),
        line("opposes, 1 of 3", "A", 1, true),
        line("opposes, 1 of 3", "B", 1, true),
        line("watches, 2 of 3", "BC", 2, false),
    ];
    assert_eq!(said, BTreeSet::from(expected));
}

#[test]
fn forms_refuse_other_numbers_of_views() {
    let corpus = quarrel();
    let names: BTreeSet<&str> = DIAGRAM_KINDS.iter().map(|form| form.name).collect();
    assert_eq!(names.len(), DIAGRAM_KINDS.len());
    for form in DIAGRAM_KINDS {
        for count in [0, 1, 2, 3] {
            let views = &["thucydides", BEFORE, SINCE][..count];
            let views = views.iter().map(|text| View::parse(text, &corpus).expect("a view")).collect();
            let made = in_form(form, RenderRequest::of(&corpus, views), &Options::default());
            assert_eq!(made.is_ok(), form.views.contains(&count), "{} of {count}", form.name);
        }
    }
}

#[test]
fn nothing_and_next_to_nothing_can_be_drawn() {
    let empty = corpus(&["athens"], &[], &[]);
    let lone = corpus(&["athens", "sparta"], &["athens opposes sparta"], &[]);
    for form in DIAGRAM_KINDS {
        for corpus in [&empty, &lone] {
            let drawing = both(form.name, corpus);
            assert!(drawing.scene.width > 0.0 && drawing.scene.height > 0.0, "{}", form.name);
        }
        let said = format!("{:?}", both(form.name, &empty).scene.items);
        assert!(said.contains("Nothing to draw"), "{}", form.name);
    }
}

/// The corpus of a world.
fn resolved(world: &World, names: &Names) -> Corpus {
    let folder = folder::folder(&written(world, names, Notation::Toml, None));
    loaded(folder.path()).corpus
}

fn laws() -> ProptestConfig {
    ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(1914), failure_persistence: None, ..ProptestConfig::default() }
}

/// A class of the other side.
fn swapped(class: &str) -> String {
    match (class.strip_prefix("a-"), class.strip_prefix("b-")) {
        (Some(rest), _) => format!("b-{rest}"),
        (_, Some(rest)) => format!("a-{rest}"),
        _ => class.to_owned(),
    }
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn swapping_the_authors_swaps_the_halves(world in worlds(24)) {
        let corpus = resolved(&world, &Names::plain());
        let one = cells(&both("matrix", &corpus));
        let other = cells(&drawn("matrix", &corpus, &["herodotus", "thucydides"], &Options::default()));
        let turned = other.into_iter().map(|(pair, classes)| (pair, classes.iter().map(|class| swapped(class)).collect()));
        prop_assert_eq!(one, turned.collect::<BTreeMap<_, BTreeSet<String>>>());
    }

    #[test]
    fn a_matrix_and_the_differences_say_what_the_superposition_does(world in worlds(16)) {
        let corpus = resolved(&world, &Names::plain());
        let whole = both("superposition", &corpus);
        let figure = &whole.panels[0].figure;
        let ends = figure.edges.iter().flat_map(|line| {
            let (from, to) = (figure.nodes[line.from].id.clone(), figure.nodes[line.to].id.clone());
            let back = (!line.directed).then(|| (to.clone(), from.clone()));
            [Some((from, to)), back]
        });
        let pairs: BTreeSet<(String, String)> = ends.flatten().collect();
        prop_assert_eq!(cells(&both("matrix", &corpus)).into_keys().collect::<BTreeSet<_>>(), pairs);
        let only = both("only", &corpus);
        prop_assert!(lines(&only.panels[0].figure).is_subset(&lines(figure)));
        prop_assert!(lines(&only.panels[0].figure).iter().all(|line| line.3 != SideSet::Both));
    }
}

#[test]
fn names_cannot_break_out_of_a_matrix() {
    let names = ["</text><script>", "a\u{202e}b\u{0}c", &"Ж".repeat(300), "&amp; \"quoted\""];
    let actors: String = names
        .iter()
        .enumerate()
        .map(|(nth, name)| {
            format!("\n[[actor]]\nid = \"n{nth}\"\nname = {}\nkind = \"state\"\n", serde_json::json!(name))
        })
        .collect();
    let said =
        "author = \"thucydides\"\n[[relation]]\nfrom = [\"n0\", \"n1\"]\nto = [\"n2\", \"n3\"]\ntype = \"opposes\"\n";
    let corpus = folder::corpus(actors, types(&TYPES), [said.to_owned(), "author = \"herodotus\"\n".to_owned()]);
    let drawing = both("matrix", &corpus);
    let svg = parallax_project::outputs::by_extension("svg").expect("SVG").write(&drawing).expect("a picture");
    let svg = String::from_utf8(svg).expect("UTF-8");
    assert!(!svg.contains("<script") && svg.contains("&lt;script"));
    assert!(drawing.scene.width < 1_600.0, "{}", drawing.scene.width);
}

/// Two historians on eight questions, with every mark that an issue chart has.
fn questions() -> Corpus {
    loaded(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/questions")).corpus
}

const HISTORIANS: [&str; 2] = ["thucydides", "herodotus"];

/// The ids of the beads of a picture: issue, answer, side, and how far it holds.
fn beads(drawing: &Drawing) -> BTreeSet<String> {
    let mut found = BTreeMap::new();
    let pages = [&drawing.scene].into_iter().chain(&drawing.more);
    pages.for_each(|page| groups(&page.items, "bead", &mut found));
    found.into_keys().collect()
}

#[test]
fn an_issue_chart_has_every_mark_where_the_author_stands() {
    let corpus = questions();
    let expected = [
        "bead-gain--persia--1-denied",
        "bead-gain--persia--2-held",
        "bead-gain--sparta--1-held",
        "bead-gain--sparta--2-held",
        "bead-guilt--sparta--2-held",
        "bead-guilt--wrong-question--1-held",
        "bead-next-war--later--1-open",
        "bead-next-war--soon--2-open",
        "bead-oracle--undecided--2-held",
        "bead-oracle--yes--1-open",
        "bead-persian-aid--no--1-held",
        "bead-persian-aid--no--2-held",
        "bead-plague--crowd--1-held",
        "bead-plague--south--1-held",
        "bead-sea-power--little--2-held",
        "bead-sea-power--wholly--1-held",
        "bead-sea-power--wholly--2-held",
        "bead-war-cause--fear--1-held",
        "bead-war-cause--gods--2-held",
        "bead-war-cause--quarrel--1-held",
        "bead-war-cause--quarrel--2-open",
    ];
    let drawing = drawn("issues", &corpus, &HISTORIANS, &Options::default());
    assert_eq!(beads(&drawing), set(&expected));
    let told = &drawing.scene.desc;
    for said in
        ["8 issues, 4 contested", "Herodotus: silent", "not Thucydides", "Thucydides (guarded)", "for other reasons"]
    {
        assert!(told.contains(said) || format!("{:?}", drawing.scene.items).contains(said), "{said}: {told}");
    }
    // A wish is no answer, and is told to be left out.
    assert!(format!("{:?}", drawing.scene.items).contains("Not shown: 1 position"));
}

#[test]
fn swapping_the_sides_of_an_issue_chart_swaps_only_sides() {
    let corpus = questions();
    let swapped = |id: &String| match (id.replace("--1-", "--2-"), id.replace("--2-", "--1-")) {
        (there, back) if there == *id => back,
        (there, _) => there,
    };
    let contested = |drawing: &Drawing| {
        let mut rows = BTreeMap::new();
        groups(&drawing.scene.items, "issue", &mut rows);
        rows.into_iter().map(|(id, row)| (id, row.class.clone())).collect::<BTreeMap<_, _>>()
    };
    let there = drawn("issues", &corpus, &HISTORIANS, &Options::default());
    let back = drawn("issues", &corpus, &[HISTORIANS[1], HISTORIANS[0]], &Options::default());
    assert_eq!(beads(&there), beads(&back).iter().map(swapped).collect());
    assert_eq!(contested(&there), contested(&back));
    assert_eq!((there.scene.width, there.scene.height), (back.scene.width, back.scene.height));
}

#[test]
fn the_first_rows_are_kept_and_the_others_counted() {
    let corpus = questions();
    let style = RenderStyle { top: Some(1), ..RenderStyle::default() };
    let options = Options { style, ..Options::default() };
    for (form, class, said) in [
        ("issues", "issue", "Left out: 7 of 8 issues"),
        ("naming", "named", "Left out: 1 of 2 actors"),
        ("briefing", "line", "of 15 lines"),
    ] {
        let drawing = drawn(form, &corpus, &HISTORIANS, &options);
        let mut rows = BTreeMap::new();
        groups(&drawing.scene.items, class, &mut rows);
        assert_eq!(rows.len(), 1, "{form}");
        assert!(format!("{:?}", drawing.scene.items).contains(said), "{form}");
    }
}

#[test]
fn a_naming_table_counts_the_words_of_each_side() {
    let drawing = drawn("naming", &questions(), &HISTORIANS, &Options::default());
    let told = &drawing.scene.desc;
    for said in [
        "Athens: Thucydides: “the islanders of the mind”, “the tyrant city”; Herodotus: “a city of ships”.",
        "Sparta: Thucydides: “the other city” ×2.",
    ] {
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn a_briefing_is_drawn_in_the_words_of_its_report() {
    let corpus = questions();
    let views = HISTORIANS.map(|text| View::parse(text, &corpus).expect("a view"));
    for messages in &LANGUAGES {
        let mut report = Vec::new();
        let options = report::Options { messages, width: 100_000, ..report::Options::default() };
        let comparison = Comparison::of(&corpus, &views);
        report::by_name("text").briefing(&comparison, &options, &mut report).expect("memory");
        let report = String::from_utf8(report).expect("letters");
        // A line of the report ends with the command that shows more, which nobody can type on a slide.
        let more = messages.with("brief-more", [("command", "".into())]);
        let written: Vec<&str> = report.lines().filter_map(|line| line.strip_prefix("- ")).collect();
        let written: Vec<&str> = written.iter().filter_map(|line| line.split(&more).next()).map(str::trim).collect();
        let style = RenderStyle { language: Some(messages), ..RenderStyle::default() };
        let drawing = drawn("briefing", &corpus, &HISTORIANS, &Options { style, ..Options::default() });
        let mut rows = BTreeMap::new();
        groups(&drawing.scene.items, "line", &mut rows);
        assert!(written.len() > 8 && rows.len() == written.len(), "{}: {}", messages.code, rows.len());
        for (line, number) in written.iter().zip(1..) {
            assert_eq!(rows[&format!("line-{number}")].title, **line, "{}", messages.code);
            assert!(drawing.scene.desc.contains(line), "{}: {line}", messages.code);
        }
    }
}

#[test]
fn a_timeline_has_what_is_dated_in_its_order_and_counts_the_rest() {
    let said = ["-0403", "-0430", "-0430"].map(|when| format!("athens opposes sparta | when = \"{when}\""));
    let [late, early, again] = said.each_ref().map(String::as_str);
    let corpus = corpus(&["athens", "sparta"], &[late, early, again, "athens opposes sparta"], &[early]);
    let drawing = drawn("timeline", &corpus, &HISTORIANS, &Options::default());
    let told = &drawing.scene.desc;
    let at = |said: &str| told.find(said).unwrap_or_else(|| panic!("{said} in {told}"));
    let both = "Thucydides: Athens → Sparta: opposes ×2 (negative); Herodotus: Athens → Sparta: opposes (negative).";
    assert!(at(both) < at(": Thucydides: Athens → Sparta: opposes (negative)."));
    let mut rows = BTreeMap::new();
    groups(&drawing.scene.items, "time", &mut rows);
    assert_eq!(rows.len(), 2);
    assert!(format!("{:?}", drawing.scene.items).contains("1 statement has no time"));
}

#[test]
fn a_slide_has_letters_for_the_last_row_or_is_a_poster() {
    let corpus = loaded(Path::new(env!("CARGO_MANIFEST_DIR"))).corpus;
    for (selection, fits) in [("hudis:tag=slide", true), ("pozhidaev:tag=slide", true), ("hudis", false)] {
        let drawing = drawn("panels", &corpus, &[selection], &Options::default());
        let page = (drawing.scene.width, drawing.scene.height);
        assert_eq!(page == (1280.0, 720.0), fits, "{selection}: {page:?}");
        assert!((drawing.scene.width / drawing.scene.height - 16.0 / 9.0).abs() < 1e-9, "{selection}: {page:?}");
        assert_eq!(drawing.small().is_none(), fits, "{selection}");
        assert_eq!(format!("{:?}", drawing.scene.items).contains("poster"), !fits, "{selection}");
    }
}
