//! What reports and pictures claim: in words for people, in the right number, and no more than the record holds.

use parallax_core::diff::{Comparison, Difference, Silence, Verdict, tally};
use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_formats::report::{Options, by_name};
use parallax_render::{Figure, SideSet};

use crate::folder::{self, states, types};

const TYPES: [(&str, i8, bool); 5] =
    [("helps", 1, true), ("attacks", -1, true), ("insults", -1, true), ("sanctions", -1, true), ("meets", 0, true)];

const ACTORS: &str = r#"
[[actor]]
id = "corinthians"
name = "The Corinthians"
kind = "state"
plural = true
"#;

/// Three authors, of whom the first are many.
const CONFIG: &str = "[[author]]\nid = \"editors\"\n[[author]]\nid = \"herodotus\"\n[[author]]\nid = \"kagan\"\n";

/// What an author says: "from type to", with more fields after a bar.
fn author(id: &str, name: &str, said: &[&str]) -> (String, String) {
    let relations = said.iter().map(|said| {
        let (said, more) = said.split_once(" | ").unwrap_or((said, ""));
        let [from, kind, to] = said.split(' ').collect::<Vec<_>>()[..] else { panic!("three words: {said}") };
        format!("[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"{kind}\"\n{more}\n")
    });
    let plural = if name.starts_with("The ") { "plural = true\n" } else { "" };
    let file = format!("[author]\nid = \"{id}\"\nname = \"{name}\"\n{plural}{}", relations.collect::<String>());
    (format!("relations/{id}.toml"), file)
}

fn corpus(editors: &[&str], herodotus: &[&str], kagan: &[&str]) -> Corpus {
    let mut files = vec![
        ("parallax.toml".to_owned(), CONFIG.to_owned()),
        ("actors/all.toml".to_owned(), states(&["athens", "sparta", "thebes"]) + ACTORS),
        ("relations/codebook.toml".to_owned(), types(&TYPES)),
    ];
    files.push(author("editors", "The Editors", editors));
    files.push(author("herodotus", "Herodotus", herodotus));
    files.push(author("kagan", "Kagan", kagan));
    let folder = folder::folder(&files);
    let loaded = folder::loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    loaded.corpus
}

fn view(corpus: &Corpus, text: &str) -> View {
    View::parse(text, corpus).expect("a view")
}

fn difference(corpus: &Corpus) -> Difference<'_> {
    Difference::of(corpus, &view(corpus, "editors"), &view(corpus, "herodotus"))
}

/// A report as text, on one line.
fn told(write: impl FnOnce(&Options, &mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    write(&Options { all: true, width: 100_000, ..Options::default() }, &mut out);
    String::from_utf8(out).expect("UTF-8").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn compared(corpus: &Corpus) -> String {
    told(|options, out| by_name("text").difference(&difference(corpus), options, out).expect("memory"))
}

fn shown(corpus: &Corpus, text: &str) -> String {
    let view = view(corpus, text);
    told(|options, out| by_name("text").network(&Network::of(corpus, &view), options, out).expect("memory"))
}

#[test]
fn a_consensus_says_no_more_than_all_who_hold_it() {
    let labels = |said: [&[&str]; 3]| {
        let corpus = corpus(said[0], said[1], said[2]);
        let views = ["editors", "herodotus", "kagan"].map(|text| view(&corpus, text));
        let figure = Figure::of_consensus(&Comparison::of(&corpus, &views), None, Messages::english());
        figure.edges.into_iter().map(|edge| edge.label).collect::<Vec<_>>()
    };
    let (attacks, insults, sanctions) = ("athens attacks sparta", "athens insults sparta", "athens sanctions sparta");
    assert_eq!(labels([&[attacks], &[insults], &[sanctions]]), ["hostile, 3 of 3"]);
    assert_eq!(labels([&[attacks], &[attacks], &[attacks, insults]]), ["attacks, 1 more, 3 of 3"]);
    assert_eq!(labels([&[attacks, insults], &[insults], &[]]), ["insults, 1 more, 2 of 3"]);
    let feared = ["athens helps sparta | attitude = \"fears\"", "athens helps sparta"];
    let corpus = corpus(&feared[..1], &feared[1..], &[]);
    let views = ["editors:attitude=fears", "herodotus"].map(|text| view(&corpus, text));
    let figure = Figure::of_consensus(&Comparison::of(&corpus, &views), None, Messages::english());
    assert_eq!(
        figure.edges.iter().map(|edge| &*edge.label).collect::<Vec<_>>(),
        ["helps, 1 of 2", "fears: helps, 1 of 2"]
    );
}

#[test]
fn a_consensus_sees_no_contradiction_across_times() {
    let contradicts = |editors: &str, herodotus: &str| {
        let corpus = corpus(&[editors], &[herodotus], &[]);
        let views = ["editors", "herodotus"].map(|text| view(&corpus, text));
        Figure::of_consensus(&Comparison::of(&corpus, &views), None, Messages::english())
            .edges
            .iter()
            .all(|edge| edge.contested.is_some())
    };
    assert!(contradicts("athens helps sparta", "athens attacks sparta | when = \"-0430\""));
    assert!(contradicts("athens helps sparta | when = \"-0431/-0420\"", "athens attacks sparta | when = \"-0430\""));
    assert!(!contradicts("athens helps sparta | when = \"-0479\"", "athens attacks sparta | when = \"-0430\""));
}

#[test]
fn only_in_one_is_who_is_nowhere_in_the_other() {
    let corpus = corpus(
        &["athens attacks sparta", "athens attacks thebes", "athens helps corinthians"],
        &["corinthians helps athens | against = [\"thebes\"]"],
        &[],
    );
    let figure = Figure::of_difference(&difference(&corpus), None, Messages::english());
    let lone: Vec<&str> = figure.nodes.iter().filter(|node| node.of_one_side).map(|node| &*node.id).collect();
    assert_eq!(lone, ["sparta"]);
    let report = compared(&corpus);
    assert!(report.contains("Only the Editors (1): Sparta."), "{report}");
    assert!(
        report
            .contains("Related by the Editors alone, and named by Herodotus, but related to nobody else (1): Thebes."),
        "{report}"
    );
}

#[test]
fn verbs_agree_with_plural_authors_and_actors() {
    let doubted = "corinthians attacks athens | stance = \"doubts\"\nholder = [\"sparta\"]";
    let corpus = corpus(&[doubted, "corinthians helps sparta"], &["athens attacks thebes"], &[]);
    let said = shown(&corpus, "editors:standing=any");
    assert!(said.contains("The Corinthians help Sparta"), "{said}");
    assert!(said.contains("claimed by Sparta, which the Editors doubt"), "{said}");
    let report = compared(&corpus);
    assert!(report.contains("The Editors are silent") && report.contains("Herodotus is silent"), "{report}");
    assert!(report.contains("The Editors do not name both actors"), "{report}");
    assert!(!report.contains("Corinthians is") && !report.contains("Editors is"), "{report}");
}

#[test]
fn an_attitude_sets_no_sign() {
    let corpus = corpus(&["athens attacks sparta | attitude = \"fears\""], &["athens helps sparta"], &[]);
    let found = difference(&corpus);
    assert_eq!(found.dyads[0].verdict, Verdict::Alike);
    assert!(found.dyads[0].signs[0].is_empty());
    assert!(shown(&corpus, "editors").contains("0 dyads"));
    let said = shown(&corpus, "editors:attitude=fears");
    assert!(
        said.contains("(1 feared)") && said.contains("Athens could attack Sparta: feared by the Editors"),
        "{said}"
    );
}

#[test]
fn an_attitude_is_lost_beside_nothing() {
    let told = |more: &str| {
        let corpus = corpus(&[&format!("athens attacks sparta | {more}")], &[], &[]);
        let view = view(&corpus, "editors:standing=any");
        let labels = Figure::of_network(&Network::of(&corpus, &view), None, Messages::english()).edges;
        (labels[0].label.clone(), shown(&corpus, "editors:standing=any"))
    };
    let rows = [
        (
            "mode = \"historical\"",
            "wanted: attacks",
            "1 once wanted",
            "Athens could attack Sparta: once wanted by the Editors",
        ),
        ("negated = true", "wants not: attacks", "1 wanted not to be", "Athens would not attack Sparta: wanted by"),
        (
            "stance = \"reports\"\nholder = \"thebes\"",
            "wants: attacks",
            "1 wanted",
            "wanted by Thebes, which the Editors leave open",
        ),
        ("stance = \"rejects\"\nholder = \"thebes\"", "rejects: attacks", "1 rejected", "which the Editors reject"),
    ];
    for (more, label, count, sentence) in rows {
        let (drawn, said) = told(&format!("attitude = \"wants\"\n{more}"));
        assert_eq!(drawn, label);
        assert!(said.contains(count) && said.contains(sentence) && !said.contains("denied"), "{said}");
    }
}

#[test]
fn a_tally_counts_what_is_held_and_not_what_is_feared() {
    let said = ["attitude = \"fears\"", "mode = \"hypothetical\"", "negated = true", "mode = \"historical\""];
    let said = said.map(|more| format!("athens attacks sparta | {more}"));
    let held = |said: &str| {
        let corpus = corpus(&[said], &["athens attacks sparta"], &[]);
        let tallies = tally(&corpus, &view(&corpus, "editors"), &view(&corpus, "herodotus"));
        tallies.iter().map(|(_, tally)| tally.a).sum::<usize>()
    };
    assert_eq!(said.each_ref().map(|said| held(said)), [0, 0, 0, 1]);
}

#[test]
fn what_differs_is_called_what_it_is() {
    let differing = |one: &str, other: &str| {
        let [one, other] = [one, other].map(|more| format!("athens attacks sparta | {more}"));
        let corpus = corpus(&[&one], &[&other], &[]);
        let found = difference(&corpus);
        found.dyads[0].pairs[0].differing.names().join(" ")
    };
    assert_eq!(differing("attitude = \"wants\"", ""), "attitude");
    assert_eq!(differing("attitude = \"wants\"", "attitude = \"wants\"\nnegated = true"), "attitude");
    assert_eq!(differing("mode = \"historical\"", "attitude = \"fears\""), "mode attitude");
    let by_thebes = |stance: &str| format!("stance = \"{stance}\"\nholder = \"thebes\"");
    assert_eq!(differing(&by_thebes("reports"), &by_thebes("doubts")), "stance");
    assert_eq!(differing(&by_thebes("endorses"), ""), "agrees");
}

#[test]
fn silence_about_another_time_is_that_of_a_selected_period_too() {
    let corpus = corpus(
        &["athens helps sparta | when = \"-0479\"", "athens helps thebes", "sparta helps thebes | when = \"-0430\""],
        &[],
        &[],
    );
    let found =
        Difference::of(&corpus, &view(&corpus, "editors:period=../-0470"), &view(&corpus, "editors:period=-0440/.."));
    let silences: Vec<_> =
        found.dyads.iter().filter_map(parallax_core::diff::Dyad::silence).map(Silence::name).collect();
    assert_eq!(silences, ["out-of-period"; 2]);
}

#[test]
fn an_author_speaks_by_the_own_name_and_number() {
    let told = |name: &str, actor: &str| {
        let head = format!("[author]\nid = \"editors\"\nname = \"{name}\"\nactor = \"{actor}\"\n");
        let statement = "[[relation]]\nfrom = \"athens\"\nto = \"sparta\"\ntype = \"attacks\"\nattitude = \"wants\"\n";
        let person = "[[actor]]\nid = \"kagan\"\nname = \"Donald Kagan\"\nlabel = \"Kagan\"\nkind = \"person\"\n";
        let files = vec![
            ("parallax.toml".to_owned(), String::new()),
            ("actors/all.toml".to_owned(), states(&["athens", "sparta", "thebes"]) + ACTORS + person),
            ("relations/codebook.toml".to_owned(), types(&TYPES)),
            ("relations/editors.toml".to_owned(), head + statement),
        ];
        let folder = folder::folder(&files);
        shown(&folder::loaded(folder.path()).corpus, "editors:attitude=wants")
    };
    assert!(told("Alpha", "corinthians").contains("wanted by Alpha"));
    assert!(told("The Thebans", "thebes").contains("wanted by the Thebans"));
    assert!(told("Donald Kagan", "kagan").contains("wanted by Kagan"));
}

#[test]
fn a_line_that_both_say_is_of_both_though_one_holds_more() {
    let denied = |said: &str| format!("{said} | negated = true");
    let both = denied("athens meets sparta");
    let corpus = corpus(&["athens helps sparta", &both], &[&denied("athens helps sparta"), &both], &[]);
    let figure = Figure::of_difference(&difference(&corpus), None, Messages::english());
    let mut drawn: Vec<_> = figure.edges.iter().map(|edge| (&*edge.label, edge.said_by)).collect();
    drawn.sort_unstable();
    assert_eq!(drawn, [("helps", SideSet::A), ("not: helps", SideSet::B), ("not: meets ×2", SideSet::Both)]);
}

#[test]
fn of_what_is_possible_only_what_the_verdict_rests_on_is_drawn() {
    let reported = |said: &str| format!("{said} | stance = \"reports\"\nholder = \"thebes\"");
    let of_b = [reported("athens helps sparta"), reported("athens meets sparta")];
    let corpus = corpus(&["athens helps sparta"], &of_b.each_ref().map(String::as_str), &[]);
    let figure = Figure::of_difference(&difference(&corpus), None, Messages::english());
    let mut drawn: Vec<_> = figure.edges.iter().map(|edge| (&*edge.label, edge.said_by)).collect();
    drawn.sort_unstable();
    assert_eq!(drawn, [("Thebes says: helps", SideSet::B), ("helps", SideSet::A)]);
}

#[test]
fn an_actor_weighs_more_only_where_more_is_said() {
    let more =
        ["athens attacks sparta", "athens attacks thebes", "sparta attacks thebes", "corinthians attacks athens"];
    let corpus = corpus(&more, &["corinthians attacks athens"], &[]);
    assert!(!compared(&corpus).contains("more for Herodotus"), "{}", compared(&corpus));
}

#[test]
fn dates_are_said_in_words() {
    let dates = [
        ("-0430/-0403", "431 to 404 BC"),
        ("2001-21", "spring 2001"),
        ("19XX", "some time in the 1900s (1900 to 1999)"),
        ("{1667,1669}", "1667 and 1669"),
        ("2004-06-~11", "2004-06-11, day approximate"),
    ];
    for (edtf, words) in dates {
        let statement = format!("athens attacks sparta | when = \"{edtf}\"");
        let said = shown(&corpus(&[&statement], &[], &[]), "editors");
        assert!(said.contains(words) && !said.contains(edtf), "{said}");
    }
}

#[test]
fn a_period_that_is_a_set_selects_its_members() {
    let said: Vec<String> = (1666..=1670).map(|year| format!("athens attacks sparta | when = \"{year}\"")).collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let corpus = corpus(&said, &[], &[]);
    let found = |period: &str| {
        let view = view(&corpus, &format!("editors:period={period}"));
        view.record(&corpus).len()
    };
    assert_eq!([found("1667/1669"), found("1668"), found("1667/..")], [3, 1, 4]);
}
