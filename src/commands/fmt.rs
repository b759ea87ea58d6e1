//! `parallax fmt`: the TOML files of a corpus in one layout.

use std::path::{Path, PathBuf};

use clap::Args;
use parallax_core::diag::{Severity, Sink, Style, counted, emit};
use parallax_core::read::Notation;
use parallax_core::source::{LOCK, Limits, Source, Sources};
use parallax_project::Error;
use parallax_project::files::recover;
use parallax_project::propose::{Proposal, layout};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::terminal::Terminal;
use crate::{change, session};

#[derive(Debug, Args)]
pub(crate) struct FmtArgs {
    /// The files [default: all TOML of the corpus]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write nothing; show what would change, and end with 1 if anything would
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(global: &Global, args: &FmtArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let mut sink = Sink::default();
    let (root, sources) =
        if args.files.is_empty() { of_corpus(global, &mut sink)? } else { named(&args.files, &mut sink)? };
    let proposal = layout(&sources, &mut sink)?;
    let wrong = sink.count(Severity::Error);
    if wrong > 0 {
        let style = Style { colour: terminal.error_colour(), all: false };
        let mut text = Vec::new();
        emit(&sink, &sources, &style, &mut text).map_err(|source| Error::Write { path: "(memory)".into(), source })?;
        Terminal::say_as_is(String::from_utf8_lossy(&text).trim_end());
        Terminal::say("files with errors are left as they are");
    }
    let is_other = |source: &&Source| Notation::of(&source.name) != Some(Notation::Toml) && source.name != LOCK;
    let others = sources.iter().filter(is_other).count();
    if args.check {
        change::show(&proposal, terminal)?;
    } else {
        change::write_below(&root, &proposal, &sources)?;
    }
    Terminal::say(&summary(&proposal, args.check, others));
    Ok(if wrong > 0 || (args.check && !proposal.is_empty()) { Outcome::Findings } else { Outcome::Clean })
}

/// The files of a corpus, and its folder.
fn of_corpus(global: &Global, sink: &mut Sink) -> Result<(PathBuf, Sources), Error> {
    let no_files = || Error::Usage("tables have no layout: name the files that do".to_owned());
    let (root, folder) = (session::root(global)?, session::folder_from_here(global)?);
    let (root, folder) = root.zip(folder).ok_or_else(no_files)?;
    Terminal::notes(&recover(&folder));
    let mut all = Sink::default();
    let sources = Sources::open(&root, &Limits::default(), &mut all)?;
    // A missing folder is nothing to a layout.
    all.sorted().into_iter().filter(|finding| finding.place().is_some()).for_each(|finding| sink.push(finding.clone()));
    Ok((folder, sources))
}

/// The files that the command line names, told from here.
fn named(files: &[PathBuf], sink: &mut Sink) -> Result<(PathBuf, Sources), Error> {
    let mut sources = Sources::default();
    for path in files {
        let name = path.display().to_string();
        if Notation::of(&name) != Some(Notation::Toml) {
            return Err(Error::Usage(format!(
                "{name} is no TOML file: tables and JSON are left as programs write them"
            )));
        }
        if sources.load(path, &name, &Limits::default(), sink)?.is_none() {
            return Err(Error::unread(path, std::io::ErrorKind::NotFound.into()));
        }
    }
    Ok((Path::new("").to_path_buf(), sources))
}

/// What came of it, in a line or two.
fn summary(proposal: &Proposal, check: bool, others: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    if !check {
        lines.extend(proposal.changes.iter().map(|change| format!("laid out anew: {}", change.name)));
    }
    lines.extend(proposal.notes.iter().cloned());
    lines.push(match (proposal.changes.len(), check) {
        (0, _) => "all is laid out as it should be".to_owned(),
        (count, true) => format!("{} would be laid out anew: parallax fmt writes them", counted(count, "file")),
        (count, false) => format!("{} written", counted(count, "file")),
    });
    if others > 0 {
        lines.push(format!("{} left as they are: only TOML has a layout", counted(others, "other file")));
    }
    lines.join("\n")
}
