//! `parallax render`: views as pictures.

use std::path::PathBuf;

use clap::Args;
use parallax_core::model::{Corpus, SavedView};
use parallax_core::network::View;
use parallax_project::check::{self, FEWER, State};
use parallax_project::lock::places_of;
use parallax_project::outputs::Picture;
use parallax_project::partial::Partial;
use parallax_project::saved::{self, Asked, SharedLayouts};
use parallax_project::views;
use parallax_project::{Error, quality};
use parallax_render::{DiagramKind, Drawing, Figure, RenderRequest, Theme};

use crate::commands::explore::{self, Explore};
use crate::global::Global;
use crate::keys::ViewKeys;
use crate::lock;
use crate::outcome::Outcome;
use crate::partial;
use crate::picture;
use crate::picture::PictureArgs;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct Render {
    /// Selections, or one saved view of parallax.toml
    #[arg(value_name = "VIEW", required = true)]
    pub(crate) views: Vec<String>,
    #[command(flatten)]
    pub(crate) keys: ViewKeys,
    /// Where to write; the extension says in which format. `-` is the standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Say the figures of the drawing: overlaps, crossings, faults of labels ...
    #[arg(long, help_heading = "Picture")]
    pub(crate) quality: bool,
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
}

pub(crate) fn run(global: &Global, args: &Render, terminal: &Terminal) -> Result<Outcome, Error> {
    if let Some(page) = page(args) {
        return explore::run(global, &page, terminal);
    }
    let format = picture::format(&args.output, args.picture.file.to.as_deref())?;
    let Some(mut partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    lock::heed(&args.picture, &mut partial.loaded.corpus);
    let done = draw(args, format, &partial);
    partial::explain_missing(&partial, terminal, done)
}

fn draw(args: &Render, format: Picture, partial: &Partial) -> Result<Outcome, Error> {
    let corpus = &partial.loaded.corpus;
    if !partial::shows(partial, &views(args, corpus)?) {
        return Ok(Outcome::Findings);
    }
    let options = picture::options(&args.picture, corpus)?;
    let asked =
        Asked { keys: args.keys.0.clone(), form: args.picture.form.0, title: args.picture.file.title.clone(), options };
    if let Some(graph) = picture::unplaced(&args.picture, format)? {
        if args.quality {
            return Err(Error::Usage(
                "the figures of a drawing (--quality) are of its places: name another engine".into(),
            ));
        }
        let (figures, theme) = figures(args, &asked, corpus)?;
        let bytes = graph.write(&figures, theme)?;
        picture::write(&args.output, &bytes, &partial.loaded)?;
        return Ok(Outcome::Clean);
    }
    Terminal::progress("drawing ...");
    let drawing = make(args, asked, corpus);
    Terminal::progress("");
    let drawing = drawing?;
    if args.quality {
        Terminal::say(&quality::lines(&drawing));
    }
    picture::write_drawing(&args.output, format, &drawing, FEWER, &partial.loaded)?;
    Ok(Outcome::Clean)
}

/// All that is selected, of a saved view as well.
fn views(args: &Render, corpus: &Corpus) -> Result<Vec<View>, Error> {
    let saved = |id: &str| corpus.views.iter().find(|view| *view.id == *id);
    let selections: Vec<&str> = match args.views.as_slice() {
        [one] => saved(one)
            .map_or_else(|| vec![&**one], |view| view.what.selections().iter().map(|(text, _)| &**text).collect()),
        several => several.iter().map(String::as_str).collect(),
    };
    selections.into_iter().map(|text| views::view(text, &args.keys.0, corpus)).collect()
}

/// The page, or its data, that the name of the file asks for.
fn page(args: &Render) -> Option<Explore> {
    if picture::is_wanted(&args.output, &args.picture.file) || !explore::is_page(&args.output) {
        return None;
    }
    let (views, keys) = (args.views.clone(), args.keys.clone());
    Some(Explore {
        views,
        keys,
        output: Some(args.output.clone()),
        title: args.picture.file.title.clone(),
        ..Explore::default()
    })
}

/// The saved view that is meant, if it is one.
fn saved<'c>(args: &Render, corpus: &'c Corpus) -> Option<&'c SavedView> {
    let [one] = args.views.as_slice() else { return None };
    corpus.views.iter().find(|view| *view.id == **one)
}

/// A saved view, or selections side by side.
fn make(args: &Render, mut asked: Asked, corpus: &Corpus) -> Result<Drawing, Error> {
    if let Some(view) = saved(args, corpus) {
        let drawing = saved::draw(view, &asked, &SharedLayouts::new(), corpus)?;
        Terminal::remarks(&check::drift(view, &drawing, corpus, State::Part));
        return Ok(drawing);
    }
    let texts = selections(args, &asked, corpus);
    let selections: Vec<&str> = texts.iter().map(String::as_str).collect();
    asked.options.places = places_of(&selections, false, corpus);
    saved::in_form(form(&asked), shown(&texts, &asked, corpus)?, &asked.options)
}

/// The same before any geometry.
fn figures(args: &Render, asked: &Asked, corpus: &Corpus) -> Result<(Vec<Figure>, &'static Theme), Error> {
    if let Some(view) = saved(args, corpus) {
        return saved::figures(view, asked, corpus);
    }
    let shown = shown(&selections(args, asked, corpus), asked, corpus)?;
    let style = &asked.options.style;
    Ok((saved::graph(form(asked), &shown, style)?, style.theme()))
}

/// A form sets views against each other; without one `*` is all that anybody says.
fn selections(args: &Render, asked: &Asked, corpus: &Corpus) -> Vec<String> {
    if asked.form.is_some() { views::each(&args.views, corpus) } else { args.views.clone() }
}

fn form(asked: &Asked) -> &'static DiagramKind {
    asked.form.unwrap_or(DiagramKind::usual())
}

fn shown<'c>(texts: &[String], asked: &Asked, corpus: &'c Corpus) -> Result<RenderRequest<'c>, Error> {
    let views = texts.iter().map(|text| views::view(text, &asked.keys, corpus)).collect::<Result<_, _>>()?;
    Ok(RenderRequest { title: asked.title.clone(), ..RenderRequest::of(corpus, views) })
}
