//! `parallax build`: every picture that `parallax.toml` asks for. All are made before the first is written.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Outcome;
use super::args::{Build, Global};
use super::keys::ViewKeys;
use super::terminal::Terminal;
use super::{picture, saved, session};
use crate::diff::Difference;
use crate::draw::{Options, THEMES};
use crate::error::Error;
use crate::export::report::{self, REPORTS, Report};
use crate::export::{by_extension, write_all_whole};
use crate::model::{Corpus, Drawing, SavedView};
use crate::network::Network;

/// The files of a view by extension, and the characters that its picture cannot show.
struct Made {
    files: Vec<(String, Vec<u8>)>,
    missing: Vec<char>,
}

pub(super) fn run(global: &Global, args: &Build, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let corpus = &loaded.corpus;
    let views = chosen(args, corpus)?;
    Terminal::progress(&format!("drawing {} views ...", views.len()));
    let made = make_all(&views, corpus);
    Terminal::progress("");
    let folder = output(global, args)?;
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for (view, made) in views.iter().zip(made) {
        let made = made?;
        picture::warn_missing(made.missing);
        files.extend(
            made.files.into_iter().map(|(ending, bytes)| (folder.join(format!("{}.{ending}", view.id)), bytes)),
        );
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

/// The folder to write into: as asked, else that of the corpus, told from here where that is shorter.
fn output(global: &Global, args: &Build) -> Result<PathBuf, Error> {
    if let Some(asked) = &args.output {
        return Ok(asked.clone());
    }
    let Some(corpus) = session::folder(global)? else { return Ok("output".into()) };
    let here = std::env::current_dir().ok();
    let nearer = here.and_then(|here| corpus.strip_prefix(here).ok().map(Path::to_path_buf));
    Ok(nearer.unwrap_or(corpus).join("output"))
}

fn chosen<'c>(args: &Build, corpus: &'c Corpus) -> Result<Vec<&'c SavedView>, Error> {
    if args.views.is_empty() {
        return Ok(corpus.views.iter().collect());
    }
    args.views.iter().map(|id| saved::find(id, corpus)).collect()
}

/// Makes the views on as many threads as there are processors; which thread makes what changes no byte.
fn make_all(views: &[&SavedView], corpus: &Corpus) -> Vec<Result<Made, Error>> {
    views.par_iter().map(|view| make(view, corpus)).collect()
}

fn make(view: &SavedView, corpus: &Corpus) -> Result<Made, Error> {
    let mut drawing = None;
    let mut made = Made { files: Vec::new(), missing: Vec::new() };
    for extension in &view.formats {
        let bytes = if let Some(format) = by_extension(extension) {
            let drawing = if let Some(drawing) = &drawing {
                drawing
            } else {
                let wish = saved::Wish { keys: &ViewKeys::default(), title: None, form: None };
                drawing.insert(saved::draw(view, &wish, THEMES[0], &Options::default(), corpus)?)
            };
            format.write(drawing)?
        } else if let Some(report) = REPORTS.iter().find(|report| report.extension() == &**extension) {
            words(view, corpus, *report)?
        } else {
            return Err(Error::Usage(format!("view `{}` asks for an unknown format `{extension}`", view.id)));
        };
        made.files.push((extension.to_string(), bytes));
    }
    made.missing = drawing.into_iter().flat_map(|drawing: crate::draw::Drawing| drawing.missing).collect();
    Ok(made)
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
