//! `parallax render`: views as pictures.

use super::Outcome;
use super::args::{Global, Render};
use super::terminal::Terminal;
use super::{picture, saved, session};
use crate::draw::draw;
use crate::error::Error;

pub(super) fn run(global: &Global, args: &Render, terminal: &Terminal) -> Result<Outcome, Error> {
    let format = picture::format(&args.output, args.picture.to.as_deref())?;
    let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let corpus = &loaded.corpus;
    let title = args.picture.title.as_deref();
    let (theme, options) = picture::look(&args.picture);
    Terminal::progress("drawing ...");
    let drawing = match args.views.as_slice() {
        [one] if corpus.views.iter().any(|view| *view.id == **one) => {
            let look = saved::Look { title, theme, options: &options, notes: args.picture.notes };
            saved::draw(saved::find(one, corpus)?, &args.keys, &look, corpus)
        }
        views => saved::panels(views, &args.keys, title, corpus).and_then(|figures| {
            draw(&figures, theme, &picture::annotated(&options, args.picture.notes, corpus, &figures))
        }),
    };
    Terminal::progress("");
    let drawing = drawing?;
    picture::warn_missing(drawing.missing.iter().copied());
    picture::write(&args.output, &format.write(&drawing)?)?;
    Ok(Outcome::Clean)
}
