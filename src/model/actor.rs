//! Who acts: states, blocs, organisations, groups, persons, thinkers.

use super::voice::words;
use super::{ActorId, Period};
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
    /// Other names, as texts use them.
    pub aliases: Vec<Box<str>>,
    /// For whom it stands when a view lifts to states: a leader, a capital. May be dated.
    pub stands_for: Vec<Membership>,
    /// The institution or state that it belongs to.
    pub part_of: Vec<Membership>,
    /// Wikidata item, such as `Q30`.
    pub wikidata: Option<Box<str>>,
    /// ISO 3166-1 alpha-3 code, such as `USA`.
    pub iso: Option<Box<str>>,
    /// A remark.
    pub note: Option<Box<str>>,
    /// Where it is declared; `None` when its first use declared it.
    pub span: Option<Span>,
}

/// A dated tie to a larger actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The larger actor.
    pub actor: ActorId,
    /// When it holds; always, if not said.
    pub when: Option<Period>,
}
