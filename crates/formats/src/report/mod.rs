//! Networks and differences in words: the text twin of every picture, for terminals, for Markdown and for programs.
//!
//! What is said is decided once: `sentence` makes sentences of statements, `positions` of positions; `network`, `difference`, `dyads`, `sections` and
//! `survey` put them on a page, and `text` and `markdown` print that page. [`json`] gives the same findings as data. All other words are messages of the
//! catalogue ([`parallax_core::messages`]), in the language that is asked for.

mod brief;
mod difference;
mod document;
mod dyads;
mod grammar;
mod issues;
pub mod json;
mod markdown;
mod names;
mod network;
mod overview;
mod positions;
mod sections;
mod sentence;
mod survey;
mod survey_issues;
mod tally;
mod text;
mod words;
mod wrap;

#[cfg(test)]
mod tests;

pub use brief::{BriefingPiece, Target, briefing, printed_briefing};

use std::io::{self, Write};

use parallax_core::diff::{Comparison, Difference, Pair, Tally};
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, Corpus, IssueId, TypeId};
use parallax_core::network::{Network, View};
use parallax_core::text::Passages;

/// How a report is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The language (not of data: JSON is the same in all).
    pub messages: &'static Messages,
    /// With the colours of a terminal (text only).
    pub colour: bool,
    /// Columns of the terminal (text only); fewer than 40 count as 40.
    pub width: usize,
    /// Every claim: agreements, the rest beside them, silences of all grades, whole anchors and ids.
    pub all: bool,
    /// Only dyads of these verdicts, by [`parallax_core::diff::Verdict::name`]; all of them if empty.
    pub verdicts: Vec<&'static str>,
    /// Only what is about one of these: dyads of theirs, and issues about them; everything if empty.
    pub about: Vec<ActorId>,
    /// With the passages, of the texts that are at hand.
    pub passages: Option<Passages>,
    /// What each author says of a dyad apart, and who is silent (networks only).
    pub by_author: bool,
}

impl Options {
    /// Whether a part of a comparison is asked for.
    fn is_of_part(&self) -> bool {
        !(self.verdicts.is_empty() && self.about.is_empty())
    }

    /// Whether an issue is asked for.
    fn wants_issue(&self, corpus: &Corpus, id: IssueId) -> bool {
        let is_about = || corpus.issues.get(id).about.iter().any(|actor| self.about.contains(actor));
        self.verdicts.is_empty() && (self.about.is_empty() || is_about())
    }

    /// Whether the dyad of two actors is asked for, whatever its verdict.
    fn wants_pair(&self, pair: Pair) -> bool {
        self.about.is_empty() || self.about.contains(&pair.0) || self.about.contains(&pair.1)
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            messages: Messages::english(),
            colour: false,
            width: 100,
            all: false,
            verdicts: Vec::new(),
            about: Vec::new(),
            passages: None,
            by_author: false,
        }
    }
}

/// A format of reports.
pub trait Report: Sync {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;
    /// How its files end, without the dot.
    fn extension(&self) -> &'static str;
    /// What it is for, in a line.
    fn about(&self) -> &'static str;
    /// A difference of two views.
    ///
    /// # Errors
    ///
    /// If nothing can be written to `out`.
    fn difference(&self, difference: &Difference<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()>;
    /// A comparison of several sides.
    ///
    /// # Errors
    ///
    /// If nothing can be written to `out`.
    fn survey(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()>;
    /// A comparison: of two sides dyad by dyad, claim by claim; of more, who holds what.
    ///
    /// # Errors
    ///
    /// If nothing can be written to `out`.
    fn comparison(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        match comparison.of_two() {
            Some(difference) => self.difference(difference, options, out),
            None => self.survey(comparison, options, out),
        }
    }
    /// What divides and joins the sides of a comparison, in ten lines.
    ///
    /// # Errors
    ///
    /// If nothing can be written to `out`.
    fn briefing(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()>;
    /// A network: who holds what about whom.
    ///
    /// # Errors
    ///
    /// If nothing can be written to `out`.
    fn network(&self, network: &Network<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()>;
    /// How often two views hold each type, in the order given; `sides` are the names of the views.
    ///
    /// # Errors
    ///
    /// If nothing can be written to `out`.
    fn tally(
        &self,
        corpus: &Corpus,
        sides: &[String; 2],
        tallies: &[(TypeId, Tally)],
        options: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()>;
}

/// Every format of reports.
pub static REPORTS: &[&dyn Report] = &[&text::Text, &markdown::Markdown, &json::Json];

/// What two views are called beside each other: by author where that tells them apart.
#[must_use]
pub fn side_names(corpus: &Corpus, a: &View, b: &View, messages: &'static Messages) -> [String; 2] {
    words::Words::of(corpus, &[a, b], &Options { messages, ..Options::default() }).sides(a, b)
}

/// Whether the authors of a view take a verb in the plural.
#[must_use]
pub fn several(corpus: &Corpus, view: &View) -> bool {
    words::Words::of(corpus, &[view], &Options::default()).several(view)
}

/// A format of reports by its name; the first one if there is none.
#[must_use]
pub fn by_name(name: &str) -> &'static dyn Report {
    REPORTS.iter().copied().find(|report| report.name() == name).unwrap_or(REPORTS[0])
}
