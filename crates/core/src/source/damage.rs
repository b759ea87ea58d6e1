//! What keeps a data file from being read as it stands, called by its name and kept from the readers: what a version control system
//! leaves where it could not merge, and line ends of old programs.

use std::ops::Range;

use crate::diag::{Diagnostic, Sink, SourceId, Span};

/// A marker: one character seven times at the beginning of a line.
#[derive(Debug, Clone)]
struct Marker {
    kind: u8,
    line: Range<usize>,
}

/// Reports it. The text for the readers, in which everything has its place, or none if nothing is wrong.
pub(super) fn without_damage(id: SourceId, name: &str, text: &str, sink: &mut Sink) -> Option<String> {
    let merged = merged(id, text, sink);
    let is_toml = name.to_ascii_lowercase().ends_with(".toml");
    if is_toml { ended(id, merged.as_deref().unwrap_or(text), sink).or(merged) } else { merged }
}

/// TOML knows no line that ends with a carriage return alone: of the whole file that is one mistake.
fn ended(id: SourceId, text: &str, sink: &mut Sink) -> Option<String> {
    let bytes = text.as_bytes();
    let alone = |at: &usize| bytes.get(*at) == Some(&b'\r') && bytes.get(at + 1) != Some(&b'\n');
    let first = (0..bytes.len()).find(alone)?;
    let finding = Diagnostic::error("toml-syntax", "lines end with a carriage return alone, as on old computers");
    let finding = finding.at(Span::new(id, first..first + 1), "the first of them");
    sink.push(finding.help("save the file with the line ends of Unix (LF) or Windows (CRLF)"));
    let ended = (0..bytes.len()).map(|at| if alone(&at) { b'\n' } else { bytes[at] });
    String::from_utf8(ended.collect()).ok()
}

/// Reports what a merge left undecided; then one side stands alone.
fn merged(id: SourceId, text: &str, sink: &mut Sink) -> Option<String> {
    let markers = markers(text);
    // A row of `=` alone is no mark of anything.
    if markers.iter().all(|marker| marker.kind == b'=') {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    let mut rest = markers.as_slice();
    while let [first, after @ ..] = rest {
        let length = whole(rest);
        let (conflict, next) = rest.split_at_checked(length).unwrap_or((std::slice::from_ref(first), after));
        sink.push(finding(id, conflict));
        blank(&mut bytes, &first.line);
        if let [_, other, .., last] = conflict {
            blank(&mut bytes, &(other.line.start..last.line.end));
        }
        rest = next;
    }
    String::from_utf8(bytes).ok()
}

/// How many markers make the conflict that begins here: 1 if the others of it are not there.
fn whole(markers: &[Marker]) -> usize {
    let kinds: Vec<u8> = markers.iter().take(4).map(|marker| marker.kind).collect();
    match kinds.as_slice() {
        [b'<', b'=', b'>', ..] => 3,
        [b'<', b'|', b'=', b'>'] => 4,
        _ => 1,
    }
}

fn markers(text: &str) -> Vec<Marker> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end_matches(['\n', '\r']).len();
        let kind = line.bytes().next().filter(|kind| b"<|=>".contains(kind));
        let is_marker = |kind: &u8| {
            let run = line.bytes().take_while(|byte| byte == kind).count();
            run == 7 && line.get(run..).is_some_and(|rest| rest.trim().is_empty() || rest.starts_with(' '))
        };
        if let Some(kind) = kind.filter(is_marker) {
            found.push(Marker { kind, line: at..end });
        }
        at += line.len();
    }
    found
}

/// Spaces in place of all but line ends.
fn blank(bytes: &mut [u8], range: &Range<usize>) {
    for byte in bytes.get_mut(range.clone()).into_iter().flatten().filter(|byte| !b"\r\n".contains(byte)) {
        *byte = b' ';
    }
}

fn finding(id: SourceId, conflict: &[Marker]) -> Diagnostic {
    let finding = Diagnostic::error("merge-conflict", "a merge of two versions was left undecided here");
    let finding = conflict.iter().fold(finding, |finding, marker| {
        let what = match marker.kind {
            b'<' => "one version begins here",
            b'|' => "what both were made from",
            b'=' => "the other version",
            _ => "it ends here",
        };
        finding.at(Span::new(id, marker.line.clone()), what)
    });
    finding.help("keep what is right of both versions, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_side_is_left_and_everything_keeps_its_place() {
        let mut sink = Sink::default();
        let text = "a\r\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\né\n>>>>>>> other\nd\n>>>>>>> x\n========\n";
        let settled = merged(SourceId(0), text, &mut sink).unwrap();
        assert_eq!(sink.count_of("merge-conflict"), 2);
        assert_eq!(settled.len(), text.len());
        assert_eq!(settled.split_whitespace().collect::<Vec<_>>(), ["a", "b", "d", "========"]);
        let old = without_damage(SourceId(0), "a.toml", "a = 1\rb = 2\r\n", &mut sink).unwrap();
        assert_eq!(old, "a = 1\nb = 2\r\n");
        assert!(without_damage(SourceId(0), "a.csv", "a\rb", &mut sink).is_none());
        assert_eq!(settled.find('d'), text.find("d\n>"));
        assert!(merged(SourceId(0), "title\n=======\n", &mut sink).is_none());
    }
}
