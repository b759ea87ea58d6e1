//! A statement begun: the record that a coder fills in.

use std::collections::BTreeMap;

use parallax_core::diag::{Sink, SourceId};
use parallax_core::read::{Data, Notation, tree};
use parallax_core::source::Sources;

use super::edits::Edits;
use super::meaning::Plain;
use super::quote::{list, quoted};
use crate::Error;

/// What is known of a statement when its passage has been found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementTemplate {
    /// Its id.
    pub id: String,
    /// The ids of the actors of whom it is said.
    pub from: Vec<String>,
    /// The ids of those to whom.
    pub to: Vec<String>,
    /// The id of its type.
    pub kind: String,
    /// Its anchor.
    pub anchor: String,
}

/// Adds the statement at the end of the author's file: of several the last that has statements.
///
/// # Errors
///
/// If no file holds what the author says.
pub fn append(
    edits: &mut Edits<'_>,
    sources: &Sources,
    author: &str,
    template: &StatementTemplate,
) -> Result<(), Error> {
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
    edits.meant(home).records.push(("relation".to_owned(), template.says()));
    Ok(())
}

/// The file that an author's statements go into.
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
        let filled = root.get("relation").is_some();
        if named && (filled || !home.is_some_and(|(_, filled)| filled)) {
            home = Some((source.id, filled));
        }
    }
    home.map(|(id, _)| id)
}

impl StatementTemplate {
    fn entries(&self) -> [(&'static str, String, Plain); 6] {
        let string = |text: &str| (quoted(text, Notation::Toml), Plain::Str(text.to_owned()));
        let ends = |ends: &[String]| match ends {
            [one] => string(one),
            several => (list(several, Notation::Toml), Plain::strings(several)),
        };
        let anchors = [self.anchor.clone()];
        let evidence = (list(&anchors, Notation::Toml), Plain::strings(&anchors));
        let [id, from, to, kind, gloss] =
            [string(&self.id), ends(&self.from), ends(&self.to), string(&self.kind), string("")];
        let entry = |key, (raw, says)| (key, raw, says);
        [
            entry("id", id),
            entry("from", from),
            entry("to", to),
            entry("type", kind),
            entry("gloss", gloss),
            entry("evidence", evidence),
        ]
    }

    /// The record as it is written.
    fn record(&self) -> String {
        let lines = self.entries().map(|(key, raw, _)| format!("{key:<8} = {raw}\n")).concat();
        format!("[[relation]]\n{lines}")
    }

    fn says(&self) -> Plain {
        Plain::Table(
            self.entries().into_iter().map(|(key, _, says)| (key.to_owned(), says)).collect::<BTreeMap<_, _>>(),
        )
    }
}
