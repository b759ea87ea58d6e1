//! The source texts of a corpus that are at hand.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

use super::Text;
use crate::diag::{Diagnostic, Severity, Sink, SourceId, nearest};
use crate::error::Error;
use crate::model::{Corpus, Id, Paragraphs, Work, WorkId};
use crate::source::{Limits, Reach, Sources, Stray, names_in};

/// For so many texts that are not there it is told what their names may have been meant to be.
const SUGGESTED: usize = 20;

/// The texts by work; a work whose text is not at hand is not here.
#[derive(Debug, Default)]
pub struct Texts {
    read: BTreeMap<WorkId, Text>,
    /// Why a text is there and was not read.
    refused: BTreeMap<WorkId, Diagnostic>,
}

/// What a person can do where the text of a work is not at hand.
#[must_use]
pub fn how_to_get(work: &Work, corpus: &Corpus) -> String {
    match &work.text {
        Some(file) => format!("put {file} into `{}/`, or say where it is with --sources", corpus.sources),
        None => "name its file with text = \"...\"".to_owned(),
    }
}

impl Texts {
    /// Reads the text of every work from a folder, as far as it may be reached. Without the folder the anchors stay unverified, which is no mistake; a
    /// file that is not in it is told, and one that cannot be read as a text is an error.
    ///
    /// # Errors
    ///
    /// If a text is there and cannot be read.
    pub fn load(
        corpus: &Corpus,
        folder: &Path,
        reach: &Reach,
        sources: &mut Sources,
        sink: &mut Sink,
    ) -> Result<Self, Error> {
        let (mut found, mut refused) = (Vec::new(), BTreeMap::new());
        let names = LazyCell::new(|| names_in(folder));
        let mut missed = 0;
        for (index, work) in corpus.works.iter().enumerate() {
            let Some(file) = &work.text else { continue };
            if !folder.is_dir() {
                break;
            }
            let (named, id) = (folder.join(&**file), WorkId::from_index(index));
            let path = match reach.read(&named) {
                Ok(path) if path.is_file() => path,
                Err(stray @ Stray::Outside(_)) if named.symlink_metadata().is_ok() => {
                    let finding = led_out(work, file, &stray);
                    refused.insert(id, finding.clone());
                    sink.push(finding);
                    continue;
                }
                _ => {
                    readable(&named)?;
                    missed += 1;
                    let names = if missed <= SUGGESTED { names.as_slice() } else { &[] };
                    sink.push(missing(file, &named, work, names, corpus));
                    continue;
                }
            };
            let name = format!("{}/{file}", corpus.sources);
            let (mut of_text, at) = (Sink::default(), work.text_at.unwrap_or(work.span));
            let source = sources.load_text(&path, &name, at, &Limits::default(), &mut of_text)?;
            let error = of_text.sorted().into_iter().find(|finding| finding.severity == Severity::Error).cloned();
            sink.extend(of_text);
            match (source, error) {
                (_, Some(error)) => drop(refused.insert(id, error)),
                (Some(source), None) => found.push((id, source)),
                (None, None) => {}
            }
        }
        let read = |(work, id): (WorkId, SourceId)| {
            let source = sources.get(id)?;
            let rule = corpus.work(work).paragraphs.unwrap_or(Paragraphs::Lines);
            Some((work, Text::read(&source.name, &source.text, rule)))
        };
        Ok(Self { read: found.into_par_iter().filter_map(read).collect(), refused })
    }

    /// The text of a work.
    #[must_use]
    pub fn get(&self, work: WorkId) -> Option<&Text> {
        self.read.get(&work)
    }

    /// Why the text of a work, which is there, was not read.
    #[must_use]
    pub fn refused(&self, work: WorkId) -> Option<&Diagnostic> {
        self.refused.get(&work)
    }
}

/// That a file was not seen says that it is not there only if one may look.
fn readable(path: &Path) -> Result<(), Error> {
    match path.metadata() {
        Err(source) if source.kind() == ErrorKind::PermissionDenied => {
            Err(Error::Read { path: path.to_owned(), source })
        }
        _ => Ok(()),
    }
}

/// The finding on a text that is not in the folder of texts.
fn missing(file: &str, path: &Path, work: &Work, names: &[String], corpus: &Corpus) -> Diagnostic {
    let what = if path.is_dir() {
        "is a folder"
    } else if path.exists() {
        "is no regular file"
    } else {
        "is not there"
    };
    let fact = format!("the text of `{}` {what}: `{}/{file}`", work.title, corpus.sources);
    let elsewhere = |name: &&String| name.rsplit('/').next() == file.rsplit('/').next();
    let near = names.iter().find(elsewhere).map(String::as_str);
    let near = near.or_else(|| nearest(file, names.iter().map(String::as_str)));
    let finding = Diagnostic::warning("missing-text", fact).at(work.text_at.unwrap_or(work.span), "no such text");
    finding.did_you_mean(near).help(how_to_get(work, corpus))
}

/// The finding on a text that is a link to somewhere else.
fn led_out(work: &Work, file: &str, stray: &Stray) -> Diagnostic {
    let finding = Diagnostic::error("bad-link", format!("the text `{file}` {stray}"));
    finding
        .at(work.text_at.unwrap_or(work.span), "not followed")
        .help("put the text itself into the folder of sources, or name the folder that it is in with --sources FOLDER")
}
