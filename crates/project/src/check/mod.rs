//! Are the saved views of a corpus, and the pictures made of them, as they should be? One rule a file, one list of all.
//!
//! Rules over statements, actors and texts stand in the crate below, which knows no pictures: `parallax_core::check`.
//! A project that is opened runs both lists.

mod diagram_kind;
mod formats;
mod glyphs;
mod layout_of;
mod left_over;
mod loops;
mod main_lines;
mod no_longer_drawn;
mod not_locked;
mod on_another;
mod remark;
mod selections;
mod sides;
mod small;
mod style;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use parallax_core::diag::{Diagnostic, Sink, Span};
use parallax_core::model::{Corpus, SavedView};
use parallax_layout::Point;
use parallax_render::Drawing;

use crate::lock;

pub use remark::Remark;
pub use small::FEWER;

/// A rule, by what it looks at.
#[derive(Clone, Copy)]
pub enum Rule {
    /// A saved view as it stands in `parallax.toml`; what is wrong with it is a finding.
    View(fn(&SavedView, &Views<'_>, &mut Sink)),
    /// A picture whose actors have locked places.
    Lock(fn(&Locked<'_>) -> Option<Remark>),
    /// Any picture.
    Picture(fn(&Drawn<'_>) -> Option<Remark>),
    /// The folder that all saved views were written into.
    Folder(fn(&Folder<'_>) -> Option<Remark>),
}

/// Every rule. Remarks are told in this order.
pub static RULES: &[Rule] = &[
    Rule::View(selections::selections),
    Rule::View(sides::sides),
    Rule::View(main_lines::main_lines),
    Rule::View(layout_of::layout_of),
    Rule::View(style::style),
    Rule::View(diagram_kind::form),
    Rule::View(formats::formats),
    Rule::Lock(not_locked::not_locked),
    Rule::Lock(no_longer_drawn::no_longer_drawn),
    Rule::Lock(on_another::on_another),
    Rule::Picture(glyphs::glyphs),
    Rule::Picture(loops::loops),
    Rule::Picture(small::small),
    Rule::Folder(left_over::left_over),
];

/// The saved views of a corpus, for rules over one of them.
pub struct Views<'c> {
    /// Where they select.
    pub corpus: &'c Corpus,
    /// The first view of each id.
    pub by_id: BTreeMap<&'c str, &'c SavedView>,
}

/// A picture of a saved view, and the places that are locked for it.
pub struct Locked<'p> {
    /// The view.
    pub view: &'p SavedView,
    /// Its picture.
    pub drawing: &'p Drawing,
    /// Where `layout.lock` has actors of this view.
    pub own: Vec<&'p str>,
    /// The same, with those of the view whose layout it borrows.
    pub places: BTreeMap<String, Point>,
    /// Where the picture has them.
    pub drawn: BTreeMap<String, Point>,
    /// What became of the lock.
    pub state: State,
}

/// What a picture is to the lock of its view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Perhaps a part of the view: others may be in the rest.
    Part,
    /// All of the view.
    Whole,
    /// All of the view, of which the lock is then written anew.
    Locking,
}

/// A picture.
pub struct Drawn<'p> {
    /// The saved view that it is of, if it is of one.
    pub view: Option<&'p str>,
    /// The picture.
    pub drawing: &'p Drawing,
    /// What would make its words larger.
    pub larger: &'p str,
}

/// A folder of pictures.
pub struct Folder<'p> {
    /// Where it is.
    pub path: &'p Path,
    /// What was written into it.
    pub written: BTreeSet<PathBuf>,
}

impl<'c> Views<'c> {
    /// The saved views of a corpus.
    #[must_use]
    pub fn of(corpus: &'c Corpus) -> Self {
        Self { corpus, by_id: corpus.views.iter().rev().map(|view| (&*view.id, view)).collect() }
    }

    fn check(&self, view: &SavedView, findings: &mut Sink) {
        for rule in RULES {
            if let Rule::View(rule) = rule {
                rule(view, self, findings);
            }
        }
    }
}

/// Runs the rules over saved views.
pub(crate) fn run(corpus: &Corpus, findings: &mut Sink) {
    // Where no author could be read that is what is wrong, not every view.
    if corpus.authors.is_empty() && findings.has_errors() {
        return;
    }
    let views = Views::of(corpus);
    corpus.views.iter().for_each(|view| views.check(view, findings));
}

/// The ids of the views that have errors of their own.
#[must_use]
pub(crate) fn flawed_views(corpus: &Corpus) -> BTreeSet<&str> {
    let views = Views::of(corpus);
    let has_errors = |view: &&SavedView| {
        let mut findings = Sink::default();
        views.check(view, &mut findings);
        findings.has_errors()
    };
    corpus.views.iter().filter(has_errors).map(|view| &*view.id).collect()
}

/// What has changed in the picture of a saved view since its places were locked; nothing where none are.
#[must_use]
pub fn drift(view: &SavedView, drawing: &Drawing, corpus: &Corpus, state: State) -> Vec<Remark> {
    let places = lock::places(view, corpus);
    if places.is_empty() {
        return Vec::new();
    }
    let own = corpus.lock.views.get(&view.id).into_iter().flat_map(BTreeMap::keys).map(|actor| &**actor).collect();
    let locked = Locked { view, drawing, own, places, drawn: drawing.places().centres, state };
    remarks(|rule| if let Rule::Lock(rule) = rule { rule(&locked) } else { None })
}

/// What is to be told of a picture. `larger` says what would make its words larger.
#[must_use]
pub fn on_picture(view: Option<&str>, drawing: &Drawing, larger: &str) -> Vec<Remark> {
    let picture = Drawn { view, drawing, larger };
    remarks(|rule| if let Rule::Picture(rule) = rule { rule(&picture) } else { None })
}

/// What is to be told of a folder after all saved views were written into it.
#[must_use]
pub fn on_folder<'w>(path: &Path, written: impl Iterator<Item = &'w Path>) -> Vec<Remark> {
    let folder = Folder { path, written: written.map(Path::to_path_buf).collect() };
    remarks(|rule| if let Rule::Folder(rule) = rule { rule(&folder) } else { None })
}

fn remarks(of: impl Fn(Rule) -> Option<Remark>) -> Vec<Remark> {
    RULES.iter().filter_map(|rule| of(*rule)).collect()
}

/// What is wrong with a saved view.
fn bad_view(view: &SavedView, what: &str) -> Diagnostic {
    Diagnostic::error("bad-view", format!("in view `{}`: {what}", view.id))
}

/// The same of something that a key of it says.
fn bad_key(view: &SavedView, what: &str, span: Span, label: &str, help: Option<String>) -> Diagnostic {
    help.into_iter().fold(bad_view(view, what).at(span, label), Diagnostic::help)
}

/// A few names, and whether there are more.
fn some<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    /// How many are named.
    const NAMED: usize = 6;
    let more = if names.len() > NAMED { ", ..." } else { "" };
    names.take(NAMED).collect::<Vec<_>>().join(", ") + more
}
