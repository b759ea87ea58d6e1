//! Reports as the command line asks for them: format by name or by extension, colour and width by where they go.

use std::path::Path;

use super::args::ReportArgs;
use super::terminal::Terminal;
use crate::error::Error;
use crate::export::report::{Options, REPORTS, Report, by_name};
use crate::pipeline::Loaded;
use crate::text::Passages;

impl ReportArgs {
    /// The format: as named, else by the extension, else text.
    pub(super) fn report(&self) -> Result<&'static dyn Report, Error> {
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
    pub(super) fn options(&self, terminal: &Terminal, loaded: &Loaded) -> Options {
        let to_terminal = self.output == Path::new("-");
        let passages = self.passages.then(|| Passages::of(&loaded.evidence, &loaded.texts));
        let (colour, width) = (to_terminal && terminal.colour(), Terminal::width());
        Options { colour, width, all: self.all, passages, ..Options::default() }
    }
}
