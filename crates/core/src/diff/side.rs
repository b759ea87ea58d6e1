//! One side of a comparison: the whole record of a view, grouped by dyad.

use std::collections::{BTreeMap, BTreeSet};

use super::ancestors::{ancestors, represented};
use super::by_dyad::ByDyad;
use super::{Pair, Stand};
use crate::model::{ActorId, AuthorId, Corpus, Holder, IssueId, Period, PositionId, RareFields, Relation, RelationId};
use crate::network::{Aggregation, Level, View};

/// The record of a view, ready to be compared.
#[derive(Debug)]
pub struct Side {
    /// Whose statements they are.
    pub authors: Vec<AuthorId>,
    /// Every statement of the record.
    pub record: Vec<RelationId>,
    /// Where it stands on each issue of which it says anything.
    pub(super) stands: BTreeMap<IssueId, Stand>,
    /// The statements by dyad, as the view names the actors; one about several actors stands here several times.
    pub(super) named: ByDyad,
    /// By what a dyad is judged: the same, and each statement also at the dyad of those for whom its actors stand.
    pub(super) said: ByDyad,
    /// Every actor that the record names, third roles and frames included, and for whom these stand.
    pub(super) present: BTreeSet<ActorId>,
    /// What these are part of.
    pub(super) wholes: BTreeSet<ActorId>,
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
        let (named, said) = grouped(corpus, view, &record);
        let related: BTreeSet<ActorId> = named.pairs().flat_map(|pair| [pair.0, pair.1]).collect();
        let mut present: BTreeSet<ActorId> = thirds(corpus, view, &record).union(&related).copied().collect();
        let positions = view.positions(corpus);
        let of_positions = || positions.iter().filter_map(|id| corpus.position(*id).rare.as_deref());
        present.extend(of_positions().flat_map(|rare| rare.roles.all()));
        let spoken = record.iter().flat_map(|id| voices(corpus.relation(*id))).chain(of_positions().flat_map(speakers));
        let mentioned = spoken.chain(present.iter().copied()).collect();
        present.extend(present.clone().into_iter().flat_map(|actor| represented(corpus, actor)));
        let wholes = present.iter().flat_map(|actor| ancestors(corpus, *actor)).collect();
        let works = || view.authors.iter().flat_map(|author| corpus.works_of(*author));
        let periods = view
            .filter
            .period
            .clone()
            .map_or_else(|| works().filter_map(|(_, work)| work.period.clone()).collect(), |selected| vec![selected]);
        let mut by_issue: BTreeMap<IssueId, Vec<PositionId>> = BTreeMap::new();
        for id in positions {
            by_issue.entry(corpus.position(id).issue).or_default().push(id);
        }
        let stand = |(id, positions)| (id, Stand::of(corpus, corpus.issues.get(id), positions));
        let stands = by_issue.into_iter().map(stand).collect();
        Self {
            authors: view.authors.clone(),
            record,
            stands,
            named,
            said,
            present,
            wholes,
            mentioned,
            related,
            periods,
        }
    }
}

impl Side {
    /// The dyad to which a statement on a pair leads when it is lifted, if the record has it there: what a body consists of is not lifted.
    pub(super) fn leads_to(&self, corpus: &Corpus, pair: Pair, id: RelationId) -> Option<Pair> {
        let up = lifted_pair(Aggregation::new(corpus, Level::State), pair, corpus.relation(id));
        up.filter(|up| self.said.of(*up).binary_search(&id).is_ok())
    }
}

/// The statements of a record by dyad: as the view names the actors, and with those that lifting adds.
fn grouped(corpus: &Corpus, view: &View, record: &[RelationId]) -> (ByDyad, ByDyad) {
    let as_named = view.aggregation(corpus);
    let lifting = Aggregation::new(corpus, Level::State).drawing(view.collective);
    let kept = view.kept(corpus, record);
    let is_kept =
        |(from, to): &(ActorId, ActorId)| kept.as_ref().is_none_or(|kept| kept.contains(from) && kept.contains(to));
    let (mut named, mut lifted) = (Vec::with_capacity(record.len()), Vec::new());
    for id in record {
        let relation = corpus.relation(*id);
        // Not every pair is lifted: what a body consists of is not.
        let lifts: Vec<Pair> = lifting.pairs(relation).into_iter().map(|(from, to)| Pair::new(from, to)).collect();
        for (from, to) in as_named.pairs(relation).into_iter().filter(is_kept) {
            let pair = Pair::new(from, to);
            named.push((pair, *id));
            let up = lifted_pair(lifting, pair, relation).filter(|up| *up != pair && lifts.contains(up));
            lifted.extend(up.map(|up| (up, *id)));
        }
    }
    lifted.extend_from_slice(&named);
    (ByDyad::new(named), ByDyad::new(lifted))
}

/// Where one dyad of a statement goes when it is lifted; `None` if its ends become one actor.
pub(super) fn lifted_pair(aggregation: Aggregation<'_>, pair: Pair, relation: &Relation) -> Option<Pair> {
    let when = aggregation.reference(relation);
    let (a, b) = (aggregation.actor(pair.0, when), aggregation.actor(pair.1, when));
    (a != b).then(|| Pair::new(a, b))
}

/// Actors that a view names without relating them to others: in third roles, in frames, and those related to themselves.
fn thirds(corpus: &Corpus, view: &View, record: &[RelationId]) -> BTreeSet<ActorId> {
    let aggregation = view.aggregation(corpus);
    let mut thirds = BTreeSet::new();
    for relation in record.iter().map(|id| corpus.relation(*id)) {
        if aggregation.is_within(relation) {
            thirds.extend(aggregation.ends(relation).iter().flat_map(|end| end.iter().copied()));
        }
        thirds.extend(corpus.of_wholes(relation).flat_map(|whole| corpus.actors.get(whole).members()));
        thirds.extend(relation.roles().into_iter().flat_map(|roles| roles.all().collect::<Vec<_>>()));
    }
    for (_, _, frame) in corpus.frames.iter() {
        for reading in frame.readings.iter().filter(|reading| view.authors.contains(&reading.author)) {
            thirds.extend(reading.participants.iter().chain(&reading.absent));
        }
    }
    thirds
}

/// The actors whose claim something is, or who relay it.
fn speakers(rare: &RareFields) -> impl Iterator<Item = ActorId> + '_ {
    rare.holders.iter().chain(&rare.via).filter_map(|voice| match voice {
        Holder::Actor(actor) => Some(*actor),
        Holder::Label(_) => None,
    })
}

/// The actors whose word a statement is, or who relay it; and those whom it names as they are, where a view lifts them.
fn voices(relation: &Relation) -> impl Iterator<Item = ActorId> + '_ {
    let voices = relation.rare.as_deref().into_iter().flat_map(speakers);
    voices.chain(relation.from.as_slice().iter().chain(relation.to.as_slice()).copied())
}
