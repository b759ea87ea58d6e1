//! What commands share: the corpus found and loaded, findings shown, views read.

use std::path::{Path, PathBuf};

use parallax_core::diag::{Sink, Style, emit};
use parallax_core::read::Notation;
use parallax_core::source::{CONFIG, discover, nearly};
use parallax_project::Error;
use parallax_project::files::recover;
use parallax_project::{Project, Request};

use crate::global::Global;
use crate::terminal::Terminal;

/// Finds and loads the corpus that the command line means, with all that is wrong with it.
pub(crate) fn open(global: &Global) -> Result<Project, Error> {
    let request = request(global)?;
    if let Some(folder) = folder(global)? {
        Terminal::notes(&recover(&folder));
    }
    Terminal::progress("reading ...");
    let loaded = Project::load(&request);
    Terminal::progress("");
    loaded
}

/// Loads a corpus that must be whole: if it has errors they are shown, and nothing else is done.
pub(crate) fn open_whole(global: &Global, terminal: &Terminal) -> Result<Option<Project>, Error> {
    let loaded = open(global)?;
    if loaded.findings.has_errors() {
        show_findings(&loaded.findings, &loaded, terminal)?;
        return Ok(None);
    }
    Ok(Some(loaded))
}

/// Prints findings on the standard error.
pub(crate) fn show_findings(findings: &Sink, loaded: &Project, terminal: &Terminal) -> Result<(), Error> {
    let style = Style { colour: terminal.error_colour(), all: false };
    let mut text = Vec::new();
    emit(findings, &loaded.sources, &style, &mut text)
        .map_err(|source| Error::Write { path: "(memory)".into(), source })?;
    Terminal::say_as_is(String::from_utf8_lossy(&text).trim_end());
    Ok(())
}

/// The folder of the corpus that the command line means, or its only file; none if it means tables alone.
pub(crate) fn root(global: &Global) -> Result<Option<PathBuf>, Error> {
    let alone = || match global.tables.as_slice() {
        [one] if is_tree(Path::new(one)) => Some(PathBuf::from(one)),
        _ => None,
    };
    match &global.corpus {
        Some(root) if root.is_dir() || (root.is_file() && is_tree(root)) => Ok(Some(root.clone())),
        Some(file) if file.is_file() => Err(Error::Usage(format!(
            "{} is no folder, and no corpus in one file (.toml, .json): a table is read with --table",
            file.display()
        ))),
        Some(folder) => Err(Error::Usage(format!("there is no folder {}", folder.display()))),
        None if !global.tables.is_empty() => Ok(alone()),
        None => nearest_corpus().map(Some),
    }
}

/// The folder that names within the corpus are seen from.
pub(crate) fn folder(global: &Global) -> Result<Option<PathBuf>, Error> {
    let root = root(global)?;
    Ok(root.map(|root| match root.parent().filter(|_| root.is_file()) {
        Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
        Some(parent) => parent.to_owned(),
        None => root,
    }))
}

/// Whether a file can hold a whole corpus.
fn is_tree(file: &Path) -> bool {
    file.to_str().and_then(Notation::of).is_some_and(|notation| notation != Notation::Csv)
}

/// The same, told from here where that is shorter.
pub(crate) fn folder_from_here(global: &Global) -> Result<Option<PathBuf>, Error> {
    let Some(folder) = folder(global)? else { return Ok(None) };
    let here = std::env::current_dir().ok();
    let nearer = here.and_then(|here| folder.strip_prefix(here).ok().map(Path::to_path_buf));
    Ok(Some(nearer.unwrap_or(folder)))
}

/// Where the source texts are, if the command line or the environment says so; an empty variable says nothing.
pub(crate) fn texts(global: &Global) -> Option<PathBuf> {
    let named = || std::env::var_os("PARALLAX_SOURCES").filter(|value| !value.is_empty()).map(PathBuf::from);
    global.sources.clone().or_else(named)
}

fn request(global: &Global) -> Result<Request, Error> {
    if let Some(folder) = global.sources.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(Error::Usage(format!(
            "there is no folder {}: --sources names the folder of texts",
            folder.display()
        )));
    }
    let root = root(global)?;
    let alone = global.corpus.is_none() && root.as_ref().is_some_and(|root| root.is_file());
    let tables = if alone { Vec::new() } else { global.reading.options(&global.tables)? };
    Ok(Request { root, tables, declare: global.reading.declared()?, texts: texts(global) })
}

fn nearest_corpus() -> Result<PathBuf, Error> {
    let here = std::env::current_dir().map_err(|source| Error::unread(".", source))?;
    let found = discover(&here);
    found.ok_or_else(|| match nearly(&here) {
        Some(name) => Error::Usage(format!("there is no {CONFIG} here, but `{name}`: rename it")),
        None => Error::Usage(format!("there is no {CONFIG} here or in a folder above: make a corpus with `parallax init DIR`, or name one with -C DIR")),
    })
}
