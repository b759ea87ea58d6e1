//! Files that are no text, known by what is in them, whatever they are called.

/// A file that is no text: what it is, and what a person can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Foreign {
    /// With its article, such as `a PDF`.
    pub(super) what: &'static str,
    /// What to do.
    pub(super) remedy: Remedy,
}

/// What to do with a file that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Remedy {
    /// Where a source text is wanted.
    pub(super) text: &'static str,
    /// Where data are wanted.
    pub(super) data: &'static str,
}

const PROSE: &str = "save it as plain text, Markdown or HTML and put it into the folder of sources; the data of a table as \"CSV UTF-8\"";
const CELLS: &str = "in the spreadsheet program, save the sheet as \"CSV UTF-8\"";

const WORD_PROCESSOR: Remedy = Remedy {
    text: "open it in the program that made it, save it as plain text (UTF-8) or as a web page (in Word \"Web Page, Filtered\"), and name that file here",
    data: PROSE,
};
const PDF: Remedy = Remedy {
    text: "save its text as a plain text file (in a PDF reader \"Save as Text\", or with `pdftotext`), look it through, and name that file here",
    data: PROSE,
};
const BOOK: Remedy = Remedy {
    text: "save it as plain text or HTML with the program that you read it in (such as calibre), and name that file here",
    data: PROSE,
};
const IMAGE: Remedy = Remedy {
    text: "what it shows has to be typed or recognised (OCR) and looked through first: name the file of that text here",
    data: PROSE,
};
const ARCHIVE: Remedy = Remedy {
    text: "unpack it, and name the file of the text that is in it",
    data: "unpack it, and name the file that is in it",
};
const WEB: Remedy =
    Remedy { text: "open it in a browser, save the page as \"HTML only\", and name that file here", data: PROSE };
const NO_TEXT: Remedy = Remedy {
    text: "name the file of the text here: plain text in UTF-8, Markdown or HTML",
    data: "export the table as CSV (UTF-8)",
};

const SHEET: Remedy = Remedy { text: NO_TEXT.text, data: CELLS };
const ZIP: Remedy = Remedy {
    text: ARCHIVE.text,
    data: "unpack it, and name the file that is in it; of a spreadsheet, save the sheet as \"CSV UTF-8\"",
};
const POINTER: Remedy =
    Remedy { text: "get the text itself with `git lfs pull`", data: "get the file itself with `git lfs pull`" };

/// The first bytes by which a kind of file is known, from which byte on.
const SIGNATURES: &[(usize, &[u8], &str, Remedy)] = &[
    (0, b"%PDF-", "a PDF", PDF),
    (0, b"{\\rtf", "a rich text file (RTF)", WORD_PROCESSOR),
    (0, b"%!PS", "a PostScript file", PDF),
    (0, b"\xDB\xA5\x2D\x00", "a Word document of the early nineties", WORD_PROCESSOR),
    (0, b"\xFFWPC", "a WordPerfect document", WORD_PROCESSOR),
    (60, b"BOOKMOBI", "an e-book (MOBI)", BOOK),
    (0, b"ITSF", "a help file (CHM)", BOOK),
    (0, b"AT&TFORM", "a scanned document (DjVu)", IMAGE),
    (0, b"\x89PNG\r\n\x1a\n", "an image (PNG)", IMAGE),
    (0, b"\xFF\xD8\xFF", "an image (JPEG)", IMAGE),
    (0, b"GIF87a", "an image (GIF)", IMAGE),
    (0, b"GIF89a", "an image (GIF)", IMAGE),
    (0, b"II*\0", "an image (TIFF)", IMAGE),
    (0, b"MM\0*", "an image (TIFF)", IMAGE),
    (8, b"WEBP", "an image (WebP)", IMAGE),
    (0, b"8BPS", "an image (Photoshop)", IMAGE),
    (4, b"ftypheic", "an image (HEIC)", IMAGE),
    (4, b"ftypmif1", "an image (HEIC)", IMAGE),
    (4, b"ftypavif", "an image (AVIF)", IMAGE),
    (4, b"ftyp", "a recording", NO_TEXT),
    (0, b"OggS", "a recording", NO_TEXT),
    (0, b"fLaC", "a recording", NO_TEXT),
    (0, b"ID3\x02", "a recording (MP3)", NO_TEXT),
    (0, b"ID3\x03", "a recording (MP3)", NO_TEXT),
    (0, b"ID3\x04", "a recording (MP3)", NO_TEXT),
    (8, b"WAVEfmt ", "a recording (WAV)", NO_TEXT),
    (0, b"\x1A\x45\xDF\xA3", "a recording", NO_TEXT),
    (0, b"\x1F\x8B", "a compressed file (gzip)", ARCHIVE),
    (0, b"\xFD7zXZ\0", "a compressed file (xz)", ARCHIVE),
    (0, b"\x28\xB5\x2F\xFD", "a compressed file (zstd)", ARCHIVE),
    (4, b"1AY&SY", "a compressed file (bzip2)", ARCHIVE),
    (0, b"7z\xBC\xAF\x27\x1C", "an archive (7z)", ARCHIVE),
    (0, b"Rar!\x1A\x07", "an archive (RAR)", ARCHIVE),
    (257, b"ustar", "an archive (tar)", ARCHIVE),
    (0, b"bplist00", "a web archive (Safari)", WEB),
    (0, b"SQLite format 3\0", "an SQLite database (such as a .dna file)", NO_TEXT),
    (0, b"PAR1", "a Parquet table", NO_TEXT),
    (0, b"$FL2", "an SPSS file", NO_TEXT),
    (0, b"<stata_dta>", "a Stata file", NO_TEXT),
    (0, b"\x7FELF", "a program", NO_TEXT),
    (0, b"version https://git-lfs.github.com/spec/", "a pointer of Git LFS", POINTER),
];

/// What a ZIP archive is by a name or words that stand in it.
const ZIPPED: &[(&[u8], &str, Remedy)] = &[
    (b"application/epub+zip", "an e-book (EPUB)", BOOK),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)", WORD_PROCESSOR),
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)", SHEET),
    (b"application/vnd.oasis.opendocument.", "an OpenDocument file", WORD_PROCESSOR),
    (b"word/", "a Word document (.docx)", WORD_PROCESSOR),
    (b"ppt/", "a PowerPoint file (.pptx)", WORD_PROCESSOR),
    (b"xl/", "an Excel workbook (.xlsx)", SHEET),
    (b"Index/Document.iwa", "a document of Pages, Numbers or Keynote", WORD_PROCESSOR),
    (b"Index/", "a document of Pages, Numbers or Keynote", WORD_PROCESSOR),
    (b"index.apxl", "a Keynote document", WORD_PROCESSOR),
    (b"META-INF/container.xml", "an e-book (EPUB)", BOOK),
];

/// What an older Office file is by the name of a stream in it, which is UTF-16.
const STREAMS: &[(&str, &str, Remedy)] = &[
    ("WordDocument", "a Word document (.doc)", WORD_PROCESSOR),
    ("PowerPoint Document", "a PowerPoint file (.ppt)", WORD_PROCESSOR),
    ("Workbook", "an Excel workbook (.xls)", SHEET),
];

/// So many bytes at each end of an archive are searched for what it is: the names stand at both.
const ENDS: usize = 256 << 10;

/// What a file is, if it is surely no text.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    // Some programs write a byte order mark or an empty line first.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let begun = bytes.trim_ascii_start();
    let known = |what, remedy| Some(Foreign { what, remedy });
    if begun.starts_with(b"PK\x03\x04") || begun.starts_with(b"PK\x05\x06") {
        let inside = ZIPPED.iter().find(|(name, ..)| stands_in(bytes, name));
        return inside.map_or(known("a ZIP archive", ZIP), |(_, what, remedy)| known(what, *remedy));
    }
    if begun.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let inside = STREAMS.iter().find(|(name, ..)| stands_in(bytes, &wide(name)));
        return inside.map_or(known("a file of an older Office program", WORD_PROCESSOR), |(_, what, remedy)| {
            known(what, *remedy)
        });
    }
    let head = &begun[..begun.len().min(4096)];
    if (head.starts_with(b"From: <Saved by") || head.starts_with(b"MIME-Version:"))
        && find(head, b"multipart/related").is_some()
    {
        return known("a web archive (MHTML)", WEB);
    }
    let fits = |from: &[u8], offset: usize, magic: &[u8]| from.get(offset..).is_some_and(|at| at.starts_with(magic));
    let signature = SIGNATURES.iter().find(|(offset, magic, ..)| {
        fits(bytes, *offset, magic) || (*offset == 0 && magic.is_ascii() && fits(begun, 0, magic))
    });
    signature.and_then(|(_, _, what, remedy)| known(what, *remedy))
}

fn stands_in(bytes: &[u8], name: &[u8]) -> bool {
    let last = &bytes[bytes.len().saturating_sub(ENDS)..];
    find(&bytes[..bytes.len().min(ENDS)], name).is_some() || find(last, name).is_some()
}

fn find(bytes: &[u8], name: &[u8]) -> Option<usize> {
    bytes.windows(name.len()).position(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_is_in_them() {
        let word: Vec<u8> =
            [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), b"..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0".to_vec()].concat();
        let cases: [(&[u8], &str); 16] = [
            (b"%PDF-1.7\n1 0 obj", "a PDF"),
            (b"\n%PDF-1.3", "a PDF"),
            (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "a Word document (.docx)"),
            (b"PK\x03\x04....xl/workbook.xml", "an Excel workbook (.xlsx)"),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.textPK", "an OpenDocument text (.odt)"),
            (b"PK\x03\x04....mimetypeapplication/epub+zipPK", "an e-book (EPUB)"),
            (b"PK\x03\x04....Index/Document.iwa", "a document of Pages, Numbers or Keynote"),
            (b"PK\x03\x04....essay.txt", "a ZIP archive"),
            (&word, "a Word document (.doc)"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "a file of an older Office program"),
            (b"{\\rtf1\\ansi Athens}", "a rich text file (RTF)"),
            (b"\x1F\x8B\x08\0", "a compressed file (gzip)"),
            (b"\x89PNG\r\n\x1a\n....", "an image (PNG)"),
            (b"RIFF....WEBPVP8 ", "an image (WebP)"),
            (b"From: <Saved by Blink>\nContent-Type: multipart/related;", "a web archive (MHTML)"),
            (b"version https://git-lfs.github.com/spec/v1\noid", "a pointer of Git LFS"),
        ];
        for (bytes, what) in cases {
            assert_eq!(foreign(bytes).map(|found| found.what), Some(what), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_text_is_none_of_them() {
        let texts = [
            "",
            "PK is a country code",
            "BM and GIF are short",
            "a %PDF-1.7 inside",
            "\u{feff}Athens",
            "MIME-Version: 1.0",
        ];
        for text in texts {
            assert_eq!(foreign(text.as_bytes()), None, "{text}");
        }
    }
}
