//! Which files belong to a corpus, in an order that no platform changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::stray::{self, DEEP, FOLDERS, Strays};
use super::{CONFIG, LOCK, Limits};
use crate::diag::{Diagnostic, Sink};
use crate::error::Error;

/// The endings of the files that are read.
const ENDINGS: [&str; 4] = ["toml", "json", "csv", "tsv"];
/// Files, at most, whatever the limits say: their numbers have 16 bits.
const MOST: usize = 60_000;
/// Folders within folders, at most.
const DEEPEST: usize = 16;

/// A file and its name below the corpus folder.
pub(super) type Named = (PathBuf, String);

/// The files of a corpus folder: its `parallax.toml` and `layout.lock`, then `actors/`, then `relations/`.
pub(super) fn corpus(root: &Path, limits: &Limits, sink: &mut Sink) -> Result<Vec<Named>, Error> {
    let mut found = Vec::new();
    for name in [CONFIG, LOCK] {
        let path = root.join(name);
        if path.is_file() {
            found.push((path, name.to_owned()));
        }
    }
    let most = limits.files.min(MOST);
    let mut walk = Walk { most: most + 1, ..Walk::default() };
    // A link to the corpus itself leads nowhere new.
    walk.seen.extend(root.canonicalize());
    let mut missing = Vec::new();
    for folder in FOLDERS {
        let path = root.join(folder);
        if !path.is_dir() {
            missing.push(folder);
            continue;
        }
        walk.folder(&path, folder, 0)?;
        walk.files.sort_by(|a, b| a.1.cmp(&b.1));
        found.append(&mut walk.files);
    }
    // A corpus that is one file has no folders.
    if !stray::looks_like_data(&root.join(CONFIG), CONFIG) {
        report_missing(root, &missing, sink);
    }
    walk.strays.beside(root, &missing);
    walk.strays.report(sink);
    if found.len() > most {
        found.truncate(most);
        let fact = format!("the corpus has more than {most} files; the rest was not read");
        sink.push(Diagnostic::error("too-many-files", fact).help("join small files: a file holds many records"));
    }
    Ok(found)
}

/// Says which folders are missing; without `actors/` a corpus may still do, if its tables declare their actors.
fn report_missing(root: &Path, missing: &[&str], sink: &mut Sink) {
    let finding = match missing {
        [] => return,
        [one] if let Some(other) = misnamed(root, one) => {
            Diagnostic::error("missing-folder", format!("the corpus has no folder `{one}`"))
                .help(format!("`{other}` is probably meant to be it: rename it"))
        }
        ["actors"] => Diagnostic::note("missing-folder", "the corpus has no folder `actors`")
            .help("declare who the relations are about in `actors/*.toml`, or let a table declare them"),
        [one] => Diagnostic::error("missing-folder", format!("the corpus has no folder `{one}`"))
            .help(format!("create `{one}/` with one TOML file for each author")),
        _ => Diagnostic::error("missing-folder", "this is no corpus: it has neither `actors` nor `relations`")
            .help("`parallax init` makes a corpus to start from; `-C FOLDER` names another folder"),
    };
    let folder = root.display().to_string().replace('\\', "/");
    sink.push(finding.help(format!("looked in `{folder}`")));
}

/// A folder that was probably meant to be this one.
fn misnamed(root: &Path, folder: &str) -> Option<String> {
    stray::names(root)
        .ok()?
        .into_iter()
        .find(|name| stray::meant_for_folder(name) == Some(folder) && root.join(name).is_dir())
}

#[derive(Default)]
struct Walk {
    files: Vec<Named>,
    strays: Strays,
    most: usize,
    /// Folders seen, by their true path: links can lead in circles.
    seen: BTreeSet<PathBuf>,
}

impl Walk {
    fn folder(&mut self, path: &Path, name: &str, depth: usize) -> Result<(), Error> {
        let failed = |source| Error::Read { path: path.to_owned(), source };
        if depth > DEEPEST {
            self.strays.add(DEEP, name);
            return Ok(());
        }
        if !self.seen.insert(path.canonicalize().map_err(failed)?) {
            return Ok(());
        }
        let mut inside = Vec::new();
        #[expect(clippy::disallowed_methods, reason = "this room looks into folders for all others")]
        for entry in fs::read_dir(path).map_err(failed)? {
            inside.push(entry.map_err(failed)?.file_name());
        }
        // Sorted here as well, so that links in circles are cut at the same place everywhere.
        inside.sort();
        for file in inside {
            let within = file.to_string_lossy();
            if within.starts_with('.') || self.files.len() >= self.most {
                continue;
            }
            let (path, name) = (path.join(&file), format!("{name}/{within}"));
            if path.is_dir() {
                self.folder(&path, &name, depth + 1)?;
            } else if is_data(&within) && !is_special(&path) {
                self.files.push((path, name));
            } else {
                self.strays.note(&name, is_data(&within));
            }
        }
        Ok(())
    }
}

/// Whether a file name is one of data.
pub(super) fn is_data(name: &str) -> bool {
    let name = Path::new(name);
    let ending = name.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let readme = name.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    !readme && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Whether a path is a pipe or a device, which could be read forever. A file that cannot be looked at is none: reading
/// it says why.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| !about.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_known_by_its_name() {
        let data = ["a.toml", "B.CSV", "x.y.json", "t.tsv"];
        assert!(data.iter().all(|name| is_data(name)));
        let other = ["README.toml", "readme.csv", "a.txt", "toml", "a.toml~"];
        assert!(!other.iter().any(|name| is_data(name)));
    }
}
