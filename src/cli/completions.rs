//! `parallax completions`: for the shell.

use clap::CommandFactory;

use super::Outcome;
use super::args::{Cli, Completions};
use super::terminal::Terminal;
use crate::error::Error;

pub(super) fn run(args: &Completions) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "parallax", &mut script);
    Terminal::print(&script)?;
    Ok(Outcome::Clean)
}
