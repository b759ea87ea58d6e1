//! What commands share: the corpus found and loaded, findings shown, views read.

use std::path::{Path, PathBuf};

use parallax_core::diag::{Sink, Style, emit, meant};
use parallax_core::model::{Corpus, Drawing};
use parallax_core::network::{View, ViewError};
use parallax_core::read::Notation;
use parallax_core::source::{CONFIG, discover, nearly};
use parallax_project::Error;
use parallax_project::files::recover;
use parallax_project::pipeline::{Loaded, Request, load};

use crate::global::Global;
use crate::keys::ViewKeys;
use crate::terminal::Terminal;

/// Finds and loads the corpus that the command line means, with all that is wrong with it.
pub(crate) fn open(global: &Global) -> Result<Loaded, Error> {
    let request = request(global)?;
    if let Some(folder) = folder(global)? {
        Terminal::notes(&recover(&folder));
    }
    Terminal::progress("reading ...");
    let loaded = load(&request);
    Terminal::progress("");
    loaded
}

/// Loads a corpus that must be whole: if it has errors they are shown, and nothing else is done.
pub(crate) fn open_whole(global: &Global, terminal: &Terminal) -> Result<Option<Loaded>, Error> {
    let loaded = open(global)?;
    if loaded.findings.has_errors() {
        show_findings(&loaded.findings, &loaded, terminal)?;
        return Ok(None);
    }
    Ok(Some(loaded))
}

/// Prints findings on the standard error.
pub(crate) fn show_findings(findings: &Sink, loaded: &Loaded, terminal: &Terminal) -> Result<(), Error> {
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
    let here = std::env::current_dir().map_err(|source| Error::Read { path: ".".into(), source })?;
    let found = discover(&here);
    found.ok_or_else(|| match nearly(&here) {
        Some(name) => Error::Usage(format!("there is no {CONFIG} here, but `{name}`: rename it")),
        None => Error::Usage(format!("there is no {CONFIG} here or in a folder above: make a corpus with `parallax init DIR`, or name one with -C DIR")),
    })
}

/// Reads a view, or takes a saved one that selects once; narrowed by the keys given as flags.
pub(crate) fn view(text: &str, keys: &ViewKeys, corpus: &Corpus) -> Result<View, Error> {
    let text = saved_selection(text, corpus).unwrap_or(text);
    let mut view = View::parse(text, corpus)
        .map_err(|error| saved_comparison(text, corpus).unwrap_or_else(|| wrong_view(text, &error)))?;
    for (key, value) in &keys.0 {
        view = view.with(key, value, corpus).map_err(|error| wrong_view(&format!("--{key} {value}"), &error))?;
    }
    Ok(view)
}

/// What is meant where several views are expected: `*` alone stands for each author.
pub(crate) fn each(texts: &[String], corpus: &Corpus) -> Vec<String> {
    let one = |text: &String| match text.trim() {
        "*" if !corpus.authors.is_empty() => corpus.authors.names().map(str::to_owned).collect(),
        _ => vec![text.clone()],
    };
    texts.iter().flat_map(one).collect()
}

/// `: did you mean ...?` where a known name is near to a word.
pub(crate) fn near<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    meant("id", word, &known).map_or(String::new(), |near| format!(": did you mean `{near}`?"))
}

/// What a saved view selects, if it is one that selects once.
fn saved_selection<'c>(id: &str, corpus: &'c Corpus) -> Option<&'c str> {
    match &corpus.views.iter().find(|view| *view.id == *id)?.what {
        Drawing::Panels(selections) => match selections.as_slice() {
            [(text, _)] => Some(text),
            _ => None,
        },
        Drawing::Difference(_) => None,
    }
}

/// What is wrong with the id of a saved view that compares, where one that selects is wanted.
fn saved_comparison(id: &str, corpus: &Corpus) -> Option<Error> {
    let view = corpus.views.iter().find(|view| *view.id == *id)?;
    let Drawing::Difference(sides) = &view.what else { return None };
    let [(a, _), (b, _)] = sides.as_ref();
    Some(Error::Usage(format!(
        "`{id}` is a saved comparison: `parallax render {id}` draws it, `parallax diff '{a}' '{b}'` tells it"
    )))
}

fn wrong_view(text: &str, error: &ViewError) -> Error {
    let help = error.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
    Error::Usage(format!("in `{text}`: {}{help}", error.message))
}
