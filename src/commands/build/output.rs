//! The folder that pictures are written into: what may be written there, and what stands there from before.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use parallax_core::diag::{Diagnostic, Sink, counted};
use parallax_core::source::{Named, Stray, folded, left_over};
use parallax_project::Error;
use parallax_project::Project;
use parallax_project::outputs::extensions;

use crate::outputs::{self, Written};
use crate::terminal::Terminal;

/// How many files are named.
const NAMED: usize = 6;

/// The files that may be written: none if the folder itself leads elsewhere, and none over another. The others are findings.
pub(super) fn allowed(
    files: Vec<Written>,
    folder: &Path,
    is_named: bool,
    loaded: &Project,
    findings: &mut Sink,
) -> Result<Vec<Written>, Error> {
    let named = if is_named { Named::In(folder) } else { Named::ByProgram };
    match loaded.reach.write(folder, named, &loaded.sources) {
        Err(stray @ (Stray::Outside(_) | Stray::Nowhere)) if !files.is_empty() => {
            findings.push(outputs::finding(folder, &stray));
            return Ok(Vec::new());
        }
        _ => {}
    }
    outputs::allowed(apart(files, findings), named, loaded, findings)
}

/// Of files that are one where letter case does not count the first.
fn apart(files: Vec<Written>, findings: &mut Sink) -> Vec<Written> {
    let mut known: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut first = |path: &Path| {
        let Some(other) = known.insert(folded(&path.to_string_lossy()), path.to_owned()) else { return true };
        let fact = format!("not written: {} and {} are one file", path.display(), other.display());
        findings.push(Diagnostic::error("duplicate-id", fact).help("rename one of the views"));
        false
    };
    files.into_iter().filter(|(path, _)| first(path)).collect()
}

/// Names the files that no view writes any more. Nobody asked for their going, so they stay.
pub(super) fn tell_left_over(folder: &Path, written: &[Written]) {
    let written: BTreeSet<PathBuf> =
        written.iter().map(|(path, _)| path.clone()).chain([folder.join("quality.md")]).collect();
    let left = left_over(folder, &extensions(), &written);
    if !left.is_empty() {
        let shown = left.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if left.len() > NAMED { ", ..." } else { "" };
        let (count, are) = (counted(left.len(), "file"), if left.len() == 1 { "is" } else { "are" });
        let folder = folder.display();
        Terminal::say(&format!(
            "note: {count} in {folder} {are} of no view of parallax.toml, and left there: {shown}{more}"
        ));
    }
}
