//! The saved views of `parallax.toml`: found, turned into figures, drawn on the layout that they ask for.

use super::keys::ViewKeys;
use super::session;
use crate::diag::nearest;
use crate::diff::Difference;
use crate::draw::{self, Drawing, Figure, Options, Theme};
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

/// Draws a saved view, narrowed by keys; a title given here takes the place of its own.
pub(super) fn draw(
    view: &SavedView,
    keys: &ViewKeys,
    title: Option<&str>,
    theme: &Theme,
    options: &Options,
    corpus: &Corpus,
) -> Result<Drawing, Error> {
    let mut options = options.clone();
    if let Some((id, _)) = &view.layout_of {
        let other = figures(find(id, corpus)?, &ViewKeys::default(), None, corpus)?;
        options.places = draw::draw(&other, theme, &options)?.places();
    }
    let figures = figures(view, keys, title, corpus)?;
    if figures.len() > 1 {
        options.title = title.or(view.title.as_deref()).map(str::to_owned);
    }
    draw::draw(&figures, theme, &options)
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
