//! `parallax build`: every picture that `parallax.toml` asks for. All are made before the first is written.

mod output;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args;
use parallax_core::diag::{Diagnostic, Sink};
use parallax_core::diff::Difference;
use parallax_core::model::{Corpus, Drawing, Lock, SavedView};
use parallax_core::network::Network;
use parallax_core::source::holds;
use parallax_explorer::page_by_extension;
use parallax_formats::report::{self, REPORTS, Report};
use parallax_project::Error;
use parallax_project::files::{write_all, write_all_whole};
use parallax_project::outputs::by_extension;
use parallax_project::pipeline::Loaded;
use parallax_render::{Places, Small};
use rayon::prelude::*;

use crate::commands::explore::Page;
use crate::global::Global;
use crate::keys::ViewKeys;
use crate::lock::{self, Drift};
use crate::outcome::Outcome;
use crate::outputs::{self, Written};
use crate::partial::{self, Partial};
use crate::saved::{self, Asked, Lent};
use crate::terminal::Terminal;
use crate::{picture, quality, session};

#[derive(Debug, Default, Args)]
pub(crate) struct Build {
    /// Only these views of parallax.toml
    #[arg(value_name = "VIEW")]
    pub(crate) views: Vec<String>,
    /// Where to write [default: the folder output/ of the corpus]
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Write where the actors stand to layout.lock: from then on they stay there, and new ones are placed around them
    #[arg(long)]
    pub(crate) lock: bool,
    /// Place everything afresh, as if there were no layout.lock
    #[arg(long)]
    pub(crate) relayout: bool,
    /// Write the figures of every drawing as well: quality.md
    #[arg(long)]
    pub(crate) quality: bool,
}

/// What came of a view.
struct Made {
    /// Its files by extension, each with its pages.
    files: Vec<(String, Vec<Vec<u8>>)>,
    /// What could not be made: the rest is as good as ever.
    failed: Vec<Error>,
    /// The characters that its picture cannot show.
    missing: Vec<char>,
    /// Statements that its picture leaves out though nobody asked for that.
    left_out: usize,
    /// Its words, if they are too small for its page.
    small: Option<Small>,
    /// Where its actors stand.
    places: Places,
    /// What has changed since they were locked.
    drift: Option<Drift>,
    /// The figures of its drawing.
    quality: Vec<String>,
}

pub(crate) fn run(global: &Global, args: &Build, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(mut partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    if args.lock && partial.loaded.findings.has_errors() {
        Terminal::say("nothing was written: places are locked for all views, and not all can be drawn");
        return Ok(Outcome::Findings);
    }
    let known = partial.loaded.corpus.lock.clone();
    if args.relayout {
        partial.loaded.corpus.lock = Lock::default();
    }
    tell_left_out(args, &partial)?;
    let mut findings = Sink::default();
    let mut made = make_all(&sound(args, &partial)?, args, &partial.loaded.corpus);
    for made in made.iter().flatten() {
        made.drift.iter().for_each(|drift| drift.tell(true, args.lock));
    }
    let mut files: Vec<Written> = Vec::new();
    let drawn = made.iter().all(Result::is_ok);
    if args.lock && !drawn {
        Terminal::say("note: layout.lock is left as it is, since not all views could be drawn");
    } else if args.lock {
        let lock = locked(args, &made, known, &partial.loaded.corpus)?;
        files.push((lock::path(global)?, lock.text().into_bytes()));
        if lock != partial.loaded.corpus.lock {
            // As every later run will draw it.
            partial.loaded.corpus.lock = lock;
            made = make_all(&sound(args, &partial)?, args, &partial.loaded.corpus);
        }
    }
    let loaded = &partial.loaded;
    let folder = output(global, args)?;
    let pictures = pictures(args, &sound(args, &partial)?, made, &folder, &mut findings);
    files.extend(output::allowed(pictures, &folder, args.output.is_some(), loaded, &mut findings)?);
    Terminal::notes(&write_all(None, lock::heedful(&files, global, &loaded.sources)?)?);
    for (path, _) in &files {
        Terminal::tell(&path.display().to_string())?;
    }
    if loaded.corpus.views.is_empty() {
        Terminal::say(ASKS_FOR_NOTHING);
    }
    if !findings.is_empty() {
        session::show_findings(&findings, loaded, terminal)?;
    }
    // Of a corpus that is not whole nobody knows what it asks for, and in a folder that was named others may have files.
    let all = args.views.is_empty() && args.output.is_none();
    if all && !findings.has_errors() && !loaded.findings.has_errors() {
        output::tell_left_over(&folder, &files);
    }
    Ok(if findings.has_errors() { Outcome::Findings } else { partial.outcome(Outcome::Clean) })
}

/// Makes the pictures, and writes those that do not stand on the disk as they are. Gives where all of them are.
pub(crate) fn anew(global: &Global, args: &Build, loaded: &Loaded, terminal: &Terminal) -> Result<Vec<PathBuf>, Error> {
    let views = chosen(args, &loaded.corpus)?;
    let made = make_all(&views, args, &loaded.corpus);
    for made in made.iter().flatten() {
        made.drift.iter().for_each(|drift| drift.tell(true, false));
    }
    let (folder, mut findings) = (output(global, args)?, Sink::default());
    let pictures = pictures(args, &views, made, &folder, &mut findings);
    let files = output::allowed(pictures, &folder, args.output.is_some(), loaded, &mut findings)?;
    let (same, new): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, bytes)| holds(path, bytes));
    Terminal::notes(&write_all_whole(&new)?);
    for (path, _) in &new {
        Terminal::tell(&path.display().to_string())?;
    }
    if !findings.is_empty() {
        session::show_findings(&findings, loaded, terminal)?;
    }
    Ok(same.into_iter().chain(new).map(|(path, _)| path).collect())
}

const ASKS_FOR_NOTHING: &str = "parallax.toml asks for no picture: add a [[view]] with id and select = \"author\", or diff = [\"author\", \"author\"]";

/// Says which of the views that are wanted cannot be drawn, and why.
fn tell_left_out(args: &Build, partial: &Partial) -> Result<(), Error> {
    for view in chosen(args, &partial.loaded.corpus)? {
        if let Some(why) = partial.against(view) {
            Terminal::say(&format!("note: view `{}` is left out: {why}", view.id));
        }
    }
    Ok(())
}

/// The views that are wanted and can be drawn; the others were told.
fn sound<'p>(args: &Build, partial: &'p Partial) -> Result<Vec<&'p SavedView>, Error> {
    let chosen = chosen(args, &partial.loaded.corpus)?;
    Ok(chosen.into_iter().filter(|view| partial.against(view).is_none()).collect())
}

/// The files of all views, and the figures of their drawings if these are wanted. What went wrong is said of its view.
fn pictures(
    args: &Build,
    views: &[&SavedView],
    made: Vec<Result<Made, Error>>,
    folder: &Path,
    findings: &mut Sink,
) -> Vec<Written> {
    let (mut files, mut rows) = (Vec::new(), Vec::new());
    for (view, made) in views.iter().zip(made) {
        let failed = |error: &Error| {
            Diagnostic::error("bad-view", format!("view `{}`: {error}", view.id)).at(view.span, "this view")
        };
        let made = match made {
            Ok(made) => made,
            Err(error) => {
                findings.push(failed(&error));
                continue;
            }
        };
        made.failed.iter().for_each(|error| findings.push(failed(error)));
        picture::warn_missing(made.missing);
        picture::tell_left_out(Some(&view.id), made.left_out);
        picture::warn_small(Some(&view.id), made.small, picture::FEWER);
        rows.extend(made.quality);
        for (ending, pages) in made.files {
            let picture = folder.join(format!("{}.{ending}", view.id));
            files.extend(pages.into_iter().zip(1..).map(|(bytes, number)| (outputs::of_page(&picture, number), bytes)));
        }
    }
    if args.quality {
        files.insert(0, (folder.join("quality.md"), quality::table(&rows).into_bytes()));
    }
    files
}

/// What the lock says from now on. Views that were not drawn keep their lines, unless all were to be drawn.
fn locked(args: &Build, made: &[Result<Made, Error>], known: Lock, corpus: &Corpus) -> Result<Lock, Error> {
    let views = chosen(args, corpus)?;
    let places: BTreeMap<&str, &Places> =
        views.iter().map(|view| &*view.id).zip(made.iter().flatten().map(|made| &made.places)).collect();
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
fn make_all(views: &[&SavedView], args: &Build, corpus: &Corpus) -> Vec<Result<Made, Error>> {
    Terminal::progress(&format!("drawing {} views ...", views.len()));
    let roots: BTreeMap<&str, &SavedView> =
        views.iter().filter_map(|view| saved::root(view, corpus)).map(|root| (&*root.id, root)).collect();
    // Where the view that lends its layout cannot be drawn, the others find their own.
    let share = |(id, root): (&&str, &&SavedView)| {
        ((*id).into(), saved::shared(root, &Asked::default(), corpus).unwrap_or_default())
    };
    let lent: Lent = roots.par_iter().map(share).collect();
    let drawn = args.lock || args.quality;
    let made = views.par_iter().map(|view| make(view, drawn, &lent, corpus)).collect();
    Terminal::progress("");
    made
}

/// Makes the files of a view; its picture also if it is wanted for itself.
fn make(view: &SavedView, drawn: bool, lent: &Lent, corpus: &Corpus) -> Result<Made, Error> {
    let is_drawn = |extension: &str| by_extension(extension).is_some();
    let drawn = drawn
        && (view.formats.iter().any(|extension| page_by_extension(extension).is_none()) || view.formats.is_empty());
    let wanted = drawn || view.formats.iter().any(|extension| is_drawn(extension));
    let drawing = if wanted { Some(saved::draw(view, &Asked::default(), lent, corpus)?) } else { None };
    let drawing = drawing.as_ref();
    let (mut files, mut failed, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for extension in view.formats.iter().filter(|extension| seen.insert(&***extension)) {
        match pages(view, extension, drawing, corpus) {
            Ok(pages) => files.push((extension.to_string(), pages)),
            Err(error) => failed.push(error),
        }
    }
    Ok(Made {
        files,
        failed,
        missing: drawing.iter().flat_map(|drawing| drawing.missing.iter().copied()).collect(),
        left_out: drawing.map_or(0, picture::left_out),
        small: drawing.and_then(parallax_render::Drawing::small),
        places: drawing.map(parallax_render::Drawing::places).unwrap_or_default(),
        drift: drawing.and_then(|drawing| Drift::of(view, drawing, corpus)),
        quality: drawing.filter(|_| drawn).map(|drawing| quality::rows(&view.id, drawing)).unwrap_or_default(),
    })
}

/// What a view is in a format: one file, or one for each page.
fn pages(
    view: &SavedView,
    extension: &str,
    drawing: Option<&parallax_render::Drawing>,
    corpus: &Corpus,
) -> Result<Vec<Vec<u8>>, Error> {
    if let (Some(format), Some(drawing)) = (by_extension(extension), drawing) {
        return Ok(format.files(drawing)?);
    }
    if let Some(page) = page_by_extension(extension) {
        return Ok(vec![Page::of_saved(view, corpus).write(page, corpus, None)?]);
    }
    match REPORTS.iter().find(|report| report.extension() == extension) {
        Some(report) => Ok(vec![words(view, corpus, *report)?]),
        None => Err(Error::Usage(format!("no format ends in .{extension}"))),
    }
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
