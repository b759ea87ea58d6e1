//! Several sides at once: which views are sides apart, who holds what, who is of a majority, and from how many dyads a figure is made.

use parallax_core::diff::{Comparison, Difference, HeldType, Share, Survey, doubled};
use parallax_core::model::Corpus;
use parallax_core::network::View;
use parallax_project::Project;

use crate::folder::{folder, loaded, states, types};

const TYPES: [(&str, i8, bool); 3] = [("allies-with", 1, false), ("trades-with", 1, false), ("opposes", -1, true)];

/// What each author says, statement by statement: `from type to`, with more fields after a bar.
fn corpus(authors: &[(&str, &[&str])]) -> Corpus {
    let mut files = vec![
        ("actors/all.toml".to_owned(), states(&["athens", "sparta", "thebes", "argos", "corinth", "delos"])),
        (
            "relations/codebook.toml".to_owned(),
            types(&TYPES) + "\n[[facet]]\nid = \"military\"\n[[facet]]\nid = \"economic\"\n",
        ),
    ];
    for (author, statements) in authors {
        let mut text = format!(
            "[author]\nid = \"{author}\"\nname = \"{author}\"\n[[work]]\nid = \"{author}-w\"\ntitle = \"W\"\n[[work]]\nid = \"{author}-v\"\ntitle = \"V\"\n"
        );
        for said in *statements {
            let (said, more) = said.split_once(" | ").unwrap_or((said, ""));
            let [from, kind, to] = said.split(' ').collect::<Vec<_>>()[..] else { panic!("three words: {said}") };
            text += &format!("[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"{kind}\"\n{more}\n");
        }
        files.push((format!("relations/{author}.toml"), text));
    }
    let folder = folder(&files);
    let loaded: Project = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    loaded.corpus
}

fn views(corpus: &Corpus, texts: &[&str]) -> Vec<View> {
    texts.iter().map(|text| View::parse(text, corpus).unwrap_or_else(|error| panic!("{text}: {error:?}"))).collect()
}

fn survey(corpus: &Corpus) -> Survey {
    let authors: Vec<&str> = corpus.authors.names().collect();
    Comparison::of(corpus, &views(corpus, &authors)).survey()
}

#[test]
fn of_more_than_two_sides_no_author_is_counted_twice() {
    let said: &[&str] = &["athens allies-with sparta"];
    let corpus = corpus(&[("ada", said), ("ben", said), ("cyd", said)]);
    let twice = |texts: &[&str]| doubled(&views(&corpus, texts)).map(|found| (found.sides, found.is_same));
    // Two may be of one author, or the same.
    assert_eq!(twice(&["ada", "ada"]), None);
    assert_eq!(twice(&["ada", "ada:sign=1"]), None);
    // What is the same however it is written.
    assert_eq!(twice(&["ada", "ben", "ada"]), Some(([0, 2], true)));
    assert_eq!(twice(&["ada:sign=1+-1", "ben", "ada:sign=-1+1"]), Some(([0, 2], true)));
    assert_eq!(twice(&["ada:sign=1,strength=2", "ada:sign=-1", "ada:strength=2,sign=1"]), Some(([0, 2], true)));
    assert_eq!(twice(&["ada+ben", "cyd", "ben+ada"]), Some(([0, 2], true)));
    // Of one author beside others, or a part and its whole.
    assert_eq!(twice(&["ada", "ben", "ada:sign=1"]), Some(([0, 2], false)));
    assert_eq!(twice(&["ada:sign=1", "ada:sign=-1", "ben"]), Some(([0, 1], false)));
    assert_eq!(twice(&["ada", "ada:sign=1", "ada:sign=-1"]), Some(([0, 1], false)));
    assert_eq!(twice(&["ben", "ada+cyd", "ada"]), Some(([1, 2], false)));
    assert_eq!(twice(&["ben", "ada", "ada:work=ada-w"]), Some(([1, 2], false)));
    assert_eq!(twice(&["ben", "ada:period=2010/2020", "ada:period=2012"]), Some(([1, 2], false)));
    // Witnesses apart: others, and one author's works, coders' readings and times; or selections of one among themselves.
    assert_eq!(twice(&["ada", "ben", "cyd"]), None);
    assert_eq!(twice(&["ben", "ada:work=ada-w", "ada:work=ada-v"]), None);
    assert_eq!(twice(&["ben", "ada:period=2010/2014", "ada:period=2014/2018"]), None);
    assert_eq!(twice(&["ada:sign=1", "ada:sign=0", "ada:sign=-1"]), None);
}

/// What some sides hold of a type, and who of them says the opposite as well.
fn held<'s>(survey: &'s Survey, corpus: &Corpus, kind: &str) -> &'s HeldType {
    survey.types.iter().find(|held| corpus.types.name(held.kind) == kind).expect("a type that is held")
}

fn sides(held: &HeldType) -> (Vec<usize>, Vec<usize>) {
    (held.sides.iter().copied().collect(), held.divided.iter().copied().collect())
}

#[test]
fn who_says_the_opposite_as_well_does_not_count_as_holding() {
    let military = |statement: &str| format!("{statement} | facets = [\"military\"]");
    let both = [military("athens allies-with sparta"), military("athens opposes sparta")];
    let both: Vec<&str> = both.iter().map(String::as_str).collect();
    let corpus = corpus(&[
        ("ada", &["athens allies-with sparta", "athens opposes sparta | negated = true"]),
        ("ben", &both),
        ("cyd", &["athens allies-with sparta", "athens allies-with sparta | negated = true"]),
        (
            "dan",
            &["athens allies-with sparta | facets = [\"military\"]", "athens opposes sparta | facets = [\"economic\"]"],
        ),
        ("eve", &["athens allies-with sparta | when = \"2010\"", "athens opposes sparta | when = \"2020\""]),
        ("fay", &["athens allies-with sparta", "athens opposes sparta | strength = 1"]),
        (
            "gus",
            &[
                "athens allies-with sparta",
                "athens allies-with sparta | negated = true\nwhen = \"2020\"",
                "athens allies-with sparta | when = \"2010\"",
            ],
        ),
    ]);
    let survey = survey(&corpus);
    // Ben holds both signs in one respect, Cyd and Gus deny what they hold; an ally in arms and a rival in trade, a foe of another
    // time, and a word in passing are no opposite.
    let allies = held(&survey, &corpus, "allies-with");
    assert_eq!(sides(allies), (vec![0, 3, 4, 5], vec![1, 2, 6]));
    assert_eq!(allies.share(7).map(Share::name), Some("most"));
    assert_eq!(sides(held(&survey, &corpus, "opposes")), (vec![3, 4, 5], vec![1]));
}

#[test]
fn what_only_the_divided_hold_has_no_share() {
    let both: &[&str] = &["athens allies-with sparta", "athens opposes sparta"];
    let corpus = corpus(&[("ada", both), ("ben", both), ("cyd", both), ("dan", &["athens trades-with thebes"])]);
    let survey = survey(&corpus);
    let allies = held(&survey, &corpus, "allies-with");
    assert_eq!((sides(allies), allies.share(4)), ((vec![], vec![0, 1, 2]), None));
    // Both signs are none that a majority could hold.
    assert!(survey.dyads.iter().all(|dyad| dyad.majority.is_empty()), "{survey:?}");
}

#[test]
fn who_holds_both_signs_answers_and_is_of_no_majority() {
    let (friend, both): (&[&str], &[&str]) =
        (&["athens allies-with sparta"], &["athens allies-with sparta", "athens opposes sparta"]);
    let of =
        |said: &[(&str, &[&str])]| -> Vec<usize> { survey(&corpus(said)).dyads[0].majority.iter().copied().collect() };
    assert_eq!(of(&[("ada", friend), ("ben", friend), ("cyd", friend), ("dan", both), ("eve", both)]), [0, 1, 2]);
    assert_eq!(
        of(&[("ada", friend), ("ben", friend), ("cyd", friend), ("dan", both), ("eve", both), ("fay", both)]),
        [0_usize; 0]
    );
}

#[test]
fn agreement_on_signs_has_a_figure_from_five_dyads_on() {
    let said = ["sparta", "thebes", "argos", "corinth", "delos"].map(|to| format!("athens allies-with {to}"));
    let agreement = |number: usize, foes: usize| {
        let friends: Vec<&str> = said[..number].iter().map(String::as_str).collect();
        let others = said[..number].iter().enumerate();
        let others: Vec<String> = others
            .map(|(at, said)| if at < foes { said.replace("allies-with", "opposes") } else { said.clone() })
            .collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let corpus = corpus(&[("ada", &friends), ("ben", &others)]);
        let views = views(&corpus, &["ada", "ben"]);
        let numbers = Difference::of(&corpus, &views[0], &views[1]).numbers;
        (numbers.signed_dyads, numbers.sign_agreement)
    };
    assert_eq!(agreement(4, 1), (4, None));
    assert_eq!(agreement(5, 1), (5, Some(0.8)));
}

#[test]
fn which_membership_counts_does_not_follow_from_places_and_names() {
    let lifted = |memberships: &[&str], when: &str| {
        let actors = states(&["athens", "sparta"])
            + &format!(
                "\n[[actor]]\nid = \"alcibiades\"\nname = \"Alcibiades\"\nkind = \"person\"\nstands-for = [{}]\n",
                memberships.join(", ")
            );
        let said = format!(
            "[author]\nid = \"ada\"\nname = \"Ada\"\n[[relation]]\nfrom = \"alcibiades\"\nto = \"athens\"\ntype = \"opposes\"\n{when}\n"
        );
        let files =
            [("actors/all.toml", actors), ("relations/codebook.toml", types(&TYPES)), ("relations/a.toml", said)];
        let folder = folder(&files);
        let loaded = loaded(folder.path());
        let corpus = &loaded.corpus;
        let relation = &corpus.relations()[0];
        let actor = corpus.actors.find("alcibiades").expect("an actor");
        let found = loaded.findings.count_of("overlapping-membership");
        (corpus.actors.name(corpus.stands_for(actor, corpus.reference(relation))).to_owned(), found)
    };
    let either_way = |one: &str, other: &str, when: &str| {
        let told = lifted(&[one, other], when);
        assert_eq!(told, lifted(&[other, one], when), "{one} {other} {when}");
        told
    };
    let of = |actor: &str, when: &str| format!("{{ actor = \"{actor}\", when = \"{when}\" }}");
    let (athens, sparta) = (of("athens", "-0420/-0404"), of("sparta", "-0415/-0412"));
    let at = |when: &str| format!("when = \"{when}\"");
    assert_eq!(either_way(&athens, &sparta, &at("-0413")), ("sparta".to_owned(), 1), "it began last");
    assert_eq!(either_way(&athens, &sparta, &at("-0418")), ("athens".to_owned(), 1), "the only one then");
    assert_eq!(
        either_way(&athens, &of("sparta", "-0420/-0410"), &at("-0415")),
        ("sparta".to_owned(), 1),
        "it ended first"
    );
    assert_eq!(
        either_way(&of("athens", "-0420/.."), &of("sparta", "-0420/-0410"), &at("-0415")),
        ("sparta".to_owned(), 1)
    );
    assert_eq!(either_way("\"athens\"", &sparta, &at("-0413")), ("sparta".to_owned(), 1), "the exception");
    assert_eq!(either_way("\"athens\"", &sparta, &at("-0430")), ("athens".to_owned(), 1), "the rule");
    // Nothing decides between two of one time.
    assert_eq!(either_way("\"athens\"", "\"sparta\"", &at("-0413")), ("alcibiades".to_owned(), 1));
    assert_eq!(either_way(&of("athens", "-0415"), &of("sparta", "-0415"), &at("-0415")), ("alcibiades".to_owned(), 1));
    // One after the other; twice the same; and of no time that is known the last.
    assert_eq!(either_way(&of("athens", "-0420/-0416"), &sparta, &at("-0413")), ("sparta".to_owned(), 0));
    assert_eq!(either_way(&of("sparta", "-0420/-0404"), &sparta, &at("-0413")), ("sparta".to_owned(), 0));
    assert_eq!(either_way(&of("athens", "-0420/-0416"), &sparta, ""), ("sparta".to_owned(), 0));
}

#[test]
fn a_tally_ends_as_the_comparison_of_its_views_does() {
    let ends = |a: &str, b: &str, more: &[&str]| {
        let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/council");
        let run = std::process::Command::new(snapbox::cmd::cargo_bin!("parallax"))
            .arg("-C")
            .arg(corpus)
            .args(["diff", a, b, "--tally", "type"])
            .args(more)
            .output();
        run.expect("the program runs").status.code()
    };
    assert_eq!(ends("alder", "birch", &["--exit-code"]), Some(1));
    assert_eq!(ends("alder", "alder", &["--exit-code"]), Some(0));
    assert_eq!(ends("alder", "birch", &[]), Some(0));
}
