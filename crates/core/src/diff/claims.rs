//! Claims of two sides that answer each other, paired by sort and merge, and what differs in each pair.

use super::Pair;
use crate::model::{Corpus, Facets, PeriodId, Relation, RelationId, Standing};

/// Two claims about one dyad that answer each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimPair {
    /// The first view's.
    pub a: RelationId,
    /// The second view's.
    pub b: RelationId,
    /// In what they differ; in nothing: they agree.
    pub differing: Differing,
}

/// In what a pair of claims differs: a set, in the order of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Differing(u16);

impl Differing {
    /// Every way in which claims can differ, in the order of reports.
    pub const NAMES: [&'static str; 8] =
        ["standing", "direction", "type", "facet", "purpose", "mode", "period", "strength"];

    /// Whether the claims agree.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The names of what differs; `agrees` if nothing does.
    #[must_use]
    pub fn names(self) -> Vec<&'static str> {
        if self.is_empty() {
            return vec!["agrees"];
        }
        Self::NAMES.iter().enumerate().filter(|(bit, _)| self.0 & (1 << bit) != 0).map(|(_, name)| *name).collect()
    }
}

pub(super) struct Claims {
    pub(super) pairs: Vec<ClaimPair>,
    pub(super) more_a: Vec<RelationId>,
    pub(super) more_b: Vec<RelationId>,
}

/// What a claim is sorted by; the first parts must agree for two claims to be paired, as many as the round says.
type Key = [u64; 6];

/// How a round sorts claims, and how many parts of the key must agree in it.
type Round = (fn(&Claim) -> Key, usize);

/// Round by round less must agree. First one type in one mode, then one type, then what one holds and the other denies.
const ROUNDS: [Round; 9] = [
    (Claim::in_mode, 6),
    (Claim::in_mode, 5),
    (Claim::in_mode, 4),
    (Claim::in_mode, 3),
    (Claim::in_mode_either_way, 2),
    (Claim::of_type, 3),
    (Claim::of_type_either_way, 2),
    (Claim::of_either_standing, 3),
    (Claim::of_either_standing_either_way, 2),
];

/// What pairing looks at.
struct Claim {
    standing: u64,
    sign: u64,
    mode: u64,
    kind: u64,
    direction: u64,
    facets: u64,
    when: u64,
    strength: u64,
    /// Tells denials apart by type where types may differ.
    denied: u64,
}

impl Claim {
    fn of(corpus: &Corpus, pair: Pair, relation: &Relation) -> Self {
        let standing = relation.standing();
        let kind = u64::from(relation.kind.0) + 1;
        Self {
            standing: standing as u64,
            sign: relation.sign as u64,
            mode: relation.mode as u64,
            kind,
            direction: direction(corpus, pair, relation).map_or(2, u64::from),
            facets: relation.facets.bits(),
            when: relation.when.map_or(0, |PeriodId(id)| u64::from(id) + 1),
            strength: u64::from(relation.strength),
            denied: if standing == Standing::Denies { kind } else { 0 },
        }
    }

    fn voice(&self) -> u64 {
        (self.standing * 4 + self.sign) * 8 + self.mode
    }

    fn in_mode(&self) -> Key {
        [self.voice(), self.kind, self.direction, self.facets, self.when, self.strength]
    }

    fn in_mode_either_way(&self) -> Key {
        either_way(self.in_mode())
    }

    fn of_type(&self) -> Key {
        [self.standing * 4 + self.sign, self.kind, self.direction, self.facets, self.when, self.strength]
    }

    fn of_type_either_way(&self) -> Key {
        either_way(self.of_type())
    }

    fn of_either_standing(&self) -> Key {
        [self.sign, self.kind, self.direction, self.facets, self.when, self.strength]
    }

    fn of_either_standing_either_way(&self) -> Key {
        either_way(self.of_either_standing())
    }

    /// What is left of one sign: without a direction first, since it answers either way; what it is called decides last.
    fn in_sign(&self) -> Key {
        let directed = u64::from(self.direction < 2);
        [self.voice() << 32 | self.denied, directed, self.facets, self.when, self.strength, self.kind]
    }

    fn in_sign_one_way(&self) -> Key {
        [self.voice() << 32 | self.denied, self.direction, self.kind, self.facets, self.when, self.strength]
    }
}

/// The direction last: which way is the first depends on what the actors are called, so it decides nothing that something else does.
fn either_way([voice, kind, direction, facets, when, strength]: Key) -> Key {
    [voice, kind, facets, when, strength, direction]
}

/// Pairs what answers each other: O(n log n) a round, a fixed number of rounds.
pub(super) fn pair_up(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Claims {
    let claims = |side: &[RelationId]| -> Vec<(Claim, RelationId)> {
        side.iter().map(|id| (Claim::of(corpus, pair, corpus.relation(*id)), *id)).collect()
    };
    let (mut left_a, mut left_b) = (claims(a), claims(b));
    let mut pairs = Vec::new();
    let mut round =
        |left_a: &mut Vec<(Claim, RelationId)>, left_b: &mut Vec<(Claim, RelationId)>, (key, depth): Round| {
            for left in [&mut *left_a, &mut *left_b] {
                left.sort_unstable_by_key(|(claim, id)| (key(claim), *id));
            }
            merge(left_a, left_b, key, depth, |a, b| {
                let differing = differing(corpus, pair, corpus.relation(a), corpus.relation(b));
                pairs.push(ClaimPair { a, b, differing });
            });
        };
    for each in ROUNDS {
        round(&mut left_a, &mut left_b, each);
    }
    // Last, other types of one sign in one mode answer each other, within a facet or where neither names one.
    for respect in respects(&left_a, &left_b) {
        let [mut there_a, mut there_b] = [&mut left_a, &mut left_b].map(|left| take_if(left, respect));
        round(&mut there_a, &mut there_b, (Claim::in_sign_one_way, 2));
        round(&mut there_a, &mut there_b, (Claim::in_sign, 1));
        left_a.extend(there_a);
        left_b.extend(there_b);
    }
    // Which side a claim is on must not change the order: swapping the views swaps the sides and nothing else.
    pairs.sort_unstable_by_key(|claims| {
        (std::cmp::Reverse(claims.differing.0 & 1), claims.a.min(claims.b), claims.a.max(claims.b))
    });
    let rest = |left: Vec<(Claim, RelationId)>| {
        let mut rest: Vec<RelationId> = left.into_iter().map(|(_, id)| id).collect();
        rest.sort_unstable();
        rest
    };
    Claims { pairs, more_a: rest(left_a), more_b: rest(left_b) }
}

/// Each facet that both sides name, as a set of its own, and last the empty set: no facet.
fn respects(a: &[(Claim, RelationId)], b: &[(Claim, RelationId)]) -> Vec<u64> {
    let named = |side: &[(Claim, RelationId)]| side.iter().fold(0, |all, (claim, _)| all | claim.facets);
    let shared = named(a) & named(b);
    (0..64).map(|bit| 1 << bit).filter(|facet| shared & facet != 0).chain([0]).collect()
}

/// Takes out the claims in a respect: those that name the facet, or none if it is empty.
fn take_if(left: &mut Vec<(Claim, RelationId)>, facet: u64) -> Vec<(Claim, RelationId)> {
    let (there, rest) = std::mem::take(left)
        .into_iter()
        .partition(|(claim, _)| if facet == 0 { claim.facets == 0 } else { claim.facets & facet != 0 });
    *left = rest;
    there
}

/// Takes out of both sorted lists what agrees in the first `depth` parts of the key.
fn merge(
    a: &mut Vec<(Claim, RelationId)>,
    b: &mut Vec<(Claim, RelationId)>,
    key: impl Fn(&Claim) -> Key,
    depth: usize,
    mut found: impl FnMut(RelationId, RelationId),
) {
    let (old_a, old_b) = (std::mem::take(a), std::mem::take(b));
    let mut rest = old_b.into_iter().peekable();
    for (claim, id) in old_a {
        let wanted = key(&claim);
        while let Some(skipped) = rest.next_if(|(other, _)| key(other)[..depth] < wanted[..depth]) {
            b.push(skipped);
        }
        match rest.next_if(|(other, _)| key(other)[..depth] == wanted[..depth]) {
            Some((_, other)) => found(id, other),
            None => a.push((claim, id)),
        }
    }
    b.extend(rest);
}

/// Which way a directed claim points; `None` for a claim without direction, or with both.
fn direction(corpus: &Corpus, pair: Pair, relation: &Relation) -> Option<bool> {
    corpus.types.get(relation.kind).directed.then(|| pair.direction(corpus, relation)).flatten()
}

fn differing(corpus: &Corpus, pair: Pair, a: &Relation, b: &Relation) -> Differing {
    let (way_a, way_b) = (direction(corpus, pair, a), direction(corpus, pair, b));
    let periods = || match (corpus.when(a), corpus.when(b)) {
        (Some(a), Some(b)) => !a.overlaps(b),
        _ => false,
    };
    let apart = |a: Facets, b: Facets| !a.is_empty() && !b.is_empty() && a.shared(b).is_empty();
    let voice = |relation: &Relation| (relation.mode, relation.attitude);
    let flags = [
        a.standing() != b.standing(),
        way_a.zip(way_b).is_some_and(|(a, b)| a != b),
        a.kind != b.kind,
        apart(a.facets, b.facets),
        purposes(corpus, a) != purposes(corpus, b),
        voice(a) != voice(b),
        periods(),
        a.strength.abs_diff(b.strength) >= 2,
    ];
    Differing(flags.iter().enumerate().fold(0, |set, (bit, flag)| set | (u16::from(*flag) << bit)))
}

/// What a claim serves and whom it is for or against, in words that two authors' claims can share.
type Purpose = Vec<(u8, u32, u32, u32)>;

fn purposes(corpus: &Corpus, relation: &Relation) -> Purpose {
    let mut purposes: Purpose = Vec::new();
    for link in relation.links() {
        let aim = corpus.relation(link.to);
        let pairs = aim.pairs().map(|(from, to)| (link.kind as u8, aim.kind.0, from.0, to.0));
        purposes.extend(pairs);
    }
    if let Some(roles) = relation.roles() {
        let lists = [&roles.with, &roles.against, &roles.excluding, &roles.benefiting];
        for (role, actors) in lists.into_iter().enumerate() {
            purposes.extend(actors.iter().map(|actor| (16 + role as u8, 0, actor.0, 0)));
        }
    }
    purposes.sort_unstable();
    purposes.dedup();
    purposes
}
