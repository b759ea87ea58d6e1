//! The saved views of `parallax.toml`: found, turned into figures, drawn on the layout that they ask for.

use std::collections::BTreeMap;

use super::keys::ViewKeys;
use super::{lock, looks, picture, session};
use crate::diag::nearest;
use crate::diff::Difference;
use crate::draw::{self, Drawing, Figure, Look, Options, Places};
use crate::error::Error;
use crate::model::{self, Corpus, SavedView};
use crate::network::{Network, View};

/// Places that several views share, by the id of the view whose layout they are.
pub(super) type Lent = BTreeMap<Box<str>, Places>;

/// What is asked of a picture apart from what its view says.
#[derive(Default)]
pub(super) struct Asked {
    /// What narrows the selections.
    pub(super) keys: ViewKeys,
    /// Engine, look and title; they take the place of the view's own.
    pub(super) options: Options,
}

/// A saved view by its id.
pub(super) fn find<'c>(id: &str, corpus: &'c Corpus) -> Result<&'c SavedView, Error> {
    let found = corpus.views.iter().find(|view| *view.id == *id);
    let near = || {
        nearest(id, corpus.views.iter().map(|view| &*view.id))
            .map_or(String::new(), |near| format!(": did you mean `{near}`?"))
    };
    found.ok_or_else(|| Error::Usage(format!("parallax.toml has no view `{id}`{}", near())))
}

/// Draws a saved view. Views of one layout have their actors at the same places, and pages of one width.
pub(super) fn draw(view: &SavedView, asked: &Asked, lent: &Lent, corpus: &Corpus) -> Result<Drawing, Error> {
    let root = root(view, corpus);
    // Lines of an engine's own belong to places of its own.
    let root = root.filter(|root| root.id != view.id || !asked.options.engine.draws_lines());
    let places = match root {
        None => Places::default(),
        Some(root) => lent.get(&root.id).map_or_else(|| shared(root, asked, corpus), |places| Ok(places.clone()))?,
    };
    drawn(view, asked, places, corpus)
}

/// The view whose layout a view shares with others: its own, or another's.
pub(super) fn root<'c>(view: &'c SavedView, corpus: &'c Corpus) -> Option<&'c SavedView> {
    match &view.layout_of {
        Some((id, _)) => corpus.views.iter().find(|other| other.id == *id),
        None => borrowers(view, corpus).next().map(|_| view),
    }
}

fn borrowers<'c>(root: &'c SavedView, corpus: &'c Corpus) -> impl Iterator<Item = &'c SavedView> {
    corpus.views.iter().filter(|view| view.layout_of.as_ref().is_some_and(|(id, _)| *id == root.id))
}

/// Where the views of one layout have their actors, and the frame that holds each of them. They are drawn as they are saved,
/// whatever else is asked.
pub(super) fn shared(root: &SavedView, asked: &Asked, corpus: &Corpus) -> Result<Places, Error> {
    let look = Look { fit: asked.options.look.fit, ..Look::default() };
    let options = Options { engine: asked.options.engine, look, ..Options::default() };
    let saved = Asked { options, ..Asked::default() };
    let mut places = drawn(root, &saved, Places::default(), corpus)?.places();
    for view in borrowers(root, corpus) {
        let frame = drawn(view, &saved, places.clone(), corpus)?.places().frame;
        places.frame = places.frame.union(&frame);
    }
    Ok(places)
}

/// Draws a view on places that are known, and on those that are locked.
fn drawn(view: &SavedView, asked: &Asked, mut places: Places, corpus: &Corpus) -> Result<Drawing, Error> {
    for (actor, at) in lock::places(view, corpus) {
        places.centres.entry(actor).or_insert(at);
    }
    let look = asked.options.look.clone().over(&looks::saved(view, corpus));
    let title = asked.options.title.as_deref().or(view.title.as_deref());
    let figures = figures(view, &asked.keys, title, corpus)?;
    let title = title.filter(|_| figures.len() > 1).map(str::to_owned);
    picture::draw(&figures, Options { title, look, places, ..asked.options.clone() }, corpus)
}

fn figures(view: &SavedView, keys: &ViewKeys, title: Option<&str>, corpus: &Corpus) -> Result<Vec<Figure>, Error> {
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
