//! Claims of two sides that answer each other, paired by sort and merge, and what differs in each pair.

use super::Pair;
use crate::model::{Corpus, Facets, Mode, PeriodId, Relation, RelationId, Sign, Standing, TypeId};

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

/// What a claim is sorted by; the first `depth` parts must agree for two claims to be paired.
type Key = [u64; 8];

/// How many parts of the key must agree, round by round: all, then fewer, down to standing and sign alone.
const ROUNDS: [usize; 8] = [8, 7, 6, 5, 4, 3, 2, 1];

/// Pairs what answers each other: O(n log n) a round, a fixed number of rounds.
pub(super) fn pair_up(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Claims {
    let keyed = |side: &[RelationId]| {
        let mut keyed: Vec<(Key, RelationId)> =
            side.iter().map(|id| (key(corpus, pair, corpus.relation(*id)), *id)).collect();
        keyed.sort_unstable();
        keyed
    };
    let (mut left_a, mut left_b) = (keyed(a), keyed(b));
    let mut pairs = Vec::new();
    for depth in ROUNDS {
        merge(&mut left_a, &mut left_b, depth, |a, b| {
            let differing = differing(corpus, pair, corpus.relation(a), corpus.relation(b));
            pairs.push(ClaimPair { a, b, differing });
        });
    }
    pair_contradictions(corpus, pair, &mut left_a, &mut left_b, &mut pairs);
    // Which side a claim is on must not change the order: swapping the views swaps the sides and nothing else.
    pairs.sort_unstable_by_key(|claims| {
        (std::cmp::Reverse(claims.differing.0 & 1), claims.a.min(claims.b), claims.a.max(claims.b))
    });
    let rest = |left: Vec<(Key, RelationId)>| left.into_iter().map(|(_, id)| id).collect();
    Claims { pairs, more_a: rest(left_a), more_b: rest(left_b) }
}

/// Takes out of both sorted lists what agrees in the first `depth` parts of the key.
fn merge(
    a: &mut Vec<(Key, RelationId)>,
    b: &mut Vec<(Key, RelationId)>,
    depth: usize,
    mut found: impl FnMut(RelationId, RelationId),
) {
    let (old_a, old_b) = (std::mem::take(a), std::mem::take(b));
    let mut rest = old_b.into_iter().peekable();
    for (key, id) in old_a {
        while let Some(skipped) = rest.next_if(|(other, _)| other[..depth] < key[..depth]) {
            b.push(skipped);
        }
        match rest.next_if(|(other, _)| other[..depth] == key[..depth]) {
            Some((_, other)) => found(id, other),
            None => a.push((key, id)),
        }
    }
    b.extend(rest);
}

/// Last, what one side holds and the other denies: same sign and type, opposite standing.
fn pair_contradictions(
    corpus: &Corpus,
    pair: Pair,
    a: &mut Vec<(Key, RelationId)>,
    b: &mut Vec<(Key, RelationId)>,
    pairs: &mut Vec<ClaimPair>,
) {
    let by_type = |list: &mut Vec<(Key, RelationId)>| {
        for (key, _) in list.iter_mut() {
            key.copy_within(1..3, 0);
        }
        list.sort_unstable();
    };
    by_type(a);
    by_type(b);
    merge(a, b, 2, |a, b| {
        let differing = differing(corpus, pair, corpus.relation(a), corpus.relation(b));
        pairs.push(ClaimPair { a, b, differing });
    });
}

fn key(corpus: &Corpus, pair: Pair, relation: &Relation) -> Key {
    let standing_and_sign = relation.standing() as u64 * 4 + relation.sign as u64;
    let facets = relation.facets.bits();
    let when = relation.when.map_or(0, |PeriodId(id)| u64::from(id) + 1);
    let TypeId(kind) = relation.kind;
    let direction = direction(corpus, pair, relation).map_or(2, u64::from);
    [
        standing_and_sign,
        u64::from(kind),
        relation.sign as u64,
        direction,
        facets,
        relation.mode as u64,
        when,
        u64::from(relation.strength),
    ]
}

/// Which way a directed claim points; `None` for a claim without direction.
fn direction(corpus: &Corpus, pair: Pair, relation: &Relation) -> Option<bool> {
    corpus.types.get(relation.kind).directed.then(|| pair.is_from_first(corpus, relation))
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
        let pairs = aim.pairs().map(|(from, to)| (link.kind as u8, u32::from(aim.kind.0), from.0, to.0));
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

const _: () = assert!(Mode::WORDS.len() < 8 && Standing::WORDS.len() < 8 && Sign::ALL.len() < 4);
