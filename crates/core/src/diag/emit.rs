//! Findings for people: the fact, its place with the line as it stands in the file, and what to do.

use std::collections::BTreeMap;
use std::io::{self, Write};

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::Error;
use codespan_reporting::term::termcolor::{Ansi, NoColor, WriteColor};
use codespan_reporting::term::{self, Chars, Config};

use super::excerpt::{Excerpt, Located};
use super::harmless::harmless;
use super::{Diagnostic, Files, Severity, Sink};

/// Findings of one code that are shown unless all are asked for.
const SHOWN: usize = 20;

/// How findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// With the colours of a terminal.
    pub colour: bool,
    /// All findings, instead of the first 20 of each code.
    pub all: bool,
}

/// Prints findings in order, then how many of each code were left out, then the totals; nothing if there are none.
///
/// # Errors
///
/// If nothing can be written to `out`.
pub fn emit(findings: &Sink, files: &dyn Files, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let shown = if style.colour {
        emit_each(findings, files, style.all, &mut Ansi::new(&mut *out))?
    } else {
        emit_each(findings, files, style.all, &mut NoColor::new(&mut *out))?
    };
    let mut cut = false;
    for (code, count) in findings.codes() {
        let left = count - shown.get(code).copied().unwrap_or(0);
        if left > 0 {
            let why = if style.all { "too many to keep" } else { "--all shows them" };
            writeln!(out, "... and {left} more `{code}` ({why})")?;
            cut = true;
        }
    }
    if cut {
        writeln!(out)?;
    }
    writeln!(out, "{}", totals(findings))
}

/// Prints the findings themselves, and says how many of each code it printed.
fn emit_each(
    findings: &Sink,
    files: &dyn Files,
    all: bool,
    out: &mut dyn WriteColor,
) -> io::Result<BTreeMap<&'static str, usize>> {
    let config = config();
    let mut located = Located::new(files);
    let mut shown = BTreeMap::new();
    for finding in findings.sorted() {
        let count: &mut usize = shown.entry(finding.code).or_default();
        if all || *count < SHOWN {
            *count += 1;
            let (excerpt, finding) = translated(finding, &finding.helps(files), &mut located);
            term::emit_to_write_style(out, &config, &excerpt, &finding).map_err(into_io)?;
        }
    }
    Ok(shown)
}

/// The finding as codespan-reporting knows it, with the lines that it shows.
fn translated(
    finding: &Diagnostic,
    helps: &[&str],
    located: &mut Located<'_>,
) -> (Excerpt, codespan::Diagnostic<usize>) {
    let (excerpt, ranges) = Excerpt::of(&finding.labels, located);
    let labels = finding.labels.iter().zip(ranges).enumerate().map(|(nth, (label, (part, range)))| {
        let style = if nth == 0 { codespan::LabelStyle::Primary } else { codespan::LabelStyle::Secondary };
        codespan::Label::new(style, part, range).with_message(harmless(&label.text))
    });
    let severity = match finding.severity {
        Severity::Error => codespan::Severity::Error,
        Severity::Warning => codespan::Severity::Warning,
        Severity::Note => codespan::Severity::Note,
    };
    let notes = helps.iter().map(|help| format!("help: {}", lines(help)));
    let translated = codespan::Diagnostic::new(severity)
        .with_code(finding.code)
        .with_message(harmless(&finding.message))
        .with_labels(labels.collect())
        .with_notes(notes.collect());
    (excerpt, translated)
}

/// What to do, with the lines to paste that it may have.
fn lines(help: &str) -> String {
    help.split('\n').map(harmless).collect::<Vec<_>>().join("\n")
}

fn config() -> Config {
    let chars = Chars { single_primary_caret: '━', single_secondary_caret: '─', ..Chars::box_drawing() };
    Config { chars, ..Config::default() }
}

fn into_io(error: Error) -> io::Error {
    match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    }
}

/// "3 errors, 1 warning, 2 notes", without what there is none of.
fn totals(findings: &Sink) -> String {
    let kinds = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let counted = kinds.iter().filter_map(|&(severity, name)| match findings.count(severity) {
        0 => None,
        1 => Some(format!("1 {name}")),
        n => Some(format!("{n} {name}s")),
    });
    counted.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::{SourceId, Span};
    use super::*;

    struct One(&'static str, String);

    impl Files for One {
        fn name(&self, _: SourceId) -> &str {
            self.0
        }
        fn text(&self, _: SourceId) -> &str {
            &self.1
        }
    }

    fn printed(text: &str, findings: Vec<Diagnostic>, all: bool) -> String {
        let mut sink = Sink::default();
        for finding in findings {
            sink.push(finding);
        }
        let mut out = Vec::new();
        let files = One("relations/a.toml", text.to_owned());
        emit(&sink, &files, &Style { colour: false, all }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn unknown(range: std::ops::Range<usize>) -> Diagnostic {
        Diagnostic::error("unknown-actor", "no actor is called `athns`")
            .at(Span::new(SourceId(0), range), "unknown")
            .did_you_mean(Some("athens"))
    }

    #[test]
    fn shows_fact_place_and_remedy() {
        let text = "[[relation]]\nto = 'é'; from = \"athns\"\n";
        let expected = "\
error[unknown-actor]: no actor is called `athns`
  ┌─ relations/a.toml:2:18
  │
2 │ to = 'é'; from = \"athns\"
  │                  ━━━━━━━ unknown
  │
  = help: did you mean `athens`?

1 error
";
        assert_eq!(printed(text, vec![unknown(31..38)], false), expected);
    }

    #[test]
    fn long_and_hostile_lines_are_tamed() {
        let text = format!("{}\u{1b}[31mathns\u{202e}{}", "a".repeat(100_000), "é".repeat(100_000));
        let out = printed(&text, vec![unknown(100_005..100_010)], false);
        assert!(out.len() < 1200, "{out}");
        assert!(!out.contains(['\u{1b}', '\u{202e}']));
        assert!(out.contains(":1:100006\n"), "{out}");
    }

    #[test]
    fn more_than_twenty_of_a_code_are_counted() {
        let many = || (0..25).map(|_| unknown(0..1)).collect();
        assert!(
            printed("x\n", many(), false).ends_with("... and 5 more `unknown-actor` (--all shows them)\n\n25 errors\n")
        );
        assert!(printed("x\n", many(), true).ends_with("athens`?\n\n25 errors\n"));
        assert_eq!(printed("", Vec::new(), false), "");
    }

    #[test]
    fn places_outside_the_text_do_no_harm() {
        for (text, range) in [("", 0..9), ("a\nb\n\nc", 900..901), ("é", 1..1), ("a\nb", 0..3)] {
            let two = unknown(range.clone()).at(Span::new(SourceId(0), 0..1), "here");
            assert!(printed(text, vec![two], false).ends_with("1 error\n"));
        }
    }
}
