//! Every stage called once, in order: a folder becomes sources, a corpus, texts, and findings.

use std::path::{Path, PathBuf};

use parallax_core::check::{Facts, run, run_on_evidence};
use parallax_core::diag::{Diagnostic, Sink, Span};
use parallax_core::model::Corpus;
use parallax_core::resolve::{Config, TableOptions, read_config, resolve};
use parallax_core::source::{Limits, Reach, Sources, Stray, is_inside};
use parallax_core::text::{Texts, VerifiedWork, verify_corpus};

use crate::{Error, check};

/// What is to be loaded.
#[derive(Debug, Default)]
pub struct Request {
    /// The folder of the corpus, or its only file; none if only tables are read.
    pub root: Option<PathBuf>,
    /// Tables of statements given apart from the corpus; the file of the options is where they are, `-` the standard input.
    pub tables: Vec<TableOptions>,
    /// How the only file of a corpus is read, if actors, types and authors are declared by their first use.
    pub declare: Option<TableOptions>,
    /// Where the source texts are, if not where the corpus says.
    pub texts: Option<PathBuf>,
}

impl Request {
    /// The folder that names within the corpus are seen from.
    fn folder(&self) -> Option<&Path> {
        let root = self.root.as_deref()?;
        if root.is_file() { root.parent() } else { Some(root) }
    }
}

/// A corpus that was opened, with its texts and all that is wrong with it.
///
/// ```
/// # use parallax_project::{EXAMPLE, Error};
/// # let folder = tempfile::tempdir().unwrap();
/// use parallax_project::{Project, files::write_whole, outputs};
///
/// // A corpus is a folder; this one is the example that the program carries.
/// for (name, text) in EXAMPLE {
///     write_whole(&folder.path().join(name), text.as_bytes())?;
/// }
/// let project = Project::open(folder.path())?;
/// assert!(!project.findings.has_errors());
///
/// let (a, b) = (project.view("pozhidaev")?, project.view("hudis")?);
/// assert!(a.compare(&b).differs());
/// let drawing = a.drawing_beside(&b, &parallax_render::Options::default())?;
/// let svg = outputs::by_extension("svg").map(|format| format.write(&drawing)).transpose()?;
/// write_whole(&folder.path().join("difference.svg"), &svg.unwrap_or_default())?;
/// # assert!(std::fs::metadata(folder.path().join("difference.svg")).unwrap().len() > 10_000);
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Project {
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
    pub evidence: Vec<VerifiedWork>,
    /// What was found, unsorted.
    pub findings: Sink,
}

impl Project {
    /// Opens the corpus in a folder, or in a file that holds all of it. What is wrong with it stands in `findings`.
    ///
    /// ```
    /// # use parallax_project::{Error, Project, files::write_whole};
    /// # let folder = tempfile::tempdir().unwrap();
    /// write_whole(&folder.path().join("parallax.toml"), b"title = 3")?;
    /// let project = Project::open(folder.path())?;
    /// assert_eq!(project.findings.count_of("wrong-type"), 1);
    /// assert!(Project::open(folder.path().join("nowhere"))?.findings.has_errors());
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the folder or a file cannot be read.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self, Error> {
        Self::load(&Request { root: Some(root.into()), ..Request::default() })
    }

    /// Reads, resolves and checks.
    ///
    /// # Errors
    ///
    /// If a folder or a file cannot be read, or a table is part of the corpus already.
    pub fn load(request: &Request) -> Result<Self, Error> {
        let limits = Limits::default();
        let mut findings = Sink::default();
        let mut sources = match &request.root {
            Some(root) => Sources::open(root, &limits, &mut findings)?,
            None => Sources::default(),
        };
        let reach = Reach::of(request.folder(), request.texts.as_deref());
        let mut config = sources.config().map_or_else(Config::default, |source| read_config(source, &mut findings));
        let sources_at = config.sources_at;
        let is_alone = request.root.as_ref().is_some_and(|root| root.is_file());
        config.declare = request.declare.clone().filter(|_| is_alone);
        for table in &request.tables {
            ensure_not_in_corpus(table, &sources)?;
            config.tables.push(load_table(table, &mut sources, &limits, &mut findings)?);
        }
        let corpus = resolve(&sources, config, &mut findings);
        let folder = texts_in(request, &corpus, sources_at, &reach, &mut findings);
        let texts = match &folder {
            Some(folder) => Texts::load(&corpus, folder, &reach, &mut sources, &mut findings)?,
            None => Texts::default(),
        };
        let evidence = verify_corpus(&corpus, &texts);
        let mut project = Self { sources, corpus, reach, folder, texts, evidence, findings };
        project.check();
        Ok(project)
    }

    /// Runs every rule that the state of the corpus allows: over its saved views, then over all that its files say.
    pub(crate) fn check(&mut self) {
        check::run(&self.corpus, &mut self.findings);
        let facts = Facts { corpus: &self.corpus, texts: &self.texts, evidence: &self.evidence };
        run(&facts, &mut self.findings);
    }

    /// What is wrong with the evidence alone: whether the passages stand in the texts.
    #[must_use]
    pub fn check_evidence(&self) -> Sink {
        let mut findings = Sink::default();
        let facts = Facts { corpus: &self.corpus, texts: &self.texts, evidence: &self.evidence };
        run_on_evidence(&facts, &mut findings);
        findings
    }
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
    let folder = request.folder()?.join(&*corpus.sources);
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
fn ensure_not_in_corpus(table: &TableOptions, sources: &Sources) -> Result<(), Error> {
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
    let missing = || Error::unread(path, std::io::ErrorKind::NotFound.into());
    let (id, name) = id.and_then(|id| Some((id, sources.get(id)?.name.clone()))).ok_or_else(missing)?;
    sources.set_apart(id);
    Ok(TableOptions { file: name.into(), ..table.clone() })
}
