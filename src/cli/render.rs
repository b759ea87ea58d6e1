//! `parallax render`: views as pictures.

use super::Outcome;
use super::args::{Global, Render};
use super::keys::ViewKeys;
use super::terminal::Terminal;
use super::{picture, session};
use crate::diag::nearest;
use crate::diff::Difference;
use crate::draw::Figure;
use crate::error::Error;
use crate::model::{Corpus, Drawing, SavedView};
use crate::network::Network;

pub(super) fn run(global: &Global, args: &Render, terminal: &Terminal) -> Result<Outcome, Error> {
    let format = picture::format(&args.output, args.picture.to.as_deref())?;
    let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let corpus = &loaded.corpus;
    let title = args.picture.title.as_deref();
    let figures = match args.views.as_slice() {
        [one] if corpus.views.iter().any(|view| *view.id == **one) => {
            figures(saved_view(one, corpus)?, title, &args.keys, corpus)?
        }
        views => panels(views, title, &args.keys, corpus)?,
    };
    Terminal::progress("drawing ...");
    let drawing = picture::drawing(&figures, &args.picture);
    Terminal::progress("");
    picture::write(&args.output, &format.write(&drawing?)?)?;
    Ok(Outcome::Clean)
}

/// A saved view by its id.
pub(super) fn saved_view<'c>(id: &str, corpus: &'c Corpus) -> Result<&'c SavedView, Error> {
    let found = corpus.views.iter().find(|view| *view.id == *id);
    let near = || {
        nearest(id, corpus.views.iter().map(|view| &*view.id))
            .map_or(String::new(), |near| format!(": did you mean `{near}`?"))
    };
    found.ok_or_else(|| Error::Usage(format!("parallax.toml has no view `{id}`{}", near())))
}

/// The figures of a saved view.
pub(super) fn figures(
    view: &SavedView,
    title: Option<&str>,
    keys: &ViewKeys,
    corpus: &Corpus,
) -> Result<Vec<Figure>, Error> {
    let title = title.or(view.title.as_deref());
    match &view.what {
        Drawing::Panels(selections) => {
            let texts: Vec<String> = selections.iter().map(|(text, _)| text.to_string()).collect();
            panels(&texts, title, keys, corpus)
        }
        Drawing::Difference(sides) => {
            let [a, b] = sides.each_ref().map(|(text, _)| session::view(text, keys, corpus));
            Ok(vec![Figure::of_difference(&Difference::of(corpus, &a?, &b?), title)])
        }
    }
}

/// One figure a selection. A title names the figure if there is only one.
fn panels(texts: &[String], title: Option<&str>, keys: &ViewKeys, corpus: &Corpus) -> Result<Vec<Figure>, Error> {
    let views = texts.iter().map(|text| session::view(text, keys, corpus));
    let views = views.collect::<Result<Vec<_>, _>>()?;
    let title = title.filter(|_| views.len() == 1);
    Ok(views.iter().map(|view| Figure::of_network(&Network::of(corpus, view), title)).collect())
}
