//! An order of the claims on a dyad that no name has a part in: which of several answers another may not depend on ids.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::Pair;
use super::claims::{Claim, Differing, differing};
use crate::model::{Anchor, Corpus, Link, PeriodId, Relation};

/// Claims that say the same are told apart by what answers them, unless that takes more comparisons than this.
const MOST: usize = 1 << 18;

/// Ranks the claims of both sides: by what they say, then by how they stand to those of the other side that can be of their time.
pub(super) fn rank_claims(corpus: &Corpus, pair: Pair, sides: &mut [Vec<Claim>; 2]) {
    let relation = |claim: &Claim| corpus.relation(claim.id);
    rank(sides, |_, claim| relation(claim), |a, b| content(corpus, a, b));
    let of_times = sides.each_ref().map(|side| OfTimes::new(corpus, side));
    let tied = sides.each_ref().map(|side| tied(side));
    let comparisons = |side: usize| -> usize {
        let all = sides[side].iter().zip(&tied[side]).filter(|(_, tied)| **tied);
        all.map(|(claim, _)| of_times[1 - side].number(relation(claim))).sum()
    };
    let needed = comparisons(0).saturating_add(comparisons(1));
    if needed == 0 || needed > MOST {
        return;
    }
    let answers = [0, 1].map(|side| {
        let all = sides[side].iter().zip(&tied[side]);
        let of = |(claim, tied): (&Claim, &bool)| {
            if *tied { answers(corpus, pair, claim, &of_times[1 - side]) } else { Vec::new() }
        };
        all.map(of).collect::<Vec<_>>()
    });
    drop(of_times);
    let ranks = sides.each_ref().map(|side| side.iter().map(|claim| claim.rank).collect::<Vec<_>>());
    let place = |(side, index): (usize, usize), _: &Claim| (ranks[side][index], &answers[side][index]);
    rank(sides, place, Ord::cmp);
}

/// The claims of a side by the times that they name.
struct OfTimes<'s> {
    undated: Vec<&'s Claim>,
    dated: BTreeMap<PeriodId, Vec<&'s Claim>>,
}

impl<'s> OfTimes<'s> {
    fn new(corpus: &Corpus, side: &'s [Claim]) -> Self {
        let mut of_times = Self { undated: Vec::new(), dated: BTreeMap::new() };
        for claim in side {
            match corpus.relation(claim.id).when {
                Some(when) => of_times.dated.entry(when).or_default().push(claim),
                None => of_times.undated.push(claim),
            }
        }
        of_times
    }

    /// Those of the time of a statement, and those that name none; all if it names none itself.
    fn of(&self, relation: &Relation) -> impl Iterator<Item = &'s Claim> + '_ {
        let own = relation.when.and_then(|when| self.dated.get(&when));
        let all = relation.when.is_none().then(|| self.dated.values().flatten());
        self.undated.iter().chain(own.into_iter().flatten()).chain(all.into_iter().flatten()).copied()
    }

    fn number(&self, relation: &Relation) -> usize {
        self.of(relation).count()
    }
}

/// Which claims of a side share their rank with another.
fn tied(side: &[Claim]) -> Vec<bool> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for claim in side {
        *counts.entry(claim.rank).or_default() += 1;
    }
    side.iter().map(|claim| counts.get(&claim.rank).is_some_and(|count| *count > 1)).collect()
}

/// Gives each claim its rank in an order, both sides together; equals share one.
fn rank<K>(sides: &mut [Vec<Claim>; 2], key: impl Fn((usize, usize), &Claim) -> K, order: impl Fn(&K, &K) -> Ordering) {
    let mut all: Vec<(K, (usize, usize))> = Vec::new();
    for (side, claims) in sides.iter().enumerate() {
        all.extend(claims.iter().enumerate().map(|(index, claim)| (key((side, index), claim), (side, index))));
    }
    all.sort_by(|(a, _), (b, _)| order(a, b));
    let rises = all.windows(2).map(|two| usize::from(order(&two[0].0, &two[1].0).is_ne()));
    let ranks = std::iter::once(0).chain(rises).scan(0, |rank, rise| {
        *rank += rise;
        Some(*rank)
    });
    let ranks: Vec<((usize, usize), usize)> = all.iter().map(|(_, place)| *place).zip(ranks).collect();
    for ((side, index), rank) in ranks {
        sides[side][index].rank = rank;
    }
}

/// How a claim stands to each of the other side: the rank of that, in what they differ, and whether they name the same respects.
fn answers(corpus: &Corpus, pair: Pair, claim: &Claim, others: &OfTimes<'_>) -> Vec<(usize, Differing, bool, usize)> {
    let own = corpus.relation(claim.id);
    let stands = |other: &Claim| {
        let theirs = corpus.relation(other.id);
        let shared = own.facets.shared(theirs.facets).iter().count();
        (other.rank, differing(corpus, pair, own, theirs), own.facets == theirs.facets, shared)
    };
    let mut answers: Vec<_> = others.of(own).map(stands).collect();
    answers.sort_unstable();
    answers
}

/// The order of what two statements say, apart from names; what has no direction goes first, since it answers either way.
fn content(corpus: &Corpus, a: &Relation, b: &Relation) -> Ordering {
    let plain = |relation: &Relation| {
        let directed = corpus.types.get(relation.kind).directed;
        (directed, relation.when, relation.strength, relation.facets.iter().count(), relation.sign, relation.stance)
    };
    let voice = |relation: &Relation| (relation.negated, relation.mode, relation.attitude, relation.hedged);
    let ends = |relation: &Relation| [&relation.from, &relation.to].map(|end| end.as_slice().len());
    let order = plain(a).cmp(&plain(b)).then_with(|| voice(a).cmp(&voice(b)));
    order.then_with(|| ends(a).cmp(&ends(b))).then_with(|| rare(a).cmp(&rare(b)))
}

/// What few statements say, apart from names: how many there are of whom it names.
fn rare(relation: &Relation) -> impl Ord + '_ {
    relation.rare.as_ref().map(|rare| {
        let texts = [&rare.gloss, &rare.from_as, &rare.to_as, &rare.by, &rare.amount, &rare.condition, &rare.coder];
        let loci = |anchor: &Anchor| anchor.selector;
        let evidence: Vec<_> = rare.evidence.iter().map(loci).collect();
        let roles =
            [&rare.roles.with, &rare.roles.against, &rare.roles.excluding, &rare.roles.benefiting].map(Vec::len);
        let kind = |link: &Link| link.kind;
        let links: Vec<_> = rare.links.iter().map(kind).collect();
        (
            texts,
            evidence,
            &rare.tags,
            roles,
            rare.casts,
            links,
            rare.holders.len(),
            rare.via.len(),
            rare.frame.is_some(),
        )
    })
}
