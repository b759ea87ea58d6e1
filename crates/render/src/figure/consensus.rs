//! The consensus of several views: every line once, with who holds it.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::Comparison;
use parallax_core::messages::Messages;
use parallax_core::model::{AuthorId, Corpus, RelationId, Sign, TypeId};
use parallax_core::network::{Network, View, strongest};

use super::caption::{self, sources};
use super::lines::{LineKey, line, prefix};
use super::{Alike, Figure, SideSet, Subject, headings};

/// Who holds a line, and the statements behind it.
#[derive(Default)]
struct Held {
    holders: BTreeSet<usize>,
    relations: Vec<RelationId>,
    /// Which views hold which type.
    types: BTreeMap<TypeId, BTreeSet<usize>>,
}

impl Held {
    /// What all holders say: the type that each of them names, the strongest if there are several, and how many statements are
    /// of other types; else no more than the sign.
    fn name(&self, corpus: &Corpus, sign: Sign, say: &Messages) -> (String, String) {
        let shared = |id: &&RelationId| {
            self.types.get(&corpus.relation(**id).kind).is_some_and(|holders| *holders == self.holders)
        };
        let shared: Vec<RelationId> = self.relations.iter().filter(shared).copied().collect();
        let (named, _) = strongest(corpus, &shared);
        let others = self.relations.iter().filter(|id| corpus.relation(**id).kind != named).count();
        if shared.is_empty() {
            return (say.word("relation", sign.name()), String::new());
        }
        let more = if others == 0 { String::new() } else { say.with("label-more", [("n", others.into())]) };
        (corpus.types.get(named).label.to_string(), more)
    }
}

impl Figure {
    /// What several views hold, one on another: a line for each pair, direction, sign and factuality, as broad as it is shared.
    #[must_use]
    pub fn of_consensus(comparison: &Comparison<'_>, title: Option<&str>, messages: &'static Messages) -> Self {
        Self::of_consensus_part(&comparison.views, comparison, title, messages)
    }

    /// The same of a part of some records, with what is contested on the whole.
    #[must_use]
    pub(crate) fn of_consensus_part(
        views: &[View],
        whole: &Comparison<'_>,
        title: Option<&str>,
        messages: &'static Messages,
    ) -> Self {
        let corpus = whole.corpus;
        let networks: Vec<Network<'_>> = views.iter().map(|view| Network::of(corpus, view)).collect();
        let names = headings(corpus, views, messages);
        let authors: Vec<AuthorId> = views.iter().flat_map(|view| &view.authors).copied().collect();
        let (statements, unheld) = caption::selected(corpus, &views.iter().collect::<Vec<_>>());
        let mut figure = Self {
            messages,
            title: title.map_or_else(|| consensus(&names, messages), str::to_owned),
            source: sources(corpus, &authors, messages),
            selected: caption::selected_of_each(views, messages),
            subject: Subject::Many(names),
            colours: [None; 2],
            nodes: Vec::new(),
            edges: Vec::new(),
            blocs: Vec::new(),
            statements,
            unheld,
            only_firm: whole.is_only_firm(),
            loops: networks.iter().map(|network| network.loops.len()).sum(),
            alike: Alike::default(),
        };
        let held = held(&networks);
        let lines = held.iter().map(|(key, held)| line(corpus, *key, held.relations.clone(), SideSet::Both)).collect();
        figure.fill(corpus, lines, &whole.contested());
        for (edge, (key, held)) in figure.edges.iter_mut().zip(&held) {
            let prefix = prefix(key.4, messages);
            let (name, more) = held.name(corpus, key.3, messages);
            let shared = [("n", held.holders.len().into()), ("all", views.len().into())];
            edge.counts = more + &messages.with("label-shared", shared);
            edge.label = format!("{prefix}{name}{}", edge.counts);
            edge.strength = breadth(held.holders.len(), views.len());
            edge.holders = held.holders.iter().copied().collect();
        }
        figure
    }
}

/// The width of a line that so many of all hold: 3 if all do, 2 if more than half of them, else 1.
fn breadth(holders: usize, all: usize) -> u8 {
    match holders {
        _ if holders == all => 3,
        _ if holders * 2 > all => 2,
        _ => 1,
    }
}

fn held(networks: &[Network<'_>]) -> BTreeMap<LineKey, Held> {
    let mut all: BTreeMap<LineKey, Held> = BTreeMap::new();
    for (view, network) in networks.iter().enumerate() {
        for (from, to, edge) in network.edges() {
            let held = all.entry((from, to, edge.directed, edge.sign, edge.factuality)).or_default();
            held.holders.insert(view);
            held.relations.extend(&edge.relations);
            for id in &edge.relations {
                held.types.entry(networks[view].corpus.relation(*id).kind).or_default().insert(view);
            }
        }
    }
    all
}

/// The title: whose consensus it is.
fn consensus(names: &[String], say: &Messages) -> String {
    say.with("title-consensus", [("names", caption::all_named(names, say).into())])
}
