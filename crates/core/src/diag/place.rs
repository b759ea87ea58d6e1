//! From byte offsets to lines and columns, fast enough for a file that is one line of many megabytes.

use std::ops::Range;

/// Bytes between two counts of characters.
const BLOCK: usize = 4096;

/// A place as people count it: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// Where the lines of a text begin, and how many characters stand before each block of it.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    marks: Vec<u32>,
}

impl LineIndex {
    /// Goes through the text once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = std::iter::once(0).chain(newlines.map(|(at, _)| at as u32 + 1)).collect();
        let marks = text
            .as_bytes()
            .chunks(BLOCK)
            .scan(0, |before, block| {
                let mark = *before;
                *before += characters(block) as u32;
                Some(mark)
            })
            .collect();
        Self { starts, marks }
    }

    /// The place of a byte; one past the end of the text stands for all that lies behind it.
    #[must_use]
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let offset = floor(text, offset);
        let line = self.line(offset);
        let column = self.before(text, offset) - self.before(text, self.start(line));
        Place { line: line + 1, column: column + 1 }
    }

    /// The line that holds a byte, counted from 0.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset).saturating_sub(1)
    }

    /// The bytes of a line (counted from 0), without what ends it.
    pub(super) fn range(&self, text: &str, line: usize) -> Range<usize> {
        let start = self.start(line);
        let next = self.starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        let ended = text.get(start..next).unwrap_or_default();
        start..start + ended.trim_end_matches(['\n', '\r']).len()
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(0, |&start| start as usize)
    }

    /// Characters in front of a byte.
    fn before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        let mark = self.marks.get(block).map_or(0, |&mark| mark as usize);
        let Some(rest) = text.as_bytes().get(block * BLOCK..offset) else {
            return mark;
        };
        match self.marks.get(block) {
            Some(_) => mark + characters(rest),
            // The text ends where a block would begin.
            None => characters(text.as_bytes()),
        }
    }
}

/// The nearest boundary of characters at or before an offset.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}

/// Characters that begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "añb\r\nΩx";
        let lines = LineIndex::new(text);
        assert_eq!(lines.place(text, 3), Place { line: 1, column: 3 });
        assert_eq!(lines.place(text, 6), Place { line: 2, column: 1 });
        assert_eq!(lines.place(text, 7), Place { line: 2, column: 1 }, "inside a character");
        assert_eq!(lines.place(text, 999), Place { line: 2, column: 3 });
        assert_eq!(lines.range(text, 0), 0..4);
    }

    #[test]
    fn blocks_agree_with_plain_counting() {
        for length in [BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let text = "é".repeat(length / 2) + "\n" + &"é".repeat(length);
            let lines = LineIndex::new(&text);
            for (nth, (at, _)) in text.char_indices().enumerate().skip(length / 2 + 1) {
                assert_eq!(lines.place(&text, at).column, nth - length / 2);
            }
            assert_eq!(lines.place(&text, text.len()).column, length + 1);
        }
    }
}
