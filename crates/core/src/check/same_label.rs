//! Actors that pictures would call the same: nobody could tell which box is whose.

use std::collections::BTreeMap;

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::model::ActorId;

/// Pictures cut what is longer, in characters.
const SHOWN: usize = 80;

pub(super) struct SameLabel;

impl Check for SameLabel {
    fn codes(&self) -> &'static [&'static str] {
        &["same-label"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let actors = &facts.corpus.actors;
        let mut called: BTreeMap<String, ActorId> = BTreeMap::new();
        // Of a list that is spoken of as a whole the labels of its members say who is meant.
        for (actor_id, id, actor) in facts.corpus.named_actors() {
            let label = actor.label.split_whitespace().collect::<Vec<_>>().join(" ");
            let start: String = label.chars().take(SHOWN).collect();
            let Some(first) = called.get(&start).copied() else {
                called.insert(start, actor_id);
                continue;
            };
            let other = actors.get(first);
            // That two have one name was said already.
            if other.name == actor.name {
                continue;
            }
            let fact = format!("`{}` and `{id}` have one label in pictures, `{start}`", actors.name(first));
            let mut finding = Diagnostic::warning("same-label", fact);
            for (span, word) in [(actor.span, "this actor"), (other.span, "and this one")] {
                finding = span.into_iter().fold(finding, |finding, span| finding.at(span, word));
            }
            sink.push(finding.help("give one of them another `label`: until then pictures add the ids"));
        }
    }
}
