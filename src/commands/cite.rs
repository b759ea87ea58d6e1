//! `parallax cite`: where words stand in an author's text, with the anchor that names the place.

use clap::Args;
use parallax_core::check::told_wrapped;
use parallax_core::diag::{self, Sink, harmless};
use parallax_core::model::{Corpus, Locus, Work, WorkId};
use parallax_core::text::{Match, Paragraph, Passage, Text, across, find, how_to_get, make};
use parallax_project::Error;
use parallax_project::Project;
use parallax_project::views;
use serde_json::{Value, json};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::record::Found;
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

/// A passage that answers.
struct Place<'l> {
    id: WorkId,
    work: &'l Work,
    text: &'l Text,
    /// How it answers; not at all if it has a part of the words, of which the rest stands in the next paragraphs.
    how: Option<Match>,
    locus: Locus,
    /// The anchor as it is written into a file: with the work where the author has several.
    anchor: String,
}

pub(crate) fn run(global: &Global, args: &Cite, terminal: &Terminal) -> Result<Outcome, Error> {
    // A file that is wrong elsewhere is no reason not to find a passage.
    let loaded = if args.into.is_asked() { change::open(global)? } else { session::open(global)? };
    if args.into.is_asked() {
        args.into.check(&args.author, &loaded)?;
    }
    let wanted = args.words.join(" ");
    let works = works(args, &loaded.corpus)?;
    if works.len() > 1 && passage(&wanted).is_some() {
        return Err(Error::Usage(format!("`{}` has several works: say in which with --work", args.author)));
    }
    let refused = refused(&works, &loaded);
    if !refused.is_empty() {
        // What cannot be checked cannot be cited either, and for the same reason.
        session::show_findings(&refused, &loaded, terminal)?;
    }
    let mut places = Vec::new();
    for &(id, work) in works.iter().filter(|(id, _)| loaded.texts.refused(*id).is_none()) {
        places.extend(answers(&wanted, id, work, &loaded)?);
    }
    // What only comes near in one text is nothing beside what stands in another.
    let there = places.iter().any(Place::is_there);
    let best = places.iter().map(Place::rank).min().unwrap_or_default();
    places.retain(|place| place.rank() == best || (there && place.is_there()));
    if args.format == "json" {
        let rows: Vec<Value> = places.iter().map(Place::json).collect();
        Terminal::print(diag::json(&rows).as_bytes())?;
    } else {
        let text: Vec<String> = places.iter().take(SHOWN).map(|place| place.text(terminal.colour())).collect();
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
        let told = loaded.texts.get(id).and_then(|text| told_wrapped(work, text));
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
    places: &[Place<'_>],
    args: &Cite,
    loaded: &Project,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome, Error> {
    let [place] = places else {
        let Locus { paragraph, first, last, .. } = places[0].locus;
        let several = places[0].anchor != places[0].locus.to_string();
        let work = if several { format!(" --work {}", places[0].work.id) } else { String::new() };
        Terminal::say(&format!(
            "the words stand in {} places, so nothing was written: take more words, or one of the places, such as p{paragraph}:{first}-{last}{work}",
            places.len()
        ));
        return Ok(Outcome::Findings);
    };
    let found = Found { work: place.id, locus: place.locus, anchor: &place.anchor };
    args.into.write(&args.author, &found, loaded, global, terminal)
}

/// Why texts of these works were not read.
fn refused(works: &[(WorkId, &Work)], loaded: &Project) -> Sink {
    let mut sink = Sink::default();
    let why = works.iter().filter_map(|(id, _)| loaded.texts.refused(*id));
    why.for_each(|finding| sink.push(finding.clone()));
    sink
}

fn missing(wanted: &str, places: &[Place<'_>]) -> String {
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

/// The works that are meant: those of the author, or the one that is named.
fn works<'c>(args: &Cite, corpus: &'c Corpus) -> Result<Vec<(WorkId, &'c Work)>, Error> {
    let Some(author) = corpus.authors.find(&args.author) else {
        let near = views::near(&args.author, corpus.authors.names());
        return Err(Error::Usage(format!("there is no author `{}`{near}", args.author)));
    };
    let is_meant = |(_, work): &(WorkId, &Work)| args.work.as_ref().is_none_or(|wanted| *work.id == **wanted);
    let found: Vec<(WorkId, &Work)> = corpus.works_of(author).filter(is_meant).collect();
    match (&args.work, found.is_empty()) {
        (_, false) => Ok(found),
        (None, true) => {
            Err(Error::Usage(format!("`{}` has no work: declare a [[work]] with the file of its text", args.author)))
        }
        (Some(wanted), true) => {
            let near = views::near(wanted, corpus.works_of(author).map(|(_, work)| &*work.id));
            Err(Error::Usage(format!("`{}` has no work `{wanted}`{near}", args.author)))
        }
    }
}

/// The passages of a work that answer; a text that is not at hand is trouble.
fn answers<'l>(wanted: &str, id: WorkId, work: &'l Work, loaded: &'l Project) -> Result<Vec<Place<'l>>, Error> {
    let Some(text) = loaded.texts.get(id) else {
        let help = how_to_get(work, &loaded.corpus);
        return Err(Error::Usage(format!("the text of `{}` is not at hand: {help}", work.title)));
    };
    let found = match passage(wanted) {
        Some((paragraph, words)) => vec![(Some(Match::Exact), named(text, paragraph, words)?)],
        None => looked_for(text, wanted),
    };
    let several = loaded.corpus.works_of(work.author).nth(1).is_some();
    let place = |(how, locus): (Option<Match>, Locus)| {
        let anchor = if several { format!("{}:{locus}", work.id) } else { locus.to_string() };
        Place { id, work, text, how, locus, anchor }
    };
    Ok(found.into_iter().map(place).collect())
}

/// The places of words; where they stand in no paragraph but over several, those of their parts.
fn looked_for(text: &Text, wanted: &str) -> Vec<(Option<Match>, Locus)> {
    let found = find(text, wanted);
    if found.iter().all(|(how, _)| matches!(how, Match::Near(_))) {
        let parts: Vec<_> = across(text, wanted).concat().into_iter().map(|locus| (None, locus)).collect();
        if !parts.is_empty() {
            return parts;
        }
    }
    found.into_iter().map(|(how, locus)| (Some(how), locus)).collect()
}

/// The numbers of `p12`, `p12:3` or `p12:3-27`, be it with a fingerprint.
fn passage(text: &str) -> Option<(u32, Option<(u32, u32)>)> {
    let place = text.split('#').next()?.strip_prefix('p')?;
    let Some((paragraph, words)) = place.split_once(':') else { return Some((place.parse().ok()?, None)) };
    let (first, last) = words.split_once('-').unwrap_or((words, words));
    Some((paragraph.parse().ok()?, Some((first.parse().ok()?, last.parse().ok()?))))
}

/// The passage with these numbers; without words the whole paragraph.
fn named(text: &Text, paragraph: u32, words: Option<(u32, u32)>) -> Result<Locus, Error> {
    let Some(count) = text.paragraph(paragraph).map(Paragraph::len) else {
        return Err(Error::Usage(format!("the text has {} paragraphs, and no p{paragraph}", text.paragraphs.len())));
    };
    let (first, last) = words.unwrap_or((1, count as u32));
    make(text, paragraph, first, last)
        .ok_or_else(|| Error::Usage(format!("p{paragraph} has {count} words, and no words {first} to {last}")))
}

impl Place<'_> {
    fn is_there(&self) -> bool {
        matches!(self.how, Some(Match::Exact | Match::Folded))
    }

    /// How far it is from what was looked for: the words, all of them in parts, others.
    fn rank(&self) -> u8 {
        match self.how {
            Some(Match::Exact | Match::Folded) => 0,
            None => 1,
            Some(Match::Near(_)) => 2,
        }
    }

    /// What stands before the passage in its paragraph, the passage, what stands after it.
    fn parts(&self, around: usize) -> [String; 3] {
        let passage = Passage::of(self.text, self.locus, around);
        passage.map_or_else(Default::default, |passage| [passage.before, passage.words, passage.after])
    }

    fn text(&self, colour: bool) -> String {
        let how = match self.how {
            Some(Match::Exact) => String::new(),
            Some(Match::Folded) => ", accents aside".to_owned(),
            Some(Match::Near(alike)) => format!(", {:.0} % alike", alike * 100.0),
            None => ", a part".to_owned(),
        };
        let [before, passage, after] = self.parts(AROUND).map(|part| harmless(&part));
        let (on, off) = if colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("»", "«") };
        let head = format!("{}, paragraph {}{how}", harmless(&self.work.title), self.locus.paragraph);
        format!("{head}\n  {before}{on}{passage}{off}{after}\n  evidence = [\"{}\"]\n", self.anchor)
    }

    fn json(&self) -> Value {
        let Locus { paragraph, first, last, .. } = self.locus;
        let alike = if let Some(Match::Near(alike)) = self.how { alike } else { 1.0 };
        json!({
            "work": self.work.id, "anchor": self.anchor, "match": self.how.map_or("part", Match::name), "alike": alike,
            "paragraph": paragraph, "first": first, "last": last, "passage": self.parts(1)[1],
        })
    }
}
