//! One author holding what the same author denies: sometimes the point of a text, often a slip, so only a note.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::diff::tensions;

pub(super) struct HoldsAndDenies;

impl Check for HoldsAndDenies {
    fn codes(&self) -> &'static [&'static str] {
        &["holds-and-denies"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let corpus = facts.corpus;
        for (author, id, _) in corpus.authors.iter() {
            for tension in tensions(corpus, author) {
                let [denied, held] = [tension.denied, tension.held].map(|id| corpus.relation(id));
                let [one, other] = [tension.pair.0, tension.pair.1].map(|actor| corpus.actors.name(actor));
                let kind = corpus.types.name(held.kind);
                let fact =
                    format!("`{id}` holds and denies `{kind}` of `{one}` and `{other}`, in one respect at one time");
                let finding = Diagnostic::note("holds-and-denies", fact);
                let finding = finding.at(denied.spans.kind(), "denied here").at(held.spans.kind(), "held here");
                sink.push(finding.help(
                    "if the text says both, leave them; else say in which respect (facets), when, or by what (by) each holds, or mend one",
                ));
            }
        }
    }
}
