//! Questions that texts answer: an issue, and the answers that can be given to it.

use super::ActorId;
use super::voice::words;
use crate::diag::Span;

/// A question that authors answer, or tellingly do not.
#[derive(Debug, Clone)]
pub struct Issue {
    /// The question, in words that every author would accept.
    pub question: Box<str>,
    /// The actors that it concerns: who speaks of these may speak of it without an answer. Sorted.
    pub about: Vec<ActorId>,
    /// What it asks for.
    pub kind: IssueKind,
    /// The answers of its own; [`Answer::Given`] counts them.
    pub answers: Vec<AnswerChoice>,
    /// The answers stand in order, from one end of a scale to the other.
    pub ordered: bool,
    /// The answers do not exclude each other.
    pub several: bool,
    /// Where it is declared; `None` when a table's first use declared it.
    pub span: Option<Span>,
}

/// An answer that an issue offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerChoice {
    /// What positions call it.
    pub id: Box<str>,
    /// What people read.
    pub label: Box<str>,
}

words! {
    /// What an issue asks for.
    IssueKind {
        /// Whether something is so.
        Fact = "fact",
        /// How much of it there is.
        Degree = "degree",
        /// Where it is going.
        Trend = "trend",
        /// Why it is so.
        Cause = "cause",
        /// What comes of it.
        Effect = "effect",
        /// What somebody wants by it.
        Aim = "aim",
        /// What is good or right.
        Value = "value",
        /// What will be.
        Forecast = "forecast",
    }
}

impl IssueKind {
    /// Whether answers to such a question do not exclude each other, unless the issue says otherwise.
    #[must_use]
    pub fn takes_several(self) -> bool {
        matches!(self, Self::Cause | Self::Effect | Self::Aim)
    }
}

/// An answer to an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// One of those that the issue offers, by its place.
    Given(u16),
    /// That it cannot be said.
    Undecided,
    /// That the question is wrongly put.
    WrongQuestion,
}

impl Answer {
    /// The answers that every issue has beside its own, with their ids.
    pub const STANDING: [(&'static str, Self); 2] =
        [("undecided", Self::Undecided), ("wrong-question", Self::WrongQuestion)];
}

impl Issue {
    /// The answer with an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Answer> {
        let own = || self.answers.iter().position(|choice| *choice.id == *id).map(|place| Answer::Given(place as u16));
        let standing = || Answer::STANDING.iter().find(|(name, _)| *name == id).map(|(_, answer)| *answer);
        own().or_else(standing)
    }

    /// The id of an answer.
    #[must_use]
    pub fn id_of(&self, answer: Answer) -> &str {
        match answer {
            Answer::Given(place) => self.answers.get(usize::from(place)).map_or("", |choice| &choice.id),
            Answer::Undecided => "undecided",
            Answer::WrongQuestion => "wrong-question",
        }
    }

    /// Every answer that can be given, its own first.
    pub fn all(&self) -> impl Iterator<Item = Answer> + use<> {
        let own = (0..self.answers.len() as u16).map(Answer::Given);
        own.chain(Answer::STANDING.map(|(_, answer)| answer))
    }

    /// How many steps apart two answers stand on the scale; `None` if the issue is none, or one of them is not on it.
    #[must_use]
    pub fn steps(&self, one: Answer, other: Answer) -> Option<u16> {
        match (one, other) {
            (Answer::Given(one), Answer::Given(other)) if self.ordered => Some(one.abs_diff(other)),
            _ => None,
        }
    }
}
