//! How the document names what stands elsewhere in it.

use std::collections::BTreeMap;

use parallax_core::model::RelationId;
use parallax_core::network::Level;
use parallax_formats::report::json::{Refer, Refs};
use schemars::JsonSchema;
use serde::Serialize;

/// Statements by their places in the document; one that is not there by its name.
pub(super) struct Places {
    pub(super) place: BTreeMap<RelationId, usize>,
    pub(super) refs: Refs,
}

/// A statement: its place in `statements`, or the name of one that is not there.
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
}

/// The word for a level.
pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Actor => "actor",
        Level::State => "state",
    }
}
