//! `[[relation]]` -> statements. Every flaw of a record is reported; a record with one gives no statement.

use super::anchors;
use super::authors::{known_frame, own_author};
use super::codebook::sign;
use super::collectives::{self, Together};
use super::collector::Collector;
use super::decode;
use super::links;
use super::table_options::TableOptions;
use crate::diag::{Diagnostic, Help, Severity, Sink, Span, Spanned};
use crate::model::record::RELATION;
use crate::model::{ActorId, Attitude, AuthorId, Direction, Holder, Mode, Participants, RareFields, Together as Whole};
use crate::model::{FieldSpans, Period, PeriodId, Relation, Roles, Stance, TypeId};
use crate::read::{Data, Fields, Table};

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
        let author = match scope {
            AuthorScope::Author(author) => own_author(&mut fields, Some(author), self.corpus),
            AuthorScope::Said => {
                fields.required_str("author").and_then(|name| self.author(name, declare, fields.sink()))
            }
            AuthorScope::Unknown => own_author(&mut fields, None, self.corpus),
        };
        let core = self.core(&mut fields, author, declare);
        let together = fields.bool_or("together", Whole::WORDS);
        let number = fields.int("sign");
        let sign = sign(number, fields.sink());
        let (stance, negated, hedged) = (
            decode::word(&mut fields, "stance", Stance::WORDS),
            flag(&mut fields, "negated"),
            flag(&mut fields, "hedged"),
        );
        let mode = decode::word(&mut fields, "mode", Mode::WORDS).unwrap_or(Mode::Actual);
        let attitude = decode::word(&mut fields, "attitude", Attitude::WORDS);
        let when = self.when(&mut fields);
        let strength = strength(&mut fields);
        let facets = self.facets(&mut fields, declare);
        let direction = if decode::is_row(table) { fields.choice("direction", Direction::WORDS) } else { None };
        let rare = self.rare(&mut fields, author, table, declare);
        fields.finish();
        let stance = stance.unwrap_or(Stance::Asserts);
        holder_needed(stance, &rare, table, sink);
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

    fn when(&mut self, fields: &mut Fields<'_, '_, '_>) -> Option<PeriodId> {
        let text = fields.str("when")?;
        if let Some(known) = self.periods.get(text.value) {
            return Some(*known);
        }
        let period: Period = decode::period(Some(text), fields.sink())?;
        let id = PeriodId(self.corpus.periods.len() as u32);
        self.corpus.periods.push(period);
        self.periods.insert(text.value.into(), id);
        Some(id)
    }

    fn rare(
        &mut self,
        fields: &mut Fields<'_, '_, '_>,
        author: Option<AuthorId>,
        table: &Table<'_>,
        declare: Option<&TableOptions>,
    ) -> RareFields {
        let mut text = |key: &'static str| decode::boxed(fields.str(key));
        let (from_as, to_as, by, amount) = (text("from-as"), text("to-as"), text("by"), text("amount"));
        let (condition, coder) = (text("condition"), text("coder"));
        let gloss = decode::gloss(fields);
        let holders = self.holders(fields, "holder");
        let via = self.holders(fields, "via");
        let roles = Roles {
            with: self.thirds(fields, "with", declare),
            against: self.thirds(fields, "against", declare),
            excluding: self.thirds(fields, "excluding", declare),
            benefiting: self.thirds(fields, "benefiting", declare),
        };
        // The frames of a file without a known author are not known either.
        let frame = fields.str("frame").filter(|_| author.is_some());
        let frame = frame.and_then(|frame| known_frame(frame, self.corpus, fields.sink()));
        let tags = fields.list("tags").into_iter().map(|tag| tag.value.into()).collect();
        let evidence = anchors::read(fields, "evidence");
        let settle = |author| anchors::resolve_anchors(evidence, author, None, self.corpus, fields.sink());
        let evidence = author.map_or_else(Vec::new, settle);
        let raw = links::read(fields, table);
        if !raw.is_empty() {
            self.links.push(((table.span.source, table.span.start), raw));
        }
        let id = fields.str("id");
        let id = id.and_then(|id| self.id(id, author, fields.sink()));
        RareFields {
            id,
            from_as,
            to_as,
            holders,
            via,
            roles,
            links: Vec::new(),
            frame,
            by,
            amount,
            condition,
            gloss,
            tags,
            coder,
            evidence,
        }
    }

    fn id(&mut self, id: Spanned<&str>, author: Option<AuthorId>, sink: &mut Sink) -> Option<Box<str>> {
        let id = decode::id(id, sink)?;
        if let Some(first) = self.ids.insert((author?, id.value.into()), id.span) {
            decode::duplicate("relation", id.value, id.span, Some(first), sink);
        }
        Some(id.value.into())
    }

    fn holders(&mut self, fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Vec<Holder> {
        let named = fields.list(key);
        let holder =
            |name: &str| self.names.find(name, self.corpus).map_or_else(|| Holder::Label(name.into()), Holder::Actor);
        let named = named.into_iter().map(|name| name.value.trim()).filter(|name| !name.is_empty());
        let mut holders: Vec<Holder> = named.map(holder).collect();
        holders.sort();
        holders
    }

    fn thirds(
        &mut self,
        fields: &mut Fields<'_, '_, '_>,
        key: &'static str,
        declare: Option<&TableOptions>,
    ) -> Vec<ActorId> {
        let named = fields.list(key).into_iter();
        let mut found: Vec<ActorId> =
            named.filter_map(|name| self.names.actor(name, declare, self.corpus, fields.sink())).collect();
        found.sort_unstable();
        found
    }
}

impl RareFields {
    /// Whether nothing rare was said.
    fn is_bare(&self) -> bool {
        let texts =
            [&self.id, &self.from_as, &self.to_as, &self.by, &self.amount, &self.condition, &self.gloss, &self.coder];
        texts.iter().all(|text| text.is_none())
            && self.holders.is_empty()
            && self.via.is_empty()
            && self.roles.is_empty()
            && self.frame.is_none()
            && self.tags.is_empty()
            && self.evidence.is_empty()
    }
}

fn flag(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> bool {
    fields.bool(key).is_some_and(|flag| flag.value)
}

fn strength(fields: &mut Fields<'_, '_, '_>) -> u8 {
    let Some(number) = fields.int("strength") else { return 2 };
    if !(1..=3).contains(&number.value) {
        let finding =
            Diagnostic::error("bad-value", format!("{} is no strength", number.value)).at(number.span, "not 1, 2 or 3");
        fields.sink().push(finding.help("1 is slight, 2 plain, 3 strong"));
        return 2;
    }
    number.value as u8
}

/// Whoever does not speak in the author's own voice must be named.
fn holder_needed(stance: Stance, rare: &RareFields, table: &Table<'_>, sink: &mut Sink) {
    // Of a value that names nobody because it has the wrong type that was said already.
    let mistyped = table.get("holder").is_some_and(|entry| !matches!(entry.value.data, Data::Str(_) | Data::List(_)));
    if stance != Stance::Asserts && rare.holders.is_empty() && !mistyped && table.damage.is_empty() {
        let span = table.get("stance").map_or(table.span, |entry| entry.value.span);
        let finding = Diagnostic::error(
            "stance-without-holder",
            format!("a claim that the author {} is somebody's", stance.word()),
        );
        sink.push(finding.at(span, "whose claim?").help(Help::entry(
            "name who holds it:",
            "holder",
            "\"some analysts\"",
            ", or the ids of actors",
        )));
    }
}
