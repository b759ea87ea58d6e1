//! A position: an author's answer to an issue, said as statements are said.

use super::relation::PeriodId;
use super::{
    Anchor, Answer, Attitude, AuthorId, Facets, Factuality, FrameId, Holder, IssueId, Mode, PositionId, RareFields,
    Relation, RelationId, Stance, Standing,
};
use crate::diag::{SourceId, Span};

/// How something is said, of actors or in answer to a question: what statements and positions have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Qualifiers {
    /// How the author stands to it.
    pub stance: Stance,
    /// The content is that this does *not* hold.
    pub negated: bool,
    /// In which world it holds.
    pub mode: Mode,
    /// What the holder feels about it.
    pub attitude: Option<Attitude>,
    /// Held, but guardedly.
    pub hedged: bool,
    /// 1 slight, 2 plain, 3 strong.
    pub strength: u8,
    /// When, as a number in the corpus' list of periods.
    pub when: Option<PeriodId>,
    /// In which respects.
    pub facets: Facets,
}

/// Whose something is and how it is said: of a statement, or of a position.
#[derive(Debug, Clone, Copy)]
pub struct Said<'r> {
    /// Whose it is.
    pub author: AuthorId,
    /// How it is said.
    pub qualifiers: Qualifiers,
    /// What little of it is rare.
    pub rare: Option<&'r RareFields>,
}

impl<'r> Said<'r> {
    /// Whose claim it is, if not the author's own.
    #[must_use]
    pub fn holders(&self) -> &'r [Holder] {
        self.rare.map_or(&[], |rare| &rare.holders)
    }

    /// Where the text says so.
    #[must_use]
    pub fn evidence(&self) -> &'r [Anchor] {
        self.rare.map_or(&[], |rare| &rare.evidence)
    }

    /// The frame that it belongs to.
    #[must_use]
    pub fn frame(&self) -> Option<FrameId> {
        self.rare.and_then(|rare| rare.frame)
    }
}

/// An author's answer to an issue.
#[derive(Debug, Clone)]
pub struct Position {
    /// Whose position it is.
    pub author: AuthorId,
    /// To which question.
    pub issue: IssueId,
    /// The answer.
    pub answer: Answer,
    /// How it is said.
    pub qualifiers: Qualifiers,
    /// What few positions have. Its links stand apart: see `rests_on` and `so`.
    pub rare: Option<Box<RareFields>>,
    /// The reasons that the author gives.
    pub rests_on: Vec<Reason>,
    /// What the author concludes from it.
    pub so: Vec<Reason>,
    /// Where it is written.
    pub spans: PositionSpans,
}

/// What a position rests on, or leads to: something else that the same author says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A statement about actors.
    Relation(RelationId),
    /// Another position.
    Position(PositionId),
    /// A framework, an analogy or an event.
    Frame(FrameId),
}

/// Where a position and its fields are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PositionSpans {
    pub(crate) source: SourceId,
    pub(crate) record: (u32, u32),
    pub(crate) issue: (u32, u32),
    pub(crate) answer: (u32, u32),
}

impl PositionSpans {
    fn span(&self, (start, end): (u32, u32)) -> Span {
        Span { source: self.source, start, end }
    }

    /// The whole record.
    #[must_use]
    pub fn record(&self) -> Span {
        self.span(self.record)
    }

    /// The `issue` field.
    #[must_use]
    pub fn issue(&self) -> Span {
        self.span(self.issue)
    }

    /// The `answer` field.
    #[must_use]
    pub fn answer(&self) -> Span {
        self.span(self.answer)
    }
}

impl Qualifiers {
    /// Whether the author holds what is said. Of an attitude, negation is part of what is felt.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing::of(self.stance, self.negated && self.attitude.is_none())
    }

    /// Stance, negation, mode and attitude in one.
    #[must_use]
    pub fn factuality(&self) -> Factuality {
        Factuality::of(self.stance, self.negated, self.mode, self.attitude)
    }
}

impl Relation {
    /// Whose it is and how it is said.
    #[must_use]
    pub fn said(&self) -> Said<'_> {
        Said { author: self.author, qualifiers: self.qualifiers(), rare: self.rare.as_deref() }
    }

    /// How it is said.
    #[must_use]
    pub fn qualifiers(&self) -> Qualifiers {
        Qualifiers {
            stance: self.stance,
            negated: self.negated,
            mode: self.mode,
            attitude: self.attitude,
            hedged: self.hedged,
            strength: self.strength,
            when: self.when,
            facets: self.facets,
        }
    }
}

impl Position {
    /// Whose it is and how it is said.
    #[must_use]
    pub fn said(&self) -> Said<'_> {
        Said { author: self.author, qualifiers: self.qualifiers, rare: self.rare.as_deref() }
    }

    /// Whether the author holds the answer: as of a statement, an answer that is only wished for or feared is held as a wish.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.qualifiers.standing()
    }

    /// Whether it is only somebody's wish, fear, plan or demand that the answer be so.
    #[must_use]
    pub fn is_felt(&self) -> bool {
        self.qualifiers.attitude.is_some()
    }

    /// Whether it hangs on a condition, or on what is only possible or, unless the issue asks for what will be, to come.
    #[must_use]
    pub fn is_conditional(&self, of_forecast: bool) -> bool {
        let mode = self.qualifiers.mode;
        let to_come = mode == Mode::Future && !of_forecast;
        to_come || mode == Mode::Hypothetical || self.rare.as_ref().is_some_and(|rare| rare.condition.is_some())
    }

    /// The paraphrase, or nothing.
    #[must_use]
    pub fn gloss(&self) -> &str {
        self.rare.as_ref().and_then(|rare| rare.gloss.as_deref()).unwrap_or("")
    }

    /// Where the text says so.
    #[must_use]
    pub fn evidence(&self) -> &[Anchor] {
        self.said().evidence()
    }

    /// Whose claim it is, if not the author's own.
    #[must_use]
    pub fn holders(&self) -> &[Holder] {
        self.said().holders()
    }
}
