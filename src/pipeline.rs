//! Every stage called once, in order: a folder becomes sources, a corpus, texts, and findings.

use std::path::{Path, PathBuf};

use crate::check::{self, Facts};
use crate::diag::Sink;
use crate::error::Error;
use crate::export::check_views;
use crate::model::Corpus;
use crate::resolve::{Config, TableOptions, read_config, resolve};
use crate::source::{CONFIG, Limits, Sources};
use crate::text::{Examined, Texts, examine};

/// What is to be loaded.
#[derive(Debug, Default)]
pub struct Request {
    /// The folder of the corpus; none if only tables are read.
    pub root: Option<PathBuf>,
    /// Tables of statements given apart from the corpus; the file of the options is where they are, `-` the standard input.
    pub tables: Vec<TableOptions>,
    /// Where the source texts are, if not where the corpus says.
    pub texts: Option<PathBuf>,
}

/// What was loaded, and all that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// Every file that was read.
    pub sources: Sources,
    /// What they say; whole only if no finding is an error.
    pub corpus: Corpus,
    /// The source texts at hand.
    pub texts: Texts,
    /// What became of every anchor.
    pub evidence: Vec<Examined>,
    /// What was found, unsorted.
    pub findings: Sink,
}

/// Reads, resolves and checks.
pub fn load(request: &Request) -> Result<Loaded, Error> {
    let limits = Limits::default();
    let mut findings = Sink::default();
    let mut sources = match &request.root {
        Some(root) => Sources::open(root, &limits, &mut findings)?,
        None => Sources::default(),
    };
    let mut config = sources.named(CONFIG).map_or_else(Config::default, |source| read_config(source, &mut findings));
    for table in &request.tables {
        apart(table, request, &sources)?;
        config.tables.push(load_table(table, &mut sources, &limits, &mut findings)?);
    }
    let corpus = resolve(&sources, config, &mut findings);
    let folder = request.texts.clone().or_else(|| request.root.as_ref().map(|root| root.join(&*corpus.sources)));
    let texts = match folder {
        Some(folder) => Texts::load(&corpus, &folder, &mut sources, &mut findings)?,
        None => Texts::default(),
    };
    check_views(&corpus, &mut findings);
    let evidence = examine(&corpus, &texts);
    check::run(&Facts { corpus: &corpus, texts: &texts, evidence: &evidence }, &mut findings);
    Ok(Loaded { sources, corpus, texts, evidence, findings })
}

/// A table given apart from the corpus is none of its files: its statements would count twice.
fn apart(table: &TableOptions, request: &Request, sources: &Sources) -> Result<(), Error> {
    let known = request.root.as_ref().is_some_and(|root| sources.holds(root, Path::new(&*table.file)));
    if known { Err(Error::Usage(format!("{} is part of the corpus already", table.file))) } else { Ok(()) }
}

/// Reads a table from elsewhere; its options then go by the name that it has among the sources.
fn load_table(
    table: &TableOptions,
    sources: &mut Sources,
    limits: &Limits,
    findings: &mut Sink,
) -> Result<TableOptions, Error> {
    let path = PathBuf::from(&*table.file);
    let id = if &*table.file == "-" {
        Some(sources.load_stdin(limits, findings)?)
    } else {
        sources.load(&path, &table.file, limits, findings)?
    };
    let missing = || Error::Read { path, source: std::io::ErrorKind::NotFound.into() };
    let (id, name) = id.and_then(|id| Some((id, sources.get(id)?.name.clone()))).ok_or_else(missing)?;
    sources.set_apart(id);
    Ok(TableOptions { file: name.into(), ..table.clone() })
}
