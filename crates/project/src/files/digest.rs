//! What tells the contents of files apart.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::piece::Content;

/// The BLAKE3 hash of a file's bytes, in hexadecimal.
pub(super) type Digest = String;

/// The digest of a file; none if there is no file. A link is no file.
pub(super) fn of_file(path: &Path) -> io::Result<Option<Digest>> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_file() => {
            let mut hasher = blake3::Hasher::new();
            hasher.update_reader(File::open(path)?)?;
            Ok(Some(hasher.finalize().to_hex().to_string()))
        }
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The digest of bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> Digest {
    blake3::hash(bytes).to_hex().to_string()
}

/// The digest of what is to be written.
pub(super) fn of_content(content: &mut Content) -> io::Result<Digest> {
    let mut hasher = blake3::Hasher::new();
    content.copy_to(&mut hasher)?;
    Ok(hasher.finalize().to_hex().to_string())
}
