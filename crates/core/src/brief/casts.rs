//! Whom each side casts in which role of a story, where that is coded.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::bearers::passages;
use super::weights::Weighed;
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
    let role = |role: CastRole| {
        let is_coded = of_sides.iter().any(|side| side.contains_key(&role));
        let characters = || sides.iter().zip(&of_sides).map(|(side, of)| characters(side, of.get(&role))).collect();
        is_coded.then(|| Cast { role, of_sides: characters() })
    };
    CastRole::WORDS.iter().filter_map(|(_, named)| role(*named)).collect()
}

/// Where each actor is cast so.
type Gathered = BTreeMap<ActorId, (BTreeSet<Passage>, BTreeSet<RelationId>)>;

fn gathered(side: &Weighed<'_>) -> BTreeMap<CastRole, Gathered> {
    let mut found: BTreeMap<CastRole, Gathered> = BTreeMap::new();
    for (id, relation) in side.relations().filter(|(_, relation)| is_own(relation)) {
        for (role, actors) in relation.cast() {
            for actor in side.aggregation.all(actors, relation) {
                let (places, statements) = found.entry(role).or_default().entry(actor).or_default();
                places.extend(passages(side, id));
                statements.insert(id);
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

fn characters(side: &Weighed<'_>, gathered: Option<&Gathered>) -> Vec<Character> {
    let character = |(actor, (places, statements)): (&ActorId, &(BTreeSet<Passage>, BTreeSet<RelationId>))| {
        let mut ground: Vec<RelationId> = statements.iter().copied().collect();
        ground.sort_by_key(|id| Reverse(side.corpus.relation(*id).strength));
        Character { actor: *actor, passages: places.len(), ground }
    };
    let mut found: Vec<Character> = gathered.into_iter().flatten().map(character).collect();
    found.retain(|character| character.passages >= LEAST);
    found.sort_by_key(|character| Reverse(character.passages));
    found.truncate(MOST);
    found
}
