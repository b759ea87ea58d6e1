//! `parallax explore`: a page in which views can be walked through, or its data.

use std::path::{Path, PathBuf};

use clap::Args;
use parallax_core::model::Corpus;
use parallax_core::network::View;
use parallax_core::source::Named;
use parallax_core::text::Passages;
use parallax_explorer::{PAGES, PageFormat, page_by_extension};
use parallax_project::Error;
use parallax_project::Project;
use parallax_project::page_request::PageRequest;
use parallax_project::target::may_write;
use parallax_project::views;
use parallax_render::{MOST_VIEWS, Positions};

use crate::global::Global;
use crate::keys::ViewKeys;
use crate::outcome::Outcome;
use crate::terminal::Terminal;
use crate::{partial, picture};

/// The file that a page is written to, if no other is named.
pub(crate) const PAGE: &str = "explorer.html";

#[derive(Debug, Default, Args)]
pub(crate) struct Explore {
    /// Selections, or one saved view of parallax.toml [default: the view that asks for html, else the authors]
    #[arg(value_name = "VIEW")]
    pub(crate) views: Vec<String>,
    #[command(flatten)]
    pub(crate) keys: ViewKeys,
    /// Where to write: .html is the page, .json its data; `-` is the standard output [default: explorer.html]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The main lines, which the page opens with: keys of the selection language, such as tag=slide
    #[arg(long, value_name = "KEYS", help_heading = "Page")]
    pub(crate) main: Option<String>,
    /// Show the passages themselves, where the texts are at hand. Mind whose texts they are: the page can be passed on
    #[arg(long, help_heading = "Page")]
    pub(crate) with_passages: bool,
    /// The title [default: the view's, else the corpus']
    #[arg(long, value_name = "TEXT", help_heading = "Page")]
    pub(crate) title: Option<String>,
}

pub(crate) fn run(global: &Global, args: &Explore, terminal: &Terminal) -> Result<Outcome, Error> {
    format(args.output())?;
    let Some(partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    let views = || -> Result<Vec<View>, Error> {
        let page = asked(args, &partial.loaded.corpus)?;
        page.selections.iter().map(|text| views::view(text, &page.keys, &partial.loaded.corpus)).collect()
    };
    let done = views().and_then(|views| {
        if partial::shows(&partial, &views) {
            write(args, &partial.loaded).map(|()| Outcome::Clean)
        } else {
            Ok(Outcome::Findings)
        }
    });
    partial::explain_missing(&partial, terminal, done)
}

impl Explore {
    fn output(&self) -> &Path {
        self.output.as_deref().unwrap_or(Path::new(PAGE))
    }
}

/// Writes what is asked for, of a corpus without errors, and says where it is.
pub(crate) fn write(args: &Explore, loaded: &Project) -> Result<(), Error> {
    let output = args.output();
    if args.output.is_none() {
        may_write(output, Named::In(Path::new("")), loaded)?;
    }
    let format = format(output)?;
    let passages = args.with_passages.then(|| passages(loaded));
    let mut page = asked(args, &loaded.corpus)?;
    page.title = args.title.clone().or(page.title);
    page.main = args.main.clone().or(page.main);
    Terminal::progress("drawing ...");
    let bytes = page.write(format, &loaded.corpus, passages.as_ref());
    Terminal::progress("");
    picture::write(output, &bytes?, loaded)?;
    if output != Path::new("-") {
        Terminal::print_text(&output.display().to_string())?;
    }
    Ok(())
}

/// Whether a file is a page, or the data of one, by its name.
pub(crate) fn is_page(output: &Path) -> bool {
    output.extension().and_then(|extension| extension.to_str()).is_some_and(|end| page_by_extension(end).is_some())
}

/// The format by the extension; a page if there is nothing to go by.
fn format(output: &Path) -> Result<&'static PageFormat, Error> {
    let Some(extension) = output.extension().and_then(|extension| extension.to_str()) else { return Ok(&PAGES[0]) };
    page_by_extension(extension).ok_or_else(|| {
        let known: Vec<String> = PAGES.iter().map(|page| format!(".{}", page.extension)).collect();
        Error::Usage(format!("no page ends in .{extension}: the endings are {}", known.join(" ")))
    })
}

/// The passages that are at hand; says how many works have none.
fn passages(loaded: &Project) -> Passages {
    let passages = Passages::of(&loaded.evidence, &loaded.texts);
    let missing = loaded.evidence.iter().filter(|verified| !passages.has(verified.work)).count();
    if missing > 0 {
        let works = if missing == 1 { "a work is" } else { "some works are" };
        Terminal::say(&format!("note: the text of {works} not at hand: its passages are not in the page (--sources)"));
    }
    passages
}

/// What the command line asks for: a saved view, selections, or what there is.
fn asked(args: &Explore, corpus: &Corpus) -> Result<PageRequest, Error> {
    let saved = match args.views.as_slice() {
        [] => corpus.views.iter().find(|view| view.formats.iter().any(|format| **format == *PAGES[0].extension)),
        [one] => corpus.views.iter().find(|view| *view.id == **one),
        _ => None,
    };
    if let Some(view) = saved {
        return Ok(PageRequest { keys: args.keys.0.clone(), ..PageRequest::of_saved(view, corpus) });
    }
    let selections = match args.views.as_slice() {
        [] => authors(corpus)?,
        [all] if all.trim() == "*" => authors(corpus)?,
        views => views::each(views, corpus),
    };
    Ok(PageRequest { selections, keys: args.keys.0.clone(), title: None, main: None, places: Positions::default() })
}

/// The authors, each for itself.
fn authors(corpus: &Corpus) -> Result<Vec<String>, Error> {
    let authors: Vec<String> = corpus.authors.names().map(str::to_owned).collect();
    if (1..=MOST_VIEWS).contains(&authors.len()) {
        return Ok(authors);
    }
    let (count, names) = (authors.len(), authors.join(", "));
    Err(Error::Usage(format!(
        "a page shows one to {MOST_VIEWS} views, and there are {count} authors: name some of {names}"
    )))
}
