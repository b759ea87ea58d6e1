//! `parallax build`: every picture that `parallax.toml` asks for. All are made before the first is written.

use std::path::PathBuf;

use super::Outcome;
use super::args::{Build, Global};
use super::keys::ViewKeys;
use super::terminal::Terminal;
use super::{picture, render, session};
use crate::diff::Difference;
use crate::draw::{Options, THEMES, draw};
use crate::error::Error;
use crate::export::report::{self, REPORTS, Report};
use crate::export::{by_extension, write_whole};
use crate::model::{Corpus, Drawing, SavedView};
use crate::network::Network;

/// A file to be written.
type Made = (PathBuf, Vec<u8>);

pub(super) fn run(global: &Global, args: &Build, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let corpus = &loaded.corpus;
    let views = chosen(args, corpus)?;
    let mut made: Vec<Made> = Vec::new();
    for view in views {
        Terminal::progress(&format!("drawing {} ...", view.id));
        made.extend(
            make(view, corpus)?
                .into_iter()
                .map(|(extension, bytes)| (args.output.join(format!("{}.{extension}", view.id)), bytes)),
        );
    }
    Terminal::progress("");
    for (path, bytes) in &made {
        write_whole(path, bytes)?;
        Terminal::print(format!("{}\n", path.display()).as_bytes())?;
    }
    if made.is_empty() {
        Terminal::say(
            "parallax.toml asks for no picture: add a [[view]] with id and select = \"author\", or diff = [\"author\", \"author\"]",
        );
    }
    Ok(Outcome::Clean)
}

fn chosen<'c>(args: &Build, corpus: &'c Corpus) -> Result<Vec<&'c SavedView>, Error> {
    if args.views.is_empty() {
        return Ok(corpus.views.iter().collect());
    }
    let find = |id: &String| {
        let found = corpus.views.iter().find(|view| *view.id == **id);
        let near = crate::diag::nearest(id, corpus.views.iter().map(|view| &*view.id));
        let help = near.map_or(String::new(), |near| format!(": did you mean `{near}`?"));
        found.ok_or_else(|| Error::Usage(format!("parallax.toml has no view `{id}`{help}")))
    };
    args.views.iter().map(find).collect()
}

/// The files of a view, by extension.
fn make(view: &SavedView, corpus: &Corpus) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let keys = ViewKeys::default();
    let mut drawing = None;
    let mut made = Vec::new();
    for extension in &view.formats {
        let bytes = if let Some(format) = by_extension(extension) {
            if drawing.is_none() {
                let figures = render::saved(&view.id, None, &keys, corpus)?;
                let title = view.title.as_ref().map(ToString::to_string).filter(|_| figures.len() > 1);
                drawing = Some(draw(&figures, THEMES[0], &Options { title, ..Options::default() })?);
                if let Some(drawing) = &drawing {
                    picture::warn_missing(drawing);
                }
            }
            drawing.as_ref().map_or(Ok(Vec::new()), |drawing| format.write(drawing))?
        } else if let Some(report) = REPORTS.iter().find(|report| report.extension() == &**extension) {
            words(view, corpus, *report)?.into_bytes()
        } else {
            return Err(Error::Usage(format!("view `{}` asks for an unknown format `{extension}`", view.id)));
        };
        made.push((extension.to_string(), bytes));
    }
    Ok(made)
}

/// The text twin of a picture.
fn words(view: &SavedView, corpus: &Corpus, report: &dyn Report) -> Result<String, Error> {
    let keys = ViewKeys::default();
    let options = report::Options::default();
    match &view.what {
        Drawing::Panels(selections) => {
            let texts = selections.iter().map(|(text, _)| {
                let view = session::view(text, &keys, corpus)?;
                Ok(report.network(&Network::of(corpus, &view), &options))
            });
            Ok(texts.collect::<Result<Vec<String>, Error>>()?.join("\n"))
        }
        Drawing::Difference(sides) => {
            let a = session::view(&sides[0].0, &keys, corpus)?;
            let b = session::view(&sides[1].0, &keys, corpus)?;
            Ok(report.difference(&Difference::of(corpus, &a, &b), &options))
        }
    }
}
