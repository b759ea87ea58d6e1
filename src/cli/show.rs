//! `parallax show`: a network in words.

use super::Outcome;
use super::args::{Global, Show};
use super::terminal::Terminal;
use super::{picture, session};
use crate::error::Error;
use crate::network::Network;

pub(super) fn run(global: &Global, args: &Show, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(loaded) = session::open_whole(global, terminal)? else { return Ok(Outcome::Findings) };
    let view = session::view(&args.view, &args.keys, &loaded.corpus)?;
    let report = args.report.report()?;
    let options = args.report.options(terminal, Vec::new());
    let network = Network::of(&loaded.corpus, &view);
    picture::write_with(&args.report.output, |out| report.network(&network, &options, out))?;
    Ok(Outcome::Clean)
}
