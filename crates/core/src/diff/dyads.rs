//! The dyads of two records, matched: first as the files name the actors, then what is left over through `stands-for`.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::ClaimPair;
use super::pairing;
use super::silence::{self, Silence};
use super::verdict::{self, Verdict};
use super::{Found, Pair, Side};
use crate::model::{Corpus, Facets, RelationId, Signs};
use crate::network::{Aggregation, Level, View};

/// What two views say about a pair of actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dyad {
    /// The two actors.
    pub pair: Pair,
    /// The two sides met only by lifting persons and institutions to whom they stand for.
    pub via_roll_up: bool,
    /// The statements of the first view.
    pub a: Vec<RelationId>,
    /// The statements of the second view.
    pub b: Vec<RelationId>,
    /// The signs that the two hold now, each carried by more than a word in passing.
    pub signs: [Signs; 2],
    /// The verdict.
    pub verdict: Verdict,
    /// The facets in which the verdict was found; none if it was found on the whole.
    pub facets: Facets,
    /// What holds besides, in the order of the rules.
    pub also: Vec<Verdict>,
    /// Claims of the two sides that answer each other.
    pub pairs: Vec<ClaimPair>,
    /// What only the first says beside them.
    pub more_a: Vec<RelationId>,
    /// What only the second says beside them.
    pub more_b: Vec<RelationId>,
}

impl Dyad {
    /// Whether both sides speak of the pair.
    #[must_use]
    pub fn shared(&self) -> bool {
        !self.a.is_empty() && !self.b.is_empty()
    }

    /// The silence of one side, if one is silent.
    #[must_use]
    pub fn silence(&self) -> Option<Silence> {
        match self.verdict {
            Verdict::OnlyA(silence) | Verdict::OnlyB(silence) => Some(silence),
            _ => None,
        }
    }
}

type Groups = BTreeMap<Pair, [Vec<RelationId>; 2]>;

/// The dyads that the witnesses of any two of some views tell otherwise, as the files name the actors, with the first verdict in the order of
/// reports that two of them come to. O(d · v²) verdicts for d dyads and v views.
#[must_use]
pub fn contested(corpus: &Corpus, views: &[View]) -> BTreeMap<Pair, Verdict> {
    let mut groups: BTreeMap<Pair, Vec<Vec<RelationId>>> = BTreeMap::new();
    for view in views {
        for said in Side::of(corpus, &view.witness()).dyads.chunk_by(|one, other| one.0 == other.0) {
            groups.entry(said[0].0).or_default().push(said.iter().map(|(_, id)| *id).collect());
        }
    }
    let worst = |(pair, sides): (Pair, Vec<Vec<RelationId>>)| {
        let against = |(nth, one): (usize, &Vec<RelationId>)| {
            sides[nth + 1..].iter().map(|other| verdict::judge(corpus, pair, one, other).verdict).min()
        };
        let found = sides.iter().enumerate().filter_map(against).min()?;
        found.is_contested().then_some((pair, found))
    };
    groups.into_iter().filter_map(worst).collect()
}

pub(super) fn compare(corpus: &Corpus, sides: &[Side; 2]) -> Vec<Dyad> {
    let mut groups = Groups::new();
    for (index, side) in sides.iter().enumerate() {
        for (pair, id) in &side.dyads {
            groups.entry(*pair).or_default()[index].push(*id);
        }
    }
    let (mut dyads, left) = match_as_named(corpus, groups);
    dyads.extend(match_rolled_up(corpus, sides, left));
    dyads.sort_by_cached_key(|dyad| {
        (dyad.verdict.rank(), std::cmp::Reverse(weight(corpus, dyad)), dyad.pair, dyad.via_roll_up)
    });
    dyads
}

/// The dyads of which two sides select something: those that are named there, and those met by roll-up with a statement that is
/// selected.
pub(super) fn selected(mut dyads: Vec<Dyad>, sides: &[Side; 2]) -> Vec<Dyad> {
    let pairs: BTreeSet<Pair> = sides.iter().flat_map(|side| &side.dyads).map(|(pair, _)| *pair).collect();
    let statements: BTreeSet<RelationId> = sides.iter().flat_map(|side| &side.record).copied().collect();
    dyads.retain(|dyad| {
        let is_said = || dyad.a.iter().chain(&dyad.b).any(|id| statements.contains(id));
        if dyad.via_roll_up { is_said() } else { pairs.contains(&dyad.pair) }
    });
    dyads
}

/// How much is said about a dyad: its strongest statement, then how many there are.
fn weight(corpus: &Corpus, dyad: &Dyad) -> (u8, usize) {
    let all = dyad.a.iter().chain(&dyad.b);
    (all.map(|id| corpus.relation(*id).strength).max().unwrap_or(0), dyad.a.len() + dyad.b.len())
}

fn match_as_named(corpus: &Corpus, groups: Groups) -> (Vec<Dyad>, Groups) {
    let (shared, left): (Groups, Groups) = groups.into_iter().partition(|(_, [a, b])| !a.is_empty() && !b.is_empty());
    (shared.into_iter().map(|(pair, [a, b])| both(corpus, pair, false, a, b)).collect(), left)
}

/// What one side alone relates is lifted; where the other side speaks of the lifted pair, the two records meet there.
fn match_rolled_up(corpus: &Corpus, sides: &[Side; 2], left: Groups) -> Vec<Dyad> {
    let aggregation = Aggregation::new(corpus, Level::State);
    let aggregated = sides.each_ref().map(|side| lift_record(corpus, side, aggregation.drawing(side.collective)));
    let mut rolled: BTreeMap<Pair, BTreeSet<RelationId>> = BTreeMap::new();
    let mut dyads = Vec::new();
    for (pair, statements) in left {
        let side = usize::from(statements[0].is_empty());
        let mut alone = Vec::new();
        for id in &statements[side] {
            // What a body consists of is not lifted, so the record at that level may not have it there.
            let own = |up: &Pair| aggregated[side].get(up).is_some_and(|ids| ids.binary_search(id).is_ok());
            let up = lift_pair(corpus, aggregation, pair, *id);
            match up.filter(|up| own(up) && aggregated[1 - side].contains_key(up)) {
                Some(up) => drop(rolled.entry(up).or_default().insert(*id)),
                None => alone.push(*id),
            }
        }
        if !alone.is_empty() {
            dyads.push(one(corpus, sides, pair, side, alone));
        }
    }
    for (pair, left_over) in rolled {
        let [a, b] = aggregated.each_ref().map(|aggregated| aggregated.get(&pair).cloned().unwrap_or_default());
        dyads.push(meeting(corpus, pair, a, b, &left_over));
    }
    dyads
}

/// A dyad at which left-overs meet what the other side says there. It is judged by all that both say; claims that met
/// already as the files name their actors are not paired again.
fn meeting(
    corpus: &Corpus,
    pair: Pair,
    a: Vec<RelationId>,
    b: Vec<RelationId>,
    left_over: &BTreeSet<RelationId>,
) -> Dyad {
    let mut dyad = both(corpus, pair, true, a, b);
    dyad.pairs.retain(|claims| left_over.contains(&claims.a) || left_over.contains(&claims.b));
    dyad.more_a.retain(|id| left_over.contains(id));
    dyad.more_b.retain(|id| left_over.contains(id));
    dyad
}

/// The record of a side by lifted dyad.
fn lift_record(corpus: &Corpus, side: &Side, aggregation: Aggregation<'_>) -> BTreeMap<Pair, Vec<RelationId>> {
    let mut aggregated: BTreeMap<Pair, Vec<RelationId>> = BTreeMap::new();
    for id in &side.record {
        for (from, to) in aggregation.pairs(corpus.relation(*id)) {
            aggregated.entry(Pair::new(from, to)).or_default().push(*id);
        }
    }
    aggregated.values_mut().for_each(Vec::dedup);
    aggregated
}

/// Where one dyad of a statement goes when it is lifted; `None` if its ends become one actor.
fn lift_pair(corpus: &Corpus, aggregation: Aggregation<'_>, pair: Pair, id: RelationId) -> Option<Pair> {
    let when = aggregation.reference(corpus.relation(id));
    let (a, b) = (aggregation.actor(pair.0, when), aggregation.actor(pair.1, when));
    (a != b).then(|| Pair::new(a, b))
}

fn both(corpus: &Corpus, pair: Pair, via_roll_up: bool, a: Vec<RelationId>, b: Vec<RelationId>) -> Dyad {
    let Found { verdict, facets, also, signs } = verdict::judge(corpus, pair, &a, &b);
    let claims = pairing::pair_up(corpus, pair, &a, &b);
    Dyad {
        pair,
        via_roll_up,
        signs,
        verdict,
        facets,
        also,
        pairs: claims.pairs,
        more_a: claims.more_a,
        more_b: claims.more_b,
        a,
        b,
    }
}

fn one(corpus: &Corpus, sides: &[Side; 2], pair: Pair, side: usize, statements: Vec<RelationId>) -> Dyad {
    let silence = silence::grade(corpus, &sides[1 - side], pair, &statements);
    let held = verdict::held_signs(corpus, pair, &statements);
    let mut dyad = Dyad {
        pair,
        via_roll_up: false,
        a: Vec::new(),
        b: Vec::new(),
        signs: [Signs::default(); 2],
        verdict: if side == 0 { Verdict::OnlyA(silence) } else { Verdict::OnlyB(silence) },
        facets: Facets::default(),
        also: Vec::new(),
        pairs: Vec::new(),
        more_a: Vec::new(),
        more_b: Vec::new(),
    };
    dyad.signs[side] = held;
    if side == 0 {
        dyad.a = statements;
    } else {
        dyad.b = statements;
    }
    dyad
}
