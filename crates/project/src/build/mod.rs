//! The saved views made: pictures, pages and reports as bytes, and what is to be told of them.

mod folder;
mod gather;

use std::collections::{BTreeMap, BTreeSet};

use parallax_core::diff::Comparison;
use parallax_core::messages::Messages;
use parallax_core::model::{Corpus, LayoutLock, SavedView, ViewSubject};
use parallax_core::network::Network;
use parallax_formats::report::{self, Report};
use parallax_render::{Options, Positions, RenderStyle};
use rayon::prelude::*;

use crate::check::{self, FEWER, Remark, State};
use crate::lock;
use crate::outputs::Output;
use crate::page_request::PageRequest;
use crate::saved::{self, Asked, SharedLayouts};
use crate::{Error, quality, views};

pub use folder::allowed;
pub use gather::{Gathered, gather};

/// How saved views are made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Making {
    /// Whether pictures are wanted for themselves, for their figures or their places, whatever files the views ask for.
    pub drawn: bool,
    /// Whether the lock is then written anew.
    pub locking: bool,
    /// The language of their words, if it goes before those that the views ask for.
    pub language: Option<&'static Messages>,
}

/// What came of a view.
pub struct Made {
    /// Its files by extension, each with its pages.
    pub files: Vec<(String, Vec<Vec<u8>>)>,
    /// What could not be made: the rest is as good as ever.
    pub failed: Vec<Error>,
    /// What is to be told of its picture.
    pub remarks: Vec<Remark>,
    /// Where its actors stand.
    pub places: Positions,
    /// What has changed since they were locked.
    pub drift: Vec<Remark>,
    /// The figures of its drawing.
    pub quality: Vec<String>,
}

/// Makes the views, on as many threads as there are processors; which thread makes what changes no byte. First the layouts
/// that several views share, so that each is found once.
#[must_use]
pub fn make_all(views: &[&SavedView], making: Making, corpus: &Corpus) -> Vec<Result<Made, Error>> {
    let style = RenderStyle { language: making.language, ..RenderStyle::default() };
    let asked = Asked { options: Options { style, ..Options::default() }, ..Asked::default() };
    let roots: BTreeMap<&str, &SavedView> =
        views.iter().filter_map(|view| saved::root(view, corpus)).map(|root| (&*root.id, root)).collect();
    // Where the view that lends its layout cannot be drawn, the others find their own.
    let share =
        |(id, root): (&&str, &&SavedView)| ((*id).into(), saved::shared(root, &asked, corpus).unwrap_or_default());
    let lent: SharedLayouts = roots.par_iter().map(share).collect();
    views.par_iter().map(|view| make(view, making, &asked, &lent, corpus)).collect()
}

/// Makes the files of a view; its picture also if it is wanted for itself.
fn make(view: &SavedView, making: Making, asked: &Asked, lent: &SharedLayouts, corpus: &Corpus) -> Result<Made, Error> {
    let outputs: Vec<Output> = view.formats.iter().filter_map(|extension| Output::of(extension)).collect();
    let drawn = making.drawn && (outputs.is_empty() || outputs.iter().any(|output| !matches!(output, Output::Page(_))));
    let wanted = drawn || outputs.iter().any(|output| matches!(output, Output::Picture(_)));
    let drawing = if wanted { Some(saved::draw(view, asked, lent, corpus)?) } else { None };
    let drawing = drawing.as_ref();
    let (mut files, mut failed, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for extension in view.formats.iter().filter(|extension| seen.insert(&***extension)) {
        match pages(view, extension, drawing, asked, corpus) {
            Ok(pages) => files.push((extension.to_string(), pages)),
            Err(error) => failed.push(error),
        }
    }
    let state = if making.locking { State::Locking } else { State::Whole };
    Ok(Made {
        files,
        failed,
        remarks: drawing.map(|drawing| check::on_picture(Some(&view.id), drawing, FEWER)).unwrap_or_default(),
        places: drawing.map(parallax_render::Drawing::places).unwrap_or_default(),
        drift: drawing.map(|drawing| check::drift(view, drawing, corpus, state)).unwrap_or_default(),
        quality: drawing.filter(|_| drawn).map(|drawing| quality::rows(&view.id, drawing)).unwrap_or_default(),
    })
}

/// What a view is as a kind of file: one file, or one for each page.
fn pages(
    view: &SavedView,
    extension: &str,
    drawing: Option<&parallax_render::Drawing>,
    asked: &Asked,
    corpus: &Corpus,
) -> Result<Vec<Vec<u8>>, Error> {
    match (Output::of(extension), drawing) {
        (Some(Output::Picture(format)), Some(drawing)) => Ok(format.files(drawing)?),
        (Some(Output::Page(page)), _) => Ok(vec![PageRequest::of_saved(view, corpus).write(page, corpus, None)?]),
        (Some(Output::Report(report)), _) => Ok(vec![words(view, asked, corpus, report)?]),
        _ => Err(Error::Usage(format!("no format ends in .{extension}"))),
    }
}

/// The text twin of a picture.
fn words(view: &SavedView, asked: &Asked, corpus: &Corpus, report: &dyn Report) -> Result<Vec<u8>, Error> {
    let messages = asked.options.style.clone().over(&saved::style(view, corpus)).messages();
    let options = report::Options { messages, ..report::Options::default() };
    let mut text = Vec::new();
    let failed = |source| Error::Write { path: format!("{}.{}", view.id, report.extension()).into(), source };
    match &view.what {
        ViewSubject::Panels(selections) => {
            for (number, (selection, _)) in selections.iter().enumerate() {
                if number > 0 {
                    text.push(b'\n');
                }
                let view = views::view(selection, &[], corpus)?;
                report.network(&Network::of(corpus, &view), &options, &mut text).map_err(failed)?;
            }
        }
        ViewSubject::Comparison(sides) => {
            let views = sides.iter().map(|(text, _)| views::view(text, &[], corpus)).collect::<Result<Vec<_>, _>>()?;
            report.comparison(&Comparison::of(corpus, &views), &options, &mut text).map_err(failed)?;
        }
    }
    Ok(text)
}

/// What the lock says from now on. Views that were not drawn keep their lines, unless all were to be drawn.
///
/// # Errors
///
/// If a view borrows a layout that is not locked with it.
pub fn locked(
    views: &[&SavedView],
    all: bool,
    made: &[Result<Made, Error>],
    known: LayoutLock,
) -> Result<LayoutLock, Error> {
    let places: BTreeMap<&str, &Positions> =
        views.iter().map(|view| &*view.id).zip(made.iter().flatten().map(|made| &made.places)).collect();
    let mut lock = if all { LayoutLock::default() } else { known };
    for view in views {
        let lent = match &view.layout_of {
            Some((id, _)) => Some(places.get(&**id).ok_or_else(|| {
                Error::Usage(format!(
                    "`{}` stands on the layout of `{id}`: lock both, build --lock {id} {}",
                    view.id, view.id
                ))
            })?),
            None => None,
        };
        if let Some(places) = places.get(&*view.id) {
            lock.views.insert(view.id.clone(), lock::section(places, lent.copied()));
        }
    }
    lock.views.retain(|_, actors| !actors.is_empty());
    Ok(lock)
}
