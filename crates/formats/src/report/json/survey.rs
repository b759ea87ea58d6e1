//! A comparison of several sides as data.

use std::collections::BTreeSet;

use parallax_core::diff::{Between, Comparison, Contest, HeldType, Share, SurveyedDyad};
use parallax_core::model::Corpus;
use serde::Serialize;

use super::difference::{SideShape, signs};
use super::issues::{SurveyedIssueShape, surveyed_issue};
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
    issues: Vec<SurveyedIssueShape<'a>>,
    types: Vec<HeldShape<'a>>,
    left_out: usize,
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
    issues: IssuesBetweenShape,
}

#[derive(Serialize)]
struct IssuesBetweenShape {
    both: usize,
    one: usize,
    overlap: Option<f64>,
    conflict: Option<f64>,
}

#[derive(Serialize)]
struct SurveyedShape<'a> {
    actors: [&'a str; 2],
    /// The signs that each side holds now that speaks of the two.
    answers: Vec<AnswerShape>,
    contested: Vec<ContestShape>,
    denying: BTreeSet<usize>,
    majority: BTreeSet<usize>,
    outliers: BTreeSet<usize>,
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
    also: Vec<&'static str>,
}

#[derive(Serialize)]
struct HeldShape<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    from: &'a str,
    to: &'a str,
    share: Option<&'static str>,
    sides: BTreeSet<usize>,
    divided: BTreeSet<usize>,
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
                || dyad.contested.values().flatten().any(|rule| options.verdicts.contains(&rule.verdict.name()))
        };
        let dyads: Vec<&SurveyedDyad> = survey.dyads.iter().filter(is_wanted).collect();
        let of_dyads = dyads.iter().flat_map(|dyad| [dyad.pair.0, dyad.pair.1]);
        let ends = survey.types.iter().flat_map(|held| [held.from, held.to]).chain(of_dyads).collect::<BTreeSet<_>>();
        Self {
            schema: "parallax-survey/1",
            sides,
            between: survey.between.iter().map(between).collect(),
            dyads: dyads.iter().map(|dyad| surveyed(corpus, dyad)).collect(),
            issues: survey.issues.iter().map(|found| surveyed_issue(corpus, found)).collect(),
            types: survey.types.iter().map(|held| self::held(corpus, held, views.len())).collect(),
            left_out: survey.left_out,
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
        issues: IssuesBetweenShape {
            both: between.issues.both,
            one: between.issues.one,
            overlap: between.issues.overlap(),
            conflict: between.issues.conflict(),
        },
    }
}

fn held<'a>(corpus: &'a Corpus, held: &HeldType, sides: usize) -> HeldShape<'a> {
    HeldShape {
        kind: corpus.types.name(held.kind),
        from: corpus.actors.name(held.from),
        to: corpus.actors.name(held.to),
        share: held.share(sides).map(Share::name),
        sides: held.sides.clone(),
        divided: held.divided.clone(),
    }
}

fn surveyed<'a>(corpus: &'a Corpus, dyad: &SurveyedDyad) -> SurveyedShape<'a> {
    let answer = |(side, held): (&usize, &_)| AnswerShape { side: *side, signs: signs(*held) };
    let contest = |(sides, rules): (&[usize; 2], &Vec<Contest>)| {
        let mut rules = rules.iter().map(|rule| rule.verdict.name());
        ContestShape { sides: *sides, verdict: rules.next().unwrap_or_default(), also: rules.collect() }
    };
    SurveyedShape {
        actors: [dyad.pair.0, dyad.pair.1].map(|actor| corpus.actors.name(actor)),
        answers: dyad.answers.iter().map(answer).collect(),
        contested: dyad.contested.iter().map(contest).collect(),
        denying: dyad.denying.clone(),
        majority: dyad.majority.clone(),
        outliers: dyad.outliers.clone(),
    }
}
