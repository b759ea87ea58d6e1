//! The source texts of a corpus that are at hand.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::Text;
use crate::diag::{Diagnostic, Severity, Sink, SourceId, nearest};
use crate::error::Error;
use crate::model::{Corpus, Id, Paragraphs, Work, WorkId};
use crate::source::{Limits, Sources, names_in};

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
    /// Reads the text of every work from a folder. Without the folder the anchors stay unverified, which is no mistake; a file that is not in it is told,
    /// and one that cannot be read as a text is an error.
    pub fn load(corpus: &Corpus, folder: &Path, sources: &mut Sources, sink: &mut Sink) -> Result<Self, Error> {
        let mut found = Vec::new();
        let mut refused = BTreeMap::new();
        for (index, work) in corpus.works.iter().enumerate() {
            let Some(file) = &work.text else { continue };
            if !folder.is_dir() {
                break;
            }
            let path = folder.join(&**file);
            if !path.is_file() {
                sink.push(missing(file, &path, work, folder, corpus));
                continue;
            }
            let name = format!("{}/{file}", corpus.sources);
            let mut of_text = Sink::default();
            let id = sources.load_text(&path, &name, work.text_span, &Limits::default(), &mut of_text)?;
            let error = of_text.sorted().into_iter().find(|finding| finding.severity == Severity::Error).cloned();
            sink.extend(of_text);
            let work = WorkId::from_index(index);
            match (id, error) {
                (_, Some(error)) => drop(refused.insert(work, error)),
                (Some(id), None) => found.push((work, id)),
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

/// The finding on a text that is not in the folder of texts.
fn missing(file: &str, path: &Path, work: &Work, folder: &Path, corpus: &Corpus) -> Diagnostic {
    let what = if path.is_dir() {
        "is a folder"
    } else if path.exists() {
        "is no regular file"
    } else {
        "is not there"
    };
    let fact = format!("the text of `{}` {what}: `{}/{file}`", work.title, corpus.sources);
    let names = names_in(folder);
    let elsewhere = |name: &&String| name.rsplit('/').next() == file.rsplit('/').next();
    let near = names.iter().find(elsewhere).map(String::as_str);
    let near = near.or_else(|| nearest(file, names.iter().map(String::as_str)));
    let finding = Diagnostic::warning("missing-text", fact).at(work.text_span, "no such text");
    finding.did_you_mean(near).help(how_to_get(work, corpus))
}
