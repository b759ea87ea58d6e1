//! Strings as a notation writes them.

use parallax_core::read::Notation;

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

/// Whether a text can be an id that means itself in every notation, in any quotes, in a cell and in a selection.
pub(super) fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_alphanumeric() || "-_.".contains(character))
}

/// What stands between the quotes of a string without escapes.
pub(super) fn plain_content(written: &str) -> &str {
    written.trim_matches(['"', '\''])
}
/// A string of letters, digits, `-`, `_` and the like, in the quotes that another string has.
pub(super) fn in_quotes_of(written: &str, plain: &str) -> String {
    for quotes in ["\"\"\"", "'''", "\"", "'"] {
        if written.len() >= 2 * quotes.len() && written.starts_with(quotes) && written.ends_with(quotes) {
            return format!("{quotes}{plain}{quotes}");
        }
    }
    plain.to_owned()
}

/// Whether a text can be a key of TOML without quotes.
pub(super) fn is_bare(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
