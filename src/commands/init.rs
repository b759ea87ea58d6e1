//! `parallax init`: a new corpus folder, from what is embedded in the program. What is there already is never written over.

use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use parallax_core::diag::counted;
use parallax_core::source::holds;
use parallax_project::files::{Before, Write, recover, write_all};
use parallax_project::target::Written;
use parallax_project::{BARE, EXAMPLE, Error, schemas};

use crate::outcome::Outcome;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The new folder
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// A skeleton with two actors and one statement instead of the example
    #[arg(long)]
    pub(crate) bare: bool,
}

pub(crate) fn run(args: &Init) -> Result<Outcome, Error> {
    let texts = if args.bare { BARE } else { EXAMPLE };
    Terminal::notes(&recover(&args.folder));
    let mut files: Vec<Written> =
        texts.iter().map(|(name, text)| (args.folder.join(name), text.as_bytes().to_vec())).collect();
    files.extend(schemas::of_files(&args.folder, texts));
    let count = files.len();
    let missing = missing(files)?;
    if missing.len() < count {
        Terminal::say(&format!("{} there already, and just the same", counted(count - missing.len(), "file")));
    }
    let write = |(path, bytes)| Write { path, bytes, before: Before::Nothing };
    Terminal::notes(&write_all(Some(&args.folder), missing.into_iter().map(write).collect())?);
    Terminal::print(next(&args.folder, count).as_bytes())?;
    Ok(Outcome::Clean)
}

/// The files that are still to be written. One that is there and says something else is somebody's own: all such are named.
fn missing(files: Vec<Written>) -> Result<Vec<Written>, Error> {
    let (there, missing): (Vec<Written>, Vec<Written>) =
        files.into_iter().partition(|(path, _)| path.symlink_metadata().is_ok());
    let own: Vec<String> =
        there.iter().filter(|(path, bytes)| !holds(path, bytes)).map(|(path, _)| path.display().to_string()).collect();
    match own.as_slice() {
        [] => Ok(missing),
        [one] => Err(Error::Usage(format!("{one} is there already: choose another folder"))),
        several => {
            Err(Error::Usage(format!("these are there already: choose another folder\n  {}", several.join("\n  "))))
        }
    }
}

fn next(folder: &Path, count: usize) -> String {
    format!(
        "{count} files in {0}. Next:\n\n  cd {0}\n  parallax            what is in it\n  parallax check      what is wrong, and where\n  parallax build      the pictures, into output/\n",
        folder.display()
    )
}
