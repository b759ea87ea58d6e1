//! The briefing and the overview of the built-in corpus: short enough, and the same whichever side stands first.

use std::path::Path;

use parallax_core::brief::Briefing;
use parallax_core::diff::Comparison;
use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::network::View;
use parallax_formats::report::{self, Options, REPORTS, Target};
use parallax_project::Project;

use crate::folder::{corpus, loaded, states, types};

/// A line of a briefing has so many words at most, beside its figures and passages.
const WORDS: usize = 30;
/// The overview has so many lines at most.
const LINES: usize = 150;

fn built_in() -> Project {
    loaded(Path::new(env!("CARGO_MANIFEST_DIR")))
}

fn views(project: &Project, names: [&str; 2]) -> [View; 2] {
    names.map(|name| View::parse(name, &project.corpus).expect("an author"))
}

/// The words of a line: neither figures nor passages.
fn words(line: &[report::BriefingPiece]) -> String {
    let is_passage =
        |piece: &&report::BriefingPiece| matches!(piece.target, Some(Target::Statement(_) | Target::Position(_)));
    let text: String = line.iter().filter(|piece| !is_passage(piece)).map(|piece| piece.text.as_str()).collect();
    // A figure stands in brackets with what it counts, or as a share.
    let figures = text.replace('[', "(").replace(']', ")");
    let told = figures.split('(').enumerate().map(|(nth, part)| match part.split_once(')') {
        Some((figure, rest)) if nth > 0 && (figure.is_empty() || figure.chars().any(char::is_numeric)) => rest,
        _ => part,
    });
    let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
    told.flat_map(str::split_whitespace).filter(is_word).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_line_has_thirty_words_at_most() {
    let project = built_in();
    let views = views(&project, ["pozhidaev", "hudis"]);
    let comparison = Comparison::of(&project.corpus, &views);
    let (_, _, lines) = report::briefing(&comparison, &Briefing::of(&comparison), Messages::english());
    assert!(lines.len() > 9, "{} lines", lines.len());
    let long: Vec<String> =
        lines.iter().map(|line| words(line)).filter(|line| line.split(' ').count() > WORDS).collect();
    assert!(long.is_empty(), "longer than {WORDS} words: {long:#?}");
}

#[test]
fn the_overview_fits_into_a_few_pages() {
    let project = built_in();
    for names in [["pozhidaev", "hudis"], ["hudis", "pozhidaev"]] {
        let views = views(&project, names);
        let mut out = Vec::new();
        let told = REPORTS[0].comparison(&Comparison::of(&project.corpus, &views), &Options::default(), &mut out);
        told.expect("memory has room");
        let lines = String::from_utf8(out).expect("text").lines().count();
        assert!(lines <= LINES, "{lines} lines of {names:?}");
    }
}

/// A corpus of some states in which both authors say the same: of ties `a b +`, one a line.
fn said_of(ties: &str) -> Corpus {
    let line = |(nth, tie): (usize, &str)| {
        let [from, to, sign] = tie.split(' ').collect::<Vec<_>>()[..] else { panic!("{tie}: two states and a sign") };
        let kind = if sign == "+" { "helps" } else { "fights" };
        format!("\n[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"{kind}\"\ngloss = \"Tie {nth}.\"\n")
    };
    let said: String = ties.lines().enumerate().map(line).collect();
    let author = |id: &str| format!("author = \"{id}\"\n{said}");
    corpus(
        states(&["ath", "cor", "del", "egy"]),
        types(&[("helps", 1, true), ("fights", -1, true)]),
        ["thucydides", "herodotus"].map(author),
    )
}

fn briefed(corpus: &Corpus) -> Briefing {
    let views = ["thucydides", "herodotus"].map(|name| View::parse(name, corpus).expect("an author"));
    Briefing::of(&Comparison::of(corpus, &views))
}

#[test]
fn camps_follow_what_outweighs_and_need_hostility() {
    let friends = "ath cor +\nath cor +\ndel egy +\ndel egy +";
    let none = briefed(&said_of(friends));
    assert!(none.camps.iter().all(|side| side.camps.is_empty()), "friends who do not meet are no camps");
    let told = briefed(&said_of(&format!("{friends}\nath del -\nath del -\nath del -\nath del +")));
    for side in told.camps {
        assert_eq!(
            side.camps.iter().map(Vec::len).collect::<Vec<_>>(),
            [2, 2],
            "three hostile ties outweigh a friendly one"
        );
        assert_eq!(side.crossing, None);
    }
    let even = briefed(&said_of(&format!("{friends}\nath del -\nath del +")));
    assert!(even.camps.iter().all(|side| side.camps.is_empty()), "what evens out divides nobody");
}

#[test]
fn camps_of_which_too_much_is_said_to_try_are_not_claimed() {
    let names: Vec<String> = (0..30).map(|number| format!("state{number}")).collect();
    let mut said = String::new();
    for (one, from) in names.iter().enumerate() {
        for (other, to) in names.iter().enumerate().skip(one + 1) {
            let kind = if one % 2 == other % 2 { "helps" } else { "fights" };
            said += &format!("\n[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"{kind}\"\n");
        }
    }
    let corpus = corpus(
        states(&names.iter().map(String::as_str).collect::<Vec<_>>()),
        types(&[("helps", 1, true), ("fights", -1, true)]),
        ["thucydides", "herodotus"].map(|id| format!("author = \"{id}\"\n{said}")),
    );
    assert!(briefed(&corpus).camps.iter().all(|side| side.untried && side.camps.is_empty()));
}

#[test]
fn what_both_give_the_same_weight_is_told_all_the_same() {
    let corpus = said_of("ath cor +");
    let centre = briefed(&corpus).centre;
    assert_eq!(centre.widest, None);
    assert!(centre.of_sides.iter().all(|side| side.len() == 2 && side.iter().all(|part| part.shares == [1.0, 1.0])));
    let views = ["thucydides", "herodotus"].map(|name| View::parse(name, &corpus).expect("an author"));
    let comparison = Comparison::of(&corpus, &views);
    let (_, _, lines) = report::briefing(&comparison, &Briefing::of(&comparison), Messages::english());
    let first: String = lines[0].iter().map(|piece| piece.text.as_str()).collect();
    assert!(first.contains("100 %") && !first.contains("hardly"), "{first}");
}
