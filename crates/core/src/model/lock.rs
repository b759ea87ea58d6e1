//! Where actors stand for good: what `layout.lock` says.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::quoted::{is_plain, quoted, unquoted};

/// Where actors stand, by their ids: x and y in pixels.
pub type Stands = BTreeMap<Box<str>, (f64, f64)>;

/// Places by the id of the view whose picture they are of, then by that of the actor.
///
/// A view that borrows the layout of another has places of its own only for actors that the other lacks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LayoutLock {
    /// The views.
    pub views: BTreeMap<Box<str>, Stands>,
}

/// The first line of the file: what it is, for who opens it.
const HEAD: &str =
    "# Where the actors stand: [view], then actor, x and y in pixels. Written by `parallax build --lock`.\n";

impl LayoutLock {
    /// The file: views and actors in the order of their ids, a line each.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (view, actors) in self.views.iter().filter(|(_, actors)| !actors.is_empty()) {
            text.push_str(&format!("\n[{view}]\n"));
            for (actor, (x, y)) in actors {
                text.push_str(&format!("{} {x} {y}\n", written(actor)));
            }
        }
        text
    }
}

/// A line of the file: an actor and a place.
#[derive(Debug, PartialEq, Eq)]
pub struct Stand<'l> {
    /// The actor's id.
    pub actor: Cow<'l, str>,
    /// Where that stands in the line, with its quotes.
    pub at: Range<usize>,
    /// x and y as they are written.
    pub place: [&'l str; 2],
}

impl<'l> Stand<'l> {
    /// Takes a line apart; none if it is not an actor, a space, x, a space, y.
    #[must_use]
    pub fn of(line: &'l str) -> Option<Self> {
        let (rest, y) = last_word(line.trim_end())?;
        let (rest, x) = last_word(rest)?;
        let written = rest.trim_start();
        let start = rest.len() - written.len();
        let at = start..rest.len();
        // Quotes that nothing in them needs are part of the id: so it was written before ids could be quoted.
        let named = unquoted(written).ok().filter(|(name, length)| *length == written.len() && !is_bare(name));
        let actor = match named {
            Some((name, _)) if written.starts_with('"') => Cow::Owned(name),
            _ => Cow::Borrowed(written),
        };
        Some(Self { actor, at, place: [x, y] })
    }
}

/// An id as a line begins with it.
fn written(actor: &str) -> Cow<'_, str> {
    if is_bare(actor) { Cow::Borrowed(actor) } else { Cow::Owned(quoted(actor)) }
}

/// Whether a line that begins with an id is no comment and no heading, and has all of it.
fn is_bare(actor: &str) -> bool {
    is_plain(actor) && !actor.starts_with(['#', '['])
}

/// What stands before the last word, and the word.
fn last_word(line: &str) -> Option<(&str, &str)> {
    line.rsplit_once(char::is_whitespace).map(|(rest, word)| (rest.trim_end(), word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_ids_are_written_as_they_are_and_old_lines_read_as_before() {
        for id in ["china", "Acme, Inc.", "a\"b", "x: y"] {
            assert_eq!(written(id), id);
        }
        for line in ["us 1 2", "some words  3 4", "\"quoted\" 1 2", "\"a\" b 1 2", "\"a 1 2"] {
            let actor = line.rsplitn(3, ' ').last().unwrap_or_default().trim_end();
            assert_eq!(Stand::of(line).unwrap().actor, actor, "{line}");
        }
        assert_eq!(Stand::of("us 1"), None);
    }

    proptest! {
        #[test]
        fn any_id_comes_back(id in "\\PC{0,12}|[\"\\\\#\\[\\] \n\ta1]{0,8}") {
            let line = format!("  {} 1.5 -2", written(&id));
            let stand = Stand::of(&line).unwrap();
            assert_eq!((&*stand.actor, stand.place), (&*id, ["1.5", "-2"]));
            assert_eq!(line.lines().count(), 1);
        }

        #[test]
        fn any_line_is_read_or_refused(line in "[\"\\\\#u{} 1a\u{85}]{0,24}|\\PC{0,24}") {
            if let Some(stand) = Stand::of(&line) {
                assert!(line.get(stand.at).is_some());
            }
        }
    }
}
