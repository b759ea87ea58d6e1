//! `layout.lock`: which actors stay where it says, and what is written into it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use parallax_core::model::{self, Corpus, SavedView, Stands};
use parallax_core::source::{LOCK, Sources, unchanged};
use parallax_layout::Point;
use parallax_render::Positions;

use crate::Error;
use crate::files::{Before, Write};

/// The files to write: the lock only in the place of the one that was read, for people write into it.
///
/// # Errors
///
/// If the lock is no longer what was read.
pub fn heedful(files: &[(PathBuf, Vec<u8>)], lock: Option<&Path>, sources: &Sources) -> Result<Vec<Write>, Error> {
    let before = |path: &Path| match sources.named(LOCK) {
        _ if Some(path) != lock => Ok::<_, Error>(Before::Anything),
        None => Ok(Before::Nothing),
        Some(source) => {
            let mark = unchanged(source, path)?;
            Ok(Before::Bytes([mark, source.text.as_bytes()].concat()))
        }
    };
    let write = |(path, bytes): &(PathBuf, Vec<u8>)| {
        Ok(Write { path: path.clone(), bytes: bytes.clone(), before: before(path)? })
    };
    files.iter().map(write).collect()
}

/// The places that are locked for a view: its own, and those of the view whose layout it borrows.
#[must_use]
pub fn places(view: &SavedView, corpus: &Corpus) -> BTreeMap<String, Point> {
    let owner = view.layout_of.as_ref().map(|(id, _)| id);
    let sections = owner.into_iter().chain([&view.id]).filter_map(|id| corpus.lock.views.get(id));
    let mut places = BTreeMap::new();
    for (actor, (x, y)) in sections.flatten() {
        places.entry(actor.to_string()).or_insert(Point::new(*x, *y));
    }
    places
}

/// The locked places for selections that are not asked for by the name of a view: those of the view that draws just these.
#[must_use]
pub fn places_of(selections: &[&str], difference: bool, corpus: &Corpus) -> Positions {
    let same = |view: &&SavedView| match &view.what {
        model::ViewSubject::Panels(panels) => {
            !difference && panels.iter().map(|(text, _)| &**text).eq(selections.iter().copied())
        }
        model::ViewSubject::Comparison(sides) => {
            difference && sides.iter().map(|(text, _)| &**text).eq(selections.iter().copied())
        }
    };
    let found = corpus.views.iter().find(same);
    Positions { centres: found.map(|view| places(view, corpus)).unwrap_or_default(), ..Positions::default() }
}

/// What the file says of a view whose actors stand there: a borrowed layout leaves only what the lender lacks.
#[must_use]
pub fn section(drawn: &Positions, lent: Option<&Positions>) -> Stands {
    let own = drawn.centres.iter().filter(|(actor, _)| lent.is_none_or(|lent| !lent.centres.contains_key(*actor)));
    own.map(|(actor, at)| ((**actor).into(), (at.x, at.y))).collect()
}
