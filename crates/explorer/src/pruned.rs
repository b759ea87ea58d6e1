//! Records without what does not apply: no `null`, no `false`, no empty list, no empty text under any key; and what a schema says of them.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

/// A record that is written without what does not apply, in all its depth.
pub(super) struct Pruned<T> {
    pub(super) value: Value,
    of: PhantomData<T>,
}

impl<T: Serialize> Pruned<T> {
    pub(super) fn new(record: &T) -> Self {
        let mut value = serde_json::to_value(record).unwrap_or_default();
        prune(&mut value);
        Self { value, of: PhantomData }
    }
}

impl<T> Serialize for Pruned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

fn prune(value: &mut Value) {
    let says = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(list) => !list.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(record) => {
            record.values_mut().for_each(prune);
            record.retain(|_, value| says(value));
        }
        Value::Array(list) => list.iter_mut().for_each(prune),
        _ => {}
    }
}

/// The schema of the whole record, in which what may be left out is not required. A text or list that is never empty says so
/// (`length(min = 1)`), and stays required.
impl<T: JsonSchema> JsonSchema for Pruned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("pruned {}", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        prune_schema(schema.ensure_object(), generator.definitions_mut());
        schema
    }
}

/// Has a schema, and those that it refers to, leave out what pruning leaves out.
fn prune_schema(keywords: &mut Map<String, Value>, definitions: &mut Map<String, Value>) {
    prune_properties(keywords);
    let name = keywords.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    // While it is looked into, it is taken out: what refers to itself comes to an end.
    if let Some((name, mut referred)) = name.and_then(|name| definitions.remove_entry(name)) {
        prune_schemas(&mut referred, definitions);
        definitions.insert(name, referred);
    }
    keywords.values_mut().for_each(|value| prune_schemas(value, definitions));
}

fn prune_schemas(value: &mut Value, definitions: &mut Map<String, Value>) {
    match value {
        Value::Object(keywords) => prune_schema(keywords, definitions),
        Value::Array(list) => list.iter_mut().for_each(|value| prune_schemas(value, definitions)),
        _ => {}
    }
}

fn prune_properties(schema: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    let left_out: Vec<String> =
        properties.iter_mut().filter_map(|(name, property)| may_be_left_out(property).then(|| name.clone())).collect();
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| !left_out.iter().any(|out| name == out));
    }
}

/// Whether pruning can leave out a property; says in its schema what it is where it is there.
fn may_be_left_out(property: &mut Value) -> bool {
    let nullable = without_null(property);
    let Value::Object(keywords) = property else { return nullable };
    let floor = match keywords.get("type").and_then(Value::as_str) {
        Some("boolean") => ("const", json!(true)),
        Some("array") if !keywords.contains_key("minItems") => ("minItems", json!(1)),
        Some("string") if !keywords.contains_key("minLength") => ("minLength", json!(1)),
        _ => return nullable,
    };
    keywords.insert(floor.0.to_owned(), floor.1);
    true
}

/// Takes `null` out of what a schema allows; whether it was there.
pub(super) fn without_null(schema: &mut Value) -> bool {
    let null = json!("null");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| *kind != null);
        let left = types.pop().unwrap_or_default();
        schema["type"] = left;
        return true;
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return false };
    let before = choices.len();
    choices.retain(|choice| choice["type"] != null);
    if choices.len() == 1
        && let (Some(Value::Object(only)), Value::Object(keywords)) = (choices.pop(), &mut *schema)
    {
        keywords.remove("anyOf");
        keywords.extend(only);
        return true;
    }
    schema["anyOf"].as_array().is_some_and(|choices| choices.len() < before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, JsonSchema)]
    struct Record {
        #[schemars(length(min = 1))]
        name: &'static str,
        note: &'static str,
        list: Vec<u8>,
        at: Option<u8>,
        on: bool,
        number: u8,
    }

    #[test]
    fn what_does_not_apply_is_neither_written_nor_required() {
        let record = Record { name: "a", note: "", list: vec![], at: None, on: false, number: 0 };
        assert_eq!(Pruned::new(&record).value, json!({"name": "a", "number": 0}));
        let schema = schemars::schema_for!(Pruned<Record>);
        assert_eq!(schema.as_value()["required"], json!(["name", "number"]));
        assert_eq!(schema.as_value()["properties"]["on"]["const"], json!(true));
        assert_eq!(schema.as_value()["properties"]["at"]["type"], json!("integer"));
    }
}
