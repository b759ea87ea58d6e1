//! Actors that become one: which is kept, and which go.

use parallax_core::model::{ActorId, Corpus, together_id};

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
        let members = || self.corpus.actors.get(actor).members();
        actor == self.kept
            || self.others.contains(&actor)
            || (members().count() > 0 && members().all(|one| self.has(one)))
    }

    /// What lists that are spoken of as a whole are called when all are one: those of them whose ids change.
    pub(super) fn lists(&self) -> Vec<(String, String)> {
        let lists = self.corpus.actors.iter().filter_map(|(_, id, actor)| {
            let then = |member| self.name(if self.others.contains(&member) { self.kept } else { member });
            let goes = actor.members().any(|member| self.others.contains(&member));
            goes.then(|| (id.to_owned(), together_id(actor.members().map(then))))
        });
        lists.collect()
    }

    /// Whether a text is the id of one that goes.
    pub(super) fn goes(&self, name: &str) -> bool {
        self.others.iter().any(|other| self.name(*other) == name)
    }
}
