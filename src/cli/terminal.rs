//! The terminal: colour only where it can be shown, progress that leaves nothing behind, quiet on broken pipes.

use std::io::{IsTerminal, Write};
use std::path::Path;

use clap::ColorChoice;

use crate::error::Error;
use crate::export::report::harmless;
use crate::files::stdout;

/// Where output goes, and whether it may be coloured.
pub(super) struct Terminal {
    colour: ColorChoice,
}

impl Terminal {
    pub(super) fn new(colour: ColorChoice) -> Self {
        Self { colour }
    }

    /// Whether the standard output takes colour.
    pub(super) fn colour(&self) -> bool {
        self.coloured(std::io::stdout().is_terminal())
    }

    /// Whether the standard error takes colour.
    pub(super) fn error_colour(&self) -> bool {
        self.coloured(std::io::stderr().is_terminal())
    }

    fn coloured(&self, terminal: bool) -> bool {
        match self.colour {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    /// The columns of the terminal, as the shell tells them; 100 elsewhere.
    pub(super) fn width() -> usize {
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        columns.filter(|_| std::io::stdout().is_terminal()).unwrap_or(100).clamp(40, 200)
    }

    /// Writes to the standard output. A reader that went away is no trouble.
    pub(super) fn print(bytes: &[u8]) -> Result<(), Error> {
        Self::print_with(|out| out.write_all(bytes))
    }

    /// The same for what is written piece by piece.
    pub(super) fn print_with(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Error> {
        let failed = |source| Error::Write { path: Path::new("(stdout)").to_path_buf(), source };
        let mut out = std::io::BufWriter::new(stdout().map_err(failed)?);
        let written = write(&mut out).and_then(|()| out.flush());
        // What could not be written is not tried again.
        drop(out.into_parts());
        match written {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(failed(error)),
            _ => Ok(()),
        }
    }

    /// A word on the standard error. It can quote files and arguments, so it is made harmless, line by line.
    pub(super) fn say(text: &str) {
        Self::say_as_is(&lines(text));
    }

    /// Notes of the room that writes files, a line each.
    pub(super) fn tell(notes: &[String]) {
        for note in notes {
            Self::say(note);
        }
    }

    /// What is harmless already, colours and all, on the standard error.
    pub(super) fn say_as_is(text: &str) {
        // Nobody is left to hear that the standard error is gone.
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// Trouble of the machine.
    pub(super) fn complain(&self, text: &str) {
        let (on, off) = if self.error_colour() { ("\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "") };
        Self::say_as_is(&format!("{on}error{off}: {}", lines(text)));
    }

    /// What is being done, on a terminal only; the next word takes its place.
    pub(super) fn progress(text: &str) {
        let mut err = std::io::stderr().lock();
        if err.is_terminal() {
            let _ = write!(err, "\r\u{1b}[K{text}").and_then(|()| err.flush());
        }
    }
}

fn lines(text: &str) -> String {
    text.lines().map(harmless).collect::<Vec<_>>().join("\n")
}
