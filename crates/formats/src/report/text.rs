//! Reports for terminals: wrapped lines, aligned tables, colour only as a second cue.

use std::io::{self, Write};

use parallax_core::diff::{Comparison, Difference, Tally};
use parallax_core::model::{Corpus, TypeId};
use parallax_core::network::Network;

use super::document::{Block, ClaimItem, Document, RichText, Row, Tone};
use super::wrap::{Broken, columns_of, wrap};
use super::{Options, Report, brief, difference, network, survey, tally};

/// Reports for terminals.
pub(super) struct Text;

impl Report for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn about(&self) -> &'static str {
        "for reading in a terminal, or aloud"
    }

    fn difference(&self, difference: &Difference<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&difference::page(difference, options), options).as_bytes())
    }

    fn survey(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&survey::page(comparison, options), options).as_bytes())
    }

    fn comparison(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        let page = match comparison.of_two() {
            Some(two) => difference::briefed(comparison, two, options),
            None => survey::page(comparison, options),
        };
        out.write_all(print(&page, options).as_bytes())
    }

    fn briefing(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&brief::page(comparison, options), options).as_bytes())
    }

    fn network(&self, network: &Network<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&network::page(network, options), options).as_bytes())
    }

    fn tally(
        &self,
        corpus: &Corpus,
        sides: &[String; 2],
        tallies: &[(TypeId, Tally)],
        options: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(print(&tally::page(corpus, sides, tallies, options.messages), options).as_bytes())
    }
}

const RESET: &str = "\u{1b}[0m";

/// The code that a terminal takes for a tone.
fn code(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Strong => "\u{1b}[1m",
        Tone::A => "\u{1b}[1;34m",
        Tone::B => "\u{1b}[1;33m",
        Tone::Faint => "\u{1b}[2m",
        Tone::Clash => "\u{1b}[1;31m",
    }
}

/// The narrowest terminal that is written for.
const NARROWEST: usize = 40;

struct Printer {
    out: String,
    colour: bool,
    width: usize,
}

fn print(page: &Document, options: &Options) -> String {
    let mut printer = Printer { out: String::new(), colour: options.colour, width: options.width.max(NARROWEST) };
    let mut before: Option<&Block> = None;
    for block in page {
        if before.is_some_and(|before| needs_empty_line(before, block)) {
            printer.out.push('\n');
        }
        printer.block(block);
        before = Some(block);
    }
    printer.out
}

/// Whether an empty line stands between two blocks.
fn needs_empty_line(before: &Block, block: &Block) -> bool {
    match (before, block) {
        (Block::Heading(3.., _), _)
        | (Block::Paragraph(_), Block::Sides(..) | Block::Table(..))
        | (Block::Item(_), Block::Item(_))
        | (Block::Sides(..), Block::Paragraph(_))
        | (Block::Item(_) | Block::ClaimItem(..), Block::ClaimItem(..)) => false,
        (_, _) => true,
    }
}

impl Printer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, line) => self.heading(*level, line),
            Block::Paragraph(line) => self.hang("", "", line),
            Block::Item(line) => self.hang("- ", "  ", line),
            Block::ClaimItem(lead, claim) => self.claim("- ", "  ", lead, claim),
            Block::Sides(names, rows) => rows.iter().for_each(|row| self.row(names, row)),
            Block::Table(heads, rows) => self.table(heads, rows),
        }
    }

    fn heading(&mut self, level: u8, line: &RichText) {
        self.hang("", "", line);
        let width = wrap(line, self.width).iter().map(columns_of).max().unwrap_or(0);
        match level {
            1 => self.rule('=', width),
            2 => self.rule('-', width),
            _ => {}
        }
    }

    fn rule(&mut self, mark: char, width: usize) {
        self.out.extend(std::iter::repeat_n(mark, width));
        self.out.push('\n');
    }

    /// A line that is broken under a hanging indent.
    fn hang(&mut self, first: &str, then: &str, line: &RichText) {
        for (index, broken) in wrap(line, self.width - then.len()).iter().enumerate() {
            self.out.push_str(if index == 0 { first } else { then });
            self.pieces(broken);
            self.out.push('\n');
        }
    }

    fn pieces(&mut self, line: &Broken<'_>) {
        let mut tone = Tone::Plain;
        for piece in line {
            self.turn(tone, piece.tone);
            tone = piece.tone;
            self.out.push_str(piece.text);
        }
        self.turn(tone, Tone::Plain);
    }

    /// From one tone to the next.
    fn turn(&mut self, from: Tone, to: Tone) {
        if self.colour && from != to {
            self.out.push_str(if from == Tone::Plain { "" } else { RESET });
            self.out.push_str(code(to));
        }
    }

    /// The sentence, then below it the paraphrase with the places.
    fn claim(&mut self, first: &str, then: &str, lead: &RichText, claim: &ClaimItem) {
        let mut sentence = lead.clone();
        sentence.0.extend(claim.sentence.0.iter().cloned());
        let mut below = claim.gloss.clone();
        if !below.is_empty() && !claim.places.is_empty() {
            below = below.plain(" ");
        }
        below.0.extend(claim.places.0.iter().cloned());
        self.hang(first, then, &sentence);
        if !below.is_empty() {
            self.hang(then, then, &below);
        }
        let deeper = format!("{then}  ");
        claim.passages.iter().for_each(|passage| self.hang(&deeper, &deeper, passage));
    }

    fn row(&mut self, names: &[String; 2], row: &Row) {
        if !row.what.is_empty() {
            self.hang("  ", "  ", &row.what);
        }
        for (side, claims) in row.sides.iter().enumerate() {
            for claim in claims {
                let lead = RichText::default().of_side(&names[side], side).plain(": ");
                self.claim("    ", "      ", &lead, claim);
            }
        }
    }

    fn table(&mut self, heads: &[String], rows: &[Vec<RichText>]) {
        let heads: Vec<RichText> = heads.iter().map(|head| RichText::default().faint(head)).collect();
        let widths = widths(&heads, rows, self.width);
        for row in std::iter::once(heads.as_slice()).chain(rows.iter().map(Vec::as_slice)) {
            self.cells(row, &widths);
        }
    }

    fn cells(&mut self, row: &[RichText], widths: &[usize]) {
        let cells: Vec<Vec<Broken<'_>>> = row.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for index in 0..height {
            let mut gap = 2;
            for (cell, width) in cells.iter().zip(widths) {
                let part = cell.get(index).filter(|part| !part.is_empty());
                if let Some(part) = part {
                    self.out.extend(std::iter::repeat_n(' ', gap));
                    self.pieces(part);
                    gap = 0;
                }
                gap += width - part.map_or(0, columns_of) + 2;
            }
            self.out.push('\n');
        }
    }
}

/// What each column gets: as much as it needs, the widest giving way until all fit.
fn widths(heads: &[RichText], rows: &[Vec<RichText>], width: usize) -> Vec<usize> {
    let natural = |line: &RichText| line.0.iter().map(|run| super::wrap::columns(run.text())).sum::<usize>();
    let mut widths: Vec<usize> = heads.iter().map(natural).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(natural(cell));
        }
    }
    let room = width.saturating_sub(2 * widths.len()).max(widths.len());
    let total: usize = widths.iter().sum();
    for _ in room..total {
        if let Some(widest) = widths.iter_mut().max() {
            *widest -= 1;
        }
    }
    widths
}
