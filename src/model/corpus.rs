//! Everything that the files say, resolved and valid by construction.

use std::ops::Range;

use super::relation::PeriodId;
use super::{
    Actor, ActorId, Author, AuthorId, Facet, FacetId, Frame, FrameId, FrameKind, Id, Period, Register, Relation,
};
use super::{RelationId, RelationType, TypeId, Work, WorkId};
use crate::diag::Span;

/// A whole corpus. Only `resolve` builds one.
///
/// Everything stands in an order that the files' order cannot change: actors, types, facets and frames by id, authors as
/// `parallax.toml` orders them, statements by author, dyad, type and what else they say.
#[derive(Debug, Default)]
pub struct Corpus {
    /// What the corpus is called.
    pub title: Box<str>,
    /// What it is about.
    pub description: Box<str>,
    /// The folder of source texts, relative to the corpus.
    pub sources: Box<str>,
    /// The actors.
    pub actors: Register<ActorId, Actor>,
    /// The relation types.
    pub types: Register<TypeId, RelationType>,
    /// The facets.
    pub facets: Register<FacetId, Facet>,
    /// The authors.
    pub authors: Register<AuthorId, Author>,
    /// The works, by author and id.
    pub works: Vec<Work>,
    /// The frames.
    pub frames: Register<FrameId, Frame>,
    /// The saved views, in the order of `parallax.toml`.
    pub views: Vec<SavedView>,
    pub(crate) periods: Vec<Period>,
    pub(crate) relations: Vec<Relation>,
}

/// A picture that the corpus asks for.
#[derive(Debug, Clone)]
pub struct SavedView {
    /// The stem of the output file.
    pub id: Box<str>,
    /// The title of the picture.
    pub title: Option<Box<str>>,
    /// What is drawn, in the selection language.
    pub what: Drawing,
    /// The view whose layout it shares: actors stand where they stand there.
    pub layout_of: Option<(Box<str>, Span)>,
    /// File extensions.
    pub formats: Vec<Box<str>>,
    /// Where it is written.
    pub span: Span,
}

/// What a saved view draws.
#[derive(Debug, Clone)]
pub enum Drawing {
    /// One panel a selection, on one layout.
    Panels(Vec<(Box<str>, Span)>),
    /// The difference of two selections.
    Difference(Box<[(Box<str>, Span); 2]>),
}

impl Corpus {
    /// All statements, in order.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// A statement.
    #[must_use]
    pub fn relation(&self, id: RelationId) -> &Relation {
        &self.relations[id.index()]
    }

    /// The statements of an author: they stand together.
    #[must_use]
    pub fn relations_of(&self, author: AuthorId) -> Range<usize> {
        let start = self.relations.partition_point(|relation| relation.author < author);
        let end = self.relations.partition_point(|relation| relation.author <= author);
        start..end
    }

    /// When a statement holds: as it says, else as its author's reading of its frame does.
    #[must_use]
    pub fn when(&self, relation: &Relation) -> Option<&Period> {
        let own = relation.when.map(|PeriodId(index)| &self.periods[index as usize]);
        own.or_else(|| self.frames.get(relation.frame()?).reading(relation.author)?.when.as_ref())
    }

    /// Every period that is named.
    #[must_use]
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// A work.
    #[must_use]
    pub fn work(&self, id: WorkId) -> &Work {
        &self.works[id.index()]
    }

    /// The works of an author, with their ids.
    pub fn works_of(&self, author: AuthorId) -> impl Iterator<Item = (WorkId, &Work)> {
        let works = self.works.iter().enumerate();
        works.filter(move |(_, work)| work.author == author).map(|(index, work)| (WorkId::from_index(index), work))
    }

    /// Whether a statement belongs to an event: events do not set the sign of a dyad that has standing statements.
    #[must_use]
    pub fn is_event(&self, relation: &Relation) -> bool {
        let reading = relation.frame().and_then(|frame| self.frames.get(frame).reading(relation.author));
        reading.is_some_and(|reading| reading.kind == FrameKind::Event)
    }

    /// The id of a statement: its own, else `from-type-to` with ten digits of what it says.
    #[must_use]
    pub fn relation_name(&self, relation: &Relation) -> String {
        if let Some(id) = relation.more.as_ref().and_then(|more| more.id.as_deref()) {
            return id.to_owned();
        }
        let ends =
            |actors: &[ActorId]| actors.iter().map(|actor| self.actors.name(*actor)).collect::<Vec<_>>().join("+");
        let (from, to) = (ends(relation.from.as_slice()), ends(relation.to.as_slice()));
        let stem = format!("{from}-{}-{to}", self.types.name(relation.kind));
        let when = self.when(relation).map_or("", Period::text);
        let said = format!(
            "{stem}\n{:?}\n{when}\n{}",
            (relation.sign, relation.stance, relation.negated, relation.mode),
            relation.gloss()
        );
        format!("{stem}-{}", &blake3::hash(said.as_bytes()).to_hex()[..10])
    }
}
