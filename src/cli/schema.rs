//! `parallax schema`: the JSON Schemas by which an editor completes keys and ids, and checks values.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::Outcome;
use super::args::Global;
use super::session;
use super::terminal::Terminal;
use crate::draw::{FORMS, LOOKS};
use crate::error::Error;
use crate::export::{extensions, write_all_whole, write_whole};
use crate::model::schema::{Offers, SCHEMAS, Schema};
use crate::pipeline::{Loaded, Request, load};

/// The folder of a corpus that they stand in.
const FOLDER: &str = "schema";

/// A file and what is written into it.
pub(super) type Written = (PathBuf, Vec<u8>);

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// The kind of file [default: all of them]
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(SCHEMAS.iter().map(|schema| schema.name)))]
    kind: Option<String>,
    /// Where to write: a folder for all, a file or `-` for one [default: the folder schema/ of the corpus; `-` for one]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Without the ids of the corpus
    #[arg(long)]
    bare: bool,
}

pub(super) fn run(global: &Global, args: &SchemaArgs) -> Result<Outcome, Error> {
    let offers = if args.bare { registries(Offers::default()) } else { of_corpus(&session::open(global)?) };
    let is_stdout = args.output.as_deref() == Some(Path::new("-"));
    let chosen = args.kind.as_ref().and_then(|kind| SCHEMAS.iter().find(|schema| schema.name == kind));
    match (chosen, &args.output) {
        (Some(schema), Some(path)) if !is_stdout => write_whole(path, schema.text(&offers).as_bytes())?,
        (Some(schema), _) => Terminal::print(schema.text(&offers).as_bytes())?,
        (None, _) if is_stdout => {
            let names: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
            return Err(Error::Usage(format!("-o - takes one schema: name one of {}", names.join(", "))));
        }
        (None, output) => {
            let folder = match output {
                Some(folder) => folder.clone(),
                None => corpus_folder(global)?.join(FOLDER),
            };
            write_all_whole(&files(&folder, &offers))?;
            let names: Vec<String> = SCHEMAS.iter().map(Schema::file).collect();
            Terminal::tell(&format!("{} in {}", names.join(", "), folder.display()))?;
        }
    }
    Ok(Outcome::Clean)
}

/// Writes all schemas of a corpus that was just made, and says how many.
pub(super) fn write_beside(corpus: &Path) -> Result<usize, Error> {
    let loaded = load(&Request { root: Some(corpus.to_owned()), ..Request::default() })?;
    write_all_whole(&files(&corpus.join(FOLDER), &registries(Offers::of(&loaded.corpus))))?;
    Ok(SCHEMAS.len())
}

/// Writes the schemas of a corpus anew if it has any and they are not what was written before; gives what they are now.
pub(super) fn follow(corpus: &Path, loaded: &Loaded, before: Vec<Written>) -> Result<Vec<Written>, Error> {
    let folder = corpus.join(FOLDER);
    if loaded.findings.has_errors() || !folder.is_dir() {
        return Ok(before);
    }
    let now = files(&folder, &registries(Offers::of(&loaded.corpus)));
    if now != before {
        write_all_whole(&now)?;
    }
    Ok(now)
}

fn files(folder: &Path, offers: &Offers) -> Vec<Written> {
    SCHEMAS.iter().map(|schema| (folder.join(schema.file()), schema.text(offers).into_bytes())).collect()
}

fn corpus_folder(global: &Global) -> Result<PathBuf, Error> {
    let folder = session::folder_from_here(global)?;
    folder.ok_or_else(|| Error::Usage("tables alone have no folder: say where to write with -o DIR".to_owned()))
}

/// What a corpus offers. One with errors does so too, for somebody is at work in it.
fn of_corpus(loaded: &Loaded) -> Offers {
    if loaded.findings.has_errors() {
        Terminal::say("the files have errors, see `parallax check`: ids of records with an error are not offered");
    }
    registries(Offers::of(&loaded.corpus))
}

/// Adds the names that later stages of the pipeline keep lists of.
fn registries(offers: Offers) -> Offers {
    let offers = offers.with("formats", extensions()).with("form", FORMS.iter().map(|form| form.name));
    LOOKS.iter().fold(offers, |offers, look| offers.with(look.name, (look.choices)()))
}
