//! Brackets and texts of TOML that are never closed. A parser takes the whole rest of the file for what is in them, and
//! complains of every line; here the mistake is found where it was made, and closed so that the rest can be read.

use std::ops::Range;

use super::nesting_limit::{Notation, skipped};
use crate::model::record::{CONFIG, FieldType, data_keys};

/// Something that is never closed, or a header that is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) fact: &'static str,
    /// Where it opens.
    pub(super) at: Range<usize>,
    /// The line that cannot belong to it, or the end of the file; none of a header, which is a line.
    pub(super) before: Option<usize>,
    pub(super) help: String,
    /// What mends it, and where.
    inserts: Vec<(usize, String)>,
}

/// What is said of a record of a list that has single brackets.
pub(super) const SINGLE: &str = "each record of a list has its own header in double brackets";

/// A text in which everything is closed.
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) flaws: Vec<Flaw>,
    /// Where something was inserted: the offset in this text, how many bytes, the offset in the original.
    shifts: Vec<(usize, usize, usize)>,
}

impl Mended {
    /// Finds and mends what is never closed.
    pub(super) fn of(original: &str) -> Self {
        let flaws = flaws(original);
        let (mut text, mut shifts, mut done) = (String::with_capacity(original.len()), Vec::new(), 0);
        for (at, insert) in flaws.iter().flat_map(|flaw| &flaw.inserts) {
            text += original.get(done..*at).unwrap_or_default();
            shifts.push((text.len(), insert.len(), *at));
            text += insert;
            done = *at;
        }
        text += original.get(done..).unwrap_or_default();
        Self { text, flaws, shifts }
    }

    /// Where an offset of this text stands in the original.
    pub(super) fn real(&self, at: usize) -> usize {
        let last = self.shifts.partition_point(|&(start, ..)| start <= at).checked_sub(1);
        let shift = last.and_then(|nth| self.shifts.get(nth));
        shift.map_or(at, |&(start, length, original)| original + (at - start).saturating_sub(length))
    }

    /// Where in this text something was mended.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.shifts.iter().map(|&(start, ..)| start)
    }
}

/// Goes through a text line by line. A line such as `[[relation]]`, or `key = ...` right within a list, begins something
/// new; what is still open before it is never closed.
fn flaws(text: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, u8)> = Vec::new();
    let (mut at, mut fresh) = (0, true);
    while let Some(&byte) = text.as_bytes().get(at) {
        let rest = text.get(at..).unwrap_or_default();
        if fresh {
            if open.last().is_some_and(|&(_, bracket)| begins_anew(rest, bracket)) {
                found.extend(bracketed(text, &mut open, at));
            }
            let line = line(rest);
            if open.is_empty() && line.trim_start().starts_with('[') {
                found.extend(header(line, at).or_else(|| single(line, at)));
                at += line.len();
                fresh = false;
                continue;
            }
        }
        let length = skipped(rest.as_bytes(), Notation::Toml);
        if let Some(close) = open_text(rest, length) {
            let before = next_header(text, at);
            found.push(unclosed("this text is never closed", close, at, before, closing(text, close, &open, before)));
            open.clear();
            (at, fresh) = (before, true);
            continue;
        }
        match byte {
            b'[' | b'{' => open.push((at, byte)),
            b']' | b'}' => drop(open.pop()),
            _ => {}
        }
        at += length.max(1);
        fresh = text.as_bytes().get(at - 1) == Some(&b'\n');
    }
    found.extend(bracketed(text, &mut open, text.len()));
    found
}

/// The flaw of brackets that are open before a line, if any are; the last one opened stands for all.
fn bracketed(text: &str, open: &mut Vec<(usize, u8)>, before: usize) -> Option<Flaw> {
    let &(at, bracket) = open.last()?;
    let (fact, close) =
        if bracket == b'[' { ("this list is never closed", "]") } else { ("this table is never closed", "}") };
    let flaw = unclosed(fact, close, at, before, closing(text, "", open, before));
    open.clear();
    Some(flaw)
}

fn unclosed(fact: &'static str, close: &'static str, at: usize, before: usize, insert: String) -> Flaw {
    let help = format!("close it with {close}");
    Flaw { fact, at: at..at + close.len(), before: Some(before), help, inserts: vec![(before, insert)] }
}

/// What closes a text and the brackets around it, on a line of its own.
fn closing(text: &str, close: &str, open: &[(usize, u8)], before: usize) -> String {
    let ended = text.get(..before).is_none_or(|before| before.ends_with('\n'));
    let mut insert = if ended { close.to_owned() } else { format!("\n{close}") };
    insert.extend(open.iter().rev().map(|&(_, bracket)| if bracket == b'[' { ']' } else { '}' }));
    insert.push('\n');
    insert
}

/// The flaw of a line that begins as a header, if it is none.
fn header(line: &str, at: usize) -> Option<Flaw> {
    let written = line.split('#').next().unwrap_or_default().trim_end();
    let indent = written.len() - written.trim_start().len();
    let opening = if written.get(indent..)?.starts_with("[[") { "[[" } else { "[" };
    let inner = written.get(indent + opening.len()..)?;
    let key = inner.trim_end_matches(']');
    let missing = opening.len().checked_sub(inner.len() - key.len())?;
    let close = "]".repeat(opening.len());
    let right = format!("write {opening}{}{close}", key.trim());
    let (start, end) = (at + indent + opening.len(), at + written.len());
    if is_bare(key.trim()) {
        let inserts = vec![(end, "]".repeat(missing))];
        let fact = "this header is not closed";
        return (missing > 0).then_some(Flaw { fact, at: at + indent..end, before: None, help: right, inserts });
    }
    // Quoted keys and stranger things are left to the parser; words with a space or an accent are held together.
    let simple = !key.is_empty() && !key.contains(['"', '\'', '\\', '[', ']', '.']) && !key.contains(char::is_control);
    let inserts = vec![(start, "\"".to_owned()), (start + key.len(), "\"".to_owned()), (end, "]".repeat(missing))];
    let (fact, help) = ("this header needs quotes", format!("write {opening}\"{}\"{close}", key.trim()));
    (simple).then_some(Flaw { fact, at: at + indent..end, before: None, help, inserts })
}

/// The flaw of `[relation]`: each record of a list stands in double brackets. Where one stands so alone it is said when the records
/// are read; a second one is a syntax error.
fn single(line: &str, at: usize) -> Option<Flaw> {
    let written = line.split('#').next().unwrap_or_default().trim();
    let key = written.strip_prefix('[')?.strip_suffix(']')?.trim();
    let own = CONFIG.keys.iter().filter(|own| own.name != "author");
    let lists = data_keys().chain(own).filter(|key| matches!(key.shape, FieldType::Tables(_)));
    lists.map(|list| list.name).find(|name| *name == key)?;
    let start = at + (line.len() - line.trim_start().len());
    let (at, inserts) =
        (start..start + written.len(), |at: &Range<usize>| vec![(at.start, "[".to_owned()), (at.end, "]".to_owned())]);
    let inserts = inserts(&at);
    Some(Flaw { fact: SINGLE, at, before: None, help: format!("write [[{key}]]"), inserts })
}

/// What closes the text of several lines, `length` bytes long, that begins here, if nothing does.
fn open_text(rest: &str, length: usize) -> Option<&'static str> {
    let close = ["\"\"\"", "'''"].into_iter().find(|quotes| rest.starts_with(quotes))?;
    let closed = length >= 6 && rest.get(..length).is_some_and(|text| text.ends_with(close));
    (!closed).then_some(close)
}

/// The next line that is a header, or the end of the text.
fn next_header(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(newline) = text.get(at..).and_then(|rest| rest.find('\n')) {
        at += newline + 1;
        if text.get(at..).is_some_and(is_header) {
            return at;
        }
    }
    text.len()
}

/// Whether a line cannot belong to a list (or table) that is open.
fn begins_anew(rest: &str, bracket: u8) -> bool {
    is_header(rest) || (bracket == b'[' && is_assignment(rest))
}

/// `[word]` or `[[word.word]]` alone on its line.
fn is_header(rest: &str) -> bool {
    let line = line(rest).split('#').next().unwrap_or_default().trim();
    let inside = |line| str::strip_prefix(line, '[').and_then(|line| line.strip_suffix(']'));
    let inner = inside(line).map(|line| inside(line).unwrap_or(line).trim());
    inner.is_some_and(|key| is_bare(key) && !["true", "false", "inf", "nan"].contains(&key))
}

/// `word = ...`
fn is_assignment(rest: &str) -> bool {
    line(rest).split_once('=').is_some_and(|(key, _)| is_bare(key.trim()))
}

/// A bare key, with dots or without, that is no number and no date.
fn is_bare(key: &str) -> bool {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    key.bytes().all(bare) && key.starts_with(|first: char| first.is_ascii_alphabetic())
}

fn line(rest: &str) -> &str {
    rest.split('\n').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_saved() {
        let text =
            "a = [1, 2 # ]\nb = 3\n[[r]\nc = { d = [\n[x.y] # z\ne = \"\"\"é\nf = 1\n[z\ng = 4\n[h i]\n[k]\nl = [{";
        let mended = Mended::of(text);
        let shown: Vec<_> = mended.flaws.iter().map(|flaw| (&text[flaw.at.clone()], flaw.help.as_str())).collect();
        let expected = [
            ("[", "close it with ]"),
            ("[[r]", "write [[r]]"),
            ("[", "close it with ]"),
            ("\"\"\"", "close it with \"\"\""),
            ("{", "close it with }"),
        ];
        assert_eq!(shown, expected);
        let whole = "a = [1, 2 # ]\n]\nb = 3\n[[r]]\nc = { d = [\n]}\n[x.y] # z\ne = \"\"\"é\nf = 1\n[z\ng = 4\n[h i]\n\"\"\"\n[k]\nl = [{\n}]\n";
        assert_eq!(mended.text, whole);
        assert!(
            whole.char_indices().filter(|(at, c)| text[mended.real(*at)..].starts_with(*c)).count() >= text.len() - 2
        );
    }

    #[test]
    fn headers_are_closed_and_quoted() {
        let flawed = Mended::of("[a\n[[b]\n [[c d]]# x\n[é\n[ok]\n[[ok.ok]] # x\n[\"ok\"]\n[['']]\n");
        assert_eq!(flawed.text, "[a]\n[[b]]\n [[\"c d\"]]# x\n[\"é\"]\n[ok]\n[[ok.ok]] # x\n[\"ok\"]\n[['']]\n");
    }

    #[test]
    fn what_is_closed_is_left_alone() {
        let text = "a = [\n  [1],\n  [2024], { x = 1,\n y = '''\n[[r]]\n''' },\n \"=\", # [\n]\n[[r]]\nb = \"[\"\nc = { d = 1,\n e = 2 }\n";
        assert_eq!(Mended::of(text).flaws, []);
    }
}
