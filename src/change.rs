//! Changes to people's files: shown first, written when that was asked for, whole or not at all.

use std::io::{IsTerminal, Write};
use std::path::Path;

use clap::Args;
use parallax_core::diag::{Severity, Sink, counted, harmless};
use parallax_core::source::Sources;
use parallax_project::propose::{Proposal, Proposed};
use parallax_project::{Error, Project};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;

/// What a command that looks through all files is told about writing.
#[derive(Debug, Args)]
pub(crate) struct Consent {
    /// Only show what would change
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Write without asking
    #[arg(short, long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
}

/// Loads the corpus whose files are to change.
pub(crate) fn open(global: &Global) -> Result<Project, Error> {
    if !global.tables.is_empty() && session::root(global)?.is_none_or(|root| !root.is_file()) {
        return Err(Error::Usage("only the files of a corpus are changed: leave --table out".to_owned()));
    }
    session::open(global)
}

/// The same for what others depend on: says what follows from it; where the corpus would have errors then, these are shown instead.
pub(crate) fn confirm_sound(
    proposed: &Proposed,
    consent: &Consent,
    loaded: &Project,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome, Error> {
    match proposed {
        Proposed::Sound(proposal) => {
            proposal.notes.iter().for_each(|note| Terminal::say(&format!("note: {note}")));
            confirm_and_write(proposal, consent, loaded, global, terminal)
        }
        Proposed::Flawed(after) => {
            Terminal::say("the corpus would then have errors, so nothing was changed:\n");
            session::show_findings(&errors(after), after, terminal)?;
            Ok(Outcome::Findings)
        }
    }
}

/// What keeps a corpus from being used, and nothing else that was found.
fn errors(project: &Project) -> Sink {
    let mut errors = Sink::default();
    let wrong = project.findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
    wrong.for_each(|finding| errors.push(finding.clone()));
    errors
}

/// Shows the changes and writes them, if that is wished: as said on the command line, else as answered on a terminal.
pub(crate) fn confirm_and_write(
    proposal: &Proposal,
    consent: &Consent,
    loaded: &Project,
    global: &Global,
    terminal: &Terminal,
) -> Result<Outcome, Error> {
    show(proposal, terminal)?;
    if consent.dry_run {
        return Ok(Outcome::Clean);
    }
    if !consent.yes && !asked()? {
        Terminal::say("nothing was written; --yes writes it");
        return Ok(Outcome::Findings);
    }
    write(proposal, loaded, global)?;
    Ok(Outcome::Clean)
}

/// Prints the changes as a diff.
pub(crate) fn show(proposal: &Proposal, terminal: &Terminal) -> Result<(), Error> {
    let colour = terminal.colour();
    Terminal::print_with(|out| {
        for line in proposal.diff().lines() {
            let (on, off) = if colour { colours(line) } else { ("", "") };
            writeln!(out, "{on}{}{off}", harmless(line))?;
        }
        Ok(())
    })
}

fn colours(line: &str) -> (&'static str, &'static str) {
    let on = match line.as_bytes() {
        [b'-', b'-', b'-', b' ', ..] | [b'+', b'+', b'+', b' ', ..] => "\u{1b}[1m",
        [b'-', ..] => "\u{1b}[31m",
        [b'+', ..] => "\u{1b}[32m",
        [b'@', ..] => "\u{1b}[36m",
        _ => return ("", ""),
    };
    (on, "\u{1b}[0m")
}

/// Writes the files, all of them or none.
pub(crate) fn write(proposal: &Proposal, loaded: &Project, global: &Global) -> Result<(), Error> {
    let root = session::folder_from_here(global)?;
    let root = root.ok_or_else(|| Error::Usage("only the files of a corpus are changed".to_owned()))?;
    write_below(&root, proposal, &loaded.sources)?;
    if !proposal.is_empty() {
        Terminal::say(&format!("{} written", counted(proposal.changes.len(), "file")));
    }
    Ok(())
}

/// The same for files below a folder, which are read from there.
pub(crate) fn write_below(root: &Path, proposal: &Proposal, sources: &Sources) -> Result<(), Error> {
    Terminal::notes(&proposal.write(root, sources)?);
    Ok(())
}

/// Asks on a terminal; elsewhere nobody can say yes.
fn asked() -> Result<bool, Error> {
    let (mut err, input) = (std::io::stderr().lock(), std::io::stdin());
    if !input.is_terminal() || !err.is_terminal() {
        return Ok(false);
    }
    let failed = |source| Error::unread("(stdin)", source);
    write!(err, "write these changes? [y/N] ").and_then(|()| err.flush()).map_err(failed)?;
    let mut answer = String::new();
    input.read_line(&mut answer).map_err(failed)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
