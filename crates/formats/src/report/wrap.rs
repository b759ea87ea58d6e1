//! Lines broken at blanks to a number of terminal columns, tones kept.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::page::{Line, Tone};

/// A part of a broken line, without breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) tone: Tone,
}

/// One line of output: pieces with the blanks between them.
pub(super) type Broken<'a> = Vec<Piece<'a>>;

/// The columns of a text on a terminal.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// The columns of a broken line.
pub(super) fn columns_of(line: &Broken<'_>) -> usize {
    line.iter().map(|piece| columns(piece.text)).sum()
}

/// Breaks a line to a width; a word that is wider than a whole line is cut. Never without a line, if only an empty one.
pub(super) fn wrap(line: &Line, width: usize) -> Vec<Broken<'_>> {
    let width = width.max(1);
    let mut lines: Vec<Broken<'_>> = vec![Vec::new()];
    let mut used = 0;
    for word in words(line) {
        let needed: usize = word.iter().map(|piece| columns(piece.text)).sum();
        let blank = word.iter().all(|piece| piece.text == " ");
        if blank && (used == 0 || used + needed > width) {
            // A blank at a break is the break.
            if used + needed > width {
                lines.push(Vec::new());
                used = 0;
            }
            continue;
        }
        if used > 0 && used + needed > width {
            lines.push(Vec::new());
            used = 0;
        }
        for piece in word {
            for part in cut(piece.text, width) {
                let needed = columns(part);
                if used > 0 && used + needed > width {
                    lines.push(Vec::new());
                    used = 0;
                }
                used += needed;
                if let Some(last) = lines.last_mut() {
                    last.push(Piece { text: part, tone: piece.tone });
                }
            }
        }
    }
    for line in &mut lines {
        while line.last().is_some_and(|piece| piece.text == " ") {
            line.pop();
        }
    }
    if lines.len() > 1 && lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// Words, each of one or more pieces where the tone changes within it, and the single blanks between them.
fn words(line: &Line) -> Vec<Vec<Piece<'_>>> {
    let mut words: Vec<Vec<Piece<'_>>> = Vec::new();
    let mut open = false;
    for run in &line.0 {
        for (index, part) in run.text().split(' ').enumerate() {
            if index > 0 {
                words.push(vec![Piece { text: " ", tone: run.tone }]);
                open = false;
            }
            if part.is_empty() {
                continue;
            }
            let piece = Piece { text: part, tone: run.tone };
            match words.last_mut().filter(|_| open) {
                Some(word) => word.push(piece),
                None => words.push(vec![piece]),
            }
            open = true;
        }
    }
    words
}

/// Parts of at most `width` columns.
fn cut(text: &str, width: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, c) in text.char_indices() {
        let needed = c.width().unwrap_or(0);
        if used + needed > width && at > start {
            parts.push(&text[start..at]);
            (start, used) = (at, 0);
        }
        used += needed;
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::{Line, wrap};

    fn lines(text: &str, width: usize) -> Vec<String> {
        let line = Line::from(text);
        wrap(&line, width).iter().map(|line| line.iter().map(|piece| piece.text).collect()).collect()
    }

    #[test]
    fn lines_break_at_blanks_and_long_words_are_cut() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one twothreefour", 6), ["one", "twothr", "eefour"]);
        assert_eq!(lines("中文字", 4), ["中文", "字"]);
        assert_eq!(lines("", 4), [""]);
    }

    #[test]
    fn a_word_may_change_its_tone() {
        let line = Line::from("a ").strong("bc").plain(": d");
        let broken = wrap(&line, 4);
        assert_eq!(broken.len(), 3, "{broken:?}");
    }
}
