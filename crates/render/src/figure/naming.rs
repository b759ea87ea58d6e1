//! The naming table before any geometry: who calls whom what, in whose own words, and how often.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use parallax_core::messages::Messages;
use parallax_core::model::{ActorId, Corpus, Relation};
use parallax_core::network::View;

use super::caption::Caption;

/// Actors, and what each side calls them.
#[derive(Debug, Clone)]
pub(crate) struct NamingTable {
    /// Whose table it is, and what it rests on.
    pub(crate) caption: Caption,
    /// The actors, those most often named first.
    pub(crate) rows: Vec<NamedActor>,
    /// How many there were before the last were left out.
    pub(crate) actors: usize,
}

/// An actor, or several who are spoken of together.
#[derive(Debug, Clone)]
pub(crate) struct NamedActor {
    /// The ids in the files.
    pub(crate) id: String,
    /// The short name.
    pub(crate) label: String,
    /// What each side calls it, the commonest words first, with the number of statements.
    pub(crate) words: Vec<Vec<(String, usize)>>,
}

impl NamedActor {
    /// How many statements have words for it.
    fn times(&self) -> usize {
        self.words.iter().flatten().map(|(_, times)| times).sum()
    }
}

impl NamingTable {
    /// The words of some views; of a number `top` the first actors.
    #[must_use]
    pub(crate) fn of(
        corpus: &Corpus,
        views: &[View],
        title: Option<&str>,
        top: Option<usize>,
        say: &'static Messages,
    ) -> Self {
        let mut found: BTreeMap<Vec<ActorId>, Vec<BTreeMap<&str, usize>>> = BTreeMap::new();
        for (side, view) in views.iter().enumerate() {
            let named = view.record(corpus).into_iter().flat_map(|id| named(corpus.relation(id)));
            for (actors, words) in named {
                let of_sides = found.entry(actors.to_vec()).or_insert_with(|| vec![BTreeMap::new(); views.len()]);
                *of_sides[side].entry(words).or_default() += 1;
            }
        }
        let mut rows: Vec<NamedActor> =
            found.into_iter().map(|(actors, words)| row(corpus, &actors, words, say)).collect();
        rows.sort_by_key(|row| Reverse(row.times()));
        let actors = rows.len();
        rows.truncate(top.unwrap_or(actors));
        Self { caption: Caption::of(corpus, views, "title-naming", title, say), rows, actors }
    }
}

/// Whom a statement has words for, and these.
fn named(relation: &Relation) -> impl Iterator<Item = (&[ActorId], &str)> {
    let rare = relation.rare.as_deref();
    let from = rare.and_then(|rare| rare.from_as.as_deref()).map(|words| (relation.from.as_slice(), words));
    let to = rare.and_then(|rare| rare.to_as.as_deref()).map(|words| (relation.to.as_slice(), words));
    from.into_iter().chain(to)
}

fn row(corpus: &Corpus, actors: &[ActorId], words: Vec<BTreeMap<&str, usize>>, say: &Messages) -> NamedActor {
    let ids: Vec<&str> = actors.iter().map(|actor| corpus.actors.name(*actor)).collect();
    let labels: Vec<&str> = actors.iter().map(|actor| &*corpus.actors.get(*actor).label).collect();
    let ranked = |of_side: BTreeMap<&str, usize>| {
        let mut ranked: Vec<(String, usize)> =
            of_side.into_iter().map(|(word, times)| (word.to_owned(), times)).collect();
        ranked.sort_by_key(|(_, times)| Reverse(*times));
        ranked
    };
    NamedActor { id: ids.join("+"), label: say.all_of(&labels), words: words.into_iter().map(ranked).collect() }
}
