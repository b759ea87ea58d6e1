//! `parallax schema`: the JSON Schemas by which an editor completes keys and ids, and checks values.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::diag::Sink;
use parallax_core::model::schema::{Offers, SCHEMAS};
use parallax_core::resolve::{Config, read_config, resolve};
use parallax_core::source::{CONFIG, Named, Sources};
use parallax_project::BuiltinFiles;
use parallax_project::Error;
use parallax_project::Project;
use parallax_project::files::{write_all_whole, write_whole};
use parallax_project::outputs::extensions;
use parallax_render::{FORMS, LOOKS};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::outputs::{self, Written};
use crate::session;
use crate::terminal::Terminal;

/// The folder of a corpus that they stand in.
const FOLDER: &str = "schema";

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
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

pub(crate) fn run(global: &Global, args: &SchemaArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    // Without a corpus there is nothing to mind; with one its files are minded, whether they are told of or not.
    let loaded = if args.bare && session::folder(global).is_err() { None } else { Some(session::open(global)?) };
    let told = loaded.as_ref().filter(|_| !args.bare);
    let offers = told.map_or_else(|| registries(Offers::default()), of_corpus);
    let mut findings = Sink::default();
    let is_stdout = args.output.as_deref() == Some(Path::new("-"));
    let chosen = args.kind.as_ref().and_then(|kind| SCHEMAS.iter().find(|schema| schema.name == kind));
    match (chosen, &args.output) {
        (Some(schema), Some(path)) if !is_stdout => {
            loaded.as_ref().map_or(Ok(()), |loaded| outputs::by_user(path, loaded))?;
            Terminal::notes(&write_whole(path, schema.text(&offers).as_bytes())?);
        }
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
            let named = output.as_deref().map_or(Named::ByProgram, Named::In);
            let all = files(&folder, &offers);
            let files = match &loaded {
                Some(loaded) => outputs::allowed(all, named, loaded, &mut findings)?,
                None => all,
            };
            Terminal::notes(&write_all_whole(&files)?);
            let names = files.iter().filter_map(|(path, _)| path.file_name()).map(|name| name.display().to_string());
            let names: Vec<String> = names.collect();
            if !names.is_empty() {
                Terminal::tell(&format!("{} in {}", names.join(", "), folder.display()))?;
            }
        }
    }
    if let Some(loaded) = loaded.filter(|_| findings.has_errors()) {
        session::show_findings(&findings, &loaded, terminal)?;
        return Ok(Outcome::Findings);
    }
    Ok(Outcome::Clean)
}

/// The schemas of a corpus that is about to be made of these files in a folder.
pub(crate) fn of_files(folder: &Path, texts: &BuiltinFiles) -> Vec<Written> {
    let (mut sources, mut findings) = (Sources::default(), Sink::default());
    for (name, text) in texts {
        sources.add(*name, *text);
    }
    let config = sources.named(CONFIG).map_or_else(Config::default, |source| read_config(source, &mut findings));
    let corpus = resolve(&sources, config, &mut findings);
    files(&folder.join(FOLDER), &registries(Offers::of(&corpus)))
}

/// Writes the schemas of a corpus anew if it has any and they are not what was written before; gives what they are now.
pub(crate) fn follow(corpus: &Path, loaded: &Project, before: Vec<Written>) -> Result<Vec<Written>, Error> {
    let folder = corpus.join(FOLDER);
    if loaded.findings.has_errors() || !folder.is_dir() {
        return Ok(before);
    }
    let now = files(&folder, &registries(Offers::of(&loaded.corpus)));
    if now != before {
        now.iter().try_for_each(|(path, _)| outputs::by_program(path, Named::ByProgram, loaded))?;
        Terminal::notes(&write_all_whole(&now)?);
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
fn of_corpus(loaded: &Project) -> Offers {
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
