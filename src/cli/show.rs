//! `parallax show`: a network in words.

use super::Outcome;
use super::args::{Global, Show};
use super::partial::{self, Partial};
use super::terminal::Terminal;
use super::{picture, session};
use crate::error::Error;
use crate::export::report::Options;
use crate::model::Corpus;
use crate::model::selection::written;
use crate::network::{Network, View, find_actor};

pub(super) fn run(global: &Global, args: &Show, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    partial.settle(terminal, put(args, &partial, terminal))
}

fn put(args: &Show, partial: &Partial, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = &partial.loaded;
    let view = view(args, &loaded.corpus)?;
    let report = args.report.report()?;
    if !partial.shows(std::slice::from_ref(&view)) {
        return Ok(Outcome::Findings);
    }
    let options = Options { by_author: args.by.is_some(), ..args.report.options(terminal, loaded) };
    let network = Network::of(&loaded.corpus, &view);
    picture::write_with(&args.report.output, loaded, |out| report.network(&network, &options, out))?;
    Ok(Outcome::Clean)
}

/// A view; or, of several actors, all that anybody says between them: what is denied, past and possible as well.
fn view(args: &Show, corpus: &Corpus) -> Result<View, Error> {
    let actors = match args.what.as_slice() {
        [one] => return session::view(one, &args.keys, corpus),
        several => several,
    };
    let known = |actor: &String| match find_actor(actor, corpus) {
        Ok(found) => Ok(written(corpus.actors.name(found)).into_owned()),
        Err((_, help)) => {
            let help = help.map_or(String::new(), |help| format!(": {help}"));
            Err(Error::Usage(format!("there is no actor `{actor}`{help}")))
        }
    };
    let actors = actors.iter().map(known).collect::<Result<Vec<_>, _>>()?;
    session::view(&format!("*:between={},standing=any", actors.join("+")), &args.keys, corpus)
}
