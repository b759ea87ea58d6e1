//! Who acts: states, blocs, organisations, groups, persons, thinkers.

use std::cmp::Reverse;

use super::voice::words;
use super::{ActorId, Period, WorkId};
use crate::diag::Span;

words! {
    /// What an actor is; pictures give each kind its shape.
    ActorKind {
        /// A country, or its government.
        State = "state",
        /// States that act together: an alliance, a union, "the West".
        Bloc = "bloc",
        /// An institution, company, party or agency.
        Organisation = "organisation",
        /// People without an organisation: a class, a faction, a public.
        Group = "group",
        /// A person who acts.
        Person = "person",
        /// A person who is cited: a thinker, or an author.
        Thinker = "thinker",
        /// A territory that is acted upon.
        Place = "place",
        /// Nobody has said what it is.
        Unknown = "unknown",
    }
}

/// An actor as the files declare it.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The full name.
    pub name: Box<str>,
    /// The short name on pictures.
    pub label: Box<str>,
    /// What it is.
    pub kind: ActorKind,
    /// Whether its name is a plural, "the Corinthians"; if not said, the names of groups and blocs tell by themselves.
    pub plural: Option<bool>,
    /// Other names, as texts use them; the files may use them for its id.
    pub aliases: Vec<Box<str>>,
    /// What some works call it, such as "the administration": found in their texts, and never an id.
    pub scoped: Vec<Phrase>,
    /// Phrases in which its name does not mean it, such as "Wall Street".
    pub except: Vec<Phrase>,
    /// For whom it stands when a view lifts to states: a leader, a capital. May be dated.
    pub stands_for: Vec<Membership>,
    /// The institution or state that it belongs to.
    pub part_of: Vec<Membership>,
    /// The actors that it consists of, by treaty or definition. May be dated.
    pub composed_of: Vec<Membership>,
    /// Whether it is a list of actors that a statement speaks of as a whole: no file declares it.
    pub together: bool,
    /// Wikidata item, such as `Q30`.
    pub wikidata: Option<Box<str>>,
    /// ISO 3166-1 alpha-3 code, such as `USA`.
    pub iso: Option<Box<str>>,
    /// A remark.
    pub note: Option<Box<str>>,
    /// Where it is declared; `None` when its first use declared it.
    pub span: Option<Span>,
}

impl Actor {
    /// The actors that the text names, where this one is several together.
    pub fn members(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.composed_of.iter().filter(|_| self.together).map(|member| member.actor)
    }
}

/// Words of a text, and the works in which they are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub text: Box<str>,
    /// Where they are meant.
    pub scope: Scope,
}

/// The works in which a phrase is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    Everywhere,
    /// These, in order.
    Works(Vec<WorkId>),
}

impl Scope {
    /// Whether a work is meant.
    #[must_use]
    pub fn holds(&self, work: WorkId) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Works(works) => works.binary_search(&work).is_ok(),
        }
    }

    /// Whether some work is meant by both.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Works(works), other) | (other, Self::Works(works)) => works.iter().any(|work| other.holds(*work)),
            (Self::Everywhere, Self::Everywhere) => true,
        }
    }
}

/// A dated tie to a larger actor, or from it to a smaller one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The other actor.
    pub actor: ActorId,
    /// When it holds; always, if not said.
    pub when: Option<Period>,
}

impl Membership {
    /// Which of several memberships of one time counts: the largest, which begins last, and of those ends first. What is not dated
    /// began before all that is, and does not end.
    #[must_use]
    pub fn rank(&self) -> impl Ord + use<> {
        let (first, last) = self.when.as_ref().map_or((None, None), |when| {
            let (first, last, _) = when.order();
            (first, last)
        });
        (first, last.is_some(), Reverse(last))
    }

    /// Whether the two can hold on one day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.when.as_ref().zip(other.when.as_ref()).is_none_or(|(ours, theirs)| ours.overlaps(theirs))
    }
}
