//! A corpus looked at again and again: what a save has changed, and what is new since the time before.
//!
//! Nothing here waits for events. A program that asks the system for them, and a language server that is told by its client, both
//! ask [`Eye::changed`] what really stands otherwise; [`Eye::places`] says where events can tell of it.

mod eye;
mod news;

use std::path::{Path, PathBuf};

use crate::Project;

pub use eye::{Eye, Place};
pub use news::{Known, News, changed};

/// The files that are read and stand apart from the folder of a corpus: the texts of all works, there or not, and tables.
/// `here` is what their paths are told from.
#[must_use]
pub fn outside_files(project: &Project, tables: &[String], here: &Path) -> Vec<PathBuf> {
    let works = project.corpus.works.iter().filter_map(|work| work.text.as_deref());
    let texts = works.filter_map(|file| Some(here.join(project.folder.as_deref()?).join(file)));
    texts.chain(tables.iter().map(|table| here.join(table))).collect()
}
