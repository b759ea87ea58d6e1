//! Positions as data, and the issues that they answer.

use std::collections::BTreeSet;

use parallax_core::model::{Attitude, Corpus, IssueId, Period, PositionId, Reason};
use parallax_core::text::Passages;
use serde::Serialize;

use super::statement::{Evidence, HolderShape, actors, evidence, facets, holders};
use crate::report::Options;
use crate::report::words::Words;

/// A question that texts answer.
#[derive(Serialize)]
pub(super) struct IssueShape<'a> {
    id: &'a str,
    question: &'a str,
    about: Vec<&'a str>,
    kind: &'static str,
    answers: Vec<AnswerShape<'a>>,
    ordered: bool,
    several: bool,
}

/// An answer that an issue offers.
#[derive(Serialize)]
struct AnswerShape<'a> {
    id: &'a str,
    label: &'a str,
}

/// A position as written.
#[derive(Serialize)]
pub(super) struct PositionShape<'a> {
    author: &'a str,
    id: String,
    issue: &'a str,
    answer: &'a str,
    stance: &'static str,
    negated: bool,
    standing: &'static str,
    holders: Vec<HolderShape<'a>>,
    via: Vec<HolderShape<'a>>,
    mode: &'static str,
    attitude: Option<&'static str>,
    hedged: bool,
    when: Option<&'a str>,
    strength: u8,
    facets: Vec<&'a str>,
    with: Vec<&'a str>,
    against: Vec<&'a str>,
    excluding: Vec<&'a str>,
    benefiting: Vec<&'a str>,
    rests_on: Vec<ReasonShape<'a>>,
    so: Vec<ReasonShape<'a>>,
    frame: Option<&'a str>,
    by: Option<&'a str>,
    amount: Option<&'a str>,
    condition: Option<&'a str>,
    gloss: &'a str,
    tags: Vec<&'a str>,
    coder: Option<&'a str>,
    evidence: Vec<Evidence<'a>>,
    sentence: String,
}

/// What a position rests on or leads to: by the id that its author's files, or a report, have for it.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum ReasonShape<'a> {
    Statement(String),
    Position(String),
    Frame(&'a str),
}

/// The issues that some positions answer.
pub(super) fn issues<'a>(corpus: &'a Corpus, positions: &[PositionId]) -> Vec<IssueShape<'a>> {
    let answered: BTreeSet<IssueId> = positions.iter().map(|id| corpus.position(*id).issue).collect();
    let shape = |id: IssueId| {
        let issue = corpus.issues.get(id);
        let answers = issue.answers.iter().map(|choice| AnswerShape { id: &choice.id, label: &choice.label });
        IssueShape {
            id: corpus.issues.name(id),
            question: &issue.question,
            about: actors(corpus, &issue.about),
            kind: issue.kind.word(),
            answers: answers.collect(),
            ordered: issue.ordered,
            several: issue.several,
        }
    };
    answered.into_iter().map(shape).collect()
}

/// A position.
pub(super) fn position<'a>(corpus: &'a Corpus, id: PositionId, passages: Option<&'a Passages>) -> PositionShape<'a> {
    let position = corpus.position(id);
    let (qualifiers, rare) = (position.qualifiers, position.rare.as_deref());
    let roles = rare.map(|rare| &rare.roles);
    let coder = rare.and_then(|rare| rare.coder.as_deref());
    let reasons = |reasons: &[Reason]| reasons.iter().map(|one| reason(corpus, *one)).collect();
    PositionShape {
        author: corpus.authors.name(position.author),
        id: corpus.position_name(id),
        issue: corpus.issues.name(position.issue),
        answer: corpus.issues.get(position.issue).id_of(position.answer),
        stance: qualifiers.stance.word(),
        negated: qualifiers.negated,
        standing: position.standing().word(),
        holders: holders(corpus, position.holders()),
        via: rare.map_or_else(Vec::new, |rare| holders(corpus, &rare.via)),
        mode: qualifiers.mode.word(),
        attitude: qualifiers.attitude.map(Attitude::word),
        hedged: qualifiers.hedged,
        when: corpus.time_of(&position.said()).map(Period::text),
        strength: qualifiers.strength,
        facets: facets(corpus, qualifiers.facets),
        with: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.with)),
        against: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.against)),
        excluding: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.excluding)),
        benefiting: roles.map_or_else(Vec::new, |roles| actors(corpus, &roles.benefiting)),
        rests_on: reasons(&position.rests_on),
        so: reasons(&position.so),
        frame: position.said().frame().map(|frame| corpus.frames.name(frame)),
        by: rare.and_then(|rare| rare.by.as_deref()),
        amount: rare.and_then(|rare| rare.amount.as_deref()),
        condition: rare.and_then(|rare| rare.condition.as_deref()),
        gloss: position.gloss(),
        tags: rare.map_or_else(Vec::new, |rare| rare.tags.iter().map(|tag| &**tag).collect()),
        coder: coder.or(corpus.authors.get(position.author).coder.as_deref()),
        evidence: evidence(corpus, position.evidence(), passages),
        sentence: Words::of(corpus, &[], &Options::default()).told(id),
    }
}

fn reason(corpus: &Corpus, reason: Reason) -> ReasonShape<'_> {
    match reason {
        Reason::Relation(id) => ReasonShape::Statement(corpus.relation_name(corpus.relation(id))),
        Reason::Position(id) => ReasonShape::Position(corpus.position_name(id)),
        Reason::Frame(id) => ReasonShape::Frame(corpus.frames.name(id)),
    }
}
