//! Reports in Markdown (GitHub's): headings, lists and tables that no name and no paraphrase can break.

use std::io::{self, Write};

use parallax_core::diff::{Comparison, Difference, Tally};
use parallax_core::model::{Corpus, TypeId};
use parallax_core::network::Network;

use super::document::{Block, ClaimItem, Document, RichText, Row, Tone};
use super::{Options, Report, brief, difference, network, survey, tally};

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

    fn survey(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&survey::page(comparison, options)).as_bytes())
    }

    fn comparison(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        let page = match comparison.of_two() {
            Some(two) => difference::briefed(comparison, two, options),
            None => survey::page(comparison, options),
        };
        out.write_all(print(&page).as_bytes())
    }

    fn briefing(&self, comparison: &Comparison<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&brief::page(comparison, options)).as_bytes())
    }

    fn network(&self, network: &Network<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(print(&network::page(network, options)).as_bytes())
    }

    fn tally(
        &self,
        corpus: &Corpus,
        sides: &[String; 2],
        tallies: &[(TypeId, Tally)],
        options: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(print(&tally::page(corpus, sides, tallies, options.messages)).as_bytes())
    }
}

fn print(page: &Document) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for block in page {
        let item = matches!(block, Block::Item(_) | Block::ClaimItem(..));
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
            Block::Paragraph(line) => out.push_str(&at_start(&marked_up(line))),
            Block::Item(line) => {
                out.push_str("- ");
                out.push_str(&at_start(&marked_up(line)));
            }
            Block::ClaimItem(lead, claim) => item_of(&mut out, lead, claim),
            Block::Sides(names, rows) => sides(&mut out, names, rows),
            Block::Table(heads, rows) => {
                let heads: Vec<String> = heads.iter().map(|head| marked_up(&RichText::from(head.as_str()))).collect();
                let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(marked_up).collect()).collect();
                table(&mut out, &heads, &rows);
            }
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    // What follows a quotation is parted from it by an empty line; nothing follows the last.
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

/// A statement as an entry of a list, with its passages as quotations in it.
fn item_of(out: &mut String, lead: &RichText, claim: &ClaimItem) {
    out.push_str("- ");
    out.push_str(&at_start(&format!("{}{}", marked_up(lead), claim_text(claim))));
    out.push('\n');
    for passage in &claim.passages {
        out.push_str("\n  > ");
        out.push_str(&at_start(&marked_up(passage)));
        out.push('\n');
    }
    if !claim.passages.is_empty() {
        out.push('\n');
    }
}

/// What two sides say, one below the other: a cell of a table holds neither several statements nor quotations.
fn sides(out: &mut String, names: &[String; 2], rows: &[Row]) {
    for (index, row) in rows.iter().enumerate() {
        if index > 0 && !out.ends_with("\n\n") {
            out.push('\n');
        }
        if !row.what.is_empty() {
            out.push_str(&at_start(&marked_up(&row.what)));
            out.push_str("\n\n");
        }
        for (side, claims) in row.sides.iter().enumerate() {
            let lead = RichText::default().of_side(&names[side], side).plain(": ");
            for claim in claims {
                item_of(out, &lead, claim);
            }
        }
    }
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
fn claim_text(claim: &ClaimItem) -> String {
    let mut said = marked_up(&claim.sentence);
    if !claim.gloss.is_empty() {
        said.push_str(". ");
        said.push_str(&around("*", &marked_up(&claim.gloss)));
    }
    if !claim.places.is_empty() {
        said.push(' ');
        said.push_str(&marked_up(&claim.places));
    }
    said
}

fn marked_up(line: &RichText) -> String {
    let mut out = String::new();
    line_into(&mut out, line, true);
    out
}

/// A line with its emphasis, which headings have no need of.
fn line_into(out: &mut String, line: &RichText, emphasis: bool) {
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

/// What Markdown (GitHub's or Pandoc's), HTML or a table would read as its own is written as itself.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '#' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' | '^' | '@' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A text at the start of a block: what would make it a heading, a list, a definition or a rule is written as itself.
fn at_start(text: &str) -> String {
    let text = text.trim_start();
    let open = usize::from(text.starts_with('('));
    let counted = open + text[open..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    match text.as_bytes().get(counted) {
        Some(b'#' | b'+' | b'-' | b'=' | b':' | b'%') if counted == 0 => format!("\\{text}"),
        Some(b'.' | b')') if open > 0 => format!("\\{text}"),
        Some(b'.' | b')') if counted > 0 => format!("{}\\{}", &text[..counted], &text[counted..]),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options as Reading, Parser, Tag};

    use super::*;

    /// Texts that would be something else if they were taken as they are.
    const HOSTILE: [&str; 14] = [
        "a | b",
        "# no heading",
        "- no item",
        "1. no number",
        "(a) no letter",
        "iv) no numeral",
        "`code` and *stars* and _lines_",
        "[link](https://example.org) ![image](x)",
        "<b>bold</b> <!-- gone",
        "two\nlines\n\nand a paragraph",
        "| --- | --- |",
        "> no quote",
        "---",
        "\\| back \\",
    ];

    fn claim(text: &str) -> ClaimItem {
        let line = || RichText::from(text);
        ClaimItem { sentence: line(), gloss: line(), places: line(), passages: vec![line(), line()] }
    }

    /// How often each kind of block is read, and the cells of each row.
    fn structure(page: &Document) -> (Vec<&'static str>, Vec<usize>, String) {
        let printed = print(page);
        let (mut kinds, mut rows, mut text) = (Vec::new(), Vec::new(), String::new());
        for event in Parser::new_ext(&printed, Reading::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { .. }) => kinds.push("heading"),
                Event::Start(Tag::List(_)) => kinds.push("list"),
                Event::Start(Tag::Item) => kinds.push("item"),
                Event::Start(Tag::BlockQuote(_)) => kinds.push("quotation"),
                Event::Start(Tag::Table(_)) => kinds.push("table"),
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(0),
                Event::Start(Tag::TableCell) => rows.iter_mut().last().into_iter().for_each(|cells| *cells += 1),
                Event::Start(Tag::Paragraph | Tag::Strong | Tag::Emphasis) | Event::End(_) => {}
                Event::Text(words) => text.push_str(&words),
                Event::SoftBreak => text.push(' '),
                other => panic!("{other:?} in\n{printed}"),
            }
        }
        (kinds, rows, text)
    }

    #[test]
    fn no_text_changes_what_a_page_is_made_of() {
        for text in HOSTILE {
            let cells = || vec![RichText::from(text), RichText::from("1"), RichText::from(text)];
            let page = vec![
                Block::Heading(1, RichText::from(text)),
                Block::Paragraph(RichText::from(text)),
                Block::Item(RichText::from(text)),
                Block::ClaimItem(RichText::default(), claim(text)),
                Block::ClaimItem(RichText::from(text), claim(text)),
                Block::Paragraph(RichText::from(text)),
                Block::Table(vec![text.to_owned(), "n".to_owned(), text.to_owned()], vec![cells(), cells()]),
                Block::Sides(
                    [text.to_owned(), "B".to_owned()],
                    vec![
                        Row { what: RichText::from(text), sides: [vec![claim(text)], vec![claim(text), claim(text)]] };
                        2
                    ],
                ),
            ];
            let (kinds, rows, read) = structure(&page);
            let quoted = ["item", "quotation", "quotation"];
            let sides = std::iter::once("list").chain(quoted.into_iter().cycle().take(9));
            let expected: Vec<&str> = ["heading", "list", "item"]
                .into_iter()
                .chain(quoted.into_iter().cycle().take(6))
                .chain(["table"])
                .chain(sides.clone())
                .chain(sides)
                .collect();
            assert_eq!(kinds, expected, "{text}");
            assert_eq!(rows, [3, 3, 3], "{text}");
            let words = |text: &str| text.split_whitespace().collect::<String>();
            assert!(words(&read).contains(&words(text)), "{text} in {read}");
        }
    }
}
