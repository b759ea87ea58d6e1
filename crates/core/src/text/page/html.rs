//! The readable text of HTML. Only the tokens are read: entities, comments and raw text are as in a browser.

use std::cell::RefCell;

use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::Page;
use super::attributes::bounded;
use super::elements::{Appearance, is_void, raw};

/// The paragraphs of a page. One that begins as XML is read as such: an element may end where it begins, and text may stand in CDATA.
pub(in crate::text) fn paragraphs(text: &str, xml: bool) -> Vec<String> {
    let mut page = Page::default();
    feed(&mut page, text, xml || text.trim_start().starts_with("<?xml"));
    page.finish()
}

/// Reads on with HTML that begins and ends between two tags.
pub(super) fn feed(page: &mut Page, html: &str, xml: bool) {
    let tokenizer = Tokenizer::new(Reader { page: RefCell::new(page), xml }, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back((&*bounded(html)).into());
    // It would stop only where the sink wants a script run, and this one never does.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
}

struct Reader<'p> {
    page: RefCell<&'p mut Page>,
    xml: bool,
}

impl TokenSink for Reader<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            Token::CharacterTokens(text) => page.text(&text),
            Token::TagToken(tag) => return self.tag(&mut page, &tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.is_foreign(&self.page.borrow())
    }
}

impl Reader<'_> {
    /// Whether the rules of XML hold: for the whole page, or within a picture or a formula.
    fn is_foreign(&self, page: &Page) -> bool {
        self.xml || page.is_open("svg") || page.is_open("math")
    }

    fn tag(&self, page: &mut Page, tag: &Tag) -> TokenSinkResult<()> {
        let (name, starts) = (&*tag.name, tag.kind == TagKind::StartTag);
        if name == "br" {
            // In HTML `</br>` is a line's end as well.
            if starts || !self.xml {
                page.line_end();
            }
        } else if is_void(name) || (starts && tag.self_closing && self.is_foreign(page)) {
            page.between(name);
        } else if starts {
            page.start(&tag.name, Appearance::of(tag));
            return raw(name).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
        } else {
            page.end(&tag.name);
        }
        TokenSinkResult::Continue
    }
}
