//! A statement or a position begun: the record that a coder fills in.

use std::collections::BTreeMap;

use parallax_core::diag::{Sink, SourceId};
use parallax_core::read::{Data, Notation, tree};
use parallax_core::source::Sources;

use super::edits::Edits;
use super::meaning::Plain;
use super::quote::{list, quoted};
use crate::Error;

/// A record begun: what is known of a statement or a position when its passage has been found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordTemplate {
    /// The key of its list.
    list: &'static str,
    /// Its keys, each with its value as it is written and as it is read.
    entries: Vec<(&'static str, String, Plain)>,
}

/// Adds the record at the end of the author's file: of several the last that has statements or positions.
///
/// # Errors
///
/// If no file holds what the author says.
pub fn append(edits: &mut Edits<'_>, sources: &Sources, author: &str, template: &RecordTemplate) -> Result<(), Error> {
    let home = home(sources, author).ok_or_else(|| {
        Error::Refused(format!(
            "no TOML file holds what `{author}` says: make relations/{author}.toml, with author = {} in its first line",
            quoted(author, Notation::Toml)
        ))
    })?;
    let text = &edits.source(home)?.text;
    // The tree is asked for, so that a file with errors is left alone.
    edits.tree(home)?;
    let gap = match text.as_str() {
        text if text.trim().is_empty() => "",
        text if text.ends_with("\n\n") || text.ends_with("\n\r\n") => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let end = text.len();
    edits.splice(home, end..end, format!("{gap}{}", template.record()));
    edits.meant(home).records.push((template.list.to_owned(), template.says()));
    Ok(())
}

/// The file that what an author says goes into.
fn home(sources: &Sources, author: &str) -> Option<SourceId> {
    let mut home = None;
    for source in sources.own().filter(|source| Notation::of(&source.name) == Some(Notation::Toml)) {
        let Some(Data::Table(root)) = tree(source, &mut Sink::default()).map(|value| value.data) else { continue };
        let named = match root.get("author").map(|entry| &entry.value.data) {
            Some(Data::Str(id)) => id == author,
            Some(Data::Table(table)) => {
                matches!(table.get("id").map(|entry| &entry.value.data), Some(Data::Str(id)) if id == author)
            }
            _ => false,
        };
        let filled = root.get("relation").or_else(|| root.get("position")).is_some();
        if named && (filled || !home.is_some_and(|(_, filled)| filled)) {
            home = Some((source.id, filled));
        }
    }
    home.map(|(id, _)| id)
}

/// A value as it is written, and as it is read.
type Written = (String, Plain);

fn string(text: &str) -> Written {
    (quoted(text, Notation::Toml), Plain::Str(text.to_owned()))
}

fn strings(texts: &[String]) -> Written {
    (list(texts, Notation::Toml), Plain::strings(texts))
}

impl RecordTemplate {
    /// A statement from some actors of a type to others, by their ids.
    #[must_use]
    pub fn statement(id: &str, from: &[String], kind: &str, to: &[String], anchor: &str) -> Self {
        let ends = |ends: &[String]| if let [one] = ends { string(one) } else { strings(ends) };
        Self::of("relation", id, &[("from", ends(from)), ("to", ends(to)), ("type", string(kind))], anchor)
    }

    /// A position with an answer to an issue, by their ids.
    #[must_use]
    pub fn position(id: &str, issue: &str, answer: &str, anchor: &str) -> Self {
        Self::of("position", id, &[("issue", string(issue)), ("answer", string(answer))], anchor)
    }

    fn of(list: &'static str, id: &str, content: &[(&'static str, Written)], anchor: &str) -> Self {
        let before = [("id", string(id))];
        let after = [("gloss", string("")), ("evidence", strings(&[anchor.to_owned()]))];
        let all = before.into_iter().chain(content.iter().cloned()).chain(after);
        Self { list, entries: all.map(|(key, (raw, says))| (key, raw, says)).collect() }
    }

    /// The record as it is written.
    fn record(&self) -> String {
        let lines: String = self.entries.iter().map(|(key, raw, _)| format!("{key:<8} = {raw}\n")).collect();
        format!("[[{}]]\n{lines}", self.list)
    }

    fn says(&self) -> Plain {
        let says = self.entries.iter().map(|(key, _, says)| ((*key).to_owned(), says.clone()));
        Plain::Table(says.collect::<BTreeMap<_, _>>())
    }
}
