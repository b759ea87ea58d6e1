//! A comparison of several sides as data.

use std::collections::BTreeSet;

use parallax_core::diff::{Between, Comparison, HeldType, Share, SurveyedDyad};
use parallax_core::model::Corpus;
use serde::Serialize;

use super::difference::{SideShape, signs};
use super::{Who, who};
use crate::report::Options;
use crate::report::words::Words;

/// A comparison as written. Sides are named by their places in `sides`, counted from 0.
#[derive(Serialize)]
pub(super) struct SurveyShape<'a> {
    schema: &'static str,
    sides: Vec<SideShape<'a>>,
    between: Vec<BetweenShape>,
    dyads: Vec<SurveyedShape<'a>>,
    who: Vec<Who<'a>>,
}

#[derive(Serialize)]
struct BetweenShape {
    sides: [usize; 2],
    both: usize,
    one: usize,
    overlap: Option<f64>,
    contested: usize,
    contradictions: usize,
    conflict: Option<f64>,
}

#[derive(Serialize)]
struct SurveyedShape<'a> {
    actors: [&'a str; 2],
    /// The signs that each side holds now that speaks of the two.
    answers: Vec<AnswerShape>,
    contested: Vec<ContestShape>,
    majority: BTreeSet<usize>,
    outliers: BTreeSet<usize>,
    types: Vec<HeldShape<'a>>,
}

#[derive(Serialize)]
struct AnswerShape {
    side: usize,
    signs: Vec<i64>,
}

#[derive(Serialize)]
struct ContestShape {
    sides: [usize; 2],
    verdict: &'static str,
}

#[derive(Serialize)]
struct HeldShape<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    from: &'a str,
    to: &'a str,
    share: &'static str,
    sides: BTreeSet<usize>,
}

impl<'a> SurveyShape<'a> {
    /// The comparison, with the dyads of the wanted verdicts.
    pub(super) fn of(comparison: &'a Comparison<'_>, options: &'a Options) -> Self {
        let corpus = comparison.corpus;
        let views: Vec<_> = comparison.views.iter().collect();
        let names = Words::of(corpus, &views, options).side_names(&views);
        let sides = views.iter().zip(names).map(|(view, name)| SideShape::of(corpus, view, name)).collect();
        let survey = comparison.survey();
        let is_wanted = |dyad: &&SurveyedDyad| {
            options.verdicts.is_empty()
                || dyad.contested.values().any(|verdict| options.verdicts.contains(&verdict.name()))
        };
        let dyads: Vec<&SurveyedDyad> = survey.dyads.iter().filter(is_wanted).collect();
        let ends = dyads.iter().flat_map(|dyad| [dyad.pair.0, dyad.pair.1]).collect::<BTreeSet<_>>();
        Self {
            schema: "parallax-survey/1",
            sides,
            between: survey.between.iter().map(between).collect(),
            dyads: dyads.iter().map(|dyad| surveyed(corpus, dyad, views.len())).collect(),
            who: who(corpus, ends),
        }
    }
}

fn between(between: &Between) -> BetweenShape {
    BetweenShape {
        sides: between.sides,
        both: between.both,
        one: between.one,
        overlap: between.overlap(),
        contested: between.contested,
        contradictions: between.contradictions,
        conflict: between.conflict(),
    }
}

fn surveyed<'a>(corpus: &'a Corpus, dyad: &SurveyedDyad, sides: usize) -> SurveyedShape<'a> {
    let answer = |(side, held): (&usize, &_)| AnswerShape { side: *side, signs: signs(*held) };
    let contest = |(sides, verdict): (&[usize; 2], &parallax_core::diff::Verdict)| ContestShape {
        sides: *sides,
        verdict: verdict.name(),
    };
    let held = |held: &HeldType| HeldShape {
        kind: corpus.types.name(held.kind),
        from: corpus.actors.name(held.from),
        to: corpus.actors.name(held.to),
        share: Share::of(held.sides.len(), sides).name(),
        sides: held.sides.clone(),
    };
    SurveyedShape {
        actors: [dyad.pair.0, dyad.pair.1].map(|actor| corpus.actors.name(actor)),
        answers: dyad.answers.iter().map(answer).collect(),
        contested: dyad.contested.iter().map(contest).collect(),
        majority: dyad.majority.clone(),
        outliers: dyad.outliers.clone(),
        types: dyad.types.iter().map(held).collect(),
    }
}
