//! What stands between values and says nothing: space, commas, comments, the ends of lines.

use std::ops::Range;

/// Where the first comma stands outside of the comments of TOML (`#`) and JSON (`//`, `/* */`).
pub(super) fn comma(gap: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = gap.get(at..)?;
        let next = rest.find([',', '#', '/'])?;
        let found = rest.get(next..)?;
        let ends = match found.as_bytes().first() {
            Some(b',') => return Some(at + next),
            Some(b'/') if found.starts_with("/*") => "*/",
            _ => "\n",
        };
        at += next + found.find(ends)? + ends.len();
    }
}

/// Where the line ends that an offset stands in, before its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    at + line.strip_suffix('\r').unwrap_or(line).len()
}

/// Where the line begins that an offset stands in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// What ends most lines of a text.
pub(super) fn newline(text: &str) -> &'static str {
    let (all, with_return) = (text.matches('\n').count(), text.matches("\r\n").count());
    if with_return * 2 > all { "\r\n" } else { "\n" }
}

/// The space at the beginning of the line that an offset stands in.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let before = text.get(line_start(text, at)..at).unwrap_or_default();
    before.strip_suffix(before.trim_start_matches([' ', '\t'])).unwrap_or_default()
}

/// Where text goes that makes a list or a table longer.
pub(super) struct Room {
    /// Where a comma is missing after what was the last.
    pub(super) comma: Option<usize>,
    /// Where the new one goes.
    pub(super) at: usize,
    /// What stands before it there: a comma, or a line end and space.
    pub(super) before: String,
    /// What stands after it there: a comma, if the last one had one.
    pub(super) after: &'static str,
}

impl Room {
    /// After the last of several values that stand before a closing bracket, in the layout that the last one has.
    pub(super) fn after(text: &str, last: Range<usize>, close: usize) -> Self {
        let gap = text.get(last.end..close).unwrap_or_default();
        if !gap.contains('\n') {
            return Self { comma: None, at: last.end, before: ", ".to_owned(), after: "" };
        }
        let comma = comma(gap).map(|comma| last.end + comma + 1);
        let from = comma.unwrap_or(last.end);
        let (missing, after) = if comma.is_some() { (None, ",") } else { (Some(last.end), "") };
        if !text.get(from..close).is_some_and(|rest| rest.contains('\n')) {
            return Self { comma: missing, at: from, before: " ".to_owned(), after: "" };
        }
        let space = indent(text, last.start);
        // On the line of the opening bracket the space is not yet that of what stands in it.
        let line = text.get(line_start(text, last.start)..last.start).unwrap_or_default();
        let deeper = if line.contains(['[', '{', '=']) { "  " } else { "" };
        Self { comma: missing, at: line_end(text, from), before: format!("\n{space}{deeper}"), after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grown(text: &str, last: &str) -> String {
        let start = text.find(last).unwrap();
        let room = Room::after(text, start..start + last.len(), text.len() - 1);
        let mut text = text.to_owned();
        text.insert_str(room.at, &format!("{}N{}", room.before, room.after));
        room.comma.into_iter().for_each(|at| text.insert(at, ','));
        text
    }

    #[test]
    fn a_list_grows_in_its_own_layout() {
        assert_eq!(grown("[a]", "a"), "[a, N]");
        assert_eq!(grown("[a , ]", "a"), "[a, N , ]");
        assert_eq!(grown("[\n  a,\n]", "a"), "[\n  a,\n  N,\n]");
        assert_eq!(grown("[\n  a # why, then\n]", "a"), "[\n  a, # why, then\n  N\n]");
        assert_eq!(grown("[\n\ta, # why\n # more, later\n]", "a"), "[\n\ta, # why\n\tN,\n # more, later\n]");
        assert_eq!(grown("[a, # x\r\n]", "a"), "[a, # x\n  N,\r\n]");
        assert_eq!(grown("[a\n, ]", "a"), "[a\n, N ]");
        assert_eq!(grown("[a /* , */\n]", "a"), "[a, /* , */\n  N\n]");
        assert_eq!(grown("[\n  b, a\n]", "a"), "[\n  b, a,\n  N\n]");
    }
}
