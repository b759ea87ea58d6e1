//! The names of what is in a folder, in an order that no platform changes.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Folders within folders, at most.
pub(super) const DEEPEST: usize = 16;
/// Files of a folder of texts that are listed, at most.
const LISTED: usize = 5_000;

/// The names in a folder, sorted.
pub(super) fn names(path: &Path) -> Result<Vec<OsString>, Error> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    #[expect(clippy::disallowed_methods, reason = "this room looks into folders for all others")]
    let inside = fs::read_dir(path).map_err(failed)?;
    let names = inside.map(|entry| entry.map(|entry| entry.file_name()).map_err(failed));
    let mut names: Vec<OsString> = names.collect::<Result<_, _>>()?;
    names.sort();
    Ok(names)
}

/// The names of the files in a folder of pictures that have one of some endings and are not among those written: they
/// were, when the corpus asked for other pictures. Hidden files and READMEs are none of them.
#[must_use]
pub fn left_over(folder: &Path, endings: &[&str], written: &BTreeSet<PathBuf>) -> Vec<String> {
    let is_picture = |name: &str| endings.iter().any(|ending| name.ends_with(&format!(".{ending}")));
    let is_readme = |name: &str| name.to_ascii_lowercase().starts_with("readme.");
    let is_left = |name: &String| {
        let path = folder.join(name);
        is_picture(name) && !name.starts_with('.') && !is_readme(name) && !written.contains(&path) && path.is_file()
    };
    let inside = names(folder).unwrap_or_default();
    inside.iter().map(|name| name.to_string_lossy().into_owned()).filter(is_left).collect()
}

/// The files of a folder and of the folders in it, by their names from there, sorted: of a folder of texts, to say what a name was meant to be. What
/// cannot be looked into is left out, and so is all beyond some thousands.
#[must_use]
pub(crate) fn names_in(root: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![(root.to_owned(), String::new(), 0)];
    while let Some((path, before, depth)) = folders.pop() {
        #[expect(clippy::disallowed_methods, reason = "this room looks into folders for all others")]
        let Ok(entries) = fs::read_dir(path) else { continue };
        for entry in entries.flatten() {
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && depth < DEEPEST {
                folders.push((entry.path(), name + "/", depth + 1));
            } else if !is_folder && names.len() < LISTED {
                names.push(name);
            }
        }
        if names.len() + folders.len() >= LISTED {
            break;
        }
    }
    names.sort();
    names
}
