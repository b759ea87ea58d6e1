//! One side of a comparison, or the only one of a picture: a view of a project, from statements to a drawing.

use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_render::{Drawing, Figure, Form, Options, Shown};

use crate::{Error, Project, views};

/// A view of a project's corpus.
#[derive(Debug, Clone)]
pub struct Side<'p> {
    corpus: &'p Corpus,
    view: View,
}

impl Project {
    /// A view: an author, a selection such as `hudis:actor=russia`, or a saved view that selects once.
    ///
    /// # Errors
    ///
    /// If the selection cannot be read, or names what the corpus does not have.
    pub fn view(&self, text: &str) -> Result<Side<'_>, Error> {
        Ok(Side { corpus: &self.corpus, view: views::view(text, &[], &self.corpus)? })
    }
}

impl<'p> Side<'p> {
    /// What it selects.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Its network: the actors, and for every pair of them what the statements come to.
    #[must_use]
    pub fn network(&self) -> Network<'p> {
        Network::of(self.corpus, &self.view)
    }

    /// What divides it from another side, by the whole record of both.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Difference<'p> {
        Difference::of(self.corpus, &self.view, &other.view)
    }

    /// What a picture of it shows, before any geometry; its words are of this language.
    #[must_use]
    pub fn figure(&self, messages: &'static Messages) -> Figure {
        Figure::of_network(&self.network(), None, messages)
    }

    /// A picture of it.
    ///
    /// # Errors
    ///
    /// If the layout engine fails, or the look cannot be had.
    pub fn drawing(&self, options: &Options) -> Result<Drawing, Error> {
        Ok(parallax_render::draw(&[self.figure(options.look.messages())], options)?)
    }

    /// A picture of what divides it from another side.
    ///
    /// # Errors
    ///
    /// As [`Side::drawing`].
    pub fn drawing_beside(&self, other: &Self, options: &Options) -> Result<Drawing, Error> {
        let views = vec![self.view.clone(), other.view.clone()];
        Ok(Form::usual(true).draw(&Shown { corpus: self.corpus, views, title: None }, options)?)
    }
}
