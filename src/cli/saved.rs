//! The saved views of `parallax.toml`: found, turned into figures, drawn on the layout that they ask for.

use std::collections::BTreeMap;

use super::keys::ViewKeys;
use super::{lock, looks, session};
use crate::diag::nearest;
use crate::diff::Difference;
use crate::draw::{self, Drawing, Figure, Options, Places};
use crate::error::Error;
use crate::model::{self, Corpus, SavedView};
use crate::network::{Network, View};

/// Layouts that others borrow, by the id of the view, so that each is found once.
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

/// Draws a saved view.
pub(super) fn draw(view: &SavedView, asked: &Asked, lent: &Lent, corpus: &Corpus) -> Result<Drawing, Error> {
    let mut options = asked.options.clone();
    options.look = options.look.over(&looks::saved(view, corpus));
    options.places = places(view, asked, lent, corpus)?;
    let title = asked.options.title.as_deref().or(view.title.as_deref());
    let figures = figures(view, &asked.keys, title, corpus)?;
    options.title = title.filter(|_| figures.len() > 1).map(str::to_owned);
    draw::draw(&figures, options.look.theme(), &options)
}

/// The places that are known: those of the view whose layout is borrowed, and what is locked. The other view is drawn as it
/// is saved, whatever is asked of this one.
fn places(view: &SavedView, asked: &Asked, lent: &Lent, corpus: &Corpus) -> Result<Places, Error> {
    let mut places = match &view.layout_of {
        None => Places::default(),
        Some((id, _)) => lent.get(id).map_or_else(|| lender(id, asked, corpus), |places| Ok(places.clone()))?,
    };
    for (actor, at) in lock::places(view, corpus) {
        places.centres.entry(actor).or_insert(at);
    }
    Ok(places)
}

/// Where another view has its actors.
fn lender(id: &str, asked: &Asked, corpus: &Corpus) -> Result<Places, Error> {
    let options = Options { engine: asked.options.engine, ..Options::default() };
    let saved = Asked { options, ..Asked::default() };
    Ok(draw(find(id, corpus)?, &saved, &Lent::new(), corpus)?.places())
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
