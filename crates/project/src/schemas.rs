//! The JSON Schemas of a corpus: by them an editor completes keys and ids, and checks values.

use std::path::Path;

use parallax_core::diag::Sink;
use parallax_core::model::Corpus;
use parallax_core::model::schema::{Completions, SCHEMAS};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::{CONFIG, Named, Sources};
use parallax_render::{DIAGRAM_KINDS, STYLE_KEYS};

use crate::files::{Notes, write_all_whole};
use crate::outputs::extensions;
use crate::target::{Written, may_write};
use crate::{BuiltinFiles, Error, Project};

/// The folder of a corpus that they stand in.
pub const FOLDER: &str = "schema";

/// What there is to complete: the ids of a corpus, if there is one, and the names that the program keeps lists of.
#[must_use]
pub fn completions(corpus: Option<&Corpus>) -> Completions {
    let completions = corpus.map_or_else(Completions::default, Completions::of);
    let completions =
        completions.with("formats", extensions()).with("form", DIAGRAM_KINDS.iter().map(|form| form.name));
    STYLE_KEYS.iter().fold(completions, |completions, style| completions.with(style.name, (style.choices)()))
}

/// All schemas, as files of a folder.
#[must_use]
pub fn files(folder: &Path, completions: &Completions) -> Vec<Written> {
    SCHEMAS.iter().map(|schema| (folder.join(schema.file()), schema.text(completions).into_bytes())).collect()
}

/// The schemas of a corpus that is about to be made of these files in a folder.
#[must_use]
pub fn of_files(folder: &Path, texts: &BuiltinFiles) -> Vec<Written> {
    let (mut sources, mut findings) = (Sources::default(), Sink::default());
    for (name, text) in texts {
        sources.add(*name, *text);
    }
    let config = sources.named(CONFIG).map_or_else(Config::default, |source| read_config(source, &mut findings));
    let corpus = resolve(&sources, config, &mut findings);
    files(&folder.join(FOLDER), &completions(Some(&corpus)))
}

/// Writes the schemas of a corpus anew if it has any and they are not what was written before; gives what they are now.
///
/// # Errors
///
/// If they may not be written there, or cannot be.
pub fn follow(corpus: &Path, loaded: &Project, before: Vec<Written>) -> Result<(Vec<Written>, Notes), Error> {
    let folder = corpus.join(FOLDER);
    if loaded.findings.has_errors() || !folder.is_dir() {
        return Ok((before, Notes::new()));
    }
    let now = files(&folder, &completions(Some(&loaded.corpus)));
    if now == before {
        return Ok((now, Notes::new()));
    }
    now.iter().try_for_each(|(path, _)| may_write(path, Named::ByProgram, loaded))?;
    let notes = write_all_whole(&now)?;
    Ok((now, notes))
}
