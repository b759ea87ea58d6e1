//! How something is said: the fields that statements about actors and answers to issues have in common.

use super::anchors;
use super::authors::known_frame;
use super::collector::Collector;
use super::decode;
use super::table_options::TableOptions;
use crate::diag::{Diagnostic, Help, Sink};
use crate::model::{
    ActorId, Attitude, AuthorId, Holder, Mode, Period, PeriodId, Qualifiers, RareFields, Roles, Stance,
};
use crate::read::{Data, Fields, Table};

impl Collector<'_> {
    /// Stance, negation, mode, attitude, time, strength and facets.
    pub(super) fn qualifiers(&mut self, fields: &mut Fields<'_, '_, '_>, declare: Option<&TableOptions>) -> Qualifiers {
        let stance = decode::word(fields, "stance", Stance::WORDS).unwrap_or(Stance::Asserts);
        let (negated, hedged) = (flag(fields, "negated"), flag(fields, "hedged"));
        let mode = decode::word(fields, "mode", Mode::WORDS).unwrap_or(Mode::Actual);
        let attitude = decode::word(fields, "attitude", Attitude::WORDS);
        let when = self.when(fields);
        let strength = strength(fields);
        let facets = self.facets(fields, declare);
        Qualifiers { stance, negated, mode, attitude, hedged, strength, when, facets }
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

    /// What few records have, of what both kinds can have.
    pub(super) fn rare(
        &mut self,
        fields: &mut Fields<'_, '_, '_>,
        author: Option<AuthorId>,
        declare: Option<&TableOptions>,
    ) -> RareFields {
        let mut text = |key: &'static str| decode::boxed(fields.str(key));
        let (by, amount, condition, coder) = (text("by"), text("amount"), text("condition"), text("coder"));
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
        RareFields {
            holders,
            via,
            roles,
            frame,
            by,
            amount,
            condition,
            gloss,
            tags,
            coder,
            evidence,
            ..RareFields::default()
        }
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
    pub(super) fn is_bare(&self) -> bool {
        let texts =
            [&self.id, &self.from_as, &self.to_as, &self.by, &self.amount, &self.condition, &self.gloss, &self.coder];
        texts.iter().all(|text| text.is_none())
            && self.holders.is_empty()
            && self.via.is_empty()
            && self.roles.is_empty()
            && self.casts.is_empty()
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
pub(super) fn holder_needed(stance: Stance, rare: &RareFields, table: &Table<'_>, sink: &mut Sink) {
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
