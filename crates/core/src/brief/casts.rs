//! Whom each side casts in which role of a story, where that is coded.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::bearers::passages;
use super::weights::{Statement, Weighed};
use crate::diff::Passage;
use crate::model::{ActorId, CastRole, Relation, RelationId, Stance, Standing};

/// A role in which some side casts somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// The role.
    pub role: CastRole,
    /// Whom each side casts so, the most often cast first; at most three, each in at least two passages.
    pub of_sides: Vec<Vec<Character>>,
}

/// An actor that is cast in a role, in how many passages, and the statements that do so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Character {
    /// Who.
    pub actor: ActorId,
    /// In how many paragraphs; of events in how many of these.
    pub passages: usize,
    /// The statements, the strongest first.
    pub ground: Vec<RelationId>,
}

/// The fewest passages that cast an actor, if it is to be listed.
const LEAST: usize = 2;
/// How many are listed at most.
const MOST: usize = 3;

/// Whom the sides cast in each role, with actors lifted to those for whom they stand; nothing of a role in which nobody is cast.
pub(super) fn casts(sides: &[Weighed<'_>]) -> Vec<Cast> {
    let of_sides: Vec<BTreeMap<CastRole, Gathered>> = sides.iter().map(gathered).collect();
    let cast = |role: CastRole| {
        let of_role = || of_sides.iter().filter_map(|side| side.get(&role));
        let mut totals: BTreeMap<ActorId, usize> = BTreeMap::new();
        of_role().flatten().for_each(|(actor, places)| *totals.entry(*actor).or_default() += places.passages.len());
        let characters = |(side, of): (&Weighed<'_>, &BTreeMap<CastRole, Gathered>)| {
            of.get(&role).map_or_else(Vec::new, |of| characters(side, of, &totals))
        };
        (!totals.is_empty()).then(|| Cast { role, of_sides: sides.iter().zip(&of_sides).map(characters).collect() })
    };
    CastRole::WORDS.iter().filter_map(|(_, role)| cast(*role)).collect()
}

/// Where an actor is cast so.
#[derive(Default)]
struct Places {
    passages: BTreeSet<Passage>,
    statements: BTreeSet<RelationId>,
}

type Gathered = BTreeMap<ActorId, Places>;

fn gathered(side: &Weighed<'_>) -> BTreeMap<CastRole, Gathered> {
    let mut found: BTreeMap<CastRole, Gathered> = BTreeMap::new();
    for Statement { id, relation, .. } in side.statements().filter(|told| is_own(told.relation)) {
        for (role, actors) in relation.characters() {
            for actor in side.aggregation.all(actors, relation) {
                let places = found.entry(role).or_default().entry(actor).or_default();
                places.passages.extend(passages(side, id));
                places.statements.insert(id);
            }
        }
    }
    found
}

/// Whether the author gives the roles: holds the statement, and does not only tell what somebody else hopes or fears.
fn is_own(relation: &Relation) -> bool {
    let is_felt_by_others =
        relation.attitude.is_some() && relation.stance == Stance::Asserts && !relation.holders().is_empty();
    relation.standing() == Standing::Holds && !is_felt_by_others
}

/// The foremost of those whom a side casts so: by their passages, of equals first whom all sides together cast so more often, then whom it does
/// more strongly.
fn characters(side: &Weighed<'_>, gathered: &Gathered, totals: &BTreeMap<ActorId, usize>) -> Vec<Character> {
    let strength = |id: &RelationId| side.corpus.relation(*id).strength;
    let listed = gathered.iter().filter(|(_, places)| places.passages.len() >= LEAST);
    let mut listed: Vec<(&ActorId, &Places)> = listed.collect();
    listed.sort_by_key(|(actor, places)| {
        let stress: u32 = places.statements.iter().map(|id| u32::from(strength(id))).sum();
        Reverse((places.passages.len(), totals.get(actor).copied(), stress))
    });
    let character = |(actor, places): (&ActorId, &Places)| {
        let mut ground: Vec<RelationId> = places.statements.iter().copied().collect();
        ground.sort_by_key(|id| Reverse(strength(id)));
        Character { actor: *actor, passages: places.passages.len(), ground }
    };
    listed.into_iter().take(MOST).map(character).collect()
}
