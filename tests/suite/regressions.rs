//! Flaws that were found once and stay mended: selections by level, counts, granularity, what is silent about whom.

use parallax_core::diff::{Difference, Silence};
use parallax_core::messages::Messages;
use parallax_core::model::{Corpus, Factuality};
use parallax_core::network::{Network, View};
use parallax_render::{Figure, FigureEdge};

use crate::folder::{self, states, types};

/// Two leaders, each for a state.
const LEADERS: &str = r#"
[[actor]]
id = "pericles"
name = "Pericles"
kind = "person"
stands-for = ["athens"]

[[actor]]
id = "archidamus"
name = "Archidamus"
kind = "person"
stands-for = ["sparta"]
"#;

const TYPES: [(&str, i8, bool); 3] = [("allies-with", 1, false), ("opposes", -1, true), ("attacks", -1, true)];

/// A corpus of statements "from type to", with more fields after a bar.
fn corpus(thucydides: &[&str], herodotus: &[&str]) -> Corpus {
    let written = |author: &str, said: &[&str]| {
        let relations = said.iter().map(|said| {
            let (said, more) = said.split_once(" | ").unwrap_or((said, ""));
            let [from, kind, to] = said.split(' ').collect::<Vec<_>>()[..] else { panic!("three words: {said}") };
            let list = |names: &str| format!("{:?}", names.split('+').collect::<Vec<_>>());
            format!("[[relation]]\nfrom = {}\nto = {}\ntype = \"{kind}\"\n{more}\n", list(from), list(to))
        });
        format!("author = \"{author}\"\n{}", relations.collect::<String>())
    };
    let actors = states(&["athens", "sparta", "thebes", "argos"]) + LEADERS;
    folder::corpus(actors, types(&TYPES), [written("thucydides", thucydides), written("herodotus", herodotus)])
}

fn view(corpus: &Corpus, text: &str) -> View {
    View::parse(text, corpus).expect("a view")
}

fn difference(corpus: &Corpus) -> Difference<'_> {
    Difference::of(corpus, &view(corpus, "thucydides"), &view(corpus, "herodotus"))
}

/// How many statements a view has on record, and shows.
fn taken(corpus: &Corpus, text: &str) -> (usize, usize) {
    let view = view(corpus, text);
    (view.record(corpus).len(), view.shown(corpus).len())
}

#[test]
fn actor_and_near_are_looked_for_at_the_level_of_the_view() {
    let corpus = corpus(&["pericles opposes archidamus", "athens allies-with argos", "sparta allies-with thebes"], &[]);
    for who in ["pericles", "athens"] {
        assert_eq!(taken(&corpus, &format!("thucydides:actor={who},level=state")), (2, 2));
        assert_eq!(taken(&corpus, &format!("thucydides:near={who},level=state")), (2, 2));
        assert_eq!(taken(&corpus, &format!("thucydides:near={who}~2,level=state")), (3, 3));
        assert_eq!(taken(&corpus, &format!("thucydides:near={who}")), (1, 1));
    }
}

#[test]
fn a_comparison_reads_the_neighbourhood_alone() {
    let corpus = corpus(&["athens opposes sparta", "thebes opposes argos"], &["thebes allies-with argos"]);
    let near = |author: &str| view(&corpus, &format!("{author}:near=athens"));
    let difference = Difference::of(&corpus, &near("thucydides"), &near("herodotus"));
    assert_eq!(difference.dyads.len(), 1);
}

#[test]
fn of_a_list_only_those_nearby_are_drawn() {
    let corpus = corpus(&["athens opposes sparta+thebes"], &[]);
    let near = view(&corpus, "thucydides:near=sparta");
    assert_eq!(Network::of(&corpus, &near).actors().count(), 2);
    assert_eq!(Difference::of(&corpus, &near, &view(&corpus, "herodotus")).dyads.len(), 1);
}

#[test]
fn statements_within_one_actor_are_counted_once_and_nearby() {
    let said = ["pericles+athens opposes pericles+athens", "archidamus opposes sparta", "athens opposes argos"];
    let corpus = corpus(&said, &[]);
    let loops = |text: &str| Network::of(&corpus, &view(&corpus, text)).loops.len();
    assert_eq!(loops("thucydides:level=state"), 2);
    assert_eq!(loops("thucydides:level=state,near=argos"), 1);
}

#[test]
fn whom_a_text_names_stands_in_it_for_a_state() {
    let corpus = corpus(&["athens opposes sparta"], &["pericles opposes thebes", "archidamus opposes thebes"]);
    let silences: Vec<_> = difference(&corpus).dyads.iter().filter_map(parallax_core::diff::Dyad::silence).collect();
    assert!(silences.contains(&Silence::Unrelated), "{silences:?}");
}

#[test]
fn dyads_in_common_are_counted_as_the_files_name_them() {
    // The second dyad of the first author meets the second author's by lifting alone.
    let corpus = corpus(
        &["athens opposes sparta", "pericles opposes thebes"],
        &["athens opposes sparta", "athens opposes thebes"],
    );
    let common = difference(&corpus).numbers.jaccard_dyads.expect("there are dyads");
    assert!((common - 1.0 / 3.0).abs() < 1e-9, "{common}");
}

#[test]
fn a_whole_that_both_name_is_no_other_grain() {
    let both = corpus(&["pericles opposes thebes", "athens opposes argos"], &["athens opposes thebes"]);
    assert!(difference(&both).actors.granularity.is_empty());
    let one = corpus(&["pericles opposes thebes"], &["athens opposes thebes"]);
    assert_eq!(difference(&one).actors.granularity.len(), 1);
}

#[test]
fn what_is_denied_of_one_pair_is_one_line() {
    let denied = ["athens opposes sparta | negated = true", "athens attacks sparta | negated = true\nstrength = 3"];
    let corpus = corpus(&["athens opposes sparta", "athens attacks sparta"], &denied);
    let figure = Figure::of_difference(&difference(&corpus), None, Messages::english());
    let denied: Vec<&FigureEdge> = figure.edges.iter().filter(|edge| edge.factuality == Factuality::Denied).collect();
    assert_eq!(denied.iter().map(|edge| edge.relations.len()).collect::<Vec<_>>(), [2]);
    assert_eq!(denied.iter().map(|edge| edge.strength).collect::<Vec<_>>(), [3]);
    assert!(denied.iter().all(|edge| edge.label.contains("attacks")), "{:?}", denied[0].label);
}
