//! What actors are called in some works only, phrases that do not mean them, and passages that relate nobody.

use parallax_core::model::Scope;

use crate::folder::{folder, loaded};

const ACTORS: &str = r#"
[[actor]]
id = "athens"
name = "Athens"
kind = "state"
aliases = ["Attica", { name = "the city", work = "thucydides" }, { name = "the league", work = "herodotus:wars" }]
except = ["Athens Gazette", { name = "Attica honey", work = ["thucydides:book", "herodotus:wars"] }]

[[actor]]
id = "sparta"
name = "Sparta"
kind = "state"
aliases = { name = "the city", work = "herodotus:wars" }
"#;

const BOOK: &str =
    "[author]\nid = \"thucydides\"\nname = \"Thucydides\"\n\n[[work]]\nid = \"book\"\ntitle = \"The book\"\n";
const WARS: &str = "[author]\nid = \"herodotus\"\nname = \"Herodotus\"\n\n[[work]]\nid = \"wars\"\ntitle = \"Wars\"\n";

fn files(actors: &str, book: &str) -> tempfile::TempDir {
    folder(&[("actors/all.toml", actors), ("relations/a.toml", book), ("relations/b.toml", WARS)])
}

/// What is found, without what these small corpora always lack.
fn found(actors: &str, book: &str) -> Vec<String> {
    let folder = files(actors, book);
    let findings = loaded(folder.path()).findings;
    let real = findings.sorted().into_iter().filter(|finding| finding.code != "unused-actor");
    real.map(|finding| format!("{}: {}", finding.code, finding.message)).collect()
}

#[test]
fn a_scoped_alias_may_be_anothers_in_another_work_and_is_no_id() {
    let folder = files(ACTORS, BOOK);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings.sorted().first());
    let athens = loaded.corpus.actors.get(loaded.corpus.actors.find("athens").expect("an actor"));
    assert_eq!(athens.aliases, ["Attica".into()]);
    let scopes: Vec<(&str, usize)> = athens.scoped.iter().map(|alias| (&*alias.text, works(&alias.scope))).collect();
    assert_eq!(scopes, [("the city", 1), ("the league", 1)]);
    assert_eq!(athens.except.iter().map(|phrase| works(&phrase.scope)).collect::<Vec<_>>(), [0, 2]);
    let used = format!("{BOOK}\n[[relation]]\nfrom = \"the city\"\nto = \"sparta\"\ntype = \"x\"\n");
    assert_eq!(found(ACTORS, &used)[0], "unknown-actor: no actor `the city`");
}

fn works(scope: &Scope) -> usize {
    match scope {
        Scope::Everywhere => 0,
        Scope::Works(works) => works.len(),
    }
}

#[test]
fn a_scoped_alias_of_two_in_one_work_is_reported() {
    let actors = ACTORS.replace("\"herodotus:wars\" }\n", "\"thucydides:book\" }\n");
    assert_eq!(found(&actors, BOOK), ["shared-alias: `athens` and `sparta` are both called `the city`"]);
}

#[test]
fn an_unknown_work_and_an_unknown_author_are_reported() {
    let actors = ACTORS.replace("\"herodotus:wars\" }\n", "\"herodotus:war\" }\n");
    assert_eq!(found(&actors, BOOK), ["unknown-work: no work `war`"]);
    let actors = ACTORS.replace("\"herodotus:wars\" }\n", "\"herodot\" }\n");
    assert_eq!(found(&actors, BOOK), ["unknown-author: no author `herodot`"]);
}

#[test]
fn what_is_neither_a_name_nor_a_table_is_reported() {
    let actors = ACTORS.replace("\"Attica\"", "7");
    assert!(found(&actors, BOOK).iter().any(|finding| finding.starts_with("wrong-type: `aliases`")));
    let actors = ACTORS.replace(", work = \"thucydides\" }", " }");
    assert!(found(&actors, BOOK).iter().any(|finding| finding.starts_with("missing-field")));
}

#[test]
fn a_passage_that_relates_nobody_is_verified_like_evidence() {
    let book = format!("{BOOK}text = \"book.txt\"\nno-relation = [\"p1:1-2#00000000\", \"p1:2\"]\n");
    let folder = folder(&[
        ("actors/all.toml", ACTORS),
        ("relations/a.toml", &*book),
        ("relations/b.toml", WARS),
        ("sources/book.txt", "Athens and Sparta.\n"),
    ]);
    let findings = loaded(folder.path()).findings;
    let codes: Vec<&str> = findings.sorted().into_iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&"orphan-anchor") && codes.contains(&"bad-anchor"), "{codes:?}");
}
