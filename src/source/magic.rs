//! What a file is that is no text, by its first bytes.

/// What a format is called, and what to do with it.
pub(super) struct Binary {
    pub(super) name: &'static str,
    pub(super) help: &'static str,
}

const SHEET: &str = "in the spreadsheet program, save the sheet as \"CSV UTF-8\"";
const TEXT: &str = "save it as plain text, Markdown or HTML; the data of a table as \"CSV UTF-8\"";
const UNPACK: &str = "unpack it, and name the file that is in it";
const TABLE: &str = "export the table as CSV (UTF-8)";

/// First bytes, with what follows somewhere near the beginning.
const KINDS: &[(&[u8], &[u8], Binary)] = &[
    (b"PK\x03\x04", b"xl/", Binary { name: "an Excel workbook (.xlsx)", help: SHEET }),
    (b"PK\x03\x04", b"opendocument.spreadsheet", Binary { name: "an OpenDocument spreadsheet (.ods)", help: SHEET }),
    (b"PK\x03\x04", b"opendocument.text", Binary { name: "an OpenDocument text (.odt)", help: TEXT }),
    (b"PK\x03\x04", b"word/", Binary { name: "a Word document (.docx)", help: TEXT }),
    (b"PK\x03\x04", b"", Binary { name: "a ZIP archive (such as an .xlsx spreadsheet)", help: SHEET }),
    (b"\xD0\xCF\x11\xE0", b"", Binary { name: "an old Excel or Word file (.xls, .doc)", help: SHEET }),
    (b"SQLite format 3\0", b"", Binary { name: "an SQLite database (such as a .dna file)", help: TABLE }),
    (b"%PDF-", b"", Binary { name: "a PDF", help: TEXT }),
    (b"\x1F\x8B", b"", Binary { name: "packed with gzip", help: UNPACK }),
    (b"\xFD7zXZ\0", b"", Binary { name: "packed with xz", help: UNPACK }),
    (b"BZh", b"1AY&SY", Binary { name: "packed with bzip2", help: UNPACK }),
    (b"7z\xBC\xAF\x27\x1C", b"", Binary { name: "packed with 7-Zip", help: UNPACK }),
    (b"\x28\xB5\x2F\xFD", b"", Binary { name: "packed with Zstandard", help: UNPACK }),
    (b"PAR1", b"", Binary { name: "a Parquet table", help: TABLE }),
    (b"$FL2", b"", Binary { name: "an SPSS file", help: TABLE }),
    (b"<stata_dta>", b"", Binary { name: "a Stata file", help: TABLE }),
    (b"\x89PNG", b"", Binary { name: "a picture", help: TEXT }),
    (b"\xFF\xD8\xFF", b"", Binary { name: "a picture", help: TEXT }),
];

/// How much of a file is looked at.
const PEEKED: usize = 4_096;

/// What the bytes are, if they are no text.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static Binary> {
    let head = &bytes[..bytes.len().min(PEEKED)];
    let has = |mark: &[u8]| mark.is_empty() || head.windows(mark.len()).any(|window| window == mark);
    let found = KINDS.iter().find(|(begins, mark, _)| bytes.starts_with(begins) && has(mark));
    found.map(|(_, _, binary)| binary)
}
