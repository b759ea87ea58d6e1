//! `parallax check`: what is wrong in the files, and where.

use super::Outcome;
use super::args::{Check, Global};
use super::session;
use super::terminal::Terminal;
use crate::diag::{Severity, Style, counted, emit, emit_json};
use crate::error::Error;

pub(super) fn run(global: &Global, args: &Check, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = session::open(global)?;
    let findings = &loaded.findings;
    let mut out = Vec::new();
    let written = if args.format == "json" {
        emit_json(findings, &loaded.sources, &mut out)
    } else {
        emit(findings, &loaded.sources, &Style { colour: terminal.colour(), all: args.all }, &mut out)
    };
    written.map_err(|source| Error::Write { path: "(memory)".into(), source })?;
    Terminal::print(&out)?;
    if args.format == "text" && !findings.has_errors() {
        let corpus = &loaded.corpus;
        let statements = counted(corpus.relations().len(), "statement");
        let (actors, authors) = (counted(corpus.actors.len(), "actor"), counted(corpus.authors.len(), "author"));
        Terminal::print(format!("{statements} about {actors} by {authors}: no errors\n").as_bytes())?;
    }
    let counts = findings.has_errors() || (args.strict && findings.count(Severity::Warning) > 0);
    Ok(if counts { Outcome::Findings } else { Outcome::Clean })
}
