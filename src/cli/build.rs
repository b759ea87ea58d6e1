//! `parallax build`: every picture that `parallax.toml` asks for. All are made before the first is written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use rayon::prelude::*;

use super::Outcome;
use super::args::{Build, Global};
use super::explore::Page;
use super::keys::ViewKeys;
use super::lock::{self, Drift};
use super::saved::{self, Asked, Lent};
use super::terminal::Terminal;
use super::{picture, quality, session};
use crate::diff::Difference;
use crate::draw::Places;
use crate::error::Error;
use crate::export::report::{self, REPORTS, Report};
use crate::export::{by_extension, page_by_extension, write_all_whole};
use crate::model::{Corpus, Drawing, Lock, SavedView};
use crate::network::Network;

/// What came of a view.
struct Made {
    /// Its files, by extension.
    files: Vec<(String, Vec<u8>)>,
    /// The characters that its picture cannot show.
    missing: Vec<char>,
    /// Statements that its picture leaves out though nobody asked for that.
    left_out: usize,
    /// Where its actors stand.
    places: Places,
    /// What has changed since they were locked.
    drift: Option<Drift>,
    /// The figures of its drawing.
    quality: Vec<String>,
}

pub(super) fn run(global: &Global, args: &Build, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(mut loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let known = loaded.corpus.lock.clone();
    if args.relayout {
        loaded.corpus.lock = Lock::default();
    }
    let mut made = make_all(args, &loaded.corpus)?;
    for made in &made {
        made.drift.iter().for_each(|drift| drift.tell(true, args.lock));
    }
    let folder = output(global, args)?;
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    if args.lock {
        let lock = locked(args, &made, known, &loaded.corpus)?;
        files.push((lock::path(global)?, lock.text().into_bytes()));
        if lock != loaded.corpus.lock {
            // As every later run will draw it.
            loaded.corpus.lock = lock;
            made = make_all(args, &loaded.corpus)?;
        }
    }
    if args.quality {
        let rows: Vec<String> = made.iter().flat_map(|made| made.quality.clone()).collect();
        files.push((folder.join("quality.md"), quality::table(&rows).into_bytes()));
    }
    for (view, made) in chosen(args, &loaded.corpus)?.into_iter().zip(made) {
        picture::warn_missing(made.missing);
        picture::tell_left_out(Some(&view.id), made.left_out);
        let path = |ending: String| folder.join(format!("{}.{ending}", view.id));
        files.extend(made.files.into_iter().map(|(ending, bytes)| (path(ending), bytes)));
    }
    write_all_whole(&files)?;
    for (path, _) in &files {
        Terminal::print(format!("{}\n", path.display()).as_bytes())?;
    }
    if files.is_empty() {
        Terminal::say(
            "parallax.toml asks for no picture: add a [[view]] with id and select = \"author\", or diff = [\"author\", \"author\"]",
        );
    }
    Ok(Outcome::Clean)
}

/// What the lock says from now on. Views that were not drawn keep their lines, unless all were to be drawn.
fn locked(args: &Build, made: &[Made], known: Lock, corpus: &Corpus) -> Result<Lock, Error> {
    let views = chosen(args, corpus)?;
    let places: BTreeMap<&str, &Places> =
        views.iter().map(|view| &*view.id).zip(made.iter().map(|made| &made.places)).collect();
    let mut lock = if args.views.is_empty() { Lock::default() } else { known };
    for view in &views {
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

/// The folder to write into: as asked, else that of the corpus, told from here where that is shorter.
fn output(global: &Global, args: &Build) -> Result<PathBuf, Error> {
    if let Some(asked) = &args.output {
        return Ok(asked.clone());
    }
    Ok(session::folder_from_here(global)?.map_or_else(|| "output".into(), |corpus| corpus.join("output")))
}

fn chosen<'c>(args: &Build, corpus: &'c Corpus) -> Result<Vec<&'c SavedView>, Error> {
    if args.views.is_empty() {
        return Ok(corpus.views.iter().collect());
    }
    let mut seen = BTreeSet::new();
    let once = args.views.iter().filter(|id| seen.insert(id.as_str()));
    once.map(|id| saved::find(id, corpus)).collect()
}

/// Makes the views on as many threads as there are processors; which thread makes what changes no byte. First the layouts
/// that several views share, so that each is found once.
fn make_all(args: &Build, corpus: &Corpus) -> Result<Vec<Made>, Error> {
    let views = chosen(args, corpus)?;
    Terminal::progress(&format!("drawing {} views ...", views.len()));
    let roots: BTreeMap<&str, &SavedView> =
        views.iter().filter_map(|view| saved::root(view, corpus)).map(|root| (&*root.id, root)).collect();
    let share = |(id, root): (&&str, &&SavedView)| Ok(((*id).into(), saved::shared(root, &Asked::default(), corpus)?));
    let lent: Result<Lent, Error> = roots.par_iter().map(share).collect();
    let drawn = args.lock || args.quality;
    let made = lent.and_then(|lent| views.par_iter().map(|view| make(view, drawn, &lent, corpus)).collect());
    Terminal::progress("");
    made
}

/// Makes the files of a view; its picture also if it is wanted for itself.
fn make(view: &SavedView, drawn: bool, lent: &Lent, corpus: &Corpus) -> Result<Made, Error> {
    let (mut written, mut drawing) = (Vec::new(), None);
    let is_drawn = |extension: &str| by_extension(extension).is_some();
    let drawn = drawn
        && (view.formats.iter().any(|extension| page_by_extension(extension).is_none()) || view.formats.is_empty());
    if drawn || view.formats.iter().any(|extension| is_drawn(extension)) {
        drawing = Some(saved::draw(view, &Asked::default(), lent, corpus)?);
    }
    for extension in &view.formats {
        let bytes = if let (Some(format), Some(drawing)) = (by_extension(extension), &drawing) {
            format.write(drawing)?
        } else if let Some(page) = page_by_extension(extension) {
            Page::of_saved(view, corpus).write(page, corpus, None)?
        } else if let Some(report) = REPORTS.iter().find(|report| report.extension() == &**extension) {
            words(view, corpus, *report)?
        } else {
            return Err(Error::Usage(format!("view `{}` asks for an unknown format `{extension}`", view.id)));
        };
        written.push((extension.to_string(), bytes));
    }
    let drawing = drawing.as_ref();
    Ok(Made {
        files: written,
        missing: drawing.iter().flat_map(|drawing| drawing.missing.iter().copied()).collect(),
        left_out: drawing.map_or(0, picture::left_out),
        places: drawing.map(crate::draw::Drawing::places).unwrap_or_default(),
        drift: drawing.and_then(|drawing| Drift::of(view, drawing, corpus)),
        quality: drawing.filter(|_| drawn).map(|drawing| quality::rows(&view.id, drawing)).unwrap_or_default(),
    })
}

/// The text twin of a picture.
fn words(view: &SavedView, corpus: &Corpus, report: &dyn Report) -> Result<Vec<u8>, Error> {
    let keys = ViewKeys::default();
    let options = report::Options::default();
    let mut text = Vec::new();
    let failed = |source| Error::Write { path: format!("{}.{}", view.id, report.extension()).into(), source };
    match &view.what {
        Drawing::Panels(selections) => {
            for (number, (selection, _)) in selections.iter().enumerate() {
                if number > 0 {
                    text.push(b'\n');
                }
                let view = session::view(selection, &keys, corpus)?;
                report.network(&Network::of(corpus, &view), &options, &mut text).map_err(failed)?;
            }
        }
        Drawing::Difference(sides) => {
            let [a, b] = sides.each_ref().map(|(text, _)| session::view(text, &keys, corpus));
            report.difference(&Difference::of(corpus, &a?, &b?), &options, &mut text).map_err(failed)?;
        }
    }
    Ok(text)
}
