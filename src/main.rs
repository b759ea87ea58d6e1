//! The program: the command line over a project, one subcommand a file. Nothing else prints.

mod args;
mod change;
mod commands;
mod diagram_kind;
mod global;
mod keys;
mod language;
mod lock;
mod outcome;
mod partial;
mod picture;
mod record;
mod report;
mod session;
mod style_keys;
mod tables;
mod terminal;

use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory as _, Parser as _};
use parallax_core::diag::steers;
use parallax_project::Error;
use parallax_project::files::heed_limits;

use crate::args::{Cli, Command};
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Runs the program and says how it ended: 0 clean, 1 findings, 2 trouble.
fn main() -> ExitCode {
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
        None => commands::overview::run(global, terminal),
        Some(Command::Build(args)) => commands::build::run(global, args, terminal),
        Some(Command::Check(args)) => commands::check::run(global, args, terminal),
        Some(Command::Cite(args)) => commands::cite::run(global, args, terminal),
        Some(Command::Fix(args)) => commands::fix::run(global, args, terminal),
        Some(Command::Rename(args)) => commands::rename::rename(global, args, terminal),
        Some(Command::Merge(args)) => commands::rename::merge(global, args, terminal),
        Some(Command::Coverage(args)) => commands::coverage::run(global, args, terminal),
        Some(Command::Show(args)) => commands::show::run(global, args, terminal),
        Some(Command::Render(args)) => commands::render::run(global, args, terminal),
        Some(Command::Explore(args)) => commands::explore::run(global, args, terminal),
        Some(Command::Brief(args)) => commands::brief::run(global, args, terminal),
        Some(Command::Diff(args)) => commands::diff::run(global, args, terminal),
        Some(Command::List(args)) => commands::list::run(global, args, terminal),
        Some(Command::Explain(args)) => commands::explain::run(args),
        Some(Command::Init(args)) => commands::init::run(args),
        Some(Command::Watch(args)) => commands::watch::run(global, args, terminal),
        Some(Command::Fmt(args)) => commands::fmt::run(global, args, terminal),
        Some(Command::Schema(args)) => commands::schema::run(global, args, terminal),
        Some(Command::Completions(args)) => commands::completions::run(args, Cli::command()),
    }
}
