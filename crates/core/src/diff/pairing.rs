//! Claims of two sides that answer each other, paired by sort and merge, round by round.

use super::claims::{Claim, ClaimPair, Key, differing};
use super::{Pair, ranks};
use crate::model::{Corpus, RelationId};

/// The claims on a dyad: those that answer each other, and what each side says beside them.
pub(super) struct Claims {
    pub(super) pairs: Vec<ClaimPair>,
    pub(super) more_a: Vec<RelationId>,
    pub(super) more_b: Vec<RelationId>,
}

/// How a round looks at claims, and how many parts of the key must agree at least. First all six parts must agree, then fewer, down to this number.
type Round = (fn(&Claim) -> Key, usize);

/// Round by round less must agree. First one type in one mode, then one type, then what one holds and the other denies.
const ROUNDS: [Round; 6] = [
    (Claim::in_mode, 3),
    (Claim::in_mode_either_way, 2),
    (Claim::of_type, 3),
    (Claim::of_type_either_way, 2),
    (Claim::of_either_standing, 3),
    (Claim::of_either_standing_either_way, 2),
];

/// Pairs what answers each other: O(n log n) a round, a fixed number of rounds.
pub(super) fn pair_up(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Claims {
    let claims = |side: &[RelationId]| side.iter().map(|id| Claim::of(corpus, pair, *id)).collect();
    let mut left: [Vec<Claim>; 2] = [claims(a), claims(b)];
    ranks::rank_claims(corpus, pair, &mut left);
    let mut pairs = Vec::new();
    let mut round = |left: &mut [Vec<Claim>; 2], key: fn(&Claim) -> Key, depth: usize| {
        let key = |claim: &Claim| {
            let mut key = key(claim);
            key[depth..].fill(0);
            key
        };
        merge(left, key, |a, b| {
            let differing = differing(corpus, pair, corpus.relation(a), corpus.relation(b));
            pairs.push(ClaimPair { a, b, differing });
        });
    };
    for (key, least) in ROUNDS {
        (least..=6).rev().for_each(|depth| round(&mut left, key, depth));
    }
    // Last, other types of one sign in one mode answer each other, within a facet or where neither names one.
    for respect in respects(&left) {
        let mut there = left.each_mut().map(|left| take_if(left, respect));
        round(&mut there, Claim::in_sign, 2);
        round(&mut there, Claim::in_sign, 1);
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
fn respects(sides: &[Vec<Claim>; 2]) -> Vec<u64> {
    let named = |side: &[Claim]| side.iter().fold(0, |all, claim| all | claim.facets);
    let shared = named(&sides[0]) & named(&sides[1]);
    let by_whom = |facet: &u64| {
        let mut ranks = sides.each_ref().map(|side| {
            let mut ranks: Vec<usize> =
                side.iter().filter(|claim| claim.facets & facet != 0).map(|claim| claim.rank).collect();
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

/// Takes out the claims in a respect: those that name the facet, or none if it is empty.
fn take_if(left: &mut Vec<Claim>, facet: u64) -> Vec<Claim> {
    let (there, rest) = std::mem::take(left)
        .into_iter()
        .partition(|claim| if facet == 0 { claim.facets == 0 } else { claim.facets & facet != 0 });
    *left = rest;
    there
}

/// Takes out of both sides what agrees in a key, first come by rank.
fn merge(left: &mut [Vec<Claim>; 2], key: impl Fn(&Claim) -> Key, mut found: impl FnMut(RelationId, RelationId)) {
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
            Some(other) => found(claim.id, other.id),
            None => left[0].push(claim),
        }
    }
    left[1].extend(rest);
}
