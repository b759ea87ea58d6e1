//! `parallax show`: a network in words.

use clap::Args;
use parallax_core::messages::Messages;
use parallax_core::model::Corpus;
use parallax_core::model::selection::written;
use parallax_core::network::{Network, View, find_actor};
use parallax_formats::report::Options;
use parallax_project::Error;
use parallax_project::partial::Partial;
use parallax_project::views;

use crate::global::Global;
use crate::keys::ViewKeys;
use crate::language::LanguageArg;
use crate::outcome::Outcome;
use crate::partial;
use crate::picture;
use crate::report::ReportArgs;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Which statements; or two actors or more, for all that is said between them [default: what all authors hold now]
    #[arg(value_name = "VIEW|ACTORS", default_value = "*")]
    pub(crate) what: Vec<String>,
    #[command(flatten)]
    pub(crate) keys: ViewKeys,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
    /// What each author says of a pair apart, and who is silent
    #[arg(long, value_name = "WHAT", value_parser = ["author"])]
    pub(crate) by: Option<String>,
    #[command(flatten)]
    pub(crate) language: LanguageArg,
}

pub(crate) fn run(global: &Global, args: &Show, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    partial::explain_missing(&partial, terminal, put(args, &partial, terminal))
}

fn put(args: &Show, partial: &Partial, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = &partial.loaded;
    let view = view(args, &loaded.corpus)?;
    let report = args.report.report()?;
    if !partial::shows(partial, std::slice::from_ref(&view)) {
        return Ok(Outcome::Findings);
    }
    let messages = args.language.messages().unwrap_or_else(Messages::english);
    let options = Options { by_author: args.by.is_some(), ..args.report.options(terminal, loaded, messages) };
    let network = Network::of(&loaded.corpus, &view);
    picture::write_with(&args.report.output, loaded, |out| report.network(&network, &options, out))?;
    Ok(Outcome::Clean)
}

/// A view; or, of several actors, all that anybody says between them: what is denied, past and possible as well.
fn view(args: &Show, corpus: &Corpus) -> Result<View, Error> {
    let actors = match args.what.as_slice() {
        [one] => return views::view(one, &args.keys.0, corpus),
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
    views::view(&format!("*:between={},standing=any", actors.join("+")), &args.keys.0, corpus)
}
