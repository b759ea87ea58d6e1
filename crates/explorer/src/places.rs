//! How the document names what stands elsewhere in it.

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::model::{Corpus, IssueId, PositionId, RelationId};
use parallax_core::network::Level;
use parallax_formats::report::json::{Refer, Refs};
use schemars::JsonSchema;
use serde::Serialize;

/// Statements and positions by their places in the document; one that is not there by its name.
pub(super) struct Places {
    pub(super) place: BTreeMap<RelationId, usize>,
    pub(super) positions: BTreeMap<PositionId, usize>,
    /// The issues that are in the document.
    pub(super) issues: BTreeSet<IssueId>,
    pub(super) refs: Refs,
}

impl Places {
    /// The places of positions, all of which are in the document.
    pub(super) fn of_positions(&self, ids: &[PositionId]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.positions.get(id)).copied().collect()
    }
}

/// A statement, or a position: its place in `statements` or `positions`, or the name of one that is not there.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum Place {
    At(usize),
    Elsewhere(String),
}

impl Refer for Places {
    type Name = Place;

    fn refer(&self, id: RelationId) -> Place {
        self.place.get(&id).map_or_else(|| Place::Elsewhere(self.refs.refer(id)), |at| Place::At(*at))
    }

    fn position(&self, corpus: &Corpus, id: PositionId) -> Place {
        let elsewhere = || Place::Elsewhere(self.refs.position(corpus, id));
        self.positions.get(&id).map_or_else(elsewhere, |at| Place::At(*at))
    }
}

/// The word for a level.
pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Actor => "actor",
        Level::State => "state",
    }
}
