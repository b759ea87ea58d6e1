//! Which folder is the corpus.

use std::path::{Path, PathBuf};

/// The file that marks the folder of a corpus.
pub const CONFIG: &str = "parallax.toml";
/// The file beside it that says where actors stand for good, if there is one.
pub const LOCK: &str = "layout.lock";

/// The nearest folder, from `start` upwards, that holds a `parallax.toml`.
#[must_use]
pub fn discover(start: &Path) -> Option<PathBuf> {
    // A relative path has no parents beyond itself.
    let start = std::path::absolute(start).ok()?;
    start.ancestors().find(|folder| folder.join(CONFIG).is_file()).map(Path::to_path_buf)
}
