//! The rules of the verdict, one row of `tests/verdicts.md` each.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use parallax_core::diff::{Comparison, Difference, Dyad, Firmness, Pair, Passage};
use parallax_core::messages::Messages;
use parallax_core::model::{Attitude, Corpus, Mode, Stance};
use parallax_core::network::View;
use parallax_formats::report::{Options, by_name};
use parallax_render::Figure;
use serde_json::Value;

use crate::folder::{self, states};

/// Each type with its sign, and what else it says.
const TYPES: [(&str, i8, &str); 6] = [
    ("allies", 1, "directed = false"),
    ("meets", 0, "directed = false"),
    ("depends", 0, "structural = true"),
    ("opposes", -1, ""),
    ("fights", -1, "directed = false"),
    ("attacks", -1, "mutual = \"fights\""),
];
/// Who stands for whom.
const PERSONS: [(&str, &str); 2] = [("pelopidas", "thebes"), ("pericles", "athens")];
const FACETS: [&str; 3] = ["military", "economic", "territorial"];

#[test]
fn each_row_has_its_verdict() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verdicts.md")).expect("the page");
    let rows = page.lines().filter(|line| line.starts_with("| ")).skip(1);
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, one, other, expected, _, _] = cells[..] else { panic!("a row has four cells: {row}") };
        for (first, second, expected) in [(one, other, expected.to_owned()), (other, one, swapped(expected))] {
            count += 1;
            let found = verdict(&corpus(first, second));
            if found != expected {
                wrong.push(format!("{first} | {second}: {expected} expected, {found} found"));
            }
        }
    }
    assert!(count > 200, "only {count} verdicts were asked for");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whoever is asked first, the verdict is the same, but for who is silent.
fn swapped(verdict: &str) -> String {
    match verdict {
        "only-a" => "only-b",
        "only-b" => "only-a",
        other => other,
    }
    .to_owned()
}

/// The verdict on Athens and Sparta, with the facets in which it was found; what it is by their names alone, and on which paragraphs it rests,
/// if statements have any.
fn verdict(corpus: &Corpus) -> String {
    let view = |text: &str| View::parse(text, corpus).expect("a view");
    let difference = Difference::of(corpus, &view("thucydides"), &view("herodotus"));
    let wanted =
        Pair::new(corpus.actors.find("athens").expect("Athens"), corpus.actors.find("sparta").expect("Sparta"));
    let found = difference.dyads.iter().filter(|dyad| dyad.pair == wanted).collect::<Vec<_>>();
    let [dyad] = found[..] else { panic!("one dyad: {:?}", difference.dyads) };
    let facets: Vec<&str> = dyad.facets().iter().map(|facet| corpus.facets.name(facet)).collect();
    let found = if facets.is_empty() { String::new() } else { format!(" ({})", facets.join(", ")) };
    let also: Vec<&str> = dyad.also().map(|found| found.verdict.name()).collect();
    let also = if also.is_empty() { String::new() } else { format!("; also {}", also.join(", ")) };
    let named = dyad.as_named.map_or(String::new(), |named| format!("; by name {}", named.name()));
    dyad.verdict.name().to_owned() + &found + &also + &named + &firmness(dyad, corpus)
}

fn firmness(dyad: &Dyad, corpus: &Corpus) -> String {
    let has_places = corpus.anchors().next().is_some();
    match &dyad.firmness {
        Firmness::Firm if has_places && dyad.verdict.is_contested() => "; firm".to_owned(),
        Firmness::RestsOn(passages) if has_places => {
            let place = |passage: &Passage| match passage {
                Passage::Paragraph(_, paragraph) => format!("p{paragraph}"),
                Passage::Time(when) => corpus.period(*when).text().to_owned(),
                Passage::Statement(_) | Passage::Position(_) => "a statement".to_owned(),
            };
            let mut places: Vec<String> = passages.iter().map(place).collect();
            places.sort_unstable();
            format!("; rests on {}", places.join(", "))
        }
        _ => String::new(),
    }
}

fn corpus(thucydides: &str, herodotus: &str) -> Corpus {
    let file = |author: &str, said: &str| {
        let (kind, said) = said.strip_prefix("events:").map_or(("text", said), |said| ("events", said));
        let work = format!("\n[[work]]\nid = \"work\"\ntitle = \"A work\"\nkind = \"{kind}\"\n");
        let frame = "\n[[frame]]\nid = \"day\"\nname = \"A day\"\nkind = \"event\"\n";
        let statements = said.split(';').map(str::trim).filter(|said| !said.is_empty());
        format!("author = \"{author}\"\n{work}{frame}{}", statements.map(statements_of).collect::<String>())
    };
    let types = TYPES.map(|(id, sign, more)| format!("\n[[type]]\nid = \"{id}\"\nsign = {sign}\n{more}\n")).concat();
    let facets: String = FACETS.iter().map(|facet| format!("\n[[facet]]\nid = \"{facet}\"\n")).collect();
    let said = [file("thucydides", thucydides), file("herodotus", herodotus)];
    let persons = PERSONS.map(|(id, state)| {
        format!("\n[[actor]]\nid = \"{id}\"\nname = \"{id}\"\nkind = \"person\"\nstands-for = \"{state}\"\n")
    });
    folder::corpus(states(&["athens", "sparta", "thebes", "corinth"]) + &persons.concat(), types + &facets, said)
}

/// `18 allies (military)`: so many statements.
fn statements_of(said: &str) -> String {
    let (count, said) =
        said.split_once(' ').and_then(|(count, rest)| Some((count.parse().ok()?, rest))).unwrap_or((1, said));
    statement(said).repeat(count)
}

/// A statement as a table of a file: `type (word, word)`.
fn statement(said: &str) -> String {
    let (kind, words) = said.split_once(" (").unwrap_or((said, ""));
    let words: Vec<&str> =
        words.trim_end_matches(')').split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    let ours = if words.contains(&"of pericles") { "pericles" } else { "athens" };
    let (from, to) = if words.contains(&"back") { ("sparta", ours) } else { (ours, "sparta") };
    let places: Vec<&str> = words.iter().copied().filter(|word| is_place(word)).collect();
    let mut text = format!("\n[[relation]]\nfrom = \"{from}\"\nto = \"{to}\"\ntype = \"{kind}\"\n");
    let facets: Vec<&str> = words.iter().copied().filter(|word| FACETS.contains(word)).collect();
    let _ = writeln!(text, "facets = {facets:?}");
    for role in ["against", "benefiting"] {
        let named: Vec<&str> = words.iter().filter_map(|word| word.strip_prefix(role)).map(str::trim).collect();
        let _ = writeln!(text, "{role} = {named:?}");
    }
    if !places.is_empty() {
        let anchors: Vec<String> = places.iter().map(|place| format!("{place}:1-2#00000000")).collect();
        let _ = writeln!(text, "evidence = {anchors:?}");
    }
    let is_listed = |word: &str| {
        FACETS.contains(&word)
            || ["against ", "benefiting "].iter().any(|role| word.starts_with(role))
            || is_place(word)
    };
    for word in words.into_iter().filter(|word| !["back", "of pericles"].contains(word) && !is_listed(word)) {
        let line = match word {
            "not" => "negated = true".to_owned(),
            "event" => "frame = \"day\"".to_owned(),
            "slight" => "strength = 1".to_owned(),
            _ if word.starts_with("if ") => format!("condition = \"{}\"", &word[3..]),
            _ if word.starts_with("by ") => format!("by = \"{}\"", &word[3..]),
            _ if word.starts_with("as ") => format!("from-as = \"{}\"", &word[3..]),
            _ if word.starts_with("in ") => format!("when = \"{}\"", &word[3..]),
            _ if Stance::from_word(word).is_some() => format!("stance = \"{word}\"\nholder = \"the envoys\""),
            _ if Mode::from_word(word).is_some() => format!("mode = \"{word}\""),
            _ if Attitude::from_word(word).is_some() => format!("attitude = \"{word}\""),
            _ => panic!("`{word}` says nothing about a statement"),
        };
        let _ = writeln!(text, "{line}");
    }
    text
}

/// Whether a word is a paragraph: `p3`.
fn is_place(word: &str) -> bool {
    word.strip_prefix('p').is_some_and(|number| number.parse::<u32>().is_ok())
}

/// A selection chooses what is shown; report, pictures and JSON say of a dyad what the whole records come to.
#[test]
fn a_selection_changes_no_verdict_and_all_say_the_same() {
    let corpus = folder::loaded(Path::new(env!("CARGO_MANIFEST_DIR"))).corpus;
    let views = |which: &str| {
        ["pozhidaev", "hudis"].map(|author| View::parse(&format!("{author}{which}"), &corpus).expect("a view"))
    };
    let [a, b] = views("");
    let whole = Difference::of(&corpus, &a, &b);
    let verdict = |pair: Pair| whole.dyads.iter().find(|dyad| dyad.pair == pair).map(|dyad| dyad.verdict);
    for which in ["", ":tag=slide", ":type=engages+supports", ":facet=military", ":near=us~1"] {
        let [a, b] = views(which);
        let part = Difference::of(&corpus, &a, &b);
        assert!(!part.dyads.is_empty());
        for dyad in &part.dyads {
            assert_eq!(Some(dyad.verdict), verdict(dyad.pair), "{which} {:?}", dyad.pair);
        }
        let mut json = Vec::new();
        by_name("json").difference(&part, &Options::default(), &mut json).expect("memory");
        let json: Value = serde_json::from_slice(&json).expect("JSON");
        for (dyad, written) in part.dyads.iter().zip(json["dyads"].as_array().expect("dyads")) {
            assert_eq!(written["verdict"], dyad.verdict.name());
            assert_eq!(written["contested"], dyad.verdict.is_contested());
        }
        let figures = [
            Figure::of_difference(&part, None, Messages::english()),
            Figure::of_consensus(&Comparison::of(&corpus, &[a, b]), None, Messages::english()),
        ];
        for figure in figures {
            for edge in &figure.edges {
                let pair = Pair::new(figure.nodes[edge.from].actor, figure.nodes[edge.to].actor);
                // The pair is marked if it is the dyad, or if those who stand for its actors are named and contested so.
                let found = whole.dyads.iter().find(|dyad| dyad.contested_as_named.contains(&pair));
                let found = found.map(|dyad| dyad.verdict);
                assert_eq!(edge.contested, found, "{which} {}", edge.label);
            }
        }
    }
}
