//! `parallax rename` and `parallax merge`: an id changed everywhere, and two actors made one.

use clap::Args;
use parallax_core::model::ActorId;
use parallax_core::model::record::EntityKind;
use parallax_project::propose::RENAMED;
use parallax_project::{Error, Project};

use crate::change::{self, Consent};
use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;

/// What is renamed.
#[derive(Debug, Args)]
pub(crate) struct Rename {
    /// What it is
    #[arg(value_name = "WHAT", value_parser = RENAMED.map(|(name, _)| name))]
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
    let noun = RENAMED.iter().find(|(name, _)| *name == args.what).map_or(EntityKind::Actor, |(_, noun)| *noun);
    if noun == EntityKind::Actor {
        named(&args.old, &loaded)?;
    }
    let proposed = loaded.rename(noun, &args.old, &args.new)?;
    change::confirm_sound(&proposed, &args.consent, &loaded, global, terminal)
}

pub(crate) fn merge(global: &Global, args: &Merge, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = change::open(global)?;
    if !loaded.is_mergeable() {
        session::show_findings(&loaded.findings, &loaded, terminal)?;
        return Ok(Outcome::Findings);
    }
    let kept = named(&args.kept, &loaded)?;
    let others: Vec<ActorId> = args.others.iter().map(|other| named(other, &loaded)).collect::<Result<_, _>>()?;
    let proposed = loaded.merge(kept, &others, args.force)?;
    change::confirm_sound(&proposed, &args.consent, &loaded, global, terminal)
}

/// An actor by id, or by what it is called, which is told.
fn named(word: &str, loaded: &Project) -> Result<ActorId, Error> {
    let found = loaded.actor(word)?;
    let id = loaded.corpus.actors.name(found);
    if id != word {
        Terminal::say(&format!("note: `{word}` is what the actor `{id}` is called"));
    }
    Ok(found)
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
