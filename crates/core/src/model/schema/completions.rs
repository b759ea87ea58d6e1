//! What a schema offers for references: the ids that a corpus has, and names from the registries of later stages.

use std::collections::BTreeMap;

use super::json::{Json, list, object, text};
use crate::model::record::EntityKind;
use crate::model::{Corpus, SavedView};

/// What is offered. Without anything the schema says of a reference only that it is a text.
#[derive(Debug, Default)]
pub struct Completions {
    ids: BTreeMap<EntityKind, Vec<String>>,
    listed: BTreeMap<String, Vec<String>>,
}

impl Completions {
    /// The ids of a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        fn owned<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
            let mut names: Vec<String> = names.map(str::to_owned).collect();
            names.sort_unstable();
            names.dedup();
            names
        }
        let relations = corpus.relations().iter().filter_map(|relation| relation.rare.as_ref()?.id.as_deref());
        let positions = corpus.positions().iter().filter_map(|position| position.rare.as_ref()?.id.as_deref());
        let declared = corpus.named_actors().map(|(_, id, _)| id);
        let ids = [
            (EntityKind::Actor, owned(declared)),
            (EntityKind::Type, owned(corpus.types.names())),
            (EntityKind::Facet, owned(corpus.facets.names())),
            (EntityKind::Author, owned(corpus.authors.names())),
            (EntityKind::Frame, owned(corpus.frames.names())),
            (EntityKind::Relation, owned(relations)),
            (EntityKind::Issue, owned(corpus.issues.names())),
            (EntityKind::Position, owned(positions)),
            (EntityKind::View, owned(corpus.views.iter().map(|view: &SavedView| &*view.id))),
        ];
        Self { ids: ids.into_iter().collect(), listed: BTreeMap::new() }
    }

    /// Adds the names that a key can have which is listed elsewhere.
    #[must_use]
    pub fn with(mut self, key: &str, names: impl IntoIterator<Item = &'static str>) -> Self {
        self.listed.insert(key.to_owned(), names.into_iter().map(str::to_owned).collect());
        self
    }

    /// A text of the list for a key; any text, if there is none.
    pub(super) fn listed(&self, key: &str) -> Vec<(&'static str, Json)> {
        match self.listed.get(key) {
            Some(names) if !names.is_empty() => vec![("enum", words(names))],
            _ => vec![("type", text("string"))],
        }
    }

    /// A reference. Types and facets are those of the codebook and nothing else. Of what is declared where it is used,
    /// or has other names, any text may stand: an id that was written since would be called wrong.
    pub(super) fn reference(&self, noun: EntityKind, free: bool) -> Json {
        let any = [("type", text("string")), ("pattern", text(r"\S"))];
        match self.ids.get(&noun).filter(|ids| !ids.is_empty()) {
            None => object(any),
            Some(ids) if !free && matches!(noun, EntityKind::Type | EntityKind::Facet) => {
                object([("enum", words(ids))])
            }
            Some(ids) => object([("anyOf", list([object([("enum", words(ids))]), object(any)]))]),
        }
    }
}

fn words(names: &[String]) -> Json {
    list(names.iter().map(|name| text(name)))
}
