//! Rules over denials: one holds what the other says is not so, or will not be.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::case::{Case, Respect, Statement, Weight, best};
use crate::model::{
    Attitude, Corpus, Facets, FrameId, Mode, PeriodId, Relation, RelationId, Sign, Stance, Standing, TypeId,
};

/// A type as it is held or denied of a pair: with its direction, if it has one, its mode, what is felt about it, and the event
/// that it is told of.
type Claim = (TypeId, Option<bool>, Mode, Option<(Attitude, bool)>, Option<FrameId>);

/// What can set two claims of one kind apart: respects, time, and what narrows them.
type Circumstances<'c> = (Facets, Option<PeriodId>, Narrowing<'c>);

/// By which means, by what names for the two actors, and on what condition.
type Narrowing<'c> = [Option<&'c str>; 4];

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
        case.sides[side].all.iter().copied().filter(move |said| said.standing() == standing)
    };
    if of(denier, Standing::Denies).next().is_none() {
        return false;
    }
    let [held, own] = [holder, denier].map(|side| claims(case, of(side, Standing::Holds)));
    let denials = claims(case, of(denier, Standing::Denies));
    is_answered(case.corpus, &denials, &held, &own) || denies_sign(case, holder, denier)
}

/// Whether denials that carry speak of what one side holds and carries, and the denier does not hold as well.
fn is_answered(corpus: &Corpus, denials: &Claims<'_>, held: &Claims<'_>, own: &Claims<'_>) -> bool {
    denials.iter().any(|(claim, made)| {
        let answers = |claims: &Claims<'_>, denial: &Circumstances<'_>| answering(corpus, claims.get(claim), denial);
        let denied = made
            .iter()
            .filter(|(denial, _)| answers(held, denial).is_some_and(Weight::carries) && answers(own, denial).is_none());
        denied.map(|(_, weight)| *weight).reduce(Weight::and).is_some_and(Weight::carries)
    })
}

fn claims<'c>(case: &Case<'c>, side: impl Iterator<Item = Statement<'c>>) -> Claims<'c> {
    let mut claims = Claims::new();
    for relation in side.map(|said| said.relation) {
        let of_claim = claims.entry(claim(case, relation)).or_default();
        of_claim.entry(circumstances(relation)).or_default().add(case.corpus, relation);
    }
    claims
}

fn claim(case: &Case<'_>, relation: &Relation) -> Claim {
    (relation.kind, case.direction(relation), relation.mode, relation.feeling(), event(case.corpus, relation))
}

fn event(corpus: &Corpus, relation: &Relation) -> Option<FrameId> {
    relation.frame().filter(|_| corpus.is_event(relation))
}

fn circumstances(relation: &Relation) -> Circumstances<'_> {
    (relation.facets, relation.when, narrowing(relation))
}

fn narrowing(relation: &Relation) -> Narrowing<'_> {
    let rare = relation.rare.as_deref();
    rare.map_or([None; 4], |rare| {
        [&rare.by, &rare.from_as, &rare.to_as, &rare.condition].map(|narrower| narrower.as_deref())
    })
}

/// What a denial speaks of among claims of its kind: those that it can be of one respect and time with, and that are narrowed
/// as it is, if it is.
fn answering(
    corpus: &Corpus,
    claims: Option<&BTreeMap<Circumstances<'_>, Weight>>,
    denial: &Circumstances<'_>,
) -> Option<Weight> {
    let weights = claims?.iter().filter(|(made, _)| can_answer(corpus, denial, made)).map(|(_, weight)| *weight);
    weights.reduce(Weight::and)
}

/// Whether a denial and a claim can be of one respect and one time, and the claim is narrowed as the denial is.
fn can_answer(corpus: &Corpus, denial: &Circumstances<'_>, claim: &Circumstances<'_>) -> bool {
    denial.0.meets(claim.0) && corpus.contemporary(denial.1, claim.1) && is_within(denial.2, claim.2)
}

/// Whether a claim is narrowed in all that a denial is narrowed in.
fn is_within(denial: Narrowing<'_>, claim: Narrowing<'_>) -> bool {
    denial.iter().zip(&claim).all(|(denial, claim)| denial.is_none() || denial == claim)
}

/// Whether a statement holds just what a denial speaks of.
fn is_of_type(case: &Case<'_>, denial: &Relation, held: &Relation) -> bool {
    claim(case, denial) == claim(case, held) && can_answer(case.corpus, &circumstances(denial), &circumstances(held))
}

/// Whether a denial of a sign and a statement can be of one respect, which both name, and of one time.
fn is_there(corpus: &Corpus, denial: &Relation, held: &Relation) -> bool {
    !held.facets.shared(denial.facets).is_empty() && corpus.contemporary(held.when, denial.when)
}

/// Whether a denial is of a sign now: of a type that takes a side, in fact, on no occasion, and not narrowed.
fn is_of_sign(corpus: &Corpus, denial: &Relation) -> bool {
    denial.standing() == Standing::Denies
        && denial.mode == Mode::Actual
        && denial.attitude.is_none()
        && denial.sign != Sign::Neutral
        && !corpus.is_event(denial)
        && narrowing(denial) == [None; 4]
}

/// Whether a sign is denied now in a facet in which the other holds it: the denier denies a type of that sign there, and
/// holds the opposite sign there instead.
fn denies_sign(case: &Case<'_>, holder: usize, denier: usize) -> bool {
    let corpus = case.corpus;
    let all = case.sides[denier].all.iter().map(|said| said.relation);
    let denials: Vec<&Relation> = all.filter(|said| is_of_sign(corpus, said)).collect();
    denials.iter().any(|denial| {
        let there = |held: &&Relation| is_there(corpus, denial, held);
        let carried = |side: usize, wanted: &dyn Fn(Sign) -> bool| {
            let now = case.sides[side].now.iter().map(|held| held.relation).filter(|held| wanted(held.sign));
            Weight::of(corpus, now.filter(there)).carries()
        };
        let alike = denials.iter().copied().filter(|other| other.sign == denial.sign);
        let opposite = |sign: Sign| sign != denial.sign && sign != Sign::Neutral;
        Weight::of(corpus, alike.filter(there)).carries()
            && !case.signs[denier].has(denial.sign)
            && carried(holder, &|sign| sign == denial.sign)
            && carried(denier, &opposite)
    })
}

/// What one side denies, and what of it the other holds: the same type if it has it, else the same sign; the strongest such denial of
/// either side.
pub(super) fn denial(case: &Case<'_>, facets: Facets) -> [Vec<RelationId>; 2] {
    let respect = Respect::one_of(facets);
    answered(case, |denial, held| {
        let there = respect.has(denial) && respect.has(held);
        let holds_sign = held.sign == denial.sign && held.held_now() && is_there(case.corpus, denial, held);
        match () {
            () if !there => Answer::None,
            () if is_of_type(case, denial, held) => Answer::OfType,
            () if holds_sign && is_of_sign(case.corpus, denial) => Answer::OfSign,
            () => Answer::None,
        }
    })
}

/// What one side holds, and the other denies of another time: the strongest denial of either side that is answered so.
pub(super) fn foreseen(case: &Case<'_>, _: Facets) -> [Vec<RelationId>; 2] {
    answered(case, |denial, held| {
        let is_answer =
            speaks_of_other_time(case.corpus, denial, held) && case.direction(held) == case.direction(denial);
        if is_answer { Answer::OfType } else { Answer::None }
    })
}

/// A denial of the first side, and what the same side holds against it: one type, both carried. None if nothing is.
pub(super) fn own_denial(case: &Case<'_>) -> Option<[RelationId; 2]> {
    let said = &case.sides[0].all;
    let of = |standing| said.iter().copied().filter(move |said| said.standing() == standing);
    let [held, denials] = [Standing::Holds, Standing::Denies].map(|standing| claims(case, of(standing)));
    if !is_answered(case.corpus, &denials, &held, &Claims::new()) {
        return None;
    }
    let answer = |denial: Statement<'_>| {
        let held = best(of(Standing::Holds).filter(|held| is_of_type(case, &denial, held)))?;
        Some(((denial.strength, Reverse(denial.id)), [denial.id, held]))
    };
    of(Standing::Denies).filter_map(answer).max().map(|(_, two)| two)
}

/// How a denial is answered by what the other side holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    None,
    OfSign,
    OfType,
}

/// The denial that is answered best, with its strongest answer: by type before by sign, then the strongest denial.
fn answered(case: &Case<'_>, answer: impl Fn(&Statement<'_>, &Statement<'_>) -> Answer) -> [Vec<RelationId>; 2] {
    let found = [0, 1].into_iter().flat_map(|denier| {
        let denials = case.sides[denier].all.iter().filter(|said| said.standing() == Standing::Denies);
        let answer = &answer;
        // Who holds it as well does not deny it.
        let is_own = move |denial: &Statement<'_>| {
            let mut own = case.sides[denier].all.iter().filter(|said| said.standing() == Standing::Holds);
            own.any(|own| answer(denial, own) == Answer::OfType)
        };
        denials.filter(move |denial| !is_own(denial)).filter_map(move |denial| {
            let of = |wanted: Answer| {
                let held = case.sides[1 - denier].all.iter().copied();
                best(held.filter(|held| held.standing() == Standing::Holds && answer(denial, held) == wanted))
            };
            let (how, held) = [Answer::OfType, Answer::OfSign].into_iter().find_map(|how| Some((how, of(how)?)))?;
            let mut two = [vec![denial.id], vec![held]];
            if denier == 1 {
                two.swap(0, 1);
            }
            Some(((how, denial.strength, Reverse(denial.id)), two))
        })
    });
    found.max_by_key(|(rank, _)| *rank).map(|(_, two)| two).unwrap_or_default()
}

/// One holds now what the other denies of what is to come or possible, or the reverse.
pub(super) fn foreseen_denied(case: &Case<'_>) -> Option<Facets> {
    const NOW: &[Mode] = &[Mode::Actual];
    const AHEAD: &[Mode] = &[Mode::Future, Mode::Hypothetical];
    let so = |holder: usize, denier: usize| {
        [(NOW, AHEAD), (AHEAD, NOW)].iter().any(|(held, denied)| denies_other_time(case, holder, denier, held, denied))
    };
    (so(0, 1) || so(1, 0)).then(Facets::default)
}

/// Whether a side holds in one of these modes what the other denies in one of those: the same claims, whatever their mode and time.
fn denies_other_time(case: &Case<'_>, holder: usize, denier: usize, held: &[Mode], denied: &[Mode]) -> bool {
    let of = |side: usize, standing: Standing, modes: &[Mode]| {
        let wanted = |relation: &Statement<'_>| {
            relation.standing() == standing
                && modes.contains(&relation.mode)
                && is_of_a_time(case.corpus, relation)
                && (standing == Standing::Holds || is_forecast(relation))
        };
        timeless(claims(case, case.sides[side].all.iter().copied().filter(wanted)))
    };
    let denials = of(denier, Standing::Denies, denied);
    !denials.is_empty()
        && is_answered(case.corpus, &denials, &of(holder, Standing::Holds, held), &of(denier, Standing::Holds, held))
}

/// The same claims without their modes and times.
fn timeless(claims: Claims<'_>) -> Claims<'_> {
    let mut timeless = Claims::new();
    for ((kind, way, _, feeling, event), made) in claims {
        let known = timeless.entry((kind, way, Mode::Actual, feeling, event)).or_default();
        for ((facets, _, narrowing), weight) in made {
            let known = known.entry((facets, None, narrowing)).or_default();
            *known = known.and(weight);
        }
    }
    timeless
}

/// Whether a statement says of a time that something is so: no attitude, and no occasion.
fn is_of_a_time(corpus: &Corpus, relation: &Relation) -> bool {
    relation.attitude.is_none() && !corpus.is_event(relation)
}

/// Whether a denial is the author's own, and of the whole: no claim of others that is called false, and not narrowed.
fn is_forecast(denial: &Relation) -> bool {
    denial.stance != Stance::Rejects && narrowing(denial) == [None; 4]
}

/// Whether a denial speaks of what another statement of its type holds of another time: one is of now, the other of what is to come
/// or possible, in a respect that they can share.
fn speaks_of_other_time(corpus: &Corpus, denial: &Relation, held: &Relation) -> bool {
    let is_now = |relation: &Relation| relation.mode == Mode::Actual;
    let is_past = |relation: &Relation| relation.mode == Mode::Historical;
    let of_other_times = is_now(denial) != is_now(held) && !is_past(denial) && !is_past(held);
    [denial, held].iter().all(|relation| is_of_a_time(corpus, relation))
        && of_other_times
        && is_forecast(denial)
        && denial.kind == held.kind
        && denial.facets.meets(held.facets)
}
