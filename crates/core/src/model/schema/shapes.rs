//! What a schema says of a value, by its shape.

use super::Completions;
use super::json::{Json, list, object, text};
use crate::model::record::{EntityKind, FieldType, Key, Record, Target, Word};

/// An id has no white space and none of the characters that select.
const ID: &str = r"^[^\s:,+=#~]*$";
/// A view's id names a file.
const STEM: &str = r"^[^.\s/\\][^\s/\\]*$";
/// Whatever consists of the characters of EDTF; which of it is a date `check` knows.
const DATE: &str = r"^[-0-9XYESTZ./~?%:,{}\[\] +]+$";
const COLOUR: &str = "^#[0-9a-fA-F]{6}$";
/// `p12:3-27#9f2c41aa`, with the id of a work before it where the author has several.
const ANCHOR: &str = r"^([^:]*:)?\s*p0*[1-9][0-9]*:0*[1-9][0-9]*-0*[1-9][0-9]*#[0-9a-fA-F]{8}\s*$";

/// What a position can rest on, or lead to.
pub(super) const REASONS: [EntityKind; 3] = [EntityKind::Relation, EntityKind::Position, EntityKind::Frame];

type Fields = Vec<(&'static str, Json)>;

/// The fields that say what the value of a key is.
pub(super) fn value(key: &Key, shape: &FieldType, completions: &Completions) -> Fields {
    match shape {
        FieldType::Text if key.required => pattern(r"\S"),
        FieldType::Text => kind("string"),
        FieldType::Texts => one_or_more(object(kind("string"))),
        FieldType::Whole(least, most) => whole(*least, *most),
        FieldType::Truth => kind("boolean"),
        FieldType::TruthOr(words) => vec![("anyOf", list([object(kind("boolean")), object(one_of(words))]))],
        FieldType::Words(words) => one_of(words),
        FieldType::Id(EntityKind::View) => pattern(STEM),
        FieldType::Id(_) if key.required => {
            vec![("type", text("string")), ("pattern", text(ID)), ("minLength", Json::Whole(1))]
        }
        FieldType::Id(_) | FieldType::Answer => pattern(ID),
        FieldType::Date => pattern(DATE),
        FieldType::Colour => pattern(COLOUR),
        FieldType::One(target) => vec![("allOf", list([reference(*target)]))],
        FieldType::Many(target) => one_or_more(reference(*target)),
        FieldType::Dated(record) => one_or_more(either(actor(), definition(record.name))),
        FieldType::Anchor => pattern(ANCHOR),
        FieldType::Anchors(record) => one_or_more(either(object(pattern(ANCHOR)), definition(record.name))),
        FieldType::Phrases(record) => one_or_more(either(object(kind("string")), definition(record.name))),
        FieldType::Answers => texts_by_key().into_iter().chain([("minProperties", Json::Whole(1))]).collect(),
        FieldType::Reasons => one_or_more(object([("anyOf", list(REASONS.map(reason)))])),
        FieldType::Likens => vec![("type", text("object")), ("additionalProperties", actor())],
        FieldType::Fields(records) => fields(records, &object(kind("string"))),
        FieldType::Meanings(records) => fields(records, &object(texts_by_key())),
        FieldType::Signs => vec![("type", text("object")), ("additionalProperties", object(whole(-1, 1)))],
        FieldType::Selections => one_or_more(selection()),
        FieldType::Pair => pair(),
        FieldType::Listed => completions.listed(key.name),
        FieldType::ListedMany => one_or_more(object(completions.listed(key.name))),
        FieldType::Style(inner) => style(key, inner, completions),
        FieldType::Table(record) => vec![("allOf", list([definition(record.name)]))],
        FieldType::TableOr(record, target) => {
            vec![("anyOf", list([definition(record.name), reference(*target)]))]
        }
        FieldType::Tables(record) => vec![("type", text("array")), ("items", definition(record.name))],
    }
}

fn one_of(words: &[Word]) -> Fields {
    vec![("enum", list(words.iter().map(|(word, _)| text(word))))]
}

fn kind(name: &str) -> Fields {
    vec![("type", text(name))]
}

/// A table whose keys anybody chooses, and whose values are texts.
fn texts_by_key() -> Fields {
    vec![("type", text("object")), ("additionalProperties", object(kind("string")))]
}

fn pattern(pattern: &str) -> Fields {
    vec![("type", text("string")), ("pattern", text(pattern))]
}

fn whole(least: i64, most: i64) -> Fields {
    let mut fields = vec![("type", text("integer")), ("minimum", Json::Whole(least))];
    if most < i64::MAX {
        fields.push(("maximum", Json::Whole(most)));
    }
    fields
}

fn array(item: Json) -> Json {
    object([("type", text("array")), ("items", item)])
}

/// One of two things.
fn either(one: Json, other: Json) -> Json {
    object([("anyOf", list([one, other]))])
}

/// One, or a list of them.
fn one_or_more(item: Json) -> Fields {
    vec![("anyOf", list([item.clone(), array(item)]))]
}

fn definition(name: &str) -> Json {
    object([("$ref", text(&format!("#/definitions/{}", definition_name(name))))])
}

/// What a definition is called: its name becomes part of an address, which has no blanks.
pub(super) fn definition_name(name: &str) -> String {
    name.replace(' ', "-")
}

/// What references to a noun are called.
pub(super) fn noun_name(noun: EntityKind, free: bool) -> &'static str {
    match (noun, free) {
        (EntityKind::Actor, false) => "actor-id",
        (EntityKind::Actor, true) => "actor-or-label",
        (EntityKind::Type, _) => "type-id",
        (EntityKind::Facet, _) => "facet-id",
        (EntityKind::Author, false) => "author-id",
        (EntityKind::Author, true) => "author-or-text",
        (EntityKind::Work, _) => "work-id",
        (EntityKind::Frame, _) => "frame-id",
        (EntityKind::Relation, _) => "relation-id",
        (EntityKind::Issue, _) => "issue-id",
        (EntityKind::Position, _) => "position-id",
        (EntityKind::View, _) => "view-id",
    }
}

fn reference(target: Target) -> Json {
    definition(noun_name(target.noun, target.free))
}

fn reason(noun: EntityKind) -> Json {
    reference(Target { noun, free: false })
}

fn actor() -> Json {
    reference(Target { noun: EntityKind::Actor, free: false })
}

/// A selection begins with an author more often than with anything else.
fn selection() -> Json {
    reference(Target { noun: EntityKind::Author, free: true })
}

fn pair() -> Fields {
    let two =
        [("type", text("array")), ("items", selection()), ("minItems", Json::Whole(2)), ("maxItems", Json::Whole(2))];
    vec![("anyOf", list([object(two), object([("enum", list([text("*")]))])]))]
}

/// The key of a look: what it is, or the same in quotes.
fn style(key: &Key, inner: &FieldType, completions: &Completions) -> Fields {
    let own = value(key, inner, completions);
    let quoted = match inner {
        FieldType::Whole(..) => pattern("^[0-9]+$"),
        FieldType::Truth => vec![("enum", list(["true", "false"].map(text)))],
        _ => return own,
    };
    vec![("anyOf", list([object(own), object(quoted)]))]
}

/// Fields of records of a table, each with the same.
fn fields(records: &[&'static Record], each: &Json) -> Fields {
    let mut names: Vec<&'static str> = Vec::new();
    for name in records.iter().flat_map(|record| record.column_names()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let properties = names.into_iter().map(|name| (name, each.clone()));
    vec![("type", text("object")), ("properties", object(properties)), ("additionalProperties", Json::Truth(false))]
}
