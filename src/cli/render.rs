//! `parallax render`: views as pictures.

use super::Outcome;
use super::args::{Global, Render};
use super::terminal::Terminal;
use super::{picture, saved, session};
use crate::draw::{Form, Shown};
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
            let wish = saved::Wish { keys: &args.keys, title, form: args.picture.form.0 };
            saved::draw(saved::find(one, corpus)?, &wish, theme, &options, corpus)
        }
        views => {
            let views = views.iter().map(|text| session::view(text, &args.keys, corpus)).collect::<Result<_, _>>()?;
            let form = args.picture.form.0.unwrap_or(Form::usual(false));
            form.draw(&Shown { corpus, views, title: title.map(str::to_owned) }, theme, &options)
        }
    };
    Terminal::progress("");
    let drawing = drawing?;
    picture::warn_missing(drawing.missing.iter().copied());
    picture::write(&args.output, &format.write(&drawing)?)?;
    Ok(Outcome::Clean)
}
