//! `parallax list`: what there is, one list a name.

use std::collections::{BTreeMap, BTreeSet};

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::diag::{self, harmless};
use parallax_core::messages::Messages;
use parallax_core::model::{Corpus, Issue, IssueId, Period, ViewSubject};
use parallax_core::network::KEYS;
use parallax_layout::LAYOUTS;
use parallax_project::Error;
use parallax_project::outputs::Output;
use parallax_render::{DIAGRAM_KINDS, THEMES};
use serde_json::{Value, json};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::picture::NO_ENGINE;
use crate::session;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct List {
    /// What to list
    #[arg(value_name = "WHAT", value_parser = PossibleValuesParser::new(LISTS.iter().map(|list| list.name)))]
    pub(crate) what: String,
    /// text, or json
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub(crate) format: String,
}

/// A list: its name, and its rows.
pub(crate) struct Listing {
    pub(crate) name: &'static str,
    rows: Rows,
}

/// The cells of a row: text, numbers, lists of text.
type Row = Vec<Value>;

/// Where the rows come from, and what the cells are called in JSON.
enum Rows {
    Corpus(&'static [&'static str], fn(&Corpus) -> Vec<Row>),
    Program(&'static [&'static str], fn() -> Vec<Row>),
}

/// Every list, in the order of help.
pub(crate) static LISTS: &[Listing] = &[
    Listing { name: "actors", rows: Rows::Corpus(&["id", "kind", "name", "aliases", "note"], actors) },
    Listing {
        name: "types",
        rows: Rows::Corpus(&["id", "sign", "plover", "label", "definition", "phrase", "inverse"], types),
    },
    Listing { name: "facets", rows: Rows::Corpus(&["id", "label", "definition"], facets) },
    Listing { name: "issues", rows: Rows::Corpus(&["id", "kind", "question", "answers", "answered"], issues) },
    Listing { name: "authors", rows: Rows::Corpus(&["id", "statements", "positions", "name"], authors) },
    Listing { name: "works", rows: Rows::Corpus(&["id", "author", "date", "title"], works) },
    Listing { name: "frames", rows: Rows::Corpus(&["id", "kind", "read-by", "name"], frames) },
    Listing { name: "views", rows: Rows::Corpus(&["id", "draws", "formats", "title"], views) },
    Listing { name: "keys", rows: Rows::Program(&["key", "values", "about"], keys) },
    Listing { name: "formats", rows: Rows::Program(&["extension", "name", "about"], formats) },
    Listing { name: "forms", rows: Rows::Program(&["name", "views", "about"], forms) },
    Listing { name: "engines", rows: Rows::Program(&["name", "about"], engines) },
    Listing { name: "themes", rows: Rows::Program(&["name", "about"], themes) },
];

pub(crate) fn run(global: &Global, args: &List, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(list) = LISTS.iter().find(|list| list.name == args.what) else { return Ok(Outcome::Clean) };
    let (heads, rows, outcome) = match &list.rows {
        Rows::Program(heads, rows) => (heads, rows(), Outcome::Clean),
        Rows::Corpus(heads, rows) => {
            let loaded = session::open(global)?;
            let sound = !loaded.findings.has_errors();
            if !sound {
                session::show_findings(&loaded.findings, &loaded, terminal)?;
            }
            // What one author says wrongly is in no list.
            if !sound && !parallax_project::partial::is_of_some(&loaded) {
                return Ok(Outcome::Findings);
            }
            (heads, rows(&loaded.corpus), if sound { Outcome::Clean } else { Outcome::Findings })
        }
    };
    let text = if args.format == "json" { as_json(heads, rows) } else { as_text(heads, &rows) };
    Terminal::print(text.as_bytes())?;
    Ok(outcome)
}

fn as_json(heads: &[&str], rows: Vec<Row>) -> String {
    let object = |row: Row| -> Value { heads.iter().map(|head| (*head).to_owned()).zip(row).collect() };
    let list: Vec<Value> = rows.into_iter().map(object).collect();
    diag::json(&list)
}

/// Columns as wide as their longest cell, but for the last.
fn as_text(heads: &[&str], rows: &[Row]) -> String {
    let cell = |(head, cell): (&&str, &Value)| if *head == "date" { date(cell) } else { words(cell) };
    let is_shown = |(number, _): &(usize, _)| shows(heads[*number], rows.iter().filter_map(|row| row.get(*number)));
    let shown = |row| heads.iter().zip::<&Row>(row).enumerate().filter(is_shown).map(|(_, pair)| cell(pair)).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(shown).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(|column| width(column).min(40)).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// Whether a column is shown: not what only programs read, nor a PLOVER category that no type names, nor positions that nobody has.
fn shows<'r>(head: &str, mut cells: impl Iterator<Item = &'r Value>) -> bool {
    match head {
        "note" | "phrase" | "inverse" => false,
        "plover" => cells.any(|cell| *cell != json!("")),
        "positions" => cells.any(|cell| *cell != json!(0)),
        _ => true,
    }
}

/// A cell in words.
fn words(cell: &Value) -> String {
    match cell {
        Value::String(text) => harmless(text),
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(said) => {
            let nested = said.values().any(Value::is_object);
            let one = |(key, value): (&String, &Value)| {
                let (key, value) = (harmless(key), words(value));
                if nested { format!("{key}: {value}") } else { format!("{key} ({value})") }
            };
            said.iter().map(one).collect::<Vec<_>>().join(if nested { "; " } else { ", " })
        }
        other => other.to_string(),
    }
}

/// A date in words.
fn date(cell: &Value) -> String {
    let written = words(cell);
    Period::parse(&written).map_or(written, |date| date.words(Messages::english()))
}

fn actors(corpus: &Corpus) -> Vec<Row> {
    let row = |(_, id, actor): (_, &str, &parallax_core::model::Actor)| {
        vec![json!(id), json!(actor.kind.word()), json!(actor.name), json!(actor.aliases), json!(actor.note)]
    };
    corpus.actors.iter().map(row).collect()
}

fn types(corpus: &Corpus) -> Vec<Row> {
    let row = |(_, id, kind): (_, &str, &parallax_core::model::RelationType)| {
        let (sign, plover) = (kind.sign.number(), kind.plover.as_deref().unwrap_or_default());
        let names = [plover, &kind.label, &kind.definition, &kind.phrase].map(|name| json!(name));
        [json!(id), json!(sign)].into_iter().chain(names).chain([json!(kind.inverse)]).collect()
    };
    corpus.types.iter().map(row).collect()
}

fn facets(corpus: &Corpus) -> Vec<Row> {
    corpus.facets.iter().map(|(_, id, facet)| vec![json!(id), json!(facet.label), json!(facet.definition)]).collect()
}

/// Issues with their answers, and which author says what of each: an answer, and how it stands.
fn issues(corpus: &Corpus) -> Vec<Row> {
    let row = |(id, name, issue): (IssueId, &str, &Issue)| {
        let answers: Vec<&str> = issue.answers.iter().map(|choice| &*choice.id).collect();
        let (kind, said) = (issue.kind.word(), answered(corpus, id));
        vec![json!(name), json!(kind), json!(issue.question), json!(answers), json!(said)]
    };
    corpus.issues.iter().map(row).collect()
}

/// What each author who speaks of an issue says: the answers, each with its standings.
fn answered(corpus: &Corpus, id: IssueId) -> BTreeMap<&str, BTreeMap<&str, BTreeSet<&'static str>>> {
    let mut said: BTreeMap<&str, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for position in corpus.positions().iter().filter(|position| position.issue == id) {
        let (author, answer) = (corpus.authors.name(position.author), corpus.issues.get(id).id_of(position.answer));
        said.entry(author).or_default().entry(answer).or_default().insert(position.standing().word());
    }
    said
}

fn authors(corpus: &Corpus) -> Vec<Row> {
    let row = |(author, id, found): (_, &str, &parallax_core::model::Author)| {
        let counts = [corpus.relations_of(author).len(), corpus.positions_of(author).len()];
        vec![json!(id), json!(counts[0]), json!(counts[1]), json!(found.name)]
    };
    corpus.authors.iter().map(row).collect()
}

fn works(corpus: &Corpus) -> Vec<Row> {
    let row = |work: &parallax_core::model::Work| {
        let date = work.date.as_ref().map_or("", |date| date.text());
        vec![json!(work.id), json!(corpus.authors.name(work.author)), json!(date), json!(work.title)]
    };
    corpus.works.iter().map(row).collect()
}

fn frames(corpus: &Corpus) -> Vec<Row> {
    let row = |(_, id, frame): (_, &str, &parallax_core::model::Frame)| {
        let readers: Vec<&str> = frame.readings.iter().map(|reading| corpus.authors.name(reading.author)).collect();
        let first = frame.readings.first();
        let (kind, name) = first.map_or(("", ""), |reading| (reading.kind.word(), &reading.name));
        vec![json!(id), json!(kind), json!(readers), json!(name)]
    };
    corpus.frames.iter().map(row).collect()
}

fn views(corpus: &Corpus) -> Vec<Row> {
    let row = |view: &parallax_core::model::SavedView| {
        let what = match &view.what {
            ViewSubject::Panels(selections) => {
                selections.iter().map(|(text, _)| &**text).collect::<Vec<_>>().join(" | ")
            }
            ViewSubject::Comparison(sides) => {
                sides.iter().map(|(text, _)| &**text).collect::<Vec<_>>().join(" against ")
            }
        };
        let form = view.form.as_ref().map_or(String::new(), |(form, _)| format!(" ({form})"));
        vec![json!(view.id), json!(what + &form), json!(view.formats), json!(view.title.as_deref().unwrap_or(""))]
    };
    corpus.views.iter().map(row).collect()
}

fn keys() -> Vec<Row> {
    KEYS.iter().map(|key| vec![json!(key.name), json!(key.values), json!(key.about)]).collect()
}

fn formats() -> Vec<Row> {
    Output::all().map(|output| vec![json!(output.extension()), json!(output.name()), json!(output.about())]).collect()
}

fn forms() -> Vec<Row> {
    DIAGRAM_KINDS.iter().map(|form| vec![json!(form.name), json!(form.takes()), json!(form.about)]).collect()
}

fn engines() -> Vec<Row> {
    let known = LAYOUTS.iter().map(|engine| (engine.name(), engine.about())).chain([NO_ENGINE]);
    known.map(|(name, about)| vec![json!(name), json!(about)]).collect()
}

fn themes() -> Vec<Row> {
    THEMES.iter().map(|theme| vec![json!(theme.name), json!(theme.about)]).collect()
}
