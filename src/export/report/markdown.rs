//! Reports in Markdown (GitHub's): headings, lists and tables that no name and no paraphrase can break.

use std::io::{self, Write};

use super::page::{Block, Claim, Line, Page, Row, Tone};
use super::{Options, Report, difference, network, tally};
use crate::diff::{Difference, Tally};
use crate::model::{Corpus, TypeId};
use crate::network::Network;

/// Reports in Markdown.
pub(super) struct Markdown;

impl Report for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn about(&self) -> &'static str {
        "for documents and web pages"
    }

    fn difference(&self, difference: &Difference<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&difference::page(difference, options)).as_bytes())
    }

    fn network(&self, network: &Network<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&network::page(network, options)).as_bytes())
    }

    fn tally(
        &self,
        corpus: &Corpus,
        sides: &[String; 2],
        tallies: &[(TypeId, Tally)],
        _: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(print(&tally::page(corpus, sides, tallies)).as_bytes())
    }
}

fn print(page: &Page) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for block in page {
        let item = matches!(block, Block::Item(_) | Block::Claim(..));
        let follows = in_list && item;
        if !out.is_empty() && !follows {
            out.push('\n');
        }
        in_list = item;
        match block {
            Block::Heading(level, line) => {
                out.extend(std::iter::repeat_n('#', usize::from(*level)));
                out.push(' ');
                line_into(&mut out, line, false);
            }
            Block::Paragraph(line) => out.push_str(&at_start(&spoken(line))),
            Block::Item(line) => {
                out.push_str("- ");
                out.push_str(&at_start(&spoken(line)));
            }
            Block::Claim(lead, claim) => {
                let lead = spoken(lead);
                out.push_str("- ");
                out.push_str(&at_start(&format!("{lead}{}", claim_text(claim))));
                for passage in &claim.passages {
                    out.push_str("\n\n  > ");
                    out.push_str(&at_start(&spoken(passage)));
                }
            }
            Block::Sides(names, rows) => sides(&mut out, names, rows),
            Block::Table(heads, rows) => {
                let heads: Vec<String> = heads.iter().map(|head| spoken(&Line::from(head.as_str()))).collect();
                let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(spoken).collect()).collect();
                table(&mut out, &heads, &rows);
            }
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

fn sides(out: &mut String, names: &[String; 2], rows: &[Row]) {
    let names = names.each_ref().map(|name| spoken(&Line::from(name.as_str())));
    let heads = [String::new()].into_iter().chain(names).collect::<Vec<_>>();
    let passage = |passage: &Line| format!("<br>{}", spoken(passage));
    let claim = |claim: &Claim| claim_text(claim) + &claim.passages.iter().map(passage).collect::<String>();
    let cell = |claims: &[Claim]| claims.iter().map(claim).collect::<Vec<_>>().join("<br>");
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| vec![spoken(&row.what), cell(&row.sides[0]), cell(&row.sides[1])]).collect();
    table(out, &heads, &rows);
}

fn table(out: &mut String, heads: &[String], rows: &[Vec<String>]) {
    let mut row = |cells: &[String]| {
        out.push('|');
        for cell in cells {
            out.push(' ');
            out.push_str(cell);
            out.push_str(" |");
        }
        out.push('\n');
    };
    row(heads);
    row(&vec!["---".to_owned(); heads.len()]);
    for cells in rows {
        row(cells);
    }
}

/// The sentence, the paraphrase in italics, the places.
fn claim_text(claim: &Claim) -> String {
    let mut said = spoken(&claim.sentence);
    if !claim.gloss.is_empty() {
        said.push_str(". ");
        said.push_str(&around("*", &spoken(&claim.gloss)));
    }
    if !claim.places.is_empty() {
        said.push(' ');
        said.push_str(&spoken(&claim.places));
    }
    said
}

fn spoken(line: &Line) -> String {
    let mut out = String::new();
    line_into(&mut out, line, true);
    out
}

/// A line with its emphasis, which headings have no need of.
fn line_into(out: &mut String, line: &Line, emphasis: bool) {
    for run in &line.0 {
        let text = escape(run.text());
        match run.tone {
            Tone::Strong | Tone::A | Tone::B | Tone::Clash if emphasis => out.push_str(&around("**", &text)),
            _ => out.push_str(&text),
        }
    }
}

/// Marks around a text, inside its outer blanks: Markdown takes them only there.
fn around(mark: &str, text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let start = text.len() - text.trim_start().len();
    let end = start + inner.len();
    format!("{}{mark}{inner}{mark}{}", &text[..start], &text[end..])
}

/// What Markdown, HTML or a table would read as its own is written as itself.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '#' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A text at the start of a block: what would make it a heading, a list or a rule is written as itself.
fn at_start(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'#' | b'+' | b'-' | b'=') if digits == 0 => format!("\\{text}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text.to_owned(),
    }
}
