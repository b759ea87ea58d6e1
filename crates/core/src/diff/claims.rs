//! Claims as they are paired, and in what two that answer each other differ.

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
    pub const NAMES: [&'static str; 10] =
        ["standing", "direction", "type", "facet", "purpose", "mode", "attitude", "stance", "period", "strength"];

    /// Whether one holds what the other leaves open or denies.
    #[must_use]
    pub fn in_standing(self) -> bool {
        self.0 & 1 != 0
    }

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

/// What two claims must agree in to be paired: the first parts, as many as the round says.
pub(super) type Key = [u64; 6];

/// A statement on a dyad, as pairing looks at it.
pub(super) struct Claim<'c> {
    pub(super) id: RelationId,
    pub(super) relation: &'c Relation,
    /// Its place among the claims of both sides, by nothing that depends on names: decides where several could answer.
    pub(super) rank: usize,
    /// Which way it points; `None` if its type has no direction, or both.
    forward: Option<bool>,
    purposes: Purposes,
    /// What keys are made of.
    pub(super) parts: Parts,
}

/// What keys are made of.
pub(super) struct Parts {
    standing: u64,
    sign: u64,
    mode: u64,
    kind: u64,
    direction: u64,
    pub(super) facets: u64,
    when: u64,
    strength: u64,
    /// The type of a denial, else 0: denials pair only within a type.
    denied: u64,
}

impl<'c> Claim<'c> {
    pub(super) fn of(corpus: &'c Corpus, pair: Pair, id: RelationId) -> Self {
        let relation = corpus.relation(id);
        let forward = direction(corpus, pair, relation);
        let purposes = purposes(corpus, relation);
        Self { id, relation, rank: 0, forward, purposes, parts: Parts::of(relation, forward) }
    }
}

impl Parts {
    fn of(relation: &Relation, forward: Option<bool>) -> Self {
        let standing = relation.standing();
        let kind = u64::from(relation.kind.0) + 1;
        Self {
            standing: standing as u64,
            sign: relation.sign as u64,
            mode: relation.mode as u64,
            kind,
            direction: forward.map_or(2, u64::from),
            facets: relation.facets.bits(),
            when: relation.when.map_or(0, |PeriodId(id)| u64::from(id) + 1),
            strength: u64::from(relation.strength),
            denied: if standing == Standing::Denies { kind } else { 0 },
        }
    }

    fn voice(&self) -> u64 {
        (self.standing * 4 + self.sign) * 8 + self.mode
    }

    pub(super) fn in_mode(&self) -> Key {
        [self.voice(), self.kind, self.direction, self.facets, self.when, self.strength]
    }

    pub(super) fn in_mode_either_way(&self) -> Key {
        either_way(self.in_mode())
    }

    pub(super) fn of_type(&self) -> Key {
        [self.standing * 4 + self.sign, self.kind, self.direction, self.facets, self.when, self.strength]
    }

    pub(super) fn of_type_either_way(&self) -> Key {
        either_way(self.of_type())
    }

    pub(super) fn of_either_standing(&self) -> Key {
        [self.sign, self.kind, self.direction, self.facets, self.when, self.strength]
    }

    pub(super) fn of_either_standing_either_way(&self) -> Key {
        either_way(self.of_either_standing())
    }

    /// What is left of one sign; without a direction it answers either way.
    pub(super) fn in_sign(&self) -> Key {
        [self.voice() << 32 | self.denied, self.direction, 0, 0, 0, 0]
    }
}

/// The direction last, since either may answer.
fn either_way([voice, kind, direction, facets, when, strength]: Key) -> Key {
    [voice, kind, facets, when, strength, direction]
}

/// Which way a directed claim points; `None` for a claim without direction, or with both.
fn direction(corpus: &Corpus, pair: Pair, relation: &Relation) -> Option<bool> {
    corpus.types.get(relation.kind).directed.then(|| pair.direction(corpus, relation)).flatten()
}

/// In what two claims about a dyad differ. Who leaves something open may report it or doubt it.
pub(super) fn differing(corpus: &Corpus, one: &Claim<'_>, other: &Claim<'_>) -> Differing {
    let (a, b) = (one.relation, other.relation);
    let disjoint = |a: Facets, b: Facets| !a.is_empty() && !b.is_empty() && a.shared(b).is_empty();
    let open = |relation: &Relation| (relation.standing() == Standing::Open).then_some(relation.stance);
    let flags = [
        a.standing() != b.standing(),
        one.forward.zip(other.forward).is_some_and(|(a, b)| a != b),
        a.kind != b.kind,
        disjoint(a.facets, b.facets),
        one.purposes != other.purposes,
        a.mode != b.mode,
        a.feeling() != b.feeling(),
        open(a).zip(open(b)).is_some_and(|(a, b)| a != b),
        !corpus.contemporary(a.when, b.when),
        a.strength.abs_diff(b.strength) >= 2,
    ];
    Differing(flags.iter().enumerate().fold(0, |set, (bit, flag)| set | (u16::from(*flag) << bit)))
}

/// What a claim serves and whom it is for or against, in words that two authors' claims can share.
type Purposes = Vec<(u8, u32, u32, u32)>;

fn purposes(corpus: &Corpus, relation: &Relation) -> Purposes {
    let mut purposes: Purposes = Vec::new();
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
