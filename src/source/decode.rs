//! Bytes to text: UTF-8, with a plain word on what it is if it is not.

use super::magic::binary;
use crate::diag::{Diagnostic, Lines, Sink, SourceId, Span};

/// The text of a file, without its byte order mark. What is not UTF-8 is reported once and replaced, so that the rest can
/// still be looked at; of a file that is no text nothing is left. Spreadsheet programs write tables as UTF-16 too.
pub(super) fn decode(mut bytes: Vec<u8>, id: SourceId, is_table: bool, sink: &mut Sink) -> String {
    if let Some(binary) = binary(&bytes) {
        sink.push(not_utf8(id, 0..0, &format!("the file is {}, not text", binary.name)).help(binary.help));
        return String::new();
    }
    if let Some(text) = utf16(&bytes) {
        if !is_table {
            sink.push(
                not_utf8(id, 0..0, "the file is UTF-16, not UTF-8")
                    .help("save it as UTF-8 (without \"Unicode\" or \"UTF-16\" in the name of the encoding)"),
            );
        }
        return text;
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            sink.push(bad_byte(id, &bytes, &text, at));
            text
        }
    };
    if text.trim().is_empty() {
        let empty = Diagnostic::warning("empty-file", "the file is empty");
        sink.push(empty.at(Span::new(id, 0..0), "nothing here").help("fill it or delete it"));
    }
    text
}

/// The text of a file that begins with the byte order mark of UTF-16.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (mark, rest) = bytes.split_at_checked(2)?;
    let unit: fn([u8; 2]) -> u16 = match mark {
        b"\xFF\xFE" => u16::from_le_bytes,
        b"\xFE\xFF" => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, _) = rest.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|&pair| unit(pair)).collect();
    Some(String::from_utf16_lossy(&units))
}

/// The finding on the first byte that is not UTF-8; it stands at the same offset in the bytes and in the text.
fn bad_byte(id: SourceId, bytes: &[u8], text: &str, at: usize) -> Diagnostic {
    let byte = bytes.get(at).copied().unwrap_or_default();
    let place = Lines::new(text).place(text, at);
    let fact = format!("the file is not UTF-8: byte 0x{byte:02X} at line {}, column {}", place.line, place.column);
    let finding = not_utf8(id, at..at + char::REPLACEMENT_CHARACTER.len_utf8(), &fact);
    let finding = finding.help("save the file as UTF-8 (in a spreadsheet program: \"CSV UTF-8\")");
    match byte {
        0xA1.. => finding.help(format!("in Latin-1 (Windows-1252) this byte is `{}`", char::from(byte))),
        _ => finding,
    }
}

fn not_utf8(id: SourceId, range: std::ops::Range<usize>, fact: &str) -> Diagnostic {
    Diagnostic::error("not-utf8", fact).at(Span::new(id, range), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> (String, Vec<(&'static str, String, u32)>) {
        let mut sink = Sink::default();
        let text = decode(bytes.to_vec(), SourceId(0), false, &mut sink);
        let found = sink.sorted().into_iter().map(|finding| {
            let start = finding.place().map_or(0, |span| span.start);
            (finding.code, finding.message.clone(), start)
        });
        (text, found.collect())
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
        assert_eq!(found(b"\xEF\xBB\xBF \n").1[0].0, "empty-file");
        assert_eq!(found(b"\xEF\xBB\xBFx"), ("x".to_owned(), Vec::new()));
        let mut sink = Sink::default();
        assert_eq!(decode(b"\xFF\xFEa\0\t\0".to_vec(), SourceId(0), true, &mut sink), "a\t");
        assert!(sink.is_empty());
    }

    #[test]
    fn what_is_no_text_is_called_what_it_is() {
        for (bytes, name) in [
            (b"PK\x03\x04..xl/workbook.xml".as_slice(), "an Excel workbook (.xlsx)"),
            (b"PK\x03\x04", "a ZIP archive (such as an .xlsx spreadsheet)"),
            (b"\x1F\x8B\x08", "packed with gzip"),
            (b"SQLite format 3\0\x10", "an SQLite database (such as a .dna file)"),
            (b"%PDF-1.7\n", "a PDF"),
        ] {
            let expected = ("not-utf8", format!("the file is {name}, not text"), 0);
            assert_eq!(found(bytes), (String::new(), vec![expected]));
        }
    }
}
