//! Notes set in columns: words of several styles wrapped into lines, lines filled into columns of one height.

use std::collections::BTreeMap;

use parallax_layout::Point;

use crate::scene::{Anchor, Group, Item, Text};
use crate::style::colour_role::ColourRole;
use crate::style::measure::{self, Word};

/// The least width of a column.
const COLUMN: f64 = 300.0;
/// The most columns.
const MOST: usize = 3;
/// From one column to the next.
const BETWEEN: f64 = 24.0;
/// From one baseline to the next, as a share of the size.
const LINE: f64 = 1.32;
/// Free space between entries, as a share of the size.
const GAP: f64 = 0.4;
/// From a number to its words.
const INDENT: f64 = 7.0;

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordStyle {
    /// Who is related, or who speaks.
    Strong,
    /// What is said, and by whom.
    Plain,
    /// What qualifies it, and where it stands.
    Quiet,
}

/// A numbered paragraph, or a heading if it has no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its id in the scene.
    pub(super) id: String,
    /// What stands before it.
    pub(super) number: String,
    /// Its words.
    pub(super) runs: Vec<(WordStyle, String)>,
}

impl Entry {
    /// A heading over the entries that follow.
    pub(super) fn heading(text: &str) -> Self {
        Self { id: String::new(), number: String::new(), runs: vec![(WordStyle::Strong, text.to_owned())] }
    }

    fn is_heading(&self) -> bool {
        self.number.is_empty()
    }

    /// Its words in lines no wider than a column.
    fn lines(&self, size: f64, indent: f64, wide: f64) -> Vec<ColumnLine> {
        let indent = if self.is_heading() { 0.0 } else { indent };
        wrap(&cleaned(&self.runs, |text| text), size, indent, (wide - indent).max(size * 4.0))
    }
}

/// Words of one style that follow each other on a line.
struct Piece {
    x: f64,
    style: WordStyle,
    text: String,
}

type ColumnLine = Vec<Piece>;

/// Lines that stay together, of one entry.
#[derive(Clone, Copy)]
struct Chunk {
    entry: usize,
    first: usize,
    lines: usize,
    /// Whether it must not be the last of a column.
    leads: bool,
}

/// Sets entries into columns from the origin; the items and the height.
pub(super) fn set(entries: &[Entry], size: f64, width: f64) -> (Vec<Item>, f64) {
    if entries.is_empty() {
        return (Vec::new(), 0.0);
    }
    let set = Set::of(entries, size, width);
    set.balanced(&set.chunks)
}

/// The same on pages that are so high: on the first one as much as has room there, maybe nothing, the rest on those that
/// follow. The columns of the last are as low as they can be.
pub(super) fn pages(entries: &[Entry], size: f64, width: f64, [first, others]: [f64; 2]) -> Vec<(Vec<Item>, f64)> {
    let set = Set::of(entries, size, width);
    let (mut pages, mut left) = (Vec::new(), set.chunks.as_slice());
    let mut high = first;
    loop {
        let places = filled(left, high, set.high(), set.gap());
        // What must not be parted from what follows has room with it, or none.
        let least: f64 = left
            .iter()
            .take_while(|chunk| chunk.leads)
            .chain(left.iter().find(|chunk| !chunk.leads))
            .map(|chunk| chunk.lines as f64 * set.high())
            .sum();
        let fits = if pages.is_empty() && least > high {
            0
        } else {
            places.partition_point(|(column, _)| *column < set.columns)
        };
        if fits == left.len() {
            pages.push(set.balanced(left));
            return pages;
        }
        let ends = places.iter().zip(left).take(fits).map(|((_, y), chunk)| y + chunk.lines as f64 * set.high());
        let height = ends.fold(0.0, f64::max);
        pages.push((set.items(&left[..fits], &places[..fits]), height));
        left = &left[fits..];
        high = others;
    }
}

/// A paragraph from the origin, no wider than `width`, and its height. A percent sign stays with its number.
pub(super) fn paragraph(runs: &[(WordStyle, String)], size: f64, width: f64) -> (Vec<Item>, f64) {
    let lines = wrap(&cleaned(runs, |text| text.replace(" %", "\u{a0}%")), size, 0.0, width);
    let height = lines.len() as f64 * size * LINE;
    let at = |nth: usize| Point::new(0.0, nth as f64 * size * LINE + size);
    let items =
        lines.iter().enumerate().flat_map(|(nth, line)| line.iter().map(move |piece| item(piece, at(nth), size)));
    (items.collect(), height)
}

/// Entries in lines of one width.
struct Set<'e> {
    entries: &'e [Entry],
    lines: Vec<Vec<ColumnLine>>,
    chunks: Vec<Chunk>,
    columns: usize,
    wide: f64,
    size: f64,
}

impl<'e> Set<'e> {
    fn of(entries: &'e [Entry], size: f64, width: f64) -> Self {
        let fitting = ((width + BETWEEN) / (COLUMN + BETWEEN)) as usize;
        let columns = fitting.clamp(1, MOST).min(entries.len().max(1));
        let wide = (width - BETWEEN * (columns - 1) as f64) / columns as f64;
        let numbers = entries.iter().map(|entry| measure::width(&entry.number, size, true));
        let indent = numbers.fold(0.0, f64::max) + INDENT;
        let lines: Vec<Vec<ColumnLine>> = entries.iter().map(|entry| entry.lines(size, indent, wide)).collect();
        let chunks = chunks(entries, &lines);
        Self { entries, lines, chunks, columns, wide, size }
    }

    /// From one baseline to the next.
    fn high(&self) -> f64 {
        self.size * LINE
    }

    /// Free space between entries.
    fn gap(&self) -> f64 {
        self.size * GAP
    }

    /// Chunks in columns of one height, and that height.
    fn balanced(&self, chunks: &[Chunk]) -> (Vec<Item>, f64) {
        let (places, height) = fill(chunks, self.columns, self.high(), self.gap());
        (self.items(chunks, &places), height)
    }

    /// Chunks at their places, as a group for each entry.
    fn items(&self, chunks: &[Chunk], places: &[(usize, f64)]) -> Vec<Item> {
        let mut groups: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
        for (chunk, (column, y)) in chunks.iter().zip(places) {
            let (x, entry) = (*column as f64 * (self.wide + BETWEEN), &self.entries[chunk.entry]);
            let group = groups.entry(chunk.entry).or_default();
            for nth in 0..chunk.lines {
                let at = Point::new(x, y + nth as f64 * self.high() + self.size);
                if chunk.first + nth == 0 && !entry.is_heading() {
                    let number = Piece { x: 0.0, style: WordStyle::Strong, text: entry.number.clone() };
                    group.push(item(&number, at, self.size));
                }
                let line = self.lines[chunk.entry].get(chunk.first + nth).into_iter().flatten();
                group.extend(line.map(|piece| item(piece, at, self.size)));
            }
        }
        let group = |(entry, items): (usize, Vec<Item>)| {
            let entry = &self.entries[entry];
            let class = if entry.is_heading() { "heading" } else { "note" };
            Item::Group(Group { id: entry.id.clone(), class: class.to_owned(), title: String::new(), items })
        };
        groups.into_iter().map(group).collect()
    }
}

fn item(piece: &Piece, line: Point, size: f64) -> Item {
    let role = if piece.style == WordStyle::Quiet { ColourRole::Quiet } else { ColourRole::Ink };
    let at = line + Point::new(piece.x, 0.0);
    let bold = piece.style == WordStyle::Strong;
    Item::Text(Text { at, anchor: Anchor::Start, line: piece.text.clone(), size, bold, turn: 0.0, role })
}

/// Words as they can be drawn, and as `kept` has them.
fn cleaned(runs: &[(WordStyle, String)], kept: impl Fn(String) -> String) -> Vec<(WordStyle, String)> {
    runs.iter().map(|(style, text)| (*style, kept(measure::clean(text)))).collect()
}

/// Words in lines no wider than `room`, each of which begins at `indent`.
fn wrap(runs: &[(WordStyle, String)], size: f64, indent: f64, room: f64) -> Vec<ColumnLine> {
    let texts = runs.iter().map(|(style, text)| (&**text, *style == WordStyle::Strong, *style));
    let words = measure::words(texts, size, room / size / measure::BREAK);
    measure::lines(&words, room).into_iter().map(|words| line(words, indent)).collect()
}

/// Words as pieces of a line that begins at `indent`.
fn line(words: &[Word<'_, WordStyle>], indent: f64) -> ColumnLine {
    let mut line = ColumnLine::new();
    let mut filled = 0.0;
    for word in words {
        let space = if filled > 0.0 { word.space } else { 0.0 };
        if let Some(piece) = line.last_mut().filter(|piece| piece.style == word.style) {
            piece.text.push(' ');
            piece.text.push_str(word.text);
        } else {
            line.push(Piece { x: indent + filled + space, style: word.style, text: word.text.to_owned() });
        }
        filled += word.width + space;
    }
    line
}

/// What stays together: short entries, the first two and the last two lines of long ones, a heading with what follows.
fn chunks(entries: &[Entry], lines: &[Vec<ColumnLine>]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    for (entry, lines) in lines.iter().enumerate() {
        let leads = entries[entry].is_heading();
        let count = lines.len();
        if count <= 4 || leads {
            chunks.push(Chunk { entry, first: 0, lines: count, leads });
            continue;
        }
        chunks.push(Chunk { entry, first: 0, lines: 2, leads });
        chunks.extend((2..count - 2).map(|first| Chunk { entry, first, lines: 1, leads }));
        chunks.push(Chunk { entry, first: count - 2, lines: 2, leads });
    }
    chunks
}

/// Where each chunk stands: its column, and its upper edge; columns are as low as they can be. And the height of all.
fn fill(chunks: &[Chunk], columns: usize, high: f64, gap: f64) -> (Vec<(usize, f64)>, f64) {
    let total: f64 =
        chunks.iter().map(|chunk| chunk.lines as f64 * high + if chunk.first == 0 { gap } else { 0.0 }).sum();
    let mut limit = total / columns as f64;
    loop {
        let places = filled(chunks, limit, high, gap);
        if places.iter().all(|(column, _)| *column < columns) {
            let ends = places.iter().zip(chunks).map(|((_, y), chunk)| y + chunk.lines as f64 * high);
            let height = ends.fold(0.0, f64::max);
            return (places, height);
        }
        limit += high / 2.0;
    }
}

/// Fills column after column, none higher than `limit` unless one chunk is.
fn filled(chunks: &[Chunk], limit: f64, high: f64, gap: f64) -> Vec<(usize, f64)> {
    let (mut column, mut y) = (0, 0.0);
    let mut places = Vec::with_capacity(chunks.len());
    for (number, chunk) in chunks.iter().enumerate() {
        let before = if y > 0.0 && chunk.first == 0 { gap } else { 0.0 };
        let after = chunks.get(number + 1).filter(|_| chunk.leads).map_or(0, |next| next.lines);
        if y > 0.0 && y + before + (chunk.lines + after) as f64 * high > limit {
            column += 1;
            y = chunk.lines as f64 * high;
            places.push((column, 0.0));
        } else {
            places.push((column, y + before));
            y += before + chunk.lines as f64 * high;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize, words: &str) -> Entry {
        let runs = vec![(WordStyle::Strong, "A → B".to_owned()), (WordStyle::Plain, words.to_owned())];
        Entry { id: format!("note-{number}"), number: number.to_string(), runs }
    }

    /// The texts of notes: where they begin and end, and their baselines.
    fn spans(items: &[Item]) -> Vec<(f64, f64, f64)> {
        let groups = items.iter().filter_map(|item| if let Item::Group(group) = item { Some(group) } else { None });
        let texts = groups
            .flat_map(|group| &group.items)
            .filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None });
        texts.map(|text| (text.at.x, text.at.x + measure::width(&text.line, text.size, text.bold), text.at.y)).collect()
    }

    #[test]
    fn nothing_leaves_its_column_or_lies_on_another() {
        let long = "word <b>&amp; ".repeat(30) + &"Ж".repeat(300) + " שלום עולם";
        let mut entries: Vec<Entry> = (1..=25).map(|number| entry(number, &"word ".repeat(number))).collect();
        entries.push(entry(26, &long));
        entries.push(entry(27, &"W".repeat(38)));
        for width in [120.0, 500.0, 700.0, 1400.0] {
            let (items, height) = set(&entries, 10.0, width);
            let mut spans = spans(&items);
            assert!(spans.iter().all(|(_, right, y)| *right <= width + 0.01 && *y <= height), "{width}");
            spans.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.0.total_cmp(&b.0)));
            assert!(spans.windows(2).all(|two| two[0].2 < two[1].2 || two[0].1 < two[1].0 + 0.01), "{width}");
        }
    }

    #[test]
    fn columns_are_balanced_and_a_heading_stays_with_what_follows() {
        let mut entries: Vec<Entry> = (1..=9).map(|number| entry(number, "short")).collect();
        entries.insert(3, Entry::heading("H"));
        let (items, height) = set(&entries, 10.0, 1000.0);
        assert!(height < 5.0 * 10.0 * LINE + 4.0 * 10.0 * GAP + 0.01, "{height}");
        let place = |at: usize| spans(&items[at..=at])[0];
        assert!((place(3).0 - place(4).0).abs() < 0.01 && place(3).2 < place(4).2);
        assert!(set(&[], 10.0, 500.0).0.is_empty());
    }
}
