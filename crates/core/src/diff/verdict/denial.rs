//! Rules over denials: one holds what the other says is not so, or will not be.

use std::collections::BTreeMap;

use super::case::{Case, Respect, Weight};
use crate::model::{Attitude, Corpus, Facets, FrameId, Mode, PeriodId, Relation, Sign, Stance, Standing, TypeId};

/// A type as it is held or denied of a pair: with its direction, if it has one, its mode, what is felt about it, and the event
/// that it is told of.
type Claim = (TypeId, Option<bool>, Mode, Option<(Attitude, bool)>, Option<FrameId>);

/// What can set two claims of one kind apart: respects, time, and what narrows them.
type Circumstances<'c> = (Facets, Option<PeriodId>, Narrowing<'c>);

/// By which means, and by what names for the two actors.
type Narrowing<'c> = [Option<&'c str>; 3];

/// Claims with their circumstances, and how much is said of each.
type Claims<'c> = BTreeMap<Claim, BTreeMap<Circumstances<'c>, Weight>>;

/// One holds a type or a sign that the other denies.
pub(super) fn denied(case: &Case<'_>) -> Option<Facets> {
    let holds = [(0, 1), (1, 0)].into_iter().any(|(holder, denier)| denies(case, holder, denier));
    holds.then(Facets::default)
}

/// Whether a side holds what the other denies and does not hold as well.
fn denies(case: &Case<'_>, holder: usize, denier: usize) -> bool {
    let of = |side: usize, standing: Standing| {
        case.sides[side].all.iter().copied().filter(move |relation| relation.standing() == standing)
    };
    if of(denier, Standing::Denies).next().is_none() {
        return false;
    }
    let [held, own] = [holder, denier].map(|side| claims(case, of(side, Standing::Holds)));
    let denials = claims(case, of(denier, Standing::Denies));
    let of_type = denials.iter().any(|(claim, made)| {
        let answers =
            |claims: &Claims<'_>, denial: &Circumstances<'_>| answering(case.corpus, claims.get(claim), denial);
        let denied = made.iter().filter(|(denial, _)| {
            answers(&held, denial).is_some_and(Weight::carries) && answers(&own, denial).is_none()
        });
        denied.map(|(_, weight)| *weight).reduce(Weight::and).is_some_and(Weight::carries)
    });
    of_type || denies_sign(case, holder, denier)
}

fn claims<'c>(case: &Case<'c>, side: impl Iterator<Item = &'c Relation>) -> Claims<'c> {
    let mut claims = Claims::new();
    for relation in side {
        let circumstances = (relation.facets, relation.when, narrowing(relation));
        let claim = claim(case, relation);
        claims.entry(claim).or_default().entry(circumstances).or_default().add(case.corpus, relation);
    }
    claims
}

fn claim(case: &Case<'_>, relation: &Relation) -> Claim {
    (relation.kind, case.direction(relation), relation.mode, relation.feeling(), event(case.corpus, relation))
}

fn event(corpus: &Corpus, relation: &Relation) -> Option<FrameId> {
    relation.frame().filter(|_| corpus.is_event(relation))
}

fn narrowing(relation: &Relation) -> Narrowing<'_> {
    let rare = relation.rare.as_deref();
    rare.map_or([None; 3], |rare| [rare.by.as_deref(), rare.from_as.as_deref(), rare.to_as.as_deref()])
}

/// What a denial speaks of among claims of its kind: those that it can be of one respect and time with, and that are narrowed
/// as it is, if it is.
fn answering(
    corpus: &Corpus,
    claims: Option<&BTreeMap<Circumstances<'_>, Weight>>,
    denial: &Circumstances<'_>,
) -> Option<Weight> {
    let answers = |made: &Circumstances<'_>| {
        denial.0.meets(made.0) && corpus.contemporary(denial.1, made.1) && is_within(denial.2, made.2)
    };
    let weights = claims?.iter().filter(|(made, _)| answers(made)).map(|(_, weight)| *weight);
    weights.reduce(Weight::and)
}

/// Whether a claim is narrowed in all that a denial is narrowed in.
fn is_within(denial: Narrowing<'_>, claim: Narrowing<'_>) -> bool {
    denial.iter().zip(&claim).all(|(denial, claim)| denial.is_none() || denial == claim)
}

/// Whether a denial speaks of what another statement holds, apart from its type: the same world, the same wish or fear, the
/// same event if either is told of one, a time and a respect that they can share, narrowed alike.
#[must_use]
pub fn speaks_of(corpus: &Corpus, denial: &Relation, held: &Relation) -> bool {
    let world = denial.mode == held.mode && denial.feeling() == held.feeling();
    let there = denial.facets.meets(held.facets) && corpus.contemporary(denial.when, held.when);
    world && event(corpus, denial) == event(corpus, held) && there && is_within(narrowing(denial), narrowing(held))
}

/// Whether a sign is denied now in a facet in which the other holds it: the denier denies a type of that sign there, and
/// holds the opposite sign there instead.
fn denies_sign(case: &Case<'_>, holder: usize, denier: usize) -> bool {
    let corpus = case.corpus;
    let plain = |relation: &&&Relation| {
        relation.standing() == Standing::Denies
            && relation.mode == Mode::Actual
            && relation.attitude.is_none()
            && relation.sign != Sign::Neutral
            && !corpus.is_event(relation)
            && narrowing(relation) == [None; 3]
    };
    case.sides[denier].all.iter().filter(plain).any(|denial| {
        let there = |side: usize, wanted: &dyn Fn(Sign) -> bool| {
            let now = case.sides[side].now.iter().copied().filter(|held| wanted(held.sign));
            let meeting = now.filter(|held| {
                !held.facets.shared(denial.facets).is_empty() && corpus.contemporary(held.when, denial.when)
            });
            Weight::of(corpus, meeting).carries()
        };
        let denied = Weight::of(corpus, std::iter::once(*denial)).carries();
        let opposite = |sign: Sign| sign != denial.sign && sign != Sign::Neutral;
        denied
            && !case.signs[denier].has(denial.sign)
            && there(holder, &|sign| sign == denial.sign)
            && there(denier, &opposite)
    })
}

/// One holds now what the other denies of what is to come or possible, or the reverse.
pub(super) fn foreseen_denied(case: &Case<'_>) -> Option<Facets> {
    let so = |holder: usize, denier: usize| {
        denies_other_time(case, holder, denier, [Mode::Actual].as_slice(), AHEAD)
            || denies_other_time(case, holder, denier, AHEAD, [Mode::Actual].as_slice())
    };
    (so(0, 1) || so(1, 0)).then(Facets::default)
}

/// What is to come, or possible.
const AHEAD: &[Mode] = &[Mode::Future, Mode::Hypothetical];

/// Whether a side holds in one of these modes what the other denies in one of those.
fn denies_other_time(case: &Case<'_>, holder: usize, denier: usize, held: &[Mode], denied: &[Mode]) -> bool {
    let plain = |relation: &&Relation| relation.attitude.is_none() && !case.corpus.is_event(relation);
    let of = |side: usize, standing: Standing, modes: &[Mode]| -> Vec<&Relation> {
        let all = case.sides[side].all.iter().copied().filter(plain);
        all.filter(|relation| relation.standing() == standing && modes.contains(&relation.mode)).collect()
    };
    let denials: Vec<&Relation> = of(denier, Standing::Denies, denied);
    let denials =
        denials.into_iter().filter(|denial| denial.stance != Stance::Rejects && narrowing(denial) == [None; 3]);
    denials.into_iter().any(|denial| {
        let same = |other: &&&Relation| {
            (other.kind, case.direction(other)) == (denial.kind, case.direction(denial))
                && Respect(denial.facets).has(other)
        };
        let own = of(denier, Standing::Holds, held);
        Weight::of(case.corpus, std::iter::once(denial)).carries()
            && !own.iter().any(|own| same(&own))
            && Weight::of(case.corpus, of(holder, Standing::Holds, held).iter().filter(same).copied()).carries()
    })
}
