//! `parallax list`: what there is, one list a name.

use serde_json::{Value, json};

use super::Outcome;
use super::args::{Global, List};
use super::session;
use super::terminal::Terminal;
use crate::draw::THEMES;
use crate::error::Error;
use crate::export::FORMATS;
use crate::export::report::REPORTS;
use crate::layout::LAYOUTS;
use crate::model::{Corpus, Drawing};
use crate::network::KEYS;

/// A list: its name, and its rows.
pub(super) struct Listing {
    pub(super) name: &'static str,
    rows: Rows,
}

/// Where the rows come from: id, then words; the words are named for JSON.
enum Rows {
    Corpus(&'static [&'static str], fn(&Corpus) -> Vec<Vec<String>>),
    Program(&'static [&'static str], fn() -> Vec<Vec<String>>),
}

/// Every list, in the order of help.
pub(super) static LISTS: &[Listing] = &[
    Listing { name: "actors", rows: Rows::Corpus(&["id", "kind", "name", "aliases"], actors) },
    Listing { name: "types", rows: Rows::Corpus(&["id", "sign", "label", "definition"], types) },
    Listing { name: "facets", rows: Rows::Corpus(&["id", "label", "definition"], facets) },
    Listing { name: "authors", rows: Rows::Corpus(&["id", "statements", "name"], authors) },
    Listing { name: "works", rows: Rows::Corpus(&["id", "author", "date", "title"], works) },
    Listing { name: "frames", rows: Rows::Corpus(&["id", "kind", "read-by", "name"], frames) },
    Listing { name: "views", rows: Rows::Corpus(&["id", "draws", "formats", "title"], views) },
    Listing { name: "keys", rows: Rows::Program(&["key", "values", "about"], keys) },
    Listing { name: "formats", rows: Rows::Program(&["extension", "name", "about"], formats) },
    Listing { name: "engines", rows: Rows::Program(&["name", "about"], engines) },
    Listing { name: "themes", rows: Rows::Program(&["name", "about"], themes) },
];

pub(super) fn run(global: &Global, args: &List, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(list) = LISTS.iter().find(|list| list.name == args.what) else { return Ok(Outcome::Clean) };
    let (heads, rows) = match &list.rows {
        Rows::Program(heads, rows) => (heads, rows()),
        Rows::Corpus(heads, rows) => {
            let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
            (heads, rows(&loaded.corpus))
        }
    };
    let text = if args.format == "json" { as_json(heads, &rows) } else { as_text(&rows) };
    Terminal::print(text.as_bytes())?;
    Ok(Outcome::Clean)
}

fn as_json(heads: &[&str], rows: &[Vec<String>]) -> String {
    let object = |row: &Vec<String>| -> Value {
        heads.iter().map(|head| (*head).to_owned()).zip(row.iter().map(|cell| json!(cell))).collect()
    };
    let list: Vec<Value> = rows.iter().map(object).collect();
    format!("{:#}\n", Value::Array(list))
}

/// Columns as wide as their longest cell, but for the last.
fn as_text(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(|column| width(column).min(40)).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{:<width$}", plain(cell)));
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// Names come from files: what could steer a terminal is taken out.
fn plain(cell: &str) -> String {
    cell.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

fn actors(corpus: &Corpus) -> Vec<Vec<String>> {
    let row = |(_, id, actor): (_, &str, &crate::model::Actor)| {
        vec![id.to_owned(), actor.kind.word().to_owned(), actor.name.to_string(), actor.aliases.join(", ")]
    };
    corpus.actors.iter().map(row).collect()
}

fn types(corpus: &Corpus) -> Vec<Vec<String>> {
    let row = |(_, id, kind): (_, &str, &crate::model::RelationType)| {
        vec![id.to_owned(), kind.sign.glyph().to_owned(), kind.label.to_string(), kind.definition.to_string()]
    };
    corpus.types.iter().map(row).collect()
}

fn facets(corpus: &Corpus) -> Vec<Vec<String>> {
    corpus
        .facets
        .iter()
        .map(|(_, id, facet)| vec![id.to_owned(), facet.label.to_string(), facet.definition.to_string()])
        .collect()
}

fn authors(corpus: &Corpus) -> Vec<Vec<String>> {
    let row = |(author, id, found): (_, &str, &crate::model::Author)| {
        vec![id.to_owned(), corpus.relations_of(author).len().to_string(), found.name.to_string()]
    };
    corpus.authors.iter().map(row).collect()
}

fn works(corpus: &Corpus) -> Vec<Vec<String>> {
    let row = |work: &crate::model::Work| {
        let date = work.date.as_ref().map_or("", |date| date.text());
        vec![work.id.to_string(), corpus.authors.name(work.author).to_owned(), date.to_owned(), work.title.to_string()]
    };
    corpus.works.iter().map(row).collect()
}

fn frames(corpus: &Corpus) -> Vec<Vec<String>> {
    let row = |(_, id, frame): (_, &str, &crate::model::Frame)| {
        let readers: Vec<&str> = frame.readings.iter().map(|reading| corpus.authors.name(reading.author)).collect();
        let first = frame.readings.first();
        let (kind, name) = first.map_or(("", ""), |reading| (reading.kind.word(), &reading.name));
        vec![id.to_owned(), kind.to_owned(), readers.join(", "), name.to_owned()]
    };
    corpus.frames.iter().map(row).collect()
}

fn views(corpus: &Corpus) -> Vec<Vec<String>> {
    let row = |view: &crate::model::SavedView| {
        let what = match &view.what {
            Drawing::Panels(selections) => selections.iter().map(|(text, _)| &**text).collect::<Vec<_>>().join(" | "),
            Drawing::Difference(sides) => format!("{} against {}", sides[0].0, sides[1].0),
        };
        vec![view.id.to_string(), what, view.formats.join(" "), view.title.as_deref().unwrap_or("").to_owned()]
    };
    corpus.views.iter().map(row).collect()
}

fn keys() -> Vec<Vec<String>> {
    KEYS.iter().map(|key| vec![key.name.to_owned(), key.values.to_owned(), key.about.to_owned()]).collect()
}

fn formats() -> Vec<Vec<String>> {
    let pictures = FORMATS.iter().map(|format| [format.extension(), format.name(), format.about()]);
    let reports = REPORTS.iter().map(|report| [report.extension(), report.name(), report.about()]);
    pictures.chain(reports).map(|row| row.map(str::to_owned).to_vec()).collect()
}

fn engines() -> Vec<Vec<String>> {
    LAYOUTS.iter().map(|engine| vec![engine.name().to_owned(), engine.about().to_owned()]).collect()
}

fn themes() -> Vec<Vec<String>> {
    THEMES.iter().map(|theme| vec![theme.name.to_owned(), theme.about.to_owned()]).collect()
}
