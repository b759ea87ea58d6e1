//! Actors that become one: which is kept, and which go.

use parallax_core::model::{ActorId, Corpus};

use super::actor_lookup::Called;

/// Who becomes whom.
pub(super) struct Group<'c> {
    pub(super) corpus: &'c Corpus,
    pub(super) called: Called,
    pub(super) kept: ActorId,
    pub(super) others: &'c [ActorId],
}

impl Group<'_> {
    pub(super) fn name(&self, actor: ActorId) -> &str {
        self.corpus.actors.name(actor)
    }

    /// Whoever of them is called so.
    pub(super) fn member(&self, name: &str) -> Option<ActorId> {
        self.called.find(name, self.corpus).filter(|actor| self.has(*actor))
    }

    pub(super) fn has(&self, actor: ActorId) -> bool {
        actor == self.kept || self.others.contains(&actor)
    }

    /// Whether a text is the id of one that goes.
    pub(super) fn goes(&self, name: &str) -> bool {
        self.others.iter().any(|other| self.name(*other) == name)
    }
}
