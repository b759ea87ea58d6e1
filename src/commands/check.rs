//! `parallax check`: what is wrong in the files, and where.

use clap::Args;
use parallax_core::diag::{self, Severity, Sink, Style, counted, emit, emit_json, harmless};
use parallax_core::model::Corpus;
use parallax_core::text::{Quoted, VerifiedWork};
use parallax_project::Error;
use parallax_project::Project;
use serde_json::{Value, json};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Warnings count as errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// Only whether the passages stand in the texts, with a line a work: how its anchors came out, and its edition
    #[arg(long)]
    pub(crate) evidence: bool,
    /// Show every finding, not twenty of a code
    #[arg(long)]
    pub(crate) all: bool,
    /// text, or json: one finding a line
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub(crate) format: String,
}

pub(crate) fn run(global: &Global, args: &Check, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = session::open(global)?;
    // Errors of other kinds are shown all the same: a statement that was not read has no anchor to verify.
    let alone = |of_evidence: &Sink| of_evidence.count(Severity::Error) == loaded.findings.count(Severity::Error);
    let of_evidence = args.evidence.then(|| loaded.check_evidence()).filter(alone);
    let findings = of_evidence.as_ref().unwrap_or(&loaded.findings);
    let mut out = Vec::new();
    let written = if args.format == "json" {
        emit_json(findings, &loaded.sources, &mut out)
    } else {
        emit(findings, &loaded.sources, &Style { colour: terminal.colour(), all: args.all }, &mut out)
    };
    written.map_err(|source| Error::Write { path: "(memory)".into(), source })?;
    Terminal::print(&out)?;
    if args.evidence {
        Terminal::print(summary(&loaded, &args.format).as_bytes())?;
    } else if args.format == "text" && !findings.has_errors() {
        let corpus = &loaded.corpus;
        let statements = said(corpus);
        let (actors, authors) =
            (counted(corpus.named_actors().count(), "actor"), counted(corpus.authors.len(), "author"));
        Terminal::print(format!("{statements} about {actors} by {authors}: no errors\n").as_bytes())?;
    }
    let counts = findings.has_errors() || (args.strict && findings.count(Severity::Warning) > 0);
    Ok(if counts { Outcome::Findings } else { Outcome::Clean })
}

/// `12 statements`, and positions where there are some.
fn said(corpus: &Corpus) -> String {
    let statements = counted(corpus.relations().len(), "statement");
    match corpus.positions().len() {
        0 => statements,
        positions => {
            format!("{} on {} and {statements}", counted(positions, "position"), counted(corpus.issues.len(), "issue"))
        }
    }
}

/// A line a work: how its anchors came out, and the fingerprint of its text.
fn summary(loaded: &Project, format: &str) -> String {
    let line = |verified: &VerifiedWork| {
        let work = loaded.corpus.work(verified.work);
        let author = loaded.corpus.authors.name(work.author);
        let counts = ["exact", "moved", "ambiguous", "orphan", "unverified"].map(|name| (name, verified.count(name)));
        let quotes = [Quoted::Exact, Quoted::Normalised, Quoted::Differs, Quoted::Elsewhere];
        let quotes = quotes.map(|quoted| (quoted.name(), verified.count_quoted(quoted)));
        if format == "json" {
            let object = |counts: &[(&str, usize)]| -> Value {
                counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect()
            };
            let row = json!({
                "author": author, "work": work.id, "edition": verified.edition,
                "anchors": object(&counts), "quotations": object(&quotes),
            });
            return diag::json_line(&row);
        }
        let edition = verified.edition.as_ref().map_or(String::new(), |edition| format!("; edition {edition}"));
        let told = [("anchor", &counts[..]), ("quotation", &quotes[..])].map(|(what, counts)| in_words(what, counts));
        let told: Vec<String> = told.into_iter().flatten().collect();
        let told = if told.is_empty() { "no anchors".to_owned() } else { told.join("; ") };
        harmless(&format!("{author}:{}  {told}{edition}", work.id)) + "\n"
    };
    loaded.evidence.iter().map(line).collect()
}

/// `12 anchors: 11 exact, 1 moved`; nothing if there is none.
fn in_words(what: &str, counts: &[(&str, usize)]) -> Option<String> {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let some = counts.iter().filter(|(_, count)| *count > 0);
    let some: Vec<String> = some.map(|(name, count)| format!("{count} {name}")).collect();
    (total > 0).then(|| format!("{}: {}", counted(total, what), some.join(", ")))
}
