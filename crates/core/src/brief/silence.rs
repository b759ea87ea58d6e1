//! What a side leaves out to which another gives weight, and how many words that one spends on it.

use std::collections::{BTreeMap, BTreeSet};

use super::weights::{Statement, Weighed, split, weight};
use crate::diff::{Comparison, Pair};
use crate::model::{ActorId, Anchor, FacetId, IssueId, Relation, TypeId, WorkId};

/// What is spoken of by one side and hardly by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// A question.
    Issue(IssueId),
    /// An actor.
    Actor(ActorId),
    /// What is held of two actors.
    Claim(TypeId, Pair),
    /// A respect.
    Facet(FacetId),
}

/// A theme that a side has, and another hardly.
#[derive(Debug, Clone, PartialEq)]
pub struct Silent {
    /// What it is.
    pub theme: Theme,
    /// The side that speaks of it, by its place.
    pub speaks: usize,
    /// The shares of the records, in the order of the two; of an issue none.
    pub shares: [f64; 2],
    /// How many words of its text are anchored for it.
    pub words: usize,
}

/// The share from which on a theme weighs here, and the part of it below which it is hardly named there.
const LEAST: f64 = 0.02;
const FRACTION: f64 = 0.2;
/// Themes of a side that are named at most.
const MOST: usize = 5;
/// So many statements in a respect are more than a word in passing, however large the record is.
const SPOKEN: usize = 2;

/// What each of two sides has that the other leaves out: issues first, then by share.
pub(super) fn silences(comparison: &Comparison<'_>, sides: &[Weighed<'_>], two: [usize; 2]) -> Vec<Silent> {
    let mut found = Vec::new();
    for [speaks, silent] in [two, [two[1], two[0]]] {
        let mut themes = issues(comparison, speaks, silent);
        let answered = answered_respects(comparison, silent);
        let mut others = others(&sides[speaks], &sides[silent], speaks);
        others.retain(|theme| !matches!(theme.theme, Theme::Facet(facet) if answered.contains(&facet)));
        others.sort_by(|one, other| {
            other.shares[speaks].total_cmp(&one.shares[speaks]).then(one.theme.cmp(&other.theme))
        });
        themes.extend(others);
        themes.truncate(MOST);
        found.extend(themes);
    }
    found
}

fn issues(comparison: &Comparison<'_>, speaks: usize, silent: usize) -> Vec<Silent> {
    let corpus = comparison.corpus;
    let mut found: Vec<(u8, Silent)> = Vec::new();
    for id in comparison.issues_alone(speaks, silent) {
        let stand = comparison.stand(speaks, id);
        let strength = stand.iter().map(|position| corpus.position(*position).qualifiers.strength).max().unwrap_or(0);
        let evidence = stand.iter().flat_map(|position| corpus.position(*position).evidence());
        let words = words(evidence);
        if strength >= 2 {
            let silent = Silent { theme: Theme::Issue(id), speaks, shares: [0.0; 2], words };
            found.push((strength, silent));
        }
    }
    found.sort_by_key(|(strength, silent)| (std::cmp::Reverse((*strength, silent.words)), silent.theme));
    found.into_iter().map(|(_, silent)| silent).collect()
}

/// The respects in which a side answers issues.
fn answered_respects(comparison: &Comparison<'_>, side: usize) -> BTreeSet<FacetId> {
    let corpus = comparison.corpus;
    let answered = comparison.positions(side).flat_map(|id| corpus.position(id).qualifiers.facets.iter());
    answered.collect()
}

/// Actors, claims held now of which the other says nothing of any kind, and facets in which it says next to nothing.
fn others(here: &Weighed<'_>, there: &Weighed<'_>, speaks: usize) -> Vec<Silent> {
    let (own, other) = (themes(here, Relation::held_now), themes(there, |_| true));
    let silent = |(theme, (share, _)): (Theme, (f64, usize))| {
        let (there, count) = other.get(&theme).copied().unwrap_or_default();
        let is_spoken_of = matches!(theme, Theme::Facet(_)) && count >= SPOKEN;
        // Of several together one speaks by speaking of them.
        let is_several = matches!(theme, Theme::Actor(actor) if here.corpus.actors.get(actor).together);
        let is_left_out = share >= LEAST && there < share * FRACTION && !is_spoken_of && !is_several;
        let shares = if speaks == 0 { [share, there] } else { [there, share] };
        is_left_out.then(|| Silent { theme, speaks, shares, words: words_on(here, theme) })
    };
    own.into_iter().filter_map(silent).collect()
}

/// The themes of a side, each with its share and in how many statements it is; the claims only of statements that count.
fn themes(side: &Weighed<'_>, counts: fn(&Relation) -> bool) -> BTreeMap<Theme, (f64, usize)> {
    let mut facets: BTreeMap<Theme, (u64, usize)> = BTreeMap::new();
    let mut claims: BTreeMap<Theme, (u64, usize)> = BTreeMap::new();
    let add = |themes: &mut BTreeMap<Theme, (u64, usize)>, theme: Theme, weight: u64| {
        let entry = themes.entry(theme).or_default();
        *entry = (entry.0 + weight, entry.1 + 1);
    };
    for told in side.statements() {
        let facets_of = told.relation.facets.iter().map(Theme::Facet);
        facets_of.for_each(|facet| add(&mut facets, facet, split(told.relation)));
        if counts(told.relation) {
            claims_of(&told).for_each(|claim| add(&mut claims, claim, weight(told.relation)));
        }
    }
    let actors = side.actors.iter().map(|(actor, share)| (Theme::Actor(*actor), (*share, 0)));
    let others = facets.into_iter().chain(claims);
    actors.chain(others.map(|(theme, (weight, count))| (theme, (side.share_of(weight), count)))).collect()
}

fn claims_of(told: &Statement<'_>) -> impl Iterator<Item = Theme> {
    let kind = told.relation.kind;
    told.dyads().into_iter().map(move |pair| Theme::Claim(kind, pair))
}

/// How many words a side spends on a theme; of a claim on what it holds now.
fn words_on(side: &Weighed<'_>, theme: Theme) -> usize {
    let is_on_theme = |told: &Statement<'_>| match theme {
        Theme::Actor(actor) => told.actors().contains(&actor),
        Theme::Facet(facet) => told.relation.facets.meets(facet.into()),
        Theme::Claim(..) => told.relation.held_now() && claims_of(told).any(|claim| claim == theme),
        Theme::Issue(_) => false,
    };
    let cited = side.statements().filter(|told| !told.relation.evidence().is_empty());
    words(cited.filter(is_on_theme).flat_map(|told| told.relation.evidence()))
}

/// How many words some passages have, each word once.
pub(super) fn words<'a>(anchors: impl Iterator<Item = &'a Anchor>) -> usize {
    let mut spans: BTreeMap<(WorkId, u32), Vec<(u32, u32)>> = BTreeMap::new();
    for anchor in anchors {
        let place = (anchor.work, anchor.selector.paragraph);
        spans.entry(place).or_default().push((anchor.selector.first, anchor.selector.last));
    }
    let count = |mut spans: Vec<(u32, u32)>| {
        spans.sort_unstable();
        let mut end = 0;
        spans.into_iter().fold(0, |sum, (first, last)| {
            let from = first.max(end + 1);
            end = end.max(last);
            sum + (last + 1).saturating_sub(from) as usize
        })
    };
    spans.into_values().map(count).sum()
}
