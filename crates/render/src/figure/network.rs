//! The figure of one view.

use std::collections::BTreeMap;

use parallax_core::messages::Messages;
use parallax_core::network::Network;

use super::caption::{selected, sources, which};
use super::lines;
use super::{Alike, Bloc, Figure, SideSet, Subject, headings};

impl Figure {
    /// The picture of one view.
    #[must_use]
    pub fn of_network(network: &Network<'_>, title: Option<&str>, messages: &'static Messages) -> Self {
        let corpus = network.corpus;
        let title = title.map_or_else(|| headings(corpus, &[&network.view], messages).concat(), str::to_owned);
        let (statements, unheld) = selected(corpus, &[&network.view]);
        let mut figure = Self {
            messages,
            title,
            source: sources(corpus, &network.view.authors, messages),
            selected: which(&network.view),
            subject: Subject::One,
            colours: [None; 2],
            nodes: Vec::new(),
            edges: Vec::new(),
            blocs: Vec::new(),
            statements,
            unheld,
            only_firm: false,
            loops: network.loops.len(),
            alike: Alike::default(),
        };
        figure.fill(corpus, lines::of_network(network, SideSet::Both).collect(), &BTreeMap::new());
        figure.blocs = Bloc::of(corpus, &figure.nodes, &figure.edges);
        figure
    }
}
