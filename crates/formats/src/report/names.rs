//! What actors, authors and facets are called, and whether they take a verb in the plural.

use parallax_core::messages::{Messages, Value};
use parallax_core::model::{Actor, ActorId, ActorKind, AuthorId, Corpus, Facets, Id};

use super::grammar;

/// The name of an actor within a sentence of a language; of several together the names of all.
pub(super) fn actor_within(corpus: &Corpus, id: ActorId, say: &Messages) -> String {
    let (actor, grammar) = (corpus.actors.get(id), grammar::of(say));
    match actor.kind {
        _ if actor.together => {
            let names: Vec<String> = actor.members().map(|member| actor_within(corpus, member, say)).collect();
            say.with("actors-together", [("actors", say.all_of(&names).into())])
        }
        ActorKind::Person | ActorKind::Thinker | ActorKind::Unknown => grammar.name(&actor.name),
        _ => grammar.name_of_body(&actor.name),
    }
}

/// Whether an author takes a verb in the plural.
pub(super) fn author_several(corpus: &Corpus, id: AuthorId) -> bool {
    let author = corpus.authors.get(id);
    let namesake = author.actor.map(|actor| corpus.actors.get(actor)).filter(|actor| actor.name == author.name);
    author.plural || namesake.is_some_and(is_plural)
}

/// Facets by their labels.
pub(super) fn facet_labels(corpus: &Corpus, facets: Facets) -> String {
    let known = facets.iter().filter(|facet| facet.index() < corpus.facets.len());
    known.map(|facet| &*corpus.facets.get(facet).label).collect::<Vec<_>>().join(", ")
}

/// The number of a verb, as messages have it: `one` or `several`.
pub(super) fn number(several: bool) -> Value<'static> {
    if several { "several".into() } else { "one".into() }
}

/// Whether a name is a plural: where the files do not say, English names of people tell: "Russian officials".
pub(super) fn is_plural(actor: &Actor) -> bool {
    if let Some(plural) = actor.plural {
        return plural;
    }
    let of_people = matches!(actor.kind, ActorKind::Group | ActorKind::Bloc);
    of_people && actor.name.split_whitespace().any(|word| grammar::of(Messages::english()).is_plural(word))
}
