//! Whose statements they are: authors and their works, and the frames that the works build.

use super::voice::words;
use super::{ActorId, Anchor, AuthorId, Period};
use crate::diag::Span;

/// Somebody whose statements are coded.
#[derive(Debug, Clone)]
pub struct Author {
    /// The name.
    pub name: Box<str>,
    /// Whether the name is a plural: "the editors".
    pub plural: bool,
    /// The author as an actor: authors take sides too.
    pub actor: Option<ActorId>,
    /// `#rrggbb`, if the corpus asks for a colour.
    pub colour: Option<Box<str>>,
    /// Who coded the file, unless a statement says otherwise.
    pub coder: Option<Box<str>>,
    /// Where the author is declared; `None` when a table's first use declared it.
    pub span: Option<Span>,
}

/// A text of an author.
#[derive(Debug, Clone)]
pub struct Work {
    /// Whose it is.
    pub author: AuthorId,
    /// Its id within the author's file.
    pub id: Box<str>,
    /// The title.
    pub title: Box<str>,
    /// Who published it.
    pub publisher: Option<Box<str>>,
    /// When it appeared.
    pub date: Option<Period>,
    /// The present of the work: what is before it is historical.
    pub period: Option<Period>,
    /// Where it can be read.
    pub url: Option<Box<str>>,
    /// The name of its file in the folder of sources.
    pub text: Option<Box<str>>,
    /// Where that name is written.
    pub text_at: Option<Span>,
    /// What a paragraph is, if the work says so.
    pub paragraphs: Option<Paragraphs>,
    /// What its statements are.
    pub kind: WorkKind,
    /// The fingerprint of its whole text as it was coded: 16 hexadecimal digits.
    pub edition: Option<Box<str>>,
    /// Passages that name several actors and relate no two of them: looked at, with nothing to code.
    pub no_relation: Vec<Anchor>,
    /// Where it is declared.
    pub span: Span,
}

words! {
    /// How a text is cut into paragraphs.
    Paragraphs {
        /// Each line that is not empty is one.
        Lines = "lines",
        /// Blank lines stand between them.
        Blocks = "blocks",
    }
}

words! {
    /// What the statements of a work are.
    WorkKind {
        /// A reader's summary of what the text says.
        Text = "text",
        /// A record of events, one a row: single ones carry no verdict.
        Events = "events",
    }
}

words! {
    /// What kind of small network inside a text a frame is.
    FrameKind {
        /// A way of explaining.
        Framework = "framework",
        /// A likeness with another time.
        Analogy = "analogy",
        /// A meeting, a vote, an agreement.
        Event = "event",
    }
}

/// A frame, with every author's reading of it.
#[derive(Debug, Clone)]
pub struct Frame {
    /// One reading an author; never empty, in the order of authors.
    pub readings: Vec<Reading>,
}

impl Frame {
    /// The reading of an author, if the author has one.
    #[must_use]
    pub fn reading(&self, author: AuthorId) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.author == author)
    }
}

/// What one author makes of a frame.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Whose reading it is.
    pub author: AuthorId,
    /// The name.
    pub name: Box<str>,
    /// What kind of frame it is.
    pub kind: FrameKind,
    /// When it was.
    pub when: Option<Period>,
    /// Who takes part.
    pub participants: Vec<ActorId>,
    /// Who is kept out.
    pub absent: Vec<ActorId>,
    /// Of an analogy: who then is like whom now. "Then" may be no actor of the corpus.
    pub likens: Vec<(Box<str>, ActorId)>,
    /// The lesson, in the coder's words.
    pub gloss: Box<str>,
    /// Where the text says so.
    pub evidence: Vec<Anchor>,
    /// Where the reading is declared.
    pub span: Span,
}
