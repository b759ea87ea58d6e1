//! A report before its format: headings, paragraphs, claims, tables. Every format prints the same page, so none can disagree.

use parallax_core::diag::harmless;
use parallax_core::messages::{Messages, Value};

/// A second cue for a piece of text; nothing is said by tone alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// As it stands.
    Plain,
    /// Names, headings.
    Strong,
    /// The first view's.
    A,
    /// The second view's.
    B,
    /// Places, remarks.
    Faint,
    /// A contradiction.
    Clash,
}

impl Tone {
    /// The tone of a side: 0 the first, 1 the second.
    pub(super) fn of_side(side: usize) -> Self {
        if side == 0 { Self::A } else { Self::B }
    }
}

/// A piece of text in one tone. Its text is one line and cannot steer a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    text: String,
    /// The second cue.
    pub(super) tone: Tone,
}

impl Run {
    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// Stands around the number of a name in a message that is being filled.
const MARK: char = '\u{1}';

/// Pieces of text that follow one another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RichText(pub(super) Vec<Run>);

impl RichText {
    /// More text. Line breaks become blanks; what would change how a terminal shows other text is replaced.
    pub(super) fn and(mut self, text: &str, tone: Tone) -> Self {
        if !text.is_empty() {
            self.0.push(Run { text: harmless(text), tone });
        }
        self
    }

    /// More plain text.
    pub(super) fn plain(self, text: &str) -> Self {
        self.and(text, Tone::Plain)
    }

    /// More text that stands out.
    pub(super) fn strong(self, text: &str) -> Self {
        self.and(text, Tone::Strong)
    }

    /// More text that stands back.
    pub(super) fn faint(self, text: &str) -> Self {
        self.and(text, Tone::Faint)
    }

    /// More text of a side.
    pub(super) fn of_side(self, text: &str, side: usize) -> Self {
        self.and(text, Tone::of_side(side))
    }

    /// A message in which the names of sides stand out: each is a variable, with the side. What else it says are `values`.
    pub(super) fn message<const S: usize, const N: usize>(
        say: &Messages,
        key: &str,
        sides: [(&'static str, &str, usize); S],
        values: [(&'static str, Value<'_>); N],
    ) -> Self {
        // A harmless text has no controls, so that they can mark where the names stand.
        let marked = sides.iter().enumerate().map(|(index, (name, ..))| (*name, format!("{MARK}{index}{MARK}").into()));
        let others = values.into_iter().map(|(name, value)| match value {
            Value::String(text) => (name, harmless(&text).into()),
            other => (name, other),
        });
        let text = say.with_all(key, marked.chain(others));
        text.split(MARK).enumerate().fold(Self::default(), |line, (nth, piece)| {
            match (nth % 2, piece.parse().ok().and_then(|index: usize| sides.get(index))) {
                (1, Some((_, name, side))) => line.of_side(name, *side),
                _ => line.plain(piece),
            }
        })
    }

    /// Whether it has no text.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

/// A statement in words, as harmless as a [`RichText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ClaimItem {
    /// Who does what to whom, and who holds it.
    pub(super) sentence: RichText,
    /// The coder's paraphrase; may be empty.
    pub(super) gloss: RichText,
    /// Where the text says so, in brackets; may be empty.
    pub(super) places: RichText,
    /// What it says there, if that was asked for and the text is at hand.
    pub(super) passages: Vec<RichText>,
}

/// What two sides say to one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// What differs.
    pub(super) what: RichText,
    /// What each side says.
    pub(super) sides: [Vec<ClaimItem>; 2],
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading; 1 is the title.
    Heading(u8, RichText),
    /// A paragraph.
    Paragraph(RichText),
    /// An entry of a list.
    Item(RichText),
    /// An entry of a list that is a statement; the line stands before its sentence.
    ClaimItem(RichText, ClaimItem),
    /// Statements of two sides beside each other, with the names of the sides.
    Sides([String; 2], Vec<Row>),
    /// A table: column heads, then rows of as many cells.
    Table(Vec<String>, Vec<Vec<RichText>>),
}

/// A report.
pub(super) type Document = Vec<Block>;
