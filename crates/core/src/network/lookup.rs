//! What a value of a selection names: an actor, or one of a few words; and what to say where it names nothing.

use crate::diag::nearest;
use crate::model::name::folded;
use crate::model::selection::written;
use crate::model::{ActorId, Corpus};

/// What is wrong with a value, and what to do.
pub type Refusal = (String, Option<String>);

/// That nothing has this name, and what was probably meant.
pub(super) fn unknown<'a>(what: &str, value: &str, known: impl Iterator<Item = &'a str>) -> Refusal {
    let help = nearest(value, known).map(|near| format!("did you mean `{}`?", written(near)));
    (format!("no {what} `{value}`"), help)
}

/// One of a few words.
pub(super) fn choice<T: Copy>(what: &str, value: &str, words: &'static [(&'static str, T)]) -> Result<T, Refusal> {
    let found = words.iter().find(|(word, _)| *word == value);
    found.map(|(_, found)| *found).ok_or_else(|| {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let (message, near) = unknown(what, value, known.iter().copied());
        (message, near.or_else(|| Some(format!("one of {}", known.join(", ")))))
    })
}

/// An actor by id, name or alias.
///
/// # Errors
///
/// If there is none, or several have the name; with what to do about it.
pub fn find_actor(value: &str, corpus: &Corpus) -> Result<ActorId, Refusal> {
    let value = &*folded(value);
    let by_alias = || {
        let named = |(_, _, actor): &(ActorId, &str, &crate::model::Actor)| {
            *actor.name == *value || actor.aliases.iter().any(|alias| **alias == *value)
        };
        corpus.actors.iter().find(named).map(|(id, _, _)| id)
    };
    corpus.actors.find(value).or_else(by_alias).ok_or_else(|| unknown("actor", value, corpus.actors.names()))
}
