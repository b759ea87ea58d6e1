//! Rules over the signs that two sides hold now, respect by respect.

use std::collections::BTreeSet;

use super::case::{Case, Respect, Said, Statement, Weight, best};
use crate::model::{Facets, PeriodId, RelationId, Sign, Signs};

/// Only positive for one, only negative for the other, at a time that both can mean. Who says in passing, or of an occasion, that it is
/// otherwise as well does not hold one sign only.
pub(super) fn sign_conflict(case: &Case<'_>) -> Option<Facets> {
    case.where_so(|respect| {
        let only = |side: usize| {
            let sign = case.signs_in(side, respect).only()?;
            (!case.sides[side].mentions(case.corpus, respect, sign.opposite())).then_some(sign)
        };
        only(0).zip(only(1)).is_some_and(|(a, b)| a != b && meet(case, respect, [a, b]))
    })
}

/// Whether what the one holds of a sign, and what the other holds of another, can be of one time.
fn meet(case: &Case<'_>, respect: Respect, [of_one, of_other]: [Sign; 2]) -> bool {
    let [one, other] = &case.sides;
    case.meet_in_time(one.of_sign(respect, of_one), other.of_sign(respect, of_other))
}

/// Both signs for one, a single one for the other: that which the other lacks is of a time that both can mean, and in a record of events not
/// lacking by chance.
pub(super) fn ambivalent(case: &Case<'_>) -> Option<Facets> {
    case.where_so(|respect| {
        let signs = [0, 1].map(|side| case.signs_in(side, respect));
        let so = |torn: usize| {
            let Some(single) = signs[1 - torn].only() else { return false };
            let mut apart = [single; 2];
            apart[torn] = single.opposite();
            signs[torn].both()
                && is_torn(&case.sides[torn], respect)
                && !lacks_by_chance(case, respect, torn, single.opposite())
                && meet(case, respect, apart)
        };
        so(0) || so(1)
    })
}

/// Whether the other side of two may lack a sign of the torn one by chance.
fn lacks_by_chance(case: &Case<'_>, respect: Respect, torn: usize, sign: Sign) -> bool {
    let [both, single] = [torn, 1 - torn].map(|side| case.sides[side].weights(case.corpus, respect));
    single.may_lack_by_chance(sign, &both)
}

/// Whether both signs are held in one facet: a friend in arms and a rival in trade is not torn.
fn is_torn(side: &Said<'_>, respect: Respect) -> bool {
    let facets = |sign: Sign| {
        let with = side.now.iter().filter(|held| respect.has(held) && held.sign == sign);
        with.fold(Facets::default(), |all, held| all.joined(held.facets.or_all()))
    };
    !facets(Sign::Positive).shared(facets(Sign::Negative)).is_empty()
}

/// Whether the first side holds the opposite of some of its statements, in a respect and at a time that both can mean.
pub(super) fn are_opposed(case: &Case<'_>, some: &[RelationId]) -> bool {
    let of = |sign: Sign, is_wanted: &dyn Fn(&RelationId) -> bool| -> BTreeSet<(Facets, Option<PeriodId>)> {
        let held = case.sides[0].now.iter().filter(|held| held.sign == sign && is_wanted(&held.id));
        held.map(|held| (held.facets, held.when)).collect()
    };
    [Sign::Positive, Sign::Negative].into_iter().any(|sign| {
        let (own, others) = (of(sign, &|id| some.contains(id)), of(sign.opposite(), &|_| true));
        let meet = |one: &(Facets, Option<PeriodId>), other: &(Facets, Option<PeriodId>)| {
            one.0.meets(other.0) && case.corpus.contemporary(one.1, other.1)
        };
        own.iter().any(|own| others.iter().any(|other| meet(own, other)))
    })
}

/// No facet in common, and other signs: each has its own respect.
pub(super) fn other_respects(case: &Case<'_>) -> Option<Facets> {
    let names_all = |side: &Said<'_>| signed(side).all(|held| !held.facets.is_empty());
    let differ = |[a, b]: [Signs; 2]| {
        let sides_taken = |signs: Signs| (signs.positive, signs.negative);
        a.signed() && b.signed() && sides_taken(a) != sides_taken(b)
    };
    let apart = case.respects().is_empty() && case.sides.iter().all(names_all);
    (apart && differ(case.signs)).then(Facets::default)
}

/// Only positive for one on the whole, only negative for the other, and yet no conflict in one respect, nor each in its own: the two are of
/// other times, or one says the opposite as well, in passing.
pub(super) fn leaning(case: &Case<'_>) -> Option<Facets> {
    let [a, b] = case.signs.map(Signs::only);
    let differ = a.zip(b).is_some_and(|(a, b)| a != b);
    (differ && sign_conflict(case).is_none() && other_respects(case).is_none()).then(Facets::default)
}

fn signed<'s, 'c>(side: &'s Said<'c>) -> impl Iterator<Item = &'s Statement<'c>> {
    side.now.iter().filter(|held| held.sign != Sign::Neutral)
}

/// Only deeds that take no side for one, and in no other respect a sign; a sign for the other, at a time that both can mean. Lasting ties
/// such as membership value nothing.
pub(super) fn valued(case: &Case<'_>) -> Option<Facets> {
    case.where_so(|respect| {
        let signs = [0, 1].map(|side| case.signs_in(side, respect));
        let so = |neutral: usize| {
            let deeds = || case.sides[neutral].of_sign(respect, Sign::Neutral).filter(|held| is_deed(case, held));
            let carried = Weight::of(case.corpus, deeds().map(|held| held.relation)).carries();
            let signed = signed(&case.sides[1 - neutral]).filter(|held| respect.has(held));
            let takes_side = signs[1 - neutral].signed() && !case.signs[neutral].signed();
            takes_side && carried && case.meet_in_time(deeds(), signed)
        };
        so(0) || so(1)
    })
}

/// Whether a neutral statement tells of a deed: its type is neutral, and no lasting tie.
fn is_deed(case: &Case<'_>, held: &Statement<'_>) -> bool {
    let kind = case.corpus.types.get(held.kind);
    kind.sign == Sign::Neutral && !kind.structural
}

/// The strongest statement of each side that takes a side, of each sign that it carries where the verdict was found.
pub(super) fn each_side(case: &Case<'_>, facets: Facets) -> [Vec<RelationId>; 2] {
    let respect = Respect::one_of(facets);
    [0, 1].map(|side| {
        let carried = case.signs_in(side, respect);
        let signs = [Sign::Positive, Sign::Negative].into_iter().filter(|sign| carried.has(*sign));
        signs.filter_map(|sign| best(case.sides[side].of_sign(respect, sign).copied())).collect()
    })
}

/// The strongest deed that takes no side, and the strongest statement of each sign of the other side.
pub(super) fn deed_and_signs(case: &Case<'_>, facets: Facets) -> [Vec<RelationId>; 2] {
    let respect = Respect::one_of(facets);
    let signed = each_side(case, facets);
    [0, 1].map(|side| {
        let deeds = case.sides[side].of_sign(respect, Sign::Neutral).filter(|held| is_deed(case, held));
        if signed[side].is_empty() { best(deeds.copied()).into_iter().collect() } else { signed[side].clone() }
    })
}
