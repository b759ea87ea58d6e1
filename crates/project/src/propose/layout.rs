//! TOML files in one layout.

use std::collections::BTreeSet;

use parallax_core::diag::{Severity, Sink, SourceId};
use parallax_core::read::Notation;
use parallax_core::source::{Source, Sources};

use super::Proposal;
use crate::Error;
use crate::edit::{Change, formatted};

/// Lays the TOML files out in the canonical layout. `findings` are those of reading the files, and take up what keeps one from
/// being laid out: it is left as it is.
///
/// # Errors
///
/// If a new layout would not say the same.
pub fn layout(sources: &Sources, findings: &mut Sink) -> Result<Proposal, Error> {
    let unread = unread(findings);
    let is_toml = |source: &&Source| Notation::of(&source.name) == Some(Notation::Toml);
    let mut changes = Vec::new();
    for source in sources.iter().filter(is_toml).filter(|source| !unread.contains(&source.id)) {
        changes.extend(formatted(source, findings)?);
    }
    let notes = changes.iter().filter_map(mixed).collect();
    Ok(Proposal { changes, notes })
}

/// The files of which not all was read: too large, or no UTF-8.
fn unread(findings: &Sink) -> BTreeSet<SourceId> {
    let errors = findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter_map(|finding| finding.place().map(|place| place.source)).collect()
}

/// What becomes of line ends that are not all alike; of those that are nothing does.
fn mixed(change: &Change) -> Option<String> {
    let count = |text: &str| (text.matches('\n').count(), text.matches("\r\n").count());
    let (all, with_return) = count(&change.before);
    let kept = if change.after.ends_with("\r\n") { "those of Windows (CRLF)" } else { "those of Unix (LF)" };
    (with_return > 0 && with_return < all)
        .then(|| format!("{}: its lines end in two ways, of which {kept}, the more common, are kept", change.name))
}
