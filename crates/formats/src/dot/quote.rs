//! Quoting: text -> what DOT takes for exactly that text.

use graphviz_rust::dot_structures::Id;
use parallax_core::diag::steers;

/// After so many characters a string goes on in the next line: Graphviz's reader takes 16 KiB at once.
const MOST_AT_ONCE: usize = 4_000;

/// A name or value, quoted so that no two become one. Line breaks and all scripts stand as they are. DOT has no way to end a
/// string with a single backslash, so each is doubled and stays so in Graphviz's memory; what would steer a terminal becomes `\u{..}`.
pub(super) fn exact(text: &str) -> Id {
    quoted(text, |quoted, c, _| match c {
        '\t' => quoted.push(c),
        // Graphviz forgets a line break between a backslash and the end.
        '\n' if !quoted.ends_with('\\') => quoted.push(c),
        c if steers(c) => quoted.extend(c.escape_unicode()),
        c => quoted.push(c),
    })
}

/// A text for a label or tooltip (Graphviz's `escString`), quoted so that what is drawn is the text: no backslash begins an
/// escape, no ampersand an entity. What steers and has no picture is left out.
pub(super) fn drawn(text: &str) -> Id {
    quoted(text, |quoted, c, rest| match c {
        '\n' => quoted.push_str("\\n"),
        '\t' => quoted.push(' '),
        '&' if begins_entity(rest) => quoted.push_str("&amp;"),
        c if steers(c) => {}
        c => quoted.push(c),
    })
}

/// A string in quotes; `write` gets every character that DOT itself has no rule for, and what follows it.
fn quoted(text: &str, write: impl Fn(&mut String, char, &str)) -> Id {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count % MOST_AT_ONCE == MOST_AT_ONCE - 1 {
            quoted.push_str("\\\n");
        }
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c => write(&mut quoted, c, &text[at + c.len_utf8()..]),
        }
    }
    quoted.push('"');
    Id::Escaped(quoted)
}

/// Whether what follows an ampersand would make it an entity: `amp;`, `#38;`, `#x26;`.
fn begins_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    name.split_once(';')
        .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
