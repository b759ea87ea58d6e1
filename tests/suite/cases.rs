//! Small corpora on which a law was broken once: written by hand, so that they can be read.

use parallax::diff::{Difference, Verdict};
use parallax::model::Corpus;
use parallax::network::View;

use crate::folder::{folder, loaded};

const HEAD: &str = "author = \"AUTHOR\"\n";

const CONFIG: &str = r#"
[[author]]
id = "thucydides"
name = "Thucydides"

[[author]]
id = "herodotus"
name = "Herodotus"
"#;

const CODEBOOK: &str = r#"
[[type]]
id = "allies-with"
sign = 1
directed = false

[[type]]
id = "opposes"
sign = -1

[[type]]
id = "meets"
sign = 0

[[facet]]
id = "military"
"#;

fn corpus(thucydides: &str, herodotus: &str) -> Corpus {
    let actors = ["athens", "sparta", "thebes"]
        .map(|id| format!("[[actor]]\nid = \"{id}\"\nname = \"The {id}\"\nkind = \"state\"\n"))
        .concat();
    let files = [
        ("parallax.toml", CONFIG.to_owned()),
        ("actors/all.toml", actors),
        ("relations/codebook.toml", CODEBOOK.to_owned()),
        ("relations/a.toml", HEAD.replace("AUTHOR", "thucydides") + thucydides),
        ("relations/b.toml", HEAD.replace("AUTHOR", "herodotus") + herodotus),
    ];
    let folder = folder(&files);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    loaded.corpus
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
    assert_eq!(own, Verdict::SameSign, "a view agrees with itself");
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
