//! Bytes in: the only room that opens data files. What it gives out is text with a name, within limits.

mod charset;
mod damage;
mod data;
mod decode;
mod discover;
mod folder;
mod foreign;
mod format;
mod load;
mod portable;
mod reach;
mod reread;
mod stray;
#[cfg(test)]
mod tests;
mod walk;

use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Files, Manner, Sink, SourceId, Span};
use crate::error::Error;

pub use discover::{CONFIG, LOCK, discover};
pub use folder::left_over;
pub(crate) use folder::names_in;
pub use format::TextFormat;
pub(crate) use portable::is_reserved;
pub use portable::{folded, is_inside};
pub(crate) use reach::LONGEST_NAME;
pub use reach::{Named, Reach, Stray};
pub use reread::{holds, unchanged};
pub use stray::nearly;

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

/// What a file is to a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `parallax.toml`, or the only file of a corpus: it may hold data as well.
    Config,
    /// The places of actors.
    Lock,
    /// Data.
    Data,
    /// A text, or a table from elsewhere: none of the corpus' own files.
    Other,
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
    /// Its text, without the byte order mark; what was not UTF-8 is replaced. Empty if it was too large, or not followed.
    pub text: String,
    /// Where it stands, links followed; none if it is no file.
    place: Option<PathBuf>,
    /// What it is to the corpus.
    pub part: Part,
    /// What the readers read, if it is not the text.
    settled: Option<String>,
}

impl Source {
    /// The text for those who take it apart: of the same length, with nothing in it that a merge left undecided.
    #[must_use]
    pub fn readable(&self) -> &str {
        self.settled.as_deref().unwrap_or(&self.text)
    }

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
    /// none of a corpus. A corpus can also be one file that says all of that.
    ///
    /// A missing folder, a link that leads out of the corpus or nowhere, a file that is not UTF-8, empty or too large is
    /// a finding; a file that cannot be read at all is an error of the machine.
    ///
    /// # Errors
    ///
    /// If the folder, or a file in it, cannot be read.
    pub fn open(root: &Path, limits: &Limits, sink: &mut Sink) -> Result<Self, Error> {
        let mut sources = Self::default();
        let alone = alone(root);
        for (name, place) in files(root, limits, sink)? {
            let part = if alone.is_some() { Part::Config } else { part(&name) };
            match place {
                Ok(place) if sources.load_as(part, &place, &name, limits, sink)?.is_none() => {
                    return Err(Error::Read { path: place, source: std::io::ErrorKind::NotFound.into() });
                }
                Ok(_) => {}
                Err(stray) => sources.refuse(&name, &stray, sink),
            }
        }
        Ok(sources)
    }

    /// The file that says what the corpus is called.
    #[must_use]
    pub fn config(&self) -> Option<&Source> {
        self.all.iter().find(|source| source.part == Part::Config)
    }

    /// The files of the corpus itself, without texts and tables from elsewhere.
    pub fn own(&self) -> impl Iterator<Item = &Source> {
        self.all.iter().filter(|source| source.part != Part::Other)
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
    ///
    /// # Errors
    ///
    /// If the file is there and cannot be read.
    pub fn load(
        &mut self,
        path: &Path,
        name: &str,
        limits: &Limits,
        sink: &mut Sink,
    ) -> Result<Option<SourceId>, Error> {
        self.load_as(Part::Other, path, name, limits, sink)
    }

    fn load_as(
        &mut self,
        part: Part,
        path: &Path,
        name: &str,
        limits: &Limits,
        sink: &mut Sink,
    ) -> Result<Option<SourceId>, Error> {
        let limit = load::limit(name, self.bytes, limits);
        let Some(bytes) = load::file(path, limit)? else {
            return Ok(None);
        };
        let id = self.take(part, bytes, name, limit, decode::decode, sink);
        self.stands(id, path.canonicalize().ok());
        Ok(Some(id))
    }

    /// Reads a source text, which the corpus names at some place; none if there is no such file.
    ///
    /// A text may be in another encoding if it says so itself. One that is not what it says, or no text at all (a Word document, a PDF), is an
    /// error among the findings, and none of it is to be taken for the text.
    ///
    /// # Errors
    ///
    /// If the file is there and cannot be read.
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
            sink.push(Diagnostic::error("not-a-text", fact).at(named, "named here").help(foreign.remedy.text));
            return Ok(Some(self.add(name, "")));
        }
        let id = self.take(Part::Other, bytes, name, limit, decode::decode_text, sink);
        self.stands(id, path.canonicalize().ok());
        Ok(Some(id))
    }

    /// Reads the standard input as a file called `(stdin)`.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn load_stdin(&mut self, limits: &Limits, sink: &mut Sink) -> Result<SourceId, Error> {
        let name = STDIN;
        let limit = load::limit(name, self.bytes, limits);
        let bytes = load::bounded(&mut std::io::stdin().lock(), Path::new(name), limit, 0)?;
        let id = self.take(Part::Other, bytes, name, limit, decode::decode, sink);
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
        let name = name.into();
        self.put(part(&name), name, text.into(), None)
    }

    /// Says that a file is a table that was named on the command line.
    pub fn set_apart(&mut self, id: SourceId) {
        self.apart.push(id);
    }

    /// The same as `add`, of a file that stands for another of the same part.
    pub fn add_like(&mut self, other: &Source, text: impl Into<String>) -> SourceId {
        self.put(other.part, other.name.clone(), text.into(), None)
    }

    fn take(
        &mut self,
        part: Part,
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
        let is_data = part != Part::Other || data::is_data(name);
        let settled = if is_data { damage::without_damage(id, name, &decoded, sink) } else { None };
        self.put(part, name.to_owned(), decoded, settled)
    }

    fn put(&mut self, part: Part, name: String, text: String, settled: Option<String>) -> SourceId {
        let id = self.next_id();
        if u16::try_from(self.all.len()).is_ok() {
            self.all.push(Source { id, name, text, place: None, part, settled });
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
///
/// # Errors
///
/// If the folder cannot be read.
pub fn corpus_files(root: &Path) -> Result<Vec<PathBuf>, Error> {
    let found = files(root, &Limits::default(), &mut Sink::default())?;
    Ok(found.into_iter().filter_map(|(_, found)| found.ok()).collect())
}

/// The files of a corpus: what is in its folder, or the only one.
fn files(root: &Path, limits: &Limits, sink: &mut Sink) -> Result<Vec<walk::Found>, Error> {
    match alone(root) {
        Some(name) => Ok(vec![(name, Ok(root.to_owned()))]),
        None => walk::corpus(root, limits, sink),
    }
}

/// The name of the only file of a corpus, if it has no folder of its own.
fn alone(root: &Path) -> Option<String> {
    root.file_name().filter(|_| root.is_file()).map(|name| name.to_string_lossy().into_owned())
}

/// What a file is to its corpus, by its name.
fn part(name: &str) -> Part {
    match name {
        CONFIG => Part::Config,
        LOCK => Part::Lock,
        _ if data::FOLDERS.iter().any(|folder| name.split('/').next() == Some(folder)) => Part::Data,
        _ => Part::Other,
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
