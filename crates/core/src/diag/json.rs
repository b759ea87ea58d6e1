//! Findings for programs: one JSON object a line.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::excerpt::Located;
use super::harmless::write_json_line;
use super::{Diagnostic, Files, Sink};

/// A finding as written: stable, so that editors and scripts can rely on it.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    places: Vec<At<'a>>,
    help: Vec<&'a str>,
}

#[derive(Serialize)]
struct At<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
    start: u32,
    end: u32,
}

/// How many findings of a code were made beyond those that are kept.
#[derive(Serialize)]
struct LeftOut<'a> {
    code: &'a str,
    left_out: usize,
}

/// Prints every finding as one JSON object on a line of its own, in order of file and place:
///
/// ```json
/// {"code": "unknown-actor", "severity": "error", "message": "...",
///  "places": [{"file": "relations/a.toml", "line": 14, "column": 8, "end_line": 14, "end_column": 15,
///              "text": "no actor has this id", "start": 210, "end": 217}],
///  "help": ["did you mean `athens`?"]}
/// ```
///
/// `severity` is `error`, `warning` or `note`. The first place is the main one; there is none if no file is at fault.
/// Lines and columns count from 1, columns in characters; `start` and `end` are bytes from 0 (after a byte order mark,
/// if there is one); ends are excluded. `text` says what is at the place and may be empty.
///
/// Ten thousand findings of a severity are kept. If there were more, a line for each code that lacks some follows at the
/// end, and a reader tells it from a finding by `left_out`:
///
/// ```json
/// {"code": "unknown-actor", "left_out": 52310}
/// ```
///
/// Characters that would steer a terminal, or turn the direction of a text, are escaped. Nothing else is printed.
///
/// # Errors
///
/// If nothing can be written to `out`.
pub fn emit_json(findings: &Sink, files: &dyn Files, out: &mut dyn Write) -> io::Result<()> {
    let mut located = Located::new(files);
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings.sorted() {
        *kept.entry(finding.code).or_default() += 1;
        write_json_line(&written(finding, files, &mut located), out)?;
    }
    for (code, count) in findings.codes() {
        let left_out = count - kept.get(code).copied().unwrap_or(0);
        if left_out > 0 {
            write_json_line(&LeftOut { code, left_out }, out)?;
        }
    }
    Ok(())
}

fn written<'a>(finding: &'a Diagnostic, files: &'a dyn Files, located: &mut Located<'_>) -> Finding<'a> {
    let places = finding.labels.iter().map(|label| {
        let span = label.span;
        let from = located.place(span.source, span.start);
        let to = located.place(span.source, span.end);
        At {
            file: files.name(span.source),
            line: from.line,
            column: from.column,
            end_line: to.line,
            end_column: to.column,
            text: &label.text,
            start: span.start,
            end: span.end,
        }
    });
    Finding {
        code: finding.code,
        severity: finding.severity.word(),
        message: &finding.message,
        places: places.collect(),
        help: finding.helps(files),
    }
}

#[cfg(test)]
mod tests {
    use super::super::SourceId;
    use super::*;

    struct Nothing;

    impl Files for Nothing {
        fn name(&self, _: SourceId) -> &'static str {
            ""
        }
        fn text(&self, _: SourceId) -> &'static str {
            ""
        }
    }

    #[test]
    fn what_steers_is_escaped_and_what_is_left_out_is_counted() {
        let mut sink = Sink::default();
        for _ in 0..10_003 {
            sink.push(Diagnostic::note("n", "a\u{9b}\u{202e}é\"\n"));
        }
        let mut out = Vec::new();
        emit_json(&sink, &Nothing, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with(r#"{"code":"n","severity":"note","message":"a\u009b\u202eé\"\n","#), "{text:.200}");
        assert_eq!(text.lines().count(), 10_001);
        assert!(text.ends_with("{\"code\":\"n\",\"left_out\":3}\n"));
        assert!(text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    }
}
