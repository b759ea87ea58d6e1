//! A file read once more, byte for byte, for those who mean to change it.

use std::io::ErrorKind;
use std::path::Path;

use super::{Limits, Source, load};
use crate::error::Error;

/// The mark that some programs put before UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Whether a file holds just these bytes; one that cannot be read does not.
#[must_use]
pub fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same = std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() == bytes.len() as u64);
    let limit = load::limit("", 0, &Limits::default());
    same && matches!(load::file(path, limit), Ok(Some(load::Bytes::All(there))) if there == bytes)
}

/// What stands in a file before its text (a byte order mark, or nothing), if its text is still what was read and all of it was.
///
/// Whoever writes the file anew would else lose what someone has written in between, or bytes that are no UTF-8.
///
/// # Errors
///
/// If the file cannot be read, or is no longer what was read.
pub fn unchanged(source: &Source, path: &Path) -> Result<&'static [u8], Error> {
    let limit = load::limit(&source.name, 0, &Limits::default());
    let bytes = match load::file(path, limit)? {
        Some(load::Bytes::All(bytes)) => bytes,
        Some(load::Bytes::TooMany) => Vec::new(),
        None => return Err(Error::Read { path: path.to_owned(), source: ErrorKind::NotFound.into() }),
    };
    let locked = std::fs::metadata(path).is_ok_and(|about| about.permissions().readonly());
    let mark = if bytes.starts_with(MARK) { MARK } else { &[] };
    let refused = |why: &str| Err(Error::Refused(format!("{} {why}", path.display())));
    match bytes.strip_prefix(mark).unwrap_or(&bytes) {
        _ if locked => refused("is read-only, and stays so"),
        text if text == source.text.as_bytes() => Ok(mark),
        text if std::str::from_utf8(text).is_err() => refused("is not UTF-8 throughout: save it as UTF-8 first"),
        _ => refused("is no longer what was read: run the command again"),
    }
}
