//! A file's bytes, never more than a limit.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::Limits;
use crate::diag::{Diagnostic, SourceId, Span};
use crate::error::Error;

/// What was read.
pub(super) enum Bytes {
    /// The whole file.
    All(Vec<u8>),
    /// The file is larger than the limit.
    TooMany,
}

/// How many bytes may be read, and of what that is the limit.
#[derive(Clone, Copy)]
pub(super) struct Limit {
    bytes: u64,
    of: &'static str,
    whole: u64,
}

/// The limit for the next file: that of its kind, or what is left of the total.
pub(super) fn limit(name: &str, read: u64, limits: &Limits) -> Limit {
    let lower = name.to_ascii_lowercase();
    let tree = [".toml", ".json"].iter().any(|ending| lower.ends_with(ending));
    let (bytes, of) =
        if tree { (limits.tree.min(limits.file), "one TOML or JSON file") } else { (limits.file, "one file") };
    let left = limits.total.saturating_sub(read);
    if left < bytes {
        Limit { bytes: left, of: "all files together", whole: limits.total }
    } else {
        Limit { bytes, of, whole: bytes }
    }
}

/// Reads a file; none if there is no such file.
pub(super) fn file(path: &Path, limit: Limit) -> Result<Option<Bytes>, Error> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let size = file.metadata().map_err(failed)?.len();
    bounded(&mut file, path, limit, size).map(Some)
}

/// Reads to the end or to one byte past the limit; `size` is how much is expected.
pub(super) fn bounded(from: &mut dyn Read, path: &Path, limit: Limit, size: u64) -> Result<Bytes, Error> {
    let mut bytes = Vec::new();
    let expected = usize::try_from(size.min(limit.bytes)).unwrap_or(0);
    let room = bytes.try_reserve(expected + 1);
    let read = room.map_err(std::io::Error::other).and_then(|()| from.take(limit.bytes + 1).read_to_end(&mut bytes));
    read.map_err(|source| Error::Read { path: path.to_owned(), source })?;
    if bytes.len() as u64 > limit.bytes {
        return Ok(Bytes::TooMany);
    }
    Ok(Bytes::All(bytes))
}

/// The finding on a file that was not read because of its size.
pub(super) fn too_large(id: SourceId, limit: Limit) -> Diagnostic {
    let allowed = readable(limit.whole);
    Diagnostic::error("file-too-large", format!("this file goes over the limit of {allowed} for {}", limit.of))
        .at(Span::new(id, 0..0), "not read")
        .help("split it, or leave out what is not needed; large tables are read fastest as CSV")
}

fn readable(bytes: u64) -> String {
    match bytes {
        b if b >= 1 << 30 && b % (1 << 30) == 0 => format!("{} GiB", b >> 30),
        b if b >= 1 << 20 => format!("{} MiB", b >> 20),
        b if b >= 1 << 10 => format!("{} KiB", b >> 10),
        b => format!("{b} bytes"),
    }
}
