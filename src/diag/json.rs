//! Findings for programs: one JSON object a line.

use std::io::{self, Write};

use serde::Serialize;

use super::excerpt::Located;
use super::{Diagnostic, Files, Severity, Sink};

/// A finding as written: stable, so that editors and scripts can rely on it.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    places: Vec<At<'a>>,
    help: &'a [String],
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
/// if there is one); ends are excluded. `text` says what is at the place and may be empty. Nothing else is printed.
pub fn emit_json(findings: &Sink, files: &dyn Files, out: &mut dyn Write) -> io::Result<()> {
    let mut located = Located::new(files);
    for finding in findings.sorted() {
        serde_json::to_writer(&mut *out, &written(finding, files, &mut located))?;
        writeln!(out)?;
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
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: &finding.message,
        places: places.collect(),
        help: &finding.helps,
    }
}
