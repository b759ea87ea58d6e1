//! What stands beside a file of a change, removed once it is done or undone; what is nowhere else is kept where it is seen.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::digest;
use super::exchange::move_new;
use super::step::Step;

/// What was moved from beside a file to where it is seen.
pub(super) struct Found {
    /// The file.
    pub(super) of: PathBuf,
    /// Where it is now.
    pub(super) kept: PathBuf,
    /// Whether it is the file's own from before the change, and not what another program has saved.
    pub(super) is_old: bool,
}

impl Found {
    /// What is told of it, behind what was done.
    pub(super) fn told(&self) -> String {
        let (of, kept) = (self.of.display(), self.kept.display());
        if self.is_old {
            format!("; what was in {of} before is kept as {kept}")
        } else {
            format!("; what another program saved of {of} at the same moment is kept as {kept}")
        }
    }
}

impl Step {
    /// Removes what stands beside the file. What is nowhere else is moved to where it is seen, and named; the old bytes as well,
    /// unless it is settled that they are no longer wanted.
    pub(super) fn clear(&self, is_settled: bool) -> io::Result<Vec<Found>> {
        let mut found = Vec::new();
        let now = digest::of_file(&self.target)?;
        let is_settled = is_settled || now == self.was || now.as_ref() == Some(&self.is);
        for path in [&self.new, &self.kept] {
            let beside = digest::of_file(path)?;
            let is_old = beside == self.was;
            if beside.is_none() || beside.as_ref() == Some(&self.is) || (is_old && is_settled) {
                remove(path)?;
            } else {
                found.push(self.show(path, is_old)?);
            }
        }
        Ok(found)
    }

    /// Removes what stands beside the file, while nothing but this run's own can stand there.
    pub(super) fn discard(&self) -> io::Result<()> {
        remove(&self.new)?;
        remove(&self.kept)
    }

    /// Moves what stands beside the file to where it is seen.
    fn show(&self, beside: &Path, is_old: bool) -> io::Result<Found> {
        let ending = if is_old { "old" } else { "saved" };
        let name = |number: u8| match number {
            0 => self.target.with_added_extension(ending),
            number => self.target.with_added_extension(format!("{number}.{ending}")),
        };
        let free = (0..=u8::MAX).map(name).find(|path| fs::symlink_metadata(path).is_err());
        let kept = free.ok_or(io::ErrorKind::AlreadyExists)?;
        move_new(beside, &kept)?;
        let kept = self.path.with_file_name(kept.file_name().unwrap_or_default());
        Ok(Found { of: self.path.clone(), kept, is_old })
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
