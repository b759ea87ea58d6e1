//! What several sides say together: who holds what, what is contested, and how far apart each two are.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::held::{HeldType, types};
use super::{Comparison, Contest, IssuesBetween, LEAST_IN_COMMON, Pair, SurveyedIssue, verdict};
use crate::model::{RelationId, Signs, Standing};

/// What several sides say, dyad by dyad and two by two.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// How many sides there are.
    pub sides: usize,
    /// The dyads: by how many two sides contradict each other there, then contest it, then by how many speak of it, then by name.
    pub dyads: Vec<SurveyedDyad>,
    /// The issues: by how many two sides contradict each other there, then contest it, then by how many speak of it, then by name.
    pub issues: Vec<SurveyedIssue>,
    /// Every two sides, in the order of the views.
    pub between: Vec<Between>,
    /// What is held now, as the views name the actors: by most sides first, then by name.
    pub types: Vec<HeldType>,
    /// How often two sides contest a dyad or an issue that is left out because it rests on single passages: never, unless that was asked for.
    pub left_out: usize,
}

/// What the sides say of a dyad. Sides are named by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyedDyad {
    /// The two actors.
    pub pair: Pair,
    /// Who speaks of it, by name or of who stands for its actors, with the signs that each holds now and carries: none, if nothing is held.
    pub answers: BTreeMap<usize, Signs>,
    /// Who holds nothing now of it, and denies something.
    pub denying: BTreeSet<usize>,
    /// Every two sides that contest it, with the rules that hold: the first is their verdict.
    pub contested: BTreeMap<[usize; 2], Vec<Contest>>,
    /// Who is of the majority: those of one sign, at least three, who are more than half of all that hold something now.
    pub majority: BTreeSet<usize>,
    /// Who contradicts each of the majority.
    pub outliers: BTreeSet<usize>,
}

impl SurveyedDyad {
    /// Whether the verdict of two sides is a contradiction.
    #[must_use]
    pub fn contradicts(&self, one: usize, other: usize) -> bool {
        let rules = self.contested.get(&[one.min(other), one.max(other)]);
        rules.and_then(|rules| rules.first()).is_some_and(|first| first.verdict.is_contradiction())
    }
}

/// How two sides stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// Which two.
    pub sides: [usize; 2],
    /// Dyads of which both speak.
    pub both: usize,
    /// Dyads of which one alone speaks.
    pub one: usize,
    /// Of those of both, how many they contest.
    pub contested: usize,
    /// Of these, on how many they contradict each other.
    pub contradictions: usize,
    /// The same of issues.
    pub issues: IssuesBetween,
}

impl Between {
    /// Dyads of both over dyads of either, from 0 to 1 (Jaccard); `None` if neither speaks of any.
    #[must_use]
    pub fn overlap(&self) -> Option<f64> {
        let all = self.both + self.one;
        (all > 0).then(|| self.both as f64 / all as f64)
    }

    /// How far apart the two are where both speak, on average: 0 alike, 1 in contradiction everywhere. `None` with fewer than
    /// [`LEAST_IN_COMMON`] dyads in common. What is contested without contradiction counts half.
    #[must_use]
    pub fn conflict(&self) -> Option<f64> {
        let halves = self.contested + self.contradictions;
        (self.both >= LEAST_IN_COMMON).then(|| halves as f64 / (2 * self.both) as f64)
    }
}

impl Comparison<'_> {
    /// Surveys all sides: O(d · s²) verdicts for d dyads and s sides.
    #[must_use]
    pub fn survey(&self) -> Survey {
        let mut found: BTreeMap<Pair, BTreeMap<[usize; 2], Vec<Contest>>> = BTreeMap::new();
        let (mut between, mut left_out) = (Vec::new(), 0);
        let speaking = self.speaking();
        for sides in self.couples() {
            let matched = self.matched(sides);
            let mut of_two = Between {
                sides,
                both: matched.shared.len(),
                one: matched.alone.len(),
                contested: 0,
                contradictions: 0,
                issues: IssuesBetween::default(),
            };
            for (pair, side, statements) in &matched.alone {
                for spoken_of in self.spoken_of(sides[*side], *pair, statements, &speaking) {
                    found.entry(spoken_of).or_default();
                }
            }
            for pair in matched.shared {
                let contested = found.entry(pair).or_default();
                let Some(contests) = self.contests(sides, pair) else { continue };
                if contests.is_left_out {
                    left_out += 1;
                    continue;
                }
                of_two.contested += 1;
                of_two.contradictions += usize::from(contests.rules[0].verdict.is_contradiction());
                contested.insert(sides, contests.rules);
            }
            between.push(of_two);
        }
        let mut dyads: Vec<SurveyedDyad> =
            found.into_iter().map(|(pair, contested)| self.surveyed(pair, contested)).collect();
        dyads.sort_by_key(|dyad| {
            let contradictions = dyad.contested.keys().filter(|[one, other]| dyad.contradicts(*one, *other)).count();
            (Reverse(contradictions), Reverse(dyad.contested.len()), Reverse(dyad.answers.len()), dyad.pair)
        });
        let of_issues = self.survey_of_issues();
        left_out += of_issues.left_out;
        for of_two in &mut between {
            of_two.issues = of_issues.between.get(&of_two.sides).copied().unwrap_or_default();
        }
        let (issues, types) = (of_issues.issues, types(self.corpus, &self.views));
        Survey { sides: self.views.len(), dyads, issues, between, types, left_out }
    }

    /// How many sides speak of each dyad, of its actors or of those who stand for them.
    fn speaking(&self) -> BTreeMap<Pair, usize> {
        let mut speaking: BTreeMap<Pair, usize> = BTreeMap::new();
        for pair in self.sides().flat_map(|side| side.said.pairs()) {
            *speaking.entry(pair).or_default() += 1;
        }
        speaking
    }

    /// The dyads that a side's statements on a pair belong to among all sides: that of those for whom its actors stand where another side
    /// speaks of that, else the pair.
    fn spoken_of(
        &self,
        side: usize,
        pair: Pair,
        statements: &[RelationId],
        speaking: &BTreeMap<Pair, usize>,
    ) -> BTreeSet<Pair> {
        let own = self.side(side);
        let is_spoken_of = |up: &Pair| {
            let all = speaking.get(up).copied().unwrap_or(0);
            all > usize::from(!own.said.of(*up).is_empty())
        };
        let leads_to = |id: &RelationId| own.leads_to(self.corpus, pair, *id);
        statements.iter().map(|id| leads_to(id).filter(is_spoken_of).unwrap_or(pair)).collect()
    }

    fn surveyed(&self, pair: Pair, contested: BTreeMap<[usize; 2], Vec<Contest>>) -> SurveyedDyad {
        let said = |side: usize| self.side(side).said.of(pair);
        let speaking = (0..self.views.len()).filter(|side| !said(*side).is_empty());
        let answers: BTreeMap<usize, Signs> =
            speaking.map(|side| (side, verdict::held_signs(self.corpus, pair, said(side)))).collect();
        let denies =
            |side: &usize| said(*side).iter().any(|id| self.corpus.relation(*id).standing() == Standing::Denies);
        let silent_but_for_denials = answers.iter().filter(|(_, signs)| signs.is_empty()).map(|(side, _)| *side);
        let denying = silent_but_for_denials.filter(denies).collect();
        let majority = majority(&answers);
        let mut dyad = SurveyedDyad { pair, answers, denying, contested, majority, outliers: BTreeSet::new() };
        let is_outlier = |side: &usize| dyad.majority.iter().all(|of_most| dyad.contradicts(*side, *of_most));
        if !dyad.majority.is_empty() {
            dyad.outliers = dyad.answers.keys().copied().filter(is_outlier).collect();
        }
        dyad
    }
}

/// Those who hold the sign of more than half of all who hold something now, if they are at least three. Who holds both signs answers, and
/// has none of them.
fn majority(answers: &BTreeMap<usize, Signs>) -> BTreeSet<usize> {
    let mut by_sign: BTreeMap<&'static str, BTreeSet<usize>> = BTreeMap::new();
    let answering = answers.values().filter(|signs| !signs.is_empty()).count();
    for (side, signs) in answers.iter().filter(|(_, signs)| !signs.is_empty() && !signs.both()) {
        by_sign.entry(signs.glyph()).or_default().insert(*side);
    }
    by_sign.into_values().find(|sides| sides.len() >= 3 && sides.len() * 2 > answering).unwrap_or_default()
}
