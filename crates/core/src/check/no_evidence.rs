//! Relations without evidence: nobody can look up where the text says so.

use std::collections::BTreeMap;

use super::{Check, Facts};
use crate::diag::{Diagnostic, Help, Sink, SourceId};
use crate::model::Relation;

pub(super) struct NoEvidence;

impl Check for NoEvidence {
    fn codes(&self) -> &'static [&'static str] {
        &["no-evidence"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let mut files: BTreeMap<SourceId, (usize, Vec<&Relation>)> = BTreeMap::new();
        for relation in facts.corpus.relations() {
            let (all, bare) = files.entry(relation.spans.record().source).or_default();
            *all += 1;
            if relation.evidence().is_empty() {
                bare.push(relation);
            }
        }
        for (all, bare) in files.into_values() {
            let first = bare.iter().min_by_key(|relation| relation.spans.record());
            if all == bare.len() && all > 1 {
                // A file that never cites is said once, not once a row.
                if let Some(first) = first {
                    let finding = Diagnostic::warning(
                        "no-evidence",
                        format!("none of the {all} statements of this file says where the text has it"),
                    );
                    sink.push(finding.at(first.spans.record(), "the first of them").help(help(facts, first)));
                }
                continue;
            }
            for relation in bare {
                let finding = Diagnostic::warning("no-evidence", "this statement does not say where the text has it");
                sink.push(finding.at(relation.spans.record(), "no `evidence`").help(help(facts, relation)));
            }
        }
    }
}

fn help(facts: &Facts<'_>, relation: &Relation) -> Help {
    let find = format!("{}:", facts.corpus.how_to_cite(relation.author));
    Help::entry(&find, "evidence", "[\"p12:3-27#9f2c41aa\"]", "")
}
