//! `parallax cite`: where words stand in an author's text, with the anchor that names the place.

use serde_json::{Value, json};

use super::Outcome;
use super::args::{Cite, Global};
use super::record::Found;
use super::terminal::Terminal;
use super::{change, session};
use crate::diag::{self, harmless};
use crate::error::Error;
use crate::model::{Corpus, Locus, Work, WorkId};
use crate::pipeline::Loaded;
use crate::text::{Match, Paragraph, Text, find, how_to_get, make};

/// A passage that answers.
struct Place<'l> {
    id: WorkId,
    work: &'l Work,
    text: &'l Text,
    how: Match,
    locus: Locus,
    /// The anchor as it is written into a file: with the work where the author has several.
    anchor: String,
}

pub(super) fn run(global: &Global, args: &Cite, terminal: &Terminal) -> Result<Outcome, Error> {
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
    let mut places = Vec::new();
    for (id, work) in works {
        places.extend(answers(&wanted, id, work, &loaded)?);
    }
    // What is near in one text is nothing beside what stands in another.
    let there = places.iter().any(Place::is_there);
    places.retain(|place| place.is_there() || !there);
    if args.format == "json" {
        let rows: Vec<Value> = places.iter().map(Place::json).collect();
        Terminal::print(diag::json(&rows).as_bytes())?;
    } else {
        let text: Vec<String> = places.iter().map(|place| place.text(terminal.colour())).collect();
        Terminal::print(text.join("\n").as_bytes())?;
        if !there {
            Terminal::say(&missing(&wanted, &places));
        }
    }
    if there && args.into.is_asked() {
        return taken(&places, args, &loaded, global, terminal);
    }
    Ok(if there { Outcome::Clean } else { Outcome::Findings })
}

/// Writes the passage where it was asked to go, if it is the only one that answers.
fn taken(
    places: &[Place<'_>],
    args: &Cite,
    loaded: &Loaded,
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

fn missing(wanted: &str, places: &[Place<'_>]) -> String {
    if places.is_empty() {
        return format!("no passage has the words `{wanted}`, and none comes near");
    }
    format!("no passage has the words `{wanted}`: above is what comes nearest, to be read before it is taken")
}

/// The works that are meant: those of the author, or the one that is named.
fn works<'c>(args: &Cite, corpus: &'c Corpus) -> Result<Vec<(WorkId, &'c Work)>, Error> {
    let Some(author) = corpus.authors.find(&args.author) else {
        let near = session::near(&args.author, corpus.authors.names());
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
            let near = session::near(wanted, corpus.works_of(author).map(|(_, work)| &*work.id));
            Err(Error::Usage(format!("`{}` has no work `{wanted}`{near}", args.author)))
        }
    }
}

/// The passages of a work that answer; a text that is not at hand is trouble.
fn answers<'l>(wanted: &str, id: WorkId, work: &'l Work, loaded: &'l Loaded) -> Result<Vec<Place<'l>>, Error> {
    let Some(text) = loaded.texts.get(id) else {
        let help = how_to_get(work, &loaded.corpus);
        return Err(Error::Usage(format!("the text of `{}` is not at hand: {help}", work.title)));
    };
    let found = match passage(wanted) {
        Some((paragraph, words)) => vec![(Match::Exact, named(text, paragraph, words)?)],
        None => find(text, wanted),
    };
    let several = loaded.corpus.works_of(work.author).nth(1).is_some();
    let place = |(how, locus): (Match, Locus)| {
        let anchor = if several { format!("{}:{locus}", work.id) } else { locus.to_string() };
        Place { id, work, text, how, locus, anchor }
    };
    Ok(found.into_iter().map(place).collect())
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
        !matches!(self.how, Match::Near(_))
    }

    /// The paragraph as written: before the passage, the passage, after it.
    fn parts(&self) -> [&str; 3] {
        self.text.parts(self.locus).unwrap_or_default()
    }

    fn text(&self, colour: bool) -> String {
        let how = match self.how {
            Match::Exact => String::new(),
            Match::Folded => ", accents aside".to_owned(),
            Match::Near(alike) => format!(", {:.0} % alike", alike * 100.0),
        };
        let [before, passage, after] = self.parts().map(harmless);
        let (on, off) = if colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("»", "«") };
        let head = format!("{}, paragraph {}{how}", harmless(&self.work.title), self.locus.paragraph);
        format!("{head}\n  {before}{on}{passage}{off}{after}\n  evidence = [\"{}\"]\n", self.anchor)
    }

    fn json(&self) -> Value {
        let Locus { paragraph, first, last, .. } = self.locus;
        let alike = if let Match::Near(alike) = self.how { alike } else { 1.0 };
        json!({
            "work": self.work.id, "anchor": self.anchor, "match": self.how.name(), "alike": alike,
            "paragraph": paragraph, "first": first, "last": last, "passage": self.parts()[1],
        })
    }
}
