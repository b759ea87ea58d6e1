//! The camps that a side draws: who stands together in every best split, whichever single passage is left out.

use std::collections::{BTreeMap, BTreeSet};

use super::weights::{Weighed, weight};
use crate::diff::Pair;
use crate::measure::{SignedGraph, balance_partition};
use crate::model::{ActorId, RelationId, Sign};

/// The camps of a side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Camps {
    /// At least two camps, or none: then there are no clear ones.
    pub camps: Vec<Vec<ActorId>>,
    /// The weightiest tie that is out of place: friendly between two camps, or hostile within one.
    pub crossing: Option<(Pair, RelationId)>,
}

/// The share of the record below which an actor is left out of camps.
const LEAST: f64 = 0.03;

/// Finds the camps: O(p) searches for p passages that change a sign.
pub(super) fn camps(side: &Weighed<'_>) -> Camps {
    let actors: BTreeSet<ActorId> =
        side.actors().into_iter().filter(|(_, share)| *share >= LEAST).map(|(actor, _)| actor).collect();
    let ties = ties(side, &actors);
    let base = signed(&ties, None);
    let mut together = pairs(&base);
    let passages: BTreeSet<(usize, u32)> = ties.iter().flat_map(|tie| tie.places.iter().copied()).collect();
    for passage in passages {
        let without = signed(&ties, Some(passage));
        if without != base {
            let also = pairs(&without);
            together.retain(|pair| also.contains(pair));
        }
    }
    let camps = joined(&together);
    if camps.len() < 2 {
        return Camps::default();
    }
    let crossing = crossing(&ties, &camps);
    Camps { camps, crossing }
}

/// A signed statement between two actors.
struct Tie {
    pair: Pair,
    sign: Sign,
    id: RelationId,
    weight: f64,
    /// Its paragraphs: it falls only if all of them do.
    places: BTreeSet<(usize, u32)>,
}

type Signed = BTreeMap<Pair, BTreeSet<Sign>>;

fn ties(side: &Weighed<'_>, actors: &BTreeSet<ActorId>) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (id, relation) in side.standing().filter(|(_, relation)| relation.sign != Sign::Neutral) {
        let places: BTreeSet<(usize, u32)> = relation
            .evidence()
            .iter()
            .map(|anchor| (crate::model::Id::index(anchor.work), anchor.selector.paragraph))
            .collect();
        let pairs = side.aggregation.pairs(relation).into_iter().map(|(from, to)| Pair::new(from, to));
        let pairs: BTreeSet<Pair> = pairs.filter(|pair| actors.contains(&pair.0) && actors.contains(&pair.1)).collect();
        ties.extend(pairs.into_iter().map(|pair| Tie {
            pair,
            sign: relation.sign,
            id,
            weight: weight(relation),
            places: places.clone(),
        }));
    }
    ties
}

/// The signs of each dyad, with one passage left out.
fn signed(ties: &[Tie], without: Option<(usize, u32)>) -> Signed {
    let falls = |tie: &Tie| without.is_some_and(|passage| tie.places.len() == 1 && tie.places.contains(&passage));
    let mut signed = Signed::new();
    for tie in ties.iter().filter(|tie| !falls(tie)) {
        signed.entry(tie.pair).or_default().insert(tie.sign);
    }
    signed
}

/// Who stands together with whom in every best split.
fn pairs(signed: &Signed) -> BTreeSet<Pair> {
    let edges = signed.iter().flat_map(|(pair, signs)| signs.iter().map(|sign| (pair.0, pair.1, *sign)));
    let found = balance_partition(&SignedGraph::from_edges(edges));
    let within = |camp: &Vec<ActorId>| {
        let camp = camp.clone();
        (0..camp.len()).flat_map(move |one| {
            let camp = camp.clone();
            (one + 1..camp.len()).map(move |other| Pair::new(camp[one], camp[other])).collect::<Vec<_>>()
        })
    };
    found.members.iter().flat_map(within).collect()
}

/// The camps whose members are all together with each other, the largest first.
fn joined(together: &BTreeSet<Pair>) -> Vec<Vec<ActorId>> {
    let mut camps: Vec<Vec<ActorId>> = Vec::new();
    let actors: BTreeSet<ActorId> = together.iter().flat_map(|pair| [pair.0, pair.1]).collect();
    for actor in actors {
        let is_of = |camp: &&mut Vec<ActorId>| camp.iter().all(|other| together.contains(&Pair::new(actor, *other)));
        match camps.iter_mut().find(is_of) {
            Some(camp) => camp.push(actor),
            None => camps.push(vec![actor]),
        }
    }
    camps.retain(|camp| camp.len() > 1);
    camps.sort_by_key(|camp| (std::cmp::Reverse(camp.len()), camp.first().copied()));
    camps
}

fn crossing(ties: &[Tie], camps: &[Vec<ActorId>]) -> Option<(Pair, RelationId)> {
    let camp = |actor: ActorId| camps.iter().position(|camp| camp.contains(&actor));
    let is_crossing = |tie: &&Tie| match (camp(tie.pair.0), camp(tie.pair.1)) {
        (Some(one), Some(other)) => (one == other) != (tie.sign == Sign::Positive),
        _ => false,
    };
    let mut weights: BTreeMap<Pair, (f64, RelationId)> = BTreeMap::new();
    for tie in ties.iter().filter(is_crossing) {
        let entry = weights.entry(tie.pair).or_insert((0.0, tie.id));
        entry.0 += tie.weight;
    }
    let most = weights.into_iter().rev().max_by(|one, other| one.1.0.total_cmp(&other.1.0));
    most.map(|(pair, (_, id))| (pair, id))
}
