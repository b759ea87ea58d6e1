//! The readable text of Markdown: each heading, paragraph, item, cell and note is a paragraph; HTML in it is read as in a page.

use html5ever::local_name;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::Page;
use super::elements::Appearance;
use super::html::feed;

/// More characters than these are no label of a note.
const LABEL: usize = 40;

pub(in crate::text) fn paragraphs(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for event in TextMergeStream::new(Parser::new_ext(without_header(text), options)) {
        reader.take(event);
    }
    reader.page.finish()
}

#[derive(Default)]
struct Reader {
    page: Page,
    /// The HTML of a block, until its end.
    block: Option<String>,
    /// The text of an element that began within a line and is not shown. If it has no end in its paragraph, it was none: somebody wrote of tags.
    unseen: Option<String>,
    in_code: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.in_code => self.text(&text),
            Event::Text(text) => without_marks(&text, |part| self.text(part)),
            Event::Code(text) => self.text(&text),
            Event::Html(html) => match &mut self.block {
                Some(block) => block.push_str(&html),
                None => feed(&mut self.page, &html, false),
            },
            Event::InlineHtml(html) => {
                let before = self.page.is_hidden();
                feed(&mut self.page, &html, false);
                match (before, self.page.is_hidden()) {
                    (false, true) => self.unseen = Some(String::new()),
                    (true, false) => self.unseen = None,
                    _ => {}
                }
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.page.line_end(),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Rule => self.page.paragraph_end(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.page.text(text);
        if let Some(unseen) = &mut self.unseen {
            unseen.push_str(text);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Link { .. } => {
                self.page.start(&local_name!("a"), Appearance { linked: true, ..Appearance::default() });
            }
            Tag::HtmlBlock => {
                self.page.paragraph_end();
                self.block = Some(String::new());
            }
            tag if is_inline(tag.to_end()) => {}
            tag => {
                self.in_code = matches!(tag, Tag::CodeBlock(_));
                self.page.paragraph_end();
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::Link {
            self.page.end(&local_name!("a"));
        }
        if is_inline(tag) {
            return;
        }
        if let Some(block) = self.block.take() {
            feed(&mut self.page, &block, false);
        }
        if let Some(unseen) = self.unseen.take() {
            self.page.shown();
            self.page.text(&unseen);
        }
        self.in_code = false;
        self.page.paragraph_end();
    }
}

fn is_inline(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Image | Link | Strikethrough | Strong | Subscript | Superscript)
}

/// The parts of a text between marks such as `[^3]` whose notes stand in another file.
fn without_marks<'t>(text: &'t str, mut part: impl FnMut(&'t str)) {
    let mut rest = text;
    while let Some(at) = rest.find("[^") {
        let after = &rest[at + 2..];
        let label = after.chars().take(LABEL).take_while(|character| !character.is_whitespace() && *character != ']');
        let length: usize = label.map(char::len_utf8).sum();
        let is_mark = length > 0 && after[length..].starts_with(']');
        part(&rest[..if is_mark { at } else { at + 2 }]);
        rest = if is_mark { &after[length + 1..] } else { after };
    }
    part(rest);
}

/// A Markdown text without the YAML (between `---`) or TOML (between `+++`) that it begins with.
///
/// A text may also begin with a line across; so what is no YAML is no header.
fn without_header(text: &str) -> &str {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let fence = first.trim_end();
    let (closes, fits): (&[&str], fn(&str) -> bool) = match fence {
        "---" => (&["---", "..."], is_yaml),
        "+++" => (&["+++"], |_| true),
        _ => return text,
    };
    let mut at = first.len();
    for (index, line) in lines.enumerate() {
        at += line.len();
        if closes.contains(&line.trim_end()) {
            return if index > 0 { &text[at..] } else { text };
        }
        if !fits(line.trim_end()) {
            return text;
        }
    }
    text
}

/// Whether a line may be one of YAML: a key, an item, a comment, or what goes on from the line before.
fn is_yaml(line: &str) -> bool {
    let begins = line.starts_with([' ', '\t', '#', '}', ']']) || line == "-" || line.starts_with("- ");
    let key = line.split_once(':').is_some_and(|(key, value)| {
        let word = |character: char| character.is_alphanumeric() || "_-. \"'/@".contains(character);
        (value.is_empty() || value.starts_with([' ', '\t'])) && key.split(' ').count() <= 3 && key.chars().all(word)
    });
    line.is_empty() || begins || key
}
