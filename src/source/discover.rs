//! Which folder is the corpus.

use std::path::{Path, PathBuf};

/// The file that marks the folder of a corpus.
pub const CONFIG: &str = "parallax.toml";

/// The nearest folder, from `start` upwards, that holds a `parallax.toml`.
#[must_use]
pub fn discover(start: &Path) -> Option<PathBuf> {
    let folders = start.ancestors();
    folders.into_iter().find(|folder| folder.join(CONFIG).is_file()).map(Path::to_path_buf)
}
