//! What a syntax error of TOML is called, and what to do about it; the crate speaks to those who know the grammar.

/// What is said of a key that occurs twice.
pub(super) const TWICE: &str = "this key occurs twice";

/// What is said of a header that occurs twice.
pub(super) const TWICE_HEADER: &str = "this header occurs twice";

/// How an error of the crate begins, what we say instead (or the same), and what to do.
const WORDINGS: [(&str, &str, &str); 17] = [
    ("string values must be quoted", "a text must stand in quotes", "write \"...\""),
    ("key with no value", "a key without a value", "write: key = \"value\""),
    ("invalid basic string", "a text is not closed on its line", "close it with \"; a longer text stands in \"\"\""),
    ("invalid literal string", "a text is not closed on its line", "close it with '; a longer text stands in '''"),
    ("missing escaped value", "an unknown escape in a text", "write a backslash as \\\\, or put the text in '...'"),
    ("too few unicode", "an unknown escape in a text", "write a backslash as \\\\, or put the text in '...'"),
    ("invalid boolean", "true and false stand in small letters", "write true or false, without quotes"),
    ("unexpected key or value", "something follows the value", "write one `key = value` on a line"),
    ("missing comma", "a comma is missing", "separate the values by commas"),
    ("extra comma", "one comma too many", "delete it"),
    ("unclosed table", "the header is not closed", "write [name]"),
    ("unclosed array table", "the header is not closed", "write [[name]]"),
    ("invalid unquoted key", "a key with characters that need quotes", "put the key in quotes: \"...\" = ..."),
    ("unquoted keys cannot be empty", "a value without a key", "write: key = \"value\""),
    ("unexpected leading zero", "a number that begins with 0", "if it is no number, put it in quotes"),
    ("invalid date", "no such date", "put it in quotes: \"...\"; then it may also be partial or approximate (EDTF)"),
    ("duplicate key", TWICE, "keep one; each record of a list has its own [[...]] in double brackets"),
];

/// The fact, what stands at its place, and what to do, of the crate's message and the text at fault.
pub(super) fn worded<'m>(message: &'m str, found: &str, header: bool) -> (&'m str, String, Option<&'static str>) {
    let (fact, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let label = if expected.is_empty() { String::new() } else { format!("expected {expected}") };
    if found.starts_with(['“', '”', '„', '‘', '’', '«']) {
        return ("these quotes are not plain ones", label, Some("write \"...\" or '...'"));
    }
    if found.starts_with("//") {
        return ("a comment begins with #", String::new(), Some("write # in place of //"));
    }
    if found == ":" {
        return ("between a key and its value stands `=`", String::new(), Some("write: key = \"value\""));
    }
    if header && fact.starts_with("duplicate key") {
        return (TWICE_HEADER, label, Some("put both in one, or give each a file of its own"));
    }
    let known = WORDINGS.iter().find(|(begins, ..)| fact.starts_with(begins));
    known.map_or((fact, label.clone(), None), |&(_, fact, help)| (fact, label, Some(help)))
}
