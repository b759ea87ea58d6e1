//! `parallax diff`: what two views say of the same actors, as a report or a picture.

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::diff::{Difference, Verdict, tally};
use parallax_core::model::Corpus;
use parallax_core::network::View;
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

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The two views [default: the authors, if there are two]
    #[arg(value_name = "VIEW", num_args = 0..=2)]
    pub(crate) views: Vec<String>,
    #[command(flatten)]
    pub(crate) keys: ViewKeys,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
    /// Only dyads with these verdicts
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = PossibleValuesParser::new(Verdict::NAMES))]
    pub(crate) verdict: Vec<String>,
    /// Count instead, type by type: how many directed pairs the one has, the other, both
    #[arg(long, value_name = "WHAT", value_parser = ["type"])]
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
    let loaded = &partial.loaded;
    let corpus = &loaded.corpus;
    let [a, b] = views(args, corpus)?;
    if !partial::shows(partial, &[a.clone(), b.clone()]) {
        return Ok(Outcome::Findings);
    }
    let output = &args.report.output;
    let verdicts = Verdict::NAMES.into_iter().filter(|name| args.verdict.iter().any(|wanted| wanted == name)).collect();
    let messages = args.picture.style.style(corpus)?.messages();
    let options = Options { verdicts, ..args.report.options(terminal, loaded, messages) };
    if args.tally.is_some() {
        let report = args.report.report()?;
        let (sides, tallies) = (side_names(corpus, &a, &b, options.messages), tally(corpus, &a, &b));
        picture::write_with(output, loaded, |out| report.tally(corpus, &sides, &tallies, &options, out))?;
        return Ok(Outcome::Clean);
    }
    Terminal::progress("comparing ...");
    let difference = Difference::of(corpus, &a, &b);
    Terminal::progress("");
    if wants_picture(args) {
        let format = picture::format(output, args.picture.to.as_deref())?;
        let mut options = picture::options(&args.picture, corpus)?;
        options.places = places_of(&[&a.text, &b.text], true, corpus);
        let form = args.picture.form.0.unwrap_or(DiagramKind::usual(true));
        let shown = RenderRequest { corpus, views: vec![a, b], title: args.picture.title.clone() };
        if let Some(graph) = picture::unplaced(&args.picture, format)? {
            let figures = saved::graph(form, &shown, &options.style)?;
            let bytes = graph.write(&figures, options.style.theme())?;
            picture::write(output, &bytes, loaded)?;
        } else {
            let drawing = form.draw(&shown, &options)?;
            picture::write_drawing(output, format, &drawing, FEWER, loaded)?;
        }
    } else if let Some(form) = args.picture.form.0 {
        return Err(Error::Usage(format!("--{} makes a picture: say where with -o {}.svg", form.name, form.name)));
    } else {
        let report = args.report.report()?;
        picture::write_with(output, loaded, |out| report.difference(&difference, &options, out))?;
    }
    Ok(if args.exit_code && difference.differs() { Outcome::Findings } else { Outcome::Clean })
}

/// A picture if a format of pictures is asked for, by name or by extension.
fn wants_picture(args: &Diff) -> bool {
    args.picture.to.is_some() || picture::by_path(&args.report.output).is_some()
}

fn views(args: &Diff, corpus: &Corpus) -> Result<[View; 2], Error> {
    let names: Vec<&str> = match args.views.as_slice() {
        [a, b] => vec![a, b],
        [] if corpus.authors.len() == 2 => corpus.authors.names().collect(),
        [all] if all == "*" && corpus.authors.len() == 2 => corpus.authors.names().collect(),
        _ => {
            let authors = corpus.authors.names().collect::<Vec<_>>().join(", ");
            return Err(Error::Usage(format!("name two views to compare, such as two of the authors: {authors}")));
        }
    };
    match names.as_slice() {
        [a, b] => Ok([views::view(a, &args.keys.0, corpus)?, views::view(b, &args.keys.0, corpus)?]),
        _ => Err(Error::Usage("name two views to compare".into())),
    }
}
