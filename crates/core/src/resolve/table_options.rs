//! How a table of statements is read: as `parallax.toml` says, or the command line.

use std::collections::BTreeMap;

use crate::diag::Span;
use crate::model::{ActorKind, Sign};
use crate::read::Columns;

/// How a table of statements is read.
#[derive(Debug, Clone)]
pub struct TableOptions {
    /// The file's name, relative to the corpus, with `/` between folders.
    pub file: Box<str>,
    /// Where its fields stand.
    pub columns: Columns,
    /// Actors, types and authors are declared by their first use.
    pub declare: bool,
    /// Whose statements they are, if no column says so.
    pub author: Option<Box<str>>,
    /// What the actors are that it declares.
    pub kind: ActorKind,
    /// Whether ties of the types that it declares have no direction, unless a row says otherwise.
    pub undirected: bool,
    /// The signs of the types that it declares, by their ids.
    pub signs: BTreeMap<Box<str>, Sign>,
    /// Where `parallax.toml` says so; `None` for a table given on the command line.
    pub span: Option<Span>,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self {
            file: "".into(),
            columns: Columns::default(),
            declare: false,
            author: None,
            kind: ActorKind::Unknown,
            undirected: false,
            signs: BTreeMap::new(),
            span: None,
        }
    }
}
