//! Reports as the command line asks for them: format by name or by extension, colour and width by where they go.

use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use parallax_core::messages::Messages;
use parallax_core::text::Passages;
use parallax_formats::report::{Options, REPORTS, Report, by_name};
use parallax_project::Error;
use parallax_project::Project;

use crate::terminal::Terminal;

#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    /// How a report is written [default: by the extension of -o, else text]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(REPORTS.iter().map(|report| report.name())))]
    pub(crate) format: Option<String>,
    /// Everything, nothing left at a count
    #[arg(long)]
    pub(crate) all: bool,
    /// With the passages themselves, where the texts are at hand
    #[arg(long)]
    pub(crate) passages: bool,
    /// Where to write: a file, whose extension says how, or `-`
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
}

impl ReportArgs {
    /// The format: as named, else by the extension, else text.
    pub(crate) fn report(&self) -> Result<&'static dyn Report, Error> {
        if let Some(name) = &self.format {
            return Ok(by_name(name));
        }
        let Some(extension) = self.output.extension().and_then(|extension| extension.to_str()) else {
            return Ok(REPORTS[0]);
        };
        let found = REPORTS.iter().copied().find(|report| report.extension().eq_ignore_ascii_case(extension));
        let known = || REPORTS.iter().map(|report| format!(".{}", report.extension())).collect::<Vec<_>>().join(" ");
        found.ok_or_else(|| {
            Error::Usage(format!("no report ends in .{extension}: the endings are {}; or say --format", known()))
        })
    }

    /// How it is written: colour on a terminal only.
    pub(crate) fn options(&self, terminal: &Terminal, loaded: &Project, messages: &'static Messages) -> Options {
        let to_terminal = self.output == Path::new("-");
        let passages = self.passages.then(|| Passages::of(&loaded.evidence, &loaded.texts));
        let (colour, width) = (to_terminal && terminal.colour(), Terminal::width());
        Options { messages, colour, width, all: self.all, passages, ..Options::default() }
    }
}
