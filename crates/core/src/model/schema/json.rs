//! A JSON value whose keys keep their order, whatever features of serde's own are switched on elsewhere.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::diag;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// Keys with their values, in order.
    Object(Vec<(String, Json)>),
    /// Values in order.
    List(Vec<Json>),
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// True or false.
    Truth(bool),
}

pub(super) fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

pub(super) fn list(items: impl IntoIterator<Item = Json>) -> Json {
    Json::List(items.into_iter().collect())
}

pub(super) fn object<'k>(entries: impl IntoIterator<Item = (&'k str, Json)>) -> Json {
    Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

impl Json {
    /// As text, with indents and a newline at the end.
    #[must_use]
    pub fn pretty(&self) -> String {
        diag::json(self)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::List(items) => items.serialize(serializer),
            Self::Text(text) => text.serialize(serializer),
            Self::Whole(number) => number.serialize(serializer),
            Self::Truth(truth) => truth.serialize(serializer),
        }
    }
}
