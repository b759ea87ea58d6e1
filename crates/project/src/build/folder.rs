//! The folder that pictures are written into: what may be written there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use parallax_core::diag::{Diagnostic, Sink};
use parallax_core::source::{Named, Stray, folded};

use crate::target::{self, Written};
use crate::{Error, Project};

/// The files that may be written: none if the folder itself leads elsewhere, and none over another. The others are findings.
///
/// # Errors
///
/// If one of them was read.
pub fn allowed(
    files: Vec<Written>,
    folder: &Path,
    is_named: bool,
    loaded: &Project,
    findings: &mut Sink,
) -> Result<Vec<Written>, Error> {
    let named = if is_named { Named::In(folder) } else { Named::ByProgram };
    match loaded.reach.write(folder, named, &loaded.sources) {
        Err(stray @ (Stray::Outside(_) | Stray::Nowhere)) if !files.is_empty() => {
            findings.push(target::finding(folder, &stray));
            return Ok(Vec::new());
        }
        _ => {}
    }
    target::allowed(without_collisions(files, findings), named, loaded, findings)
}

/// Of files that are one where letter case does not count the first.
fn without_collisions(files: Vec<Written>, findings: &mut Sink) -> Vec<Written> {
    let mut known: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut first = |path: &Path| {
        let Some(other) = known.insert(folded(&path.to_string_lossy()), path.to_owned()) else { return true };
        let fact = format!("not written: {} and {} are one file", path.display(), other.display());
        findings.push(Diagnostic::error("duplicate-id", fact).help("rename one of the views"));
        false
    };
    files.into_iter().filter(|(path, _)| first(path)).collect()
}
