//! `parallax brief`: what divides and joins two views, or more, in ten lines, as a report or a picture.

use clap::Args;
use parallax_core::diff::Comparison;
use parallax_core::network::View;
use parallax_project::Error;
use parallax_project::partial::Partial;
use parallax_project::saved;
use parallax_render::{DiagramKind, Options, RenderRequest};

use super::diff;
use crate::global::Global;
use crate::keys::ViewKeys;
use crate::outcome::Outcome;
use crate::picture::FileArgs;
use crate::report::ReportArgs;
use crate::style_keys::ChartStyleKeys;
use crate::terminal::Terminal;
use crate::{partial, picture};

/// What would make the words of a picture larger.
const FEWER: &str = "print fewer lines (top)";

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
    pub(crate) file: FileArgs,
    #[command(flatten)]
    pub(crate) style: ChartStyleKeys,
}

pub(crate) fn run(global: &Global, args: &Brief, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    partial::explain_missing(&partial, terminal, brief(args, &partial, terminal))
}

fn brief(args: &Brief, partial: &Partial, terminal: &Terminal) -> Result<Outcome, Error> {
    let views = diff::views(&args.views, &args.keys, &partial.loaded.corpus)?;
    if !partial::shows(partial, &views) {
        return Ok(Outcome::Findings);
    }
    if picture::is_wanted(&args.report.output, &args.file) {
        draw(args, partial, views)?;
    } else {
        tell(args, partial, terminal, &views)?;
    }
    Ok(Outcome::Clean)
}

fn draw(args: &Brief, partial: &Partial, views: Vec<View>) -> Result<(), Error> {
    let (corpus, output) = (&partial.loaded.corpus, &args.report.output);
    let format = picture::format(output, args.file.to.as_deref())?;
    let options = Options { style: args.style.0.style(corpus)?, ..Options::default() };
    let request = RenderRequest { title: args.file.title.clone(), ..RenderRequest::of(corpus, views) };
    let drawing = saved::in_form(DiagramKind::briefing(), request, &options)?;
    picture::write_drawing(output, format, &drawing, FEWER, &partial.loaded)
}

fn tell(args: &Brief, partial: &Partial, terminal: &Terminal, views: &[View]) -> Result<(), Error> {
    let loaded = &partial.loaded;
    let report = args.report.report()?;
    let messages = args.style.0.style(&loaded.corpus)?.messages();
    let options = args.report.options(terminal, loaded, messages);
    let comparison = Comparison::of(&loaded.corpus, views);
    picture::write_with(&args.report.output, loaded, |out| report.briefing(&comparison, &options, out))
}
