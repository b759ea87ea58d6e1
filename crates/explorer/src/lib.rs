//! The explorer: one page, in one file, in which both authors' worlds can be walked through, without a network or an installation.
//!
//! In: views of a corpus. Out: the data as a document ([`Explorer::data`]), or the page that shows it ([`Explorer::page`]). The drawings
//! are made here, by the same hand as every other picture; the page's own script and style are the plain files in `web/`, its words
//! come from the catalogue of messages.

mod assets;
mod briefing;
mod data;
mod dates;
mod drawings;
mod format;
mod issues;
mod page;
mod picture;
mod places;
mod pruned;
mod schema;
mod shapes;
mod works;

use std::collections::BTreeSet;

use parallax_core::model::RelationId;
use parallax_core::text::Passages;
use parallax_render::Error;
use parallax_render::{ExplorerPicture, MOST_VIEWS, Options, RenderRequest, explorer_pictures, main_lines};

pub use format::{PAGES, PageFormat, page_by_extension};
pub use schema::schema;

/// Views of a corpus with all that a page can show of them.
pub struct Explorer<'a> {
    request: RenderRequest<'a>,
    pictures: Vec<ExplorerPicture>,
    /// The main lines, which the page opens with.
    main: BTreeSet<RelationId>,
    passages: Option<&'a Passages>,
}

impl<'a> Explorer<'a> {
    /// Draws the views in every way that the page can show them. `main` says which statements are the main lines, in the keys of the selection
    /// language; `passages` are shown if given.
    ///
    /// # Errors
    ///
    /// If there are too many views, the keys of the main lines are wrong, or the layout fails.
    pub fn of(
        request: RenderRequest<'a>,
        main: Option<&str>,
        options: &Options,
        passages: Option<&'a Passages>,
    ) -> Result<Self, Error> {
        if !(1..=MOST_VIEWS).contains(&request.views.len()) {
            let given = request.views.len();
            return Err(Error::Usage(format!("an explorer page shows one to {MOST_VIEWS} views, not {given}")));
        }
        let mut lines = BTreeSet::new();
        for (view, keys) in main.iter().flat_map(|keys| request.views.iter().map(move |view| (view, keys))) {
            lines.extend(main_lines(view, keys, request.corpus)?.record(request.corpus));
        }
        let main = main.filter(|_| !lines.is_empty());
        let pictures = explorer_pictures(&request, main, options)?;
        Ok(Self { request, pictures, main: lines, passages })
    }

    /// The data as JSON: what programs read, and the page itself.
    #[must_use]
    pub fn data(&self) -> Vec<u8> {
        format!("{}\n", shapes::Document::of(self).json()).into_bytes()
    }

    /// The page.
    #[must_use]
    pub fn page(&self) -> Vec<u8> {
        page::page(self).into_bytes()
    }
}
