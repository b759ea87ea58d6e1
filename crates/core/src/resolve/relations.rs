//! `[[relation]]` -> statements. Every flaw of a record is reported; a record with one gives no statement.

use super::authors::own_author;
use super::casts;
use super::codebook::sign;
use super::collectives::{self, Together};
use super::collector::Collector;
use super::decode;
use super::links;
use super::qualifiers::holder_needed;
use super::table_options::TableOptions;
use crate::diag::{Diagnostic, Severity, Sink, Span, Spanned};
use crate::model::Together as Whole;
use crate::model::record::RELATION;
use crate::model::{ActorId, AuthorId, Direction, FieldSpans, Participants, Qualifiers, RareFields, Relation, TypeId};
use crate::read::{Fields, Table};

/// Actors that one end of a statement names at most: a statement holds of every pair of its ends, and two longer lists
/// would be more pairs than anyone claims.
const MOST_ACTORS: usize = 100;

/// Whose statement a record is.
#[derive(Debug, Clone, Copy)]
pub(super) enum AuthorScope {
    /// The file's author.
    Author(AuthorId),
    /// As the record says: a row has a column for it.
    Said,
    /// Nobody knows, which was reported: the record is checked and gives no statement.
    Unknown,
}

/// What must be there for a statement to be one.
struct Core {
    author: AuthorId,
    from: Participants,
    to: Participants,
    kind: TypeId,
    spans: FieldSpans,
    /// Every actor that is named at the two ends is known.
    names_all: bool,
}

impl Collector<'_> {
    /// Reads one statement, or reports what is wrong in it.
    pub(super) fn add(
        &mut self,
        table: &Table<'_>,
        scope: AuthorScope,
        declare: Option<&TableOptions>,
        sink: &mut Sink,
    ) {
        let errors = sink.count(Severity::Error);
        let mut fields = Fields::new(table, &RELATION, sink);
        let author = self.whose(&mut fields, scope, declare);
        let core = self.core(&mut fields, author, declare);
        let together = fields.bool_or("together", Whole::WORDS);
        let number = fields.int("sign");
        let sign = sign(number, fields.sink());
        let said = self.qualifiers(&mut fields, declare);
        let direction = if decode::is_row(table) { fields.choice("direction", Direction::WORDS) } else { None };
        let rare = self.own(&mut fields, author, table, declare);
        fields.finish();
        holder_needed(said.stance, &rare, table, sink);
        casts::none_in_denials(&said, rare.casts, table, sink);
        let Some(Core { author, from, to, kind, spans, names_all }) = core else { return };
        let ends = collectives::ends(together.filter(|_| names_all), [&from, &to], &spans, sink);
        if sink.count(Severity::Error) > errors {
            return;
        }
        if decode::is_row(table) {
            self.note_type_use(kind, spans.kind(), declare, (sign, direction));
        }
        let sign = sign.unwrap_or_else(|| self.corpus.types.get(kind).sign);
        if ends != [false; 2] {
            self.together.push(Together { statement: self.corpus.relations.len(), ends });
        }
        let rare = (!rare.is_bare()).then(|| Box::new(rare));
        let Qualifiers { stance, negated, mode, attitude, hedged, strength, when, facets } = said;
        self.corpus.relations.push(Relation {
            author,
            kind,
            from,
            to,
            sign,
            stance,
            negated,
            mode,
            attitude,
            hedged,
            strength,
            when,
            facets,
            rare,
            spans,
        });
    }

    /// Whose a record is.
    pub(super) fn whose(
        &mut self,
        fields: &mut Fields<'_, '_, '_>,
        scope: AuthorScope,
        declare: Option<&TableOptions>,
    ) -> Option<AuthorId> {
        match scope {
            AuthorScope::Author(author) => own_author(fields, Some(author), self.corpus),
            AuthorScope::Said => {
                fields.required_str("author").and_then(|name| self.author(name, declare, fields.sink()))
            }
            AuthorScope::Unknown => own_author(fields, None, self.corpus),
        }
    }

    fn core(
        &mut self,
        fields: &mut Fields<'_, '_, '_>,
        author: Option<AuthorId>,
        declare: Option<&TableOptions>,
    ) -> Option<Core> {
        let record = fields.span();
        let from = fields.required_list("from");
        let to = fields.required_list("to");
        let kind = fields.required_str("type");
        let place = |list: &[Spanned<&str>]| list.iter().map(|item| item.span).reduce(Span::join).unwrap_or(record);
        let bytes = |span: Span| (span.start, span.end);
        let spans = FieldSpans {
            source: record.source,
            record: bytes(record),
            from: bytes(place(&from)),
            to: bytes(place(&to)),
            kind: bytes(kind.map_or(record, |kind| kind.span)),
        };
        let errors = fields.sink().count(Severity::Error);
        let from = self.ends("from", &from, declare, fields.sink());
        let to = self.ends("to", &to, declare, fields.sink());
        let names_all = fields.sink().count(Severity::Error) == errors;
        let kind = kind.and_then(|kind| self.kind(kind, declare, fields.sink()));
        Some(Core { author: author?, from: from?, to: to?, kind: kind?, spans, names_all })
    }

    fn ends(
        &mut self,
        key: &str,
        list: &[Spanned<&str>],
        declare: Option<&TableOptions>,
        sink: &mut Sink,
    ) -> Option<Participants> {
        if let Some(first) = list.get(MOST_ACTORS) {
            let finding = Diagnostic::error("too-many-actors", format!("`{key}` names {} actors", list.len()));
            let finding = finding.at(first.span, format!("more than {MOST_ACTORS}"));
            sink.push(finding.help("so many act as a group: declare it as one actor, and name that"));
            return None;
        }
        if let [one] = list {
            return self.names.actor(*one, declare, self.corpus, sink).map(Participants::One);
        }
        let found: Vec<ActorId> =
            list.iter().filter_map(|name| self.names.actor(*name, declare, self.corpus, sink)).collect();
        Participants::new(found).filter(|ends| ends.as_slice().len() <= list.len() && !list.is_empty())
    }

    /// What few statements have.
    fn own(
        &mut self,
        fields: &mut Fields<'_, '_, '_>,
        author: Option<AuthorId>,
        table: &Table<'_>,
        declare: Option<&TableOptions>,
    ) -> RareFields {
        let rare = self.rare(fields, author, declare);
        let (from_as, to_as) = (decode::boxed(fields.str("from-as")), decode::boxed(fields.str("to-as")));
        let casts = casts::read(fields, table);
        let raw = links::read(fields, table);
        if !raw.is_empty() {
            self.links.push(((table.span.source, table.span.start), raw));
        }
        let id = fields.str("id");
        let id = id.and_then(|id| self.id("relation", id, author, fields.sink()));
        RareFields { id, from_as, to_as, casts, ..rare }
    }

    /// The id of a statement or a position: an author has each only once, so that reasons can name either.
    pub(super) fn id(
        &mut self,
        what: &str,
        id: Spanned<&str>,
        author: Option<AuthorId>,
        sink: &mut Sink,
    ) -> Option<Box<str>> {
        let id = decode::id(id, sink)?;
        if let Some(first) = self.ids.insert((author?, id.value.into()), id.span) {
            decode::duplicate(what, id.value, id.span, Some(first), sink);
        }
        Some(id.value.into())
    }
}
