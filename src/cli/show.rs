//! `parallax show`: a network in words.

use super::Outcome;
use super::args::{Global, Show};
use super::terminal::Terminal;
use super::{picture, session};
use crate::error::Error;
use crate::export::report::{Options, by_name};
use crate::network::Network;

pub(super) fn run(global: &Global, args: &Show, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let view = session::view(&args.view, &args.keys, &loaded.corpus)?;
    let to_terminal = args.report.output == std::path::Path::new("-");
    let colour = to_terminal && terminal.colour();
    let options = Options { colour, width: Terminal::width(), all: args.report.all, verdicts: Vec::new() };
    let network = Network::of(&loaded.corpus, &view);
    let report = by_name(&args.report.format);
    picture::write_with(&args.report.output, |out| report.network(&network, &options, out))?;
    Ok(Outcome::Clean)
}
