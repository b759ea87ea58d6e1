//! The command line: one subcommand a file; the only room that prints.

mod args;
mod build;
mod change;
mod check;
mod cite;
mod completions;
mod coverage;
mod diff;
mod explain;
mod explore;
mod fix;
mod fmt;
mod form;
mod init;
mod keys;
mod list;
mod lock;
mod looks;
mod overview;
mod picture;
mod quality;
mod record;
mod rename;
mod render;
mod report;
mod saved;
mod schema;
mod session;
mod show;
mod tables;
mod terminal;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use terminal::Terminal;

use crate::error::Error;

/// What a command came to; trouble of the machine is an [`Error`] and ends with 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to complain about: 0.
    Clean,
    /// Findings that count, or differences that were asked for: 1.
    Findings,
}

/// Runs the program and says how it ended: 0 clean, 1 findings, 2 trouble.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let terminal = Terminal::new(cli.global.color);
    match dispatch(&cli, &terminal) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            terminal.complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn dispatch(cli: &Cli, terminal: &Terminal) -> Result<Outcome, Error> {
    let global = &cli.global;
    match &cli.command {
        None => overview::run(global, terminal),
        Some(Command::Build(args)) => build::run(global, args, terminal),
        Some(Command::Check(args)) => check::run(global, args, terminal),
        Some(Command::Cite(args)) => cite::run(global, args, terminal),
        Some(Command::Fix(args)) => fix::run(global, args, terminal),
        Some(Command::Rename(args)) => rename::rename(global, args, terminal),
        Some(Command::Merge(args)) => rename::merge(global, args, terminal),
        Some(Command::Coverage(args)) => coverage::run(global, args, terminal),
        Some(Command::Show(args)) => show::run(global, args, terminal),
        Some(Command::Render(args)) => render::run(global, args, terminal),
        Some(Command::Explore(args)) => explore::run(global, args, terminal),
        Some(Command::Diff(args)) => diff::run(global, args, terminal),
        Some(Command::List(args)) => list::run(global, args, terminal),
        Some(Command::Explain(args)) => explain::run(args),
        Some(Command::Init(args)) => init::run(args),
        Some(Command::Watch(args)) => watch::run(global, args, terminal),
        Some(Command::Fmt(args)) => fmt::run(global, args, terminal),
        Some(Command::Schema(args)) => schema::run(global, args),
        Some(Command::Completions(args)) => completions::run(args),
    }
}
