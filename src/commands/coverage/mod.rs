//! `parallax coverage`: what of the texts is coded, and which sentences a coder has still to look at.

mod json;
mod picture;
mod text;

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::check::wrapped_note;
use parallax_core::diag::harmless;
use parallax_core::model::{AuthorId, Corpus, Id, WorkId};
use parallax_core::text::{Coverage, Tally, cover, how_to_get};
use parallax_project::Error;
use parallax_project::outputs::by_extension;
use parallax_project::partial::Partial;
use parallax_project::views;
use parallax_render::THEMES;

use crate::global::Global;
use crate::outcome::Outcome;
use crate::partial;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct CoverageArgs {
    /// Whose texts [default: those of all authors]
    #[arg(value_name = "AUTHOR")]
    author: Option<String>,
    /// The work, where there are several [default: all of them]
    #[arg(long, value_name = "WORK")]
    work: Option<String>,
    /// text or json [default: by the extension of -o, else text]
    #[arg(long, value_name = "FORMAT", value_parser = ["text", "json"])]
    format: Option<String>,
    /// Where to write: a report (.txt .json), or a picture (.svg .png .pdf). `-` is the standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// End with 1 if less than this share of the sentences with several actors was looked at
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    fail_under: Option<f64>,
    /// Show the sentences as well that are coded or set aside
    #[arg(long)]
    all: bool,
    /// The title of the picture
    #[arg(long, value_name = "TEXT", help_heading = "Picture")]
    title: Option<String>,
    /// Colours and sizes [default: light]
    #[arg(long, value_name = "THEME", help_heading = "Picture", value_parser = PossibleValuesParser::new(THEMES.iter().map(|theme| theme.name)))]
    theme: Option<String>,
    /// The page that the picture fills: 16:9 or another ratio, a4, a4-landscape, square, or a size in pixels
    #[arg(long, value_name = "TARGET", help_heading = "Picture")]
    fit: Option<String>,
}

fn percent(text: &str) -> Result<f64, String> {
    let number = text.trim_end_matches('%').trim().parse::<f64>().ok();
    number.filter(|number| (0.0..=100.0).contains(number)).ok_or_else(|| "a number from 0 to 100 is meant".to_owned())
}

pub(crate) fn run(global: &Global, args: &CoverageArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let format = format(args)?;
    // What is wrong with one author's file says nothing against the texts of the others.
    let Some(partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    partial::explain_missing(&partial, terminal, put(args, &format, &partial, terminal))
}

fn put(args: &CoverageArgs, format: &Format, partial: &Partial, terminal: &Terminal) -> Result<Outcome, Error> {
    let loaded = &partial.loaded;
    let (works, left) = at_hand(&works(args, &loaded.corpus)?, partial)?;
    if works.is_empty() {
        Terminal::say("nothing was written: no text is left to look at");
        return Ok(Outcome::Findings);
    }
    Terminal::progress("reading the texts ...");
    for (text, work) in works.iter().filter_map(|id| Some((loaded.texts.get(*id)?, loaded.corpus.work(*id)))) {
        if let Some(told) = wrapped_note(work, text).filter(|_| work.paragraphs.is_none()) {
            Terminal::say(&format!("note: {told}"));
        }
    }
    let covered = cover(&loaded.corpus, &loaded.texts, &works);
    Terminal::progress("");
    match format {
        Format::Picture(format) => picture::write(args, *format, &covered, loaded)?,
        Format::Json => crate::picture::write(&args.output, &json::report(&covered, &left, loaded), loaded)?,
        Format::Text => {
            let bold = terminal.colour() && args.output == Path::new("-");
            crate::picture::write(&args.output, text::report(&covered, loaded, args.all, bold).as_bytes(), loaded)?;
        }
    }
    let short = args.fail_under.and_then(|least| short(least, &covered, &left, &loaded.corpus));
    if let Some(why) = &short {
        Terminal::say(why);
    }
    Ok(if short.is_some() { Outcome::Findings } else { Outcome::Clean })
}

/// Why less was looked at than was asked for: a text of which nothing can be said is not well looked at.
fn short(least: f64, covered: &[Coverage], left: &[Left], corpus: &Corpus) -> Option<String> {
    if least <= 0.0 {
        return None;
    }
    if let Some(left) = left.first() {
        let title = harmless(&corpus.work(left.work).title);
        return Some(format!("`{title}` was not looked at: {}. {least} % were asked for", left.why));
    }
    let unread = covered.iter().find(|covered| covered.tally.is_unread());
    if let Some((covered, why)) = unread.and_then(|covered| Some((covered, covered.tally.nothing()?))) {
        let text = harmless(&heading(covered, corpus));
        return Some(format!(
            "nothing to look at in {text}: {why}; what it calls the actors can be added as aliases. {least} % were asked for"
        ));
    }
    let sum = Tally::sum(covered.iter().map(|covered| &covered.tally));
    let Some(share) = sum.share() else {
        let why = sum.nothing().unwrap_or_default();
        return Some(format!("nothing to look at: {why}. {least} % were asked for"));
    };
    let share = share * 100.0;
    (share < least).then(|| {
        format!("{share:.1} % of the sentences that name several actors were looked at, and {least} % were asked for")
    })
}

/// What is written.
enum Format {
    Text,
    Json,
    Picture(parallax_project::outputs::Picture),
}

/// As asked, else by the extension.
fn format(args: &CoverageArgs) -> Result<Format, Error> {
    let extension = args.output.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let picture = by_extension(extension).filter(|format| !format.is_graph());
    match (args.format.as_deref(), extension) {
        (Some("json"), _) | (None, "json") => Ok(Format::Json),
        (Some(_), _) | (None, "" | "txt") => Ok(Format::Text),
        (None, _) => picture.map(Format::Picture).ok_or_else(|| {
            Error::Usage(format!(
                "coverage cannot be written as .{extension}: the endings are .txt .json .svg .png .pdf"
            ))
        }),
    }
}

/// The works that are meant.
fn works(args: &CoverageArgs, corpus: &Corpus) -> Result<Vec<WorkId>, Error> {
    let author = match &args.author {
        Some(name) => Some(author(name, corpus)?),
        None => None,
    };
    let of_author = |id: &WorkId| author.is_none_or(|author| corpus.work(*id).author == author);
    let all: Vec<WorkId> = (0..corpus.works.len()).map(WorkId::from_index).filter(of_author).collect();
    let meant = |id: &WorkId| args.work.as_ref().is_none_or(|work| *corpus.work(*id).id == **work);
    let found: Vec<WorkId> = all.iter().copied().filter(meant).collect();
    match &args.work {
        _ if !found.is_empty() => Ok(found),
        Some(work) if !all.is_empty() => {
            let near = views::near(work, all.iter().map(|id| &*corpus.work(*id).id));
            Err(Error::Usage(format!("there is no work `{work}`{near}")))
        }
        _ => Err(Error::Usage("there is no work: declare a [[work]] with the file of its text".into())),
    }
}

fn author(name: &str, corpus: &Corpus) -> Result<AuthorId, Error> {
    corpus.authors.find(name).ok_or_else(|| {
        let near = views::near(name, corpus.authors.names());
        Error::Usage(format!("there is no author `{name}`{near}"))
    })
}

/// A work that is meant and was not looked at.
struct Left {
    work: WorkId,
    why: &'static str,
}

/// Those that can be looked at, and those that are left out, which are told. If no text is at hand, that is trouble.
fn at_hand(works: &[WorkId], partial: &Partial) -> Result<(Vec<WorkId>, Vec<Left>), Error> {
    let (corpus, texts) = (&partial.loaded.corpus, &partial.loaded.texts);
    let (mut there, mut left) = (Vec::new(), Vec::new());
    for &work in works {
        let read = texts.get(work).is_some();
        let sound = !partial.doubts(corpus.authors.name(corpus.work(work).author));
        let why = match (texts.refused(work).is_some(), read, sound) {
            (true, ..) => "its text could not be read",
            (_, false, _) => "its text is not at hand",
            (.., false) => "the file of its author has errors",
            _ => {
                there.push(work);
                continue;
            }
        };
        left.push(Left { work, why });
    }
    let absent =
        left.iter().map(|left| left.work).filter(|work| texts.get(*work).is_none() && texts.refused(*work).is_none());
    let told = absent.map(|id| {
        let work = corpus.work(id);
        format!("the text of `{}` is not at hand: {}", work.title, how_to_get(work, corpus))
    });
    let mut told = told.peekable();
    if let Some(first) = told.next_if(|_| works.iter().all(|work| texts.get(*work).is_none())) {
        return Err(Error::Usage(first));
    }
    told.for_each(|told| Terminal::say(&format!("note: {told}")));
    Ok((there, left))
}

/// "Name, title" of a work.
fn heading(covered: &Coverage, corpus: &Corpus) -> String {
    let work = corpus.work(covered.work);
    format!("{}, {}", corpus.authors.get(work.author).name, work.title)
}

/// An anchor as a file of the author takes it: with the work where the author has several.
fn anchor(work: WorkId, selector: parallax_core::model::Selector, corpus: &Corpus) -> String {
    let several = corpus.works_of(corpus.work(work).author).nth(1).is_some();
    if several { format!("{}:{selector}", corpus.work(work).id) } else { selector.to_string() }
}
