//! `layout.lock`: which actors stay where it says, what is written into it, and what is told when it has become old.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use parallax_core::diag::counted;
use parallax_core::model::{self, Corpus, SavedView, Stands};
use parallax_core::source::{LOCK, Sources, unchanged};
use parallax_layout::Point;
use parallax_render::{Drawing, Places};

use crate::Error;
use crate::files::{Before, Write};

/// How many actors are named.
const NAMED: usize = 6;

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
pub fn places_of(selections: &[&str], difference: bool, corpus: &Corpus) -> Places {
    let same = |view: &&SavedView| match &view.what {
        model::Drawing::Panels(panels) => {
            !difference && panels.iter().map(|(text, _)| &**text).eq(selections.iter().copied())
        }
        model::Drawing::Difference(sides) => {
            difference && sides.iter().map(|(text, _)| &**text).eq(selections.iter().copied())
        }
    };
    let found = corpus.views.iter().find(same);
    Places { centres: found.map(|view| places(view, corpus)).unwrap_or_default(), ..Places::default() }
}

/// What the file says of a view whose actors stand there: a borrowed layout leaves only what the lender lacks.
#[must_use]
pub fn section(drawn: &Places, lent: Option<&Places>) -> Stands {
    let own = drawn.centres.iter().filter(|(actor, _)| lent.is_none_or(|lent| !lent.centres.contains_key(*actor)));
    own.map(|(actor, at)| ((**actor).into(), (at.x, at.y))).collect()
}

/// What has changed in a picture since its places were locked.
pub struct Drift {
    view: Box<str>,
    new: Vec<String>,
    gone: Vec<String>,
    /// Pairs of actors that stand on one another, though they are locked.
    on_another: usize,
}

impl Drift {
    /// How a picture differs from what is locked for it; none if nothing is.
    pub fn of(view: &SavedView, drawing: &Drawing, corpus: &Corpus) -> Option<Self> {
        let locked = places(view, corpus);
        if locked.is_empty() {
            return None;
        }
        let drawn = drawing.places().centres;
        let new = drawn.keys().filter(|actor| !locked.contains_key(*actor)).cloned().collect();
        let own = corpus.lock.views.get(&view.id).into_iter().flat_map(BTreeMap::keys);
        let gone = own.filter(|actor| !drawn.contains_key(&***actor)).map(ToString::to_string).collect();
        let on_another = drawing.panels.iter().map(|panel| panel.quality().overlaps).max().unwrap_or(0);
        Some(Self { view: view.id.clone(), new, gone, on_another })
    }

    /// A note for each kind of change. A picture of part of a view lacks actors without their being gone.
    #[must_use]
    pub fn notes(&self, whole: bool, locking: bool) -> Vec<String> {
        let [added, removed] =
            if locking { ["added to it", "taken out of it"] } else { ["placed near their neighbours", "left in it"] };
        let gone: &[String] = if whole { &self.gone } else { &[] };
        let new = self.note(&self.new, &format!("{{is}} not in {LOCK} yet, {added}"));
        let gone = self.note(gone, &format!("of {LOCK} {{is}} no longer drawn, {removed}"));
        let on_another = (self.on_another > 0).then(|| {
            let pairs = counted(self.on_another, "pair");
            format!(
                "warning: view `{}`: {pairs} of actors stand on one another at their places in {LOCK}: move one there, or take its line out",
                self.view
            )
        });
        new.into_iter().chain(gone).chain(on_another).collect()
    }

    fn note(&self, who: &[String], what: &str) -> Option<String> {
        let shown = who.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if who.len() > NAMED { ", ..." } else { "" };
        let (count, is) = (counted(who.len(), "actor"), if who.len() == 1 { "is" } else { "are" });
        let what = what.replace("{is}", is);
        (!who.is_empty()).then(|| format!("note: view `{}`: {count} {what}: {shown}{more}", self.view))
    }
}
