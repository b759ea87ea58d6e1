//! JSON Schemas of the files, made from the declared records, so that an editor completes keys, checks values, and offers
//! the ids that there are.
//!
//! Draft 7: what the servers for TOML (Taplo, Tombi) all read. There `$ref` stands alone, so texts stand beside an `allOf`.
//!
//! A schema refuses nothing that `check` takes. It is an aid while writing; `check` says more.

mod completions;
mod json;
mod shapes;

use std::collections::BTreeSet;

use super::record::{ACTORS, CODEBOOK, CONFIG, DATA_FILES, EntityKind, FieldType, Key, Record, STATEMENTS};
use json::{list, object, text};
use shapes::value;

pub use completions::Completions;
pub use json::Json;

/// A kind of file that has a schema.
#[derive(Debug)]
pub struct Schema {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What such a file holds.
    pub record: &'static Record,
    /// What it may hold as well.
    pub also: &'static [&'static Record],
}

/// Every kind of file.
pub static SCHEMAS: &[Schema] = &[
    Schema { name: "parallax", record: &CONFIG, also: DATA_FILES },
    Schema { name: "actors", record: &ACTORS, also: &[] },
    Schema { name: "codebook", record: &CODEBOOK, also: &[] },
    Schema { name: "author", record: &STATEMENTS, also: &[] },
];

impl Schema {
    /// The name of its file.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// The schema, with what it offers for references.
    #[must_use]
    pub fn json(&self, completions: &Completions) -> Json {
        let mut used = Used::default();
        collect(self.record, &mut used);
        self.also.iter().for_each(|record| collect(record, &mut used));
        let mut entries = vec![
            ("$schema", text("http://json-schema.org/draft-07/schema#")),
            ("title", text(&format!("Parallax: {}", self.record.name))),
        ];
        entries.extend(fields(self.record, self.also, completions));
        let mut definitions: Vec<(String, Json)> = Vec::new();
        for record in used.records {
            let title = [("title", text(record.name))];
            definitions.push((
                shapes::definition_name(record.name),
                object(title.into_iter().chain(fields(record, &[], completions))),
            ));
        }
        for (noun, free) in used.nouns {
            definitions.push((shapes::noun_name(noun, free).to_owned(), completions.reference(noun, free)));
        }
        entries.push(("definitions", Json::Object(definitions)));
        object(entries)
    }

    /// The schema as it stands in its file.
    #[must_use]
    pub fn text(&self, completions: &Completions) -> String {
        self.json(completions).pretty()
    }
}

/// What a schema refers to.
#[derive(Default)]
struct Used {
    records: Vec<&'static Record>,
    nouns: BTreeSet<(EntityKind, bool)>,
}

fn collect(record: &'static Record, used: &mut Used) {
    for key in record.columns.iter().chain(record.keys) {
        let shape = if let FieldType::Style(inner) = key.shape { *inner } else { key.shape };
        let (inner, noun) = match shape {
            FieldType::One(target) | FieldType::Many(target) => (None, Some((target.noun, target.free))),
            FieldType::TableOr(inner, target) => (Some(inner), Some((target.noun, target.free))),
            FieldType::Dated(inner) => (Some(inner), Some((EntityKind::Actor, false))),
            FieldType::Table(inner)
            | FieldType::Tables(inner)
            | FieldType::Anchors(inner)
            | FieldType::Phrases(inner) => (Some(inner), None),
            FieldType::Likens => (None, Some((EntityKind::Actor, false))),
            FieldType::Selections | FieldType::Pair => (None, Some((EntityKind::Author, true))),
            _ => (None, None),
        };
        used.nouns.extend(noun);
        if matches!(shape, FieldType::Reasons) {
            used.nouns.extend(shapes::REASONS.map(|noun| (noun, false)));
        }
        if let Some(inner) = inner.filter(|inner| !used.records.iter().any(|known| std::ptr::eq(*known, *inner))) {
            used.records.push(inner);
            collect(inner, used);
        }
    }
}

/// The fields of a table that this record is.
fn fields(record: &'static Record, also: &[&'static Record], completions: &Completions) -> Vec<(&'static str, Json)> {
    let own = record.keys.iter().chain(record.columns);
    let others = also.iter().flat_map(|record| record.keys);
    let properties = own.chain(others.filter(|key| record.key(key.name).is_none()));
    let other =
        |key: &Key| also.iter().find_map(|other| other.key(key.name)).filter(|other| !std::ptr::eq(*other, key));
    let properties = properties.map(|key| {
        let own = property(key, completions);
        let json = match other(key) {
            Some(other) => object([("anyOf", list(vec![own, property(other, completions)]))]),
            None => own,
        };
        (key.name.to_owned(), json)
    });
    let required: Vec<Json> = record.keys.iter().filter(|key| key.required).map(|key| text(key.name)).collect();
    let mut fields = vec![
        ("description", text(record.about)),
        ("type", text("object")),
        ("properties", Json::Object(properties.collect())),
    ];
    if !required.is_empty() {
        fields.push(("required", list(required)));
    }
    fields.push(("additionalProperties", Json::Truth(false)));
    fields
}

fn property(key: &Key, completions: &Completions) -> Json {
    let mut about = key.about.to_owned();
    if let FieldType::TruthOr(words) | FieldType::Words(words) = key.shape {
        let lines = words.iter().map(|(word, meaning)| format!("\n- `{word}`: {}", meaning.trim()));
        about.extend([":\n".to_owned()].into_iter().chain(lines));
    }
    let mut entries = vec![("description", text(&about))];
    entries.extend(value(key, &key.shape, completions));
    if let Some(default) = key.default {
        let default = match key.shape {
            FieldType::Whole(..) => default.parse().map_or_else(|_| text(default), Json::Whole),
            FieldType::Truth | FieldType::TruthOr(_) => Json::Truth(default == "true"),
            _ => text(default),
        };
        entries.push(("default", default));
    }
    object(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_definitions_stand_once() {
        for schema in SCHEMAS {
            let Json::Object(entries) = schema.json(&Completions::default()) else { panic!("an object") };
            let definitions = entries.into_iter().find(|(key, _)| key == "definitions");
            let Some((_, Json::Object(definitions))) = definitions else { panic!("definitions") };
            let names: BTreeSet<_> = definitions.iter().map(|(name, _)| name).collect();
            assert_eq!(names.len(), definitions.len(), "{}", schema.name);
        }
    }
}
