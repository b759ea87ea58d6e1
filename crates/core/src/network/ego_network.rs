//! Which actors a view keeps: those that it names, or the neighbourhood of one, at most a few statements away.

use std::collections::BTreeSet;

use super::aggregation::Aggregation;
use crate::model::{ActorId, Corpus, RelationId, When};

/// The actors at most `steps` statements away from the centre, at a level.
pub(super) fn around(
    corpus: &Corpus,
    aggregation: Aggregation<'_>,
    chosen: &[RelationId],
    centre: ActorId,
    steps: u32,
) -> BTreeSet<ActorId> {
    let mut edges: Vec<(ActorId, ActorId)> = Vec::new();
    for id in chosen {
        edges.extend(aggregation.aggregated(corpus.relation(*id)).flat_map(|(from, to)| [(from, to), (to, from)]));
    }
    edges.sort_unstable();
    edges.dedup();
    reached(&edges, named(corpus, aggregation, chosen, &[centre]), steps)
}

/// Some actors as the statements that name them have them at this level: whom one stands for can change with time.
pub(super) fn named(
    corpus: &Corpus,
    aggregation: Aggregation<'_>,
    chosen: &[RelationId],
    actors: &[ActorId],
) -> BTreeSet<ActorId> {
    actors.iter().flat_map(|actor| as_lifted(corpus, aggregation, chosen, *actor)).collect()
}

fn as_lifted(
    corpus: &Corpus,
    aggregation: Aggregation<'_>,
    chosen: &[RelationId],
    actor: ActorId,
) -> BTreeSet<ActorId> {
    let relations = chosen.iter().map(|id| corpus.relation(*id));
    let names = relations.filter(|relation| {
        [&relation.from, &relation.to].iter().any(|end| end.as_slice().binary_search(&actor).is_ok())
    });
    let mut aggregated: BTreeSet<ActorId> = names.flat_map(|relation| aggregation.drawn(actor, relation)).collect();
    if aggregated.is_empty() {
        aggregated.insert(aggregation.actor(actor, Some(When::default())));
    }
    aggregated
}

/// The actors at most `steps` edges away; `edges` is sorted and has every edge both ways.
fn reached(edges: &[(ActorId, ActorId)], centres: BTreeSet<ActorId>, steps: u32) -> BTreeSet<ActorId> {
    let mut edge: Vec<ActorId> = centres.iter().copied().collect();
    let mut near = centres;
    for _ in 0..steps {
        let mut next = Vec::new();
        for actor in edge {
            let first = edges.partition_point(|(from, _)| *from < actor);
            let partners = edges[first..].iter().take_while(|(from, _)| *from == actor).map(|(_, to)| *to);
            next.extend(partners.filter(|partner| near.insert(*partner)));
        }
        if next.is_empty() {
            break;
        }
        edge = next;
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_from_the_centre() {
        let chain = [(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2)].map(|(a, b)| (ActorId(a), ActorId(b)));
        let within = |steps| reached(&chain, BTreeSet::from([ActorId(0)]), steps).len();
        assert_eq!([0, 1, 2, 9].map(within), [1, 2, 3, 4]);
    }
}
