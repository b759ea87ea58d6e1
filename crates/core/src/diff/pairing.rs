//! Claims of two sides that answer each other, paired by sort and merge, round by round.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::claims::{Claim, ClaimPair, Key, Parts, differing};
use super::{Pair, ranks};
use crate::model::{Corpus, RelationId};

/// The claims on a dyad: those that answer each other, and what each side says beside them.
pub(super) struct Claims {
    pub(super) pairs: Vec<ClaimPair>,
    pub(super) more_a: Vec<RelationId>,
    pub(super) more_b: Vec<RelationId>,
}

/// How a round looks at claims, and how many parts of the key must agree at least. First all six parts must agree, then fewer, down to this number.
type Round = (fn(&Parts) -> Key, usize);

/// Round by round less must agree. First one type in one mode, then one type, then what one holds and the other denies.
const ROUNDS: [Round; 6] = [
    (Parts::in_mode, 3),
    (Parts::in_mode_either_way, 2),
    (Parts::of_type, 3),
    (Parts::of_type_either_way, 2),
    (Parts::of_either_standing, 3),
    (Parts::of_either_standing_either_way, 2),
];

/// Pairs what answers each other: O(n log n) a round, a fixed number of rounds.
pub(super) fn pair_up(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Claims {
    let claims = |side: &[RelationId]| side.iter().map(|id| Claim::of(corpus, pair, *id)).collect();
    let mut left: [Vec<Claim<'_>>; 2] = [claims(a), claims(b)];
    ranks::rank_claims(corpus, &mut left);
    let mut pairs = Vec::new();
    // Rounds by one key, the deepest first. What has nothing of the shallowest to answer it waits for the next key.
    let mut rounds = |left: &mut [Vec<Claim<'_>>; 2], key: fn(&Parts) -> Key, depths: RangeInclusive<usize>| {
        let to = |depth: usize| {
            move |claim: &Claim<'_>| {
                let mut key = key(&claim.parts);
                key[depth..].fill(0);
                key
            }
        };
        let mut answered = take_answered(left, to(*depths.start()));
        for depth in depths.rev() {
            merge(&mut answered, to(depth), |a, b| {
                pairs.push(ClaimPair { a: a.id, b: b.id, differing: differing(corpus, a, b) });
            });
        }
        left.iter_mut().zip(answered).for_each(|(left, rest)| left.extend(rest));
    };
    for (key, least) in ROUNDS {
        rounds(&mut left, key, least..=6);
    }
    // Last, other types of one sign in one mode answer each other, within a facet or where neither names one.
    for respect in respects(&left) {
        let mut there = left.each_mut().map(|left| take_if(left, |claim| is_in(claim, respect)));
        rounds(&mut there, Parts::in_sign, 1..=2);
        left.iter_mut().zip(there).for_each(|(left, there)| left.extend(there));
    }
    // Which side a claim is on must not change the order: swapping the views swaps the sides and nothing else.
    pairs.sort_unstable_by_key(|claims| {
        (std::cmp::Reverse(claims.differing.in_standing()), claims.a.min(claims.b), claims.a.max(claims.b))
    });
    let [more_a, more_b] = left.map(|left| {
        let mut rest: Vec<RelationId> = left.into_iter().map(|claim| claim.id).collect();
        rest.sort_unstable();
        rest
    });
    Claims { pairs, more_a, more_b }
}

/// Each facet that both sides name, as a set of its own, by who names it; and last the empty set: no facet.
fn respects(sides: &[Vec<Claim<'_>>; 2]) -> Vec<u64> {
    let named = |side: &[Claim<'_>]| side.iter().fold(0, |all, claim| all | claim.parts.facets);
    let shared = named(&sides[0]) & named(&sides[1]);
    let by_whom = |facet: &u64| {
        let mut ranks = sides.each_ref().map(|side| {
            let mut ranks: Vec<usize> =
                side.iter().filter(|claim| claim.parts.facets & facet != 0).map(|claim| claim.rank).collect();
            ranks.sort_unstable();
            ranks
        });
        ranks.sort();
        ranks
    };
    let mut facets: Vec<u64> = (0..64).map(|bit| 1 << bit).filter(|facet| shared & facet != 0).collect();
    facets.sort_by_cached_key(by_whom);
    facets.push(0);
    facets
}

/// Whether a claim is in a respect: names the facet, or none if it is empty.
fn is_in(claim: &Claim<'_>, facet: u64) -> bool {
    if facet == 0 { claim.parts.facets == 0 } else { claim.parts.facets & facet != 0 }
}

/// Takes out of both sides the claims whose key the other side has as well.
fn take_answered<'c>(left: &mut [Vec<Claim<'c>>; 2], key: impl Fn(&Claim<'_>) -> Key) -> [Vec<Claim<'c>>; 2] {
    let [of_a, of_b] = left.each_ref().map(|side| side.iter().map(&key).collect::<BTreeSet<Key>>());
    let [a, b] = left;
    [take_if(a, |claim| of_b.contains(&key(claim))), take_if(b, |claim| of_a.contains(&key(claim)))]
}

fn take_if<'c>(left: &mut Vec<Claim<'c>>, is_wanted: impl Fn(&Claim<'_>) -> bool) -> Vec<Claim<'c>> {
    let (wanted, rest) = std::mem::take(left).into_iter().partition(is_wanted);
    *left = rest;
    wanted
}

/// Takes out of both sides what agrees in a key, first come by rank.
fn merge<'c>(
    left: &mut [Vec<Claim<'c>>; 2],
    key: impl Fn(&Claim<'_>) -> Key,
    mut found: impl FnMut(&Claim<'c>, &Claim<'c>),
) {
    if left.iter().any(Vec::is_empty) {
        return;
    }
    let [a, b] = left.each_mut().map(|side| {
        side.sort_unstable_by_key(|claim| (key(claim), claim.rank, claim.id));
        std::mem::take(side)
    });
    let mut rest = b.into_iter().peekable();
    for claim in a {
        let wanted = key(&claim);
        while let Some(skipped) = rest.next_if(|other| key(other) < wanted) {
            left[1].push(skipped);
        }
        match rest.next_if(|other| key(other) == wanted) {
            Some(other) => found(&claim, &other),
            None => left[0].push(claim),
        }
    }
    left[1].extend(rest);
}
