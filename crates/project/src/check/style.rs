//! The look is one that there is, and the actor in focus is one that is drawn.

use parallax_core::diag::{Sink, Span};
use parallax_core::model::{ActorId, Corpus, SavedView, ViewSubject};
use parallax_core::network::{Network, View};
use parallax_render::{DiagramKind, RenderRequest, RenderStyle};

use super::{Views, bad_key};

pub(super) fn style(view: &SavedView, views: &Views<'_>, findings: &mut Sink) {
    let mut style = RenderStyle::default();
    for (key, value, span) in &view.style {
        let before = style.focus;
        if let Err(error) = style.set(key, value, views.corpus) {
            findings.push(bad_key(view, &error.message, *span, &format!("this `{key}`"), error.help));
        } else if style.focus != before && !style.focus.is_some_and(|actor| draws(view, actor, views.corpus)) {
            let fact = format!("`{value}` is not drawn, so it cannot be in focus");
            let help = "name an actor that the selection relates, at the level that it is drawn at";
            findings.push(bad_key(view, &fact, *span, "this actor", Some(help.to_owned())));
        }
    }
}

/// Whether a view draws an actor; one whose selections are wrong is given the benefit of the doubt.
fn draws(view: &SavedView, actor: ActorId, corpus: &Corpus) -> bool {
    let read = |(text, _): &(Box<str>, Span)| View::parse(text, corpus).ok();
    match &view.what {
        ViewSubject::Panels(selections) => selections.iter().any(|selection| {
            read(selection).is_none_or(|view| Network::of(corpus, &view).actors().any(|drawn| drawn == actor))
        }),
        ViewSubject::Comparison(sides) => sides.iter().map(read).collect::<Option<Vec<View>>>().is_none_or(|views| {
            let request = RenderRequest::of(corpus, views);
            let figures = DiagramKind::usual_of_sides(sides.len()).figures(&request, &RenderStyle::default());
            figures.is_ok_and(|figures| figures.iter().flat_map(|figure| &figure.nodes).any(|node| node.actor == actor))
        }),
    }
}
