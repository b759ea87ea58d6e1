//! `[[type]]` and `[[facet]]` -> the codebook, sorted by id.

use std::collections::BTreeMap;

use super::decode;
use super::documents::Documents;
use super::names::unknown;
use crate::diag::{Diagnostic, Sink, Spanned};
use crate::model::record::{FACET, TYPE};
use crate::model::{Corpus, Facet, Facets, RelationType, Sign};
use crate::read::{Fields, Table};

pub(super) fn resolve(documents: &Documents<'_>, corpus: &mut Corpus, sink: &mut Sink) {
    let mut types: BTreeMap<&str, RelationType> = BTreeMap::new();
    let mut mutuals: Vec<(&str, Spanned<&str>)> = Vec::new();
    for table in documents.tables_of("type") {
        let Some((id, found, mutual)) = relation_type(table, sink) else { continue };
        if let Some(first) = types.get(id.value) {
            decode::duplicate("type", id.value, id.span, first.span, sink);
        } else {
            mutuals.extend(mutual.map(|mutual| (id.value, mutual)));
            types.insert(id.value, found);
        }
    }
    let mut facets: BTreeMap<&str, Facet> = BTreeMap::new();
    for table in documents.tables_of("facet") {
        let Some((id, found)) = facet(table, sink) else { continue };
        match facets.get(id.value) {
            Some(first) => decode::duplicate("facet", id.value, id.span, Some(first.span), sink),
            None => drop(facets.insert(id.value, found)),
        }
    }
    for (id, found) in types {
        let _ = corpus.types.insert(id, found);
    }
    for (of, mutual) in mutuals {
        resolve_mutual(of, mutual, corpus, sink);
    }
    for (number, (id, found)) in facets.into_iter().enumerate() {
        if number == Facets::MAX {
            let finding =
                Diagnostic::error("too-many-facets", format!("a codebook has at most {} facets", Facets::MAX));
            sink.push(finding.at(found.span, "one too many").help("merge facets that no reader tells apart"));
        }
        let _ = corpus.facets.insert(id, found);
    }
}

/// Finds the type that tells the same deed without a doer.
fn resolve_mutual(of: &str, mutual: Spanned<&str>, corpus: &mut Corpus, sink: &mut Sink) {
    let types = &mut corpus.types;
    let Some(found) = types.find(mutual.value) else {
        return unknown("relation type", "unknown-type", mutual.value, mutual.span, types.names(), sink);
    };
    let mutual_is_directed = types.get(found).directed;
    let Some(kind) = types.find(of).and_then(|of| types.get_mut(of)) else { return };
    let fact = match (kind.directed, mutual_is_directed) {
        (true, false) => return kind.mutual = Some(found),
        (true, true) => format!("`{}` has a direction, so it tells who does what to whom", mutual.value),
        (false, _) => format!("`{of}` has no direction, so it is mutual itself"),
    };
    let finding = Diagnostic::error("bad-value", fact).at(mutual.span, "not the mutual form of this type");
    sink.push(finding.help("name the type with `directed = false` that tells the same deed, or leave `mutual` out"));
}

/// A type with its id, and its mutual form as it is written.
type Declared<'t> = (Spanned<&'t str>, RelationType, Option<Spanned<&'t str>>);

fn relation_type<'t>(table: &'t Table<'_>, sink: &mut Sink) -> Option<Declared<'t>> {
    let mut fields = Fields::new(table, &TYPE, sink);
    let id = fields.required_str("id");
    let (label, phrase) = (decode::boxed(fields.str("label")), decode::boxed(fields.str("phrase")));
    let past = decode::boxed(fields.str("past"));
    let inverse = decode::boxed(fields.str("inverse"));
    let number = fields.required_int("sign");
    let sign = sign(number, fields.sink());
    let directed = fields.bool("directed").is_none_or(|directed| directed.value);
    let mutual = fields.str("mutual");
    let structural = fields.bool("structural").is_some_and(|structural| structural.value);
    let definition = decode::boxed(fields.str("definition")).unwrap_or_default();
    let plover = decode::boxed(fields.str("plover"));
    fields.finish();
    let id = decode::id(id?, sink)?;
    let words = || id.value.replace('-', " ").into_boxed_str();
    let (label, phrase) = (label.unwrap_or_else(words), phrase.unwrap_or_else(words));
    let span = Some(id.span);
    let sign = sign?;
    let found = RelationType {
        label,
        phrase,
        past,
        inverse,
        sign,
        directed,
        mutual: None,
        structural,
        definition,
        plover,
        span,
    };
    Some((id, found, mutual))
}

/// A sign from its number.
pub(super) fn sign(number: Option<Spanned<i64>>, sink: &mut Sink) -> Option<Sign> {
    let number = number?;
    let sign = Sign::from_number(number.value);
    if sign.is_none() {
        let finding =
            Diagnostic::error("bad-value", format!("{} is no sign", number.value)).at(number.span, "not a sign");
        sink.push(finding.help("1 is positive, 0 neutral, -1 negative"));
    }
    sign
}

fn facet<'t>(table: &'t Table<'_>, sink: &mut Sink) -> Option<(Spanned<&'t str>, Facet)> {
    let mut fields = Fields::new(table, &FACET, sink);
    let id = fields.required_str("id");
    let label = decode::boxed(fields.str("label"));
    let definition = decode::boxed(fields.str("definition")).unwrap_or_default();
    fields.finish();
    let id = decode::id(id?, sink)?;
    Some((id, Facet { label: label.unwrap_or_else(|| id.value.into()), definition, span: id.span }))
}
