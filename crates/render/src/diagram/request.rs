//! What a picture is to show: views of a corpus.

use parallax_core::diff::Comparison;
use parallax_core::model::Corpus;
use parallax_core::network::View;

use crate::diagram::columns::WordStyle;

/// What a picture is to show.
#[derive(Debug, Clone)]
pub struct RenderRequest<'c> {
    /// Where the views select.
    pub corpus: &'c Corpus,
    /// Whose and which statements.
    pub views: Vec<View>,
    /// What it is called, if not by its views.
    pub title: Option<String>,
    /// Mark as contested only what stands on more than one passage.
    pub firm: bool,
    /// What a form prints that makes no words of its own (`DiagramKind::is_printed`).
    pub text: PrintedText,
}

/// A text to be printed, in words that reports have as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedText {
    /// How its figures are to be read.
    pub about: String,
    /// Its lines.
    pub lines: Vec<PrintedLine>,
}

/// A line of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedLine {
    /// What it is on.
    pub lead: String,
    /// What it says: words of one style after another, each beginning with a word of its own.
    pub runs: Vec<(WordStyle, String)>,
}

impl<'c> RenderRequest<'c> {
    /// What some views select, by the name that they have.
    #[must_use]
    pub fn of(corpus: &'c Corpus, views: Vec<View>) -> Self {
        Self { corpus, views, title: None, firm: false, text: PrintedText::default() }
    }

    /// The views as the sides of a comparison.
    #[must_use]
    pub fn comparison(&self) -> Comparison<'c> {
        Comparison::of(self.corpus, &self.views).only_firm(self.firm)
    }
}

impl PrintedLine {
    /// The line as one text.
    pub(super) fn told(&self) -> String {
        let words: Vec<&str> = self.runs.iter().map(|(_, words)| &**words).collect();
        format!("{}: {}", self.lead, words.join(" "))
    }
}
