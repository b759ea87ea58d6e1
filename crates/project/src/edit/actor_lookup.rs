//! Actors by what they are called: id, alias, full name.

use std::collections::BTreeMap;

use parallax_core::diag::nearest;
use parallax_core::model::name::key;
use parallax_core::model::{ActorId, Corpus};

/// The names of the actors of a corpus.
pub struct Called(BTreeMap<String, ActorId>);

impl Called {
    /// The aliases and full names, without regard to capitals; of those that several have the first. Several together have none.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut called = BTreeMap::new();
        for (id, _, actor) in corpus.named_actors() {
            for name in actor.aliases.iter().chain([&actor.name]) {
                called.entry(key(name)).or_insert(id);
            }
        }
        Self(called)
    }

    /// An actor by id, or else by alias or full name.
    #[must_use]
    pub fn find(&self, name: &str, corpus: &Corpus) -> Option<ActorId> {
        let by_id = corpus.actors.find(name).filter(|actor| !corpus.actors.get(*actor).together);
        by_id.or_else(|| self.0.get(&key(name)).copied())
    }

    /// The id of the actor who has the nearest id, alias or name.
    #[must_use]
    pub fn near<'c>(&self, name: &str, corpus: &'c Corpus) -> Option<&'c str> {
        let near = nearest(name, corpus.actors.names().chain(self.0.keys().map(String::as_str)))?;
        self.find(near, corpus).map(|actor| corpus.actors.name(actor))
    }
}
