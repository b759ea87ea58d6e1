//! The readable text of Markdown: each heading, paragraph, item and cell is a paragraph.

use pulldown_cmark::{Event, Options, Parser};

use super::paragraphs::Pieces;

pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut pieces = Pieces::default();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) | Event::Code(text) => pieces.push(&text),
            Event::SoftBreak | Event::HardBreak => pieces.push(" "),
            Event::Start(tag) if !is_inline(&tag.to_end()) => pieces.end(),
            Event::End(tag) if !is_inline(&tag) => pieces.end(),
            Event::Rule => pieces.end(),
            _ => {}
        }
    }
    pieces.finish()
}

fn is_inline(tag: &pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Image | Link | Strikethrough | Strong | Subscript | Superscript)
}
