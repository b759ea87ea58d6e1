//! `parallax fix`: what can be mended without a judgement is, when asked.

use clap::Args;
use parallax_core::diag::counted;
use parallax_project::Error;
use parallax_project::propose::Anchors;

use crate::change::{self, Consent};
use crate::global::Global;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// What is to be mended.
#[derive(Debug, Args)]
pub(crate) struct Fix {
    /// Anchors whose passage stands elsewhere in the text by now, in one place
    #[arg(long)]
    moved: bool,
    #[command(flatten)]
    consent: Consent,
}

pub(crate) fn run(global: &Global, args: &Fix, terminal: &Terminal) -> Result<Outcome, Error> {
    if !args.moved {
        let help =
            "say what is to be mended: --moved writes anchors whose passages have moved; all else needs a judgement";
        return Err(Error::Usage(help.to_owned()));
    }
    // A statement that is wrong otherwise is not read; the anchors of the others are as good as ever.
    let loaded = change::open(global)?;
    let proposal = loaded.follow_moved()?;
    if loaded.findings.has_errors() {
        Terminal::say("note: the corpus has errors, and what is wrong was not looked at: see parallax check");
    }
    let anchors = loaded.anchors();
    let left = anchors.ambiguous + anchors.orphan;
    Terminal::say(&summary(anchors, left));
    let outcome = if proposal.is_empty() {
        Outcome::Clean
    } else {
        change::confirm_and_write(&proposal, &args.consent, &loaded, global, terminal)?
    };
    let unwritten = args.consent.dry_run && !proposal.is_empty();
    Ok(if left > 0 || unwritten || loaded.findings.has_errors() { Outcome::Findings } else { outcome })
}

/// What became of the anchors, in a line.
fn summary(anchors: Anchors, left: usize) -> String {
    let parts = [
        (anchors.moved, "moved"),
        (anchors.exact, "exact"),
        (anchors.ambiguous, "in several places and left"),
        (anchors.orphan, "in no place and left"),
        (anchors.unverified, "without their text at hand"),
        (anchors.refused, "in texts that could not be read"),
    ];
    let all: usize = parts.iter().map(|(count, _)| count).sum();
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{count} {what}")).collect();
    let left = if left > 0 { "; parallax check shows what is left" } else { "" };
    let colon = if parts.is_empty() { "" } else { ": " };
    format!("{}{colon}{}{left}", counted(all, "anchor"), parts.join(", "))
}
