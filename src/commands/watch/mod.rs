//! `parallax watch`: checks on every save, says first what is new since the time before, and keeps schemas, pictures and the page current.

mod bell;

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use parallax_core::diag::{Style, emit, harmless};
use parallax_project::target::Written;
use parallax_project::watch::{self, Eye, Known, News};
use parallax_project::{Error, Project, schemas};

use crate::commands::build::{self, Build};
use crate::commands::explore::{self, Explore};
use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;
use bell::Bell;

/// From one look to the next, if nothing is heard before.
const PAUSE: Duration = Duration::from_secs(1);
/// A look takes at most this share of the time.
const SHARE: u32 = 20;

#[derive(Debug, Args)]
pub(crate) struct Watch {
    /// Show every new finding, not twenty of a code
    #[arg(long)]
    all: bool,
    /// Build the pictures as well that parallax.toml asks for, or these, whenever there are no errors; what is as before is not written
    #[arg(long, value_name = "VIEW", num_args = 0..)]
    build: Option<Vec<String>>,
    /// Write an explorer page as well, whenever there are no errors [default: explorer.html]
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = explore::PAGE)]
    explore: Option<PathBuf>,
}

/// What goes on from run to run.
struct Watching<'a> {
    global: Global,
    args: &'a Watch,
    terminal: &'a Terminal,
    folder: PathBuf,
    /// Where we stand.
    here: PathBuf,
    eye: Eye,
    bell: Bell,
    known: Option<Known>,
    schemas: Vec<Written>,
}

pub(crate) fn run(global: &Global, args: &Watch, terminal: &Terminal) -> Result<Outcome, Error> {
    let (Some(root), Some(folder)) = (session::root(global)?, session::folder(global)?) else {
        return Err(Error::Usage("there is nothing to watch: name a corpus with -C DIR, not a table alone".into()));
    };
    if global.tables.iter().any(|table| table == "-") {
        return Err(Error::Usage("the standard input can be read only once: name a file to watch".into()));
    }
    let here = std::env::current_dir().map_err(|source| Error::unread(".", source))?;
    let (root, folder) = (here.join(root), here.join(folder));
    let (eye, mut bell) = (Eye::open(root.clone()), Bell::default());
    bell.hang(&eye.places());
    let global = Global { corpus: Some(root), ..global.clone() };
    let watching = Watching { global, args, terminal, folder, here, eye, bell, known: None, schemas: Vec::new() };
    watching.go_on()
}

impl Watching<'_> {
    /// Runs again and again, until nobody reads what is told any more.
    fn go_on(mut self) -> Result<Outcome, Error> {
        let mut first = true;
        while self.style(std::mem::take(&mut first))? {
            let names = loop {
                let names = self.wait();
                if !names.is_empty() {
                    break names;
                }
                if !Terminal::is_heard() {
                    return Ok(Outcome::Clean);
                }
            };
            let told = format!("\n{}\n", harmless(&watch::changed(&names)));
            if !Terminal::print_heard(told.as_bytes())? {
                break;
            }
        }
        Ok(Outcome::Clean)
    }

    /// Waits for a save, or for a second, and says what was changed.
    fn wait(&mut self) -> Vec<String> {
        let mut names = self.eye.changed();
        if names.is_empty() {
            self.bell.listen(PAUSE.max(self.eye.cost() * SHARE));
            names = self.eye.changed();
        }
        if !names.is_empty() {
            // A folder may have been replaced, and its bell have gone with it.
            self.bell.hang(&self.eye.places());
        }
        names
    }

    /// One run. Says whether somebody reads what it tells.
    fn style(&mut self, first: bool) -> Result<bool, Error> {
        // Whoever stands in a folder that is made anew stands in the old one. A folder that is gone is told below.
        let _ = std::env::set_current_dir(&self.here);
        let loaded = match session::open(&self.global) {
            Ok(loaded) => loaded,
            // A file that is gone for a moment is no reason to stop.
            Err(error) => {
                self.terminal.complain(&error.to_string());
                return Ok(Terminal::is_heard());
            }
        };
        if self.eye.also(watch::outside_files(&loaded, &self.global.tables, &self.here)) {
            self.bell.hang(&self.eye.places());
        }
        let news = News::of(&loaded, self.known.as_ref());
        let heard = self.announce(&news, &loaded)?;
        self.known = Some(news.known);
        // So that an editor completes the ids that were just written.
        let (schemas, notes) = schemas::follow(&self.folder, &loaded, std::mem::take(&mut self.schemas))?;
        Terminal::notes(&notes);
        self.schemas = schemas;
        for (path, _) in &self.schemas {
            self.eye.wrote(path);
        }
        if loaded.findings.has_errors() {
            return Ok(heard);
        }
        for made in [self.pictures(&loaded), self.page(&loaded)] {
            match made {
                // A view that the command line names and nobody knows is a mistake, not a state of the work.
                Err(error @ Error::Usage(_)) if first => return Err(error),
                Err(error) => self.terminal.complain(&error.to_string()),
                Ok(()) => {}
            }
        }
        Ok(heard)
    }

    fn announce(&self, news: &News, loaded: &Project) -> Result<bool, Error> {
        let mut out = Vec::new();
        let style = Style { colour: self.terminal.colour(), all: self.args.all };
        emit(&news.new, &loaded.sources, &style, &mut out)
            .map_err(|source| Error::Write { path: "(memory)".into(), source })?;
        out.extend(news.summary.bytes());
        Terminal::print_heard(&out)
    }

    /// Builds the pictures, and writes those that are not as they stand on the disk.
    fn pictures(&mut self, loaded: &Project) -> Result<(), Error> {
        let Some(views) = &self.args.build else { return Ok(()) };
        let args = Build { views: views.clone(), ..Build::default() };
        for path in build::anew(&self.global, &args, loaded, self.terminal)? {
            self.eye.wrote(&path);
        }
        Ok(())
    }

    fn page(&mut self, loaded: &Project) -> Result<(), Error> {
        let Some(path) = &self.args.explore else { return Ok(()) };
        // The page that nobody named is not written through a link to elsewhere.
        let output = Some(path.clone()).filter(|path| path != Path::new(explore::PAGE));
        explore::write(&Explore { output, ..Explore::default() }, loaded)?;
        self.eye.wrote(path);
        Ok(())
    }
}
