//! Real alliances by two sources, counted: the tallies must be those that others have computed.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use parallax_core::diff::{Tally, tally};
use parallax_core::model::{ActorId, Corpus, TypeId};
use parallax_core::network::{Network, View};
use serde_json::Value;

use crate::folder::{folder, loaded};

/// How the columns of the tables are read: everything that they name is declared by its first use.
fn config(year: &str) -> String {
    format!(
        "[[table]]\nfile = \"relations/alliances_{year}.csv\"\ncolumns = {{ type = \"relation\", when = \"year\" }}\ndeclare = true\n"
    )
}

fn corpus(year: &str, table: &[u8]) -> Corpus {
    let files = [
        ("parallax.toml".to_owned(), config(year).into_bytes()),
        (format!("relations/alliances_{year}.csv"), table.to_vec()),
    ];
    let folder = folder(&files);
    let loaded = loaded(folder.path());
    assert!(!loaded.findings.has_errors(), "{year}: {:?}", loaded.findings.sorted().first());
    loaded.corpus
}

/// The ordered pairs that a view relates by any type.
fn pairs(corpus: &Corpus, view: &View) -> BTreeSet<(ActorId, ActorId)> {
    Network::of(corpus, view).edges().map(|(from, to, _)| (from, to)).collect()
}

fn any(corpus: &Corpus, a: &View, b: &View) -> Tally {
    let (a, b) = (pairs(corpus, a), pairs(corpus, b));
    let both = a.intersection(&b).count();
    Tally { a: a.len(), b: b.len(), both, only_a: a.len() - both, only_b: b.len() - both }
}

fn expected(values: &Value) -> Tally {
    let number = |key: &str| values[key].as_u64().and_then(|number| usize::try_from(number).ok()).expect(key);
    let (only_a, only_b) = (number("only_A"), number("only_B"));
    Tally { a: number("A"), b: number("B"), both: number("both"), only_a, only_b }
}

#[test]
fn tallies_of_alliances_are_those_of_the_reference() {
    let Some(cases) = std::env::var_os("PARALLAX_CASES").map(PathBuf::from) else {
        eprintln!("skipped: PARALLAX_CASES is not set");
        return;
    };
    let cases = cases.join("two-authors");
    let values = fs::read_to_string(cases.join("values.json")).expect("the reference values");
    let values: Value = serde_json::from_str(&values).expect("JSON");
    for year in ["1890", "1914", "1950", "1980"] {
        let table = fs::read(cases.join(format!("alliances_{year}.csv"))).expect("a table");
        let corpus = corpus(year, &table);
        let view = |text: &str| View::parse(text, &corpus).expect("an author");
        let (cow, atop) = (view("COW"), view("ATOP"));
        let reference = &values[format!("alliances {year}")];
        let tallies = tally(&corpus, &cow, &atop);
        for kind in ["consultation", "defense", "neutrality", "nonaggression"] {
            let of_kind = |(found, _): &&(TypeId, Tally)| corpus.types.name(*found) == kind;
            let found = tallies.iter().find(of_kind).map(|(_, found)| *found);
            assert_eq!(found, Some(expected(&reference[kind])), "{kind} in {year}");
        }
        assert_eq!(any(&corpus, &cow, &atop), expected(&reference["any"]), "any in {year}");
    }
}
