//! What the words of a briefing tell of, for pages on which they lead there.
//!
//! The lines are written once. Where words are to lead somewhere, or to look otherwise, they are marked while a message is filled; the marks
//! come out again where the line is taken apart.

use std::cell::RefCell;

use parallax_core::diff::Pair;
use parallax_core::model::{ActorId, FacetId, IssueId, PositionId, RelationId};

use super::super::document::{RichText, Tone};

/// What a piece of a briefing tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An actor.
    Actor(ActorId),
    /// Two actors, lifted to those for whom they stand.
    Pair(Pair),
    /// A question.
    Issue(IssueId),
    /// A statement: most often a passage of it.
    Statement(RelationId),
    /// A position: most often a passage of it.
    Position(PositionId),
    /// A respect.
    Facet(FacetId),
    /// All that is not said of what is or was.
    Uncertain,
}

/// A piece of a line of a briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefingPiece {
    /// Its words: harmless, and on one line.
    pub text: String,
    /// Whether it stands out: what the line is on.
    pub is_lead: bool,
    /// What it tells of, if that is something that can be looked at.
    pub target: Option<Target>,
}

/// Stand before a mark, such as the number of a target, behind it, and behind the words that it marks: code points that are no characters.
const MARKS: [char; 3] = ['\u{fdd0}', '\u{fdd1}', '\u{fdd2}'];

/// The targets of the lines that are being written, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Links(RefCell<Vec<Target>>);

impl Links {
    /// A text, marked with what it tells of.
    pub(super) fn mark(&self, text: &str, target: Target) -> String {
        let mut targets = self.0.borrow_mut();
        targets.push(target);
        marked(text, &(targets.len() - 1).to_string())
    }

    /// A line in pieces, each with what it tells of.
    pub(super) fn pieces(&self, line: &RichText) -> Vec<BriefingPiece> {
        let pieces = line.0.iter().flat_map(|run| parts(run.text()).into_iter().map(move |part| (run.tone, part)));
        let piece = |(tone, (mark, text)): (Tone, (&str, String))| {
            let target = self.target(mark);
            // A mark that is none of these is of the text itself.
            let text = if target.is_some() { text } else { format!("{mark}{text}") };
            BriefingPiece { text, is_lead: tone == Tone::Strong, target }
        };
        pieces.map(piece).collect()
    }

    fn target(&self, number: &str) -> Option<Target> {
        self.0.borrow().get(number.parse::<usize>().ok()?).copied()
    }
}

/// A text with a mark.
pub(super) fn marked(text: &str, mark: &str) -> String {
    let [start, end, behind] = MARKS;
    format!("{start}{mark}{end}{}{behind}", text.replace(MARKS, ""))
}

/// A text in parts, none of them empty: the mark of each, which most have not, and its words.
pub(super) fn parts(text: &str) -> Vec<(&str, String)> {
    let mut parts = Vec::new();
    let mut part = |mark, text: &str| {
        let text = text.replace(MARKS, "");
        if !text.is_empty() {
            parts.push((mark, text));
        }
    };
    let mut opened = text.split(MARKS[0]);
    part("", opened.next().unwrap_or_default());
    for after in opened {
        let (told, after) = after.split_once(MARKS[2]).unwrap_or(("", after));
        let (mark, told) = told.split_once(MARKS[1]).unwrap_or(("", told));
        part(mark, told);
        part("", after);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &RichText, links: &Links) -> Vec<(String, Option<Target>)> {
        links.pieces(line).into_iter().map(|piece| (piece.text, piece.target)).collect()
    }

    #[test]
    fn words_that_are_marked_lead_on_and_all_others_stay() {
        let links = Links::default();
        let named = links.mark("what is\u{fdd1} uncertain", Target::Uncertain);
        let line = RichText::default().strong("How certain").plain(&format!(": of {named}, 4 %"));
        let pieces = links.pieces(&line);
        assert_eq!(pieces.iter().map(|piece| piece.is_lead).collect::<Vec<_>>(), [true, false, false, false]);
        let expected = [("How certain", None), (": of ", None), ("what is uncertain", Some(Target::Uncertain))];
        assert_eq!(told(&line, &links)[..3], expected.map(|(text, target)| (text.to_owned(), target)));
    }

    #[test]
    fn texts_that_hold_marks_of_their_own_lose_these_alone() {
        let links = Links::default();
        let line = RichText::default().plain("a\u{fdd0}7\u{fdd1}b\u{fdd2}c\u{fdd0}d");
        let text: String = told(&line, &links).iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(text, "a7bcd");
        assert!(told(&line, &links).iter().all(|(_, target)| target.is_none()));
    }
}
