//! The explorer page that a saved view or a choice of views asks for.

use parallax_core::model::{Corpus, SavedView};
use parallax_core::text::Passages;
use parallax_explorer::{Explorer, PageFormat};
use parallax_render::{Options, Positions, RenderRequest};

use crate::{Error, lock, views};

/// A page that is wanted.
pub struct PageRequest {
    /// Selections as written.
    pub selections: Vec<String>,
    /// What narrows them.
    pub keys: Vec<(&'static str, String)>,
    /// What it is called.
    pub title: Option<String>,
    /// The main lines.
    pub main: Option<String>,
    /// Where actors are to stand.
    pub places: Positions,
}

impl PageRequest {
    /// The page that a saved view asks for.
    pub fn of_saved(view: &SavedView, corpus: &Corpus) -> Self {
        Self {
            selections: view.what.selections().iter().map(|(text, _)| text.to_string()).collect(),
            keys: Vec::new(),
            title: view.title.as_deref().map(str::to_owned),
            main: view.main.as_ref().map(|(keys, _)| keys.to_string()),
            places: Positions { centres: lock::places(view, corpus), ..Positions::default() },
        }
    }

    /// Draws it, and writes it in a format.
    ///
    /// # Errors
    ///
    /// If a selection is wrong, or the layout fails.
    pub fn write(&self, format: &PageFormat, corpus: &Corpus, passages: Option<&Passages>) -> Result<Vec<u8>, Error> {
        let views = self.selections.iter().map(|text| views::view(text, &self.keys, corpus));
        let views = views.collect::<Result<_, _>>()?;
        let request = RenderRequest { title: self.title.clone(), ..RenderRequest::of(corpus, views) };
        let options = Options { places: self.places.clone(), ..Options::default() };
        Ok(format.write(&Explorer::of(request, self.main.as_deref(), &options, passages)?))
    }
}
