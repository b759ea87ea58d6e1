//! Circles of actors: who stands for whom, and what consists of whom, must end somewhere.

use crate::diag::{Diagnostic, Sink};
use crate::model::{Actor, ActorId, Corpus, Id, Membership};

/// Ties along which no actor may come back to itself.
struct Ties {
    of: fn(&Actor) -> [&[Membership]; 2],
    /// What one says of an actor that comes back to itself, and of the last on its way.
    fact: &'static str,
    last: &'static str,
    way: &'static str,
    help: &'static str,
}

/// A state can be part of a union that consists of it: the two are no circle.
static TIES: [Ties; 2] = [
    Ties {
        of: |actor| [&actor.stands_for, &actor.part_of],
        fact: "stands for, or is part of, itself",
        last: "this one belongs to",
        way: "by way of the actors it belongs to",
        help: "take one of the `stands-for` or `part-of` out",
    },
    Ties {
        of: |actor| [&actor.composed_of, &[]],
        fact: "consists of itself",
        last: "this one consists of",
        way: "by way of the actors it consists of",
        help: "take one of the `composed-of` out",
    },
];

/// How far the search has come with an actor.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    /// Not looked at yet.
    None,
    /// On the way that is being followed.
    Open,
    /// On that way, and known to come back to itself.
    Circle,
    /// Done.
    Done,
}

/// Every tie is followed once, and one back into the way closes a circle.
pub(super) fn report(corpus: &Corpus, sink: &mut Sink) {
    for ties in &TIES {
        report_ties(corpus, ties, sink);
    }
}

fn report_ties(corpus: &Corpus, ties: &Ties, sink: &mut Sink) {
    let next_of =
        |actor: ActorId| (ties.of)(corpus.actors.get(actor)).into_iter().flatten().map(|membership| membership.actor);
    let mut visits = vec![Visit::None; corpus.actors.len()];
    for start in corpus.actors.ids() {
        if visits[start.index()] != Visit::None {
            continue;
        }
        visits[start.index()] = Visit::Open;
        let mut way = vec![(start, next_of(start))];
        while let Some((actor, rest)) = way.last_mut() {
            let actor = *actor;
            let Some(next) = rest.next() else {
                visits[actor.index()] = Visit::Done;
                way.pop();
                continue;
            };
            match visits[next.index()] {
                Visit::None => {
                    visits[next.index()] = Visit::Open;
                    way.push((next, next_of(next)));
                }
                Visit::Open => {
                    visits[next.index()] = Visit::Circle;
                    sink.push(circle(corpus, ties, next, actor));
                }
                Visit::Circle | Visit::Done => {}
            }
        }
    }
}

/// The finding that an actor comes back to itself, where the last on the way is known.
fn circle(corpus: &Corpus, ties: &Ties, actor: ActorId, last: ActorId) -> Diagnostic {
    let name = corpus.actors.name(actor);
    let mut finding = Diagnostic::error("cyclic-membership", format!("`{name}` {}", ties.fact));
    if let Some(span) = corpus.actors.get(actor).span {
        finding = finding.at(span, ties.way);
    }
    if let Some(span) = corpus.actors.get(last).span.filter(|_| last != actor) {
        finding = finding.at(span, format!("{} `{name}`", ties.last));
    }
    finding.help(ties.help)
}
