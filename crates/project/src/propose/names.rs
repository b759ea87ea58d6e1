//! Ids changed everywhere, and several actors made one.

use parallax_core::diag::Severity;
use parallax_core::model::ActorId;
use parallax_core::model::record::EntityKind;

use super::Proposed;
use crate::edit::{self, Called, Merged};
use crate::{Error, Project, views};

/// What can be called otherwise, by name.
pub const RENAMED: [(&str, EntityKind); 5] = [
    ("actor", EntityKind::Actor),
    ("type", EntityKind::Type),
    ("facet", EntityKind::Facet),
    ("frame", EntityKind::Frame),
    ("issue", EntityKind::Issue),
];

impl Project {
    /// An actor by id, alias or full name.
    ///
    /// # Errors
    ///
    /// If nobody is called so.
    pub fn actor(&self, word: &str) -> Result<ActorId, Error> {
        let called = Called::of(&self.corpus);
        called.find(word, &self.corpus).ok_or_else(|| {
            let near = called.near(word, &self.corpus).map_or_else(
                || ": declare it first, with an [[actor]]".to_owned(),
                |near| format!(": did you mean `{near}`?"),
            );
            Error::Usage(format!("there is no actor `{word}`{near}"))
        })
    }

    /// Calls a thing otherwise wherever it stands. An actor can be named by an alias.
    ///
    /// # Errors
    ///
    /// If there is no such thing, the new id is taken or no id, or a place cannot be changed safely.
    pub fn rename(&self, noun: EntityKind, old: &str, new: &str) -> Result<Proposed, Error> {
        let id = self.id(noun, old)?;
        Ok(self.proposed(edit::rename(&self.sources, &self.corpus, noun, &id, new)?))
    }

    /// The id of what is called so.
    fn id(&self, noun: EntityKind, word: &str) -> Result<String, Error> {
        let corpus = &self.corpus;
        let known: Vec<&str> = match noun {
            EntityKind::Type => corpus.types.names().collect(),
            EntityKind::Facet => corpus.facets.names().collect(),
            EntityKind::Frame => corpus.frames.names().collect(),
            EntityKind::Issue => corpus.issues.names().collect(),
            _ => return Ok(corpus.actors.name(self.actor(word)?).to_owned()),
        };
        if known.contains(&word) {
            return Ok(word.to_owned());
        }
        let what = RENAMED.iter().find(|(_, known)| *known == noun).map_or("thing", |(name, _)| name);
        let near = views::near(word, known);
        Err(Error::Usage(format!("there is no {what} `{word}`{near}")))
    }

    /// Whether actors can be made one. That two are called alike is why one makes them one: whether any are left is asked
    /// afterwards.
    #[must_use]
    pub fn is_mergeable(&self) -> bool {
        self.findings.count(Severity::Error) <= self.findings.count_of("shared-alias")
    }

    /// Makes one actor of several. With `force` also where statements would then relate it to itself.
    ///
    /// # Errors
    ///
    /// If the one that is kept is among the others, or a statement would relate it to itself.
    pub fn merge(&self, kept: ActorId, others: &[ActorId], force: bool) -> Result<Proposed, Error> {
        let mut others = others.to_vec();
        others.sort_unstable();
        others.dedup();
        if others.contains(&kept) {
            let name = self.corpus.actors.name(kept);
            return Err(Error::Usage(format!("`{name}` is one already: name two actors")));
        }
        let Merged { changes, told } = edit::merge(&self.sources, &self.corpus, kept, &others, force)?;
        let mut proposed = self.proposed(changes);
        if let Proposed::Sound(proposal) = &mut proposed {
            proposal.notes.extend(told);
        }
        Ok(proposed)
    }
}
