//! How deep brackets are nested: asked before a parser is called that would follow them down the stack.

/// Brackets within brackets, and dots within keys, at most. People need five.
pub(super) const DEEPEST: usize = 64;

/// The offset at which a TOML or JSON text goes deeper than `DEEPEST`, if it does. Strings and comments are passed over
/// as far as possible without parsing; a key with dots counts as deep as the tables that it opens.
pub(super) fn too_deep(text: &str, notation: Notation) -> Option<usize> {
    let bytes = text.as_bytes();
    // The open brackets, and how deep each began.
    let mut open: Vec<(u8, usize)> = Vec::new();
    // How deep the innermost bracket is, how many dots the keys of the value have, and the dots since.
    let (mut base, mut key, mut dots) = (0, 0, 0);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'[' | b'{' => {
                open.push((byte, base));
                base += key + dots + 1;
                (key, dots) = (0, 0);
            }
            b']' | b'}' => {
                base = open.pop().map_or(0, |(_, before)| before);
                (key, dots) = (0, 0);
            }
            b',' => (key, dots) = (0, 0),
            // In a table, a key may be far from its value.
            b'\n' if open.last().is_none_or(|&(bracket, _)| bracket == b'[') => (key, dots) = (0, 0),
            b'=' => (key, dots) = (key + dots, 0),
            b'.' if notation == Notation::Toml => dots += 1,
            _ => {}
        }
        if base + key + dots > DEEPEST {
            return Some(at);
        }
        at += skipped(bytes.get(at..).unwrap_or_default(), notation).max(1);
    }
    None
}

/// The two notations that nest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    /// Comments begin with `#`, strings may span lines.
    Toml,
    /// Comments begin with `//` or stand in `/* */`.
    Json,
}

/// The length of the string or comment that begins here, or 0.
pub(super) fn skipped(rest: &[u8], notation: Notation) -> usize {
    match (notation, rest) {
        (Notation::Toml, [b'#', ..]) | (Notation::Json, [b'/', b'/', ..]) => until(rest, 1, b"\n"),
        (Notation::Json, [b'/', b'*', ..]) => until(rest, 2, b"*/"),
        (Notation::Toml, [b'"', b'"', b'"', ..]) => quoted(rest, 3, b"\"\"\"", true),
        (Notation::Toml, [b'\'', b'\'', b'\'', ..]) => quoted(rest, 3, b"'''", false),
        (Notation::Toml, [b'\'', ..]) => quoted(rest, 1, b"'", false),
        (_, [b'"', ..]) => quoted(rest, 1, b"\"", true),
        _ => 0,
    }
}

fn until(rest: &[u8], from: usize, end: &[u8]) -> usize {
    let found = rest.get(from..).and_then(|inner| inner.windows(end.len()).position(|w| w == end));
    found.map_or(rest.len(), |at| from + at + end.len())
}

/// A string: to its closing quotes, or to the end of the line if it may not go on.
fn quoted(rest: &[u8], open: usize, close: &[u8], escapes: bool) -> usize {
    let mut at = open;
    while let Some(&byte) = rest.get(at) {
        if byte == b'\\' && escapes {
            at += 2;
        } else if byte == b'\n' && close.len() == 1 {
            return at;
        } else if rest.get(at..).is_some_and(|rest| rest.starts_with(close)) {
            return at + close.len();
        } else {
            at += 1;
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_depth_counts() {
        let deep = "[".repeat(DEEPEST + 1);
        assert_eq!(too_deep(&deep, Notation::Json), Some(DEEPEST));
        assert_eq!(too_deep(&format!("\"{deep}\""), Notation::Json), None);
        assert_eq!(too_deep(&format!("# {deep}\na = '{deep}'\nb = \"\"\"\n{deep}\\\"\"\"\""), Notation::Toml), None);
        assert_eq!(too_deep(&"[a]\n".repeat(1000), Notation::Toml), None);
        assert_eq!(too_deep(&"a.b = 1.5\n".repeat(1000), Notation::Toml), None);
        assert_eq!(too_deep(&format!("l = [\n{}", "a = 1.5\n".repeat(1000)), Notation::Toml), None);
        assert!(too_deep(&"a.".repeat(1000), Notation::Toml).is_some());
        assert!(too_deep(&"a = {b.b.b.b = ".repeat(20), Notation::Toml).is_some());
        assert!(too_deep(&"{b.b.b.b\n=\n".repeat(20), Notation::Toml).is_some());
    }
}
