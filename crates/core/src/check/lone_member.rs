//! A body that consists of one actor: then the two are one, or others are missing.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};

pub(super) struct LoneMember;

impl Check for LoneMember {
    fn codes(&self) -> &'static [&'static str] {
        &["lone-member"]
    }

    /// A member that is not known is said already.
    fn needs_whole(&self) -> bool {
        true
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let actors = &facts.corpus.actors;
        for (_, id, actor) in facts.corpus.named_actors() {
            let Some(first) = actor.composed_of.first() else { continue };
            if actor.composed_of.iter().any(|member| member.actor != first.actor) {
                continue;
            }
            let fact = format!("`{id}` consists of `{}` alone", actors.name(first.actor));
            let finding = Diagnostic::warning("lone-member", fact);
            let finding = actor.span.into_iter().fold(finding, |finding, span| finding.at(span, "this body"));
            sink.push(finding.help("name its other members, or take `composed-of` out"));
        }
    }
}
