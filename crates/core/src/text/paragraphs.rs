//! A source text cut into paragraphs, by the rule of its work or, where its format has paragraphs of its own, by that.

use rayon::prelude::*;

use super::page;
use super::words::Paragraph;
use super::wrapped::{Wrapped, lines, wrapped};
use crate::model::{Paragraphs, Selector};
use crate::source::TextFormat;

/// A source text, cut by the rule of its work.
#[derive(Debug, Clone)]
pub struct Text {
    /// The paragraphs, in order; an anchor counts them from 1.
    pub paragraphs: Vec<Paragraph>,
    /// How its lines are wrapped, if each of them is taken for a paragraph and they are.
    pub wrapped: Option<Wrapped>,
}

/// More paragraphs than these are worth several threads.
const MANY: usize = 500;

impl Text {
    /// Cuts a plain text into paragraphs and words.
    #[must_use]
    pub fn new(text: &str, rule: Paragraphs) -> Self {
        match rule {
            Paragraphs::Lines => {
                let lines = lines(text).filter(|line| !line.is_empty()).map(str::to_owned);
                Self { wrapped: wrapped(text), ..Self::of(lines.collect()) }
            }
            Paragraphs::Blocks => Self::of(blocks(text)),
        }
    }

    /// Reads a file by what its name says it is. Markdown and HTML have paragraphs of their own, whatever the rule: each heading, paragraph,
    /// item and cell that a reader sees is one.
    #[must_use]
    pub fn read(name: &str, text: &str, rule: Paragraphs) -> Self {
        match TextFormat::of(name) {
            TextFormat::Markdown => Self::of(page::markdown::paragraphs(text)),
            TextFormat::Html => Self::of(page::html::paragraphs(text, name.to_ascii_lowercase().ends_with(".xhtml"))),
            TextFormat::Plain => Self::new(text, rule),
        }
    }

    fn of(paragraphs: Vec<String>) -> Self {
        let paragraphs = if paragraphs.len() < MANY {
            paragraphs.into_iter().map(Paragraph::new).collect()
        } else {
            paragraphs.into_par_iter().map(Paragraph::new).collect()
        };
        Self { paragraphs, wrapped: None }
    }

    /// A paragraph by its number, counted from 1.
    #[must_use]
    pub fn paragraph(&self, number: u32) -> Option<&Paragraph> {
        self.paragraphs.get((number as usize).checked_sub(1)?)
    }

    /// The paragraph of a passage as written: what comes before it, the passage, what comes after.
    #[must_use]
    pub fn parts(&self, selector: Selector) -> Option<[&str; 3]> {
        parts(self.paragraph(selector.paragraph)?, selector)
    }
}

/// A paragraph as written: what comes before a passage of it, the passage, what comes after.
pub(super) fn parts(paragraph: &Paragraph, selector: Selector) -> Option<[&str; 3]> {
    let words = paragraph.range((selector.first as usize).checked_sub(1)?..selector.last as usize)?;
    Some([&paragraph.text[..words.start], &paragraph.text[words.clone()], &paragraph.text[words.end..]])
}

/// What stands between blank lines.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines(text) {
        match blocks.last_mut().filter(|_| open) {
            Some(block) if !line.is_empty() => {
                block.push('\n');
                block.push_str(line);
            }
            _ if !line.is_empty() => blocks.push(line.to_owned()),
            _ => {}
        }
        open = !line.is_empty();
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &Text) -> Vec<&str> {
        text.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect()
    }

    #[test]
    fn lines_end_as_on_any_machine() {
        let text = Text::new("one\r\n\r\n two \rthree\n", Paragraphs::Lines);
        assert_eq!(shown(&text), ["one", "two", "three"]);
    }

    #[test]
    fn blocks_join_their_lines() {
        let text = Text::new("one\r\ntwo\n\n \n\nthree\r\n", Paragraphs::Blocks);
        assert_eq!(shown(&text), ["one\ntwo", "three"]);
        assert_eq!(text.paragraphs[0].len(), 2);
    }

    #[test]
    fn markdown_is_read_as_it_is_shown() {
        let page = "# A *title*\n\nOne [link](http://a.example/b) and\ntwo `code`.\n\n- item\n- other\n  text\n\n| a | b |\n|---|---|\n| c | d |\n\n<b>x</b>\n";
        let text = Text::read("essay.MD", page, Paragraphs::Lines);
        assert_eq!(shown(&text), ["A title", "One link and two code.", "item", "other text", "a", "b", "c", "d", "x"]);
    }

    #[test]
    fn html_is_read_as_it_is_shown() {
        let page = "<!doctype html><title>Not shown</title><style>p { color: red }</style><script>if (a < b) {}</script>\
            <h1>A&nbsp;title</h1>\n<p>One <b>bo</b>ld <a href='x'>link</a>,\n  two<br>three &lt;<!-- no --><p>four<div>five<p>six</div>seven\
            <ul><li>eight<li>nine</ul><table><tr><td>ten<td>eleven</table><noscript>twelve</noscript><textarea>thirteen</textarea>";
        let text = Text::read("page.html", page, Paragraphs::Blocks);
        let expected =
            ["A title", "One bold link, two three <", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];
        assert_eq!(shown(&text), expected);
    }
}
