//! Small corpora on which a law was broken once: written by hand, so that they can be read; and a table of another program as positions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use parallax_core::diag::Manner;
use parallax_core::diff::{Difference, Verdict};
use parallax_core::model::{AuthorId, Corpus, IssueId};
use parallax_core::network::View;
use serde_json::Value;

use crate::folder::{self, CONFIG, folder, loaded, states, types};

const HEAD: &str = "author = \"AUTHOR\"\n";

fn codebook() -> String {
    types(&[("allies-with", 1, false), ("opposes", -1, true), ("meets", 0, true)]) + "\n[[facet]]\nid = \"military\"\n"
}

fn corpus(thucydides: &str, herodotus: &str) -> Corpus {
    let said = [("thucydides", thucydides), ("herodotus", herodotus)];
    let said = said.map(|(author, said)| HEAD.replace("AUTHOR", author) + said);
    folder::corpus(states(&["athens", "sparta", "thebes"]), codebook(), said)
}

/// The verdict on two actors.
fn verdict(corpus: &Corpus, [a, b]: [&str; 2], (one, other): (&str, &str)) -> Verdict {
    let view = |text: &str| View::parse(text, corpus).expect("a view");
    let difference = Difference::of(corpus, &view(one), &view(other));
    let names = |actor| corpus.actors.name(actor);
    let dyad = difference.dyads.iter().find(|dyad| [names(dyad.pair.0), names(dyad.pair.1)] == [a, b]);
    dyad.map(|dyad| dyad.verdict).expect("a dyad of the two")
}

#[test]
fn what_an_event_holds_is_no_denial_of_what_is_rejected_besides() {
    let corpus = corpus(
        r#"
[[frame]]
id = "talks"
name = "The talks"
kind = "event"

[[relation]]
from = "athens"
to = "sparta"
type = "allies-with"
facets = ["military"]
frame = "talks"

[[relation]]
from = "athens"
to = "sparta"
type = "allies-with"
facets = ["military"]
stance = "rejects"
holder = "some envoys"

[[relation]]
from = "athens"
to = "sparta"
type = "meets"
"#,
        "",
    );
    let own = verdict(&corpus, ["athens", "sparta"], ("thucydides", "thucydides"));
    assert_eq!(own, Verdict::Alike, "a view agrees with itself");
}

#[test]
fn a_list_that_shares_an_actor_with_the_other_end_keeps_its_direction() {
    // Sparta opposes Athens; that it would oppose itself says nothing.
    let said = "[[relation]]\nfrom = \"sparta\"\nto = [\"athens\", \"sparta\"]\ntype = \"opposes\"\n";
    let denied = |from: &str, to: &str| {
        format!("[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"opposes\"\nnegated = true\n")
    };
    let dyad = ["athens", "sparta"];
    let authors = ("thucydides", "herodotus");
    assert_eq!(verdict(&corpus(said, &denied("sparta", "athens")), dyad, authors), Verdict::Denied);
    assert_ne!(verdict(&corpus(said, &denied("athens", "sparta")), dyad, authors), Verdict::Denied);
}

#[test]
fn a_corpus_without_a_configuration_finds_its_texts() {
    let files = [
        ("actors/all.toml", "[[actor]]\nid = \"athens\"\nname = \"Athens\"\nkind = \"state\"\n"),
        (
            "relations/a.toml",
            "[author]\nid = \"a\"\nname = \"A\"\n[[work]]\nid = \"w\"\ntitle = \"W\"\ntext = \"w.txt\"\n",
        ),
        ("sources/w.txt", "Athens stands alone.\n"),
    ];
    let folder = folder(&files);
    assert!(loaded(folder.path()).sources.named("sources/w.txt").is_some());
}

/// The codes of what is found in files, in order; what is merely not there yet is left out.
fn found(files: &[(&str, &str)]) -> Vec<&'static str> {
    let folder = folder(files);
    let loaded = loaded(folder.path());
    let codes = loaded.findings.sorted().into_iter().map(|finding| finding.code);
    codes.filter(|code| !["missing-folder", "no-evidence", "unused-actor"].contains(code)).collect()
}

/// What is found in a file of statements beside actors, authors and a codebook that are right.
fn found_in(statements: &str) -> Vec<&'static str> {
    let (actors, types) = (states(&["athens", "sparta"]), codebook());
    let files = [("actors/all.toml", &*actors), ("relations/codebook.toml", &*types), ("parallax.toml", CONFIG)];
    found(&[files.as_slice(), &[("relations/a.toml", statements)]].concat())
}

#[test]
fn long_lists_do_not_multiply() {
    let many: Vec<String> = (0..5000).map(|number| format!("\"a{number}\"")).collect();
    let many = many.join(", ");
    let text = format!("author = \"herodotus\"\n[[relation]]\nfrom = [{many}]\nto = [{many}]\ntype = \"opposes\"\n");
    assert_eq!(found_in(&text), ["too-many-actors", "too-many-actors"]);
}

#[test]
fn a_long_chain_of_actors_is_followed_once() {
    // Each belongs to the next and to the one after it: ways without number.
    let actor = |number: usize| {
        let (next, after) = (number + 1, number + 2);
        format!(
            "[[actor]]\nid = \"a{number:04}\"\nname = \"A {number}\"\nkind = \"state\"\n\
             part-of = [\"a{next:04}\"]\nstands-for = [\"a{after:04}\"]\n"
        )
    };
    let chain: String = (0..1998).map(actor).collect();
    let ends = |more: &str| {
        format!(
            "{chain}[[actor]]\nid = \"a1998\"\nname = \"B\"\nkind = \"state\"\npart-of = \"a1999\"\n\
             [[actor]]\nid = \"a1999\"\nname = \"C\"\nkind = \"state\"\n{more}"
        )
    };
    assert_eq!(found(&[("actors/all.toml", &ends(""))]), [""; 0]);
    assert_eq!(found(&[("actors/all.toml", &ends("part-of = \"a0000\"\n"))]), ["cyclic-membership"]);
}

#[test]
fn a_flaw_of_the_author_hides_no_other() {
    let wrong = "[[relation]]\nfrom = \"athen\"\nto = \"sparta\"\ntype = \"opposess\"\n";
    let nameless = format!("[author]\nid = \"h\"\n{wrong}");
    assert_eq!(found_in(&nameless), ["missing-field", "unknown-actor", "unknown-type"]);
    let unknown =
        format!("author = \"hudsi\"\n[[frame]]\nid = \"f\"\nname = \"F\"\nkind = \"event\"\n{wrong}frame = \"f\"\n");
    assert_eq!(found_in(&unknown), ["unknown-author", "unknown-actor", "unknown-type"]);
}

#[test]
fn who_is_alone_for_want_of_a_known_actor_is_told_of_that_alone() {
    let text = |from: &str| {
        format!(
            "author = \"herodotus\"\n[[relation]]\nfrom = {from}\nto = \"sparta\"\ntype = \"opposes\"\n\
             together = \"from\"\n"
        )
    };
    assert_eq!(found_in(&text("[\"athens\", \"thebess\"]")), ["unknown-actor"]);
    assert_eq!(found_in(&text("\"athens\"")), ["together-alone"]);
}

#[test]
fn nobody_holds_a_claim_that_names_no_holder() {
    for holder in ["[]", "\"\"", "[\" \"]"] {
        let text = format!(
            "author = \"herodotus\"\n[[relation]]\nfrom = \"athens\"\nto = \"spartaa\"\ntype = \"opposes\"\n\
             stance = \"rejects\"\nholder = {holder}\n"
        );
        assert_eq!(found_in(&text), ["unknown-actor", "stance-without-holder"], "{holder}");
    }
}

#[test]
fn tables_are_described_once_and_exist() {
    let table = |file: &str| format!("[[table]]\nfile = \"{file}\"\ndeclare = true\n");
    let config = table("relations/pacts.csv") + &table("relations/pacts.csv") + &table("relations/pact.csv");
    let config = config + &table("relations/other.toml");
    let types = codebook();
    let files = [
        ("parallax.toml", config.as_str()),
        ("relations/other.toml", types.as_str()),
        ("relations/pacts.csv", "from,to,type\nathens,sparta,opposes\n"),
    ];
    // Nobody is called `pacts`: with `declare` the table names its author.
    assert_eq!(found(&files), ["duplicate-id", "bad-path", "bad-path"]);
}

#[test]
fn actors_are_found_by_all_their_names() {
    let actors = "[[actor]]\nid = \"us\"\nname = \"United States\"\nkind = \"state\"\naliases = [\"America\"]\n\
                  [[actor]]\nid = \"nato\"\nname = \"NATO\"\nkind = \"bloc\"\npart-of = \"america\"\n\
                  [[actor]]\nid = \"fleet\"\nname = \"Fleet\"\nkind = \"group\"\nstands-for = \"united states\"\n";
    assert_eq!(found(&[("actors/all.toml", actors)]), [""; 0]);
    let taken = actors.replace("\"America\"", "\"Nato\"").replace("\"america\"", "\"us\"");
    assert_eq!(found(&[("actors/all.toml", &taken)]), ["shared-alias"]);
    let near = actors.replace("\"united states\"", "\"united sttes\"");
    let folder = folder(&[("actors/all.toml", near)]);
    let loaded = loaded(folder.path());
    let unknown = loaded.findings.sorted().into_iter().find(|finding| finding.code == "unknown-actor");
    let helps = &unknown.expect("a finding").helps;
    let added = helps[1].text(Manner::Toml).is_some_and(|help| help.starts_with("else add it to a file in actors/:"));
    assert!(helps[0] == "did you mean `us`?" && added, "{helps:?}");
}

/// How a table of Discourse Network Analyzer becomes positions: who agrees with which concept.
const OF_CONCEPTS: &str = "[[table]]\nfile = \"relations/concepts.csv\"\ndeclare = true\n\
    columns = { author = \"organization\", issue = \"concept\", answer = \"agreement\", when = \"date\", holder = \"person\" }\n\
    values = { answer = { 1 = \"agree\", 0 = \"disagree\" } }\n";

/// How often each author gives each answer to each issue.
fn answers(corpus: &Corpus) -> BTreeMap<(AuthorId, IssueId), BTreeMap<&str, i64>> {
    let mut answers: BTreeMap<_, BTreeMap<&str, i64>> = BTreeMap::new();
    for position in corpus.positions() {
        let answer = corpus.issues.get(position.issue).id_of(position.answer);
        *answers.entry((position.author, position.issue)).or_default().entry(answer).or_default() += 1;
    }
    answers
}

#[test]
fn concepts_of_another_program_are_issues_and_agreement_is_an_answer() {
    let Some(cases) = std::env::var_os("PARALLAX_CASES").map(PathBuf::from) else {
        eprintln!("skipped: PARALLAX_CASES is not set");
        return;
    };
    let cases = cases.join("two-authors");
    let values = fs::read_to_string(cases.join("values.json")).expect("the reference values");
    let values: Value = serde_json::from_str::<Value>(&values).expect("JSON")["rdna"].take();
    let table = fs::read(cases.join("rdna_sample_statements.csv")).expect("a table");
    let folder = folder(&[("parallax.toml", OF_CONCEPTS.as_bytes()), ("relations/concepts.csv", &table)]);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    let corpus = &loaded.corpus;
    let named =
        |key: &str| -> Vec<&str> { values[key].as_array().expect(key).iter().filter_map(Value::as_str).collect() };
    assert_eq!(
        corpus.authors.iter().map(|(_, _, author)| &*author.name).collect::<BTreeSet<_>>(),
        named("organizations").into_iter().collect()
    );
    assert_eq!(corpus.issues.iter().map(|(_, _, issue)| &*issue.question).collect::<Vec<_>>(), named("concepts"));
    let sum = |key: &str| values["sums"][key].as_f64().expect(key) as i64;
    let answers = answers(corpus);
    let times = |said: &BTreeMap<&str, i64>, answer: &str| said.get(answer).copied().unwrap_or(0);
    let agree_less_disagree = answers.values().map(|said| times(said, "agree") - times(said, "disagree")).sum::<i64>();
    assert_eq!(answers.len() as u64, values["two_mode_nonzero"].as_u64().expect("a number"));
    assert_eq!(
        (corpus.positions().len() as i64, agree_less_disagree),
        (sum("two_mode_ignore"), sum("two_mode_subtract"))
    );
    // Over all ordered pairs of organisations: how often they answer alike, and otherwise.
    let (mut congruence, mut conflict) = (0, 0);
    for ((author, issue), one) in &answers {
        for (_, other) in answers.iter().filter(|((other, same), _)| other != author && same == issue) {
            for (said, number) in one {
                let alike = times(other, said);
                congruence += number * alike;
                conflict += number * (other.values().sum::<i64>() - alike);
            }
        }
    }
    assert_eq!((congruence, conflict), (sum("congruence"), sum("conflict")));
}
