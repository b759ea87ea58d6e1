//! A TOML text in its parts: headers, keys, values, and the comments at each of them. Nothing is lost but space.

use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, parse_document};
use toml_parser::{ParseError, Source};

/// A whole file. The first block has no header.
pub(super) struct File<'t> {
    pub(super) blocks: Vec<Block<'t>>,
    /// What stands after the last key.
    pub(super) tail: Vec<Line<'t>>,
}

/// A header with the keys below it.
#[derive(Default)]
pub(super) struct Block<'t> {
    /// What stands before the header.
    pub(super) lines: Vec<Line<'t>>,
    pub(super) header: Option<Header<'t>>,
    pub(super) entries: Vec<Entry<'t>>,
}

/// `[a.b]` or `[[a.b]]`.
pub(super) struct Header<'t> {
    pub(super) path: Vec<&'t str>,
    pub(super) in_list: bool,
    pub(super) comment: Option<&'t str>,
}

/// A line that says nothing to a program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'t> {
    Blank,
    Comment(&'t str),
}

/// A key with its value, or an item of a list, whose key is empty.
pub(super) struct Entry<'t> {
    /// What stands before it.
    pub(super) lines: Vec<Line<'t>>,
    /// Its key, as written; several with dots between them.
    pub(super) key: Vec<&'t str>,
    pub(super) value: Value<'t>,
    /// The comment at the end of its line.
    pub(super) comment: Option<&'t str>,
}

/// A value.
pub(super) enum Value<'t> {
    /// Whatever is not made of others, as written, and whether it is a text in single quotes.
    Scalar { raw: &'t str, literal: bool },
    /// Items, and what stands after the last.
    List(Vec<Entry<'t>>, Vec<Line<'t>>),
    /// Keys with their values, and what stands after the last.
    Table(Vec<Entry<'t>>, Vec<Line<'t>>),
}

/// Takes a text apart; none if it is no TOML. It must not be nested too deep: the parser goes down the stack.
pub(super) fn parse(text: &str) -> Option<File<'_>> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let (mut events, mut wrong): (Vec<Event>, Option<ParseError>) = (Vec::new(), None);
    parse_document(&tokens, &mut events, &mut wrong);
    let reader = Reader { text, events, at: 0 };
    if wrong.is_some() { None } else { reader.file() }
}

struct Reader<'t> {
    text: &'t str,
    events: Vec<Event>,
    at: usize,
}

impl<'t> Reader<'t> {
    /// The next event that is more than space.
    fn next(&mut self) -> Option<(EventKind, &'t str, Option<Encoding>)> {
        loop {
            let event = self.events.get(self.at)?;
            self.at += 1;
            if event.kind() != EventKind::Whitespace {
                let raw = self.text.get(event.span().start()..event.span().end())?;
                return Some((event.kind(), raw, event.encoding()));
            }
        }
    }

    fn file(mut self) -> Option<File<'t>> {
        let mut blocks = vec![Block::default()];
        let mut lines = Vec::new();
        // Whether nothing stands on this line yet.
        let mut fresh = true;
        while let Some((kind, raw, _)) = self.next() {
            let block = blocks.last_mut()?;
            match kind {
                EventKind::Newline if fresh => lines.push(Line::Blank),
                EventKind::Newline => {}
                EventKind::Comment if fresh => lines.push(Line::Comment(raw.trim_end())),
                EventKind::Comment => {
                    let last = block.entries.last_mut().map(|entry| &mut entry.comment);
                    *last.or(block.header.as_mut().map(|header| &mut header.comment))? = Some(raw.trim_end());
                }
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                    let header = self.header(kind == EventKind::ArrayTableOpen)?;
                    blocks.push(Block { lines: std::mem::take(&mut lines), header: Some(header), entries: Vec::new() });
                }
                EventKind::SimpleKey => {
                    let mut lines = std::mem::take(&mut lines);
                    let (key, value) = self.key_and_value(raw, &mut lines)?;
                    block.entries.push(Entry { lines, key, value, comment: None });
                }
                _ => return None,
            }
            fresh = kind == EventKind::Newline;
        }
        Some(File { blocks, tail: lines })
    }

    fn header(&mut self, in_list: bool) -> Option<Header<'t>> {
        let mut path = Vec::new();
        loop {
            match self.next()? {
                (EventKind::SimpleKey, raw, _) => path.push(raw),
                (EventKind::KeySep, ..) => {}
                (EventKind::StdTableClose | EventKind::ArrayTableClose, ..) => break,
                _ => return None,
            }
        }
        Some(Header { path, in_list, comment: None })
    }

    /// A key that has begun, up to the end of its value. In braces the parser also takes a line end on the way, and so a
    /// comment: that then stands before the key.
    fn key_and_value(&mut self, first: &'t str, lines: &mut Vec<Line<'t>>) -> Option<(Vec<&'t str>, Value<'t>)> {
        let mut key = vec![first];
        loop {
            match self.next()? {
                (EventKind::SimpleKey, raw, _) => key.push(raw),
                (EventKind::KeySep | EventKind::KeyValSep | EventKind::Newline, ..) => {}
                (EventKind::Comment, raw, _) => lines.push(Line::Comment(raw.trim_end())),
                (kind, raw, encoding) => return Some((key, self.value(kind, raw, encoding)?)),
            }
        }
    }

    /// A value that begins with an event.
    fn value(&mut self, kind: EventKind, raw: &'t str, encoding: Option<Encoding>) -> Option<Value<'t>> {
        match kind {
            EventKind::Scalar => Some(Value::Scalar { raw, literal: encoding == Some(Encoding::LiteralString) }),
            EventKind::ArrayOpen => self.within(EventKind::ArrayClose).map(|(items, tail)| Value::List(items, tail)),
            EventKind::InlineTableOpen => {
                self.within(EventKind::InlineTableClose).map(|(entries, tail)| Value::Table(entries, tail))
            }
            _ => None,
        }
    }

    /// What stands in brackets, up to the closing one. A comment belongs to the value before it on its line.
    fn within(&mut self, close: EventKind) -> Option<(Vec<Entry<'t>>, Vec<Line<'t>>)> {
        let mut entries: Vec<Entry<'t>> = Vec::new();
        let mut lines = Vec::new();
        let mut same_line = false;
        loop {
            let (kind, raw, encoding) = self.next()?;
            match kind {
                EventKind::Newline => same_line = false,
                EventKind::ValueSep => {}
                EventKind::Comment => match entries.last_mut().filter(|entry| same_line && entry.comment.is_none()) {
                    Some(entry) => entry.comment = Some(raw.trim_end()),
                    None => lines.push(Line::Comment(raw.trim_end())),
                },
                kind if kind == close => return Some((entries, lines)),
                kind => {
                    let mut lines = std::mem::take(&mut lines);
                    let (key, value) = match kind {
                        EventKind::SimpleKey => self.key_and_value(raw, &mut lines)?,
                        _ => (Vec::new(), self.value(kind, raw, encoding)?),
                    };
                    entries.push(Entry { lines, key, value, comment: None });
                    same_line = true;
                }
            }
        }
    }
}

impl<'t> File<'t> {
    /// Every comment, sorted.
    pub(super) fn comments(&self) -> Vec<&'t str> {
        let mut found = Vec::new();
        for block in &self.blocks {
            comments_of(&block.lines, &mut found);
            found.extend(block.header.as_ref().and_then(|header| header.comment));
            for entry in &block.entries {
                entry.comments(&mut found);
            }
        }
        comments_of(&self.tail, &mut found);
        found.sort_unstable();
        found
    }
}

impl<'t> Entry<'t> {
    fn comments(&self, found: &mut Vec<&'t str>) {
        comments_of(&self.lines, found);
        found.extend(self.comment);
        if let Value::List(entries, tail) | Value::Table(entries, tail) = &self.value {
            for entry in entries {
                entry.comments(found);
            }
            comments_of(tail, found);
        }
    }
}

fn comments_of<'t>(lines: &[Line<'t>], found: &mut Vec<&'t str>) {
    found.extend(lines.iter().filter_map(|line| if let Line::Comment(text) = line { Some(*text) } else { None }));
}
