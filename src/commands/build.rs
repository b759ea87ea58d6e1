//! `parallax build`: every picture that `parallax.toml` asks for. All are made before the first is written.

use std::path::{Path, PathBuf};

use clap::Args;
use parallax_core::diag::Sink;
use parallax_core::model::{Corpus, LayoutLock, SavedView};
use parallax_core::source::holds;
use parallax_project::build::{self, Made, Making, allowed, gather};
use parallax_project::check::on_folder;
use parallax_project::files::{write_all, write_all_whole};
use parallax_project::lock::heedful;
use parallax_project::partial::Partial;
use parallax_project::saved::chosen;
use parallax_project::target::Written;
use parallax_project::{Error, Project, quality};

use crate::global::Global;
use crate::language::LanguageArg;
use crate::outcome::Outcome;
use crate::terminal::Terminal;
use crate::{lock, partial, session};

#[derive(Debug, Default, Args)]
pub(crate) struct Build {
    /// Only these views of parallax.toml
    #[arg(value_name = "VIEW")]
    pub(crate) views: Vec<String>,
    /// Where to write [default: the folder output/ of the corpus]
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Write where the actors stand to layout.lock: from then on they stay there, and new ones are placed around them
    #[arg(long)]
    pub(crate) lock: bool,
    /// Place everything afresh, as if there were no layout.lock
    #[arg(long)]
    pub(crate) relayout: bool,
    /// Write the figures of every drawing as well: quality.md
    #[arg(long)]
    pub(crate) quality: bool,
    #[command(flatten)]
    pub(crate) language: LanguageArg,
}

pub(crate) fn run(global: &Global, args: &Build, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(mut partial) = partial::open(global, terminal)? else { return Ok(Outcome::Findings) };
    if args.lock && partial.loaded.findings.has_errors() {
        Terminal::say("nothing was written: places are locked for all views, and not all can be drawn");
        return Ok(Outcome::Findings);
    }
    let known = partial.loaded.corpus.lock.clone();
    if args.relayout {
        partial.loaded.corpus.lock = LayoutLock::default();
    }
    report_left_out(args, &partial)?;
    let mut findings = Sink::default();
    let mut made = make(&sound(args, &partial)?, args, &partial.loaded.corpus);
    for made in made.iter().flatten() {
        Terminal::remarks(&made.drift);
    }
    let mut files: Vec<Written> = Vec::new();
    let drawn = made.iter().all(Result::is_ok);
    if args.lock && !drawn {
        Terminal::say("note: layout.lock is left as it is, since not all views could be drawn");
    } else if args.lock {
        let lock = build::locked(&chosen(&args.views, &partial.loaded.corpus)?, args.views.is_empty(), &made, known)?;
        files.push((lock::path(global)?, lock.text().into_bytes()));
        if lock != partial.loaded.corpus.lock {
            // As every later run will draw it.
            partial.loaded.corpus.lock = lock;
            made = make(&sound(args, &partial)?, args, &partial.loaded.corpus);
        }
    }
    let loaded = &partial.loaded;
    let folder = output(global, args)?;
    let pictures = pictures(args, &sound(args, &partial)?, made, &folder, &mut findings);
    files.extend(allowed(pictures, &folder, args.output.is_some(), loaded, &mut findings)?);
    let home = session::folder(global)?;
    let written = heedful(&files, lock::path(global).ok().as_deref(), &loaded.sources)?;
    Terminal::notes(&write_all(home.as_deref(), written)?);
    for (path, _) in &files {
        Terminal::print_text(&path.display().to_string())?;
    }
    if loaded.corpus.views.is_empty() {
        Terminal::say(ASKS_FOR_NOTHING);
    }
    if !findings.is_empty() {
        session::show_findings(&findings, loaded, terminal)?;
    }
    // Of a corpus that is not whole nobody knows what it asks for, and in a folder that was named others may have files.
    let all = args.views.is_empty() && args.output.is_none();
    if all && !findings.has_errors() && !loaded.findings.has_errors() {
        Terminal::remarks(&on_folder(&folder, files.iter().map(|(path, _)| path.as_path())));
    }
    Ok(if findings.has_errors() { Outcome::Findings } else { partial::outcome(&partial, Outcome::Clean) })
}

/// Makes the pictures, and writes those that do not stand on the disk as they are. Gives where all of them are.
pub(crate) fn anew(
    global: &Global,
    args: &Build,
    loaded: &Project,
    terminal: &Terminal,
) -> Result<Vec<PathBuf>, Error> {
    let views = chosen(&args.views, &loaded.corpus)?;
    let made = make(&views, args, &loaded.corpus);
    for made in made.iter().flatten() {
        Terminal::remarks(&made.drift);
    }
    let (folder, mut findings) = (output(global, args)?, Sink::default());
    let pictures = pictures(args, &views, made, &folder, &mut findings);
    let files = allowed(pictures, &folder, args.output.is_some(), loaded, &mut findings)?;
    let (same, new): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, bytes)| holds(path, bytes));
    Terminal::notes(&write_all_whole(&new)?);
    for (path, _) in &new {
        Terminal::print_text(&path.display().to_string())?;
    }
    if !findings.is_empty() {
        session::show_findings(&findings, loaded, terminal)?;
    }
    Ok(same.into_iter().chain(new).map(|(path, _)| path).collect())
}

const ASKS_FOR_NOTHING: &str = "parallax.toml asks for no picture: add a [[view]] with id and select = \"author\", or diff = [\"author\", \"author\"]";

/// Says which of the views that are wanted cannot be drawn, and why.
fn report_left_out(args: &Build, partial: &Partial) -> Result<(), Error> {
    for view in chosen(&args.views, &partial.loaded.corpus)? {
        if let Some(why) = partial.against(view) {
            Terminal::say(&format!("note: view `{}` is left out: {why}", view.id));
        }
    }
    Ok(())
}

/// The views that are wanted and can be drawn; the others were told.
fn sound<'p>(args: &Build, partial: &'p Partial) -> Result<Vec<&'p SavedView>, Error> {
    let chosen = chosen(&args.views, &partial.loaded.corpus)?;
    Ok(chosen.into_iter().filter(|view| partial.against(view).is_none()).collect())
}

/// The files of all views, and the figures of their drawings if these are wanted. What went wrong is said of its view.
fn pictures(
    args: &Build,
    views: &[&SavedView],
    made: Vec<Result<Made, Error>>,
    folder: &Path,
    findings: &mut Sink,
) -> Vec<Written> {
    let mut all = gather(views, made, folder);
    Terminal::remarks(&all.remarks);
    findings.extend(all.findings);
    if args.quality {
        all.files.insert(0, (folder.join("quality.md"), quality::table(&all.quality).into_bytes()));
    }
    all.files
}

/// The folder to write into: as asked, else that of the corpus, told from here where that is shorter.
fn output(global: &Global, args: &Build) -> Result<PathBuf, Error> {
    if let Some(asked) = &args.output {
        return Ok(asked.clone());
    }
    Ok(session::folder_from_here(global)?.map_or_else(|| "output".into(), |corpus| corpus.join("output")))
}

/// Makes the views, and says that it does.
fn make(views: &[&SavedView], args: &Build, corpus: &Corpus) -> Vec<Result<Made, Error>> {
    let making = Making { drawn: args.lock || args.quality, locking: args.lock, language: args.language.messages() };
    Terminal::progress(&format!("drawing {} views ...", views.len()));
    let made = build::make_all(views, making, corpus);
    Terminal::progress("");
    made
}
