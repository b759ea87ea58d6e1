//! What a check of a corpus says after another: what is new, what is mended, and where things stand.

use std::collections::BTreeMap;

use parallax_core::diag::{Diagnostic, Files, Severity, Sink, counted};

use crate::Project;

/// Names of files that were changed, at most.
const NAMED: usize = 8;

/// What tells a finding from others when lines have moved: code, words, file, and the words that it points at.
type Key = (&'static str, String, String, String);

/// The findings of a check, and how often each occurs.
pub type Known = BTreeMap<Key, usize>;

/// A check against the one before.
pub struct News {
    /// All findings.
    pub known: Known,
    /// Those that are new.
    pub new: Sink,
    /// One line: where things stand.
    pub summary: String,
}

impl News {
    /// What is new; all of it if nothing is known yet.
    #[must_use]
    pub fn of(loaded: &Project, before: Option<&Known>) -> Self {
        let mut known = Known::new();
        let mut new = Sink::default();
        for finding in loaded.findings.sorted() {
            let key = key(finding, loaded);
            let count = known.entry(key.clone()).or_default();
            *count += 1;
            if before.is_none_or(|before| before.get(&key).is_none_or(|known| known < count)) {
                new.push(finding.clone());
            }
        }
        let mended: usize = before.map_or(0, |before| {
            before.iter().map(|(key, count)| count.saturating_sub(known.get(key).copied().unwrap_or(0))).sum()
        });
        let old = known.values().sum::<usize>() - new.sorted().len();
        let summary = summary(loaded, mended, old);
        Self { known, new, summary }
    }
}

fn key(finding: &Diagnostic, loaded: &Project) -> Key {
    let place = finding.place();
    let file = place.map_or(String::new(), |span| loaded.sources.name(span.source).to_owned());
    let text = place.and_then(|span| loaded.sources.text(span.source).get(span.start as usize..span.end as usize));
    // How many there are of something is no other finding.
    let message =
        finding.message.chars().filter(|character| finding.severity != Severity::Note || !character.is_ascii_digit());
    (finding.code, message.collect(), file, text.unwrap_or_default().to_owned())
}

fn summary(loaded: &Project, mended: usize, old: usize) -> String {
    let findings = &loaded.findings;
    let mut parts = vec![counted(loaded.corpus.relations().len(), "statement")];
    let positions = loaded.corpus.positions().len();
    if positions > 0 {
        parts.push(counted(positions, "position"));
    }
    if mended > 0 {
        parts.push(format!("{} mended", counted(mended, "finding")));
    }
    if old > 0 {
        parts.push(format!("{old} as before (parallax check shows them)"));
    }
    let (errors, warnings) = (findings.count(Severity::Error), findings.count(Severity::Warning));
    parts.push(match (errors, warnings) {
        (0, 0) => "no errors, no warnings".to_owned(),
        (errors, warnings) => format!("{} and {} in all", counted(errors, "error"), counted(warnings, "warning")),
    });
    parts.join("; ") + "\n"
}

/// `actors/a.toml, relations/b.toml changed`.
#[must_use]
pub fn changed(names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMED);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest} changed", names[..names.len() - more].join(", "))
}
