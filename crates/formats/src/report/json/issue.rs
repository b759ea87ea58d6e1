//! Issues and positions as data, and what the positions of two sides come to.

use std::collections::BTreeSet;

use parallax_core::diff::{Firmness, IssueDifference, IssueVerdict, Passage};
use parallax_core::model::{Attitude, Corpus, IssueId, Period, PositionId, RareFields, Reason, RelationId};
use parallax_core::text::Passages;
use schemars::JsonSchema;
use serde::Serialize;

use super::statement::{Evidence, HolderShape, Refer, actors, evidence, facets, holders};

/// A question that texts answer, or tellingly do not.
#[derive(Serialize, JsonSchema)]
pub struct IssueShape<'a> {
    #[schemars(length(min = 1))]
    id: &'a str,
    #[schemars(length(min = 1))]
    question: &'a str,
    #[schemars(length(min = 1))]
    kind: &'static str,
    /// The actors that it concerns.
    about: Vec<&'a str>,
    /// Those of its own; `undecided` and `wrong-question` are always there.
    #[schemars(length(min = 1))]
    answers: Vec<AnswerShape<'a>>,
    /// The answers form a scale.
    ordered: bool,
    /// The answers do not exclude each other.
    several: bool,
}

/// An answer that an issue offers.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
struct AnswerShape<'a> {
    #[schemars(length(min = 1))]
    id: &'a str,
    #[schemars(length(min = 1))]
    label: &'a str,
}

/// An issue.
#[must_use]
pub fn issue_shape(corpus: &Corpus, id: IssueId) -> IssueShape<'_> {
    let issue = corpus.issues.get(id);
    let answers = issue.answers.iter().map(|choice| AnswerShape { id: &choice.id, label: &choice.label });
    IssueShape {
        id: corpus.issues.name(id),
        question: &issue.question,
        kind: issue.kind.word(),
        about: actors(corpus, &issue.about),
        answers: answers.collect(),
        ordered: issue.ordered,
        several: issue.several,
    }
}

/// The issues that some positions answer.
pub(super) fn answered<'a>(corpus: &'a Corpus, positions: &[PositionId]) -> Vec<IssueShape<'a>> {
    let answered: BTreeSet<IssueId> = positions.iter().map(|id| corpus.position(*id).issue).collect();
    answered.into_iter().map(|id| issue_shape(corpus, id)).collect()
}

/// The statements that some positions name as reasons and conclusions.
pub(super) fn reasons(corpus: &Corpus, positions: &[PositionId]) -> BTreeSet<RelationId> {
    let named = positions.iter().map(|id| corpus.position(*id));
    let named = named.flat_map(|position| position.rests_on.iter().chain(&position.so));
    named.filter_map(|reason| if let Reason::Relation(id) = reason { Some(*id) } else { None }).collect()
}

/// A position as written: an answer to an issue, and how it is given.
#[derive(Serialize, JsonSchema)]
pub struct Position<'a, N> {
    /// Its name: that of its author and its own.
    #[serde(rename = "ref")]
    #[schemars(length(min = 1))]
    name: String,
    #[schemars(length(min = 1))]
    author: &'a str,
    #[schemars(length(min = 1))]
    id: String,
    #[schemars(length(min = 1))]
    issue: &'a str,
    /// The id of an answer of the issue, `undecided` or `wrong-question`.
    #[schemars(length(min = 1))]
    answer: &'a str,
    #[schemars(length(min = 1))]
    stance: &'static str,
    negated: bool,
    /// What follows from stance and negation: `holds`, `open` or `denies`.
    #[schemars(length(min = 1))]
    standing: &'static str,
    holders: Vec<HolderShape<'a>>,
    via: Vec<HolderShape<'a>>,
    #[schemars(length(min = 1))]
    mode: &'static str,
    attitude: Option<&'static str>,
    hedged: bool,
    /// In EDTF.
    when: Option<&'a str>,
    /// 1 in passing, 2 plain, 3 strong.
    strength: u8,
    facets: Vec<&'a str>,
    with: Vec<&'a str>,
    against: Vec<&'a str>,
    excluding: Vec<&'a str>,
    benefiting: Vec<&'a str>,
    /// The reasons that the author gives.
    rests_on: Vec<ReasonShape<'a, N>>,
    /// What the author concludes from it.
    so: Vec<ReasonShape<'a, N>>,
    frame: Option<&'a str>,
    by: Option<&'a str>,
    amount: Option<&'a str>,
    condition: Option<&'a str>,
    gloss: &'a str,
    tags: Vec<&'a str>,
    coder: Option<&'a str>,
    evidence: Vec<Evidence<'a>>,
}

/// What a position rests on, or leads to.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Reason")]
enum ReasonShape<'a, N> {
    Statement(N),
    Position(N),
    Frame(#[schemars(length(min = 1))] &'a str),
}

/// A position, which points at others and at statements as `refs` does.
pub fn position<'a, R: Refer>(
    corpus: &'a Corpus,
    id: PositionId,
    refs: &R,
    passages: Option<&'a Passages>,
) -> Position<'a, R::Name> {
    let position = corpus.position(id);
    let said = position.qualifiers;
    let none = RareFields::default();
    let rare = position.rare.as_deref();
    let roles = &rare.unwrap_or(&none).roles;
    let own = corpus.position_name(id);
    let reasons = |reasons: &[Reason]| reasons.iter().map(|reason| reason_shape(corpus, *reason, refs)).collect();
    Position {
        name: format!("{}/{own}", corpus.authors.name(position.author)),
        author: corpus.authors.name(position.author),
        id: own,
        issue: corpus.issues.name(position.issue),
        answer: corpus.issues.get(position.issue).id_of(position.answer),
        stance: said.stance.word(),
        negated: said.negated,
        standing: position.standing().word(),
        holders: holders(corpus, position.holders()),
        via: rare.map_or_else(Vec::new, |rare| holders(corpus, &rare.via)),
        mode: said.mode.word(),
        attitude: said.attitude.map(Attitude::word),
        hedged: said.hedged,
        when: corpus.time_of(&position.said()).map(Period::text),
        strength: said.strength,
        facets: facets(corpus, said.facets),
        with: actors(corpus, &roles.with),
        against: actors(corpus, &roles.against),
        excluding: actors(corpus, &roles.excluding),
        benefiting: actors(corpus, &roles.benefiting),
        rests_on: reasons(&position.rests_on),
        so: reasons(&position.so),
        frame: position.said().frame().map(|frame| corpus.frames.name(frame)),
        by: rare.and_then(|rare| rare.by.as_deref()),
        amount: rare.and_then(|rare| rare.amount.as_deref()),
        condition: rare.and_then(|rare| rare.condition.as_deref()),
        gloss: position.gloss(),
        tags: rare.map_or_else(Vec::new, |rare| rare.tags.iter().map(|tag| &**tag).collect()),
        coder: rare.and_then(|rare| rare.coder.as_deref()).or(corpus.authors.get(position.author).coder.as_deref()),
        evidence: evidence(corpus, position.evidence(), passages),
    }
}

fn reason_shape<'a, R: Refer>(corpus: &'a Corpus, reason: Reason, refs: &R) -> ReasonShape<'a, R::Name> {
    match reason {
        Reason::Relation(id) => ReasonShape::Statement(refs.refer(id)),
        Reason::Position(id) => ReasonShape::Position(refs.position(corpus, id)),
        Reason::Frame(id) => ReasonShape::Frame(corpus.frames.name(id)),
    }
}

/// What the positions of two sides on an issue come to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "IssueVerdict")]
pub struct IssueVerdictShape<'a, N> {
    #[schemars(length(min = 1))]
    issue: &'a str,
    #[schemars(length(min = 1))]
    verdict: &'static str,
    /// Whether the two answer it otherwise: marked with ≠.
    contested: bool,
    /// Why one side is silent, if one is.
    silence: Option<&'static str>,
    /// Of two that agree, of what both name some and have none in common: `reasons`, `conclusions`.
    other: Vec<&'static str>,
    /// The answers that both deny.
    shared_denials: Vec<&'a str>,
    /// The passages without one of which it would not be contested; none if it is firm.
    rests_on: Vec<PassageShape<'a, N>>,
    /// Too much is said of it to try whether it rests on single passages.
    untried: bool,
}

/// A passage: a paragraph of a work, the events of a time, or a position that has no place.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "IssueRestsOn")]
struct PassageShape<'a, N> {
    work: Option<&'a str>,
    paragraph: Option<u32>,
    when: Option<&'a str>,
    position: Option<N>,
}

/// The verdict on an issue, which points at positions as `refs` does.
pub fn issue_verdict_shape<'a, R: Refer>(
    corpus: &'a Corpus,
    found: &IssueDifference,
    refs: &R,
) -> IssueVerdictShape<'a, R::Name> {
    let issue = corpus.issues.get(found.issue);
    let silence = match found.verdict {
        IssueVerdict::OnlyA(silence) | IssueVerdict::OnlyB(silence) => Some(silence.name()),
        _ => None,
    };
    let others = [("reasons", found.other_reasons), ("conclusions", found.other_conclusions)];
    IssueVerdictShape {
        issue: corpus.issues.name(found.issue),
        verdict: found.verdict.name(),
        contested: found.verdict.is_contested(),
        silence,
        other: others.into_iter().filter(|(_, are)| *are).map(|(name, _)| name).collect(),
        shared_denials: found.shared_denials.iter().map(|answer| issue.id_of(*answer)).collect(),
        rests_on: passages(corpus, &found.firmness, refs),
        untried: found.firmness == Firmness::Untried,
    }
}

fn passages<'a, R: Refer>(corpus: &'a Corpus, firmness: &Firmness, refs: &R) -> Vec<PassageShape<'a, R::Name>> {
    let Firmness::RestsOn(passages) = firmness else { return Vec::new() };
    let nowhere = || PassageShape { work: None, paragraph: None, when: None, position: None };
    let shape = |passage: &Passage| match *passage {
        Passage::Paragraph(work, paragraph) => {
            PassageShape { work: Some(&*corpus.work(work).id), paragraph: Some(paragraph), ..nowhere() }
        }
        Passage::Time(when) => PassageShape { when: Some(corpus.period(when).text()), ..nowhere() },
        Passage::Position(id) => PassageShape { position: Some(refs.position(corpus, id)), ..nowhere() },
        // Only a dyad rests on statements.
        Passage::Statement(_) => nowhere(),
    };
    passages.iter().map(shape).collect()
}
