//! The rule over what is said short of being held now: reported, doubted, possible, to come, wished for, feared, past.

use std::collections::BTreeMap;

use super::case::{Case, Statement, Weight, best};
use crate::model::{Facets, Relation, RelationId, Sign};

/// Held now by one; the other takes no side now, and has the same sign, the same way round, in a respect that they can share,
/// short of that.
pub(super) fn possible(case: &Case<'_>) -> Option<Facets> {
    holder(case).map(|_| Facets::default())
}

/// The side that holds now what the other has short of that.
fn holder(case: &Case<'_>) -> Option<usize> {
    let takes_more = |holder: usize, other: usize| {
        let [own, others] = [case.signs[holder], case.signs[other]];
        others.is_empty() || (own.signed() && !others.signed())
    };
    [[0, 1], [1, 0]]
        .into_iter()
        .find(|[one, other]| takes_more(*one, *other) && weighs(case, *one, *other))?
        .first()
        .copied()
}

/// Whether something is said as reported, doubted, expected, past, possible, wished for or feared: short of held now, and not denied.
fn is_weighed(relation: &Relation) -> bool {
    !relation.held_now() && !relation.factuality().is_negative()
}

/// Whether one side weighs what the other carries now.
fn weighs(case: &Case<'_>, holder: usize, other: usize) -> bool {
    let mut held: BTreeMap<(Sign, Option<bool>, Facets), Weight> = BTreeMap::new();
    for relation in &case.sides[holder].now {
        let way = (relation.sign, case.direction(relation), relation.facets);
        held.entry(way).or_default().add(case.corpus, relation);
    }
    let same_sign_now = |relation: &Relation| case.sides[other].now.iter().any(|held| held.sign == relation.sign);
    let weighed = case.sides[other].all.iter();
    let weighed = weighed.filter(|relation| is_weighed(relation) && !same_sign_now(relation));
    weighed.map(|relation| (relation.sign, case.direction(relation), relation.facets)).any(|(sign, way, facets)| {
        let same = held.iter().filter(|((held_sign, back, respects), _)| {
            sign == *held_sign && way.zip(*back).is_none_or(|(way, back)| way == back) && facets.meets(*respects)
        });
        same.map(|(_, weight)| *weight).reduce(Weight::and).is_some_and(Weight::carries)
    })
}

/// The strongest statement by which one side weighs what the other holds now, and the strongest that it weighs.
pub(super) fn held_and_weighed(case: &Case<'_>, _: Facets) -> [Vec<RelationId>; 2] {
    let Some(holder) = holder(case) else { return Default::default() };
    let weighing = 1 - holder;
    let held = &case.sides[holder].now;
    let answers = |said: &Statement<'_>, held: &Statement<'_>| {
        let one_way = case.direction(said).zip(case.direction(held)).is_none_or(|(one, other)| one == other);
        said.sign == held.sign && one_way && said.facets.meets(held.facets)
    };
    let weighed = case.sides[weighing].all.iter().copied().filter(|said| is_weighed(said));
    let weighed = best(weighed.filter(|said| held.iter().any(|held| answers(said, held))));
    let answered = weighed.and_then(|id| {
        let said = Statement { id, relation: case.corpus.relation(id) };
        best(held.iter().copied().filter(|held| answers(&said, held)))
    });
    let mut two = [answered.into_iter().collect(), weighed.into_iter().collect()];
    if weighing == 0 {
        two.swap(0, 1);
    }
    two
}
