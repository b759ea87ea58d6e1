//! One author holding both signs on one dyad, in one facet, at one time: sometimes meant, often a slip, so only a note.

use std::collections::BTreeMap;

use super::{Check, Facts};
use crate::diag::{Diagnostic, Sink};
use crate::model::{ActorId, AuthorId, Corpus, Facets, PeriodId, Relation, Sign};

pub(super) struct BothSigns;

/// What one author says of a dyad that can matter here: sign, facets and time, each once, with the first statement.
type Said<'c> = BTreeMap<(Sign, Facets, Option<PeriodId>), &'c Relation>;

/// So many different combinations of a dyad are looked through, and no more: the work grows with their square.
const MOST: usize = 1_000;

impl Check for BothSigns {
    fn codes(&self) -> &'static [&'static str] {
        &["both-signs"]
    }

    fn run(&self, facts: &Facts<'_>, sink: &mut Sink) {
        let corpus = facts.corpus;
        let mut dyads: BTreeMap<(AuthorId, ActorId, ActorId), Said<'_>> = BTreeMap::new();
        let standing =
            |relation: &&Relation| relation.sign != Sign::Neutral && relation.held_now() && !corpus.is_event(relation);
        for relation in corpus.relations().iter().filter(standing) {
            for (from, to) in relation.pairs() {
                let said = dyads.entry((relation.author, from.min(to), from.max(to))).or_default();
                if said.len() < MOST {
                    said.entry((relation.sign, relation.facets, relation.when)).or_insert(relation);
                }
            }
        }
        for ((author, a, b), said) in &dyads {
            if let Some((positive, negative)) = clash(corpus, said) {
                let names = [corpus.actors.name(*a), corpus.actors.name(*b)];
                let author = corpus.authors.name(*author);
                let fact = format!(
                    "`{author}` holds both signs between `{}` and `{}` in one respect at one time",
                    names[0], names[1]
                );
                let finding = Diagnostic::note("both-signs", fact);
                let finding =
                    finding.at(negative.spans.kind(), "negative here").at(positive.spans.kind(), "positive here");
                sink.push(finding.help(
                    "if the text means both in one respect, leave them; else say the respect (facets) or when, or mend one",
                ));
            }
        }
    }
}

fn clash<'c>(corpus: &Corpus, said: &Said<'c>) -> Option<(&'c Relation, &'c Relation)> {
    let of = |sign: Sign| said.iter().filter(move |((other, _, _), _)| *other == sign).map(|(_, relation)| *relation);
    of(Sign::Positive).find_map(|positive| {
        of(Sign::Negative).find(|negative| meet(corpus, positive, negative)).map(|negative| (positive, negative))
    })
}

/// Whether two statements can speak of the same respect and time.
fn meet(corpus: &Corpus, a: &Relation, b: &Relation) -> bool {
    let time = corpus.when(a).zip(corpus.when(b)).is_none_or(|(a, b)| a.overlaps(b));
    a.facets.meets(b.facets) && time
}
