//! One author with two answers to an issue that cannot both be held: sometimes the point of a text, often a slip, so only a note.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::diff::position_tensions;

pub(super) struct PositionsInTension;

impl Check for PositionsInTension {
    fn codes(&self) -> &'static [&'static str] {
        &["positions-in-tension"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let corpus = facts.corpus;
        for (author, id, _) in corpus.authors.iter() {
            for tension in position_tensions(corpus, author) {
                let [held, against] = [tension.held, tension.against].map(|id| corpus.position(id));
                let issue = corpus.issues.get(held.issue);
                let name = corpus.issues.name(held.issue);
                let [one, other] = [held, against].map(|position| issue.id_of(position.answer));
                let (fact, label) = if tension.is_denial {
                    (format!("`{id}` holds and denies `{one}` of `{name}`, in one respect at one time"), "denied here")
                } else {
                    let both = format!("`{id}` holds `{one}` and `{other}` of `{name}`, which exclude each other");
                    (both, "held here as well")
                };
                let finding = Diagnostic::note("positions-in-tension", fact);
                let finding = finding.at(against.spans.answer(), label).at(held.spans.answer(), "held here");
                sink.push(finding.help(
                    "if the text says both, leave them; else say in which respect (facets), when, or on what condition each holds, or mend one",
                ));
            }
        }
    }
}
