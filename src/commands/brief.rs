//! `parallax brief`: what divides and joins two views, or more, in ten lines.

use clap::Args;
use parallax_core::diff::Comparison;
use parallax_core::messages::Messages;
use parallax_project::Error;
use parallax_project::partial::Partial;

use super::diff;
use crate::global::Global;
use crate::keys::ViewKeys;
use crate::language::LanguageArg;
use crate::outcome::Outcome;
use crate::report::ReportArgs;
use crate::terminal::Terminal;
use crate::{partial, picture};

#[derive(Debug, Args)]
pub(crate) struct Brief {
    /// Two views or more; `*` stands for every author [default: every author]
    #[arg(value_name = "VIEW")]
    pub(crate) views: Vec<String>,
    #[command(flatten)]
    pub(crate) keys: ViewKeys,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
    #[command(flatten)]
    pub(crate) language: LanguageArg,
}

pub(crate) fn run(global: &Global, args: &Brief, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    partial::explain_missing(&partial, terminal, tell(args, &partial, terminal))
}

fn tell(args: &Brief, partial: &Partial, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = &partial.loaded;
    let views = diff::views(&args.views, &args.keys, &loaded.corpus)?;
    if !partial::shows(partial, &views) {
        return Ok(Outcome::Findings);
    }
    let report = args.report.report()?;
    let messages = args.language.messages().unwrap_or_else(Messages::english);
    let options = args.report.options(terminal, loaded, messages);
    let comparison = Comparison::of(&loaded.corpus, &views);
    picture::write_with(&args.report.output, loaded, |out| report.briefing(&comparison, &options, out))?;
    Ok(Outcome::Clean)
}
