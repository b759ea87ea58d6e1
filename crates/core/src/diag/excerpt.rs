//! The lines that a finding shows: short, harmless to a terminal, and numbered as in the file.

use std::collections::BTreeMap;
use std::ops::Range;

use codespan_reporting::files::{Error, Files as CodespanFiles};

use super::harmless::{harmless, tame};
use super::place::floor;
use super::{Files, Label, LineIndex, Place, SourceId};

/// Characters of a line that are shown; of a longer line, the part around the first label.
const WIDTH: usize = 120;
/// Characters shown before the label in a line that is cut.
const LEAD: usize = 40;

/// The files, with the starts of their lines as soon as one is asked for.
pub(super) struct Located<'f> {
    files: &'f dyn Files,
    lines: BTreeMap<SourceId, LineIndex>,
}

impl<'f> Located<'f> {
    pub(super) fn new(files: &'f dyn Files) -> Self {
        Self { files, lines: BTreeMap::new() }
    }

    /// The name of a file, harmless to a terminal.
    pub(super) fn name(&self, source: SourceId) -> String {
        harmless(self.files.name(source))
    }

    /// The place of a byte.
    pub(super) fn place(&mut self, source: SourceId, offset: u32) -> Place {
        let (text, lines) = self.lines(source);
        lines.place(text, offset as usize)
    }

    fn lines(&mut self, source: SourceId) -> (&'f str, &LineIndex) {
        let text = self.files.text(source);
        (text, self.lines.entry(source).or_insert_with(|| LineIndex::new(text)))
    }
}

/// What one finding shows of the files, as codespan-reporting wants it: lines keep their numbers, all others are gone.
#[derive(Default)]
pub(super) struct Excerpt {
    files: Vec<Part>,
}

/// What is shown of one file.
struct Part {
    source: SourceId,
    name: String,
    text: String,
    /// By number, from 0.
    lines: BTreeMap<usize, ExcerptLine>,
}

/// A line as shown.
struct ExcerptLine {
    /// Its bytes in the text of the part, which are not those of the file.
    range: Range<usize>,
    /// Where each character shown stands in the file, and where in the text of the part; ends with the line's end.
    map: Vec<(usize, usize)>,
    /// Column in the file of the first character shown, less one.
    cut: usize,
}

impl Excerpt {
    /// Gathers the lines of the labels, and gives for each label its file and its range in the excerpt.
    /// A label that spans several lines keeps the first.
    pub(super) fn of(labels: &[Label], located: &mut Located<'_>) -> (Self, Vec<(usize, Range<usize>)>) {
        let mut excerpt = Self::default();
        let mut wanted: Vec<(usize, usize)> = Vec::new();
        for label in labels {
            let part = excerpt.part(label.span.source, located);
            let line = located.lines(label.span.source).1.line(label.span.start as usize);
            wanted.push((part, line));
        }
        let mut order: Vec<_> = (0..labels.len()).collect();
        order.sort_by_key(|&nth| (wanted[nth], labels[nth].span.start));
        for nth in order {
            let (part, line) = wanted[nth];
            let (text, lines) = located.lines(labels[nth].span.source);
            let part = &mut excerpt.files[part];
            let before = part.lines.last_key_value().map(|(&before, _)| before);
            // A single line between two shown ones is shown as well.
            if before.is_some_and(|before| before + 2 == line) {
                part.show(line - 1, text, lines, 0);
            }
            if before != Some(line) {
                part.show(line, text, lines, labels[nth].span.start as usize);
            }
        }
        let ranges = labels.iter().zip(&wanted).map(|(label, &(part, line))| {
            let (start, end) = (label.span.start as usize, label.span.end as usize);
            (part, excerpt.files[part].range(line, start, end))
        });
        let ranges = ranges.collect();
        (excerpt, ranges)
    }

    fn part(&mut self, source: SourceId, located: &Located<'_>) -> usize {
        let known = self.files.iter().position(|part| part.source == source);
        known.unwrap_or_else(|| {
            let name = located.name(source);
            self.files.push(Part { source, name, text: String::new(), lines: BTreeMap::new() });
            self.files.len() - 1
        })
    }

    fn shown(&self, part: usize, line: usize) -> Result<&ExcerptLine, Error> {
        let part = self.files.get(part).ok_or(Error::FileMissing)?;
        part.lines.get(&line).ok_or(Error::LineTooLarge { given: line, max: 0 })
    }
}

impl Part {
    /// Adds a line of the file; of a long one the part around `focus`.
    fn show(&mut self, line: usize, text: &str, lines: &LineIndex, focus: usize) {
        let full = lines.range(text, line);
        let window = window(text, full.clone(), focus);
        let start = self.text.len();
        let mut map = Vec::new();
        if window.start > full.start {
            self.text.push('…');
        }
        for (at, c) in text[window.clone()].char_indices() {
            map.push((window.start + at, self.text.len()));
            self.text.push(tame(c));
        }
        map.push((window.end, self.text.len()));
        if window.end < full.end {
            self.text.push('…');
        }
        let shown = start..self.text.len();
        self.text.push('\n');
        let cut = lines.place(text, window.start).column - 1;
        self.lines.insert(line, ExcerptLine { range: shown, map, cut });
    }

    /// Where a range of the file stands in the excerpt, as far as it is shown on this line.
    fn range(&self, line: usize, start: usize, end: usize) -> Range<usize> {
        let Some(shown) = self.lines.get(&line) else {
            return 0..0;
        };
        let start = shown.within(start);
        start..shown.within(end).max(start)
    }
}

impl ExcerptLine {
    /// Where an offset in the file stands in the excerpt, or the nearest that is shown.
    fn within(&self, offset: usize) -> usize {
        let next = self.map.partition_point(|&(real, _)| real <= offset).max(1);
        self.map.get(next - 1).map_or(self.range.start, |&(_, shown)| shown)
    }
}

/// The part of a line to show: all of it, or `WIDTH` characters around the focus.
fn window(text: &str, line: Range<usize>, focus: usize) -> Range<usize> {
    let nth = |from: usize, count: usize| {
        let mut rest = text[from..line.end].char_indices();
        rest.nth(count).map_or(line.end, |(at, _)| from + at)
    };
    if nth(line.start, WIDTH) == line.end {
        return line;
    }
    let focus = floor(text, focus.clamp(line.start, line.end));
    let lead = text[line.start..focus].char_indices().rev().nth(LEAD);
    let start = lead.map_or(line.start, |(at, _)| line.start + at);
    start..nth(start, WIDTH)
}

impl<'a> CodespanFiles<'a> for Excerpt {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, part: usize) -> Result<&'a str, Error> {
        self.files.get(part).map(|part| part.name.as_str()).ok_or(Error::FileMissing)
    }

    fn source(&'a self, part: usize) -> Result<&'a str, Error> {
        self.files.get(part).map(|part| part.text.as_str()).ok_or(Error::FileMissing)
    }

    fn line_index(&'a self, part: usize, offset: usize) -> Result<usize, Error> {
        let part = self.files.get(part).ok_or(Error::FileMissing)?;
        let holds = |(_, shown): &(&usize, &ExcerptLine)| shown.range.start <= offset && offset <= shown.range.end;
        let line = part.lines.iter().find(holds).map(|(&line, _)| line);
        line.ok_or(Error::IndexTooLarge { given: offset, max: part.text.len() })
    }

    fn column_number(&'a self, part: usize, line: usize, offset: usize) -> Result<usize, Error> {
        let shown = self.shown(part, line)?;
        let before = shown.map.partition_point(|&(_, at)| at < offset);
        Ok(shown.cut + before + 1)
    }

    fn line_range(&'a self, part: usize, line: usize) -> Result<Range<usize>, Error> {
        Ok(self.shown(part, line)?.range.clone())
    }
}
