//! Files that stand in a corpus folder and are not read: they are named with what to do, so that nothing is skipped in silence.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::data::{FOLDERS, is_data};
use super::{CONFIG, LOCK, folder};
use crate::diag::{Diagnostic, Sink, nearest};
use crate::error::Error;

/// So many files of one kind are named each for itself; more stand in one finding.
const EACH: usize = 3;
/// So many names one finding has.
const NAMED: usize = 8;
/// How much of a file outside the folders is looked at to see whether it is data, in bytes.
const GLANCE: u64 = 64 << 10;

/// Endings that are not read, by what a person does about them.
const ENDINGS: &[(&[&str], &str)] = &[
    (&["tab"], "a table with tabs is read as .tsv: rename it"),
    (&["xlsx", "xls", "ods", "numbers", "xlsm"], "save the sheet as CSV (UTF-8): spreadsheets are not read"),
    (&["yaml", "yml"], "YAML is not read: write it as TOML or JSON"),
    (&["jsonl", "ndjson", "json5", "jsonc"], "write it as one JSON file that ends in .json"),
    (
        &["txt", "md", "markdown", "html", "htm", "docx", "doc", "odt", "rtf", "pdf"],
        "a text belongs into the folder of sources; a table is read if it ends in .csv or .tsv",
    ),
];
const OTHER: &str = "what is read ends in .toml, .json, .csv or .tsv: rename it, or move it out of here";
/// The help for what is data and stands in no folder that is read.
const MOVE: &str = "move it into `actors/` or `relations/`: data is read there only";
const SPECIAL: &str = "it is a pipe or a device: only files are read";
pub(super) const DEEP: &str = "folders are read 16 deep: move it further up";

/// What stands at the head of records and tables of data.
const DATA_HEADS: [&str; 9] = [
    "[[actor]]",
    "[[type]]",
    "[[facet]]",
    "[[issue]]",
    "[author]",
    "[[work]]",
    "[[frame]]",
    "[[relation]]",
    "[[position]]",
];

/// What is not read, by what to do about it.
#[derive(Debug, Default)]
pub(super) struct Strays(BTreeMap<&'static str, Vec<String>>);

impl Strays {
    /// Takes in a file of a folder that is read, unless nobody means it to be read.
    pub(super) fn note(&mut self, name: &str, special: bool) {
        let file = name.rsplit('/').next().unwrap_or(name);
        if special {
            self.add(SPECIAL, name);
        } else if !is_noise(file) {
            self.add(remedy(file), name);
        }
    }

    pub(super) fn add(&mut self, help: &'static str, name: &str) {
        self.0.entry(help).or_default().push(name.to_owned());
    }

    /// Looks at the folder of the corpus itself: data that stands beside the folders, and names that are nearly right, but for
    /// those of folders that are missing.
    pub(super) fn beside(&mut self, root: &Path, missing: &[&str]) {
        for name in names(root).unwrap_or_default() {
            let path = root.join(&name);
            if name.starts_with('.') || FOLDERS.contains(&&*name) || [CONFIG, LOCK].contains(&&*name) {
                continue;
            }
            if path.is_dir() {
                let meant = meant_for_folder(&name).filter(|folder| !missing.contains(folder));
                if meant.is_some() && names(&path).is_ok_and(|inner| inner.iter().any(|file| is_data(file))) {
                    self.add("the folders that are read are called `actors` and `relations`: rename it", &name);
                }
            } else if is_nearly_config(&name) && !(path.is_file() && same_file(&path, &root.join(CONFIG))) {
                self.add("the file of the corpus is called `parallax.toml`: rename it", &name);
            } else if is_data(&name) && path.is_file() && looks_like_data(&path, &name) {
                self.add(MOVE, &name);
            }
        }
    }

    /// Reports them: each for itself, or many of one kind together.
    pub(super) fn report(self, sink: &mut Sink) {
        for (help, mut names) in self.0 {
            names.sort_unstable();
            if names.len() <= EACH {
                for name in names {
                    sink.push(Diagnostic::warning("unread-file", format!("`{name}` is not read")).help(help));
                }
                continue;
            }
            let shown = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let rest = names.len().saturating_sub(NAMED);
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            let fact = format!("{} files are not read: {shown}{more}", names.len());
            sink.push(Diagnostic::warning("unread-file", fact).help(help));
        }
    }
}

/// The folder that is read whose name a folder was probably meant to have.
pub(super) fn meant_for_folder(name: &str) -> Option<&'static str> {
    nearest(name, FOLDERS)
}

/// The names in a folder, sorted.
pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    let names = folder::names(path)?;
    Ok(names.into_iter().map(|name| name.to_string_lossy().into_owned()).collect())
}

/// The file of a folder that was probably meant to be its `parallax.toml`.
#[must_use]
pub fn nearly(folder: &Path) -> Option<String> {
    names(folder).ok()?.into_iter().find(|name| is_nearly_config(name) && folder.join(name).is_file())
}

/// Whether a name comes near that of the file of a corpus.
fn is_nearly_config(name: &str) -> bool {
    let lower = name.to_lowercase();
    let other = ["parallax.toml.txt", "parallax.json", "parallax.yml", "parallax.txt", "parallax.ini"];
    !is_noise(name) && (other.contains(&&*lower) || nearest(&lower, [CONFIG]).is_some())
}

/// Where letter case tells no two files apart, one file has both names.
fn same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// Whether a file is a back-up, a lock or a note of another program or of a person, which nobody means to be read.
fn is_noise(file: &str) -> bool {
    const ENDS: [&str; 9] = ["~", ".bak", ".orig", ".rej", ".swp", ".swo", ".tmp", ".part", ".old"];
    const NAMES: [&str; 2] = ["thumbs.db", "desktop.ini"];
    const STEMS: [&str; 4] = ["readme", "license", "licence", "notice"];
    let lower = file.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default();
    lower.starts_with(['.', '#'])
        || lower.starts_with("~$")
        || ENDS.iter().any(|end| lower.ends_with(end))
        || NAMES.contains(&&*lower)
        || STEMS.contains(&stem)
}

fn remedy(file: &str) -> &'static str {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    ENDINGS.iter().find(|(endings, _)| endings.contains(&&*ending)).map_or(OTHER, |(_, help)| help)
}

/// Whether a file beside the folders looks as data does: records of TOML, a list of them in JSON, a table with `from` and `to`.
pub(super) fn looks_like_data(path: &Path, name: &str) -> bool {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(GLANCE).read_to_end(&mut bytes));
    let text = String::from_utf8_lossy(&bytes);
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let has = |key: &str| text.contains(&format!("\"{key}\""));
    read.is_ok()
        && if ending == "toml" {
            text.lines().any(|line| DATA_HEADS.iter().any(|head| line.trim_start().starts_with(head)))
        } else if ending == "json" {
            has("from") && has("to") && has("type") || has("actor") && has("kind")
        } else {
            let head: Vec<&str> = text.lines().next().unwrap_or_default().split([',', ';', '\t']).collect();
            let has = |column: &str| head.iter().any(|cell| cell.trim().trim_matches('"') == column);
            has("from") && has("to")
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::{FieldType, data_keys};

    #[test]
    fn backups_and_notes_are_no_data_and_other_files_are_named() {
        let noise =
            [".DS_Store", "Thumbs.db", "x.toml~", ".#x", "#x#", "x.toml.bak", "README.md", "LICENSE", "~$a.xlsx"];
        assert!(noise.iter().all(|name| is_noise(name)));
        let named = ["a.tab", "a.txt", "a.yaml", "a.xlsx", "notes.md", "toml", "a"];
        assert!(!named.iter().any(|name| is_noise(name)));
        assert!(remedy("A.XLSX").contains("CSV") && remedy("a.yml").contains("YAML") && remedy("a") == OTHER);
    }

    #[test]
    fn nearly_right_names_are_known() {
        assert!(
            ["Parallax.toml", "paralax.toml", "parallax.toml.txt", "parallax.yaml"].iter().all(|n| is_nearly_config(n))
        );
        assert!(!["Cargo.toml", "parallax.svg", "parallax.toml.bak", "parallax"].iter().any(|n| is_nearly_config(n)));
        assert_eq!(meant_for_folder("Relation"), Some("relations"));
        assert_eq!(meant_for_folder("sources"), None);
    }

    #[test]
    fn every_key_of_data_has_its_head() {
        for key in data_keys() {
            let head = if matches!(key.shape, FieldType::Tables(_)) {
                format!("[[{}]]", key.name)
            } else {
                format!("[{}]", key.name)
            };
            assert!(DATA_HEADS.contains(&&*head), "{head}");
        }
    }
}
