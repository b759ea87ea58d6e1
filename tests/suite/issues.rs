//! The rules of the verdict on an issue, one row of `tests/issues.md` each.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use parallax_core::diff::{Difference, Firmness, IssueDifference, IssueVerdict, Passage};
use parallax_core::model::{Attitude, Corpus, Mode, Stance};
use parallax_core::network::View;

use crate::folder::{self, states};

const CODEBOOK: &str = "
[[type]]
id = \"allies\"
sign = 1
directed = false

[[type]]
id = \"fights\"
sign = -1
directed = false

[[facet]]
id = \"military\"

[[facet]]
id = \"economic\"
";

#[test]
fn each_row_has_its_verdict() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/issues.md")).expect("the page");
    let rows = page.lines().filter(|line| line.starts_with("| ")).skip(1);
    let (mut wrong, mut count) = (Vec::new(), 0);
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, issue, one, other, expected, _, _] = cells[..] else { panic!("a row has five cells: {row}") };
        for (first, second, expected) in [(one, other, expected.to_owned()), (other, one, swapped(expected))] {
            count += 1;
            let found = verdict(&corpus(issue, first, second));
            if found != expected {
                wrong.push(format!("{issue}: {first} | {second}: {expected} expected, {found} found"));
            }
        }
    }
    assert!(count > 100, "only {count} verdicts were asked for");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whoever is asked first, the verdict is the same, but for who is silent.
fn swapped(verdict: &str) -> String {
    match verdict.split_once(' ') {
        Some(("only-a", grade)) => format!("only-b {grade}"),
        Some(("only-b", grade)) => format!("only-a {grade}"),
        _ => verdict.to_owned(),
    }
}

fn verdict(corpus: &Corpus) -> String {
    let view = |text: &str| View::parse(text, corpus).expect("a view");
    let difference = Difference::of(corpus, &view("thucydides"), &view("herodotus"));
    let [found] = &difference.issues[..] else { panic!("one issue: {:?}", difference.issues) };
    let grade = found.silence().map_or(String::new(), |silence| format!(" {}", silence.name()));
    let mut said = format!("{}{grade}", found.verdict.name());
    for (holds, words) in [(found.other_reasons, "other reasons"), (found.other_conclusions, "other conclusions")] {
        if holds {
            let _ = write!(said, "; {words}");
        }
    }
    let issue = corpus.issues.get(found.issue);
    let denied: Vec<&str> = found.shared_denials.iter().map(|answer| issue.id_of(*answer)).collect();
    if !denied.is_empty() {
        let _ = write!(said, "; both deny {}", denied.join(", "));
    }
    said + &firmness(found, corpus)
}

fn firmness(found: &IssueDifference, corpus: &Corpus) -> String {
    if corpus.anchors().next().is_none() || !found.verdict.is_contested() {
        return String::new();
    }
    match &found.firmness {
        Firmness::RestsOn(passages) => {
            let place = |passage: &Passage| match passage {
                Passage::Paragraph(_, paragraph) => format!("p{paragraph}"),
                _ => "another passage".to_owned(),
            };
            let mut places: Vec<String> = passages.iter().map(place).collect();
            places.sort_unstable();
            format!("; rests on {}", places.join(", "))
        }
        Firmness::Firm => "; firm".to_owned(),
        Firmness::Untried => "; untried".to_owned(),
    }
}

fn corpus(issue: &str, thucydides: &str, herodotus: &str) -> Corpus {
    let keys = match issue {
        "one" => "several = false",
        "scale" => "ordered = true",
        "several" => "several = true",
        other => panic!("no kind of issue: {other}"),
    };
    let issue = format!(
        "\n[[issue]]\nid = \"issue\"\nquestion = \"Which?\"\nabout = [\"athens\", \"sparta\"]\nkind = \"fact\"\n{keys}\nanswers = {{ a = \"A\", b = \"B\", c = \"C\", d = \"D\" }}\n"
    );
    let file = |author: &str, said: &str| {
        let work = "\n[[work]]\nid = \"work\"\ntitle = \"A work\"\n";
        let positions = said.split(';').map(str::trim).filter(|said| !said.is_empty()).map(position);
        format!("author = \"{author}\"\n{work}{}", positions.collect::<String>())
    };
    let said = [file("thucydides", thucydides), file("herodotus", herodotus)];
    folder::corpus(states(&["athens", "sparta"]), CODEBOOK.to_owned() + &issue, said)
}

/// A position as a table of a file: `answer (word, word)`; or a statement.
fn position(said: &str) -> String {
    if said == "relates" {
        return relation("", "allies");
    }
    let (answer, words) = said.split_once(" (").unwrap_or((said, ""));
    let words: Vec<&str> =
        words.trim_end_matches(')').split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    let mut text = format!("\n[[position]]\nissue = \"issue\"\nanswer = \"{answer}\"\n");
    let mut reasons = String::new();
    for word in words {
        let line = match word {
            "not" => "negated = true".to_owned(),
            "slight" => "strength = 1".to_owned(),
            "strong" => "strength = 3".to_owned(),
            "hedged" => "hedged = true".to_owned(),
            "military" | "economic" => format!("facets = [\"{word}\"]"),
            "for alliance" | "for war" | "so alliance" | "so war" => {
                let (key, of) = word.split_once(' ').expect("two words");
                let kind = if of == "alliance" { "allies" } else { "fights" };
                reasons += &relation(&format!("id = \"{of}\"\n"), kind);
                format!("{} = [\"{of}\"]", if key == "for" { "rests-on" } else { "so" })
            }
            _ if word.starts_with("in ") => format!("when = \"{}\"", &word[3..]),
            _ if word.starts_with("if ") => format!("condition = \"{}\"", &word[3..]),
            _ if Stance::from_word(word).is_some() => format!("stance = \"{word}\"\nholder = \"others\""),
            _ if Mode::from_word(word).is_some() => format!("mode = \"{word}\""),
            _ if Attitude::from_word(word).is_some() => format!("attitude = \"{word}\""),
            _ => format!("evidence = \"{word}:1-2#00000000\""),
        };
        let _ = writeln!(text, "{line}");
    }
    text + &reasons
}

fn relation(id: &str, kind: &str) -> String {
    format!("\n[[relation]]\n{id}from = \"athens\"\nto = \"sparta\"\ntype = \"{kind}\"\n")
}

#[test]
fn every_verdict_has_its_row() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/issues.md")).expect("the page");
    for name in IssueVerdict::NAMES.into_iter().filter(|name| *name != "only-b") {
        assert!(page.contains(&format!("| {name}")), "no row has the verdict {name}");
    }
}
