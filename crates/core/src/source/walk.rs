//! Which files belong to a corpus, in an order that no platform changes.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::stray::{self, DEEP, FOLDERS, Strays};
use super::{CONFIG, LOCK, Limits, Reach, Stray};
use crate::diag::{Diagnostic, Sink};
use crate::error::Error;

/// The endings of the files that are read.
const ENDINGS: [&str; 4] = ["toml", "json", "csv", "tsv"];
/// Files, at most, whatever the limits say: their numbers have 16 bits.
const MOST: usize = 60_000;
/// Files of a folder of texts that are listed, at most.
const LISTED: usize = 5_000;
/// Folders within folders, at most.
const DEEPEST: usize = 16;

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
