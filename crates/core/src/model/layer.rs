//! Layers: what is said of the world, where an author stands to it, and who speaks of whose words.

use super::voice::words;
use super::{Actor, ActorKind, Corpus, Id, Participants, Relation};

words! {
    /// What kind of tie a statement tells of.
    Layer {
        /// A tie between those who act.
        World = "world",
        /// Where an author or thinker stands to those who act, or they to one.
        Stance = "stance",
        /// A tie between authors and thinkers: quoting, agreeing.
        Voices = "voices",
    }
}

impl Corpus {
    /// The layer of a statement. Only of the world are its centre, camps and balance, and only there persons stand for states.
    #[must_use]
    pub fn layer(&self, relation: &Relation) -> Layer {
        let speaks = |end: &Participants| end.as_slice().iter().all(|actor| self.voices[actor.index()]);
        match (speaks(&relation.from), speaks(&relation.to)) {
            (true, true) => Layer::Voices,
            (false, false) => Layer::World,
            _ => Layer::Stance,
        }
    }

    /// Finds who is there for what he says: thinkers, and authors who are no states themselves and stand for none.
    pub(crate) fn find_voices(&mut self) {
        self.voices = self.actors.iter().map(|(_, _, actor)| actor.kind == ActorKind::Thinker).collect();
        let acts = |actor: &Actor| {
            let stands_for_more = !(actor.stands_for.is_empty() && actor.part_of.is_empty());
            matches!(actor.kind, ActorKind::State | ActorKind::Bloc) || stands_for_more
        };
        for author in self.authors.iter().filter_map(|(_, _, author)| author.actor) {
            self.voices[author.index()] |= !acts(self.actors.get(author));
        }
        for (id, _, actor) in self.actors.iter().filter(|(_, _, actor)| actor.together) {
            self.voices[id.index()] = actor.members().all(|member| self.voices[member.index()]);
        }
    }
}
