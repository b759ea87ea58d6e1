//! What may reach a terminal: the one place that knows which characters would steer it, and what stands for them.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// Whether a character steers a terminal, breaks a line unasked, or turns the direction of what follows: the controls of
/// C0, DEL and C1, the separators of lines and paragraphs, and the marks of the bidirectional algorithm.
#[must_use]
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}')
}

/// A text on one line that cannot steer a terminal: for names and values that come from files or the command line.
/// What breaks lines becomes a blank, what else steers a replacement character.
#[must_use]
pub fn harmless(text: &str) -> String {
    text.chars().map(tame).collect()
}

/// The same for a character.
#[must_use]
pub(crate) fn tame(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c if steers(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// A text that keeps its lines, each of them harmless.
#[must_use]
pub fn harmless_lines(text: &str) -> String {
    text.lines().map(harmless).collect::<Vec<_>>().join("\n")
}

/// JSON over several lines with a line break at its end, written as it is made. What steers is escaped.
///
/// # Errors
///
/// If nothing can be written to `out`.
pub fn write_json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Calm(PrettyFormatter::new())))?;
    out.write_all(b"\n")
}

/// JSON on a line of its own, with the line break. What steers is escaped.
///
/// # Errors
///
/// If nothing can be written to `out`.
pub(crate) fn write_json_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Calm(CompactFormatter)))?;
    out.write_all(b"\n")
}

/// The text of [`write_json`].
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    in_memory(|out| write_json(value, out))
}

/// The text of `write_json_line`.
#[must_use]
pub fn json_line(value: &impl Serialize) -> String {
    in_memory(|out| write_json_line(value, out))
}

/// What is written. Memory takes all, and the keys of what is written as JSON are strings.
fn in_memory(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    let written = write(&mut out);
    debug_assert!(written.is_ok());
    String::from_utf8(out).unwrap_or_default()
}

/// A piece of a JSON string with some of its characters as numbers.
///
/// # Errors
///
/// If nothing can be written.
pub fn write_escaped<W: ?Sized + Write>(
    writer: &mut W,
    fragment: &str,
    escaped: impl Fn(char) -> bool,
) -> io::Result<()> {
    let mut rest = fragment;
    while let Some(at) = rest.find(&escaped) {
        let (before, after) = rest.split_at(at);
        let mut characters = after.chars();
        let code = characters.next().map_or(0, u32::from);
        write!(writer, "{before}\\u{code:04x}")?;
        rest = characters.as_str();
    }
    writer.write_all(rest.as_bytes())
}

/// JSON laid out as another formatter does it, in which what steers is escaped.
struct Calm<F>(F);

impl<F: Formatter> Formatter for Calm<F> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        write_escaped(writer, fragment, steers)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEERING: &str =
        "a\u{0}\u{7}\u{1b}[31m\u{7f}\u{85}\u{9b}2J\u{61c}\u{200e}\u{2028}\u{2029}\u{202e}\u{2066}\u{206f}\tb\r\n";

    #[test]
    fn nothing_that_steers_is_left() {
        assert!(!harmless(STEERING).contains(steers));
        assert_eq!(harmless("é\u{301} 中 \u{200d}\u{feff}"), "é\u{301} 中 \u{200d}\u{feff}");
        assert_eq!(harmless_lines("a\u{1b}\nb\u{202e}\n"), "a\u{fffd}\nb\u{fffd}");
    }

    #[test]
    fn json_means_the_same_and_steers_nothing() {
        let value = serde_json::json!({ STEERING: [STEERING, 1, {}, []] });
        for text in [json(&value), json_line(&value)] {
            assert!(!text.contains(|c| c != '\n' && steers(c)), "{text}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        }
        let plain = serde_json::json!([{ "a": ["é", null] }, []]);
        assert_eq!(json(&plain), format!("{plain:#}\n"));
    }
}
