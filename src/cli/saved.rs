//! The saved views of `parallax.toml`: found, drawn in the form and on the layout that they ask for.

use super::keys::ViewKeys;
use super::session;
use crate::diag::nearest;
use crate::draw::{Drawing, Form, Options, Shown, Theme};
use crate::error::Error;
use crate::model::{self, Corpus, SavedView};

/// A saved view by its id.
pub(super) fn find<'c>(id: &str, corpus: &'c Corpus) -> Result<&'c SavedView, Error> {
    let found = corpus.views.iter().find(|view| *view.id == *id);
    let near = || {
        nearest(id, corpus.views.iter().map(|view| &*view.id))
            .map_or(String::new(), |near| format!(": did you mean `{near}`?"))
    };
    found.ok_or_else(|| Error::Usage(format!("parallax.toml has no view `{id}`{}", near())))
}

/// What the command line wants of a saved view: other keys, title or form than its own.
pub(super) struct Wish<'w> {
    pub(super) keys: &'w ViewKeys,
    pub(super) title: Option<&'w str>,
    pub(super) form: Option<&'static Form>,
}

/// Draws a saved view, narrowed by keys; a title or form given here takes the place of its own.
pub(super) fn draw(
    view: &SavedView,
    wish: &Wish<'_>,
    theme: &Theme,
    options: &Options,
    corpus: &Corpus,
) -> Result<Drawing, Error> {
    let mut options = options.clone();
    if let Some((id, _)) = &view.layout_of {
        let (other, own) = (find(id, corpus)?, Wish { keys: &ViewKeys::default(), title: None, form: None });
        options.places = form(other, None)?.draw(&shown(other, &own, corpus)?, theme, &options)?.places();
    }
    form(view, wish.form)?.draw(&shown(view, wish, corpus)?, theme, &options)
}

/// The form that is wanted, else the view's own, else the usual one.
fn form(view: &SavedView, wanted: Option<&'static Form>) -> Result<&'static Form, Error> {
    if let Some(form) = wanted {
        return Ok(form);
    }
    match &view.form {
        Some((name, _)) => Form::named(name)
            .ok_or_else(|| Error::Usage(format!("view `{}` asks for an unknown form `{name}`", view.id))),
        None => Ok(Form::usual(matches!(view.what, model::Drawing::Difference(_)))),
    }
}

fn shown<'c>(view: &SavedView, wish: &Wish<'_>, corpus: &'c Corpus) -> Result<Shown<'c>, Error> {
    let views = view.what.selections().iter().map(|(text, _)| session::view(text, wish.keys, corpus));
    let title = wish.title.or(view.title.as_deref()).map(str::to_owned);
    Ok(Shown { corpus, views: views.collect::<Result<_, _>>()?, title })
}
