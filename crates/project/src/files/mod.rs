//! Files written whole or not at all, several of them all or none, whatever happens meanwhile.
//!
//! What is new is written beside its place and brought to the disk. One journal names every such file before it is there, wherever
//! it is. Then each new file and the one in its place are exchanged, and what came out is compared with what had been read, so
//! that nothing is lost that somebody saved in between. If anything fails, all are exchanged back. Signals wait for
//! the end of it; what a kill leaves behind is undone by the next run, which finds the journal, or finished if somebody has gone on
//! from there. Only a journal that was written where it lies, by the same user, is heeded.

mod apply;
mod attributes;
mod birth;
mod clear;
mod digest;
mod exchange;
mod in_place;
mod interrupt;
mod journal;
mod lock;
mod piece;
mod place;
mod recover;
mod stand;
mod stdout;
mod step;
mod sync;
#[cfg(test)]
mod tests;
mod transaction;
mod trouble;

use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::Error;
use piece::{Content, Piece};
use place::Place;

pub use interrupt::heed_limits;
pub use recover::recover;
pub use stdout::stdout;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// Where.
    pub path: PathBuf,
    /// What is to stand in it.
    pub bytes: Vec<u8>,
    /// What must stand there until then.
    pub before: Before,
}

/// What must stand in the place of a file for it to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// Whatever it is, it is replaced.
    Anything,
    /// Nothing: no file is replaced.
    Nothing,
    /// A file of just these bytes, which were read.
    Bytes(Vec<u8>),
}

/// What is to be told of a write that went well: runs before it that had been interrupted, and were undone.
pub type Notes = Vec<String>;

/// Writes a file whole: whoever reads it finds the old bytes or the new, never half of them. Missing folders are made.
///
/// A link keeps its place, and the file that it points to is written. What is no file, such as a pipe or a device, and what
/// one of the program's own descriptors leads to, is written into and never replaced. A file keeps its permissions, its owner,
/// its extended attributes and its other names; one with several names is written in its place. A read-only file is refused.
///
/// # Errors
///
/// If it cannot be written, is read-only, or is no file that may be replaced.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<Notes, Error> {
    write_all(None, vec![Write { path: path.to_owned(), bytes: bytes.to_owned(), before: Before::Anything }])
}

/// The same for what is written piece by piece.
///
/// # Errors
///
/// As [`write_whole`].
pub fn write_whole_with(path: &Path, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<Notes, Error> {
    let failed = |source| Error::Write { path: path.to_owned(), source };
    match Place::of(path).map_err(failed)? {
        Place::Stream(stream) => stream.write(write).map_err(failed)?,
        Place::File(place) => {
            let mut spool = place.spool();
            let mut out = BufWriter::new(&mut spool);
            write(&mut out).and_then(|()| out.flush()).map_err(failed)?;
            drop(out);
            let piece = Piece { place, content: Content::Spool(spool), before: Before::Anything };
            return transaction::run(None, vec![piece]);
        }
    }
    Ok(Notes::new())
}

/// The same for several files: none appears before all are written, and trouble with one leaves all as they were.
///
/// # Errors
///
/// As [`write_whole`], of any of them.
pub fn write_all_whole(files: &[(PathBuf, Vec<u8>)]) -> Result<Notes, Error> {
    let write = |(path, bytes): &(PathBuf, Vec<u8>)| (path.clone(), Content::Bytes(bytes.clone()), Before::Anything);
    write_pieces(None, files.iter().map(write))
}

/// Writes files, all of them or none, if every one of them is what it must be until then. `home` is the corpus that they belong
/// to; without one it is looked for above each file.
///
/// # Errors
///
/// As [`write_whole`], or if a file is no longer what it must be until then.
pub fn write_all(home: Option<&Path>, files: Vec<Write>) -> Result<Notes, Error> {
    let write = |Write { path, bytes, before }| (path, Content::Bytes(bytes), before);
    write_pieces(home, files.into_iter().map(write))
}

fn write_pieces(home: Option<&Path>, files: impl Iterator<Item = (PathBuf, Content, Before)>) -> Result<Notes, Error> {
    let mut pieces = Vec::new();
    for (path, mut content, before) in files {
        let failed = |source| Error::Write { path: path.clone(), source };
        match Place::of(&path).map_err(failed)? {
            Place::Stream(stream) if before == Before::Anything => {
                stream.write(|out| content.copy_to(out)).map_err(failed)?;
            }
            Place::Stream(_) => {
                return Err(Error::Refused(format!("{} is no file that can be replaced", path.display())));
            }
            Place::File(place) => pieces.push(Piece { place, content, before }),
        }
    }
    transaction::run(home, pieces)
}
