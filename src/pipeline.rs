//! Every stage called once, in order: a folder becomes sources, a corpus, texts, and findings.

use std::path::{Path, PathBuf};

use crate::check::{self, Facts};
use crate::diag::{Diagnostic, Sink, Span};
use crate::error::Error;
use crate::export::check_views;
use crate::model::Corpus;
use crate::resolve::{Config, TableOptions, read_config, resolve};
use crate::source::{CONFIG, Limits, Reach, Sources, Stray, is_inside};
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
    /// What may be read for it, and written.
    pub reach: Reach,
    /// The folder of source texts, if there is one that may be read.
    pub folder: Option<PathBuf>,
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
    let reach = Reach::of(request.root.as_deref(), request.texts.as_deref());
    let sources_at = config.sources_at;
    for table in &request.tables {
        apart(table, &sources)?;
        config.tables.push(load_table(table, &mut sources, &limits, &mut findings)?);
    }
    let corpus = resolve(&sources, config, &mut findings);
    let folder = texts_in(request, &corpus, sources_at, &reach, &mut findings);
    let texts = match &folder {
        Some(folder) => Texts::load(&corpus, folder, &reach, &mut sources, &mut findings)?,
        None => Texts::default(),
    };
    check_views(&corpus, &mut findings);
    let evidence = examine(&corpus, &texts);
    check::run(&Facts { corpus: &corpus, texts: &texts, evidence: &evidence }, &mut findings);
    Ok(Loaded { sources, corpus, reach, folder, texts, evidence, findings })
}

/// The folder of source texts: the one that was named apart, else that of the corpus, which leads nowhere else.
fn texts_in(
    request: &Request,
    corpus: &Corpus,
    said_at: Option<Span>,
    reach: &Reach,
    findings: &mut Sink,
) -> Option<PathBuf> {
    if let Some(named) = &request.texts {
        if !named.is_dir() {
            let fact = format!("there is no folder `{}`, which is to have the texts", named.display());
            let finding = Diagnostic::warning("missing-folder", fact);
            findings.push(finding.help("mend --sources or the variable PARALLAX_SOURCES, or leave it out"));
        }
        return Some(named.clone());
    }
    let folder = request.root.as_ref()?.join(&*corpus.sources);
    let outside = match reach.read(&folder) {
        _ if !is_inside(&corpus.sources) => "leads out of the corpus".to_owned(),
        Ok(folder) => return Some(folder),
        // Texts need not be at hand; a link that is there is one to somewhere.
        Err(stray @ Stray::Outside(_)) if folder.symlink_metadata().is_ok() => stray.to_string(),
        Err(_) => return None,
    };
    let finding = Diagnostic::error("bad-path", format!("the folder of sources `{}` {outside}", corpus.sources));
    let finding = match said_at {
        Some(at) => finding.at(at, "not a folder of the corpus"),
        None => finding,
    };
    findings.push(finding.help(
        "name a folder of the corpus, such as \"sources\"; where the texts are elsewhere, each reader says so with --sources FOLDER",
    ));
    None
}

/// A table given apart from the corpus is none of its files: its statements would count twice.
fn apart(table: &TableOptions, sources: &Sources) -> Result<(), Error> {
    let known = sources.at(Path::new(&*table.file)).is_some();
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
    let name = id.and_then(|id| sources.get(id)).ok_or_else(missing)?.name.clone();
    Ok(TableOptions { file: name.into(), ..table.clone() })
}
