//! What the saved views of a corpus ask for: selections, layouts and formats that there are.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diag::{Diagnostic, Sink, Span, nearest};
use parallax_core::diff::Difference;
use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, Corpus, Drawing, SavedView};
use parallax_core::network::{Network, View};
use parallax_explorer::page_by_extension;
use parallax_render::{FORMS, Figure, Form, Look, narrow};

use crate::outputs::{FORMATS, extensions};

/// Names are only looked for that are near to a wrong one while there are few of these: it takes a walk through all.
const SUGGESTED: usize = 50;

/// Saved views select what there is, in formats that there are.
pub(crate) fn check_views(corpus: &Corpus, findings: &mut Sink) {
    // Where no author could be read that is what is wrong, not every view.
    if corpus.authors.is_empty() && findings.has_errors() {
        return;
    }
    let views = by_id(corpus);
    corpus.views.iter().for_each(|view| check(view, &views, corpus, findings));
}

/// The ids of the views that have errors of their own.
#[must_use]
pub(crate) fn flawed_views(corpus: &Corpus) -> BTreeSet<&str> {
    let views = by_id(corpus);
    let has_errors = |view: &&SavedView| {
        let mut findings = Sink::default();
        check(view, &views, corpus, &mut findings);
        findings.has_errors()
    };
    corpus.views.iter().filter(has_errors).map(|view| &*view.id).collect()
}

/// The views of a corpus by their ids.
type ById<'c> = BTreeMap<&'c str, &'c SavedView>;

fn by_id(corpus: &Corpus) -> ById<'_> {
    corpus.views.iter().rev().map(|view| (&*view.id, view)).collect()
}

fn check(view: &SavedView, views: &ById<'_>, corpus: &Corpus, findings: &mut Sink) {
    for (text, span) in view.what.selections() {
        if let Err(error) = View::parse(text, corpus) {
            let finding = Diagnostic::error("bad-view", format!("in view `{}`: {}", view.id, error.message));
            let finding = finding.at(*span, "this selection");
            findings.push(error.help.into_iter().fold(finding, Diagnostic::help));
        }
    }
    check_main(view, corpus, findings);
    check_layout_of(view, views, findings);
    check_look(view, corpus, findings);
    check_form(view, findings);
    check_formats(view, findings);
}

fn check_formats(view: &SavedView, findings: &mut Sink) {
    let formats = extensions();
    for format in view.formats.iter().filter(|format| !formats.contains(&&***format)) {
        let finding = Diagnostic::error("bad-view", format!("in view `{}`: no format ends in .{format}", view.id));
        let near = nearest(format, formats.iter().copied());
        findings.push(
            finding
                .at(view.span, "this view")
                .did_you_mean(near)
                .help(format!("the formats are {}", formats.join(", "))),
        );
    }
}

/// The main lines are said in keys that there are, and only where there is a page that opens with them.
fn check_main(view: &SavedView, corpus: &Corpus, findings: &mut Sink) {
    let Some((keys, span)) = &view.main else { return };
    let bad =
        |what: String| Diagnostic::error("bad-view", format!("in view `{}`: {what}", view.id)).at(*span, "these keys");
    let mut views = view.what.selections().iter().filter_map(|(text, _)| View::parse(text, corpus).ok());
    if let Some(error) = views.find_map(|view| narrow(&view, keys, corpus).err()) {
        findings.push(error.help.into_iter().fold(bad(error.message), Diagnostic::help));
    } else if !view.formats.iter().any(|format| page_by_extension(format).is_some()) {
        let help = "leave them out, or ask for formats = [\"html\"]";
        findings.push(bad("only an explorer page opens with main lines".to_owned()).help(help));
    }
}

/// The look is one that there is, and the actor in focus is one that is drawn.
fn check_look(view: &SavedView, corpus: &Corpus, findings: &mut Sink) {
    let mut look = Look::default();
    for (key, value, span) in &view.look {
        let before = look.focus;
        if let Err(error) = look.set(key, value, corpus) {
            let finding = Diagnostic::error("bad-view", format!("in view `{}`: {}", view.id, error.message));
            findings.push(error.help.into_iter().fold(finding.at(*span, format!("this `{key}`")), Diagnostic::help));
        } else if look.focus != before && !look.focus.is_some_and(|actor| draws(view, actor, corpus)) {
            let fact = format!("in view `{}`: `{value}` is not drawn, so it cannot be in focus", view.id);
            let help = "name an actor that the selection relates, at the level that it is drawn at";
            findings.push(Diagnostic::error("bad-view", fact).at(*span, "this actor").help(help));
        }
    }
}

/// Whether a view draws an actor; one whose selections are wrong is given the benefit of the doubt.
fn draws(view: &SavedView, actor: ActorId, corpus: &Corpus) -> bool {
    let read = |(text, _): &(Box<str>, Span)| View::parse(text, corpus).ok();
    match &view.what {
        Drawing::Panels(selections) => selections.iter().any(|selection| {
            read(selection).is_none_or(|view| Network::of(corpus, &view).actors().any(|drawn| drawn == actor))
        }),
        Drawing::Difference(sides) => match sides.each_ref().map(read) {
            [Some(a), Some(b)] => {
                let figure = Figure::of_difference(&Difference::of(corpus, &a, &b), None, Messages::english());
                figure.nodes.iter().any(|node| node.actor == actor)
            }
            _ => true,
        },
    }
}

/// A form is one that there is, takes as many views as are selected, and can be written as the formats want.
fn check_form(view: &SavedView, findings: &mut Sink) {
    let Some((name, span)) = &view.form else { return };
    let bad =
        |what: String| Diagnostic::error("bad-view", format!("in view `{}`: {what}", view.id)).at(*span, "this form");
    let Some(form) = Form::named(name) else {
        let names: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
        let help = format!("the forms are {}", names.join(", "));
        findings.push(bad(format!("no form is called `{name}`")).did_you_mean(nearest(name, names)).help(help));
        return;
    };
    let given = view.what.selections().len();
    if !form.views.contains(&given) {
        findings.push(bad(format!("`{name}` takes {}, not {given}", form.takes())).help(form.about));
    }
    let graphs = || FORMATS.iter().filter(|format| format.is_graph);
    for format in graphs()
        .filter(|_| !form.is_graph)
        .filter(|format| view.formats.iter().any(|wanted| **wanted == *format.extension))
    {
        findings.push(
            bad(format!("`{name}` is no graph, and cannot be written as .{}", format.extension))
                .help("leave the format out, or the form"),
        );
    }
}

/// The layout of another view is one that this corpus draws, and that is not borrowed itself.
fn check_layout_of(view: &SavedView, views: &ById<'_>, findings: &mut Sink) {
    let Some((id, span)) = &view.layout_of else { return };
    let other = views.get(&**id);
    if other.is_some_and(|other| other.layout_of.is_none()) {
        return;
    }
    let why = if other.is_some() { "has the layout of another itself" } else { "does not exist" };
    let finding = Diagnostic::error("bad-view", format!("view `{}` wants the layout of `{id}`, which {why}", view.id));
    let may_suggest = other.is_none() && findings.count_of("bad-view") < SUGGESTED;
    let near = if may_suggest { nearest(id, views.keys().copied()) } else { None };
    findings.push(finding.at(*span, "this view").did_you_mean(near).help("name a view with a layout of its own"));
}
