//! Communities: a partition of high signed modularity (Gómez, Jensen and Arenas 2009, doi:10.1103/PhysRevE.80.016114), and an order in
//! which partners stand near one another: the rows of a matrix.
//!
//! Camps ask for no negative edge inside; where no edge is negative they are whole components. Communities are denser than chance.

use std::collections::BTreeMap;

use super::SignedGraph;
use super::signed::Signed;
use crate::model::{ActorId, Sign};

/// The actors of a network, community by community.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Communities {
    /// The communities with at least two members, in order, partners near one another.
    pub members: Vec<Vec<ActorId>>,
    /// The actors in no community, in order.
    pub alone: Vec<ActorId>,
}

/// Networks with more actors than this are one community: the cost grows with the square.
const MOST: usize = 1_000;
/// A move must gain more than this, so that rounding makes none.
const GAIN: f64 = 1e-9;

/// Finds communities by moving actors one by one and then merging, and orders them. Deterministic; O(n²) a round.
#[must_use]
pub fn communities(graph: &SignedGraph) -> Communities {
    let actors = graph.actors();
    let n = actors.len();
    let index: BTreeMap<ActorId, usize> = actors.iter().enumerate().map(|(index, actor)| (*actor, index)).collect();
    let partners: Vec<Vec<usize>> = actors
        .iter()
        .map(|actor| graph.partners_of(*actor).iter().filter_map(|other| index.get(other).copied()).collect())
        .collect();
    let community = if n > MOST { vec![0; n] } else { membership(graph, &actors) };
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (actor, community) in community.into_iter().enumerate() {
        groups.entry(community).or_default().push(actor);
    }
    let (mut groups, lone): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
        groups.into_values().partition(|group| group.len() > 1);
    let popular = |actor: usize| (std::cmp::Reverse(partners[actor].len()), actor);
    for group in &mut groups {
        group.sort_by_key(|actor| popular(*actor));
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
    let mut alone: Vec<usize> = lone.into_iter().flatten().collect();
    alone.sort_by_key(|actor| popular(*actor));
    groups.push(alone);
    draw_together(&mut groups, &partners);
    let named = |group: Vec<usize>| -> Vec<ActorId> { group.into_iter().map(|index| actors[index]).collect() };
    let alone = groups.pop().map(named).unwrap_or_default();
    Communities { members: groups.into_iter().map(named).collect(), alone }
}

/// Which community each of some actors is in: names only decide between actors that are tied alike.
fn membership(graph: &SignedGraph, actors: &[ActorId]) -> Vec<usize> {
    let ordered = Signed::of(graph).actors;
    let index: BTreeMap<ActorId, usize> =
        ordered.into_iter().enumerate().map(|(index, actor)| (actor, index)).collect();
    let community = partition(&attraction(graph, &index));
    actors.iter().map(|actor| community[index[actor]]).collect()
}

/// How much more two actors are tied than chance would have it: friendly edges less hostile ones.
fn attraction(graph: &SignedGraph, index: &BTreeMap<ActorId, usize>) -> Vec<Vec<f64>> {
    let n = index.len();
    let mut weights = vec![vec![0.0; n]; n];
    let mut degrees = [vec![0.0; n], vec![0.0; n]];
    for (a, b, sign) in graph.signed() {
        if let (Some(&a), Some(&b)) = (index.get(&a), index.get(&b)) {
            let weight = if sign == Sign::Positive { 1.0 } else { -1.0 };
            (weights[a][b], weights[b][a]) = (weight, weight);
            for end in [a, b] {
                degrees[usize::from(sign == Sign::Negative)][end] += 1.0;
            }
        }
    }
    let totals = degrees.each_ref().map(|degrees| degrees.iter().sum::<f64>().max(1.0));
    for (a, row) in weights.iter_mut().enumerate() {
        for (b, cell) in row.iter_mut().enumerate() {
            let chance = |side: usize| degrees[side][a] * degrees[side][b] / totals[side];
            *cell = if a == b { 0.0 } else { *cell - chance(0) + chance(1) };
        }
    }
    weights
}

/// Which community each actor is in.
fn partition(attraction: &[Vec<f64>]) -> Vec<usize> {
    let n = attraction.len();
    let mut community: Vec<usize> = (0..n).collect();
    // Every step gains, so the search ends; the bound is for the reader.
    for _ in 0..n {
        let moved = (0..n).filter(|actor| move_to_best(attraction, &mut community, *actor)).count();
        if moved == 0 && !merge(attraction, &mut community) {
            break;
        }
    }
    community
}

/// Moves an actor to the community that draws it most; says whether it moved.
fn move_to_best(attraction: &[Vec<f64>], community: &mut [usize], actor: usize) -> bool {
    let mut pull = vec![0.0; community.len()];
    for (other, weight) in attraction[actor].iter().enumerate() {
        pull[community[other]] += weight;
    }
    let home = community[actor];
    let free = (0..community.len()).find(|candidate| !community.contains(candidate));
    let known = community.iter().copied().chain(free);
    let best = known.fold(home, |best, candidate| if pull[candidate] > pull[best] + GAIN { candidate } else { best });
    community[actor] = best;
    best != home
}

/// Makes one community of the two that draw each other most; says whether it did.
fn merge(attraction: &[Vec<f64>], community: &mut [usize]) -> bool {
    let mut between: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (a, row) in attraction.iter().enumerate() {
        for (b, weight) in row.iter().enumerate().skip(a + 1).filter(|(b, _)| community[*b] != community[a]) {
            *between.entry((community[a].min(community[b]), community[a].max(community[b]))).or_default() += weight;
        }
    }
    let best = between.into_iter().fold(None, |best: Option<((usize, usize), f64)>, pair| match best {
        Some(known) if known.1 >= pair.1 - GAIN => Some(known),
        _ => Some(pair),
    });
    let Some(((kept, merged), _)) = best.filter(|(_, gain)| *gain > GAIN) else { return false };
    community.iter_mut().filter(|index| **index == merged).for_each(|index| *index = kept);
    true
}

/// Orders groups, and actors within them, towards the middle of their partners; the last group stays last. The best order of
/// a few rounds is taken: the one with the shortest edges.
fn draw_together(groups: &mut Vec<Vec<usize>>, partners: &[Vec<usize>]) {
    let mut best = (length(groups, partners), groups.clone());
    for _ in 0..24 {
        let at = places(groups, partners.len());
        let middle = |actor: usize| {
            let theirs = &partners[actor];
            let sum: f64 = theirs.iter().map(|other| at[*other]).sum::<f64>() + at[actor];
            sum / (theirs.len() + 1) as f64
        };
        for group in groups.iter_mut() {
            group.sort_by(|a, b| middle(*a).total_cmp(&middle(*b)).then(a.cmp(b)));
        }
        let last = groups.pop();
        let mean = |group: &[usize]| group.iter().map(|actor| middle(*actor)).sum::<f64>() / group.len().max(1) as f64;
        groups.sort_by(|a, b| mean(a).total_cmp(&mean(b)).then(a.cmp(b)));
        groups.extend(last);
        let now = length(groups, partners);
        if now < best.0 {
            best = (now, groups.clone());
        }
    }
    *groups = best.1;
}

fn places(groups: &[Vec<usize>], n: usize) -> Vec<f64> {
    let mut at = vec![0.0; n];
    for (place, actor) in groups.iter().flatten().enumerate() {
        at[*actor] = place as f64;
    }
    at
}

/// The sum of the distances of partners.
fn length(groups: &[Vec<usize>], partners: &[Vec<usize>]) -> f64 {
    let at = places(groups, partners.len());
    let edges = partners.iter().enumerate().flat_map(|(one, theirs)| theirs.iter().map(move |other| (one, *other)));
    edges.map(|(one, other)| (at[one] - at[other]).abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clique(from: u32, to: u32) -> impl Iterator<Item = (ActorId, ActorId, Sign)> {
        (from..to).flat_map(move |a| (a + 1..to).map(move |b| (ActorId(a), ActorId(b), Sign::Positive)))
    }

    #[test]
    fn two_cliques_with_a_bridge_are_two_communities_and_the_bridge_is_short() {
        let bridge = (ActorId(0), ActorId(4), Sign::Positive);
        let found = communities(&SignedGraph::from_edges(clique(0, 4).chain(clique(4, 8)).chain([bridge])));
        assert_eq!(found.members.len(), 2);
        let order: Vec<u32> = found.members.iter().flatten().map(|actor| actor.0).collect();
        let at = |actor: u32| order.iter().position(|other| *other == actor).unwrap();
        assert_eq!(at(0).abs_diff(at(4)), 1, "{order:?}");
    }

    #[test]
    fn enemies_come_apart_and_who_has_only_enemies_is_alone() {
        let war = (0..2).flat_map(|a| (2..5).map(move |b| (ActorId(a), ActorId(b), Sign::Negative)));
        let found = communities(&SignedGraph::from_edges(clique(0, 2).chain(clique(2, 4)).chain(war)));
        let mut members = found.members.clone();
        for group in &mut members {
            group.sort_unstable();
        }
        members.sort();
        assert_eq!(members[0], [ActorId(0), ActorId(1)]);
        assert!(members[1].starts_with(&[ActorId(2), ActorId(3)]), "{members:?}");
        assert_eq!(communities(&SignedGraph::default()), Communities::default());
    }
}
