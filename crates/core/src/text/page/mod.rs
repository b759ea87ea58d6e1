//! The readable text of a page: paragraphs as a reader sees them, from the tags and the text between them, in their order.
//!
//! No tree is built: what is open is only counted, so that a page that nests a million deep costs no more than a flat one.

mod attributes;
mod elements;
pub(super) mod html;
pub(super) mod markdown;
mod marks;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use html5ever::LocalName;

use elements::{Appearance, ends_before, is_block, keeps_lines, nests};
use marks::{LONGEST, Raised, judge, raised};

/// So many characters before a mark are enough to judge it by.
const TAIL: usize = 40;

/// What has been read of a page.
#[derive(Default)]
pub(super) struct Page {
    pieces: Pieces,
    /// How many elements of each name have begun and not ended.
    open: HashMap<LocalName, usize>,
    hidden: Option<Hidden>,
    raised: Option<Candidate>,
    /// How many elements are open in which a line is a line.
    lines_kept: usize,
    /// A line has just ended: if another one does, so does the paragraph.
    line_ended: bool,
}

/// An element that is not shown.
struct Hidden {
    name: LocalName,
    /// How many elements of each name have begun in it and not ended.
    inside: HashMap<LocalName, usize>,
    /// How many of these are lists or tables, in which others of its own name can stand.
    nests: usize,
}

/// An element that may be the mark of a footnote.
struct Candidate {
    name: LocalName,
    /// How many of the same name are open in it.
    inside: usize,
    look: Appearance,
    text: String,
}

impl Page {
    /// Text, as it comes.
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        if self.lines_kept > 0 {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.line_end();
                }
                self.words(line);
            }
        } else {
            self.words(text);
        }
    }

    fn words(&mut self, text: &str) {
        self.line_ended &= text.chars().all(char::is_whitespace);
        match &mut self.raised {
            Some(candidate) => {
                candidate.text.push_str(text);
                if candidate.text.trim().chars().nth(LONGEST).is_some() {
                    self.resolve_raised();
                }
            }
            None => self.pieces.push(text),
        }
    }

    /// The end of a line. A second one with nothing between ends the paragraph.
    fn line_end(&mut self) {
        if self.hidden.is_some() {
            return;
        }
        if self.line_ended {
            self.paragraph_end();
        } else {
            self.resolve_raised();
            self.pieces.push(" ");
        }
        self.line_ended = true;
    }

    /// The beginning or end of something that is a paragraph of its own.
    fn paragraph_end(&mut self) {
        self.resolve_raised();
        self.pieces.end();
        self.line_ended = false;
    }

    /// The beginning of an element that has an end.
    fn start(&mut self, name: &LocalName, look: Appearance) {
        if let Some(hidden) = &mut self.hidden {
            if hidden.nests > 0 || !ends_before(&hidden.name, name) {
                *hidden.inside.entry(name.clone()).or_default() += 1;
                hidden.nests += usize::from(nests(name));
                return;
            }
            self.shown();
        }
        *self.open.entry(name.clone()).or_default() += 1;
        self.lines_kept += usize::from(keeps_lines(name));
        if is_block(name) {
            self.paragraph_end();
        }
        if look.hidden {
            self.hidden = Some(Hidden { name: name.clone(), inside: HashMap::new(), nests: 0 });
        } else if !is_block(name) {
            self.may_be_mark(name, look);
        }
    }

    fn may_be_mark(&mut self, name: &LocalName, look: Appearance) {
        // What is raised within a link speaks for itself, unless it is all of the link.
        if look.raised && self.raised.as_ref().is_some_and(|candidate| !candidate.text.trim().is_empty()) {
            self.resolve_raised();
        }
        match &mut self.raised {
            Some(candidate) => {
                candidate.inside += usize::from(candidate.name == *name);
                candidate.look.raised |= look.raised;
                candidate.look.linked |= look.linked;
                candidate.look.note |= look.note;
            }
            None if look != Appearance::default() => {
                self.raised = Some(Candidate { name: name.clone(), inside: 0, look, text: String::new() });
            }
            None => {}
        }
    }

    /// The end of an element.
    fn end(&mut self, name: &LocalName) {
        if let Some(hidden) = &mut self.hidden {
            if let Some(inside) = hidden.inside.get_mut(name).filter(|inside| **inside > 0) {
                *inside -= 1;
                hidden.nests -= usize::from(nests(name));
                return;
            }
            let (own, around) = (hidden.name == *name, self.open.get(name).is_some_and(|open| *open > 0));
            if !own && !around {
                return;
            }
            self.shown();
            if own {
                if is_block(name) {
                    self.paragraph_end();
                }
                return;
            }
        }
        if let Some(candidate) = &mut self.raised
            && candidate.name == *name
        {
            match candidate.inside.checked_sub(1) {
                Some(less) => candidate.inside = less,
                None => self.resolve_raised(),
            }
        }
        self.close(name);
        if is_block(name) {
            self.paragraph_end();
        }
    }

    fn close(&mut self, name: &LocalName) {
        if let Some(open) = self.open.get_mut(name).filter(|open| **open > 0) {
            *open -= 1;
            self.lines_kept -= usize::from(keeps_lines(name));
        }
    }

    /// An element that has no text in it.
    fn between(&mut self, name: &str) {
        if self.hidden.is_none() && is_block(name) {
            self.paragraph_end();
        }
    }

    /// Whether an element has begun and not ended.
    fn is_open(&self, name: &str) -> bool {
        self.open.get(&LocalName::from(name)).is_some_and(|open| *open > 0)
    }

    /// Whether what comes now is not shown.
    fn is_hidden(&self) -> bool {
        self.hidden.is_some()
    }

    /// Ends what is not shown.
    fn shown(&mut self) {
        if let Some(hidden) = self.hidden.take() {
            self.close(&hidden.name);
        }
    }

    /// Takes what may have been a mark for what it is.
    fn resolve_raised(&mut self) {
        let Some(Candidate { look, text, .. }) = self.raised.take() else { return };
        match judge(&text, look, self.pieces.tail()) {
            Raised::Mark if text.starts_with(char::is_whitespace) => self.pieces.push(" "),
            Raised::Mark => {}
            Raised::Number => self.pieces.push(&raised(&text)),
            Raised::Text => self.pieces.push(&text),
        }
    }

    /// All paragraphs.
    fn finish(mut self) -> Vec<String> {
        self.paragraph_end();
        self.pieces.done
    }
}

/// Paragraphs of a text that comes in pieces: what is shown is one blank for all white space.
#[derive(Default)]
struct Pieces {
    done: Vec<String>,
    current: String,
}

impl Pieces {
    /// Goes on with the paragraph.
    fn push(&mut self, text: &str) {
        for (index, piece) in text.split(char::is_whitespace).enumerate() {
            if index > 0 && !self.current.ends_with(' ') && !self.current.is_empty() {
                self.current.push(' ');
            }
            self.current.push_str(piece);
        }
    }

    /// The last few characters of the paragraph.
    fn tail(&self) -> &str {
        let start = self.current.char_indices().rev().nth(TAIL).map_or(0, |(at, _)| at);
        &self.current[start..]
    }

    /// Ends the paragraph, if there is one.
    fn end(&mut self) {
        let paragraph = std::mem::take(&mut self.current);
        let paragraph = paragraph.trim();
        if !paragraph.is_empty() {
            self.done.push(paragraph.to_owned());
        }
    }
}
