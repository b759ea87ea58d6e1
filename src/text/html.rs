//! The readable text of HTML: what stands between the tags of two blocks is a paragraph.
//!
//! Only the tokens are read, not the tree: entities, comments and raw text are as in a browser, and a page that nests a million deep costs
//! no more than a flat one.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::paragraphs::Pieces;

/// Elements that stand in a line of text; every other one begins and ends a paragraph.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
];

/// Elements whose text is not read, with how the tokens inside them are made.
const UNREAD: &[(&str, RawKind)] = &[
    ("iframe", RawKind::Rawtext),
    ("noembed", RawKind::Rawtext),
    ("noframes", RawKind::Rawtext),
    ("noscript", RawKind::Rawtext),
    ("script", RawKind::ScriptData),
    ("style", RawKind::Rawtext),
    ("textarea", RawKind::Rcdata),
    ("title", RawKind::Rcdata),
    ("xmp", RawKind::Rawtext),
];

pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(text.into());
    // It would stop only where the sink wants a script run, and this one never does.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().pieces.finish()
}

#[derive(Default)]
struct Reader(RefCell<State>);

#[derive(Default)]
struct State {
    pieces: Pieces,
    /// The element whose text is not read, until its end.
    unread: bool,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) if !state.unread => state.pieces.push(&text),
            Token::TagToken(tag) => return state.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if name == "br" {
            self.pieces.push(" ");
        } else if !INLINE.contains(&name) {
            self.pieces.end();
        }
        let raw = UNREAD.iter().find(|(unread, _)| *unread == name).map(|(_, kind)| *kind);
        self.unread = raw.is_some() && tag.kind == TagKind::StartTag;
        match raw {
            Some(kind) if self.unread => TokenSinkResult::RawData(kind),
            _ => TokenSinkResult::Continue,
        }
    }
}
