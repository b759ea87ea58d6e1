//! Camps: a partition with few negative edges inside and few positive edges between (Doreian and Mrvar 1996, doi:10.1016/0378-8733(95)00259-6).

use std::collections::BTreeMap;

use super::SignedGraph;
use super::signed::{Random, Signed};
use crate::model::ActorId;

/// The best partition that was found, of the actors that have signed edges.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BalancePartition {
    /// Who stands together in every partition with so few frustrated edges that was found: at least two each, the largest first.
    pub members: Vec<Vec<ActorId>>,
    /// Negative edges inside camps plus positive edges between them: an upper bound, since a better partition may exist.
    pub frustration: usize,
}

/// At most so many starts.
const STARTS: usize = 400;
/// At most so many looks at edges, all starts together: the search is bounded by work, not by the clock.
const WORK: usize = 3_000_000;
/// From one start afresh to the next; in between an earlier find is shaken.
const AFRESH: usize = 10;

/// Iterated local search: an actor moves to the camp where fewest of its edges are frustrated, camps merge, until nothing gains;
/// then some actors are moved at random, and again. The seeds follow from how the actors are tied, so names play no part.
///
/// Deterministic. A local optimum: the number of frustrated edges is an upper bound. The first start costs O(n · m) at worst,
/// all others together no more than a fixed amount of work.
#[must_use]
pub fn balance_partition(graph: &SignedGraph) -> BalancePartition {
    let graph = Signed::of(graph);
    if graph.actors.is_empty() {
        return BalancePartition::default();
    }
    let (frustration, common) = Search::of(&graph).run();
    let mut members: BTreeMap<usize, Vec<ActorId>> = BTreeMap::new();
    for (actor, index) in graph.actors.iter().zip(common) {
        members.entry(index).or_default().push(*actor);
    }
    let mut members: Vec<Vec<ActorId>> = members.into_values().filter(|members| members.len() > 1).collect();
    for members in &mut members {
        members.sort_unstable();
    }
    members.sort_by_key(|members| (std::cmp::Reverse(members.len()), members.first().copied()));
    BalancePartition { members, frustration }
}

/// The camp of each actor.
type Partition = Vec<usize>;

struct Search<'g> {
    graph: &'g Signed,
    random: Random,
    /// Looks at edges so far.
    work: usize,
}

impl<'g> Search<'g> {
    fn of(graph: &'g Signed) -> Self {
        Self { graph, random: Random(1), work: 0 }
    }

    /// The fewest frustrated edges, and who is together in all partitions that have no more.
    fn run(mut self) -> (usize, Partition) {
        let n = self.graph.actors.len();
        let (mut best, mut common) = (usize::MAX, vec![0; n]);
        let (mut current, mut at) = (usize::MAX, (0..n).collect::<Partition>());
        for start in 0..STARTS {
            if start > 0 && self.work >= WORK {
                break;
            }
            let (mut camp, order) = self.begin(start, &at);
            self.descend(&mut camp, &order);
            let frustration = self.frustration(&camp);
            if frustration < best {
                (best, common) = (frustration, vec![0; n]);
            }
            if frustration == best {
                common = self.loosened(meet(&common, &camp), &camp);
            }
            if frustration <= current || start % AFRESH == 0 {
                (current, at) = (frustration, camp);
            }
        }
        (best, common)
    }

    /// Where a start begins, and in which order it looks at actors: all alone, in two camps at random, or shaken.
    fn begin(&mut self, start: usize, at: &Partition) -> (Partition, Vec<usize>) {
        let n = at.len();
        let mut order: Vec<usize> = (0..n).collect();
        if start > 0 {
            (1..n).rev().for_each(|k| order.swap(k, self.random.below(k + 1)));
        }
        let mut camp = match (start % AFRESH, start / AFRESH % 2) {
            (0, 0) => return ((0..n).collect(), order),
            (0, _) => return ((0..n).map(|_| self.random.below(2)).collect(), order),
            _ => at.clone(),
        };
        for _ in 0..=self.random.below(3 + n / 8) {
            camp[self.random.below(n)] = at[self.random.below(n)];
        }
        (camp, order)
    }

    /// Moves actors until none gains, then merges camps, until nothing gains: each step lowers the number of frustrated edges.
    fn descend(&mut self, camp: &mut Partition, order: &[usize]) {
        loop {
            let moved = order.iter().filter(|actor| self.move_to_best(camp, **actor)).count();
            if moved == 0 && !self.merge(camp) {
                return;
            }
        }
    }

    /// What an actor has in its own camp, first, and in others: friendly edges less hostile ones.
    fn pulls(&self, camp: &Partition, actor: usize) -> Vec<(usize, i64)> {
        let mut pulls = vec![(camp[actor], 0)];
        for (other, sign) in &self.graph.edges[actor] {
            match pulls.iter_mut().find(|(known, _)| *known == camp[*other]) {
                Some((_, pull)) => *pull += sign,
                None => pulls.push((camp[*other], *sign)),
            }
        }
        pulls
    }

    /// Moves an actor to its best camp; says whether it moved.
    fn move_to_best(&mut self, camp: &mut Partition, actor: usize) -> bool {
        self.work += self.graph.edges[actor].len();
        let pulls = self.pulls(camp, actor);
        let (home, here) = pulls[0];
        let best = pulls.iter().fold((home, here), |best, next| if next.1 > best.1 { *next } else { best });
        camp[actor] = match best {
            (target, pull) if target != home && pull > 0 => target,
            _ if here < 0 => free_camp(camp),
            _ => return false,
        };
        true
    }

    /// Makes one camp of the two with the most positive edges between them, negative ones subtracted; says whether it did.
    fn merge(&mut self, camp: &mut Partition) -> bool {
        let mut between: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        for (a, edges) in self.graph.edges.iter().enumerate() {
            self.work += edges.len();
            for (b, sign) in edges.iter().filter(|(b, _)| a < *b && camp[a] != camp[*b]) {
                *between.entry((camp[a].min(camp[*b]), camp[a].max(camp[*b]))).or_default() += sign;
            }
        }
        let best = between.into_iter().rev().max_by_key(|(_, gain)| *gain).filter(|(_, gain)| *gain > 0);
        let Some(((kept, merged), _)) = best else { return false };
        camp.iter_mut().filter(|index| **index == merged).for_each(|index| *index = kept);
        true
    }

    fn frustration(&self, camp: &Partition) -> usize {
        let wrong = |(a, edges): (usize, &Vec<(usize, i64)>)| {
            edges.iter().filter(|(b, sign)| a < *b && (camp[a] == camp[*b]) == (*sign < 0)).count()
        };
        self.graph.edges.iter().enumerate().map(wrong).sum()
    }

    /// Parts an actor from all others if it could as well stand in another camp, or alone.
    fn loosened(&self, mut common: Partition, camp: &Partition) -> Partition {
        for (actor, common) in common.iter_mut().enumerate() {
            let pulls = self.pulls(camp, actor);
            let (_, here) = pulls[0];
            if here == 0 || pulls[1..].iter().any(|(_, pull)| *pull == here) {
                *common = camp.len() + actor;
            }
        }
        common
    }
}

/// Who is together in both.
fn meet(one: &Partition, other: &Partition) -> Partition {
    let mut numbers = BTreeMap::new();
    let number = |pair| {
        let next = numbers.len();
        *numbers.entry(pair).or_insert(next)
    };
    one.iter().zip(other).map(number).collect()
}

/// A number that no camp has; there is one unless everybody is alone.
fn free_camp(camp: &Partition) -> usize {
    let mut used = vec![false; camp.len()];
    for index in camp {
        used[*index] = true;
    }
    used.iter().position(|used| !used).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sign;

    #[test]
    fn camps_that_only_meet_as_wholes_become_one() {
        let [a, b, c, d] = [0, 1, 2, 3].map(ActorId);
        let edges = [(a, b, Sign::Positive), (c, d, Sign::Positive), (b, c, Sign::Positive)];
        let found = balance_partition(&SignedGraph::from_edges(edges));
        assert_eq!(found, BalancePartition { members: vec![vec![a, b, c, d]], frustration: 0 });
    }

    #[test]
    fn two_sides_of_a_war_come_apart() {
        let [a, b, c, d] = [0, 1, 2, 3].map(ActorId);
        let edges = [
            (a, b, Sign::Positive),
            (c, d, Sign::Positive),
            (a, c, Sign::Negative),
            (b, d, Sign::Negative),
            (a, d, Sign::Negative),
        ];
        let found = balance_partition(&SignedGraph::from_edges(edges));
        assert_eq!(found, BalancePartition { members: vec![vec![a, b], vec![c, d]], frustration: 0 });
    }

    #[test]
    fn who_could_stand_elsewhere_is_in_no_camp() {
        let [a, b, c, d, e] = [0, 1, 2, 3, 4].map(ActorId);
        let friends = [(a, b), (c, d), (b, e), (c, e)].map(|(a, b)| (a, b, Sign::Positive));
        let foes = [(a, c), (a, d), (b, c), (b, d)].map(|(a, b)| (a, b, Sign::Negative));
        let found = balance_partition(&SignedGraph::from_edges(friends.into_iter().chain(foes)));
        assert_eq!(found, BalancePartition { members: vec![vec![a, b], vec![c, d]], frustration: 1 });
    }

    #[test]
    fn nobody_and_strangers_are_no_camp() {
        assert_eq!(balance_partition(&SignedGraph::default()), BalancePartition::default());
        let enemies = SignedGraph::from_edges([(ActorId(0), ActorId(1), Sign::Negative)]);
        assert_eq!(balance_partition(&enemies), BalancePartition::default());
    }
}
