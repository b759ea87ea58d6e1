//! Bytes in: the only room that opens data files. What it gives out is text with a name, within limits.

mod again;
mod builtin;
mod decode;
mod discover;
mod load;
mod magic;
#[cfg(test)]
mod tests;
mod walk;

use std::path::Path;

pub use again::unchanged;
pub use builtin::{BARE, EXAMPLE, Files as BuiltinFiles};
pub use discover::{CONFIG, LOCK, discover};

use crate::diag::{Files, Manner, Sink, SourceId, Span};
use crate::error::Error;

/// How much is read at most, so that a wrong folder does not fill the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file. Default: 256 MiB.
    pub file: u64,
    /// Bytes of one TOML or JSON file, which becomes a tree many times its size. Default: 16 MiB, some 50,000 relations.
    pub tree: u64,
    /// Bytes of all files. Default: 1 GiB.
    pub total: u64,
    /// Number of files, at most 60,000. Default: 10,000.
    pub files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 256 << 20, tree: 16 << 20, total: 1 << 30, files: 10_000 }
    }
}

/// What the standard input is called.
const STDIN: &str = "(stdin)";

/// A file that was read.
#[derive(Debug)]
pub struct Source {
    /// Its number: its place among the sources.
    pub id: SourceId,
    /// Its name below the corpus folder, with `/` between folders.
    pub name: String,
    /// Its text, without the byte order mark; what was not UTF-8 is replaced. Empty if it was too large.
    pub text: String,
}

impl Source {
    /// A span in this file.
    #[must_use]
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.id, range)
    }

    /// The first line, which stands for the whole file.
    #[must_use]
    pub fn head(&self) -> Span {
        self.span(0..self.text.lines().next().unwrap_or_default().len())
    }
}

/// All files that were read, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Sources {
    all: Vec<Source>,
    /// Bytes read so far.
    bytes: u64,
    /// The tables that were named on the command line.
    apart: Vec<SourceId>,
}

impl Sources {
    /// Reads a corpus folder: `parallax.toml` and `layout.lock`, then what is in `actors/`, then what is in `relations/` (TOML, JSON,
    /// CSV, TSV), each sorted by name, so that the order is the same on every platform. Hidden files and READMEs are
    /// none of a corpus.
    ///
    /// A missing folder, a file that is not UTF-8, empty or too large is a finding; a file that cannot be read at all
    /// is an error of the machine.
    pub fn open(root: &Path, limits: &Limits, sink: &mut Sink) -> Result<Self, Error> {
        let mut sources = Self::default();
        for (path, name) in walk::corpus(root, limits, sink)? {
            if sources.load(&path, &name, limits, sink)?.is_none() {
                // A link that leads nowhere.
                return Err(Error::Read { path, source: std::io::ErrorKind::NotFound.into() });
            }
        }
        Ok(sources)
    }

    /// Reads one file more: the text of a work, or a table given on the command line. None if there is no such file.
    pub fn load(
        &mut self,
        path: &Path,
        name: &str,
        limits: &Limits,
        sink: &mut Sink,
    ) -> Result<Option<SourceId>, Error> {
        let limit = load::limit(name, self.bytes, limits);
        let Some(bytes) = load::file(path, limit)? else {
            return Ok(None);
        };
        Ok(Some(self.take(bytes, name, limit, sink)))
    }

    /// Reads the standard input as a file called `(stdin)`.
    pub fn load_stdin(&mut self, limits: &Limits, sink: &mut Sink) -> Result<SourceId, Error> {
        let name = STDIN;
        let limit = load::limit(name, self.bytes, limits);
        let bytes = load::bounded(&mut std::io::stdin().lock(), Path::new(name), limit, 0)?;
        Ok(self.take(bytes, name, limit, sink))
    }

    /// A text that is in memory already. Numbers end at 65,535: what is added later is dropped.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        self.put(name.into(), text.into())
    }

    /// Says that a file is a table that was named on the command line.
    pub fn set_apart(&mut self, id: SourceId) {
        self.apart.push(id);
    }

    fn take(&mut self, bytes: load::Bytes, name: &str, limit: load::Limit, sink: &mut Sink) -> SourceId {
        let id = self.next_id();
        let decoded = match bytes {
            load::Bytes::All(bytes) => {
                self.bytes += bytes.len() as u64;
                let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
                let is_table = name == STDIN || matches!(ending.as_str(), "csv" | "tsv");
                decode::decode(bytes, id, is_table, sink)
            }
            load::Bytes::TooMany => {
                sink.push(load::too_large(id, limit));
                String::new()
            }
        };
        self.put(name.to_owned(), decoded)
    }

    fn put(&mut self, name: String, text: String) -> SourceId {
        let id = self.next_id();
        if u16::try_from(self.all.len()).is_ok() {
            self.all.push(Source { id, name, text });
        }
        id
    }

    fn next_id(&self) -> SourceId {
        SourceId(u16::try_from(self.all.len()).unwrap_or(u16::MAX))
    }

    /// A file by its number.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.all.get(usize::from(id.0))
    }

    /// A file by its name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Source> {
        self.all.iter().find(|source| source.name == name)
    }

    /// Whether a path leads to one of the files, by whatever name, where `root` is the folder that they were read from.
    #[must_use]
    pub fn holds(&self, root: &Path, path: &Path) -> bool {
        let Ok(path) = path.canonicalize() else { return false };
        self.all.iter().any(|source| root.join(&source.name).canonicalize().is_ok_and(|known| known == path))
    }

    /// All files, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Source> {
        self.all.iter()
    }
}

impl<'s> IntoIterator for &'s Sources {
    type Item = &'s Source;
    type IntoIter = std::slice::Iter<'s, Source>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Files for Sources {
    fn name(&self, id: SourceId) -> &str {
        self.get(id).map_or("?", |source| &source.name)
    }

    fn text(&self, id: SourceId) -> &str {
        self.get(id).map_or("", |source| &source.text)
    }

    fn manner(&self, id: SourceId) -> Manner {
        if self.apart.contains(&id) { Manner::Apart } else { Manner::of(Files::name(self, id)) }
    }
}
