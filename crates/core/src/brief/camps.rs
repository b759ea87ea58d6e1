//! The camps that a side draws: who stands together in every best split, whichever single passage is left out.

use std::collections::{BTreeMap, BTreeSet};

use super::bearers::passages;
use super::weights::{Weighed, distinct, weight};
use crate::diff::{Pair, Passage};
use crate::measure::{SignedGraph, balance_partition};
use crate::model::{ActorId, RelationId, Sign};

/// The camps of a side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Camps {
    /// At least two camps, or none: then there are no clear ones.
    pub camps: Vec<Vec<ActorId>>,
    /// The weightiest tie that is out of place: friendly between two camps, or hostile within one.
    pub crossing: Option<(Pair, RelationId)>,
    /// Too much is said to try it passage by passage; then there are none.
    pub untried: bool,
}

/// Dyads times changes of their signs that are tried at most, on all sides together.
pub(super) const MOST: usize = 1 << 15;

/// The share of the record below which an actor is left out of camps.
const LEAST: f64 = 0.03;

/// Finds the camps. What is told of two in both ways counts as what outweighs: as nothing if neither does. O(p) searches for the p
/// passages without which a sign would be another; none if dyads times these are more than `most`.
pub(super) fn camps(side: &Weighed<'_>, most: usize) -> Camps {
    let actors: BTreeSet<ActorId> =
        side.actors.iter().filter(|(_, share)| **share >= LEAST).map(|(actor, _)| *actor).collect();
    let ties = ties(side, &actors);
    let mut net = Net::new();
    let mut alone: BTreeMap<Passage, Vec<&Tie>> = BTreeMap::new();
    for tie in &ties {
        *net.entry(tie.pair).or_default() += tie.weight;
        if let [passage] = *tie.passages {
            alone.entry(passage).or_default().push(tie);
        }
    }
    let base = signed(&net);
    let mut together = pairs(&base);
    if !divides(&base, &joined(&together)) {
        return Camps::default();
    }
    let mut changes: BTreeSet<Net> = alone.values().map(|of_passage| without(&net, of_passage)).collect();
    changes.retain(|changed| !changed.is_empty());
    if changes.len() * net.len() > most {
        return Camps { untried: true, ..Camps::default() };
    }
    for changed in changes {
        if !together.is_empty() {
            let mut without = net.clone();
            without.extend(changed);
            let also = pairs(&signed(&without));
            together.retain(|pair| also.contains(pair));
        }
    }
    let camps = joined(&together);
    if !divides(&base, &camps) {
        return Camps::default();
    }
    let crossing = crossing(&net, &ties, &camps);
    Camps { camps, crossing, untried: false }
}

/// A signed statement between two actors.
struct Tie {
    pair: Pair,
    id: RelationId,
    /// Above zero if it is friendly, below if it is hostile.
    weight: i64,
    /// It falls only if all of them do.
    passages: Vec<Passage>,
}

/// What is told of each two, friendly above zero, hostile below.
type Net = BTreeMap<Pair, i64>;

type Signed = BTreeMap<Pair, Sign>;

fn ties(side: &Weighed<'_>, actors: &BTreeSet<ActorId>) -> Vec<Tie> {
    let mut ties = Vec::new();
    for told in side.standing().filter(|told| told.relation.sign != Sign::Neutral) {
        let mut pairs = told.dyads();
        pairs.retain(|pair| actors.contains(&pair.0) && actors.contains(&pair.1));
        let weight = weight(told.relation).cast_signed();
        let weight = if told.relation.sign == Sign::Positive { weight } else { -weight };
        let passages = if pairs.is_empty() { Vec::new() } else { distinct(passages(side, told.id).into_iter()) };
        ties.extend(pairs.into_iter().map(|pair| Tie { pair, id: told.id, weight, passages: passages.clone() }));
    }
    ties
}

/// The dyads whose sign is another without some ties, with the signs that they then have.
fn without(net: &Net, ties: &[&Tie]) -> Net {
    let told = |pair: &Pair| net.get(pair).copied().unwrap_or(0);
    let mut left = Net::new();
    for tie in ties {
        *left.entry(tie.pair).or_insert_with(|| told(&tie.pair)) -= tie.weight;
    }
    left.retain(|pair, weight| weight.signum() != told(pair).signum());
    left.into_iter().map(|(pair, weight)| (pair, weight.signum())).collect()
}

/// The sign of each dyad that has one.
fn signed(net: &Net) -> Signed {
    let sign = |weight: i64| match weight.signum() {
        1 => Some(Sign::Positive),
        -1 => Some(Sign::Negative),
        _ => None,
    };
    net.iter().filter_map(|(pair, weight)| Some((*pair, sign(*weight)?))).collect()
}

/// Whether there are two camps or more, with hostility between them: without any there are only friends who do not meet.
fn divides(signed: &Signed, camps: &[Vec<ActorId>]) -> bool {
    let camp = |actor: ActorId| camps.iter().position(|camp| camp.contains(&actor));
    let is_between = |pair: &Pair| matches!((camp(pair.0), camp(pair.1)), (Some(one), Some(other)) if one != other);
    signed.iter().any(|(pair, sign)| *sign == Sign::Negative && is_between(pair))
}

/// Who stands together with whom in every best split.
fn pairs(signed: &Signed) -> BTreeSet<Pair> {
    let edges = signed.iter().map(|(pair, sign)| (pair.0, pair.1, *sign));
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

/// The weightiest dyad that is out of place, with its strongest statement of that sign.
fn crossing(net: &Net, ties: &[Tie], camps: &[Vec<ActorId>]) -> Option<(Pair, RelationId)> {
    let camp = |actor: ActorId| camps.iter().position(|camp| camp.contains(&actor));
    let is_crossing = |(pair, weight): &(&Pair, &i64)| match (camp(pair.0), camp(pair.1)) {
        (Some(one), Some(other)) => **weight != 0 && (one == other) != (**weight > 0),
        _ => false,
    };
    let (pair, weight) = net.iter().filter(is_crossing).rev().max_by_key(|(_, weight)| weight.abs())?;
    let bears = |tie: &&Tie| tie.pair == *pair && tie.weight.signum() == weight.signum();
    let strongest = ties.iter().rev().filter(bears).max_by_key(|tie| tie.weight.abs())?;
    Some((*pair, strongest.id))
}
