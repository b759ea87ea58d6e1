//! What can be shown of a corpus in which an author's files have errors, told on the terminal.

use parallax_core::network::View;
use parallax_project::Error;
use parallax_project::partial::Partial;

use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;

/// Loads a corpus of which something can be shown; errors are shown first, and if they concern all nothing else is done.
pub(crate) fn open(global: &Global, terminal: &Terminal) -> Result<Option<Partial>, Error> {
    let loaded = session::open(global)?;
    if loaded.findings.has_errors() {
        session::show_findings(&loaded.findings, &loaded, terminal)?;
    }
    let partial = Partial::of(loaded);
    let names: Vec<String> = partial.iter().flat_map(Partial::doubted).map(|author| format!("`{author}`")).collect();
    if !names.is_empty() {
        Terminal::say(&format!(
            "note: what {} says is not read whole, and is left out; the other authors are shown",
            names.join(", ")
        ));
    }
    Ok(partial)
}

/// Whether all of a selection was read whole; if not that is said.
pub(crate) fn shows(partial: &Partial, views: &[View]) -> bool {
    let names: Vec<String> = partial.missing(views).iter().map(|author| format!("`{author}`")).collect();
    if !names.is_empty() {
        let files = if names.len() == 1 { "whose file has" } else { "whose files have" };
        Terminal::say(&format!("nothing was written: it needs {}, {files} errors", names.join(", ")));
    }
    names.is_empty()
}

/// What a command comes to that has done what it could.
pub(crate) fn outcome(partial: &Partial, outcome: Outcome) -> Outcome {
    if partial.loaded.findings.has_errors() { Outcome::Findings } else { outcome }
}

/// The same for what may have failed: that something is not there follows from the errors that were shown.
pub(crate) fn explain_missing(
    partial: &Partial,
    terminal: &Terminal,
    result: Result<Outcome, Error>,
) -> Result<Outcome, Error> {
    match result {
        Err(error @ Error::Usage(_)) if partial.loaded.findings.has_errors() => {
            terminal.complain(&error.to_string());
            Ok(Outcome::Findings)
        }
        result => result.map(|found| outcome(partial, found)),
    }
}
