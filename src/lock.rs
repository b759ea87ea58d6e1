//! `layout.lock` on the command line: where it is, and when it is not heeded.

use std::path::PathBuf;

use parallax_core::model::{Corpus, LayoutLock};
use parallax_core::source::LOCK;
use parallax_layout::LAYOUTS;
use parallax_project::Error;

use crate::global::Global;
use crate::picture::{NO_ENGINE, PictureArgs};
use crate::session;
use crate::terminal::Terminal;

/// The file, beside `parallax.toml`.
pub(crate) fn path(global: &Global) -> Result<PathBuf, Error> {
    let folder = session::folder_from_here(global)?;
    folder.map(|folder| folder.join(LOCK)).ok_or_else(|| Error::Usage("tables alone have no folder to lock".into()))
}

/// Another engine finds its own places, and who wants a new layout does not want the old one.
pub(crate) fn heed(args: &PictureArgs, corpus: &mut Corpus) {
    if args.engine == NO_ENGINE.0 {
        return;
    }
    let other = args.engine != LAYOUTS[0].name();
    if other && !args.relayout && !corpus.lock.views.is_empty() {
        Terminal::say(&format!("note: {LOCK} is not used: `--engine {}` finds the places itself", args.engine));
    }
    if other || args.relayout {
        corpus.lock = LayoutLock::default();
    }
}
