//! `parallax schema`: the JSON Schemas by which an editor completes keys and ids, and checks values.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::diag::Sink;
use parallax_core::model::schema::{Completions, SCHEMAS};
use parallax_core::source::Named;
use parallax_project::files::{write_all_whole, write_whole};
use parallax_project::target::{allowed, may_write};
use parallax_project::{Error, Project, schemas};

use crate::global::Global;
use crate::outcome::Outcome;
use crate::session;
use crate::terminal::Terminal;

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
    let completions = told.map_or_else(|| schemas::completions(None), of_corpus);
    let mut findings = Sink::default();
    let is_stdout = args.output.as_deref() == Some(Path::new("-"));
    let chosen = args.kind.as_ref().and_then(|kind| SCHEMAS.iter().find(|schema| schema.name == kind));
    match (chosen, &args.output) {
        (Some(schema), Some(path)) if !is_stdout => {
            loaded.as_ref().map_or(Ok(()), |loaded| may_write(path, Named::ByUser, loaded))?;
            Terminal::notes(&write_whole(path, schema.text(&completions).as_bytes())?);
        }
        (Some(schema), _) => Terminal::print(schema.text(&completions).as_bytes())?,
        (None, _) if is_stdout => {
            let names: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
            return Err(Error::Usage(format!("-o - takes one schema: name one of {}", names.join(", "))));
        }
        (None, output) => {
            let folder = match output {
                Some(folder) => folder.clone(),
                None => corpus_folder(global)?.join(schemas::FOLDER),
            };
            let named = output.as_deref().map_or(Named::ByProgram, Named::In);
            let all = schemas::files(&folder, &completions);
            let files = match &loaded {
                Some(loaded) => allowed(all, named, loaded, &mut findings)?,
                None => all,
            };
            Terminal::notes(&write_all_whole(&files)?);
            let names = files.iter().filter_map(|(path, _)| path.file_name()).map(|name| name.display().to_string());
            let names: Vec<String> = names.collect();
            if !names.is_empty() {
                Terminal::print_text(&format!("{} in {}", names.join(", "), folder.display()))?;
            }
        }
    }
    if let Some(loaded) = loaded.filter(|_| findings.has_errors()) {
        session::show_findings(&findings, &loaded, terminal)?;
        return Ok(Outcome::Findings);
    }
    Ok(Outcome::Clean)
}

fn corpus_folder(global: &Global) -> Result<PathBuf, Error> {
    let folder = session::folder_from_here(global)?;
    folder.ok_or_else(|| Error::Usage("tables alone have no folder: say where to write with -o DIR".to_owned()))
}

/// What a corpus offers. One with errors does so too, for somebody is at work in it.
fn of_corpus(loaded: &Project) -> Completions {
    if loaded.findings.has_errors() {
        Terminal::say("the files have errors, see `parallax check`: ids of records with an error are not offered");
    }
    schemas::completions(Some(&loaded.corpus))
}
