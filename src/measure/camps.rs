//! Camps: a partition with few negative ties inside and few positive ties between (Doreian and Mrvar 1996, doi:10.1016/0378-8733(95)00259-6).

use std::collections::{BTreeMap, BTreeSet};

use super::Folded;
use crate::model::{ActorId, Sign};

/// A partition of the actors that have signed ties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Camps {
    /// The camps with at least two members, the largest first.
    pub members: Vec<Vec<ActorId>>,
    /// Negative ties inside camps plus positive ties between them.
    pub misplaced: usize,
}

/// Local search from every actor alone: an actor moves to the camp where fewest of its ties are misplaced, until none gains.
///
/// Deterministic, and a local optimum only: the number of misplaced ties is an upper bound.
#[must_use]
pub fn camps(graph: &Folded) -> Camps {
    let mut camp: BTreeMap<ActorId, usize> =
        graph.actors().into_iter().enumerate().map(|(index, actor)| (actor, index)).collect();
    // Each move and each merger lowers the number of misplaced ties, so the search ends; the bound is for the reader.
    for _ in 0..camp.len() {
        let moves: Vec<ActorId> = camp.keys().copied().collect();
        let moved = moves.into_iter().filter(|actor| settle(graph, &mut camp, *actor)).count();
        if moved == 0 && !merge(graph, &mut camp) {
            break;
        }
    }
    let mut members: BTreeMap<usize, Vec<ActorId>> = BTreeMap::new();
    for (actor, index) in &camp {
        members.entry(*index).or_default().push(*actor);
    }
    let mut members: Vec<Vec<ActorId>> = members.into_values().filter(|members| members.len() > 1).collect();
    members.sort_by_key(|members| (std::cmp::Reverse(members.len()), members.first().copied()));
    let misplaced =
        graph.signed().filter(|(a, b, sign)| (camp.get(a) == camp.get(b)) == (*sign == Sign::Negative)).count();
    Camps { members, misplaced }
}

/// Moves an actor to its best camp; says whether it moved.
fn settle(graph: &Folded, camp: &mut BTreeMap<ActorId, usize>, actor: ActorId) -> bool {
    let Some(&home) = camp.get(&actor) else { return false };
    let mut gain: BTreeMap<usize, i64> = BTreeMap::new();
    for &partner in graph.partners_of(actor) {
        if let Some((sign, theirs)) = graph.sign(actor, partner).zip(camp.get(&partner)) {
            *gain.entry(*theirs).or_default() += sign.number();
        }
    }
    let here = gain.get(&home).copied().unwrap_or(0);
    let best = gain.iter().rev().max_by_key(|(_, gain)| **gain).map(|(index, gain)| (*index, *gain));
    let target = match best {
        Some((index, gain)) if gain > 0 && gain > here => index,
        _ if here < 0 => free_camp(camp),
        _ => return false,
    };
    camp.insert(actor, target);
    true
}

/// Makes one camp of the two with the most positive ties between them, negative ones subtracted; says whether it did.
fn merge(graph: &Folded, camp: &mut BTreeMap<ActorId, usize>) -> bool {
    let mut between: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for (a, b, sign) in graph.signed() {
        if let Some((a, b)) = camp.get(&a).zip(camp.get(&b)).filter(|(a, b)| a != b) {
            *between.entry((*a.min(b), *a.max(b))).or_default() += sign.number();
        }
    }
    let best = between.into_iter().rev().max_by_key(|(_, gain)| *gain).filter(|(_, gain)| *gain > 0);
    let Some(((kept, merged), _)) = best else { return false };
    camp.values_mut().filter(|index| **index == merged).for_each(|index| *index = kept);
    true
}

fn free_camp(camp: &BTreeMap<ActorId, usize>) -> usize {
    let used: BTreeSet<usize> = camp.values().copied().collect();
    (0..=used.len()).find(|index| !used.contains(index)).unwrap_or(used.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn camps_that_only_meet_as_wholes_become_one() {
        let [a, b, c, d] = [0, 1, 2, 3].map(ActorId);
        let ties = [(a, b, Sign::Positive), (c, d, Sign::Positive), (b, c, Sign::Positive)];
        assert_eq!(camps(&Folded::from_ties(ties)).misplaced, 0);
    }

    #[test]
    fn two_sides_of_a_war_come_apart() {
        let [a, b, c, d] = [0, 1, 2, 3].map(ActorId);
        let ties = [
            (a, b, Sign::Positive),
            (c, d, Sign::Positive),
            (a, c, Sign::Negative),
            (b, d, Sign::Negative),
            (a, d, Sign::Negative),
        ];
        let found = camps(&Folded::from_ties(ties));
        assert_eq!(found, Camps { members: vec![vec![a, b], vec![c, d]], misplaced: 0 });
    }
}
