//! Where findings are collected: all are counted, as many are kept as anyone reads.

use std::collections::{BTreeMap, BTreeSet};

use super::{Diagnostic, Severity, SourceId};

/// How many findings of one severity are kept. A file of a million bad rows must not fill the memory, and notes
/// must not crowd out errors.
const KEPT: usize = 10_000;

/// Findings, in the order in which they were made.
#[derive(Debug, Default)]
pub struct Sink {
    kept: Vec<Diagnostic>,
    kept_of: [usize; 3],
    counts: [usize; 3],
    codes: BTreeMap<&'static str, usize>,
    wrong: BTreeSet<(Option<SourceId>, &'static str)>,
}

impl Sink {
    /// Takes a finding in.
    pub fn push(&mut self, finding: Diagnostic) {
        let severity = finding.severity as usize;
        self.counts[severity] += 1;
        *self.codes.entry(finding.code).or_default() += 1;
        if finding.severity == Severity::Error {
            let places = finding.labels.iter().map(|label| Some(label.span.source));
            self.wrong
                .extend(places.chain(finding.labels.is_empty().then_some(None)).map(|place| (place, finding.code)));
        }
        self.keep(finding);
    }

    fn keep(&mut self, finding: Diagnostic) {
        let kept = &mut self.kept_of[finding.severity as usize];
        if *kept < KEPT {
            *kept += 1;
            self.kept.push(finding);
        }
    }

    /// Takes in all findings of another sink.
    pub fn extend(&mut self, other: Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(other.counts) {
            *mine += theirs;
        }
        for (code, count) in other.codes {
            *self.codes.entry(code).or_default() += count;
        }
        self.wrong.extend(other.wrong);
        for finding in other.kept {
            self.keep(finding);
        }
    }

    /// Whether anything was found that keeps the corpus from being used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The files that errors point at, each with the codes of its errors, whether the findings were kept or not; no file for an
    /// error that points at none.
    pub fn errors(&self) -> impl Iterator<Item = (Option<SourceId>, &'static str)> + '_ {
        self.wrong.iter().copied()
    }

    /// Whether nothing at all was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// How many findings of a severity were made, kept or not.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// How many findings of a code were made, kept or not.
    #[must_use]
    pub fn count_of(&self, code: &str) -> usize {
        self.codes.get(code).copied().unwrap_or(0)
    }

    /// How many findings of each code were made, kept or not, by name of the code.
    pub fn codes(&self) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        self.codes.iter().map(|(&code, &count)| (code, count))
    }

    /// The findings kept, by file, place, code and message; those without a place come first.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.kept.iter().collect();
        sorted.sort_by_cached_key(|finding| {
            let start = finding.place().map(|span| (span.source, span.start));
            (start, finding.code, finding.message.as_str())
        });
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::super::{SourceId, Span};
    use super::*;

    #[test]
    fn counts_are_exact_beyond_what_is_kept() {
        let mut sink = Sink::default();
        for n in 0..KEPT + 5 {
            sink.push(Diagnostic::note("n", n.to_string()));
        }
        sink.push(Diagnostic::error("e", "last"));
        let mut all = Sink::default();
        all.extend(sink);
        assert_eq!(all.count(Severity::Note), KEPT + 5);
        assert_eq!(all.codes().collect::<Vec<_>>(), [("e", 1), ("n", KEPT + 5)]);
        assert_eq!(all.sorted().len(), KEPT + 1);
        assert!(all.has_errors());
    }

    #[test]
    fn sorted_by_place_then_code() {
        let at = |start| Span::new(SourceId(0), start..start + 1);
        let mut sink = Sink::default();
        sink.push(Diagnostic::error("b", "").at(at(7), ""));
        sink.push(Diagnostic::error("a", "").at(at(7), ""));
        sink.push(Diagnostic::error("z", "").at(at(2), ""));
        sink.push(Diagnostic::error("y", ""));
        let codes: Vec<_> = sink.sorted().iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["y", "z", "a", "b"]);
    }
}
