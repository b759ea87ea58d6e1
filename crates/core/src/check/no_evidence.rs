//! Statements and positions without evidence: nobody can look up where the text says so.

use std::collections::BTreeMap;

use super::{Check, Facts};
use crate::diag::{Diagnostic, Help, Sink, SourceId, Span, counted};
use crate::model::{Anchor, AuthorId, Corpus};

pub(super) struct NoEvidence;

/// What somebody says, and where the files have it.
struct Said {
    author: AuthorId,
    record: Span,
    /// What messages call it.
    noun: &'static str,
    is_bare: bool,
}

impl Check for NoEvidence {
    fn codes(&self) -> &'static [&'static str] {
        &["no-evidence"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let mut files: BTreeMap<SourceId, Vec<Said>> = BTreeMap::new();
        for said in all(facts.corpus) {
            files.entry(said.record.source).or_default().push(said);
        }
        for said in files.into_values() {
            if said.len() > 1 && said.iter().all(|said| said.is_bare) {
                // A file that never cites is said once, not once a row.
                if let Some(first) = said.iter().min_by_key(|said| said.record) {
                    let fact = format!("none of the {} of this file says where the text has it", in_all(&said));
                    let finding = Diagnostic::warning("no-evidence", fact);
                    sink.push(finding.at(first.record, "the first of them").help(help(facts, first)));
                }
                continue;
            }
            for said in said.iter().filter(|said| said.is_bare) {
                let fact = format!("this {} does not say where the text has it", said.noun);
                let finding = Diagnostic::warning("no-evidence", fact);
                sink.push(finding.at(said.record, "no `evidence`").help(help(facts, said)));
            }
        }
    }
}

fn all(corpus: &Corpus) -> impl Iterator<Item = Said> {
    let one = |author, record, noun, evidence: &[Anchor]| Said { author, record, noun, is_bare: evidence.is_empty() };
    let statements = corpus.relations().iter();
    let statements = statements.map(move |said| one(said.author, said.spans.record(), "statement", said.evidence()));
    let positions = corpus.positions().iter();
    statements.chain(positions.map(move |said| one(said.author, said.spans.record(), "position", said.evidence())))
}

/// `12 statements and 3 positions`.
fn in_all(said: &[Said]) -> String {
    let counts = ["statement", "position"].map(|noun| (said.iter().filter(|said| said.noun == noun).count(), noun));
    let some = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(count, noun));
    some.collect::<Vec<_>>().join(" and ")
}

fn help(facts: &Facts<'_>, said: &Said) -> Help {
    let find = format!("{}:", facts.corpus.how_to_cite(said.author));
    Help::entry(&find, "evidence", "[\"p12:3-27#9f2c41aa\"]", "")
}
