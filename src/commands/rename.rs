//! `parallax rename` and `parallax merge`: an id changed everywhere, and two actors made one.

use clap::Args;
use parallax_core::diag::{Severity, Sink};
use parallax_core::model::record::Noun;
use parallax_core::model::{ActorId, Corpus, Relation};
use parallax_core::network::{Network, View};
use parallax_project::Error;
use parallax_project::edit::{self, Called, Change, Merged};
use parallax_project::views;
use parallax_project::{self, Project};

use crate::change::{self, Consent};
use crate::global::Global;
use crate::outcome::Outcome;
use crate::record::actor;
use crate::session;
use crate::terminal::Terminal;

/// What can be called otherwise.
const WHATS: [(&str, Noun); 4] =
    [("actor", Noun::Actor), ("type", Noun::Type), ("facet", Noun::Facet), ("frame", Noun::Frame)];

/// What is renamed.
#[derive(Debug, Args)]
pub(crate) struct Rename {
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
pub(crate) struct Merge {
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

pub(crate) fn rename(global: &Global, args: &Rename, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(loaded) = whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let noun = WHATS.iter().find(|(name, _)| *name == args.what).map_or(Noun::Actor, |(_, noun)| *noun);
    let old = id(noun, args, &loaded.corpus)?;
    let changes = edit::rename(&loaded.sources, &loaded.corpus, noun, &old, &args.new)?;
    if !sound(&changes, &loaded, terminal)? {
        return Ok(Outcome::Findings);
    }
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
    let near = views::near(&args.old, known);
    Err(Error::Usage(format!("there is no {} `{}`{near}", args.what, args.old)))
}

pub(crate) fn merge(global: &Global, args: &Merge, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = change::open(global)?;
    // That two are called alike is why one makes them one: whether any are left is asked afterwards.
    if loaded.findings.count(Severity::Error) > loaded.findings.count_of("shared-alias") {
        session::show_findings(&loaded.findings, &loaded, terminal)?;
        return Ok(Outcome::Findings);
    }
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
    if !sound(&changes, &loaded, terminal)? {
        return Ok(Outcome::Findings);
    }
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

/// Whether the corpus would be without errors after the changes; if not they are shown. Says which statements would then relate an
/// actor to itself, and which views would draw nothing any more.
fn sound(changes: &[Change], loaded: &Project, terminal: &Terminal) -> Result<bool, Error> {
    let after = parallax_project::changed(&loaded.sources, changes);
    if after.findings.has_errors() {
        let mut errors = Sink::default();
        let wrong = after.findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
        wrong.for_each(|finding| errors.push(finding.clone()));
        Terminal::say("the corpus would then have errors, so nothing was changed:\n");
        session::show_findings(&errors, &after, terminal)?;
        return Ok(false);
    }
    let (before, now) = (&loaded.corpus, &after.corpus);
    let loops = |corpus: &Corpus| -> Vec<String> {
        let is_loop = |relation: &&Relation| relation.to_itself() > 0;
        corpus.relations().iter().filter(is_loop).map(|relation| corpus.relation_name(relation)).collect()
    };
    if loops(now).len() > loops(before).len() {
        Terminal::say(&format!(
            "note: these statements then relate an actor to itself, and are not drawn: {}",
            loops(now).join(", ")
        ));
    }
    for view in now.views.iter().filter(|view| is_empty(&view.id, now) && !is_empty(&view.id, before)) {
        Terminal::say(&format!("note: the view `{}` then draws nothing: change or delete it", view.id));
    }
    Ok(true)
}

/// Whether nothing is drawn of a saved view.
fn is_empty(id: &str, corpus: &Corpus) -> bool {
    let selections = corpus.views.iter().filter(|view| *view.id == *id).flat_map(|view| view.what.selections());
    let views = selections.filter_map(|(text, _)| View::parse(text, corpus).ok());
    views.into_iter().all(|view| Network::of(corpus, &view).graph.edge_count() == 0)
}

/// The corpus, if it has no errors: where something is wrong nobody knows what refers to what.
fn whole(global: &Global, terminal: &Terminal) -> Result<Option<Project>, Error> {
    let loaded = change::open(global)?;
    if loaded.findings.has_errors() {
        session::show_findings(&loaded.findings, &loaded, terminal)?;
        return Ok(None);
    }
    Ok(Some(loaded))
}
