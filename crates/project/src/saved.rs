//! The saved views of `parallax.toml`: found, drawn in the form and on the layout that they ask for.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{self, Corpus, SavedView};
use parallax_formats::report::printed_briefing;
use parallax_render::{DiagramKind, Drawing, Figure, Options, Positions, RenderRequest, RenderStyle, Theme};

use crate::{Error, lock, views};

/// Places that several views share, by the id of the view whose layout they are.
pub type SharedLayouts = BTreeMap<Box<str>, Positions>;

/// What is asked of a picture apart from what its view says.
#[derive(Default)]
pub struct Asked {
    /// What narrows the selections.
    pub keys: Vec<(&'static str, String)>,
    /// In place of the view's own form.
    pub form: Option<&'static DiagramKind>,
    /// In place of its own title.
    pub title: Option<String>,
    /// The engine, and the look, which takes the place of the view's own.
    pub options: Options,
}

/// A saved view by its id.
///
/// # Errors
///
/// If there is none of this id.
pub fn find<'c>(id: &str, corpus: &'c Corpus) -> Result<&'c SavedView, Error> {
    let found = corpus.views.iter().find(|view| *view.id == *id);
    let near = || views::near(id, corpus.views.iter().map(|view| &*view.id));
    found.ok_or_else(|| Error::Usage(format!("parallax.toml has no view `{id}`{}", near())))
}

/// The saved views of these ids, each once; all of them if none is named.
///
/// # Errors
///
/// If there is none of an id.
pub fn chosen<'c>(ids: &[String], corpus: &'c Corpus) -> Result<Vec<&'c SavedView>, Error> {
    if ids.is_empty() {
        return Ok(corpus.views.iter().collect());
    }
    let mut seen = BTreeSet::new();
    ids.iter().filter(|id| seen.insert(id.as_str())).map(|id| find(id, corpus)).collect()
}

/// Draws a saved view. Views of one layout have their actors at the same places, and pages of one width.
///
/// # Errors
///
/// If a selection or form is wrong, or the layout fails.
pub fn draw(view: &SavedView, asked: &Asked, lent: &SharedLayouts, corpus: &Corpus) -> Result<Drawing, Error> {
    let root = root(view, corpus);
    // Lines of an engine's own belong to places of its own.
    let root = root.filter(|root| root.id != view.id || !asked.options.engine.draws_lines());
    let places = match root {
        None => Positions::default(),
        Some(root) => lent.get(&root.id).map_or_else(|| shared(root, asked, corpus), |places| Ok(places.clone()))?,
    };
    drawn(view, asked, places, corpus)
}

/// The view whose layout a view shares with others: its own, or another's.
#[must_use]
pub fn root<'c>(view: &'c SavedView, corpus: &'c Corpus) -> Option<&'c SavedView> {
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
///
/// # Errors
///
/// As [`draw`].
pub fn shared(root: &SavedView, asked: &Asked, corpus: &Corpus) -> Result<Positions, Error> {
    let style = RenderStyle { fit: asked.options.style.fit, ..RenderStyle::default() };
    let options = Options { engine: asked.options.engine, style, ..Options::default() };
    let saved = Asked { options, ..Asked::default() };
    let mut places = drawn(root, &saved, Positions::default(), corpus)?.places();
    for view in borrowers(root, corpus) {
        // What cannot be drawn needs no room.
        let Ok(drawing) = drawn(view, &saved, places.clone(), corpus) else { continue };
        places.frame = places.frame.union(&drawing.places().frame);
    }
    Ok(places)
}

/// Draws a view on places that are known, and on those that are locked.
fn drawn(view: &SavedView, asked: &Asked, mut places: Positions, corpus: &Corpus) -> Result<Drawing, Error> {
    for (actor, at) in lock::places(view, corpus) {
        places.centres.entry(actor).or_insert(at);
    }
    let style = asked.options.style.clone().over(&style(view, corpus));
    let request = request(view, asked, corpus)?;
    in_form(form(view, asked.form)?, request, &Options { places, style, ..asked.options.clone() })
}

/// What a saved view shows, before any geometry, and in which theme: no layout is needed.
///
/// # Errors
///
/// If a selection or form is wrong, or the form is no graph.
pub fn figures(view: &SavedView, asked: &Asked, corpus: &Corpus) -> Result<(Vec<Figure>, &'static Theme), Error> {
    let style = asked.options.style.clone().over(&style(view, corpus));
    Ok((graph(form(view, asked.form)?, &request(view, asked, corpus)?, &style)?, style.theme()))
}

/// Draws some views in a form, with the text that a form of printed lines has of reports.
///
/// # Errors
///
/// If the form takes another number of views, or the layout fails.
pub fn in_form(form: &DiagramKind, mut request: RenderRequest<'_>, options: &Options) -> Result<Drawing, Error> {
    if form.is_printed && form.views.contains(&request.views.len()) {
        request.text = printed_briefing(&request.comparison(), options.style.messages());
    }
    Ok(form.draw(&request, options)?)
}

/// What a form shows of some views, if it is one with actors and lines.
///
/// # Errors
///
/// If the form is no graph, or takes other views.
pub fn graph(form: &DiagramKind, request: &RenderRequest<'_>, style: &RenderStyle) -> Result<Vec<Figure>, Error> {
    Ok(form.figures(request, style)?)
}

fn request<'c>(view: &SavedView, asked: &Asked, corpus: &'c Corpus) -> Result<RenderRequest<'c>, Error> {
    let views = view.what.selections().iter().map(|(text, _)| views::view(text, &asked.keys, corpus));
    let title = asked.title.as_deref().or(view.title.as_deref()).map(str::to_owned);
    Ok(RenderRequest { title, ..RenderRequest::of(corpus, views.collect::<Result<_, _>>()?) })
}

/// The look that a saved view asks for. What is wrong in it is a finding, made when the corpus was loaded.
pub(crate) fn style(view: &SavedView, corpus: &Corpus) -> RenderStyle {
    let mut style = RenderStyle::default();
    for (key, value, _) in &view.style {
        let _ = style.set(key, value, corpus);
    }
    style
}

/// The form that is wanted, else the view's own, else the usual one.
fn form(view: &SavedView, wanted: Option<&'static DiagramKind>) -> Result<&'static DiagramKind, Error> {
    if let Some(form) = wanted {
        return Ok(form);
    }
    match &view.form {
        Some((name, _)) => DiagramKind::named(name)
            .ok_or_else(|| Error::Usage(format!("view `{}` asks for an unknown form `{name}`", view.id))),
        None => Ok(match &view.what {
            model::ViewSubject::Panels(_) => DiagramKind::usual(),
            model::ViewSubject::Comparison(sides) => DiagramKind::usual_of_sides(sides.len()),
        }),
    }
}
