//! The words around a figure: what it is called, what was selected, which texts it rests on, which colours its authors ask for.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use parallax_core::messages::Messages;
use parallax_core::model::{Anchor, AuthorId, Corpus, RelationId};
use parallax_core::network::View;

use crate::figure::colour::Colour;

/// What stands around a chart of some sides that is no network.
#[derive(Debug, Clone)]
pub(crate) struct Caption {
    /// The language of its words.
    pub(crate) messages: &'static Messages,
    /// The title.
    pub(crate) title: String,
    /// Which texts it rests on, a line a text.
    pub(crate) source: Vec<String>,
    /// What was selected of them, as written; empty if everything.
    pub(crate) selected: String,
    /// The sides, by names as short as tell them apart.
    pub(crate) sides: Vec<String>,
    /// The colours that the corpus asks for, of two sides; both or neither.
    pub(crate) colours: [Option<Colour>; 2],
}

impl Caption {
    /// Of some views; `key` is the message of the title, where none is given.
    pub(crate) fn of(
        corpus: &Corpus,
        views: &[View],
        key: &str,
        title: Option<&str>,
        messages: &'static Messages,
    ) -> Self {
        let authors: Vec<AuthorId> = views.iter().flat_map(|view| &view.authors).copied().collect();
        let full = headings(corpus, views, messages);
        let short = |(view, heading): (&View, &String)| match *view.authors {
            [author] if *heading == *corpus.authors.get(author).name => corpus.short_name(author).to_owned(),
            _ => heading.clone(),
        };
        let sides: Vec<String> = views.iter().zip(&full).map(short).collect();
        let titled = || messages.with(key, [("names", all_named(&sides, messages).into())]);
        Self {
            messages,
            title: title.map_or_else(titled, str::to_owned),
            source: sources(corpus, &authors, messages),
            selected: selected_of_each(views, messages),
            colours: if let [a, b] = views { colours(corpus, [a, b]) } else { [None; 2] },
            sides,
        }
    }
}

/// Several names in a title; many are only counted.
pub(super) fn all_named(names: &[String], say: &Messages) -> String {
    match names.len() {
        0 => say.text("title-nobody"),
        1..=4 => say.all_of(names),
        many => say.count("title-views", many),
    }
}

/// What several views select: once if it is the same, else view by view.
pub(super) fn selected_of_each(views: &[View], say: &Messages) -> String {
    let each: Vec<String> = views.iter().map(which).collect();
    match each.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first.clone(),
        _ => {
            let each = each.iter().enumerate();
            each.map(|(view, which)| format!("{} {}", super::letter(view), all_or(which, say)))
                .collect::<Vec<_>>()
                .join("; ")
        }
    }
}

/// The paragraphs of some anchors, each once; of an author with several works also which.
pub(crate) fn places<'a>(corpus: &Corpus, anchors: impl IntoIterator<Item = &'a Anchor>) -> String {
    let place = |anchor: &Anchor| {
        let work = corpus.work(anchor.work);
        let several = corpus.works_of(work.author).nth(1).is_some();
        let name = if several { format!("{} ", work.id) } else { String::new() };
        format!("{name}p{}", anchor.selector.paragraph)
    };
    let mut places: Vec<String> = anchors.into_iter().map(place).collect();
    places.dedup();
    places.join(", ")
}

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
