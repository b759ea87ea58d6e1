//! The verdict of a dyad: exactly one, the first rule that holds.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Pair, Silence};
use crate::model::{
    Attitude, Corpus, Facets, FrameId, Mode, PeriodId, Relation, RelationId, Sign, Signs, Standing, TypeId,
};

/// What two views' statements about a pair of actors come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// One holds a type, or a sign, that the other denies.
    Denied,
    /// Held now, of a time that both can mean: all positive for one, all negative for the other.
    SignConflict,
    /// One holds both signs now, in the same facet; the other only one.
    Ambivalent,
    /// Neutral for one, signed for the other.
    Valued,
    /// Held now by one; of its sign, the same way round, the other has only what is said, doubted, possible, to come, wished for, feared or past.
    Possible,
    /// None of the others: no conflict.
    SameSign,
    /// Only the first view relates them.
    OnlyA(Silence),
    /// Only the second view relates them.
    OnlyB(Silence),
}

impl Verdict {
    /// Every verdict, without the grades of silence, in the order of reports.
    pub const NAMES: [&'static str; 8] =
        ["denied", "sign-conflict", "ambivalent", "valued", "possible", "same-sign", "only-a", "only-b"];

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self.rank().0 as usize]
    }

    /// The order of reports: contradictions first, telling silences before the others.
    #[must_use]
    pub fn rank(self) -> (u8, u8) {
        match self {
            Self::Denied => (0, 0),
            Self::SignConflict => (1, 0),
            Self::Ambivalent => (2, 0),
            Self::Valued => (3, 0),
            Self::Possible => (4, 0),
            Self::SameSign => (5, 0),
            Self::OnlyA(silence) => (6, silence as u8),
            Self::OnlyB(silence) => (7, silence as u8),
        }
    }

    /// Whether the two say what cannot both be so.
    #[must_use]
    pub fn contradicts(self) -> bool {
        matches!(self, Self::Denied | Self::SignConflict)
    }
}

/// A verdict, the facets that it holds in, and the signs that the two hold now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The verdict.
    pub verdict: Verdict,
    /// In which facets; none if on the whole.
    pub facets: Facets,
    /// What each side holds now.
    pub signs: [Signs; 2],
}

/// Judges a dyad that both speak of.
///
/// Signs are judged facet by facet where both hold something now in a facet that they share, and what names none of these by
/// itself; all else on the whole. O(n · f) for n statements and f shared facets, O(n log n) for denials, and O(t²) for t times.
pub(super) fn judge(corpus: &Corpus, pair: Pair, a: &[RelationId], b: &[RelationId]) -> Found {
    let signs = [held_signs(corpus, a), held_signs(corpus, b)];
    let on_the_whole = |verdict: Verdict| Found { verdict, facets: Facets::default(), signs };
    if denies(corpus, pair, a, b) || denies(corpus, pair, b, a) {
        return on_the_whole(Verdict::Denied);
    }
    let units = units(corpus, &without_events(corpus, a), &without_events(corpus, b));
    for (verdict, holds) in [(Verdict::SignConflict, opposed as Rule), (Verdict::Ambivalent, torn_against_one as Rule)]
    {
        let found: Vec<Facets> = units.iter().filter(|unit| holds(corpus, unit)).map(|unit| unit.facet).collect();
        if !found.is_empty() {
            return Found { verdict, facets: found.into_iter().fold(Facets::default(), Facets::joined), signs };
        }
    }
    on_the_whole(match signs {
        [a_now, _] if a_now.is_empty() && weighs(corpus, pair, b, a) => Verdict::Possible,
        [_, b_now] if b_now.is_empty() && weighs(corpus, pair, a, b) => Verdict::Possible,
        [a_now, b_now] if !a_now.is_empty() && !b_now.is_empty() && a_now.signed() != b_now.signed() => Verdict::Valued,
        _ => Verdict::SameSign,
    })
}

/// What the two say in one respect.
struct Unit {
    facet: Facets,
    /// Everything that is said, for want of a respect that both name.
    whole: bool,
    sides: [Vec<RelationId>; 2],
}

/// A rule about signs in one respect.
type Rule = fn(&Corpus, &Unit) -> bool;

fn units(corpus: &Corpus, a: &[RelationId], b: &[RelationId]) -> Vec<Unit> {
    let facets = |id: &RelationId| corpus.relation(*id).facets;
    let named =
        |side: &[RelationId]| held_now(corpus, side).map(|held| held.facets).fold(Facets::default(), Facets::joined);
    let shared = named(a).shared(named(b));
    if shared.is_empty() {
        return vec![Unit { facet: shared, whole: true, sides: [a.to_vec(), b.to_vec()] }];
    }
    let unit = |facet: Facets, wanted: &dyn Fn(Facets) -> bool| {
        let sides = [a, b].map(|side| side.iter().copied().filter(|id| wanted(facets(id))).collect());
        Unit { facet, whole: false, sides }
    };
    let mut units: Vec<Unit> =
        shared.iter().map(|facet| unit(Facets::from(facet), &|facets| facets.has(facet))).collect();
    units.push(unit(Facets::default(), &|facets| facets.shared(shared).is_empty()));
    units
}

/// All positive for one, all negative for the other, at a time that both can mean.
fn opposed(corpus: &Corpus, unit: &Unit) -> bool {
    let [a, b] = unit.sides.each_ref().map(|side| held_signs(corpus, side).only());
    a.zip(b).is_some_and(|(a, b)| a != b) && meet_in_time(corpus, unit)
}

/// Whether something signed that the one holds now and something that the other does can be of one time.
fn meet_in_time(corpus: &Corpus, unit: &Unit) -> bool {
    let [a, b] = unit.sides.each_ref().map(|side| -> BTreeSet<Option<PeriodId>> {
        held_now(corpus, side).filter(|held| held.sign != Sign::Neutral).map(|held| held.when).collect()
    });
    a.iter().any(|one| b.iter().any(|other| corpus.contemporary(*one, *other)))
}

/// Both signs for one, a single one for the other.
fn torn_against_one(corpus: &Corpus, unit: &Unit) -> bool {
    let [a, b] = unit.sides.each_ref().map(|side| held_signs(corpus, side));
    let torn = |side: usize, signs: Signs| signs.both() && (unit.whole || torn(corpus, &unit.sides[side]));
    (torn(0, a) && b.only().is_some()) || (torn(1, b) && a.only().is_some())
}

/// Whether one side weighs what the other holds now: the same sign, the same way round.
fn weighs(corpus: &Corpus, pair: Pair, holder: &[RelationId], weigher: &[RelationId]) -> bool {
    let way = |relation: &Relation| {
        let directed = corpus.types.get(relation.kind).directed;
        (relation.sign, directed.then(|| pair.direction(corpus, relation)).flatten())
    };
    let held: BTreeSet<(Sign, Option<bool>)> = held_now(corpus, &without_events(corpus, holder)).map(way).collect();
    let weighed = weigher.iter().map(|id| corpus.relation(*id)).filter(|relation| is_weighed(relation));
    weighed.map(way).any(|(sign, way)| {
        held.iter().any(|(other, back)| sign == *other && way.zip(*back).is_none_or(|(way, back)| way == back))
    })
}

/// Whether something is said as reported, doubted, expected, past, possible, wished for or feared: short of held now, and not denied.
#[must_use]
pub fn is_weighed(relation: &Relation) -> bool {
    !relation.held_now() && !relation.factuality().is_negative()
}

/// The signs held now; events count only where nothing else is held.
pub(super) fn held_signs(corpus: &Corpus, side: &[RelationId]) -> Signs {
    held_now(corpus, &without_events(corpus, side)).map(|relation| relation.sign).collect()
}

fn held_now<'c>(corpus: &'c Corpus, side: &[RelationId]) -> impl Iterator<Item = &'c Relation> {
    side.iter().map(|id| corpus.relation(*id)).filter(|relation| relation.held_now())
}

/// What a side says of a dyad, without the events if anything else is held now: an event does not set the sign.
fn without_events<'s>(corpus: &Corpus, side: &'s [RelationId]) -> Cow<'s, [RelationId]> {
    let is_event = |id: &RelationId| corpus.is_event(corpus.relation(*id));
    if !held_now(corpus, side).any(|relation| !corpus.is_event(relation)) || !side.iter().any(is_event) {
        return Cow::Borrowed(side);
    }
    Cow::Owned(side.iter().copied().filter(|id| !is_event(id)).collect())
}

/// Whether both signs are held in one facet; a statement without facets speaks of all.
fn torn(corpus: &Corpus, side: &[RelationId]) -> bool {
    if !held_signs(corpus, side).both() {
        return false;
    }
    let facets = |sign: Sign| {
        let with = held_now(corpus, side).filter(|relation| relation.sign == sign);
        with.fold(Facets::default(), |all, relation| all.joined(relation.facets.or_all()))
    };
    !facets(Sign::Positive).shared(facets(Sign::Negative)).is_empty()
}

/// A type as it is held or denied of a pair: with its direction, if it has one, its mode, what is felt about it, and the event
/// that it is told of.
type Claim = (TypeId, Option<bool>, Mode, Option<(Attitude, bool)>, Option<FrameId>);

/// Claims, each with the facets and times of which it is made.
type Claims = BTreeMap<Claim, BTreeSet<(Facets, Option<PeriodId>)>>;

fn claims<'c>(corpus: &Corpus, pair: Pair, side: impl Iterator<Item = &'c Relation>) -> Claims {
    let mut claims = Claims::new();
    for relation in side {
        claims.entry(claim(corpus, pair, relation)).or_default().insert((relation.facets, relation.when));
    }
    claims
}

fn claim(corpus: &Corpus, pair: Pair, relation: &Relation) -> Claim {
    let directed = corpus.types.get(relation.kind).directed;
    let direction = directed.then(|| pair.direction(corpus, relation)).flatten();
    (relation.kind, direction, relation.mode, relation.feeling(), event(corpus, relation))
}

fn event(corpus: &Corpus, relation: &Relation) -> Option<FrameId> {
    relation.frame().filter(|_| corpus.is_event(relation))
}

/// Whether a denial speaks of what another statement holds, apart from its type: the same world, the same wish or fear, the
/// same event if either is told of one, a time and a respect that they can share.
#[must_use]
pub fn speaks_of(corpus: &Corpus, denial: &Relation, held: &Relation) -> bool {
    let world = denial.mode == held.mode && denial.feeling() == held.feeling();
    world && event(corpus, denial) == event(corpus, held) && meets(corpus, denial, (held.facets, held.when))
}

/// Whether a statement can be of a respect and a time.
fn meets(corpus: &Corpus, relation: &Relation, (facets, when): (Facets, Option<PeriodId>)) -> bool {
    relation.facets.meets(facets) && corpus.contemporary(relation.when, when)
}

/// Whether `holder` holds what `denier` denies and does not hold as well.
fn denies(corpus: &Corpus, pair: Pair, holder: &[RelationId], denier: &[RelationId]) -> bool {
    let of = |side: &[RelationId], standing: Standing| -> Vec<&Relation> {
        side.iter().map(|id| corpus.relation(*id)).filter(|relation| relation.standing() == standing).collect()
    };
    let denied = of(denier, Standing::Denies);
    if denied.is_empty() {
        return false;
    }
    let [held, own] = [holder, denier].map(|side| claims(corpus, pair, of(side, Standing::Holds).into_iter()));
    let of_type = denied.iter().any(|denied| {
        let claim = claim(corpus, pair, denied);
        let in_it = |claims: &Claims| {
            claims.get(&claim).is_some_and(|made| made.iter().any(|made| meets(corpus, denied, *made)))
        };
        in_it(&held) && !in_it(&own)
    });
    of_type || denies_sign(corpus, holder, denier, &denied)
}

/// Whether a sign is denied now in a facet in which the other holds it: the denier denies a type of that sign there, and
/// holds the opposite sign there instead.
fn denies_sign(corpus: &Corpus, holder: &[RelationId], denier: &[RelationId], denied: &[&Relation]) -> bool {
    let (holder, denier) = (without_events(corpus, holder), without_events(corpus, denier));
    let own = held_signs(corpus, &denier);
    let standing = |relation: &&&Relation| {
        let plain = relation.mode == Mode::Actual && relation.attitude.is_none();
        plain && relation.sign != Sign::Neutral && !corpus.is_event(relation)
    };
    denied.iter().filter(standing).any(|denied| {
        let there = |relation: &Relation| {
            !relation.facets.shared(denied.facets).is_empty() && corpus.contemporary(relation.when, denied.when)
        };
        let held = held_now(corpus, &holder).any(|relation| relation.sign == denied.sign && there(relation));
        let opposite = held_now(corpus, &denier)
            .any(|relation| relation.sign != denied.sign && relation.sign != Sign::Neutral && there(relation));
        held && opposite && !own.has(denied.sign)
    })
}
