//! Anchors held against the texts: exact, moved, ambiguous, orphan; unverified where a text is not at hand.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink, counted};
use crate::model::{Anchor, Id};
use crate::text::{Text, Verification, how_to_get, make, verify};

pub(super) struct Evidence;

impl Check for Evidence {
    fn codes(&self) -> &'static [&'static str] {
        &["moved-anchor", "ambiguous-anchor", "orphan-anchor", "unverified"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let mut unverified = vec![0; facts.corpus.works.len()];
        let statements = facts.corpus.relations().iter().flat_map(crate::model::Relation::evidence);
        let frames =
            facts.corpus.frames.iter().flat_map(|(_, _, frame)| &frame.readings).flat_map(|reading| &reading.evidence);
        let looked_at = facts.corpus.works.iter().flat_map(|work| &work.no_relation);
        for anchor in statements.chain(frames).chain(looked_at) {
            match facts.texts.get(anchor.work) {
                Some(text) => judge(anchor, text, sink),
                None => unverified[anchor.work.index()] += 1,
            }
        }
        for (work, count) in facts.corpus.works.iter().zip(unverified).filter(|(_, count)| *count > 0) {
            let finding = Diagnostic::note(
                "unverified",
                format!("{} in `{}` cannot be verified: its text is not at hand", counted(count, "anchor"), work.title),
            );
            sink.push(finding.at(work.span, "this work").help(how_to_get(work, facts.corpus)));
        }
    }
}

fn judge(anchor: &Anchor, text: &Text, sink: &mut Sink) {
    let locus = anchor.locus;
    let finding = match verify(text, locus) {
        Verification::Exact => return,
        Verification::Moved(place) => {
            Diagnostic::warning("moved-anchor", format!("the passage of `{locus}` stands elsewhere in the text"))
                .at(anchor.span, "not here")
                .help(format!("it is now {place}"))
        }
        Verification::Ambiguous(places) => {
            let places: Vec<String> = places.iter().take(5).map(ToString::to_string).collect();
            Diagnostic::warning("ambiguous-anchor", format!("the passage of `{locus}` stands in several other places"))
                .at(anchor.span, "not here")
                .help(format!("choose among {}", places.join(", ")))
        }
        Verification::Orphan => orphan(anchor, text),
    };
    sink.push(finding);
}

/// An anchor whose words are not there: perhaps the text is another edition, perhaps only the fingerprint is wrong.
fn orphan(anchor: &Anchor, text: &Text) -> Diagnostic {
    let locus = anchor.locus;
    let finding = Diagnostic::error("orphan-anchor", format!("the text has no such passage as `{locus}`"));
    let finding = finding.at(anchor.span, "not in the text");
    let finding = match make(text, locus.paragraph, locus.first, locus.last) {
        Some(there) => {
            finding.help(format!("the words that stand there now are {there}: take it if they are the ones you mean"))
        }
        None => finding.help("the text has no such paragraph, or not so many words in it"),
    };
    finding.help("else find the passage again, and check that it is the edition that was coded")
}
