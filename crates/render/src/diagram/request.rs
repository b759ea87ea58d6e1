//! What a picture is to show: views of a corpus.

use parallax_core::diff::Comparison;
use parallax_core::model::Corpus;
use parallax_core::network::View;

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
}

impl<'c> RenderRequest<'c> {
    /// The views as the sides of a comparison.
    pub(super) fn comparison(&self) -> Comparison<'c> {
        Comparison::of(self.corpus, &self.views).only_firm(self.firm)
    }
}
