//! `parallax init`: a new corpus folder, from what is embedded in the program.

use std::path::Path;

use super::Outcome;
use super::args::Init;
use super::schema;
use super::terminal::Terminal;
use crate::error::Error;
use crate::export::write_whole;
use crate::source::{BARE, EXAMPLE};

pub(super) fn run(args: &Init) -> Result<Outcome, Error> {
    let files = if args.bare { BARE } else { EXAMPLE };
    let taken = files.iter().map(|(name, _)| args.folder.join(name)).find(|path| path.symlink_metadata().is_ok());
    if let Some(path) = taken {
        return Err(Error::Usage(format!("{} is there already: choose another folder", path.display())));
    }
    for (name, text) in files {
        write_whole(&args.folder.join(name), text.as_bytes())?;
    }
    let schemas = schema::write_beside(&args.folder)?;
    Terminal::print(next(&args.folder, files.len() + schemas).as_bytes())?;
    Ok(Outcome::Clean)
}

fn next(folder: &Path, count: usize) -> String {
    format!(
        "{count} files in {0}. Next:\n\n  cd {0}\n  parallax            what is in it\n  parallax check      what is wrong, and where\n  parallax build      the pictures, into output/\n",
        folder.display()
    )
}
