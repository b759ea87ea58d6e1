//! One side of a comparison: the whole record of a view, grouped by dyad.

use std::collections::BTreeSet;

use super::Pair;
use super::ancestors::ancestors;
use crate::model::{ActorId, AuthorId, Corpus, Holder, Id, Period, Relation, RelationId};
use crate::network::{Collective, View};

/// The record of a view, ready to be compared.
#[derive(Debug)]
pub struct Side {
    /// Whose statements they are.
    pub authors: Vec<AuthorId>,
    /// Every statement of the record.
    pub record: Vec<RelationId>,
    /// Whether wholes are compared, or their members.
    pub(super) collective: Collective,
    /// Dyad and statement, sorted; a statement about several actors stands here several times.
    pub(super) dyads: Vec<(Pair, RelationId)>,
    /// Every actor that the record names, third roles and frames included, and for whom they stand or what they are part of.
    pub(super) named: BTreeSet<ActorId>,
    /// Every actor that the record names itself: in whatever role, as a holder, or in a frame.
    pub(super) mentioned: BTreeSet<ActorId>,
    /// The actors that the statements relate, as the text names them.
    pub(super) related: BTreeSet<ActorId>,
    /// Of which times the side speaks: the period that the view selects, else the presents of the works.
    pub(super) periods: Vec<Period>,
}

impl Side {
    pub(super) fn of(corpus: &Corpus, view: &View) -> Self {
        let record = view.record(corpus);
        let aggregation = view.aggregation(corpus);
        let mut dyads = Vec::with_capacity(record.len());
        let mut seen = vec![false; corpus.actors.len()];
        let mut thirds = BTreeSet::new();
        let kept = view.kept(corpus, &record);
        let far = |actor| kept.as_ref().is_some_and(|kept| !kept.contains(&actor));
        for id in &record {
            let relation = corpus.relation(*id);
            for (from, to) in aggregation.pairs(relation).into_iter().filter(|(from, to)| !far(*from) && !far(*to)) {
                dyads.push((Pair::new(from, to), *id));
                for end in [from, to] {
                    seen[end.index()] = true;
                }
            }
            if aggregation.is_within(relation) {
                thirds.extend(aggregation.ends(relation).iter().flat_map(|end| end.iter().copied()));
            }
            thirds.extend(corpus.of_wholes(relation).flat_map(|whole| corpus.actors.get(whole).members()));
            thirds.extend(relation.roles().into_iter().flat_map(|roles| roles.all().collect::<Vec<_>>()));
        }
        dyads.sort_unstable();
        dyads.dedup();
        let related: BTreeSet<ActorId> = corpus.actors.ids().filter(|actor| seen[actor.index()]).collect();
        for (_, _, frame) in corpus.frames.iter() {
            for reading in frame.readings.iter().filter(|reading| view.authors.contains(&reading.author)) {
                thirds.extend(reading.participants.iter().chain(&reading.absent));
            }
        }
        let mut named: BTreeSet<ActorId> = related.union(&thirds).copied().collect();
        let mentioned =
            record.iter().flat_map(|id| voices(corpus.relation(*id))).chain(named.iter().copied()).collect();
        named.extend(named.clone().into_iter().flat_map(|actor| ancestors(corpus, actor)));
        let works = || view.authors.iter().flat_map(|author| corpus.works_of(*author));
        let periods = view
            .filter
            .period
            .clone()
            .map_or_else(|| works().filter_map(|(_, work)| work.period.clone()).collect(), |selected| vec![selected]);
        Self {
            authors: view.authors.clone(),
            record,
            collective: view.collective,
            dyads,
            named,
            mentioned,
            related,
            periods,
        }
    }
}

/// The actors whose word a statement is, or who relay it; and those whom it names as they are, where a view lifts them.
fn voices(relation: &Relation) -> impl Iterator<Item = ActorId> + '_ {
    let via = relation.rare.as_deref().map_or(&[][..], |rare| &rare.via);
    let voices = relation.holders().iter().chain(via).filter_map(|voice| match voice {
        Holder::Actor(actor) => Some(*actor),
        Holder::Label(_) => None,
    });
    voices.chain(relation.from.as_slice().iter().chain(relation.to.as_slice()).copied())
}
