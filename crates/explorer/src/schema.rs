//! The JSON Schema of the data document, from the types that write it.

use parallax_core::diag::json;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Value, json};

use super::pruned::without_null;
use super::shapes::Document;

/// The schema of the data of an explorer page, as JSON.
#[must_use]
pub fn schema() -> String {
    let settings = SchemaSettings::draft07().for_serialize().with_transform(RecursiveTransform(strict));
    let mut schema = settings.into_generator().into_root_schema_for::<Document<'_>>();
    schema.insert("title".to_owned(), json!("Parallax: data of an explorer page"));
    json(&schema)
}

/// A record has no other keys than those that are named; one that need not be there is never `null`.
fn strict(schema: &mut Schema) {
    let Some(keywords) = schema.as_object_mut().filter(|keywords| keywords.contains_key("properties")) else { return };
    keywords.insert("additionalProperties".to_owned(), Value::Bool(false));
    let required = keywords.get("required").cloned().unwrap_or_default();
    let required = required.as_array().map_or(&[][..], Vec::as_slice);
    let Some(Value::Object(properties)) = keywords.get_mut("properties") else { return };
    for (_, property) in properties.iter_mut().filter(|(name, _)| !required.iter().any(|known| known == name.as_str()))
    {
        without_null(property);
    }
}
