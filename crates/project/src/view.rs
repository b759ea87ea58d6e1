//! A view of a project: the way from statements to a network, a comparison, a figure, a drawing.

use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::network::{Network, View};
use parallax_render::{DiagramKind, Drawing, Figure, Options, RenderRequest};

use crate::{Error, Project, views};

/// A view, with the corpus that it selects from.
#[derive(Debug, Clone)]
pub struct ProjectView<'p> {
    corpus: &'p Corpus,
    view: View,
}

impl Project {
    /// A view: an author, a selection such as `hudis:actor=russia`, or a saved view that selects once.
    ///
    /// ```
    /// # use parallax_project::{EXAMPLE, Error, Project, files::write_whole};
    /// # let folder = tempfile::tempdir().unwrap();
    /// # for (name, text) in EXAMPLE { write_whole(&folder.path().join(name), text.as_bytes())?; }
    /// let project = Project::open(folder.path())?;
    /// let all = project.view("hudis")?.network();
    /// let some = project.view("hudis:actor=russia")?.network();
    /// assert!(some.actors().count() < all.actors().count());
    /// let refused = project.view("hudis:actor=rusia").unwrap_err();
    /// assert!(refused.to_string().contains("did you mean `russia`"));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the selection cannot be read, or names what the corpus does not have.
    pub fn view(&self, text: &str) -> Result<ProjectView<'_>, Error> {
        Ok(ProjectView { corpus: &self.corpus, view: views::view(text, &[], &self.corpus)? })
    }
}

impl<'p> ProjectView<'p> {
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

    /// What divides it from another view, by the whole record of both.
    ///
    /// ```
    /// # use parallax_project::{EXAMPLE, Error, Project, files::write_whole};
    /// # let folder = tempfile::tempdir().unwrap();
    /// # for (name, text) in EXAMPLE { write_whole(&folder.path().join(name), text.as_bytes())?; }
    /// let project = Project::open(folder.path())?;
    /// let (a, b) = (project.view("pozhidaev")?, project.view("hudis")?);
    /// assert!(a.compare(&b).differs());
    /// assert!(!a.compare(&a).differs());
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Self) -> Difference<'p> {
        Difference::of(self.corpus, &self.view, &other.view)
    }

    /// What a picture of it shows, before any geometry; its words are of this language. A graph format takes it as it is:
    ///
    /// ```
    /// # use parallax_core::messages::Messages;
    /// # use parallax_project::{EXAMPLE, Error, Project, files::write_whole};
    /// # let folder = tempfile::tempdir().unwrap();
    /// # for (name, text) in EXAMPLE { write_whole(&folder.path().join(name), text.as_bytes())?; }
    /// let project = Project::open(folder.path())?;
    /// let figure = project.view("hudis")?.figure(Messages::english());
    /// let dot = parallax_formats::DOT.write(&[figure], parallax_render::THEMES[0])?;
    /// assert!(dot.starts_with(b"digraph"));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn figure(&self, messages: &'static Messages) -> Figure {
        Figure::of_network(&self.network(), None, messages)
    }

    /// A picture of it.
    ///
    /// ```
    /// # use parallax_project::{EXAMPLE, Error, Project, files::write_whole, outputs};
    /// # let folder = tempfile::tempdir().unwrap();
    /// # for (name, text) in EXAMPLE { write_whole(&folder.path().join(name), text.as_bytes())?; }
    /// let project = Project::open(folder.path())?;
    /// let drawing = project.view("hudis:actor=russia")?.drawing(&parallax_render::Options::default())?;
    /// let svg = outputs::by_extension("svg").map(|format| format.write(&drawing)).transpose()?;
    /// assert!(svg.is_some_and(|svg| svg.starts_with(b"<svg ")));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the layout engine fails, or the look cannot be had.
    pub fn drawing(&self, options: &Options) -> Result<Drawing, Error> {
        Ok(parallax_render::draw(&[self.figure(options.style.messages())], options)?)
    }

    /// A picture of what divides it from another view.
    ///
    /// # Errors
    ///
    /// As [`ProjectView::drawing`].
    pub fn drawing_beside(&self, other: &Self, options: &Options) -> Result<Drawing, Error> {
        let views = vec![self.view.clone(), other.view.clone()];
        Ok(DiagramKind::usual_of_sides(2).draw(&RenderRequest::of(self.corpus, views), options)?)
    }
}
