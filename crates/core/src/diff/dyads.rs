//! The dyads of two sides, each with one verdict: on all that they say of its actors, and of those who stand for them.

use std::collections::BTreeSet;

use super::claims::ClaimPair;
use super::firmness::{self, Firmness};
use super::matching::Matched;
use super::pairing;
use super::side::lifted_pair;
use super::silence::{self, Silence};
use super::verdict::{self, Verdict};
use super::{Finding, Pair, Side};
use crate::model::{ActorId, Corpus, Facets, Relation, RelationId, Signs};
use crate::network::{Aggregation, Level};

/// What two views say about a pair of actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dyad {
    /// The two actors.
    pub pair: Pair,
    /// A side speaks of it only through persons and institutions that stand for its actors.
    pub via_roll_up: bool,
    /// The verdict on what names its two actors alone, where that is another: what lifting shows, and naming hides.
    pub as_named: Option<Verdict>,
    /// Contested as the two name the actors: the dyad itself, and pairs of persons and institutions who stand for its own. Empty if it is not
    /// contested; a pair that only one names is not among them.
    pub contested_as_named: BTreeSet<Pair>,
    /// The statements of the first view, by which it is judged: of the two actors, and of who stands for them.
    pub a: Vec<RelationId>,
    /// Those of the second view.
    pub b: Vec<RelationId>,
    /// The signs that the two hold now, each carried by more than a word in passing.
    pub signs: [Signs; 2],
    /// The verdict.
    pub verdict: Verdict,
    /// The rules that hold, with what each rests on: the first is the verdict, the others hold besides.
    pub findings: Vec<Finding>,
    /// Whether a contested verdict stands on more than one passage.
    pub firmness: Firmness,
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

    /// The facets in which the verdict was found; none if it was found on the whole.
    #[must_use]
    pub fn facets(&self) -> Facets {
        self.findings.first().map(|first| first.facets).unwrap_or_default()
    }

    /// The rules that hold beside the verdict, in their order.
    pub fn also(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().skip(1)
    }

    /// Whether a statement speaks of the dyad by relating two actors: they are its own, or stand for its own.
    #[must_use]
    pub fn is_of(&self, corpus: &Corpus, relation: &Relation, from: ActorId, to: ActorId) -> bool {
        let named = Pair::new(from, to);
        named == self.pair || lifted_pair(Aggregation::new(corpus, Level::State), named, relation) == Some(self.pair)
    }

    /// The other pairs by which the sides speak of it: of persons and institutions that stand for its actors.
    #[must_use]
    pub fn through(&self, corpus: &Corpus) -> BTreeSet<Pair> {
        let all = self.a.iter().chain(&self.b).map(|id| corpus.relation(*id));
        let pairs =
            all.flat_map(|relation| relation.pairs().filter(|(from, to)| self.is_of(corpus, relation, *from, *to)));
        pairs.map(|(from, to)| Pair::new(from, to)).filter(|pair| *pair != self.pair).collect()
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

/// The dyads of two sides, as they were matched: contested ones first, firm before others, then by how much is said, then by name.
pub(super) fn compare(corpus: &Corpus, sides: [&Side; 2], matched: Matched) -> Vec<Dyad> {
    let Matched { shared, alone } = matched;
    let mut dyads: Vec<Dyad> = shared.into_iter().map(|pair| both(corpus, sides, pair)).collect();
    dyads.extend(alone.into_iter().map(|(pair, side, statements)| one(corpus, sides, pair, side, statements)));
    dyads.sort_by_cached_key(|dyad| {
        (dyad.verdict.rank(), !dyad.firmness.is_firm(), std::cmp::Reverse(weight(corpus, dyad)), dyad.pair)
    });
    dyads
}

/// How much is said about a dyad: its strongest statement, then how many there are.
fn weight(corpus: &Corpus, dyad: &Dyad) -> (u8, usize) {
    let all = dyad.a.iter().chain(&dyad.b);
    (all.map(|id| corpus.relation(*id).strength).max().unwrap_or(0), dyad.a.len() + dyad.b.len())
}

/// A dyad of both, judged by all that they say of it, whether they name its actors or those who stand for them.
fn both(corpus: &Corpus, sides: [&Side; 2], pair: Pair) -> Dyad {
    let [a, b] = sides.map(|side| side.said.of(pair));
    let named = sides.map(|side| side.named.of(pair));
    let found = verdict::judge(corpus, pair, a, b);
    let verdict = found.verdict();
    let via_roll_up = named.iter().any(|named| named.is_empty());
    let is_lifted = named[0].len() + named[1].len() < a.len() + b.len();
    let as_named = (is_lifted && !via_roll_up)
        .then(|| verdict::heading(corpus, pair, named[0], named[1]))
        .filter(|named| *named != verdict);
    let claims = pairing::pair_up(corpus, pair, a, b);
    let contested_as_named =
        if verdict.is_contested() { contested_as_named(corpus, sides, pair) } else { BTreeSet::new() };
    Dyad {
        pair,
        via_roll_up,
        as_named,
        contested_as_named,
        signs: found.signs,
        verdict,
        findings: found.findings,
        firmness: if verdict.is_contested() { firmness::of(corpus, pair, a, b) } else { Firmness::Firm },
        pairs: claims.pairs,
        more_a: claims.more_a,
        more_b: claims.more_b,
        a: a.to_vec(),
        b: b.to_vec(),
    }
}

/// The pairs that a contested dyad is told by, and on which the two contest it by what they say of just those: and itself.
pub(super) fn contested_as_named(corpus: &Corpus, sides: [&Side; 2], pair: Pair) -> BTreeSet<Pair> {
    let aggregation = Aggregation::new(corpus, Level::State);
    let told = sides[0].said.of(pair).iter().map(|id| corpus.relation(*id));
    let through: BTreeSet<Pair> = told
        .flat_map(|relation| relation.pairs().map(move |(from, to)| (Pair::new(from, to), relation)))
        .filter(|(named, relation)| *named != pair && lifted_pair(aggregation, *named, relation) == Some(pair))
        .map(|(named, _)| named)
        .collect();
    let is_contested = |named: &Pair| {
        let [a, b] = sides.map(|side| side.named.of(*named));
        !a.is_empty() && !b.is_empty() && verdict::heading(corpus, *named, a, b).is_contested()
    };
    through.into_iter().filter(is_contested).chain([pair]).collect()
}

fn one(corpus: &Corpus, sides: [&Side; 2], pair: Pair, side: usize, statements: Vec<RelationId>) -> Dyad {
    let silence = silence::grade(corpus, sides[1 - side], pair, &statements);
    let mut signs = [Signs::default(); 2];
    signs[side] = verdict::held_signs(corpus, pair, &statements);
    let verdict = if side == 0 { Verdict::OnlyA(silence) } else { Verdict::OnlyB(silence) };
    let [a, b] = if side == 0 { [statements, Vec::new()] } else { [Vec::new(), statements] };
    Dyad {
        pair,
        via_roll_up: false,
        as_named: None,
        contested_as_named: BTreeSet::new(),
        a,
        b,
        signs,
        verdict,
        findings: Vec::new(),
        firmness: Firmness::Firm,
        pairs: Vec::new(),
        more_a: Vec::new(),
        more_b: Vec::new(),
    }
}
