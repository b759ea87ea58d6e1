//! Issues of a comparison as data.

use std::collections::BTreeSet;

use parallax_core::diff::{IssueDifference, IssueVerdict, Stand, SurveyedIssue};
use parallax_core::model::{Answer, Corpus, IssueId, PositionId, Standing};
use serde::Serialize;

use super::issue::{IssueVerdictShape as VerdictOfTwo, issue_verdict_shape};
use super::statement::Refs;

/// An issue, as two sides answer it.
#[derive(Serialize)]
pub(super) struct AnsweredShape<'a> {
    #[serde(flatten)]
    verdict: VerdictOfTwo<'a, String>,
    question: &'a str,
    /// Of each side every answer that it holds, denies or leaves open.
    answers: [Vec<AnswerShape<'a>>; 2],
}

/// An answer of a side.
#[derive(Serialize)]
pub(super) struct AnswerShape<'a> {
    answer: &'a str,
    standing: &'static str,
    /// Whether the side holds it most strongly.
    main: bool,
    /// Whether it hangs on a condition, or is to come.
    conditional: bool,
    positions: Vec<String>,
}

pub(super) fn answered_shape<'a>(corpus: &'a Corpus, found: &IssueDifference, refs: &Refs) -> AnsweredShape<'a> {
    AnsweredShape {
        verdict: issue_verdict_shape(corpus, found, refs),
        question: &corpus.issues.get(found.issue).question,
        answers: found.stands.each_ref().map(|stand| answers(corpus, found.issue, stand)),
    }
}

fn answers<'a>(corpus: &'a Corpus, id: IssueId, stand: &Stand) -> Vec<AnswerShape<'a>> {
    let issue = corpus.issues.get(id);
    let main = stand.main(corpus);
    let shape = |answer: Answer, standing: Standing, positions: &[PositionId]| AnswerShape {
        answer: issue.id_of(answer),
        standing: standing.word(),
        main: standing == Standing::Holds && main.contains(&answer),
        conditional: standing == Standing::Holds && stand.conditional.contains(&answer),
        positions: positions.iter().map(|position| name(corpus, *position)).collect(),
    };
    let held = stand.held.iter().map(|(answer, positions)| shape(*answer, Standing::Holds, positions));
    let denied = stand.denied.iter().map(|(answer, positions)| shape(*answer, Standing::Denies, positions));
    let open: BTreeSet<Answer> = stand.open.iter().map(|position| corpus.position(*position).answer).collect();
    let open = open.into_iter().map(|answer| {
        let of_it = stand.open.iter().copied().filter(|position| corpus.position(*position).answer == answer);
        shape(answer, Standing::Open, &of_it.collect::<Vec<_>>())
    });
    held.chain(denied).chain(open).collect()
}

/// A position by its author and its name.
fn name(corpus: &Corpus, id: PositionId) -> String {
    format!("{}/{}", corpus.authors.name(corpus.position(id).author), corpus.position_name(id))
}

/// An issue, as several sides answer it.
#[derive(Serialize)]
pub(super) struct SurveyedIssueShape<'a> {
    issue: &'a str,
    question: &'a str,
    answers: Vec<SideAnswersShape<'a>>,
    verdicts: Vec<IssueVerdictShape>,
    majority: BTreeSet<usize>,
    outliers: BTreeSet<usize>,
}

#[derive(Serialize)]
struct SideAnswersShape<'a> {
    side: usize,
    answers: Vec<AnswerShape<'a>>,
}

#[derive(Serialize)]
struct IssueVerdictShape {
    sides: [usize; 2],
    verdict: &'static str,
    contested: bool,
}

pub(super) fn surveyed_issue<'a>(corpus: &'a Corpus, found: &SurveyedIssue) -> SurveyedIssueShape<'a> {
    let verdict = |(sides, verdict): (&[usize; 2], &IssueVerdict)| IssueVerdictShape {
        sides: *sides,
        verdict: verdict.name(),
        contested: verdict.is_contested(),
    };
    let side = |(side, stand): (usize, &Stand)| SideAnswersShape { side, answers: answers(corpus, found.issue, stand) };
    SurveyedIssueShape {
        issue: corpus.issues.name(found.issue),
        question: &corpus.issues.get(found.issue).question,
        answers: found.speaking().map(side).collect(),
        verdicts: found.verdicts.iter().map(verdict).collect(),
        majority: found.majority.clone(),
        outliers: found.outliers.clone(),
    }
}
