//! The canonical layout: keys in the order of their record and aligned on `=`, one blank line between records.

use super::keys::{Keys, bare};
use super::parts::{Block, Entry, File, Line};
use super::values::{Context, HELD, text, width};

/// A longer key does not push the others' values away.
const LONGEST_KEY: usize = 24;
/// Comments at the ends of lines are aligned if these are no longer.
const SHORT_LINE: usize = 60;

/// The text of a file, with the line ends that it is to have.
pub(super) fn print(file: &File<'_>, keys: Keys, newline: &str) -> String {
    let mut printer = Printer { out: String::new() };
    for block in &file.blocks {
        match &block.header {
            None => printer.root(block, keys),
            Some(_) => printer.record(block, keys),
        }
    }
    printer.lines(&file.tail);
    while printer.out.ends_with("\n\n") {
        printer.out.pop();
    }
    printer.out.replace('\n', newline).replace(HELD, "\n")
}

/// An entry as it is printed.
struct Row<'f, 't> {
    entry: &'f Entry<'t>,
    lines: &'f [Line<'t>],
    key: String,
}

struct Printer {
    out: String,
}

impl Printer {
    /// Comments, and blank lines between them, never two.
    fn lines(&mut self, lines: &[Line<'_>]) {
        for line in lines {
            match line {
                Line::Blank => self.blank(),
                Line::Comment(text) => {
                    self.out.push_str(text);
                    self.out.push('\n');
                }
            }
        }
    }

    /// A blank line, unless there is one, or nothing yet.
    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// The keys of the file itself. What opens the file stays there, whichever key comes first.
    fn root(&mut self, block: &Block<'_>, keys: Keys) {
        let Some(first) = block.entries.first() else { return };
        let directives =
            first.lines.iter().take_while(|line| matches!(line, Line::Comment(text) if text.starts_with("#:")));
        let last_blank = first.lines.iter().rposition(|line| *line == Line::Blank);
        let cut = last_blank.map_or_else(|| directives.count(), |blank| blank + 1);
        let (head, own) = first.lines.split_at(cut);
        self.lines(head);
        let mut rows = rows(&block.entries, keys);
        for row in &mut rows {
            if std::ptr::eq(row.entry, first) {
                row.lines = own;
            }
        }
        self.rows(&rows, keys, true);
    }

    /// A record with its header, and what stands before it.
    fn record(&mut self, block: &Block<'_>, keys: Keys) {
        let Some(header) = &block.header else { return };
        // A comment right below a record, with a blank line after it, is on what stands above.
        let blank = block.lines.iter().position(|line| *line == Line::Blank);
        let above = blank.filter(|_| !self.out.is_empty()).unwrap_or(0);
        let (above, before) = block.lines.split_at(above);
        self.lines(above);
        self.blank();
        self.lines(before);
        let path: Vec<&str> = header.path.iter().map(|key| bare(key)).collect();
        let (open, close) = if header.in_list { ("[[", "]]") } else { ("[", "]") };
        self.out.push_str(&format!("{open}{}{close}", path.join(".")));
        if let Some(comment) = header.comment {
            self.out.push_str(&format!("  {comment}"));
        }
        self.out.push('\n');
        let keys = keys.within(&header.path);
        self.rows(&rows(&block.entries, keys), keys, matches!(keys, Keys::Any));
    }

    fn rows(&mut self, rows: &[Row<'_, '_>], keys: Keys, keep_blank: bool) {
        let widths = rows.iter().map(|row| width(&row.key)).filter(|width| *width <= LONGEST_KEY);
        let key_width = widths.max().unwrap_or(0);
        let printed = |row: &Row<'_, '_>| {
            let gap = " ".repeat(key_width.saturating_sub(width(&row.key)));
            let start = format!("{}{gap} = ", row.key);
            let context = Context { keys: keys.within(&row.entry.key), indent: 0, used: width(&start) };
            let value = text(&row.entry.value, context);
            start + &value
        };
        let printed: Vec<String> = rows.iter().map(printed).collect();
        let commented = rows.iter().zip(&printed).filter(|(row, line)| row.entry.comment.is_some() && is_short(line));
        let column = commented.map(|(_, line)| width(line)).max().unwrap_or(0);
        for (row, line) in rows.iter().zip(&printed) {
            for before in row.lines {
                if keep_blank || *before != Line::Blank {
                    self.lines(&[*before]);
                }
            }
            self.out.push_str(line);
            if let Some(comment) = row.entry.comment {
                let gap = if is_short(line) { column - width(line) } else { 0 };
                self.out.push_str(&format!("{}  {comment}", " ".repeat(gap)));
            }
            self.out.push('\n');
        }
    }
}

fn is_short(line: &str) -> bool {
    !line.contains(['\n', HELD]) && width(line) <= SHORT_LINE
}

/// Entries in the order of their keys; those of one place stay as they stand.
fn rows<'f, 't>(entries: &'f [Entry<'t>], keys: Keys) -> Vec<Row<'f, 't>> {
    let mut entries: Vec<&Entry<'_>> = entries.iter().collect();
    entries.sort_by_key(|entry| keys.place(&entry.key));
    let key = |entry: &Entry<'_>| entry.key.iter().map(|part| bare(part)).collect::<Vec<_>>().join(".");
    entries.into_iter().map(|entry| Row { entry, lines: &entry.lines, key: key(entry) }).collect()
}
