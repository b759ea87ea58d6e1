//! Several actors spoken of as one, bodies and their members, and the layers of what is said.

use std::fs;

use parallax_core::diff::{Difference, Verdict};
use parallax_core::measure::SignedGraph;
use parallax_core::model::record::EntityKind;
use parallax_core::model::{ActorKind, Corpus, Layer};
use parallax_core::network::{Network, View};
use parallax_project::edit::{merge, rename};
use parallax_project::propose::Proposed;

use crate::folder::{CONFIG, folder, loaded, states, types};

const LEADERS: &str = r#"
[[actor]]
id = "pericles"
name = "Pericles"
kind = "person"
stands-for = "athens"

[[actor]]
id = "archidamus"
name = "Archidamus"
kind = "person"
stands-for = { actor = "sparta", when = "-0476/-0427" }

[[actor]]
id = "league"
name = "The League"
kind = "bloc"
composed-of = ["sparta", { actor = "corinth", when = "../-0421" }]

[[actor]]
id = "homer"
name = "Homer"
kind = "thinker"

[[actor]]
id = "historian"
name = "Thucydides"
kind = "person"
"#;

const TYPES: [(&str, i8, bool); 3] = [("allies-with", 1, false), ("opposes", -1, true), ("attacks", -1, true)];

/// A statement: `from type to`, several joined by `+`, with more fields after a bar.
fn said(statements: &[&str]) -> String {
    let written = statements.iter().map(|said| {
        let (said, more) = said.split_once(" | ").unwrap_or((said, ""));
        let [from, kind, to] = said.split(' ').collect::<Vec<_>>()[..] else { panic!("three words: {said}") };
        let list = |names: &str| format!("{:?}", names.split('+').collect::<Vec<_>>());
        format!("[[relation]]\nfrom = {}\nto = {}\ntype = \"{kind}\"\n{more}\n", list(from), list(to))
    });
    written.collect()
}

fn actors() -> String {
    states(&["athens", "sparta", "thebes", "corinth"]) + LEADERS
}

/// A corpus of an author who is the actor `historian`, and of another one.
fn told(first: &[&str], second: &[&str]) -> Corpus {
    of_author("historian", first, second)
}

/// The same, where the first author is another actor.
fn of_author(actor: &str, first: &[&str], second: &[&str]) -> Corpus {
    let head = |id: &str, more: &str| format!("[author]\nid = \"{id}\"\nname = \"{id}\"\n{more}\n");
    let actor = format!("actor = \"{actor}\"");
    let folder = folder(&[
        ("parallax.toml", "[[author]]\nid = \"thucydides\"\n[[author]]\nid = \"herodotus\"\n".to_owned()),
        ("actors/all.toml", actors()),
        ("relations/codebook.toml", types(&TYPES)),
        ("relations/a.toml", head("thucydides", &actor) + &said(first)),
        ("relations/b.toml", head("herodotus", "") + &said(second)),
    ]);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    loaded.corpus
}

fn view(corpus: &Corpus, text: &str) -> View {
    View::parse(text, corpus).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// The lines of a view, as `from>to`.
fn lines(corpus: &Corpus, text: &str) -> Vec<String> {
    let name = |actor| corpus.actors.name(actor).to_owned();
    let network = Network::of(corpus, &view(corpus, text));
    network.edges().map(|(from, to, _)| format!("{}>{}", name(from), name(to))).collect()
}

#[test]
fn a_list_that_is_spoken_of_as_a_whole_is_one_actor() {
    let corpus = told(&["thebes+athens opposes corinth | together = true", "athens+thebes opposes corinth"], &[]);
    let whole = corpus.actors.get(corpus.actors.find("athens+thebes").expect("an actor"));
    assert_eq!((&*whole.label, whole.kind, whole.plural), ("Athens + Thebes", ActorKind::Bloc, Some(true)));
    assert_eq!(lines(&corpus, "*"), ["athens>corinth", "athens+thebes>corinth", "thebes>corinth"]);
    assert_eq!(lines(&corpus, "*:actor=\"athens+thebes\""), ["athens+thebes>corinth"]);
    let names: Vec<String> = corpus.relations().iter().map(|relation| corpus.relation_name(relation)).collect();
    assert_ne!(names[0], names[1], "what is said together is another statement");
}

#[test]
fn the_word_says_which_of_two_lists_is_meant() {
    let of = |word: &str| {
        lines(&told(&[&format!("athens+thebes opposes sparta+corinth | together = {word}\nwhen = \"2000\"")], &[]), "*")
    };
    assert_eq!(of("true"), ["athens+thebes>corinth+sparta"]);
    assert_eq!(of("\"from\""), ["athens+thebes>corinth", "athens+thebes>sparta"]);
    assert_eq!(of("\"to\""), ["athens>corinth+sparta", "thebes>corinth+sparta"]);
    assert_eq!(of("false").len(), 4);
}

#[test]
fn the_body_that_consists_of_the_same_at_that_time_is_meant() {
    let said =
        |when: &str| told(&[&format!("sparta+corinth opposes athens | together = true\nwhen = \"{when}\"")], &[]);
    assert_eq!(lines(&said("-0430"), "*"), ["league>athens"]);
    assert_eq!(lines(&said("-0400"), "*"), ["corinth+sparta>athens"]);
}

#[test]
fn both_sides_have_one_mark_for_the_same_members() {
    let corpus = told(
        &["athens+thebes allies-with corinth | together = true"],
        &["thebes+athens opposes corinth | together = \"from\"", "athens allies-with corinth"],
    );
    let difference = Difference::of(&corpus, &view(&corpus, "thucydides"), &view(&corpus, "herodotus"));
    let whole = difference.dyads.iter().find(|dyad| dyad.shared()).expect("a dyad of both");
    assert_eq!(whole.verdict, Verdict::SignConflict);
    assert_eq!(difference.dyads.len(), 2);
}

#[test]
fn leaders_together_stand_for_their_states_together() {
    let corpus = told(&["pericles+archidamus opposes thebes | together = true\nwhen = \"-0430\""], &[]);
    assert_eq!(lines(&corpus, "*"), ["archidamus+pericles>thebes"]);
    assert_eq!(lines(&corpus, "*:level=state"), ["athens+sparta>thebes"]);
    let one = told(&["pericles+athens opposes thebes | together = true"], &[]);
    assert_eq!(lines(&one, "*:level=state"), ["athens>thebes"]);
    let later = told(&["pericles+archidamus opposes thebes | together = true\nwhen = \"-0400\""], &[]);
    assert_eq!(lines(&later, "*:level=state"), ["archidamus+athens>thebes"]);
}

#[test]
fn members_are_drawn_for_wholes_each_once() {
    let said = [
        "league opposes sparta+athens | when = \"-0430\"",
        "pericles+league opposes thebes | together = true\nwhen = \"-0430\"",
    ];
    let corpus = told(&said, &[]);
    let members = "*:collective=members";
    let drawn =
        ["corinth>athens", "corinth>sparta", "corinth>thebes", "pericles>thebes", "sparta>athens", "sparta>thebes"];
    assert_eq!(lines(&corpus, members), drawn);
    assert_eq!(Network::of(&corpus, &view(&corpus, members)).self_ties, 1, "Sparta opposes itself");
    let states = lines(&corpus, "*:collective=members,level=state");
    assert!(states.contains(&"athens>thebes".to_owned()) && !states.contains(&"pericles>thebes".to_owned()));
    assert_eq!(
        lines(&corpus, "*:collective=members,between=league+thebes"),
        ["corinth>sparta", "corinth>thebes", "sparta>thebes"]
    );
    let later = told(&["league opposes athens | when = \"-0400\""], &[]);
    assert_eq!(lines(&later, members), ["sparta>athens"]);
}

#[test]
fn what_is_said_of_the_whole_is_not_counted_as_named_of_strangers() {
    let corpus = told(&["athens+thebes opposes corinth | together = true"], &["athens opposes thebes"]);
    let difference = Difference::of(&corpus, &view(&corpus, "thucydides"), &view(&corpus, "herodotus"));
    let silences: Vec<Verdict> = difference.dyads.iter().map(|dyad| dyad.verdict).collect();
    let unrelated = parallax_core::diff::Silence::Unrelated;
    assert!(silences.contains(&Verdict::OnlyB(unrelated)), "the members are named: {silences:?}");
}

#[test]
fn layers_follow_from_who_stands_at_the_two_ends() {
    let said = [
        "historian opposes homer",
        "homer opposes athens",
        "athens opposes sparta",
        "homer+athens opposes sparta",
        "historian+homer opposes athens | together = true",
    ];
    let corpus = told(&said, &[]);
    let of = |layer: &str| view(&corpus, &format!("*:layer={layer}")).record(&corpus).len();
    assert_eq!(["world", "stance", "voices", "stance+voices"].map(of), [2, 2, 1, 3]);
    let graph = SignedGraph::of(&Network::of(&corpus, &view(&corpus, "*")));
    let names: Vec<&str> = graph.actors().into_iter().map(|actor| corpus.actors.name(actor)).collect();
    assert_eq!(names, ["athens", "homer", "sparta"], "Homer acts in one statement");
}

#[test]
fn only_what_is_said_of_the_world_is_lifted() {
    let corpus =
        told(&["historian opposes pericles", "thebes opposes pericles", "homer+thebes opposes archidamus"], &[]);
    let expected = ["historian>pericles", "homer>sparta", "thebes>athens", "thebes>sparta"];
    assert_eq!(lines(&corpus, "*:level=state"), expected);
}

#[test]
fn an_author_who_rules_a_state_is_of_the_world() {
    let corpus = of_author("pericles", &["pericles opposes sparta"], &[]);
    assert_eq!(corpus.layer(&corpus.relations()[0]), Layer::World);
}

#[test]
fn third_roles_are_selected_at_the_level_of_the_view() {
    let said = [
        "athens allies-with thebes | against = [\"archidamus\", \"corinth\"]\nwhen = \"-0430\"",
        "athens allies-with corinth | with = \"thebes\"\nbenefiting = \"sparta\"",
        "athens allies-with sparta | excluding = \"thebes\"",
    ];
    let corpus = told(&said, &[]);
    let of = |keys: &str| view(&corpus, &format!("*:{keys}")).record(&corpus).len();
    assert_eq!(
        ["against=archidamus", "against=sparta", "against=sparta,level=state", "against=corinth+thebes"].map(of),
        [1, 0, 1, 1]
    );
    assert_eq!(["with=thebes", "with=sparta", "benefiting=sparta", "excluding=thebes+corinth"].map(of), [1, 0, 1, 1]);
    assert_eq!(of("with=thebes,benefiting=sparta"), 1);
    assert_eq!(of("with=thebes,excluding=thebes"), 0);
}

/// A corpus whose saved view and locked places name a list.
fn named() -> tempfile::TempDir {
    let view = "\n[[view]]\nid = \"w\"\nselect = ['thucydides:actor=\"athens+thebes\"']\nfocus = \"athens+thebes\"\n";
    folder(&[
        ("parallax.toml", CONFIG.to_owned() + view),
        ("actors/all.toml", actors()),
        ("relations/codebook.toml", types(&TYPES)),
        (
            "relations/a.toml",
            "author = \"thucydides\"\n".to_owned() + &said(&["athens+thebes opposes corinth | together = true"]),
        ),
        ("layout.lock", "[w]\nathens+thebes 1 2\ncorinth 3 4\n".to_owned()),
    ])
}

/// The texts of `parallax.toml` and of the lock after some changes.
fn after(folder: &tempfile::TempDir, changes: &[parallax_project::edit::Change]) -> (String, String) {
    let before = loaded(folder.path());
    for change in changes {
        let file = change.write(folder.path(), &before.sources).expect("a file as it was read");
        fs::write(file.path, file.bytes).expect("a file");
    }
    let now = loaded(folder.path());
    assert!(!now.findings.has_errors(), "{:?}", now.findings.sorted());
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
    (read("parallax.toml"), read("layout.lock"))
}

#[test]
fn who_renames_a_member_renames_the_list() {
    let folder = named();
    let before = loaded(folder.path());
    let changes = rename(&before.sources, &before.corpus, EntityKind::Actor, "thebes", "aulis").expect("changes");
    let (config, lock) = after(&folder, &changes);
    assert!(config.contains("thucydides:actor=\"athens+aulis\""), "{config}");
    assert!(config.contains("focus = \"athens+aulis\""), "{config}");
    assert_eq!(lock, "[w]\nathens+aulis 1 2\ncorinth 3 4\n");
}

#[test]
fn who_merges_a_member_renames_the_list_and_keeps_one_place() {
    let folder = named();
    let before = loaded(folder.path());
    let actor = |id: &str| before.corpus.actors.find(id).expect("an actor");
    let merged = merge(&before.sources, &before.corpus, actor("sparta"), &[actor("thebes")], false).expect("changes");
    let (config, lock) = after(&folder, &merged.changes);
    assert!(config.contains("thucydides:actor=\"athens+sparta\""), "{config}");
    assert!(config.contains("focus = \"athens+sparta\""), "{config}");
    assert_eq!(lock, "[w]\nathens+sparta 1 2\ncorinth 3 4\n");
    // A list of whom one would be left is no list.
    let folder = named();
    let before = loaded(folder.path());
    assert!(merge(&before.sources, &before.corpus, actor("athens"), &[actor("thebes")], false).is_err());
}

#[test]
fn who_leaves_a_body_one_member_is_told_before() {
    let folder = named();
    let before = loaded(folder.path());
    let actor = |id: &str| before.corpus.actors.find(id).expect("an actor");
    let notes = |kept: &str, other: &str| match before.merge(actor(kept), &[actor(other)], false).expect("a proposal") {
        Proposed::Sound(proposal) => proposal.notes,
        Proposed::Flawed(after) => panic!("{:?}", after.findings.sorted()),
    };
    let told = "`league` consists of `sparta` alone then: name its other members, or take `composed-of` out";
    assert!(notes("sparta", "corinth").iter().any(|note| note == told), "{:?}", notes("sparta", "corinth"));
    assert!(notes("sparta", "thebes").iter().all(|note| note != told));
}

#[test]
fn a_list_has_an_id_of_its_own_whatever_tables_call_their_actors() {
    let table = "from,to,type,together\nathens+thebes,corinth,opposes,\n\"athens; thebes\",corinth,opposes,yes\n\"a b; a+b\",corinth,opposes,from\n";
    let config = format!("{CONFIG}\n[[table]]\nfile = \"relations/t.csv\"\nauthor = \"thucydides\"\ndeclare = true\n");
    let folder = folder(&[("parallax.toml", config.as_str()), ("relations/t.csv", table)]);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted());
    let lists: Vec<&str> =
        loaded.corpus.actors.iter().filter(|(_, _, actor)| actor.together).map(|(_, id, _)| id).collect();
    assert_eq!(lists, ["a b+\"a+b\"", "athens+thebes+"]);
}
