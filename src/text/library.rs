//! The source texts of a corpus that are at hand.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::Text;
use crate::diag::{Sink, SourceId};
use crate::error::Error;
use crate::model::{Corpus, Id, Work, WorkId};
use crate::source::{Limits, Sources};

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
    /// Reads the text of every work from a folder. A text that is not there is no error: its anchors stay unverified.
    pub fn load(corpus: &Corpus, folder: &Path, sources: &mut Sources, sink: &mut Sink) -> Result<Self, Error> {
        let mut found = Vec::new();
        for (index, work) in corpus.works.iter().enumerate() {
            let Some(file) = &work.text else { continue };
            if !folder.join(&**file).is_file() {
                continue;
            }
            let name = format!("{}/{file}", corpus.sources);
            let Some(id) = sources.load(&folder.join(&**file), &name, &Limits::default(), sink)? else { continue };
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
