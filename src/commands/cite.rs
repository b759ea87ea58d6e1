//! `parallax cite`: where words stand in an author's text, with the anchor that names the place.

use clap::Args;
use parallax_core::check::wrapped_note;
use parallax_core::diag::{self, harmless};
use parallax_core::model::Selector;
use parallax_core::text::{self, Match};
use parallax_project::cite::{Cited, numbers};
use parallax_project::propose::Passage;
use parallax_project::{Error, Project};
use serde_json::{Value, json};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::record::IntoFile;
use crate::terminal::Terminal;
use crate::{change, session};

#[derive(Debug, Args)]
pub(crate) struct Cite {
    /// Whose text
    #[arg(value_name = "AUTHOR")]
    pub(crate) author: String,
    /// The words, or a passage by its numbers: p12, p12:3-27
    #[arg(value_name = "WORDS", required = true)]
    pub(crate) words: Vec<String>,
    /// The work, where the author has several [default: all of them]
    #[arg(long, value_name = "WORK")]
    pub(crate) work: Option<String>,
    #[command(flatten)]
    pub(crate) into: IntoFile,
    /// text or json
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub(crate) format: String,
}

/// So many places are shown; whoever finds more looks for too little.
const SHOWN: usize = 100;
/// So many words of a paragraph are shown before a passage, and after it: of nearly all paragraphs that is all of it.
const AROUND: usize = 200;

pub(crate) fn run(global: &Global, args: &Cite, terminal: &Terminal) -> Result<Outcome, Error> {
    // A file that is wrong elsewhere is no reason not to find a passage.
    let loaded = if args.into.is_asked() { change::open(global)? } else { session::open(global)? };
    if args.into.is_asked() {
        args.into.check(&args.author, &loaded)?;
    }
    let wanted = args.words.join(" ");
    let works = loaded.works(&args.author, args.work.as_deref())?;
    if works.len() > 1 && numbers(&wanted).is_some() {
        return Err(Error::Usage(format!("`{}` has several works: say in which with --work", args.author)));
    }
    let refused = loaded.refused(&works);
    if !refused.is_empty() {
        // What cannot be checked cannot be cited either, and for the same reason.
        session::show_findings(&refused, &loaded, terminal)?;
    }
    let places = loaded.cite(&wanted, &works)?;
    let there = places.iter().any(Cited::is_there);
    if args.format == "json" {
        let rows: Vec<Value> = places.iter().map(json).collect();
        Terminal::print(diag::json(&rows).as_bytes())?;
    } else {
        let text: Vec<String> = places.iter().take(SHOWN).map(|place| text(place, terminal.colour())).collect();
        Terminal::print(text.join("\n").as_bytes())?;
        if places.len() > SHOWN {
            let (all, more) = (places.len(), places.len() - SHOWN);
            Terminal::say(&format!(
                "the words stand in {all} places, of which {more} are not shown: take more words, or --format json"
            ));
        }
    }
    if !there && refused.is_empty() && args.format != "json" {
        Terminal::say(&missing(&wanted, &places));
    }
    for (id, work) in works {
        let told = loaded.texts.get(id).and_then(|text| wrapped_note(work, text));
        if let Some(told) = told.filter(|_| !there || work.paragraphs.is_none()) {
            Terminal::say(&told);
        }
    }
    if there && args.into.is_asked() {
        if !refused.is_empty() {
            // The words may stand in that text as well.
            Terminal::say("nothing was written: say with --work in which text");
            return Ok(Outcome::Findings);
        }
        return taken(&places, args, &loaded, global, terminal);
    }
    Ok(if there && refused.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// Writes the passage where it was asked to go, if it is the only one that answers.
fn taken(
    places: &[Cited<'_>],
    args: &Cite,
    loaded: &Project,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome, Error> {
    let [place] = places else {
        let Selector { paragraph, first, last, .. } = places[0].selector;
        let several = places[0].anchor != places[0].selector.to_string();
        let work = if several { format!(" --work {}", places[0].work.id) } else { String::new() };
        Terminal::say(&format!(
            "the words stand in {} places, so nothing was written: take more words, or one of the places, such as p{paragraph}:{first}-{last}{work}",
            places.len()
        ));
        return Ok(Outcome::Findings);
    };
    let found = Passage { work: place.id, selector: place.selector, anchor: &place.anchor };
    args.into.write(&args.author, &found, loaded, global, terminal)
}

fn missing(wanted: &str, places: &[Cited<'_>]) -> String {
    let Some(first) = places.first() else {
        return format!("no passage has the words `{wanted}`, and none comes near");
    };
    if first.how.is_none() {
        return format!(
            "the words `{wanted}` run over from one paragraph into the next, and an anchor names words of one: above is each part, and a statement can have several anchors"
        );
    }
    format!("no passage has the words `{wanted}`: above is what comes nearest, to be read before it is taken")
}

/// What stands before a passage in its paragraph, the passage, what stands after it.
fn parts(place: &Cited<'_>, around: usize) -> [String; 3] {
    let passage = text::Passage::of(place.text, place.selector, around);
    passage.map_or_else(Default::default, |passage| [passage.before, passage.words, passage.after])
}

fn text(place: &Cited<'_>, colour: bool) -> String {
    let how = match place.how {
        Some(Match::Exact) => String::new(),
        Some(Match::WithoutAccents) => ", accents aside".to_owned(),
        Some(Match::Near(alike)) => format!(", {:.0} % alike", alike * 100.0),
        None => ", a part".to_owned(),
    };
    let [before, passage, after] = parts(place, AROUND).map(|part| harmless(&part));
    let (on, off) = if colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("»", "«") };
    let head = format!("{}, paragraph {}{how}", harmless(&place.work.title), place.selector.paragraph);
    format!("{head}\n  {before}{on}{passage}{off}{after}\n  evidence = [\"{}\"]\n", place.anchor)
}

fn json(place: &Cited<'_>) -> Value {
    let Selector { paragraph, first, last, .. } = place.selector;
    let alike = if let Some(Match::Near(alike)) = place.how { alike } else { 1.0 };
    json!({
        "work": place.work.id, "anchor": place.anchor, "match": place.how.map_or("part", Match::name), "alike": alike,
        "paragraph": paragraph, "first": first, "last": last, "passage": parts(place, 1)[1],
    })
}
