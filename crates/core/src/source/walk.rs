//! Which files belong to a corpus, in an order that no platform changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::data::{FOLDERS, is_data};
use super::folder::{DEEPEST, names};
use super::stray::{self, DEEP, Strays};
use super::{CONFIG, LOCK, Limits, Reach, Stray};
use crate::diag::{Diagnostic, Sink};
use crate::error::Error;

/// Files, at most, whatever the limits say: their numbers have 16 bits.
const MOST: usize = 60_000;

/// The name of a file below the corpus folder, and where it stands; a link that is not followed says why.
pub(super) type Found = (String, Result<PathBuf, Stray>);

/// The files of a corpus folder: its `parallax.toml` and `layout.lock`, then `actors/`, then `relations/`.
pub(super) fn corpus(root: &Path, limits: &Limits, sink: &mut Sink) -> Result<Vec<Found>, Error> {
    let reach = Reach::of(Some(root), None);
    let mut found = Vec::new();
    for name in [CONFIG, LOCK] {
        let path = root.join(name);
        if path.is_symlink() {
            found.push((name.to_owned(), reach.read(&path)));
        } else if path.is_file() {
            found.push((name.to_owned(), Ok(path)));
        }
    }
    let most = limits.files.min(MOST);
    let mut walk =
        Walk { files: Vec::new(), strays: Strays::default(), most: most + 1, seen: BTreeSet::new(), reach: &reach };
    // A link to the corpus itself leads nowhere new.
    walk.seen.extend(root.canonicalize());
    let mut missing = Vec::new();
    for folder in FOLDERS {
        let path = root.join(folder);
        if path.is_symlink() {
            walk.link(&path, folder, 0)?;
        } else if path.is_dir() {
            walk.folder(&path, folder, 0)?;
        } else {
            missing.push(folder);
            continue;
        }
        walk.files.sort_by(|a, b| a.0.cmp(&b.0));
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

struct Walk<'r> {
    files: Vec<Found>,
    strays: Strays,
    most: usize,
    /// Folders seen, by their true path: links can lead in circles.
    seen: BTreeSet<PathBuf>,
    reach: &'r Reach,
}

impl Walk<'_> {
    fn folder(&mut self, path: &Path, name: &str, depth: usize) -> Result<(), Error> {
        let failed = |source| Error::Read { path: path.to_owned(), source };
        if depth > DEEPEST {
            self.strays.add(DEEP, name);
            return Ok(());
        }
        if !self.seen.insert(path.canonicalize().map_err(failed)?) {
            return Ok(());
        }
        // Sorted here as well, so that links in circles are cut at the same place everywhere.
        for file in names(path)? {
            let within = file.to_string_lossy();
            if within.starts_with('.') || self.files.len() >= self.most {
                continue;
            }
            let (path, name) = (path.join(&file), format!("{name}/{within}"));
            if path.is_symlink() {
                self.link(&path, &name, depth + 1)?;
            } else if path.is_dir() {
                self.folder(&path, &name, depth + 1)?;
            } else if is_data(&within) && !is_special(&path) {
                self.files.push((name, Ok(path)));
            } else {
                self.strays.note(&name, is_data(&within));
            }
        }
        Ok(())
    }

    /// Follows a link, if it stays within the corpus; one that leads to no data is none of it.
    fn link(&mut self, path: &Path, name: &str, depth: usize) -> Result<(), Error> {
        let data = is_data(name);
        match self.reach.read(path) {
            Ok(end) if end.is_dir() => self.folder(&end, name, depth)?,
            Ok(end) if data && !is_special(&end) => self.files.push((name.to_owned(), Ok(end))),
            Ok(_) => self.strays.note(name, data),
            Err(stray) if data || path.is_dir() => self.files.push((name.to_owned(), Err(stray))),
            Err(_) => {}
        }
        Ok(())
    }
}

/// Whether a path is a pipe or a device, which could be read forever. A file that cannot be looked at is none: reading
/// it says why.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| !about.is_file())
}
