//! Two memberships of one actor that hold at one time: which of them counts is a rule, or none does.

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::model::{Actor, ActorKind, Corpus, Membership};

pub(super) struct OverlappingMembership;

/// So many memberships of an actor are looked through, and no more: the work grows with their square.
const MOST: usize = 1_000;

impl Check for OverlappingMembership {
    fn codes(&self) -> &'static [&'static str] {
        &["overlapping-membership"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        for (_, id, actor) in facts.corpus.named_actors() {
            // A state stands for itself.
            if actor.kind == ActorKind::State {
                continue;
            }
            for (key, memberships) in [("stands-for", &actor.stands_for), ("part-of", &actor.part_of)] {
                if let Some(two) = overlapping(memberships) {
                    sink.push(finding(facts.corpus, (id, actor), key, two));
                }
            }
        }
    }
}

/// Two memberships in different actors that can hold on one day: two between which nothing decides, if there are such.
fn overlapping(memberships: &[Membership]) -> Option<[&Membership; 2]> {
    let memberships = &memberships[..memberships.len().min(MOST)];
    let rest = |at: usize| memberships[at + 1..].iter();
    let twos = memberships.iter().enumerate().flat_map(|(at, one)| rest(at).map(move |other| [one, other]));
    let overlap = twos.filter(|[one, other]| one.actor != other.actor && one.overlaps(other));
    overlap.max_by_key(|[one, other]| one.rank() == other.rank())
}

fn finding(corpus: &Corpus, (id, actor): (&str, &Actor), key: &str, two: [&Membership; 2]) -> Diagnostic {
    let [one, other] = two.map(|membership| corpus.actors.name(membership.actor));
    let is_undecided = two[0].rank() == two[1].rank();
    let fact = format!("`{key}` of `{id}` names `{one}` and `{other}` for one time");
    let (finding, label, help) = if is_undecided {
        let help = "say when each holds, or take one out: where views lift to states, neither counts as it stands";
        (Diagnostic::warning("overlapping-membership", fact), "it stands for neither", help)
    } else {
        let help =
            "if both hold, leave them: where views lift to states the one that began last counts; else mend `when`";
        (Diagnostic::note("overlapping-membership", fact), "it stands for the one that began last", help)
    };
    actor.span.into_iter().fold(finding, |finding, span| finding.at(span, label)).help(help)
}
