//! Strings as a notation writes them.

use crate::read::Notation;

/// A string in quotes; in a cell, where only plain ones are written, as it is.
pub(super) fn quoted(text: &str, notation: Notation) -> String {
    match notation {
        Notation::Toml => toml::Value::String(text.to_owned()).to_string(),
        Notation::Json => serde_json::Value::String(text.to_owned()).to_string(),
        Notation::Csv => text.to_owned(),
    }
}

/// A list of strings on one line.
pub(super) fn list(items: &[String], notation: Notation) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item, notation)).collect();
    format!("[{}]", items.join(", "))
}

/// Whether a text means itself in every notation, in any quotes and in a cell.
pub(super) fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_alphanumeric() || "-_.:#+".contains(character))
}

/// What stands between the quotes of a string without escapes.
pub(super) fn plain_content(written: &str) -> &str {
    written.trim_matches(['"', '\''])
}
