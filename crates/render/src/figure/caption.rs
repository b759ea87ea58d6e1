//! The words around a figure: what it is called, what was selected, which texts it rests on, which colours its authors ask for.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use parallax_core::messages::Messages;
use parallax_core::model::{AuthorId, Corpus, RelationId};
use parallax_core::network::View;

use crate::figure::colour::Colour;

/// The colours of the authors of two views, where each view is of one author and the corpus gives both a colour.
pub(super) fn colours(corpus: &Corpus, views: [&View; 2]) -> [Option<Colour>; 2] {
    let asked = views.map(|view| match *view.authors {
        [author] => corpus.authors.get(author).colour.as_deref().and_then(Colour::parse),
        _ => None,
    });
    match asked {
        [Some(a), Some(b)] if a != b => asked,
        _ => [None; 2],
    }
}

/// What pictures of views are called: by their authors, and by what is selected where another view has the same authors.
#[must_use]
pub fn headings<V: Borrow<View>>(corpus: &Corpus, views: &[V], say: &Messages) -> Vec<String> {
    let heading = |(index, view): (usize, &V)| {
        let (view, authors) = (view.borrow(), names(corpus, &view.borrow().authors));
        let mut others = views.iter().enumerate().filter(|(other, _)| *other != index);
        let shared = others.any(|(_, other)| other.borrow().authors == view.authors);
        if shared { format!("{authors} ({})", all_or(&which(view), say)) } else { authors }
    };
    views.iter().enumerate().map(heading).collect()
}

/// How many statements views select, and those of them that are not held now and so not shown.
pub(super) fn selected(corpus: &Corpus, views: &[&View]) -> (usize, BTreeSet<RelationId>) {
    let all: BTreeSet<RelationId> = views.iter().flat_map(|view| view.record(corpus)).collect();
    let shown: BTreeSet<RelationId> = views.iter().flat_map(|view| view.shown(corpus)).collect();
    (all.len(), &all - &shown)
}

/// What a view selects, as written.
pub(super) fn which(view: &View) -> String {
    view.keys().join(", ")
}

pub(super) fn all_or(which: &str, say: &Messages) -> String {
    if which.is_empty() { say.text("source-everything") } else { which.to_owned() }
}

fn names(corpus: &Corpus, authors: &[AuthorId]) -> String {
    authors.iter().map(|author| &*corpus.authors.get(*author).name).collect::<Vec<_>>().join(", ")
}

/// "Name, Title (publisher, date)" of every work of the authors.
pub(crate) fn sources(corpus: &Corpus, authors: &[AuthorId], say: &Messages) -> Vec<String> {
    let mut authors = authors.to_vec();
    authors.sort_unstable();
    authors.dedup();
    let works = authors.iter().flat_map(|author| corpus.works_of(*author));
    let lines = works.map(|(_, work)| {
        let date = work.date.as_ref().map(|date| date.words(say));
        let where_and_when: Vec<String> = work.publisher.iter().map(ToString::to_string).chain(date).collect();
        let name = &corpus.authors.get(work.author).name;
        if where_and_when.is_empty() {
            format!("{name}, {}", work.title)
        } else {
            format!("{name}, {} ({})", work.title, where_and_when.join(", "))
        }
    });
    lines.collect()
}
