//! The terminal: colour only where it can be shown, progress that leaves nothing behind, quiet on broken pipes.

use std::io::{IsTerminal, Write};
use std::path::Path;

use clap::ColorChoice;
use parallax_core::diag::harmless_lines;
use parallax_project::Error;
use parallax_project::check::Remark;
use parallax_project::files::stdout;

/// Where output goes, and whether it may be coloured.
pub(crate) struct Terminal {
    colour: ColorChoice,
}

impl Terminal {
    pub(crate) fn new(colour: ColorChoice) -> Self {
        Self { colour }
    }

    /// Whether the standard output takes colour.
    pub(crate) fn colour(&self) -> bool {
        self.coloured(std::io::stdout().is_terminal())
    }

    /// Whether the standard error takes colour.
    pub(crate) fn error_colour(&self) -> bool {
        self.coloured(std::io::stderr().is_terminal())
    }

    fn coloured(&self, terminal: bool) -> bool {
        match self.colour {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => terminal && !is_plain() && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty()),
        }
    }

    /// The columns of the terminal, as the shell tells them; 100 elsewhere.
    pub(crate) fn width() -> usize {
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        columns.filter(|_| std::io::stdout().is_terminal()).unwrap_or(100).clamp(40, 200)
    }

    /// Writes to the standard output what is no text, or harmless already. A reader that went away is no trouble.
    pub(crate) fn print(bytes: &[u8]) -> Result<(), Error> {
        Self::print_with(|out| out.write_all(bytes))
    }

    /// Lines on the standard output that can quote files and arguments, and are made harmless.
    pub(crate) fn print_text(text: &str) -> Result<(), Error> {
        Self::print(format!("{}\n", harmless_lines(text)).as_bytes())
    }

    /// The same as [`Terminal::print`] for what is written piece by piece.
    pub(crate) fn print_with(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Error> {
        Self::heard(write).map(drop)
    }

    /// The same as [`Terminal::print`] for what goes on: says whether there still is a reader.
    pub(crate) fn print_heard(bytes: &[u8]) -> Result<bool, Error> {
        Self::heard(|out| out.write_all(bytes))
    }

    fn heard(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<bool, Error> {
        let failed = |source| Error::Write { path: Path::new("(stdout)").to_path_buf(), source };
        let mut out = std::io::BufWriter::new(stdout().map_err(failed)?);
        let written = write(&mut out).and_then(|()| out.flush());
        // What could not be written is not tried again.
        drop(out.into_parts());
        match written {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }

    /// Whether there still is a reader, as far as the system tells without a word being written.
    #[cfg(unix)]
    pub(crate) fn is_heard() -> bool {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        let out = std::io::stdout();
        let mut asked = [PollFd::new(&out, PollFlags::empty())];
        let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
        let known = poll(&mut asked, Some(&at_once)).is_ok();
        !known || !asked[0].revents().intersects(PollFlags::ERR | PollFlags::HUP)
    }

    /// Here only writing tells.
    #[cfg(not(unix))]
    pub(crate) fn is_heard() -> bool {
        true
    }

    /// A word on the standard error. It can quote files and arguments, so it is made harmless, line by line.
    pub(crate) fn say(text: &str) {
        Self::say_as_is(&harmless_lines(text));
    }

    /// Notes of the room that writes files, a line each.
    pub(crate) fn notes(notes: &[String]) {
        for note in notes {
            Self::say(note);
        }
    }

    /// What is to be told of pictures, a line each.
    pub(crate) fn remarks(remarks: &[Remark]) {
        for remark in remarks {
            Self::say(&remark.to_string());
        }
    }

    /// What is harmless already, colours and all, on the standard error.
    pub(crate) fn say_as_is(text: &str) {
        // Nobody is left to hear that the standard error is gone.
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// Trouble of the machine.
    pub(crate) fn complain(&self, text: &str) {
        let (on, off) = if self.error_colour() { ("\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "") };
        Self::say_as_is(&format!("{on}error{off}: {}", harmless_lines(text)));
    }

    /// What is being done, on a terminal only; the next word takes its place.
    pub(crate) fn progress(text: &str) {
        let mut err = std::io::stderr().lock();
        if err.is_terminal() && !is_plain() {
            let _ = write!(err, "\r\u{1b}[K{text}").and_then(|()| err.flush());
        }
    }
}

/// Whether a terminal takes no escape codes at all: one that is dumb, such as a shell within an editor, and one that does not
/// say what it is. Windows has no such word, and takes them.
fn is_plain() -> bool {
    match std::env::var_os("TERM") {
        Some(kind) => kind.is_empty() || kind == "dumb",
        None => cfg!(not(windows)),
    }
}
