//! Changes collected by file, then made: each file's new text, proved to say what was meant.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use parallax_core::diag::{Sink, SourceId, Span};
use parallax_core::read::{Notation, Value, tree};
use parallax_core::source::{Source, Sources, unchanged};

use super::meaning::{Meant, Plain, plain_of};
use super::trivia::newline;
use crate::Error;
use crate::files::{Before, Write};

/// Changes to the files of a corpus.
pub struct Edits<'s> {
    sources: &'s Sources,
    files: BTreeMap<SourceId, File>,
}

/// The changes to one file.
#[derive(Default)]
struct File {
    /// Pieces of the text and what takes their place.
    splices: Vec<(Range<usize>, String)>,
    /// What the file is then to say.
    meant: Meant,
    /// Items that go out of lists: by where each ends, where the one before it ends and where it begins.
    cuts: BTreeMap<usize, (Option<usize>, usize)>,
}

/// A file that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub source: SourceId,
    /// Its name below the corpus folder, with `/` between folders.
    pub name: String,
    /// Its text as it was read.
    pub before: String,
    /// Its text as it is to be.
    pub after: String,
}

impl<'s> Edits<'s> {
    /// No changes yet.
    #[must_use]
    pub fn new(sources: &'s Sources) -> Self {
        Self { sources, files: BTreeMap::new() }
    }

    /// The file that a span lies in.
    pub(super) fn source(&self, id: SourceId) -> Result<&'s Source, Error> {
        self.sources.get(id).ok_or_else(|| Error::Refused("that stands in no file".to_owned()))
    }

    /// What is written at a span.
    pub(super) fn written(&self, span: Span) -> Result<&'s str, Error> {
        let text = &self.source(span.source)?.text;
        text.get(range(span)).ok_or_else(|| Error::Refused("that stands in no file".to_owned()))
    }

    /// The notation of a file.
    pub(super) fn notation(&self, id: SourceId) -> Result<Notation, Error> {
        Ok(Notation::of(&self.source(id)?.name).unwrap_or(Notation::Csv))
    }

    /// A file as a tree. One with errors in its notation cannot be changed safely.
    pub(super) fn tree(&self, id: SourceId) -> Result<Value<'s>, Error> {
        let source = self.source(id)?;
        let mut sink = Sink::default();
        let read = tree(source, &mut sink);
        read.filter(|_| !sink.has_errors())
            .ok_or_else(|| Error::Refused(format!("{} has errors: mend them first (parallax check)", source.name)))
    }

    /// Puts text in the place of other text; `\n` becomes the file's own line end.
    pub(super) fn splice(&mut self, id: SourceId, range: Range<usize>, text: impl Into<String>) {
        self.files.entry(id).or_default().splices.push((range, text.into()));
    }

    /// Where what a file is to say is noted down.
    pub(super) fn meant(&mut self, id: SourceId) -> &mut Meant {
        &mut self.files.entry(id).or_default().meant
    }

    /// Writes a string anew at its place: as `raw`, which reads as `says`. In a table of rows it may be part of a cell.
    pub(super) fn rewrite(&mut self, span: Span, raw: String, says: String) -> Result<(), Error> {
        if self.notation(span.source)? == Notation::Csv {
            self.meant(span.source).pieces.insert(span.start, (span.end, raw.clone()));
        } else {
            self.meant(span.source).strings.insert(span.start, says);
        }
        self.splice(span.source, range(span), raw);
        Ok(())
    }

    /// Notes that an item goes: where it ends, where the one before it ends, and where it begins.
    pub(super) fn note_cut(&mut self, id: SourceId, end: usize, item: (Option<usize>, usize)) {
        self.files.entry(id).or_default().cuts.insert(end, item);
    }

    /// The last item before `start` that stays, by its end, and where what goes after it begins.
    pub(super) fn before_cuts(
        &self,
        id: SourceId,
        mut before: Option<usize>,
        mut start: usize,
    ) -> (Option<usize>, usize) {
        let cuts = self.files.get(&id).map(|file| &file.cuts);
        while let Some((earlier, begins)) = before.and_then(|end| cuts?.get(&end)) {
            (before, start) = (*earlier, *begins);
        }
        (before, start)
    }

    /// Takes a piece out of a cell.
    pub(super) fn cut_from_cell(&mut self, id: SourceId, gone: Range<usize>) {
        self.meant(id).pieces.insert(gone.start as u32, (gone.end as u32, String::new()));
        self.splice(id, gone, "");
    }

    /// Writes a key anew at its place: as `raw`, which reads as `says`.
    pub(super) fn rename_key(&mut self, span: Span, raw: String, says: String) {
        self.meant(span.source).keys.insert(span.start, says);
        self.splice(span.source, range(span), raw);
    }

    /// The files as they are to be; the first whose new text would not say what was meant is the error, and nothing is to be
    /// written then.
    ///
    /// # Errors
    ///
    /// If a new text would not say what was meant.
    pub fn finish(self) -> Result<Vec<Change>, Error> {
        let mut changes = Vec::new();
        for (id, file) in self.files {
            let source = self.sources.get(id).ok_or_else(|| Error::Refused("that stands in no file".to_owned()))?;
            let after = spliced(source, file.splices)?;
            if after != source.text {
                prove(source, &file.meant, &after)?;
                changes.push(Change { source: id, name: source.name.clone(), before: source.text.clone(), after });
            }
        }
        Ok(changes)
    }
}

impl Change {
    /// The file to write, byte order mark and all, in the place of what was read; refused if it is no longer that.
    ///
    /// # Errors
    ///
    /// If the file is no longer what was read.
    pub fn write(&self, root: &Path, sources: &Sources) -> Result<Write, Error> {
        let path = root.join(&self.name);
        let source = sources.get(self.source).filter(|source| source.text == self.before);
        let source = source.ok_or_else(|| Error::Refused(format!("{} is no file that was read", self.name)))?;
        let mark = unchanged(source, &path)?;
        let marked = |text: &str| [mark, text.as_bytes()].concat();
        Ok(Write { path, bytes: marked(&self.after), before: Before::Bytes(marked(&self.before)) })
    }
}

/// The bytes of a span.
pub(super) fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// The text with its changes made. The same change twice is one; two to one place are none.
fn spliced(source: &Source, mut splices: Vec<(Range<usize>, String)>) -> Result<String, Error> {
    splices.sort_by_key(|(range, _)| (range.start, range.end));
    splices.dedup_by(|next, last| next == last && !next.0.is_empty());
    let text = &source.text;
    let line_end = newline(text);
    let mut after = String::with_capacity(text.len());
    let mut done = 0;
    for (range, new) in splices {
        let Some(kept) = text.get(done..range.start) else {
            return Err(Error::Refused(format!("{}: two changes to one place", source.name)));
        };
        after.push_str(kept);
        after.push_str(&new.replace("\r\n", "\n").replace('\n', line_end));
        done = range.end;
    }
    after.push_str(text.get(done..).unwrap_or_default());
    Ok(after)
}

/// Reads the new text again: it must say what was meant, in the notation of the file.
pub(super) fn prove(source: &Source, meant: &Meant, after: &str) -> Result<(), Error> {
    let mut again = Sources::default();
    let id = again.add_like(source, after);
    let (before, now) = (plain_of(source, meant), again.get(id).and_then(|now| plain_of(now, &Meant::default())));
    if before.is_some() && before.map(Plain::tidy) == now.map(Plain::tidy) {
        return Ok(());
    }
    Err(Error::Refused(format!("{}: the change would not read as what was meant; make it by hand", source.name)))
}
