//! An order of the claims on a dyad that no name has a part in: which of several answers another may not depend on ids.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::claims::{Claim, Differing, differing};
use crate::model::{Anchor, Attitude, Corpus, Link, Mode, PeriodId, Relation, Sign, Stance};

/// Claims that say the same are told apart by what answers them, unless that takes more comparisons than this.
const MOST: usize = 1 << 18;

/// Ranks the claims of both sides: by what they say, then by how they stand to those of the other side that can be of their time.
pub(super) fn rank_claims(corpus: &Corpus, sides: &mut [Vec<Claim<'_>>; 2]) {
    rank(sides, |_, claim| Content::of(corpus, claim.relation));
    let of_times = sides.each_ref().map(|side| OfTimes::new(side));
    let tied = sides.each_ref().map(|side| tied(side));
    let comparisons = |side: usize| -> usize {
        let all = sides[side].iter().zip(&tied[side]).filter(|(_, tied)| **tied);
        all.map(|(claim, _)| of_times[1 - side].of(claim).count()).sum()
    };
    let needed = comparisons(0).saturating_add(comparisons(1));
    if needed == 0 || needed > MOST {
        return;
    }
    let answers = [0, 1].map(|side| {
        let all = sides[side].iter().zip(&tied[side]);
        let of = |(claim, tied): (&Claim<'_>, &bool)| {
            if *tied { answers(corpus, claim, &of_times[1 - side]) } else { Vec::new() }
        };
        all.map(of).collect::<Vec<_>>()
    });
    drop(of_times);
    let ranks = sides.each_ref().map(|side| side.iter().map(|claim| claim.rank).collect::<Vec<_>>());
    rank(sides, |(side, index), _| (ranks[side][index], &answers[side][index]));
}

/// The claims of a side by the times that they name.
struct OfTimes<'s> {
    undated: Vec<&'s Claim<'s>>,
    dated: BTreeMap<PeriodId, Vec<&'s Claim<'s>>>,
}

impl<'s> OfTimes<'s> {
    fn new(side: &'s [Claim<'s>]) -> Self {
        let mut of_times = Self { undated: Vec::new(), dated: BTreeMap::new() };
        for claim in side {
            match claim.relation.when {
                Some(when) => of_times.dated.entry(when).or_default().push(claim),
                None => of_times.undated.push(claim),
            }
        }
        of_times
    }

    /// Those of the time of a claim, and those that name none; all if it names none itself.
    fn of(&self, claim: &Claim<'_>) -> impl Iterator<Item = &'s Claim<'s>> + '_ {
        let when = claim.relation.when;
        let own = when.and_then(|when| self.dated.get(&when));
        let all = when.is_none().then(|| self.dated.values().flatten());
        self.undated.iter().chain(own.into_iter().flatten()).chain(all.into_iter().flatten()).copied()
    }
}

/// Which claims of a side share their rank with another.
fn tied(side: &[Claim<'_>]) -> Vec<bool> {
    let mut counts = vec![0_usize; side.iter().map(|claim| claim.rank + 1).max().unwrap_or(0)];
    for claim in side {
        counts[claim.rank] += 1;
    }
    side.iter().map(|claim| counts[claim.rank] > 1).collect()
}

/// Gives each claim its rank in an order, both sides together; equals share one.
fn rank<'c, K: Ord>(sides: &mut [Vec<Claim<'c>>; 2], key: impl Fn((usize, usize), &Claim<'c>) -> K) {
    let mut all: Vec<(K, (usize, usize))> = Vec::new();
    for (side, claims) in sides.iter().enumerate() {
        all.extend(claims.iter().enumerate().map(|(index, claim)| (key((side, index), claim), (side, index))));
    }
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    let rises = all.windows(2).map(|two| usize::from(two[0].0 != two[1].0));
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
fn answers(corpus: &Corpus, claim: &Claim<'_>, others: &OfTimes<'_>) -> Vec<(usize, Differing, bool, usize)> {
    let stands = |other: &Claim<'_>| {
        let [own, theirs] = [claim, other].map(|claim| claim.parts.facets);
        let shared = (own & theirs).count_ones() as usize;
        (other.rank, differing(corpus, claim, other), own == theirs, shared)
    };
    let mut answers: Vec<_> = others.of(claim).map(stands).collect();
    answers.sort_unstable();
    answers
}

/// What a statement says, apart from names, in an order: what has no direction goes first, since it answers either way.
struct Content<'c> {
    directed: bool,
    plain: (Option<PeriodId>, u8, u32, Sign, Stance),
    voice: (bool, Mode, Option<Attitude>, bool),
    ends: [usize; 2],
    relation: &'c Relation,
}

impl<'c> Content<'c> {
    fn of(corpus: &Corpus, relation: &'c Relation) -> Self {
        let facets = relation.facets.bits().count_ones();
        Self {
            directed: corpus.types.get(relation.kind).directed,
            plain: (relation.when, relation.strength, facets, relation.sign, relation.stance),
            voice: (relation.negated, relation.mode, relation.attitude, relation.hedged),
            ends: [&relation.from, &relation.to].map(|end| end.as_slice().len()),
            relation,
        }
    }
}

impl Ord for Content<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |one: &Self| (one.directed, one.plain, one.voice, one.ends);
        key(self).cmp(&key(other)).then_with(|| rare(self.relation).cmp(&rare(other.relation)))
    }
}

impl PartialOrd for Content<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Content<'_> {}

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
