//! `parallax completions`: for the shell.

use clap::Args;
use parallax_project::Error;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

pub(crate) fn run(args: &Completions, mut program: clap::Command) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, "parallax", &mut script);
    Terminal::print(&script)?;
    Ok(Outcome::Clean)
}
