//! A relation of an actor to itself: nothing can be drawn of it.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};

pub(super) struct SelfRelation;

impl Check for SelfRelation {
    fn codes(&self) -> &'static [&'static str] {
        &["self-relation"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        for relation in facts.corpus.relations() {
            let (from, to) = (relation.from.as_slice(), relation.to.as_slice());
            if let Some(actor) = from.iter().find(|actor| to.contains(actor)) {
                let name = facts.corpus.actors.name(*actor);
                let finding = Diagnostic::warning("self-relation", format!("`{name}` is related to itself"));
                let finding = finding.at(relation.spans.to(), "the same actor").at(relation.spans.from(), "as here");
                sink.push(finding.help("name the part that acts, or the part acted upon, as an actor of its own"));
            }
        }
    }
}
