//! `parallax diff`: what two views, or more, say of the same actors, as a report or a picture.

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::diff::{Comparison, Verdict, doubled, tally};
use parallax_core::model::{ActorId, Corpus};
use parallax_core::network::{Refusal, View, find_actor};
use parallax_formats::report::{Options, side_names};
use parallax_project::Error;
use parallax_project::check::FEWER;
use parallax_project::lock::places_of;
use parallax_project::partial::Partial;
use parallax_project::saved;
use parallax_project::views;
use parallax_render::{DiagramKind, RenderRequest};

use crate::global::Global;
use crate::keys::ViewKeys;
use crate::outcome::Outcome;
use crate::partial;
use crate::picture::PictureArgs;
use crate::report::ReportArgs;
use crate::terminal::Terminal;
use crate::{lock, picture};

/// What says nothing of a tally: it has no verdicts, is complete, quotes nothing and is no picture.
const NOT_COUNTED: [&str; 9] =
    ["verdict", "firm", "all", "passages", "which-form", "to", "title", "engine", "relayout"];

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// Two views or more; `*` stands for every author [default: every author]
    #[arg(value_name = "VIEW")]
    pub(crate) views: Vec<String>,
    #[command(flatten)]
    pub(crate) keys: ViewKeys,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
    /// Only dyads with these verdicts
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = PossibleValuesParser::new(Verdict::NAMES))]
    pub(crate) verdict: Vec<String>,
    /// Only what is about these actors: their dyads, and issues about them
    #[arg(long, value_name = "ACTOR", value_delimiter = ',')]
    pub(crate) about: Vec<String>,
    /// Drop contested verdicts that rest on a single passage
    #[arg(long)]
    pub(crate) firm: bool,
    /// Count instead, type by type: how many directed pairs the one has, the other, both
    #[arg(long, value_name = "WHAT", value_parser = ["type"], conflicts_with_all = NOT_COUNTED)]
    pub(crate) tally: Option<String>,
    /// End with 1 if the views differ
    #[arg(long)]
    pub(crate) exit_code: bool,
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
}

pub(crate) fn run(global: &Global, args: &Diff, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(mut partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    lock::heed(&args.picture, &mut partial.loaded.corpus);
    partial::explain_missing(&partial, terminal, compare(args, &partial, terminal))
}

fn compare(args: &Diff, partial: &Partial, terminal: &Terminal) -> Result<Outcome, Error> {
    let corpus = &partial.loaded.corpus;
    let views = views(&args.views, &args.keys, corpus)?;
    if !partial::shows(partial, &views) {
        return Ok(Outcome::Findings);
    }
    listed(args, views.len())?;
    Terminal::progress("comparing ...");
    let comparison = Comparison::of(corpus, &views).only_firm(args.firm);
    Terminal::progress("");
    if args.tally.is_some() {
        count(args, partial, terminal, &views)?;
    } else if picture::is_wanted(&args.report.output, &args.picture.file) {
        draw(args, partial, &views)?;
    } else if let Some(form) = args.picture.form.0 {
        return Err(Error::Usage(format!("--{} makes a picture: say where with -o {}.svg", form.name, form.name)));
    } else {
        tell(args, partial, terminal, &comparison)?;
    }
    Ok(if args.exit_code && comparison.differs() { Outcome::Findings } else { Outcome::Clean })
}

/// Of several sides a verdict belongs to each two, and only contested ones are listed.
fn listed(args: &Diff, sides: usize) -> Result<(), Error> {
    let is_listed = |verdict: &&String| sides <= 2 || Verdict::contested_names().contains(&verdict.as_str());
    match args.verdict.iter().find(|verdict| !is_listed(verdict)) {
        None => Ok(()),
        Some(verdict) => Err(Error::Usage(format!(
            "--verdict {verdict} is of two views: of {sides} only contested pairs of actors are listed ({})",
            Verdict::contested_names().join(", ")
        ))),
    }
}

fn draw(args: &Diff, partial: &Partial, views: &[View]) -> Result<(), Error> {
    let corpus = &partial.loaded.corpus;
    let output = &args.report.output;
    let format = picture::format(output, args.picture.file.to.as_deref())?;
    let mut options = picture::options(&args.picture, corpus)?;
    let texts: Vec<&str> = views.iter().map(|view| &*view.text).collect();
    options.places = places_of(&texts, true, corpus);
    let form = args.picture.form.0.unwrap_or(DiagramKind::usual_of_sides(views.len()));
    let title = args.picture.file.title.clone();
    let shown = RenderRequest { title, firm: args.firm, ..RenderRequest::of(corpus, views.to_vec()) };
    if let Some(graph) = picture::unplaced(&args.picture, format)? {
        let figures = saved::graph(form, &shown, &options.style)?;
        let bytes = graph.write(&figures, options.style.theme())?;
        return picture::write(output, &bytes, &partial.loaded);
    }
    let drawing = saved::in_form(form, shown, &options)?;
    picture::write_drawing(output, format, &drawing, FEWER, &partial.loaded)
}

fn report_options(args: &Diff, partial: &Partial, terminal: &Terminal) -> Result<Options, Error> {
    let verdicts = Verdict::NAMES.into_iter().filter(|name| args.verdict.iter().any(|wanted| wanted == name)).collect();
    let corpus = &partial.loaded.corpus;
    let messages = args.picture.style.style(corpus)?.messages();
    let options = args.report.options(terminal, &partial.loaded, messages);
    Ok(Options { verdicts, about: actors(&args.about, corpus)?, ..options })
}

fn actors(named: &[String], corpus: &Corpus) -> Result<Vec<ActorId>, Error> {
    let refused = |(fact, help): Refusal| Error::Usage(help.map_or(fact.clone(), |help| format!("{fact}; {help}")));
    named.iter().map(|name| find_actor(name, corpus).map_err(refused)).collect()
}

fn count(args: &Diff, partial: &Partial, terminal: &Terminal, views: &[View]) -> Result<(), Error> {
    let corpus = &partial.loaded.corpus;
    let [a, b] = views else { return Err(Error::Usage("--tally counts what two views hold: name two".into())) };
    let (report, options) = (args.report.report()?, report_options(args, partial, terminal)?);
    let (sides, tallies) = (side_names(corpus, a, b, options.messages), tally(corpus, a, b));
    picture::write_with(&args.report.output, &partial.loaded, |out| {
        report.tally(corpus, &sides, &tallies, &options, out)
    })
}

fn tell(args: &Diff, partial: &Partial, terminal: &Terminal, comparison: &Comparison<'_>) -> Result<(), Error> {
    let (report, options) = (args.report.report()?, report_options(args, partial, terminal)?);
    picture::write_with(&args.report.output, &partial.loaded, |out| report.comparison(comparison, &options, out))
}

/// The views that are named; each `*` is every author who is not named, as in a saved view.
pub(crate) fn views(named: &[String], keys: &ViewKeys, corpus: &Corpus) -> Result<Vec<View>, Error> {
    let named = if named.is_empty() { &["*".to_owned()] } else { named };
    let is_named = |author: &&str| named.iter().any(|view| view == author);
    let every = || corpus.authors.names().filter(|author| !is_named(author)).collect::<Vec<_>>();
    let names = named.iter().flat_map(|view| if view == "*" { every() } else { vec![view.as_str()] });
    let names: Vec<&str> = names.collect();
    if names.len() < 2 {
        let authors = corpus.authors.names().collect::<Vec<_>>().join(", ");
        return Err(Error::Usage(format!("name two views to compare, such as two of the authors: {authors}")));
    }
    let views: Vec<View> =
        names.into_iter().map(|name| views::view(name, &keys.0, corpus)).collect::<Result<_, _>>()?;
    match doubled(&views) {
        Some(twice) => Err(Error::Usage(twice.refusal(&views))),
        None => Ok(views),
    }
}
