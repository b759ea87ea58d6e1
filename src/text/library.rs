//! The source texts of a corpus that are at hand.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::Text;
use crate::diag::{Diagnostic, Sink, SourceId};
use crate::error::Error;
use crate::model::{Corpus, Id, Work, WorkId};
use crate::source::{Limits, Reach, Sources, Stray};

/// The texts by work; a work whose text is not at hand is not here.
#[derive(Debug, Default)]
pub struct Texts(BTreeMap<WorkId, Text>);

/// What a person can do where the text of a work is not at hand.
#[must_use]
pub fn how_to_get(work: &Work, corpus: &Corpus) -> String {
    match &work.text {
        Some(file) => format!("put {file} into `{}/`, or say where it is with --sources", corpus.sources),
        None => "name its file with text = \"...\"".to_owned(),
    }
}

impl Texts {
    /// Reads the text of every work from a folder, as far as it may be reached. A text that is not there is no error: its
    /// anchors stay unverified.
    pub fn load(
        corpus: &Corpus,
        folder: &Path,
        reach: &Reach,
        sources: &mut Sources,
        sink: &mut Sink,
    ) -> Result<Self, Error> {
        let mut found = Vec::new();
        for (index, work) in corpus.works.iter().enumerate() {
            let Some(file) = &work.text else { continue };
            let path = match reach.read(&folder.join(&**file)) {
                Ok(path) if path.is_file() => path,
                Err(stray @ Stray::Outside(_)) if folder.join(&**file).symlink_metadata().is_ok() => {
                    sink.push(led_out(work, file, &stray));
                    continue;
                }
                _ => continue,
            };
            let name = format!("{}/{file}", corpus.sources);
            let Some(id) = sources.load(&path, &name, &Limits::default(), sink)? else { continue };
            found.push((WorkId::from_index(index), id));
        }
        let read = |(work, id): (WorkId, SourceId)| {
            let source = sources.get(id)?;
            Some((work, Text::read(&source.name, &source.text, corpus.work(work).paragraphs)))
        };
        Ok(Self(found.into_par_iter().filter_map(read).collect()))
    }

    /// The text of a work.
    #[must_use]
    pub fn get(&self, work: WorkId) -> Option<&Text> {
        self.0.get(&work)
    }
}

/// The finding on a text that is a link to somewhere else.
fn led_out(work: &Work, file: &str, stray: &Stray) -> Diagnostic {
    let finding = Diagnostic::error("bad-link", format!("the text `{file}` {stray}"));
    finding
        .at(work.text_at.unwrap_or(work.span), "not followed")
        .help("put the text itself into the folder of sources, or name the folder that it is in with --sources FOLDER")
}
