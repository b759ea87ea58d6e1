//! The saved views of `parallax.toml`: found, turned into figures, drawn on the layout that they ask for.

use super::keys::ViewKeys;
use super::{picture, session};
use crate::diag::nearest;
use crate::diff::Difference;
use crate::draw::{self, Drawing, Figure, Options, Places, Theme};
use crate::error::Error;
use crate::model::{self, Corpus, SavedView};
use crate::network::{Network, View};

/// A saved view by its id.
pub(super) fn find<'c>(id: &str, corpus: &'c Corpus) -> Result<&'c SavedView, Error> {
    let found = corpus.views.iter().find(|view| *view.id == *id);
    let near = || {
        nearest(id, corpus.views.iter().map(|view| &*view.id))
            .map_or(String::new(), |near| format!(": did you mean `{near}`?"))
    };
    found.ok_or_else(|| Error::Usage(format!("parallax.toml has no view `{id}`{}", near())))
}

/// What a picture of a saved view should have, as it is asked for besides.
pub(super) struct Look<'a> {
    /// Takes the place of its own title.
    pub(super) title: Option<&'a str>,
    /// Its theme.
    pub(super) theme: &'a Theme,
    /// All else.
    pub(super) options: &'a Options,
    /// Notes even where the view does not ask for them.
    pub(super) notes: bool,
}

/// Draws a saved view, narrowed by keys, on the layout that it asks for.
pub(super) fn draw(view: &SavedView, keys: &ViewKeys, look: &Look<'_>, corpus: &Corpus) -> Result<Drawing, Error> {
    let mut options = look.options.clone();
    if let Some(places) = shared(view, look, corpus)? {
        options.places = places;
    }
    let figures = figures(view, keys, look.title, corpus)?;
    if figures.len() > 1 {
        options.title = look.title.or(view.title.as_deref()).map(str::to_owned);
    }
    drawn(&figures, &options, view, look, corpus)
}

fn drawn(
    figures: &[Figure],
    options: &Options,
    view: &SavedView,
    look: &Look<'_>,
    corpus: &Corpus,
) -> Result<Drawing, Error> {
    let options = picture::annotated(options, look.notes || view.notes, corpus, figures);
    draw::draw(figures, look.theme, &options)
}

/// Where the views of one layout have their actors, and the frame that holds each of them: shown one after the other, they
/// have one width, and nothing moves. None if a view shares its layout with no other.
fn shared(view: &SavedView, look: &Look<'_>, corpus: &Corpus) -> Result<Option<Places>, Error> {
    let root = view.layout_of.as_ref().map_or(&*view.id, |(id, _)| &**id);
    let borrowers =
        || corpus.views.iter().filter(|other| other.layout_of.as_ref().is_some_and(|(id, _)| **id == *root));
    if borrowers().next().is_none() {
        return Ok(None);
    }
    let place = |view: &SavedView, options: &Options| {
        let figures = figures(view, &ViewKeys::default(), None, corpus)?;
        Ok(drawn(&figures, options, view, look, corpus)?.places())
    };
    let mut options = look.options.clone();
    options.places = place(find(root, corpus)?, &options)?;
    for other in borrowers() {
        options.places.frame = options.places.frame.union(&place(other, &options)?.frame);
    }
    Ok(Some(options.places))
}

fn figures(view: &SavedView, keys: &ViewKeys, title: Option<&str>, corpus: &Corpus) -> Result<Vec<Figure>, Error> {
    let title = title.or(view.title.as_deref());
    match &view.what {
        model::Drawing::Panels(selections) => {
            let texts: Vec<String> = selections.iter().map(|(text, _)| text.to_string()).collect();
            panels(&texts, keys, title, corpus)
        }
        model::Drawing::Difference(sides) => {
            let [a, b] = sides.each_ref().map(|(text, _)| session::view(text, keys, corpus));
            Ok(vec![Figure::of_difference(&Difference::of(corpus, &a?, &b?), title)])
        }
    }
}

/// One figure a selection. A title names the figure if there is only one.
pub(super) fn panels(
    texts: &[String],
    keys: &ViewKeys,
    title: Option<&str>,
    corpus: &Corpus,
) -> Result<Vec<Figure>, Error> {
    let views = texts.iter().map(|text| session::view(text, keys, corpus));
    let views = views.collect::<Result<Vec<_>, _>>()?;
    let figure = |(index, view): (usize, &View)| {
        let others: Vec<&View> =
            views.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, view)| view).collect();
        let heading = draw::heading(corpus, view, &others);
        Figure::of_network(&Network::of(corpus, view), title.filter(|_| others.is_empty()).or(Some(&heading)))
    };
    Ok(views.iter().enumerate().map(figure).collect())
}
