//! Rules over the signs that two sides hold now, respect by respect.

use std::collections::BTreeSet;

use super::case::{Case, Respect, Said, Statement, best};
use crate::model::{Facets, PeriodId, RelationId, Sign, Signs};

/// Only positive for one, only negative for the other, at a time that both can mean.
pub(super) fn sign_conflict(case: &Case<'_>) -> Option<Facets> {
    case.where_so(|respect| {
        let [a, b] = [0, 1].map(|side| case.signs_in(side, respect).only());
        a.zip(b).is_some_and(|(a, b)| a != b) && meet_in_time(case, respect)
    })
}

/// Whether something signed that the one holds now and something that the other does can be of one time.
fn meet_in_time(case: &Case<'_>, respect: Respect) -> bool {
    let [a, b] = case.sides.each_ref().map(|side| -> BTreeSet<Option<PeriodId>> {
        let signed = side.now.iter().filter(|held| respect.has(held) && held.sign != Sign::Neutral);
        signed.map(|held| held.when).collect()
    });
    a.iter().any(|one| b.iter().any(|other| case.corpus.contemporary(*one, *other)))
}

/// Both signs for one, a single one for the other.
pub(super) fn ambivalent(case: &Case<'_>) -> Option<Facets> {
    case.where_so(|respect| {
        let signs = [0, 1].map(|side| case.signs_in(side, respect));
        let torn = |side: usize| signs[side].both() && is_torn(&case.sides[side], respect);
        (torn(0) && signs[1].only().is_some()) || (torn(1) && signs[0].only().is_some())
    })
}

/// Whether both signs are held in one facet: a friend in arms and a rival in trade is not torn.
fn is_torn(side: &Said<'_>, respect: Respect) -> bool {
    let facets = |sign: Sign| {
        let with = side.now.iter().filter(|held| respect.has(held) && held.sign == sign);
        with.fold(Facets::default(), |all, held| all.joined(held.facets.or_all()))
    };
    !facets(Sign::Positive).shared(facets(Sign::Negative)).is_empty()
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

fn signed<'s, 'c>(side: &'s Said<'c>) -> impl Iterator<Item = Statement<'c>> + use<'s, 'c> {
    side.now.iter().copied().filter(|held| held.sign != Sign::Neutral)
}

/// Only deeds that take no side for one, a sign for the other. Lasting ties such as membership value nothing.
pub(super) fn valued(case: &Case<'_>) -> Option<Facets> {
    case.where_so(|respect| {
        let signs = [0, 1].map(|side| case.signs_in(side, respect));
        let only_neutral = |side: usize| {
            let is_deed = |held: &Statement<'_>| {
                let kind = case.corpus.types.get(held.kind);
                respect.has(held) && held.sign == Sign::Neutral && kind.sign == Sign::Neutral && !kind.structural
            };
            !signs[side].signed() && signs[side].neutral && case.sides[side].now.iter().any(is_deed)
        };
        (only_neutral(0) && signs[1].signed()) || (only_neutral(1) && signs[0].signed())
    })
}

/// The strongest statement of each side that takes a side, of each sign, where the verdict was found.
pub(super) fn each_side(case: &Case<'_>, facets: Facets) -> [Vec<RelationId>; 2] {
    strongest(case, facets, &[Sign::Positive, Sign::Negative])
}

/// The strongest statement of each side and of each sign, neutral ones included, where the verdict was found.
pub(super) fn each_sign(case: &Case<'_>, facets: Facets) -> [Vec<RelationId>; 2] {
    strongest(case, facets, &Sign::ALL)
}

fn strongest(case: &Case<'_>, facets: Facets, signs: &[Sign]) -> [Vec<RelationId>; 2] {
    let respect = Respect::one_of(facets);
    let of = |side: &Said<'_>, sign: Sign| {
        best(side.now.iter().copied().filter(|held| held.sign == sign && respect.has(held)))
    };
    case.sides.each_ref().map(|side| signs.iter().filter_map(|sign| of(side, *sign)).collect())
}
