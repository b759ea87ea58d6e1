//! Who occurs in which text, as agent or patient, and who is named at another granularity.

use std::collections::{BTreeMap, BTreeSet};

use super::Side;
use super::ancestors::ancestors;
use crate::model::{ActorId, Corpus};

/// The actors of two views.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actors {
    /// Related by both.
    pub shared: Vec<ActorView>,
    /// Related by the first alone; [`mentions`](Self::mentions) says whether the second names them at all.
    pub only_a: Vec<ActorView>,
    /// Related by the second alone.
    pub only_b: Vec<ActorView>,
    /// The whole for one, the parts for the other.
    pub granularity: Vec<Granularity>,
    /// Everyone whom each view names in whatever role: ends, third roles, holders, frames.
    mentioned: [BTreeSet<ActorId>; 2],
}

impl Actors {
    /// Whether a side (0 the first, 1 the second) names an actor in whatever role.
    #[must_use]
    pub fn mentions(&self, side: usize, actor: ActorId) -> bool {
        self.mentioned.get(side).is_some_and(|mentioned| mentioned.contains(&actor))
    }
}

/// How an actor stands in the two views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActorView {
    /// Who.
    pub actor: ActorId,
    /// Statements held now in which the actor acts, per view.
    pub out: [usize; 2],
    /// Statements held now in which the actor is acted upon, per view. An edge without direction counts for both ends as both.
    pub into: [usize; 2],
    /// Rank by statements held now, from 1, per view; 0 if the view has none.
    pub rank: [usize; 2],
}

/// One text names the whole where the other names parts of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granularity {
    /// The whole, which one side has.
    pub whole: ActorId,
    /// The parts or persons, which only the other has.
    pub parts: Vec<ActorId>,
    /// Which side has the parts: 0 the first, 1 the second.
    pub parts_in: usize,
}

type Degrees = BTreeMap<ActorId, (usize, usize)>;

pub(super) fn compare(corpus: &Corpus, sides: [&Side; 2]) -> Actors {
    let [a, b] = [&sides[0].related, &sides[1].related];
    let degrees = sides.map(|side| degrees(corpus, side));
    let ranks = degrees.each_ref().map(ranks);
    let view = |actor: &ActorId| {
        let degree = |side: usize| degrees[side].get(actor).copied().unwrap_or_default();
        let rank = |side: usize| ranks[side].get(actor).copied().unwrap_or_default();
        ActorView {
            actor: *actor,
            out: [degree(0).0, degree(1).0],
            into: [degree(0).1, degree(1).1],
            rank: [rank(0), rank(1)],
        }
    };
    let by_weight = |mut views: Vec<ActorView>| {
        views.sort_by_key(|view| (std::cmp::Reverse(view.out.iter().chain(&view.into).sum::<usize>()), view.actor));
        views
    };
    Actors {
        shared: by_weight(a.intersection(b).map(view).collect()),
        only_a: by_weight(a.difference(b).map(view).collect()),
        only_b: by_weight(b.difference(a).map(view).collect()),
        granularity: [granularity(corpus, a, b, 0), granularity(corpus, b, a, 1)].concat(),
        mentioned: sides.map(|side| side.mentioned.clone()),
    }
}

/// Statements held now, out of and into each actor.
fn degrees(corpus: &Corpus, side: &Side) -> Degrees {
    let mut degrees = Degrees::new();
    for id in &side.record {
        let relation = corpus.relation(*id);
        if !relation.held_now() {
            continue;
        }
        let mutual = !corpus.types.get(relation.kind).directed;
        for actor in relation.from.as_slice() {
            let degree = degrees.entry(*actor).or_default();
            *degree = (degree.0 + 1, degree.1 + usize::from(mutual));
        }
        for actor in relation.to.as_slice() {
            let degree = degrees.entry(*actor).or_default();
            *degree = (degree.0 + usize::from(mutual), degree.1 + 1);
        }
    }
    degrees
}

/// Ranks by in and out together; equals share a rank.
fn ranks(degrees: &Degrees) -> BTreeMap<ActorId, usize> {
    let mut totals: Vec<usize> = degrees.values().map(|(out, into)| out + into).collect();
    totals.sort_unstable_by(|a, b| b.cmp(a));
    degrees
        .iter()
        .map(|(actor, (out, into))| (*actor, totals.partition_point(|total| *total > out + into) + 1))
        .collect()
}

/// Wholes that `theirs` has and `ours` has not, and of which only `ours` has parts.
fn granularity(
    corpus: &Corpus,
    ours: &BTreeSet<ActorId>,
    theirs: &BTreeSet<ActorId>,
    parts_in: usize,
) -> Vec<Granularity> {
    let mut wholes: BTreeMap<ActorId, Vec<ActorId>> = BTreeMap::new();
    for part in ours.difference(theirs) {
        for whole in ancestors(corpus, *part).difference(ours).filter(|whole| theirs.contains(whole)) {
            wholes.entry(*whole).or_default().push(*part);
        }
    }
    wholes.into_iter().map(|(whole, parts)| Granularity { whole, parts, parts_in }).collect()
}
