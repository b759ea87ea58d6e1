//! Declared issues to which no author has a position.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::model::IssueId;

pub(super) struct UnansweredIssue;

impl Check for UnansweredIssue {
    fn codes(&self) -> &'static [&'static str] {
        &["unanswered-issue"]
    }

    fn needs_whole(&self) -> bool {
        true
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let corpus = facts.corpus;
        let is_answered = |id: IssueId| corpus.positions().iter().any(|position| position.issue == id);
        for (id, name, issue) in corpus.issues.iter() {
            if let Some(span) = issue.span.filter(|_| !is_answered(id)) {
                let finding = Diagnostic::note("unanswered-issue", format!("no author answers `{name}`"));
                sink.push(
                    finding.at(span, "asked here").help("code who answers it, be it `undecided`, or take it out"),
                );
            }
        }
    }
}
