//! A view: whose and which statements. Written `hudis:stance=rejects+doubts,holder=trump`.

use std::collections::BTreeSet;

use super::{Aggregation, Collective, Filter, Level, ego_network};
use crate::model::selection::Selection;
use crate::model::{ActorId, AuthorId, Corpus, Id, PositionId, Relation, RelationId};

/// A selection of statements, resolved against a corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// As written.
    pub text: String,
    /// Whose statements; never empty unless the corpus has no author.
    pub authors: Vec<AuthorId>,
    /// Which of them.
    pub filter: Filter,
    /// At which level actors are drawn.
    pub level: Level,
    /// Whether wholes are drawn as such or as their members.
    pub collective: Collective,
    /// The keys given so far.
    pub(super) given: Vec<&'static str>,
}

impl View {
    /// How it draws the actors of statements.
    #[must_use]
    pub fn aggregation<'c>(&self, corpus: &'c Corpus) -> Aggregation<'c> {
        Aggregation::new(corpus, self.level).drawing(self.collective)
    }

    /// Whether it selects just what another does, in whatever order it is written.
    #[must_use]
    pub fn selects_as(&self, other: &Self) -> bool {
        let draws = |view: &Self| (view.level, view.collective);
        self.authors == other.authors
            && draws(self) == draws(other)
            && self.filter.in_order() == other.filter.in_order()
    }

    /// What it selects of its authors, as written.
    #[must_use]
    pub fn which(&self) -> &str {
        Selection::parse(&self.text).ok().and_then(|read| read.which).map_or("", str::trim)
    }

    /// The same, key by key.
    #[must_use]
    pub fn keys(&self) -> Vec<&str> {
        let parts = Selection::parts(self.which()).unwrap_or_default();
        parts.into_iter().map(|part| &self.which()[part.range]).collect()
    }

    /// The witness that the view is of: its authors, with the works, the time and the coder that it names. All else that a view
    /// selects is what of that is looked at.
    #[must_use]
    pub fn witness(&self) -> Self {
        let Filter { works, period, coders, .. } = self.filter.clone();
        Self { filter: Filter { works, period, coders, ..Filter::default() }, ..self.clone() }
    }

    /// The statements of the view, whatever their stance, mode, attitude or negation: what a diff reads.
    #[must_use]
    pub fn record(&self, corpus: &Corpus) -> Vec<RelationId> {
        self.inside(corpus, self.chosen(corpus))
    }

    /// The statements that a picture of the view shows: held now, unless the view says which voice it wants.
    #[must_use]
    pub fn shown(&self, corpus: &Corpus) -> Vec<RelationId> {
        let mut chosen = self.chosen(corpus);
        if !self.filter.names_a_voice() {
            chosen.retain(|id| corpus.relation(*id).held_now());
        }
        self.inside(corpus, chosen)
    }

    /// The positions of the view, whatever their stance, mode or negation.
    #[must_use]
    pub fn positions(&self, corpus: &Corpus) -> Vec<PositionId> {
        let ranges = self.authors.iter().flat_map(|author| corpus.positions_of(*author));
        let takes = |index: &usize| self.filter.takes_position(&corpus.positions()[*index], corpus);
        let mut chosen: Vec<PositionId> = ranges.filter(takes).map(PositionId::from_index).collect();
        chosen.sort_unstable();
        chosen
    }

    /// What the filter takes, near or far.
    fn chosen(&self, corpus: &Corpus) -> Vec<RelationId> {
        let aggregation = self.aggregation(corpus);
        let takes = |relation: &Relation| {
            self.filter.takes(relation, corpus) && self.filter.takes_actors(relation, aggregation)
        };
        let ranges = self.authors.iter().flat_map(|author| corpus.relations_of(*author));
        let mut chosen: Vec<RelationId> =
            ranges.filter(|index| takes(&corpus.relations()[*index])).map(RelationId::from_index).collect();
        chosen.sort_unstable();
        chosen
    }

    /// Those of some statements that relate two of the actors that the view keeps.
    fn inside(&self, corpus: &Corpus, mut chosen: Vec<RelationId>) -> Vec<RelationId> {
        if let Some(kept) = self.kept(corpus, &chosen) {
            let aggregation = self.aggregation(corpus);
            let both = |(from, to): (ActorId, ActorId)| kept.contains(&from) && kept.contains(&to);
            chosen.retain(|id| aggregation.aggregated(corpus.relation(*id)).any(both));
        }
        chosen
    }

    /// The actors that `near` and `between` leave, at the level of the view; `None` if it asks for neither. Of a statement
    /// about several actors only the pairs of these count. What [`View::record`] and [`View::shown`] give keeps the same
    /// actors as all that they chose from.
    #[must_use]
    pub fn kept(&self, corpus: &Corpus, chosen: &[RelationId]) -> Option<BTreeSet<ActorId>> {
        let aggregation = self.aggregation(corpus);
        let near =
            self.filter.near.map(|(centre, steps)| ego_network::around(corpus, aggregation, chosen, centre, steps));
        if self.filter.between.is_empty() {
            return near;
        }
        let mut between = ego_network::named(corpus, aggregation, chosen, &self.filter.between);
        if let Some(near) = near {
            between.retain(|actor| near.contains(actor));
        }
        Some(between)
    }
}
