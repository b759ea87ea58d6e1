//! Bytes in: the only room that opens data files. What it gives out is text with a name, within limits.

mod again;
mod builtin;
mod charset;
mod decode;
mod discover;
mod foreign;
mod format;
mod load;
mod portable;
mod reach;
#[cfg(test)]
mod tests;
mod walk;

use std::path::{Path, PathBuf};

pub use again::{holds, unchanged};
pub use builtin::{BARE, EXAMPLE, Files as BuiltinFiles};
pub use discover::{CONFIG, LOCK, discover};
pub use format::TextFormat;
pub use portable::{folded, is_inside, is_reserved};
pub use reach::{LONGEST_NAME, Named, Reach, Stray};
pub use walk::{left_over, names_in};

use crate::diag::{Diagnostic, Files, Sink, SourceId, Span};
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

/// A file that was read.
#[derive(Debug)]
pub struct Source {
    /// Its number: its place among the sources.
    pub id: SourceId,
    /// Its name below the corpus folder, with `/` between folders.
    pub name: String,
    /// Its text, without the byte order mark; what was not UTF-8 is replaced. Empty if it was too large, or not followed.
    pub text: String,
    /// Where it stands, links followed; none if it is no file.
    place: Option<PathBuf>,
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
}

impl Sources {
    /// Reads a corpus folder: `parallax.toml` and `layout.lock`, then what is in `actors/`, then what is in `relations/` (TOML, JSON,
    /// CSV, TSV), each sorted by name, so that the order is the same on every platform. Hidden files and READMEs are
    /// none of a corpus.
    ///
    /// A missing folder, a link that leads out of the corpus or nowhere, a file that is not UTF-8, empty or too large is
    /// a finding; a file that cannot be read at all is an error of the machine.
    pub fn open(root: &Path, limits: &Limits, sink: &mut Sink) -> Result<Self, Error> {
        let mut sources = Self::default();
        for (name, place) in walk::corpus(root, limits, sink)? {
            match place {
                Ok(place) if sources.load(&place, &name, limits, sink)?.is_none() => {
                    return Err(Error::Read { path: place, source: std::io::ErrorKind::NotFound.into() });
                }
                Ok(_) => {}
                Err(stray) => sources.refuse(&name, &stray, sink),
            }
        }
        Ok(sources)
    }

    /// A link that is not followed: an empty file stands for what it leads to.
    fn refuse(&mut self, name: &str, stray: &Stray, sink: &mut Sink) {
        let id = self.add(name, "");
        let finding = Diagnostic::error("bad-link", format!("the link `{name}` {stray}"));
        sink.push(finding.at(Span::new(id, 0..0), "not followed").help(
            "put what it leads to into the folder of the corpus, or delete it: a corpus is read from its own folder alone",
        ));
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
        let id = self.take(bytes, name, limit, decode::decode, sink);
        self.stands(id, path.canonicalize().ok());
        Ok(Some(id))
    }

    /// Reads a source text, which the corpus names at some place; none if there is no such file.
    ///
    /// A text may be in another encoding if it says so itself. One that is not what it says, or no text at all (a Word document, a PDF), is an
    /// error among the findings, and none of it is to be taken for the text.
    pub fn load_text(
        &mut self,
        path: &Path,
        name: &str,
        named: Span,
        limits: &Limits,
        sink: &mut Sink,
    ) -> Result<Option<SourceId>, Error> {
        let limit = load::limit(name, self.bytes, limits);
        let Some(bytes) = load::file(path, limit)? else {
            return Ok(None);
        };
        if let load::Bytes::All(bytes) = &bytes
            && let Some(foreign) = foreign::foreign(bytes)
        {
            self.bytes += bytes.len() as u64;
            let fact = format!("`{name}` is {}, and no text that can be read here", foreign.what);
            sink.push(Diagnostic::error("not-a-text", fact).at(named, "named here").help(foreign.help));
            return Ok(Some(self.add(name, "")));
        }
        let id = self.take(bytes, name, limit, decode::decode_text, sink);
        self.stands(id, path.canonicalize().ok());
        Ok(Some(id))
    }

    /// Reads the standard input as a file called `(stdin)`.
    pub fn load_stdin(&mut self, limits: &Limits, sink: &mut Sink) -> Result<SourceId, Error> {
        let name = "(stdin)";
        let limit = load::limit(name, self.bytes, limits);
        let bytes = load::bounded(&mut std::io::stdin().lock(), Path::new(name), limit, 0)?;
        let id = self.take(bytes, name, limit, decode::decode, sink);
        // It may be a file, and then is one that was read.
        self.stands(id, cfg!(unix).then(|| PathBuf::from("/dev/stdin")));
        Ok(id)
    }

    fn stands(&mut self, id: SourceId, place: Option<PathBuf>) {
        if let Some(source) = self.all.get_mut(usize::from(id.0)) {
            source.place = place;
        }
    }

    /// A text that is in memory already. Numbers end at 65,535: what is added later is dropped.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        self.put(name.into(), text.into())
    }

    fn take(
        &mut self,
        bytes: load::Bytes,
        name: &str,
        limit: load::Limit,
        decode: fn(Vec<u8>, decode::File<'_>, &mut Sink) -> String,
        sink: &mut Sink,
    ) -> SourceId {
        let id = self.next_id();
        let decoded = match bytes {
            load::Bytes::All(bytes) => {
                self.bytes += bytes.len() as u64;
                decode(bytes, decode::File { id, name }, sink)
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
            self.all.push(Source { id, name, text, place: None });
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

    /// The file that a path leads to, by whatever name, if it is one of these.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&Source> {
        let path = path.canonicalize().ok()?;
        self.all.iter().find(|source| source.place.as_ref().is_some_and(|place| reach::are_one(&path, place)))
    }

    /// All files, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Source> {
        self.all.iter()
    }
}

/// The paths of the files that [`Sources::open`] reads, in the same order, without reading them.
pub fn corpus_files(root: &Path) -> Result<Vec<PathBuf>, Error> {
    let found = walk::corpus(root, &Limits::default(), &mut Sink::default())?;
    Ok(found.into_iter().filter_map(|(_, found)| found.ok()).collect())
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
}
