//! The words for relations: types with their signs, and facets.

use super::{Sign, TypeId};
use crate::diag::Span;

/// A relation type of the codebook.
#[derive(Debug, Clone)]
pub struct RelationType {
    /// One or two words, for the line of a picture.
    pub label: Box<str>,
    /// The verb phrase between two actors: "is allied with".
    pub phrase: Box<str>,
    /// The verb phrase in the past, where the codebook says it: "planned against".
    pub past: Option<Box<str>>,
    /// The verb phrase the other way round: "is supported by".
    pub inverse: Option<Box<str>>,
    /// The sign, unless a statement says otherwise.
    pub sign: Sign,
    /// Whether `from` and `to` differ in role.
    pub directed: bool,
    /// The undirected type that tells the same deed without a doer: `fights` for `attacks`.
    pub mutual: Option<TypeId>,
    /// Whether it is a lasting tie and no deed, such as membership or dependence: being neutral, it values nothing.
    pub structural: bool,
    /// When a coder uses it.
    pub definition: Box<str>,
    /// The PLOVER category nearest to it.
    pub plover: Option<Box<str>>,
    /// Where it is declared; `None` when its first use declared it.
    pub span: Option<Span>,
}

/// In which respect, or why, a relation holds.
#[derive(Debug, Clone)]
pub struct Facet {
    /// For people.
    pub label: Box<str>,
    /// When a coder uses it.
    pub definition: Box<str>,
    /// Where it is declared.
    pub span: Span,
}
