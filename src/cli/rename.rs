//! `parallax rename` and `parallax merge`: an id changed everywhere, and two actors made one.

use clap::Args;

use super::Outcome;
use super::args::Global;
use super::change::{self, Consent};
use super::record::actor;
use super::session;
use super::terminal::Terminal;
use crate::edit::{self, Called, Merged};
use crate::error::Error;
use crate::model::record::Noun;
use crate::model::{ActorId, Corpus};
use crate::pipeline::Loaded;

/// What can be called otherwise.
const WHATS: [(&str, Noun); 4] =
    [("actor", Noun::Actor), ("type", Noun::Type), ("facet", Noun::Facet), ("frame", Noun::Frame)];

/// What is renamed.
#[derive(Debug, Args)]
pub(super) struct Rename {
    /// What it is
    #[arg(value_name = "WHAT", value_parser = WHATS.map(|(name, _)| name))]
    what: String,
    /// Its id now; an actor may be named by an alias
    #[arg(value_name = "OLD")]
    old: String,
    /// The id that it is to have
    #[arg(value_name = "NEW")]
    new: String,
    #[command(flatten)]
    consent: Consent,
}

/// What is made one.
#[derive(Debug, Args)]
pub(super) struct Merge {
    /// What they are
    #[arg(value_name = "WHAT", value_parser = ["actor"])]
    what: String,
    /// The actor who is kept
    #[arg(value_name = "KEPT")]
    kept: String,
    /// The actors who become that one
    #[arg(value_name = "OTHER", required = true)]
    others: Vec<String>,
    /// Also where statements would then relate the actor to itself
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    consent: Consent,
}

pub(super) fn rename(global: &Global, args: &Rename, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(loaded) = whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let noun = WHATS.iter().find(|(name, _)| *name == args.what).map_or(Noun::Actor, |(_, noun)| *noun);
    let old = id(noun, args, &loaded.corpus)?;
    let changes = edit::rename(&loaded.sources, &loaded.corpus, noun, &old, &args.new)?;
    change::settle(&changes, &args.consent, &loaded, global, terminal)
}

/// The id of what is meant.
fn id(noun: Noun, args: &Rename, corpus: &Corpus) -> Result<String, Error> {
    let known: Vec<&str> = match noun {
        Noun::Type => corpus.types.names().collect(),
        Noun::Facet => corpus.facets.names().collect(),
        Noun::Frame => corpus.frames.names().collect(),
        _ => {
            let found = named(&args.old, &Called::of(corpus), corpus)?;
            return Ok(corpus.actors.name(found).to_owned());
        }
    };
    if known.contains(&&*args.old) {
        return Ok(args.old.clone());
    }
    let near = session::near(&args.old, known);
    Err(Error::Usage(format!("there is no {} `{}`{near}", args.what, args.old)))
}

pub(super) fn merge(global: &Global, args: &Merge, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(loaded) = whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let corpus = &loaded.corpus;
    let called = Called::of(corpus);
    let kept = named(&args.kept, &called, corpus)?;
    let others = args.others.iter().map(|other| named(other, &called, corpus));
    let mut others: Vec<ActorId> = others.collect::<Result<_, _>>()?;
    others.sort_unstable();
    others.dedup();
    if others.contains(&kept) {
        return Err(Error::Usage(format!("`{}` is one already: name two actors", corpus.actors.name(kept))));
    }
    let Merged { changes, told } = edit::merge(&loaded.sources, corpus, kept, &others, args.force)?;
    for told in told {
        Terminal::say(&format!("note: {told}"));
    }
    change::settle(&changes, &args.consent, &loaded, global, terminal)
}

/// An actor by id, or by what it is called, which is told.
fn named(word: &str, called: &Called, corpus: &Corpus) -> Result<ActorId, Error> {
    let found = actor(word, called, corpus)?;
    let id = corpus.actors.name(found);
    if id != word {
        Terminal::say(&format!("note: `{word}` is what the actor `{id}` is called"));
    }
    Ok(found)
}

/// The corpus, if it has no errors: where something is wrong nobody knows what refers to what.
fn whole(global: &Global, terminal: &Terminal) -> Result<Option<Loaded>, Error> {
    let loaded = change::open(global)?;
    if loaded.findings.has_errors() {
        session::show_findings(&loaded.findings, &loaded, terminal)?;
        return Ok(None);
    }
    Ok(Some(loaded))
}
