//! Values in the canonical layout: on one line if they fit there, else one item a line.

use unicode_width::UnicodeWidthStr;

use super::keys::{Keys, bare};
use super::parts::{Entry, Line, Value};

/// The longest line that a list stands on.
const LONGEST: usize = 120;
/// What stands for a line end within a text while a file is laid out: the text keeps its own, whatever the lines of the file end with. No
/// TOML has this character.
pub(super) const HELD: char = '\u{1}';
/// What an item is indented by.
const STEP: usize = 2;

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) struct Context {
    /// The keys of the tables in it.
    pub(super) keys: Keys,
    /// The columns before its line.
    pub(super) indent: usize,
    /// The columns before it on its line.
    pub(super) used: usize,
}

/// A value as it is printed.
pub(super) fn text(value: &Value<'_>, context: Context) -> String {
    match (value, flat(value, context.keys)) {
        (Value::List(items, tail), flat) => match flat {
            Some(flat) if items.is_empty() || fits(items, &flat, context) => flat,
            _ => broken("[", items, tail, "]", context),
        },
        (_, Some(flat)) => flat,
        (Value::Table(entries, tail), None) if is_commented(entries, tail) => broken("{", entries, tail, "}", context),
        (Value::Table(entries, _), None) => {
            let inner = ordered(entries, context.keys).into_iter().map(|entry| entry_text(entry, context));
            format!("{{ {} }}", inner.collect::<Vec<_>>().join(", "))
        }
        (Value::Scalar { raw, literal }, None) => scalar(raw, *literal),
    }
}

/// Whether a list stands on one line. Several tables never do: each is read for itself.
fn fits(items: &[Entry<'_>], flat: &str, context: Context) -> bool {
    let tables = items.iter().filter(|item| matches!(item.value, Value::Table(..))).count();
    tables < 2 && context.used + width(flat) <= LONGEST
}

/// How many columns a text takes; of several lines the longest.
pub(super) fn width(text: &str) -> usize {
    text.split(['\n', HELD]).map(|line| line.trim_end_matches('\r').width()).max().unwrap_or(0)
}

/// A value on one line; none if a comment stands in it.
fn flat(value: &Value<'_>, keys: Keys) -> Option<String> {
    match value {
        Value::Scalar { raw, literal } => Some(scalar(raw, *literal)),
        Value::List(entries, tail) | Value::Table(entries, tail) if is_commented(entries, tail) => None,
        Value::List(items, _) => {
            let items: Option<Vec<String>> = items.iter().map(|item| flat(&item.value, keys)).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Value::Table(entries, _) if entries.is_empty() => Some("{}".to_owned()),
        Value::Table(entries, _) => {
            let pair = |entry: &Entry<'_>| {
                let value = flat(&entry.value, keys.within(&entry.key))?;
                Some(format!("{} = {value}", key(entry)))
            };
            let pairs: Option<Vec<String>> = ordered(entries, keys).into_iter().map(pair).collect();
            Some(format!("{{ {} }}", pairs?.join(", ")))
        }
    }
}

/// One item or key a line.
fn broken(open: &str, entries: &[Entry<'_>], tail: &[Line<'_>], close: &str, context: Context) -> String {
    let indent = context.indent + STEP;
    let inner = Context { indent, used: indent + 1, ..context };
    let space = " ".repeat(indent);
    let mut out = format!("{open}\n");
    let comments = |lines: &[Line<'_>], out: &mut String| {
        for line in lines {
            if let Line::Comment(text) = line {
                out.push_str(&format!("{space}{text}\n"));
            }
        }
    };
    for entry in ordered(entries, context.keys) {
        comments(&entry.lines, &mut out);
        out.push_str(&format!("{space}{},", entry_text(entry, inner)));
        if let Some(comment) = entry.comment {
            out.push_str(&format!("  {comment}"));
        }
        out.push('\n');
    }
    comments(tail, &mut out);
    out + &" ".repeat(context.indent) + close
}

/// An item, or a key with its value.
fn entry_text(entry: &Entry<'_>, context: Context) -> String {
    let start = if entry.key.is_empty() { String::new() } else { format!("{} = ", key(entry)) };
    let keys = context.keys.within(&entry.key);
    let value = text(&entry.value, Context { keys, used: context.used + width(&start), ..context });
    start + &value
}

/// Keys in their order; items as they stand.
fn ordered<'f, 't>(entries: &'f [Entry<'t>], keys: Keys) -> Vec<&'f Entry<'t>> {
    let mut entries: Vec<&Entry<'_>> = entries.iter().collect();
    entries.sort_by_key(|entry| if entry.key.is_empty() { 0 } else { keys.place(&entry.key) });
    entries
}

fn key(entry: &Entry<'_>) -> String {
    entry.key.iter().map(|part| bare(part)).collect::<Vec<_>>().join(".")
}

fn is_commented(entries: &[Entry<'_>], tail: &[Line<'_>]) -> bool {
    let has = |lines: &[Line<'_>]| lines.iter().any(|line| matches!(line, Line::Comment(_)));
    has(tail) || entries.iter().any(|entry| entry.comment.is_some() || has(&entry.lines))
}

/// A text in double quotes, where they say the same.
fn scalar(raw: &str, literal: bool) -> String {
    let inner = raw.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).filter(|_| literal);
    let plain =
        |text: &&str| !text.contains(|character: char| matches!(character, '"' | '\\') || character.is_control());
    let held = || raw.replace('\n', HELD.encode_utf8(&mut [0; 4]));
    inner.filter(plain).map_or_else(held, |inner| format!("\"{inner}\""))
}
