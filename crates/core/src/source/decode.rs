//! Bytes to text: UTF-8, with a plain word on what it is if it is not; of source texts also what a byte order mark or a page declares.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::charset::{declared, iconv_name, likely};
use super::foreign::foreign;
use super::{STDIN, TextFormat};
use crate::diag::{Diagnostic, LineIndex, Sink, SourceId, Span};

/// A file that is to be decoded.
#[derive(Clone, Copy)]
pub(super) struct File<'f> {
    pub(super) id: SourceId,
    pub(super) name: &'f str,
}

impl File<'_> {
    /// Whether it is a table of rows.
    fn is_table(self) -> bool {
        let lower = self.name.to_ascii_lowercase();
        lower == STDIN || [".csv", ".tsv"].iter().any(|ending| lower.ends_with(ending))
    }
}

/// The text of a data file, without its byte order mark. What is not UTF-8 is reported once and replaced, so that the rest can
/// still be looked at; of a file that is no text nothing is left. Spreadsheet programs write tables as UTF-16 too.
pub(super) fn decode(bytes: Vec<u8>, file: File<'_>, sink: &mut Sink) -> String {
    if let Some(foreign) = foreign(&bytes) {
        let finding = not_utf8(file, 0..0, &format!("the file is {}, not text", foreign.what));
        sink.push(finding.help(foreign.remedy.data));
        return String::new();
    }
    if let Some((encoding, text, whole)) = marked(&bytes) {
        if !whole || !file.is_table() {
            sink.push(
                not_utf8(file, 0..0, &format!("the file is {}, not UTF-8", encoding.name()))
                    .help("save it as UTF-8 (without \"Unicode\" or \"UTF-16\" in the name of the encoding)"),
            );
        }
        return text;
    }
    let text = utf8(bytes).unwrap_or_else(|bytes| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        sink.push(bad_byte(file, &bytes, &text));
        text
    });
    warn_if_empty(text, file, sink)
}

/// The text of a source text: as a byte order mark says, then UTF-8, then as a page declares.
///
/// What is UTF-8 throughout is read as such whatever a page declares: by accident no other encoding looks so, and pages that were converted
/// often keep the declaration that they had.
pub(super) fn decode_text(bytes: Vec<u8>, file: File<'_>, sink: &mut Sink) -> String {
    if let Some((encoding, text, whole)) = marked(&bytes) {
        if !whole {
            sink.push(not_throughout(file, encoding, &text));
        }
        return text;
    }
    let declared = if TextFormat::of(file.name) == TextFormat::Html { declared(&bytes) } else { None };
    let bytes = match (utf8(bytes), &declared) {
        // ISO-2022-JP is made of ASCII alone.
        (Ok(text), Some(Ok(encoding))) if !encoding.is_ascii_compatible() => text.into_bytes(),
        (Ok(text), _) => return warn_if_empty(text, file, sink),
        (Err(bytes), _) => bytes,
    };
    let (text, finding) = match declared {
        Some(Ok(encoding)) if encoding != encoding_rs::UTF_8 => {
            let (text, damaged) = encoding.decode_without_bom_handling(&bytes);
            let finding = damaged.then(|| not_throughout(file, encoding, &text));
            (text.into_owned(), finding)
        }
        declared => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let finding = bad_byte(file, &bytes, &text);
            let unknown = |label| format!("the page declares the encoding `{label}`, which is not known here");
            let finding = match declared {
                Some(Err(label)) => finding.help(unknown(label)),
                _ => finding,
            };
            (text, Some(finding))
        }
    };
    if let Some(finding) = finding {
        sink.push(finding);
    }
    text
}

/// What is UTF-8, without its mark; else the bytes.
fn utf8(mut bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    if looks_wide(&bytes).is_some() {
        Err(bytes)
    } else {
        String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes)
    }
}

fn warn_if_empty(text: String, file: File<'_>, sink: &mut Sink) -> String {
    if text.trim().is_empty() {
        let empty = Diagnostic::warning("empty-file", "the file is empty");
        sink.push(empty.at(Span::new(file.id, 0..0), "nothing here").help("fill it or delete it"));
    }
    text
}

/// The text of a file that begins with the byte order mark of UTF-16, and whether it is that throughout.
fn marked(bytes: &[u8]) -> Option<(&'static Encoding, String, bool)> {
    let (mark, rest) = bytes.split_at_checked(2)?;
    let encoding = match mark {
        b"\xFF\xFE" => UTF_16LE,
        b"\xFE\xFF" => UTF_16BE,
        _ => return None,
    };
    let (text, damaged) = encoding.decode_without_bom_handling(rest);
    Some((encoding, text.into_owned(), !damaged))
}

/// UTF-16 without a mark: every other byte is zero, which no text is otherwise.
fn looks_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes[..bytes.len().min(4096)].as_chunks::<2>();
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0 && pair[1 - at] != 0).count();
    match (zeros(0), zeros(1)) {
        (0, low) if low > 1 && low * 2 > pairs.len() => Some(UTF_16LE),
        (high, 0) if high > 1 && high * 2 > pairs.len() => Some(UTF_16BE),
        _ => None,
    }
}

/// The finding on a text that is not what it says.
fn not_throughout(file: File<'_>, encoding: &'static Encoding, text: &str) -> Diagnostic {
    let name = encoding.name();
    let at = text.find(char::REPLACEMENT_CHARACTER).unwrap_or(0);
    let place = LineIndex::new(text).place(text, at);
    let fact = format!(
        "the file says that it is {name}, and it is not: what stands at line {}, column {} is none",
        place.line, place.column
    );
    let end = text[at..].chars().next().map_or(at, |character| at + character.len_utf8());
    not_utf8(file, at..end, &fact).help("save the file as UTF-8, or get it once more: it may have been cut off")
}

/// The finding on the first byte that is not UTF-8; it stands at the same offset in the bytes and in the text.
fn bad_byte(file: File<'_>, bytes: &[u8], text: &str) -> Diagnostic {
    if let Some(encoding) = looks_wide(bytes) {
        let fact = format!("the file is {}, not UTF-8", encoding.name());
        return not_utf8(file, 0..0, &fact).help("save the file as UTF-8").help(iconv(file, encoding));
    }
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let place = LineIndex::new(text).place(text, valid);
    let fact = format!("the file is not UTF-8: byte 0x{byte:02X} at line {}, column {}", place.line, place.column);
    let finding = not_utf8(file, valid..valid + char::REPLACEMENT_CHARACTER.len_utf8(), &fact);
    let finding = match TextFormat::of(file.name) {
        _ if file.is_table() => finding.help("save the file as UTF-8 (in a spreadsheet program: \"CSV UTF-8\")"),
        TextFormat::Html => {
            finding.help("save the file as UTF-8, or let the page declare its encoding (<meta charset=\"...\">)")
        }
        _ => finding.help("save the file as UTF-8"),
    };
    if !bytes[..valid].is_ascii() {
        return finding.help("what stands before it is UTF-8: the file may have been damaged, or joined from two");
    }
    let encoding = likely(bytes);
    let word =
        word_at(bytes, valid, encoding).map_or(String::new(), |word| format!(", in which this word is `{word}`"));
    finding.help(format!("it is likely {}{word}", encoding.name())).help(iconv(file, encoding))
}

/// The command that converts a file.
fn iconv(file: File<'_>, from: &'static Encoding) -> String {
    let name = file.name.rsplit('/').next().unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let name = if name.bytes().all(plain) && !name.starts_with(['-', '(']) { name } else { "FILE" };
    format!("to convert it: `iconv -f {} -t UTF-8 {name} > new-{name}`", iconv_name(from))
}

/// The word that a byte stands in, as another encoding has it.
fn word_at(bytes: &[u8], at: usize, encoding: &'static Encoding) -> Option<String> {
    let blank = |byte: &u8| byte.is_ascii_whitespace() || b"\"'<>`".contains(byte);
    let before = bytes[..at].iter().rev().take_while(|byte| !blank(byte)).count();
    let after = bytes[at..].iter().take_while(|byte| !blank(byte)).count();
    let word = &bytes[at - before..at + after];
    let (text, damaged) = encoding.decode_without_bom_handling(word);
    let plain = text.trim_matches(|character: char| !character.is_alphanumeric());
    (!damaged && word.len() <= 40 && !plain.is_empty() && !plain.contains(char::is_control)).then(|| plain.to_owned())
}

fn not_utf8(file: File<'_>, range: std::ops::Range<usize>, fact: &str) -> Diagnostic {
    Diagnostic::error("not-utf8", fact).at(Span::new(file.id, range), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    type Found = Vec<(&'static str, String, u32)>;

    fn with(decode: fn(Vec<u8>, File<'_>, &mut Sink) -> String, name: &str, bytes: &[u8]) -> (String, Found) {
        let mut sink = Sink::default();
        let text = decode(bytes.to_vec(), File { id: SourceId(0), name }, &mut sink);
        let found = sink.sorted().into_iter().map(|finding| {
            let start = finding.place().map_or(0, |span| span.start);
            (finding.code, finding.message.clone(), start)
        });
        (text, found.collect())
    }

    fn found(bytes: &[u8]) -> (String, Found) {
        with(decode, "a.toml", bytes)
    }

    #[test]
    fn says_which_byte_is_wrong() {
        let (text, found) = found(b"a\nb\xE9c");
        assert_eq!(text, "a\nb\u{FFFD}c");
        assert_eq!(found, [("not-utf8", "the file is not UTF-8: byte 0xE9 at line 2, column 2".to_owned(), 3)]);
    }

    #[test]
    fn knows_utf16_and_emptiness() {
        let (text, found_16) = found(b"\xFF\xFEa\0b\0");
        assert_eq!((text.as_str(), found_16[0].0), ("ab", "not-utf8"));
        assert_eq!(found(b"a\0b\0c\0").1[0].1, "the file is UTF-16LE, not UTF-8");
        assert_eq!(found(b"\xEF\xBB\xBF \n").1[0].0, "empty-file");
        assert_eq!(found(b"\xEF\xBB\xBFx"), ("x".to_owned(), Vec::new()));
        assert_eq!(with(decode, "a.csv", b"\xFF\xFEa\0\t\0"), ("a\t".to_owned(), Vec::new()));
    }

    #[test]
    fn what_is_no_text_is_called_what_it_is() {
        for (bytes, name) in [
            (b"PK\x03\x04..xl/workbook.xml".as_slice(), "an Excel workbook (.xlsx)"),
            (b"PK\x03\x04", "a ZIP archive"),
            (b"\x1F\x8B\x08", "a compressed file (gzip)"),
            (b"SQLite format 3\0\x10", "an SQLite database (such as a .dna file)"),
            (b"%PDF-1.7\n", "a PDF"),
        ] {
            let expected = ("not-utf8", format!("the file is {name}, not text"), 0);
            assert_eq!(found(bytes), (String::new(), vec![expected]));
        }
    }

    #[test]
    fn source_texts_are_read_as_they_declare() {
        let cases: [(&str, &[u8], &str); 9] = [
            ("a.html", b"<meta charset=windows-1252>caf\xE9 \x93x\x94", "café “x”"),
            ("a.htm", b"<?xml version='1.0' encoding='iso-8859-2'?>\xB1", "ą"),
            ("a.html", b"<meta charset=shift_jis>\x93\xFA\x96\x7B", "日本"),
            ("a.html", b"<meta charset=iso-2022-jp>\x1B$BF|K\\\x1B(B", "日本"),
            ("a.html", b"<meta charset=windows-1252>caf\xC3\xA9", "café"),
            ("a.html", b"<meta charset=klingon>caf\xC3\xA9", "café"),
            ("a.html", b"\xFF\xFE<\0p\0>\0\xE9\0", "<p>é"),
            ("a.txt", b"\xFE\xFF\0c\0a\0f\0\xE9", "café"),
            ("a.md", b"\xEF\xBB\xBF# caf\xC3\xA9", "# café"),
        ];
        for (name, bytes, expected) in cases {
            let (text, found) = with(decode_text, name, bytes);
            assert!(found.is_empty() && text.ends_with(expected), "{name}: {text} {found:?}");
        }
    }

    #[test]
    fn source_texts_that_are_not_what_they_declare_are_told() {
        let cases: [(&str, &[u8], &str); 6] = [
            ("a.txt", b"caf\xE9", "the file is not UTF-8: byte 0xE9 at line 1, column 4"),
            ("a.html", b"caf\xE9", "the file is not UTF-8: byte 0xE9 at line 1, column 4"),
            ("a.html", b"<meta charset=utf-8>\xE9", "the file is not UTF-8: byte 0xE9 at line 1, column 21"),
            ("a.html", b"<meta charset=klingon>\xE9", "the file is not UTF-8: byte 0xE9 at line 1, column 23"),
            (
                "a.html",
                b"<meta charset=big5>\nab\xFFc",
                "the file says that it is Big5, and it is not: what stands at line 2, column 3 is none",
            ),
            (
                "a.txt",
                b"\xFF\xFEa\0b",
                "the file says that it is UTF-16LE, and it is not: what stands at line 1, column 2 is none",
            ),
        ];
        for (name, bytes, expected) in cases {
            let (_, found) = with(decode_text, name, bytes);
            assert_eq!(found.iter().map(|found| found.1.as_str()).collect::<Vec<_>>(), [expected], "{name}");
        }
    }
}
