//! Is a valid corpus plausible? One rule a file; a rule reports, and never changes anything.

mod both_signs;
mod evidence;
mod holds_and_denies;
mod lone_member;
mod no_evidence;
mod overlapping_membership;
mod positions_in_tension;
mod same_label;
mod self_relation;
mod unanswered_issue;
mod unused_actor;
mod wrapped_lines;

pub use wrapped_lines::wrapped_note;

use crate::diag::Sink;
use crate::model::Corpus;
use crate::text::{Texts, VerifiedWork};

/// What rules look at.
pub struct Facts<'c> {
    /// Everything that the files say.
    pub corpus: &'c Corpus,
    /// The source texts that are at hand.
    pub texts: &'c Texts,
    /// What became of every anchor.
    pub evidence: &'c [VerifiedWork],
}

/// A rule.
pub trait Check: Sync {
    /// The codes that it can report; each has a manual page.
    fn codes(&self) -> &'static [&'static str];
    /// Whether it only makes sense when every statement resolved.
    fn needs_whole(&self) -> bool {
        false
    }
    /// Reports what it finds.
    fn run(&self, facts: &Facts<'_>, sink: &mut Sink);
}

/// Every rule.
pub static CHECKS: &[&dyn Check] = &[
    &self_relation::SelfRelation,
    &both_signs::BothSigns,
    &holds_and_denies::HoldsAndDenies,
    &positions_in_tension::PositionsInTension,
    &same_label::SameLabel,
    &overlapping_membership::OverlappingMembership,
    &lone_member::LoneMember,
    &no_evidence::NoEvidence,
    &evidence::Evidence,
    &unused_actor::UnusedActor,
    &unanswered_issue::UnansweredIssue,
    &wrapped_lines::WrappedLines,
];

/// Runs only the rules on evidence.
pub fn run_on_evidence(facts: &Facts<'_>, sink: &mut Sink) {
    evidence::Evidence.run(facts, sink);
}

/// Runs every rule that the state of the corpus allows.
pub fn run(facts: &Facts<'_>, sink: &mut Sink) {
    let whole = !sink.has_errors();
    for check in CHECKS.iter().filter(|check| whole || !check.needs_whole()) {
        check.run(facts, sink);
    }
}
