//! What the corpus would be after a change, and what of that is to be known before.

use std::collections::BTreeSet;

use parallax_core::diag::Sink;
use parallax_core::model::{Corpus, Relation};
use parallax_core::network::{Network, View};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::Sources;

use super::{Proposal, Proposed};
use crate::Project;
use crate::edit::Change;

impl Project {
    /// What the project would be if its files said something else, and what would be wrong with it. Its texts are not looked at
    /// again.
    #[must_use]
    pub fn changed(&self, changes: &[Change]) -> Self {
        let (mut findings, mut after) = (Sink::default(), Sources::default());
        for source in self.sources.own() {
            let changed = changes.iter().find(|change| change.source == source.id);
            after.add_like(source, changed.map_or(&*source.text, |change| &change.after));
        }
        let config = after.config().map_or_else(Config::default, |source| read_config(source, &mut findings));
        let corpus = resolve(&after, config, &mut findings);
        let mut project = Self { sources: after, corpus, findings, ..Self::default() };
        project.check();
        project
    }

    /// The changes with what follows from them, if the corpus would be without errors then: which statements would relate an
    /// actor to itself, which bodies would consist of one actor, and which views would draw nothing any more.
    pub(super) fn proposed(&self, changes: Vec<Change>) -> Proposed {
        let after = self.changed(&changes);
        if after.findings.has_errors() {
            return Proposed::Flawed(Box::new(after));
        }
        let (before, now) = (&self.corpus, &after.corpus);
        let mut notes = Vec::new();
        if loops(now).len() > loops(before).len() {
            let names = loops(now).join(", ");
            notes.push(format!("these statements then relate an actor to itself, and are not drawn: {names}"));
        }
        let known = lone_bodies(self);
        for fact in lone_bodies(&after).into_iter().filter(|fact| !known.contains(fact)) {
            notes.push(format!("{fact} then: name its other members, or take `composed-of` out"));
        }
        for view in now.views.iter().filter(|view| is_empty(&view.id, now) && !is_empty(&view.id, before)) {
            notes.push(format!("the view `{}` then draws nothing: change or delete it", view.id));
        }
        Proposed::Sound(Proposal { changes, notes })
    }
}

/// The statements that relate an actor to itself.
fn loops(corpus: &Corpus) -> Vec<String> {
    let is_loop = |relation: &&Relation| relation.to_itself() > 0;
    corpus.relations().iter().filter(is_loop).map(|relation| corpus.relation_name(relation)).collect()
}

/// What is said of bodies that consist of a single actor.
fn lone_bodies(project: &Project) -> BTreeSet<&str> {
    let found = project.findings.sorted().into_iter().filter(|finding| finding.code == "lone-member");
    found.map(|finding| &*finding.message).collect()
}

/// Whether nothing is drawn of a saved view.
fn is_empty(id: &str, corpus: &Corpus) -> bool {
    let selections = corpus.views.iter().filter(|view| *view.id == *id).flat_map(|view| view.what.selections());
    let views = selections.filter_map(|(text, _)| View::parse(text, corpus).ok());
    views.into_iter().all(|view| Network::of(corpus, &view).graph.edge_count() == 0)
}
