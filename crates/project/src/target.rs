//! Where files are written: what may be written is asked before the writing, and what may not be is said with what to do.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use parallax_core::diag::{Diagnostic, Sink};
use parallax_core::source::{Named, Stray};

use crate::{Error, Project};

/// Characters of a path that are told.
const LONGEST: usize = 200;

/// A file and what is written into it.
pub type Written = (PathBuf, Vec<u8>);

/// Whether a file may be written: one that a person names may be any but one that was read.
///
/// # Errors
///
/// If it may not, with what to do.
pub fn may_write(output: &Path, named: Named<'_>, loaded: &Project) -> Result<(), Error> {
    loaded.reach.write(output, named, &loaded.sources).map_err(|stray| refused(output, &stray))
}

/// Of several files those that may be written; the others are findings.
///
/// # Errors
///
/// If one of them was read: that is trouble with all of them.
pub fn allowed(
    files: Vec<Written>,
    named: Named<'_>,
    loaded: &Project,
    findings: &mut Sink,
) -> Result<Vec<Written>, Error> {
    let mut allowed = Vec::new();
    for (path, bytes) in files {
        match loaded.reach.write(&path, named, &loaded.sources) {
            Ok(()) => allowed.push((path, bytes)),
            Err(stray @ Stray::Input(_)) => return Err(refused(&path, &stray)),
            Err(stray) => findings.push(finding(&path, &stray)),
        }
    }
    Ok(allowed)
}

/// What is wrong with a place that the program would write to.
pub(crate) fn finding(path: &Path, stray: &Stray) -> Diagnostic {
    let (code, help) = match stray {
        Stray::TooLong => ("bad-path", "choose a shorter id, or a folder with a shorter path: -o DIR"),
        _ => ("bad-link", "delete the link, or say where to write: -o PATH"),
    };
    Diagnostic::error(code, format!("not written: {} {stray}", shown(path))).help(help)
}

/// A path as it is told: of a very long one the end, so that a terminal is not filled by it.
fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    let skipped = path.chars().count().saturating_sub(LONGEST);
    if skipped == 0 { path } else { format!("...{}", path.chars().skip(skipped).collect::<String>()) }
}

/// The pages of a picture, each with its file: `slide.svg`, `slide-2.svg`, ...
#[must_use]
pub fn numbered(picture: &Path, pages: Vec<Vec<u8>>) -> Vec<Written> {
    pages.into_iter().zip(1..).map(|(bytes, number)| (of_page(picture, number), bytes)).collect()
}

fn of_page(picture: &Path, number: usize) -> PathBuf {
    if number == 1 {
        return picture.to_owned();
    }
    let stem = picture.file_stem().unwrap_or_default().to_string_lossy();
    let ending = picture.extension().map_or(String::new(), |ending| format!(".{}", ending.to_string_lossy()));
    picture.with_file_name(format!("{stem}-{number}{ending}"))
}

/// How the first bytes of a page tell that it is one of this program: its description by a digest, its two texts.
const MARKS: [&[&str]; 2] = [
    &["<svg ", " aria-labelledby=\"title-", " aria-describedby=\"desc-", "<title id=\"title-"],
    &["PNG\r\n", "iTXtTitle\0", "iTXtDescription\0"],
];
/// Bytes of a file that are looked at for them.
const HEAD: u64 = 1 << 16;

/// The second page of a picture and those behind it, which nobody names, may replace pages of an earlier run, and nothing else.
///
/// # Errors
///
/// If something else stands where one of them would go.
pub fn pages_are_free(pages: &[Written]) -> Result<(), Error> {
    match pages.iter().skip(1).find(|(page, _)| !is_free(page)) {
        None => Ok(()),
        Some((page, _)) => Err(Error::Refused(format!(
            "{} is there, and no page of an earlier run: it stays as it is; name another file, or write PDF, which has all pages in one",
            page.display()
        ))),
    }
}

/// Whether a page can be written there: nothing is, or a page. What is no file is not replaced anyway.
fn is_free(page: &Path) -> bool {
    if !page.is_file() {
        return true;
    }
    let mut head = Vec::new();
    let read = File::open(page).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let head = String::from_utf8_lossy(&head);
    read.is_ok() && MARKS.iter().any(|marks| marks.iter().all(|mark| head.contains(mark)))
}

fn refused(path: &Path, stray: &Stray) -> Error {
    let help = match stray {
        Stray::Input(_) => "it stays as it is: name another file with -o",
        Stray::TooLong => "name a shorter one with -o",
        Stray::Outside(_) | Stray::Nowhere => "delete the link, or name the file with -o",
    };
    Error::Refused(format!("{} {stray}; {help}", path.display()))
}
