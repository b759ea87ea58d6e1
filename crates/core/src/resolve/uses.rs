//! Authors, relation types and facets by their ids; the rows of a table may declare them by using them.

use super::collector::Collector;
use super::names::{seen, unknown};
use super::table_options::TableOptions;
use crate::diag::{Sink, Span, Spanned};
use crate::model::name::folded;
use crate::model::{Author, AuthorId, Direction, Facet, Facets, RelationType, Sign, TypeId};
use crate::read::Fields;

/// The type of a table that declares its types and has none.
pub(super) const UNTYPED: &str = "related-to";

impl Collector<'_> {
    /// Notes what a row says of its type.
    pub(super) fn note_type_use(
        &mut self,
        kind: TypeId,
        place: Span,
        declare: Option<&TableOptions>,
        (sign, direction): (Option<Sign>, Option<Spanned<Direction>>),
    ) {
        let found = self.corpus.types.get(kind);
        let is_declared = found.span.is_none();
        if let Some(direction) = direction {
            self.names.declared.direction(kind, direction.value == Direction::Directed, direction.span);
        } else if let Some(options) = declare.filter(|_| is_declared) {
            self.names.declared.direction(kind, !options.undirected, place);
        }
        let given = declare.is_some_and(|options| options.signs.contains_key(self.corpus.types.name(kind)));
        if is_declared && sign.is_none() && !given {
            self.names.declared.unsigned(kind, place);
        }
    }

    /// An author by id; with `declare` the first use declares one.
    pub(super) fn author(
        &mut self,
        name: Spanned<&str>,
        declare: Option<&TableOptions>,
        sink: &mut Sink,
    ) -> Option<AuthorId> {
        let authors = &mut self.corpus.authors;
        let found = authors.find(name.value).or_else(|| authors.find(&folded(name.value)));
        match (found, declare) {
            (None, Some(_)) => {
                let id = seen(name, sink)?;
                let author =
                    Author { name: (&*id).into(), plural: false, actor: None, colour: None, coder: None, span: None };
                let author = authors.insert(&id, author).unwrap_or_else(|known| known);
                self.names.declared.author(author, name.span);
                Some(author)
            }
            (None, None) => {
                unknown("author", "unknown-author", name.value, name.span, authors.names(), sink);
                None
            }
            (found, _) => found,
        }
    }

    /// A relation type by id; with `declare` the first use declares one.
    pub(super) fn kind(
        &mut self,
        name: Spanned<&str>,
        declare: Option<&TableOptions>,
        sink: &mut Sink,
    ) -> Option<TypeId> {
        let types = &mut self.corpus.types;
        let found = types.find(name.value).or_else(|| types.find(&folded(name.value)));
        match (found, declare) {
            (None, Some(options)) => {
                let id = seen(name, sink)?;
                let kind = types.insert(&id, used(&id, options)).unwrap_or_else(|known| known);
                self.names.declared.kind(kind, name.span);
                Some(kind)
            }
            (None, None) => {
                unknown("relation type", "unknown-type", name.value, name.span, types.names(), sink);
                None
            }
            (found, _) => found,
        }
    }

    /// Facets by their ids; with `declare` first uses declare them.
    pub(super) fn facets(&mut self, fields: &mut Fields<'_, '_, '_>, declare: Option<&TableOptions>) -> Facets {
        let mut facets = Facets::default();
        for name in fields.list("facets") {
            let known = &mut self.corpus.facets;
            let found = known.find(name.value).or_else(|| known.find(&folded(name.value)));
            match (found, declare) {
                (Some(facet), _) => facets.add(facet),
                (None, Some(_)) if known.len() < Facets::MAX => {
                    let Some(id) = seen(name, fields.sink()) else { continue };
                    let facet = Facet { label: (&*id).into(), definition: "".into(), span: name.span };
                    let facet = known.insert(&id, facet).unwrap_or_else(|known| known);
                    self.names.declared.facet(facet, name.span);
                    facets.add(facet);
                }
                (None, _) => {
                    unknown("facet", "unknown-facet", name.value, name.span, known.names(), fields.sink());
                }
            }
        }
        facets
    }
}

/// A relation type declared by its first use.
fn used(id: &str, options: &TableOptions) -> RelationType {
    let (label, phrase) = if id == UNTYPED { ("related", "is related to") } else { (id, id) };
    RelationType {
        label: label.into(),
        phrase: phrase.into(),
        past: None,
        inverse: None,
        sign: options.signs.get(id).copied().unwrap_or(Sign::Neutral),
        directed: true,
        definition: "".into(),
        plover: None,
        span: None,
    }
}
