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
mod outputs;
mod overview;
mod partial;
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

use clap::{ColorChoice, Parser};

use args::{Cli, Command};
use terminal::Terminal;

use crate::diag::steers;
use crate::error::Error;
use crate::files::heed_limits;

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
    heed_limits();
    let parsed = Cli::try_parse();
    let colour = parsed.as_ref().map_or(ColorChoice::Auto, |cli| cli.global.color);
    let terminal = Terminal::new(colour);
    let outcome = match parsed {
        Ok(cli) => dispatch(&cli, &terminal),
        Err(refusal) if refusal.use_stderr() => {
            refuse(&refusal);
            return ExitCode::from(2);
        }
        Err(help) => print_help(&help, &terminal),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            terminal.complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// Says what is wrong with the command line. An argument that is quoted there and could steer a terminal is made harmless,
/// which costs the answer its colours.
fn refuse(refusal: &clap::Error) {
    let plain = refusal.render().to_string();
    if plain.contains(|c| c != '\n' && steers(c)) {
        Terminal::say(plain.trim_end());
    } else {
        // Nobody is left to hear that the standard error is gone.
        let _ = refusal.print();
    }
}

/// Prints what was asked for by `--help` or `--version`.
fn print_help(help: &clap::Error, terminal: &Terminal) -> Result<Outcome, Error> {
    let text = help.render();
    let text = if terminal.colour() { text.ansi().to_string() } else { text.to_string() };
    Terminal::print(text.as_bytes())?;
    Ok(Outcome::Clean)
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
        Some(Command::Schema(args)) => schema::run(global, args, terminal),
        Some(Command::Completions(args)) => completions::run(args),
    }
}
